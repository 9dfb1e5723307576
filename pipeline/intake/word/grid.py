"""The cells of a table as they are written → the true grid.

In: rows and cells with their joins. Out: a Table. A cell joined over rows or columns is there once. Must not know what
stands in the cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.intake.word.names import W, said, whole
from pipeline.intake.word.pieces import Block, Cell, Table, text_of

# Word itself has no more columns.
_MOST_COLUMNS = 63


@dataclass(slots=True)
class _Open:
    """A cell to which rows may still be joined."""

    row: int
    column: int
    columns: int
    where: str
    blocks: tuple[Block, ...]
    rows: int = 1


class Grid:
    """A table that is being read, row by row."""

    def __init__(self, where: str) -> None:
        """Begin with no row."""
        self._where, self._row, self._column = where, -1, 0
        self._cells: list[_Open] = []
        self._above: dict[int, _Open] = {}
        self._here: dict[int, _Open] = {}

    def begin(self, row: Any) -> bool:
        """Begin a row; a row that was deleted with its changes tracked is none."""
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            return False
        self._row += 1
        self._column = whole(said(properties, "gridBefore"), _MOST_COLUMNS)
        self._above, self._here = self._here, {}
        return True

    def place(self, number: int) -> str:
        """Return where the row's cell of that number stands, in the words of staff."""
        gap = " " if self._where[-1].isdigit() else ""
        return f"{self._where}{gap}第 {self._row + 1} 行第 {number} 格"

    def add(self, cell: Any, where: str, blocks: Sequence[Block]) -> None:
        """Add the row's next cell, or join it to the one above or before it."""
        properties = cell.find(f"{W}tcPr")
        if properties is not None and properties.find(f"{W}cellDel") is not None:
            return
        columns = max(1, whole(said(properties, "gridSpan"), _MOST_COLUMNS))
        begins, self._column = self._column, self._column + columns
        before = self._cells[-1] if self._cells and self._cells[-1].row == self._row else None
        if before is not None and _goes_on(said(properties, "hMerge")):
            before.columns += columns
            return
        above = self._above.get(begins)
        if above is not None and _goes_on(said(properties, "vMerge")):
            above.rows = self._row - above.row + 1
            self._here[begins] = above
            return
        opened = _Open(self._row, begins, columns, where, tuple(blocks))
        self._cells.append(opened)
        self._here[begins] = opened

    def table(self) -> Table:
        """Return the table as far as it was read."""
        return Table(
            tuple(
                Cell(each.row, each.column, each.rows, each.columns, each.blocks, each.where, text_of(each.blocks))
                for each in self._cells
            ),
            self._where,
        )


def _goes_on(joined: str | None) -> bool:
    return joined is not None and joined != "restart"
