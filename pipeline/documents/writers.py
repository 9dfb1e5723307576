"""Whoever is still writing a file is waited for, so that half of it is not taken for the whole.

In: the time as the disk has it, when files were changed. Out: how long to wait. Must not know what is read.

Half a file may be sound: a notice without its end, a candidate without what happened last. A program that saves a file
where it stands empties it and fills it, and a file that was changed a moment ago may be at any point in between.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# Longer than any program takes to fill a file that it has emptied.
QUIET: float = 0.1
# Our time is behind by what passed before we looked at it, and a disk's goes by steps.
_NEAR = 1
_SECOND = 1_000_000_000
_NOW: ContextVar[Callable[[], int] | None] = ContextVar("now", default=None)


@contextmanager
def awaited(now: int | None) -> Iterator[None]:
    """Wait for whoever writes what is read meanwhile; `now` is the disk's time in ns, None where it cannot be had.

    From then on the time goes by as it does here: nobody need know what day it is.
    """
    begun = time.monotonic_ns()
    token = _NOW.set(None if now is None else lambda: now + time.monotonic_ns() - begun)
    try:
        yield
    finally:
        _NOW.reset(token)


def seconds_to_wait(changed: int) -> float:
    """Return how long it is until a file that was changed then, in ns, has been left alone for long enough.

    What was changed much later than now was changed by another clock, and says nothing.
    """
    now = _NOW.get()
    age = (now() - changed) / _SECOND if now else QUIET
    return min(QUIET, QUIET - age) if -_NEAR <= age < QUIET else 0
