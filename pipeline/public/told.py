"""What is open of each candidate and what is withheld, found anew or as it was told before.

In: a programme, the day, what was told of candidates. Out: openings and packs. Must not know any list.

What is told of a candidate is a function of the file, the programme and the day: it can be found apart from `project`,
and kept.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from pipeline import memory
from pipeline.model import Programme, Site, Submission
from pipeline.public import piles
from pipeline.public.cells import Drawer, Shown
from pipeline.public.editions import shown_in_editions
from pipeline.public.guard import Pack
from pipeline.public.honours import shown_in_honours
from pipeline.public.opening import Opening
from pipeline.public.piles import Piece

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Told(NamedTuple):
    """What is told of one candidate: the opening as JSON, and the piles of texts, packed."""

    opening: bytes
    shown: bytes
    hidden: bytes


# What is told of the candidate whose file is at a path, None where nobody knows.
Before = Callable[[str], Told | None]


def opener(programme: Programme, as_of: date) -> Callable[[Submission], Told]:
    """Return what tells of one candidate what is open, and which texts are on which pile."""
    drawer, pieces = Drawer(programme, as_of), _pieces(programme, as_of)

    def opened(submission: Submission) -> Told:
        opening = drawer.open(submission)
        plain = _ENCODE(drawer.plain(opening)).encode("utf-8", "surrogatepass")
        return Told(plain, *piles.packed(pieces(opening)))

    return opened


class Opened(NamedTuple):
    """A candidate, opened, with the texts of the file that are shown, packed, and those that are withheld."""

    opening: Opening
    shown: bytes
    hidden: Pack


def opened(programme: Programme, as_of: date, told: Before) -> tuple[Opened, ...]:
    """Return the programme's candidates; `told` is asked once for each."""
    drawer, pieces = Drawer(programme, as_of), _pieces(programme, as_of)
    known = memory.known(f"opened of {programme.slug}", (replace(programme, submissions=()), as_of))

    def found(each: Submission) -> Opened:
        path = each.document.path
        before = told(path)
        plain = json.loads(before.opening.decode("utf-8", "surrogatepass")) if before else None
        opening = drawer.open(each) if plain is None else drawer.again(each, plain)
        shown, hidden = (before.shown, before.hidden) if before else piles.packed(pieces(opening))
        return Opened(opening, shown, Pack(path, hidden))

    return tuple([known.of(each, found) for each in programme.submissions])


def divide(site: Site, as_of: date) -> Iterator[Piece]:
    """Yield every text of every candidate, each on one pile: shown or withheld."""
    for programme in site.programmes:
        drawer, pieces = Drawer(programme, as_of), _pieces(programme, as_of)
        for each in programme.submissions:
            yield from pieces(drawer.open(each))


def is_out(programme: Programme, as_of: date) -> bool:
    """Tell whether the programme's notice is published on the day; a notice without a date always is."""
    return programme.notice.published_on is None or programme.notice.published_on <= as_of


def _pieces(programme: Programme, as_of: date) -> Callable[[Opening], Iterator[Piece]]:
    drawer, out = Drawer(programme, as_of), is_out(programme, as_of)

    def pieces(opening: Opening) -> Iterator[Piece]:
        shown = _shown(programme, drawer, opening) if out else frozenset()
        return piles.pieces(programme, opening.submission, shown)

    return pieces


def _shown(programme: Programme, drawer: Drawer, opening: Opening) -> Shown:
    """Return every (field, text) that the cells, the editions and the honours tell of the candidate."""
    standing, shown = opening.standing, drawer.shown(opening)
    if not (standing.changes or standing.evaluations or standing.commendations):
        return shown
    return shown.union(shown_in_editions(programme, opening), shown_in_honours(programme, opening))
