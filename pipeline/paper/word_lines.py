"""A sub-table: the lines that a form asks for inside one cell.

In: a cell of the layout, what is written, the room in millimetres. Out: a table as XML. Must not know the
form around it.
"""

from collections.abc import Sequence

from pipeline.forms import LayoutCell
from pipeline.paper import word_control as control
from pipeline.paper.sheet import Sheet
from pipeline.paper.word_fit import SIZES, fit
from pipeline.paper.word_table import SIDE, Cell, row, table
from pipeline.paper.word_text import HEI, NOTHING, Style, paragraph, run

_LOWEST, _AT_LEAST = 4.2, 8.0
_SIZES, _HEADINGS = SIZES[2:], SIZES[4:]
_AT_LENGTH = 10.5


def lines_of(cell: LayoutCell, label: str, sheet: Sheet, width: float, height: float) -> str:
    """Return the sub-table with room for as many lines as the form prints, empty where its texts do not fit."""
    lines = _lines(cell, sheet)
    each = height / (len(lines) + 1)
    inside = width / len(cell.columns) - 2 * SIDE
    sizes = [[fit(text.split("\n"), inside, each - 0.3, _SIZES) for text in line] for line in lines]
    if each < _LOWEST:
        return ""
    fitted = [[size for size in line if size is not None] for line in sizes]
    if any(len(line) < len(cell.columns) for line in fitted):
        return ""
    rows = [row(each, _written(cell, number, width, fitted[number - 1], line)) for number, line in enumerate(lines, 1)]
    return _table(cell, label, width, [row(each, _heads(cell, width, each), heading=True), *rows])


def lines_at_length(cell: LayoutCell, label: str, sheet: Sheet, width: float) -> str:
    """Return the sub-table with lines as high as their texts need."""
    sizes = [_AT_LENGTH] * len(cell.columns)
    rows = [
        row(_AT_LEAST, _written(cell, number, width, sizes, line), grows=True)
        for number, line in enumerate(_lines(cell, sheet), 1)
    ]
    return _table(cell, label, width, [row(_AT_LEAST, _heads(cell, width, _AT_LEAST), heading=True), *rows])


def _lines(cell: LayoutCell, sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    written = sheet.tables.get(cell.field, ())
    return (*written, *((("",) * len(cell.columns),) * (cell.rows - len(written))))


def _table(cell: LayoutCell, label: str, width: float, rows: Sequence[str]) -> str:
    return table([width / len(cell.columns)] * len(cell.columns), rows, label, frame=False) + NOTHING


def _heads(cell: LayoutCell, width: float, height: float) -> list[Cell]:
    each = width / len(cell.columns)
    heads = []
    for title in cell.columns:
        style = Style(fit([title], each - 2 * SIDE, height, _HEADINGS) or _HEADINGS[-1], font=HEI)
        heads.append(Cell(paragraph(style, run(title, style)), each))
    return heads


def _written(cell: LayoutCell, number: int, width: float, sizes: Sequence[float], line: Sequence[str]) -> list[Cell]:
    """Return the cells of line `number`, which is counted from 1."""
    cells = []
    for column, (title, text, size) in enumerate(zip(cell.columns, line, sizes, strict=True), 1):
        style, tag = Style(size), f"{cell.field}/{number}/{column}"
        if "\n" in text:
            inner = control.block(tag, title, text, style) + NOTHING
        else:
            inner = paragraph(style, control.line(tag, title, text, style))
        cells.append(Cell(inner, width / len(cell.columns)))
    return cells
