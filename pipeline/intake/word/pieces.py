"""What a Word file is made of, for a reader: lines, tables, cells, controls.

In: nothing. Out: types, and how a text is taken from them. Must not know XML or forms.
"""

import re
from dataclasses import dataclass, field

# Around what is struck out: characters that no text has.
STRUCK, UNSTRUCK = "\ufdd0", "\ufdd1"
TICKED, OPEN = "☑", "☐"
_STRUCK = re.compile(f"{STRUCK}[^{UNSTRUCK}]*{UNSTRUCK}")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's text, with `\\n` and `\\t` as in it, and where it stands in the words of staff."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the true grid: joined cells are one. `row`, `column` from 0; `rows`, `columns`: how far it goes."""

    row: int
    column: int
    rows: int
    columns: int
    blocks: tuple["Line | Table", ...] = field(repr=False)
    where: str
    text: str

    @property
    def tables(self) -> tuple["Table", ...]:
        """The tables inside the cell."""
        return tuple(each for each in self.blocks if isinstance(each, Table))


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells in reading order."""

    cells: tuple[Cell, ...]
    where: str

    def row(self, number: int) -> tuple[Cell, ...]:
        """Return the cells that begin in the row, from left to right."""
        return tuple(each for each in self.cells if each.row == number)

    @property
    def height(self) -> int:
        """How many rows there are."""
        return max((each.row + each.rows for each in self.cells), default=0)


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Control:
    """A content control: `text` empty where only its prompt stands there, `ticked` None where it is no box."""

    tag: str
    alias: str
    text: str
    ticked: bool | None
    where: str
    doubt: str = ""


def text_of(blocks: tuple[Block, ...]) -> str:
    """Return the text of blocks, a line each; the cells of a table's row stand on one line, a tab between."""
    return "\n".join(each.text if isinstance(each, Line) else _rows(each) for each in blocks)


def _rows(table: Table) -> str:
    rows: dict[int, list[str]] = {}
    for each in table.cells:
        rows.setdefault(each.row, []).append(each.text.strip("\n"))
    return "\n".join("\t".join(texts) for texts in rows.values())


def unstruck(text: str) -> str:
    """Return the text without what is struck out; where all of it is, it stays."""
    bare = text.replace(STRUCK, "").replace(UNSTRUCK, "")
    if bare == text:
        return text
    kept = _STRUCK.sub("", text).replace(STRUCK, "").replace(UNSTRUCK, "")
    return kept if kept.strip() else bare


def trimmed(text: str) -> str:
    """Return a value as it stood: without what is struck out, blank lines around it, blanks and rules at its ends."""
    lines = [line.rstrip(" \u3000\t\xa0") for line in unstruck(text).split("\n")]
    return "\n".join(lines).strip("\n").strip(" \u3000\t\xa0_＿﹍\n")
