"""What each list shows of a candidate: the fields that are open, with what they said when it counts.

In: a programme, a candidate, the day. Out: an Opening: the cells of each list, and every (field, text) that any list
shows. The lists are drawn from the cells that say what is shown, so the two cannot differ.
"""

from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from pipeline.forms import Field, Value
from pipeline.history import EDITS, value_on
from pipeline.model import Programme, Submission
from pipeline.public.decisions import Cell
from pipeline.public.piles import leaves
from pipeline.public.values import text_of
from pipeline.public.views import Views, open_views
from pipeline.stages import Standing, derive

Cells = tuple[Cell, ...]
Shown = frozenset[tuple[str, str]]


class Listing(IntEnum):
    """The four places where fields of a candidate stand."""

    ROUND = 0
    NOTICE = 1
    ROSTER = 2
    CERTIFICATE = 3


_LISTINGS = tuple(Listing)


class Opening(NamedTuple):
    """One candidate on one day: the standing, what is open, and by Listing the cells and the category's name.

    `shown`: every (field, text) of the cells, and of the parts that a cell puts together.
    """

    submission: Submission
    standing: Standing
    views: Views
    cells: tuple[Cells, ...]
    categories: tuple[str, ...]
    shown: Shown


class Drawer:
    """Opens the candidates of one programme; what the programme says is looked up once, and equal cells are one."""

    def __init__(self, programme: Programme, as_of: date) -> None:
        self._programme = programme
        self._as_of = as_of
        self._fields: dict[str, Field] = {each.name: each for each in reversed(programme.form.fields)}
        self._categories = {each.code: each.name for each in reversed(programme.categories)}
        self._views: dict[tuple[object, ...], Views] = {}
        self._cells: dict[tuple[str, str], Cell] = {}

    def open(self, submission: Submission) -> Opening:
        """Return what is open of the candidate."""
        standing = derive(submission.events, submission.opinions, self._as_of)
        views = self._open(standing)
        edited = any([each.kind in EDITS for each in submission.events])
        cells: list[Cells] = []
        categories: list[str] = []
        shown: set[tuple[str, str]] = set()
        before: tuple[str, ...] | None = None
        for listing in _LISTINGS:
            fields = fields_of(views, listing)
            if fields == before and not edited:
                cells.append(cells[-1])
                categories.append(categories[-1])
                continue
            before, settled = fields, settled_on(standing, listing)
            said = [(name, self._said(submission, name, edited, settled)) for name in fields]
            cells.append(tuple([self._cell(name, value) for name, value in said]))
            categories.append(self._category(submission, edited, settled) if fields else "")
            shown.update(self._parts(said, cells[-1]))
        return Opening(submission, standing, views, tuple(cells), tuple(categories), frozenset(shown))

    def _open(self, standing: Standing) -> Views:
        """Return `open_views`, found once for all candidates of whom the same is true."""
        over = standing.publicity_until is not None and standing.publicity_until < self._as_of
        given = (standing.proposed_on is None, standing.certified_on is None, standing.certificate_number is None)
        key = (standing.stage, over, given)
        found = self._views.get(key)
        if found is None:
            found = self._views[key] = open_views(self._programme, standing, self._as_of)
        return found

    def _said(self, submission: Submission, name: str, edited: bool, settled: date | None) -> Value | None:
        return value_on(submission, name, self._as_of, settled) if edited else submission.values.get(name)

    def _cell(self, name: str, value: Value | None) -> Cell:
        if not isinstance(value, str):
            return Cell(name, label(self._programme, name), text_of(value, name, self._programme))
        found = self._cells.get((name, value))
        if found is None:
            found = Cell(name, label(self._programme, name), text_of(value, name, self._programme))
            self._cells[name, value] = found
        return found

    def _category(self, submission: Submission, edited: bool, settled: date | None) -> str:
        role = self._programme.roles.category
        code = self._said(submission, role, edited, settled) if role else None
        return self._categories.get(code, "") if isinstance(code, str) else ""

    def _parts(self, said: list[tuple[str, Value | None]], cells: Cells) -> Iterator[tuple[str, str]]:
        for (name, value), cell in zip(said, cells, strict=True):
            yield name, cell.text
            field = self._fields.get(name)
            if field is not None and value is not None and value != cell.text:
                yield from ((name, text) for text, _ in leaves(value, field))


def fields_of(views: Views, listing: Listing) -> tuple[str, ...]:
    """Return the fields that are open there; a certification notice shows what the roster shows."""
    if listing is Listing.ROUND:
        return views.round_fields or ()
    return (views.certificate_fields if listing is Listing.CERTIFICATE else views.roster_fields) or ()


def settled_on(standing: Standing, listing: Listing) -> date | None:
    """Return the day up to which a 变更 alters the list: a round's and a notice's keep what was then a fact."""
    if listing is Listing.ROUND:
        return standing.publicity_until
    return standing.certified_on if listing is Listing.NOTICE else None


def label(programme: Programme, name: str) -> str:
    """Return what people read above a field's column: its short name, as the form's file calls it."""
    return name if programme.form.field(name) else ""
