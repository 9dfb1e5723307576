"""A line on the terminal that says how far a long step is; it goes away when the step is done.

In: words, counts, the clock that tells no day. Out: a line on stderr of a terminal, and nothing anywhere else. It is
written by whoever does the work, between two pieces of it: a thread of its own would keep a build from using a second
process.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

import click

from pipeline.cli.talk import Talk
from pipeline.folding import columns

# What is done sooner shows nothing; then so often a second at most.
_PATIENCE, _PAUSE = 1.0, 0.1
_WIDTH = 24

Step = Callable[[int, int], None]
"""Called with how many pieces are done, of how many."""


@contextmanager
def progress(talk: Talk, key: str) -> Iterator[Step]:
    """Give what is called after each piece; `key` names the words that stand before the bar."""
    if talk.quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _done, _total: None
        return
    line = _Line(talk.words(key))
    try:
        yield line.show
    finally:
        line.clear()


@contextmanager
def counted(talk: Talk, key: str, total: int) -> Iterator[Callable[[], None]]:
    """Give what is called after each of `total` pieces, where nobody else counts them."""
    with progress(talk, key) as step:
        done = count(1)
        yield lambda: step(next(done), total)


class _Line:
    def __init__(self, words: str) -> None:
        self._words = words
        self._next = time.monotonic() + _PATIENCE
        self._shown = 0

    def show(self, done: int, total: int) -> None:
        """Write the bar, where it is time for it."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _PAUSE
        part = min(done, total) * _WIDTH // max(total, 1)
        self._write(f"{self._words} [{'#' * part}{'-' * (_WIDTH - part)}] {done}/{total}")

    def clear(self) -> None:
        """Leave the line empty."""
        if self._shown:
            self._write("")
            click.echo("\r", nl=False, err=True)

    def _write(self, text: str) -> None:
        # No escape codes: a console of any age understands a carriage return and spaces.
        size = columns(text)
        click.echo(f"\r{text}{' ' * max(self._shown - size, 0)}", nl=False, err=True)
        self._shown = size
