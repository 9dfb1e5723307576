"""Which cells belong to a heading's value.

In: a table by places, a heading. Out: cells. Must not know what is read from them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from pipeline.intake.word import choices
from pipeline.intake.word.findings import Desk
from pipeline.intake.word.lattice import Lattice
from pipeline.intake.word.pieces import Cell

IsHead = Callable[[Cell], bool]
_FEWEST = 2
# A number that is written a character a cell has at least so many.
_FEWEST_SINGLE = 6


def is_heading_row(lattice: Lattice, is_head: IsHead, row: int) -> bool:
    """Tell whether the row has headings only, whose values stand below."""
    cells = [each for each in lattice.row(row) if each.row == row]
    if len(cells) < _FEWEST or row + 1 >= lattice.height or any(not each.text.strip() for each in cells):
        return False
    heads = sum(map(is_head, cells))
    below = [each for each in lattice.row(row + 1) if each.row == row + 1]
    if heads == len(cells):
        return bool(below)
    alike = [each.column for each in below] == [each.column for each in cells]
    return heads > _FEWEST and _FEWEST * heads > len(cells) + 1 and alike and not any(map(is_head, below))


def right(lattice: Lattice, desk: Desk, head: Cell, name: str, ends: IsHead) -> Iterator[Cell]:
    """Yield the cells right of a heading that make up its value, as far as the next heading.

    A long text or an opinion takes all of them, boxes take those in which nothing else stands, others the next cell.
    """
    takes_all, options = desk.is_wide(name), options_of(desk, name)
    seen: set[int] = set()
    for row in range(head.row, head.row + head.rows):
        beside = list(takewhile(lambda each: not ends(each), lattice.right_of(head, row)))
        for each in beside if takes_all else _one(options, beside):
            if id(each) not in seen:
                seen.add(id(each))
                yield each


def _one(options: Sequence[choices.Choice], cells: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cell of a short value, and those that go on with it: boxes, or a character a cell."""
    yield from cells[:1]
    single = list(takewhile(lambda each: len(each.text.strip()) <= 1, cells))
    if sum(bool(each.text.strip()) for each in single) >= _FEWEST_SINGLE:
        yield from single[1:]
    else:
        yield from _of_choices(options, cells[1:])


def _of_choices(options: Sequence[choices.Choice], cells: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cells that go on with a choice: each of them has choices, marks or nothing in it."""
    if options:
        yield from takewhile(lambda each: choices.is_of_choices(options, each.text), cells)


def options_of(desk: Desk, name: str) -> tuple[choices.Choice, ...]:
    """Return the choices that the form prints for a field, none where it prints no boxes."""
    for row in desk.form.layout.rows:
        for cell in row.cells:
            if cell.field == name and cell.values:
                return choices.choices(cell.choices, cell.values)
    return ()


def joined(cells: Sequence[Cell], name: str, desk: Desk, is_head: IsHead) -> str:
    """Return the text of cells: those of one row side by side, rows on lines; a long text leaves headings out."""
    rows: dict[int, list[str]] = {}
    for each in cells:
        rows.setdefault(each.row, []).append(each.text)
    if desk.is_long(name):
        for row in list(rows):
            here = [each for each in cells if each.row == row]
            if len(here) > 1 and len(rows) > 1 and all(map(is_head, here)):
                del rows[row]
    return "\n".join(_side_by_side([each for each in texts if each.strip()]) for texts in rows.values())


def _side_by_side(texts: Sequence[str]) -> str:
    single = len(texts) >= _FEWEST_SINGLE and all(len(each.strip()) == 1 for each in texts)
    return "".join(map(str.strip, texts)) if single else "\t".join(texts)
