"""Sub-tables: rows under a row of headings that are the parts of a list's lines.

In: a table, what a heading beside or above it says. Out: rows, and which cells they took. As many rows as there are;
columns that the form does not have are left. Must not know the other fields' values.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.forms import Field
from pipeline.intake.labels import squeezed
from pipeline.intake.word.columns import Columns
from pipeline.intake.word.findings import Desk, Row
from pipeline.intake.word.lattice import Lattice
from pipeline.intake.word.pieces import Cell, trimmed
from pipeline.intake.word.vocabulary import Rank
from pipeline.intake.word.words import is_hint

_BY_COLUMNS = "按各列的名称认出，没有栏目名称"
_FEWEST = 2
_SUMS = frozenset({"合计", "总计", "小计", "共计"})
_TO, _TIME = "—", re.compile(r"\d{2,4}|至今|今|现在")


@dataclass(frozen=True, slots=True)
class _Head:
    """A row of headings: the part that each column is of, and whose list it is."""

    row: int
    field: str
    parts: Mapping[int, str]
    cells: tuple[Cell, ...]
    title: Cell | None
    doubt: str


def read_lists(desk: Desk, lattice: Lattice, context: str) -> Iterator[Cell]:
    """Find the sub-tables of a table; yield every cell that belongs to one.

    `context`: the field whose heading stands ahead of the table, empty where none does.
    """
    heads = [head for row in range(lattice.height) if (head := _head(desk, lattice, row, context)) is not None]
    for number, head in enumerate(heads):
        end = heads[number + 1].row if number + 1 < len(heads) else lattice.height
        yield from head.cells
        if head.title is not None:
            yield head.title
        for row in range(max(each.row + each.rows for each in head.cells), end):
            cells = _line(desk, lattice, head, row)
            if cells is None:
                break
            yield from cells


def _head(desk: Desk, lattice: Lattice, row: int, context: str) -> _Head | None:
    cells = [each for each in lattice.row(row) if each.row == row and not each.tables]
    told, title = _title(desk, lattice, cells, row)
    if title is not None:
        cells = [each for each in cells if each is not title]
    if not cells or any(not squeezed(each.text) for each in cells[:-1]):
        return None
    best: tuple[int, Field, dict[int, str]] | None = None
    for field in desk.form.fields:
        if field.type != "array" or not field.children or not field.printed:
            continue
        if (told or context) and field.name != (told or context) and desk.is_list(told or context):
            continue
        parts = Columns(field).parts(cells)
        if _is_head(field, parts, cells) and (best is None or len(parts) > best[0]):
            best = len(parts), field, parts
    if best is None:
        return None
    named = best[1].name in (told, context)
    return _Head(row, best[1].name, best[2], tuple(cells), title, "" if named else _BY_COLUMNS)


def _is_head(field: Field, parts: Mapping[int, str], cells: Sequence[Cell]) -> bool:
    return len(parts) >= min(_FEWEST, len(field.children)) and _FEWEST * len(parts) >= len(cells)


def _title(desk: Desk, lattice: Lattice, cells: Sequence[Cell], row: int) -> tuple[str, Cell | None]:
    """Return the list that a heading left of the row or right above it names, and that heading."""
    covering = lattice.row(row)
    left = covering[0] if covering else None
    above = lattice.at(row - 1, cells[0].column) if cells and row else None
    ways = [(left, Rank.OTHER), (above, Rank.AMONG)]
    if above is not None and above.columns > 1:
        ways.reverse()
    for each, least in ways:
        match = desk.known.sure(each.text) if each is not None else None
        if match is not None and match.rank <= least and desk.is_list(match.field):
            return match.field, each
    return "", None


def _line(desk: Desk, lattice: Lattice, head: _Head, row: int) -> list[Cell] | None:
    """Take a line of the list; return its cells, None where the list is over."""
    found = {column: cells for column in head.parts if (cells := _under(lattice, head, column, row))}
    if len(found) < min(_FEWEST, len(head.parts)) or _FEWEST * len(found) < len(head.parts):
        return None
    if _is_over(desk, lattice, head, row):
        return None
    taken = [each for each in lattice.row(row) if each is not head.title and each.column >= min(head.parts)]
    if all(squeezed(cells[0].text) == squeezed(_heading(head, column)) for column, cells in found.items()):
        return taken
    texts = {head.parts[column]: (_joined(cells), cells[0].where) for column, cells in found.items()}
    first = next((text for text, _ in texts.values() if text), "")
    if squeezed(first) in _SUMS or is_hint(first):
        desk.left += [(text, where) for text, where in texts.values() if text]
    elif first:
        desk.rows.append(Row(head.field, texts, head.doubt))
        known = {id(each) for cells in found.values() for each in cells}
        extra = [each for each in taken if id(each) not in known and len(squeezed(each.text)) > _FEWEST]
        desk.left += [(trimmed(each.text), each.where) for each in extra]
    return taken


def _under(lattice: Lattice, head: _Head, column: int, row: int) -> list[Cell]:
    """Return the cells of a row below a heading, more than one where it is joined over them."""
    over = next(each for each in head.cells if each.column == column)
    cells = [lattice.at(row, each) for each in range(column, column + over.columns)]
    found = list({id(each): each for each in cells if each is not None}.values())
    return found if found and found[0].column == column else []


def _joined(cells: Sequence[Cell]) -> str:
    """Return the text of cells under one heading; 起 and 止 in two cells are one span of time."""
    texts = [text for each in cells if (text := trimmed(each.text))]
    return _TO.join(texts) if len(texts) == _FEWEST and all(map(_TIME.match, texts)) else " ".join(texts)


def _is_over(desk: Desk, lattice: Lattice, head: _Head, row: int) -> bool:
    """Tell whether the row begins with a heading of something else."""
    first = lattice.row(row)[0]
    if first is head.title:
        return False
    if head.title is not None and head.title.rows > 1 and head.title.row <= head.row < head.title.row + head.title.rows:
        return True
    match = desk.known.sure(first.text)
    if first.column < min(head.parts):
        return match is not None or len(squeezed(first.text)) > _FEWEST
    return match is not None and bool(match.named) and match.field != head.field


def _heading(head: _Head, column: int) -> str:
    return next((each.text for each in head.cells if each.column == column), "")
