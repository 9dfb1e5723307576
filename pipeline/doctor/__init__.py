"""Is this machine, and this content repository, set up right?

In: the root or None, the moment, how the screen encodes. Out: what was found, one after the other. Looks only: what it
tries on the disk goes away again. Must not know terminals.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from pipeline.doctor import content, disk, machine, repository
from pipeline.doctor.types import Found, State, found
from pipeline.doctor.words import WORDS, Words

__all__ = ["WORDS", "Found", "State", "Words", "examine"]


def examine(root: Path | None, now: datetime, screen: str) -> Iterator[Found]:
    """Yield what was found; `now` in the machine's own time zone, `screen` is the encoding of standard output."""
    yield machine.python()
    yield machine.libraries()
    yield from machine.encoding(screen)
    yield machine.office()
    if root is None:
        yield machine.clock(now, None)
        yield found("content_none")
        return
    yield machine.clock(now, content.latest(root))
    yield from content.all_of(root, now)
    yield from disk.all_of(root)
    yield from repository.all_of(root)
