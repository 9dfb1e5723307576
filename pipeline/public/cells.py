"""What each list shows of a candidate: the fields that are open, with what they said when it counts.

In: a programme, a candidate, the day. Out: an Opening: the cells of each list; and every (field, text) that any list
shows. Both are drawn by one function from one value, so the two cannot differ.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from pipeline.criteria import written
from pipeline.forms import Value
from pipeline.history import is_edited, value_on
from pipeline.model import Programme, Submission
from pipeline.public.changed import last_change
from pipeline.public.decisions import Cell
from pipeline.public.marks import mark_of
from pipeline.public.opening import Cells, Listing, Opening, fields_of, label, settled_on
from pipeline.public.piles import leaves
from pipeline.public.values import text_of
from pipeline.public.views import Views, is_over, open_views
from pipeline.rules.scores import score_on
from pipeline.rules.settings import SCORE
from pipeline.stages import Stage, Standing, derive

Shown = frozenset[tuple[str, str]]


_LISTINGS = tuple(Listing)
# What a standing has of events; of most candidates nothing.
_OF_EVENTS = ("objections", "evaluations", "commendations", "changes", "renewals")
_STAGES = {each.value: each for each in Stage}
_DAYS = ("since", "received_on", "proposed_on", "publicity_until", "certified_on", "term_until", "publicity_from")
_PLACES = tuple(Standing._fields.index(each) for each in _DAYS)
_day = lru_cache(date.fromordinal)


class _Drawn(NamedTuple):
    """A cell, and the (field, text) pairs that it shows."""

    cell: Cell
    shown: tuple[tuple[str, str], ...]


class Drawer:
    """Opens the candidates of one programme; what the programme says is looked up once, and equal cells are one."""

    def __init__(self, programme: Programme, as_of: date) -> None:
        self._programme = programme
        self._as_of = as_of
        self._categories = {each.code: each.name for each in reversed(programme.categories)}
        self._views: dict[tuple[object, ...], Views] = {}
        self._drawn: dict[str, dict[str, _Drawn]] = {}
        self._cells: dict[tuple[str, str], Cell] = {}

    def open(self, submission: Submission) -> Opening:
        """Return what is open of the candidate."""
        standing = derive(submission.events, submission.opinions, self._as_of)
        views = self._open(standing)
        edited = is_edited(submission)
        cells: list[Cells] = []
        categories: list[str] = []
        known: dict[tuple[str, date | None], Cell] = {}
        for listing in _LISTINGS:
            fields, settled = fields_of(views, listing), settled_on(standing, listing) if edited else None
            for name in fields:
                if (name, settled) not in known:
                    known[name, settled] = self._draw(name, self._said(submission, name, edited, settled)).cell
            cells.append(tuple([known[name, settled] for name in fields]))
            categories.append(self._category(submission, edited, settled) if fields else "")
        group = self._category(submission, edited, standing.certified_on)
        opening = Opening(
            submission, standing, views, tuple(cells), tuple(categories), group, mark=self._mark(submission)
        )
        changed = tuple([last_change(self._programme, opening, listing, self._as_of) for listing in _LISTINGS])
        return opening._replace(changed=changed)

    def _mark(self, submission: Submission) -> str:
        return mark_of(self._programme.slug, submission.id)

    def plain(self, opening: Opening) -> list[Any] | None:
        """Return the opening as JSON can say it, for `again`; None where it holds events, which only the file tells."""
        standing = opening.standing
        if any(getattr(standing, name) for name in _OF_EVENTS):
            return None
        first = [opening.cells.index(cells) for cells in opening.cells]
        texts = [
            [cell.text for cell in cells] if first[place] == place else first[place]
            for place, cells in enumerate(opening.cells)
        ]
        return [[*map(_undated, standing)], texts, opening.categories, opening.group, [*map(_undated, opening.changed)]]

    def again(self, submission: Submission, told: Sequence[Any]) -> Opening:
        """Return the opening of which `plain` told."""
        stood, texts, categories, group, changed = told
        standing = _standing(*stood)
        views = self._open(standing)
        cells: list[Cells] = []
        for listing in _LISTINGS:
            said = texts[listing]
            if isinstance(said, int):
                cells.append(cells[said])
            else:
                cells.append(tuple(map(self._cell, fields_of(views, listing), said)))
        days = tuple([day and _day(day) for day in changed])
        return Opening(
            submission, standing, views, tuple(cells), tuple(categories), group, days, self._mark(submission)
        )

    def shown(self, opening: Opening) -> Shown:
        """Return every (field, text) of an opening's cells, and of the parts that a cell puts together."""
        submission, edited = opening.submission, is_edited(opening.submission)
        asked = {
            (fields_of(opening.views, listing), settled_on(opening.standing, listing) if edited else None)
            for listing in _LISTINGS
        }
        drawn = (
            self._draw(name, self._said(submission, name, edited, settled))
            for fields, settled in asked
            for name in fields
        )
        return frozenset(shown for each in drawn for shown in each.shown)

    def _open(self, standing: Standing) -> Views:
        """Return `open_views`, found once for all candidates of whom the same is true."""
        given = (standing.proposed_on is None, standing.certified_on is None, standing.certificate_number is None)
        key = (standing.stage, is_over(standing, self._as_of), given)
        found = self._views.get(key)
        if found is None:
            found = self._views[key] = open_views(self._programme, standing, self._as_of)
        return found

    def _said(self, submission: Submission, name: str, edited: bool, settled: date | None) -> Value | None:
        if name == SCORE and self._programme.form.field(name) is None:
            return written(score_on(self._programme, submission, self._as_of))
        return value_on(submission, name, self._as_of, settled) if edited else submission.value(name)

    def _category(self, submission: Submission, edited: bool, settled: date | None) -> str:
        role = self._programme.roles.category
        code = self._said(submission, role, edited, settled) if role else None
        return self._categories.get(code, "") if isinstance(code, str) else ""

    def _cell(self, name: str, text: str) -> Cell:
        known = self._cells.get((name, text))
        if known is None:
            known = self._cells[name, text] = Cell(name, label(self._programme, name), text)
        return known

    def _draw(self, name: str, value: Value | None) -> _Drawn:
        if not isinstance(value, str):
            return self._new(name, value)
        known = self._drawn.setdefault(name, {})
        if value not in known:
            known[value] = self._new(name, value)
        return known[value]

    def _new(self, name: str, value: Value | None) -> _Drawn:
        text, field = text_of(value, name, self._programme), self._programme.form.field(name)
        parts = () if field is None or value is None else leaves(value, field)
        return _Drawn(self._cell(name, text), ((name, text), *((name, part) for part, _ in parts)))


def _undated(said: object) -> object:
    return said.toordinal() if isinstance(said, date) else said


def _standing(stage: str, *told: Any) -> Standing:
    said = [_STAGES[stage], *told]
    for place in _PLACES:
        if said[place] is not None:
            said[place] = _day(said[place])
    return Standing(*said)
