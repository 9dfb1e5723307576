"""What is open of a candidate on a day.

In: nothing. Out: types, and what a list may show. `cells` opens candidates, the lists are drawn from openings.
"""

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from pipeline import terms
from pipeline.model import ASSOCIATION, Programme, Submission
from pipeline.public.decisions import Cell
from pipeline.public.views import Views
from pipeline.rules.settings import SCORE
from pipeline.stages import Standing

Cells = tuple[Cell, ...]


class Listing(IntEnum):
    """The four places where fields of a candidate stand."""

    ROUND = 0
    NOTICE = 1
    ROSTER = 2
    CERTIFICATE = 3


class Opening(NamedTuple):
    """One candidate on one day: the standing, what is open, and by Listing the cells and the category's name.

    `group`: the category's name when the candidate was certified, shown or not. `changed`: by Listing, the last day on
    which an event changed the candidate's line, None where that is not known. `mark`: see `marks`.
    """

    submission: Submission
    standing: Standing
    views: Views
    cells: tuple[Cells, ...]
    categories: tuple[str, ...]
    group: str
    changed: tuple[date | None, ...] = ()
    mark: str = ""


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
    if name == ASSOCIATION:
        return terms.of_programme(programme).recommender
    return name if programme.may_show(name) or (name == SCORE and programme.scoring) else ""
