"""The tree of a Word file → its lines, tables and controls.

In: the body. Out: blocks in the order of the document. Deleted and hidden text, notes and instructions are left out;
what stands in controls, insertions and text boxes is kept, and alternatives are read once. Must not know forms.
"""

from collections.abc import Iterator
from typing import Any

from pipeline.intake.word import runs
from pipeline.intake.word.fields import Fields
from pipeline.intake.word.grid import Grid
from pipeline.intake.word.names import MC, WRAPPERS, W
from pipeline.intake.word.pieces import Block, Control, Line, Table, text_of

_P, _TABLE, _SDT, _CONTENT = f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}sdtContent"
_ROW, _CELL, _BOXED = f"{W}tr", f"{W}tc", f"{W}txbxContent"
_EITHER, _FALLBACK = f"{MC}AlternateContent", f"{MC}Fallback"
# A form has a few hundred of each.
_MOST_CELLS, _MOST_LINES = 5_000, 20_000


class TooLongError(Exception):
    """The document has more cells or lines than any form."""


class Walk:
    """One way through a document; `controls` are collected on it. Raises TooLongError for what is no form."""

    def __init__(self) -> None:
        """Begin at the top of a document."""
        self.controls: list[Control] = []
        self.fields = Fields()
        self.place = "正文"
        self._lines = self._tables = self._cells = self._all_lines = 0

    def blocks(self, parent: Any) -> Iterator[Block]:
        """Yield the blocks below an element."""
        for each in parent:
            if each.tag == _P:
                yield from self._paragraph(each)
            elif each.tag == _TABLE:
                yield self._table(each)
            elif each.tag == _SDT:
                yield from self._control(each)
            elif each.tag == _EITHER:
                yield from self.blocks(runs.alternative(each))
            elif each.tag in WRAPPERS:
                yield from self.blocks(each)

    def _count(self, *, cells: int = 0, lines: int = 0) -> None:
        """Count what is read, against files that are made to take long."""
        self._cells += cells
        self._all_lines += lines
        if self.place == "正文":
            self._lines += lines
        if self._cells > _MOST_CELLS or self._all_lines > _MOST_LINES:
            raise TooLongError

    def _paragraph(self, element: Any) -> Iterator[Block]:
        self._count(lines=1)
        where = self.place if self.place != "正文" else f"正文第 {self._lines} 段"
        place, self.place = self.place, where
        text = runs.text(self, element)
        self.place = place
        yield Line(text, where)
        for box in _boxes(element):
            place, self.place = self.place, f"{where}的文本框"
            yield from self.blocks(box)
            self.place = place

    def _control(self, element: Any) -> Iterator[Block]:
        content = element.find(_CONTENT)
        if content is None:
            return
        before = len(self.controls)
        blocks = tuple(self.blocks(content))
        control = runs.control(element, text_of(blocks), self.place)
        self.controls.insert(before, control)
        if control.text or not runs.has_prompt(element):
            yield from blocks

    def _table(self, element: Any) -> Table:
        place = self.place
        if place == "正文":
            self._tables += 1
            where = f"表 {self._tables}"
        else:
            where = f"{place}里的表"
        grid = Grid(where)
        for row in _within(element, _ROW):
            if grid.begin(row):
                self._row(grid, row)
        self.place = place
        return grid.table()

    def _row(self, grid: Grid, row: Any) -> None:
        for number, cell in enumerate(_within(row, _CELL), 1):
            self._count(cells=1)
            self.place = grid.place(number)
            grid.add(cell, self.place, tuple(self.blocks(cell)))


def _within(parent: Any, kind: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, in controls and insertions too."""
    for each in parent:
        if each.tag == kind:
            yield each
        elif each.tag == _SDT:
            content = each.find(_CONTENT)
            if content is not None:
                yield from _within(content, kind)
        elif each.tag in WRAPPERS:
            yield from _within(each, kind)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the outermost text boxes that hang on a paragraph, each once."""
    if paragraph.find(f".//{_BOXED}") is None:
        return
    stack = [iter(paragraph)]
    while stack:
        each = next(stack[-1], None)
        if each is None:
            stack.pop()
        elif each.tag == _BOXED:
            yield each
        elif each.tag != _FALLBACK or each.getparent().find(f"{MC}Choice") is None:
            stack.append(iter(each))
