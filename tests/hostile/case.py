"""A case: how its file is made, what looks at it, and what must be found.

In: nothing. Out: the type. Making is not measured, looking is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Case:
    """`make` writes into an empty folder and returns what `look` takes; `expected`: the codes, each once, by name."""

    make: Callable[[Path], Any]
    look: Callable[[Any], Iterable[Diagnostic]]
    expected: str


def spelt(found: Iterable[Diagnostic]) -> str:
    """Return the codes of the findings, each once, by name."""
    return " ".join(sorted({each.code for each in found}))
