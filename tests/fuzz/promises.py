"""What holds of whatever a file says: findings that can be shown, at places that are there, in little time.

In: findings, the text they are about. Raises BrokenError where a promise is not kept.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import ParamSpec

from pipeline.diagnostics import Diagnostic

SECONDS = 2.0
"""What a file may cost of a processor; `make fuzz` gives more, for there every line is counted as it runs."""
# At most a hundred of one code are told of a file, and there are some hundred codes.
_MOST_FINDINGS = 3_000

P = ParamSpec("P")


class BrokenError(AssertionError):
    """A promise that was not kept."""


def findings(found: Iterable[Diagnostic], text: str) -> None:
    """Look at every finding: its words can be printed, its place is in the text, and there are not too many."""
    every = tuple(found)
    if len(every) > _MOST_FINDINGS:
        raise BrokenError(f"{len(every)} findings of one file")
    last = text.count("\n") + text.count("\r") + 1
    for each in every:
        words = "".join(word for lang in ("zh", "en") for word in (each.message(lang), each.hint(lang)))
        f"{each.where}{words}".encode()
        if each.where.line > last or (each.where.line > 0) != (each.where.column > 0):
            raise BrokenError(f"{each.code} at {each.where.line}:{each.where.column} of {last} lines")


@contextmanager
def in_time(seconds: float = SECONDS) -> Iterator[None]:
    """Raise where the block takes more of a processor."""
    begun = time.process_time()
    yield
    took = time.process_time() - begun
    if took > seconds:
        raise BrokenError(f"{took:.1f} seconds of a processor")


def timed(act: Callable[P, None]) -> Callable[P, None]:
    """Return the act under `in_time`, twice: what was slow by chance is not so again."""

    def twice(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            with in_time():
                act(*args, **kwargs)
        except BrokenError:
            with in_time():
                act(*args, **kwargs)

    return twice
