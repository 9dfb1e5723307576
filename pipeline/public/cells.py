"""What each list shows of a candidate: the fields that are open, with what they said when it counts.

In: an opening, a list, the day. Out: cells, and every (field, text) that any list shows. The lists are drawn from the
same functions that say what is shown, so the two cannot differ.
"""

from collections.abc import Iterator
from datetime import date
from enum import Enum, auto

from pipeline.criteria import written
from pipeline.history import value_on
from pipeline.model import Programme
from pipeline.public.decisions import Cell
from pipeline.public.piles import leaves
from pipeline.public.values import category_on, text_of
from pipeline.public.views import Opening
from pipeline.rules.scores import score_on
from pipeline.rules.settings import SCORE


class Listing(Enum):
    """The four places where fields of a candidate stand."""

    ROUND = auto()
    NOTICE = auto()
    ROSTER = auto()
    CERTIFICATE = auto()


def fields_of(opening: Opening, listing: Listing) -> tuple[str, ...]:
    """Return the fields that are open there; a certification notice shows what the roster shows."""
    return {
        Listing.ROUND: opening.round_fields,
        Listing.NOTICE: opening.roster_fields,
        Listing.ROSTER: opening.roster_fields,
        Listing.CERTIFICATE: opening.certificate_fields,
    }[listing] or ()


def settled_on(opening: Opening, listing: Listing) -> date | None:
    """Return the day up to which a 变更 alters the list: a round's and a notice's keep what was then a fact."""
    standing = opening.standing
    return {Listing.ROUND: standing.publicity_until, Listing.NOTICE: standing.certified_on}.get(listing)


def cells(programme: Programme, opening: Opening, listing: Listing, as_of: date) -> tuple[Cell, ...]:
    """Return the cells of the candidate's line there."""
    settled = settled_on(opening, listing)
    return tuple(
        Cell(name, label(programme, name), _text(programme, opening, name, as_of, settled))
        for name in fields_of(opening, listing)
    )


def _text(programme: Programme, opening: Opening, name: str, as_of: date, settled: date | None) -> str:
    if programme.form.field(name) is None and name == SCORE:
        return written(score_on(programme, opening.submission, as_of))
    return text_of(value_on(opening.submission, name, as_of, settled), name, programme)


def category(programme: Programme, opening: Opening, listing: Listing, as_of: date) -> str:
    """Return the name of the candidate's category there, empty where the line shows nothing."""
    if not fields_of(opening, listing):
        return ""
    return category_on(opening.submission, programme, as_of, settled_on(opening, listing))


def label(programme: Programme, name: str) -> str:
    """Return what people read above a field's column: its short name, as the form's file calls it."""
    return name if programme.may_show(name) or (name == SCORE and programme.scoring) else ""


def shown_in_cells(programme: Programme, opening: Opening, as_of: date) -> Iterator[tuple[str, str]]:
    """Yield (field, text) of every cell of the candidate, and of the parts that a cell puts together."""
    for listing in Listing:
        settled = settled_on(opening, listing)
        yield from ((cell.field, cell.text) for cell in cells(programme, opening, listing, as_of))
        for name in fields_of(opening, listing):
            field, value = programme.form.field(name), value_on(opening.submission, name, as_of, settled)
            if field is not None and value is not None:
                yield from ((name, text) for text, _ in leaves(value, field))
