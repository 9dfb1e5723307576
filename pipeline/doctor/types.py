"""What an examination finds.

In: nothing. Out: frozen types. Must not know what is examined.
"""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How something is: fine, to be minded, or wrong."""

    FINE = "fine"
    MIND = "mind"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found: its key in `words.WORDS`, and what fills the words."""

    key: str
    params: tuple[tuple[str, str], ...] = ()


def found(key: str, **params: object) -> Found:
    """Return what was found; `params` never hold a candidate's values."""
    return Found(key, tuple((name, str(value)) for name, value in params.items()))
