"""A table → what stands under which heading.

In: a table, what a heading ahead of it says. Out: claims, rows and leftovers on the desk. A heading's value stands
right of it, else below it, else behind it in its own cell. Must not know paragraphs outside tables.
"""

from collections.abc import Iterator

from pipeline.intake.labels import squeezed
from pipeline.intake.word import choices, regions
from pipeline.intake.word.findings import Claim, Desk
from pipeline.intake.word.lattice import Lattice
from pipeline.intake.word.opinions import is_signature
from pipeline.intake.word.pieces import Cell, Line, Table, text_of, trimmed, unstruck
from pipeline.intake.word.segments import segments
from pipeline.intake.word.sublists import read_lists
from pipeline.intake.word.vocabulary import Match, Rank
from pipeline.intake.word.words import OF_OTHERS, is_printed

_LONGEST_HEADING = 80
_GOES_ON = "下一行没有栏目名称，按位置接在后面"
_BEYOND = "与栏目名称之间隔着空格子"
_MERGED = "由几个格子并成"


class TableReader:
    """One table on its way to the desk; a cell that is taken is taken once."""

    def __init__(self, desk: Desk, table: Table, context: str = "") -> None:
        """Look for headings in the table; `context`: the field whose heading stands ahead of it."""
        self._desk, self._context = desk, context
        self._lattice = Lattice(table)
        self._taken: set[int] = set()
        # Cells in which the name of a field stands before its value.
        self._labelled: set[int] = set()
        # What the form prints across the table is neither a heading nor anybody's words.
        self._take(*(each for each in table.cells if desk.is_words(each.text)))
        fresh = (each for each in table.cells if id(each) not in self._taken)
        self._heads = {id(each): match for each in fresh if (match := self._heading(each)) is not None}
        self._below = {
            row for row in range(self._lattice.height) if regions.is_heading_row(self._lattice, self._is_head, row)
        }
        self._found = False

    def read(self) -> bool:
        """Put everything on the desk; return whether any heading of the form was found."""
        cells = self._lattice.table.cells
        self._take(*read_lists(self._desk, self._lattice, self._context))
        self._found = bool(self._taken)
        self._pass_others()
        for ranks in ((Rank.OWN, Rank.OTHER, Rank.AMONG), (Rank.PARTLY, Rank.LIKE)):
            for wide in (True, False):
                for each in cells:
                    self._claim(each, ranks, wide=wide)
        for each in cells:
            if id(each) not in self._taken:
                self._rest(each)
        return self._found

    def _take(self, *cells: Cell) -> None:
        self._taken |= {id(each) for each in cells}

    def _is_head(self, cell: Cell) -> bool:
        """Tell whether the cell is a heading beyond doubt, of ours or of forms at large."""
        match = self._heads.get(id(cell))
        return match is not None and match.is_heading

    def _heading(self, cell: Cell) -> Match | None:
        """Return what the cell names, if it is a heading and nothing but that."""
        text = unstruck(cell.text).strip(" \u3000\t\n:：_")
        if cell.tables or not text or len(text) > _LONGEST_HEADING:
            return None
        match = self._desk.known.match(text)
        if match is not None and match.is_heading:
            return match
        ahead, found = segments(self._desk.known, unstruck(cell.text))
        if found and found[0].match and found[0].match.named and not squeezed(ahead):
            self._labelled.add(id(cell))
        if any(each.match for each in found) or "：" in text or ":" in text:
            return None
        return match

    def _pass_others(self) -> None:
        """Leave lists of other people alone: their columns have the names of ours."""
        for row in self._below:
            cells = self._lattice.row(row)
            if not any(squeezed(each.text) in OF_OTHERS for each in cells):
                continue
            for below in range(row, self._lattice.height):
                here = self._lattice.row(below)
                if below > row and len(here) < len(cells):
                    break
                self._left(*(each for each in here if below > row and not self._is_head(each)))
                self._take(*here)

    def _claim(self, cell: Cell, ranks: tuple[Rank, ...], *, wide: bool) -> None:
        match = self._heads.get(id(cell))
        if match is None or id(cell) in self._taken or match.rank not in ranks or not match.named:
            return
        if self._desk.is_wide(match.field) != wide:
            return
        self._take(cell)
        values = self._values(cell, match)
        self._found = self._found or match.is_sure
        fresh = [each for each in values if id(each) not in self._taken]
        self._take(*fresh)
        if self._desk.is_list(match.field):
            self._listed(match, cell, fresh)
            return
        doubt = self._doubt(cell, match, fresh)
        text = regions.joined(fresh, match.field, self._desk, self._is_head)
        where = next((each.where for each in fresh if each.text.strip()), fresh[0].where if fresh else cell.where)
        listed = cell.row in self._below
        self._desk.claims.append(Claim(match, _one_line(cell.text), text, where, doubt, listed))

    def _doubt(self, cell: Cell, match: Match, values: list[Cell]) -> str:
        filled = [each for each in values if each.text.strip()]
        if len(values) > 1 and len(filled) == 1 and filled[0] is values[1] and not self._desk.is_wide(match.field):
            return _BEYOND
        if not self._desk.is_long(match.field) or len(filled) < 2:  # noqa: PLR2004
            return ""
        return (
            _GOES_ON
            if any(each.row >= cell.row + cell.rows for each in filled[1:]) and cell.row not in self._below
            else _MERGED
        )

    def _values(self, cell: Cell, match: Match) -> list[Cell]:
        """Return the cells in which the heading's value stands."""
        if self._is_photo(match.field):
            return []
        right = next(self._lattice.right_of(cell), None)
        if right is None or self._is_above(cell, right, match):
            below = self._lattice.below(cell)
            if below is None or self._is_head(below) or id(below) in self._taken or self._is_claimed(below, cell):
                return []
            beneath = range(below.column, below.column + below.columns) if cell.row in self._below else None
            return [below, *self._goes_on(below, match, beneath)]
        if id(right) in self._labelled and not self._desk.is_wide(match.field):
            return []
        found = list(regions.right(self._lattice, self._desk, cell, match.field, lambda each: self._ends(cell, each)))
        if not any(each.text.strip() for each in found):
            found += self._under(cell) or self._over_a_blank(found, match)
        further = list(self._goes_on(cell, match))
        if self._desk.is_long(match.field) and cell.rows == 1 and not further:
            # What stands behind a text on its only row is a note to it.
            found = [each for each in found if each.text.strip()][:1]
        return [*found, *further]

    def _is_above(self, cell: Cell, right: Cell, match: Match) -> bool:
        """Tell whether a heading's value stands below it: other headings stand beside it, and are not in its value."""
        if not self._desk.is_wide(match.field):
            return cell.row in self._below or self._is_head(right)
        below = self._lattice.below(cell)
        return cell.rows == 1 and self._ends(cell, right) and below is not None and bool(below.text.strip())

    def _ends(self, head: Cell, cell: Cell) -> bool:
        """Tell whether a cell right of a heading is the next one; in a wide value only a field's heading is."""
        match = self._heads.get(id(cell))
        if match is None or not match.is_heading:
            return False
        own = self._heads[id(head)].field
        if not self._desk.is_wide(own):
            return True
        inside = cell.row in self._below and (head.rows > 1 or self._is_blank_below(head))
        return match.is_sure and bool(match.named) and match.field != own and not inside

    def _is_blank_below(self, cell: Cell) -> bool:
        below = self._lattice.below(cell)
        return below is not None and not below.text.strip()

    def _is_photo(self, name: str) -> bool:
        field = self._desk.form.field(name)
        return field is not None and field.kind == "照片"

    def _is_claimed(self, cell: Cell, head: Cell) -> bool:
        """Tell whether a cell below a heading is the value of another one, to its left."""
        left = self._lattice.at(cell.row, cell.column - 1)
        return left is not None and left is not head and self._is_head(left) and left.row not in self._below

    def _under(self, cell: Cell) -> list[Cell]:
        """Return the cell right below a heading with nothing right of it, if it can be of no other heading."""
        below = self._lattice.below(cell)
        fits = below is not None and (below.column, below.columns) == (cell.column, cell.columns)
        if below is None or not fits or self._is_head(below) or self._is_claimed(below, cell):
            return []
        beside = next(self._lattice.right_of(below), None)
        return (
            [below]
            if below.text.strip() and (beside is None or not beside.text.strip()) and id(below) not in self._labelled
            else []
        )

    def _over_a_blank(self, blank: list[Cell], match: Match) -> list[Cell]:
        """Return the cell behind a blank one, where the heading's row goes on so that it can be of no other."""
        if self._desk.is_wide(match.field) or len(blank) != 1:
            return []
        beyond = list(self._lattice.right_of(blank[0]))[:2]
        if not beyond or not beyond[0].text.strip() or self._is_head(beyond[0]) or id(beyond[0]) in self._labelled:
            return []
        return beyond[:1] if len(beyond) == 1 or self._is_head(beyond[1]) else []

    def _goes_on(self, cell: Cell, match: Match, beneath: range | None = None) -> Iterator[Cell]:
        """Yield the cells of the rows below that have no heading and go on with a long text or an opinion.

        `beneath`: the columns that they must stand in, where values stand side by side.
        """
        is_opinion, options = self._desk.is_opinion(match.field), regions.options_of(self._desk, match.field)
        if not is_opinion and not options and not self._desk.is_long(match.field):
            return
        for row in range(cell.row + cell.rows, self._lattice.height):
            here = [each for each in self._lattice.row(row) if each.row == row]
            here = [each for each in here if beneath is None or each.column in beneath]
            if options:
                here = [each for each in here if each.column >= cell.column]
            filled = [each for each in here if each.text.strip()]
            if not filled or any(self._is_head(each) and self._heads[id(each)].named for each in filled):
                return
            if is_opinion:
                goes_on = is_signature(unstruck(filled[0].text))
            else:
                goes_on = len(here) > 1 and here[0].column == cell.column and not here[0].text.strip()
            if options:
                goes_on = goes_on and all(choices.is_of_choices(options, each.text) for each in filled)
            elif not is_opinion:
                goes_on = goes_on and cell.column == 0
            if not goes_on:
                return
            yield from here

    def _listed(self, match: Match, head: Cell, values: list[Cell]) -> None:
        """Read a list whose lines stand in a table of their own, or as mere text."""
        for each in values:
            for table in each.tables:
                TableReader(self._desk, table, match.field).read()
            text = text_of(tuple(block for block in each.blocks if isinstance(block, Line)))
            if squeezed(text):
                self._desk.claims.append(Claim(match, trimmed(head.text), text, each.where))

    def _rest(self, cell: Cell) -> None:
        """Read what stands in a cell that no heading took."""
        for table in cell.tables:
            self._found = TableReader(self._desk, table).read() or self._found
        text = text_of(tuple(block for block in cell.blocks if isinstance(block, Line)))
        head, found = segments(self._desk.known, unstruck(text))
        if not any(each.match for each in found):
            self._left_text(cell, text)
            return
        self._left_text(cell, head)
        for each in found:
            if each.match is not None and each.match.named:
                self._found = True
                self._desk.claims.append(Claim(each.match, each.label, each.text, cell.where))
            elif squeezed(each.text):
                self._desk.left.append((trimmed(each.text), f"{cell.where} {each.label}"))

    def _left(self, *cells: Cell) -> None:
        for each in cells:
            self._left_text(each, each.text)

    def _left_text(self, cell: Cell, text: str) -> None:
        said = trimmed(text)
        before = self._lattice.at(cell.row, cell.column - 1)
        label = _one_line(before.text) if before is not None and before is not cell and self._is_head(before) else ""
        if not squeezed(said) or self._is_head(cell) or (not label and is_printed(said, self._desk.form.title)):
            return
        self._desk.left.append((said, f"{cell.where} {label}".strip()))


def _one_line(heading: str) -> str:
    """Return a heading as it is quoted: vertical ones on one line."""
    return "".join(unstruck(heading).split())
