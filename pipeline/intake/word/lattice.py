"""A table by places: what stands right of a cell, below it, in its rows.

In: a Table. Out: cells. Must not know forms.
"""

from collections.abc import Iterator

from pipeline.intake.word.pieces import Cell, Table


class Lattice:
    """The places of a table's grid, each with the cell that covers it."""

    def __init__(self, table: Table) -> None:
        """Lay the table out."""
        self.table = table
        self.height = table.height
        self._at: dict[tuple[int, int], Cell] = {}
        self._rows: dict[int, list[Cell]] = {}
        for each in table.cells:
            for row in range(each.row, each.row + each.rows):
                self._rows.setdefault(row, []).append(each)
                for column in range(each.column, each.column + each.columns):
                    self._at.setdefault((row, column), each)
        for cells in self._rows.values():
            cells.sort(key=lambda each: each.column)

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers a place, None where none does."""
        return self._at.get((row, column))

    def row(self, number: int) -> list[Cell]:
        """Return the cells that cover the row, from left to right."""
        return self._rows.get(number, [])

    def right_of(self, cell: Cell, row: int | None = None) -> Iterator[Cell]:
        """Yield the cells that stand right of a cell in its first row, or in that one of its rows."""
        yield from (each for each in self.row(cell.row if row is None else row) if each.column > cell.column)

    def below(self, cell: Cell) -> Cell | None:
        """Return the cell right below the beginning of a cell."""
        return self.at(cell.row + cell.rows, cell.column)
