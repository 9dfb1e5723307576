"""A table for a terminal of some width, or plain text without one.

In: headings, rows of texts, a screen. Out: text. A Chinese character is two columns wide; what does not fit is folded
in its cell.
"""

import io
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.cli.talk import colours
from pipeline.folding import columns
from pipeline.report import screen_width

_PLAIN_WIDTH = 2000
# A day, an id, a standing: what is no longer than this is not folded.
_SHORT = 10


@dataclass(frozen=True, slots=True)
class Screen:
    """`width` in columns, None without a terminal; the style of a cell that holds just a word, empty for no colours."""

    width: int | None = None
    styles: Mapping[str, str] = field(default_factory=dict)


PLAIN = Screen()


def screen(styles: Mapping[str, str]) -> Screen:
    """Return standard output as it is: how wide, and whether in colours."""
    wished = colours(os.environ)
    on_terminal = sys.stdout.isatty()
    width = screen_width() if on_terminal else None
    return Screen(width, styles if wished or (on_terminal and wished is None) else {})


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], on: Screen) -> str:
    """Return the table, without a line's end."""
    made = Table(box=box.SIMPLE_HEAD if on.width else None, pad_edge=False, show_edge=False)
    heads, cells = tuple(heads), [tuple(row) for row in rows]
    for number, head in enumerate(heads):
        widest = max(map(columns, (head, *(row[number] for row in cells))))
        least = widest if widest <= _SHORT else None
        made.add_column(head, overflow="fold", no_wrap=on.width is None, min_width=least)
    for row in cells:
        made.add_row(*(Text(each, style=on.styles.get(each, "")) for each in row))
    stream = io.StringIO()
    width = on.width or _PLAIN_WIDTH
    console = Console(
        file=stream,
        width=width,
        color_system="standard" if on.styles else None,
        force_terminal=bool(on.styles),
        markup=False,
        emoji=False,
    )
    console.print(made)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())
