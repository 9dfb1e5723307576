"""A bar on a terminal while something takes long.

In: how many steps. Out: what moves it on. Nothing is shown where stderr is no terminal, or in a quiet run.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pipeline.cli.talk import Talk


@contextmanager
def progress(talk: Talk, key: str, total: int) -> Iterator[Callable[[], None]]:
    """Show a bar with the sentence of this key; give what moves it on by one."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    quiet = talk.quiet or not sys.stderr.isatty()
    with Progress(console=Console(stderr=True), transient=True, disable=quiet) as bar:
        task = bar.add_task(talk.words(key), total=total)
        yield lambda: bar.advance(task)
