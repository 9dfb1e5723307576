"""Editions of published lists: what was amended after publication, for all to see.

In: the openings of a list with their line numbers. Out: Edition rows, and every (field, text) that they show.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from pipeline.model import Programme
from pipeline.public.decisions import Amendment, Edition
from pipeline.public.opening import Listing, Opening, fields_of, label, settled_on
from pipeline.public.values import text_of
from pipeline.stages import Event, EventKind

Numbered = Iterable[tuple[int, Opening]]
EDITED = (Listing.ROUND, Listing.NOTICE)


def editions(programme: Programme, lines: Numbered, listing: Listing) -> tuple[Edition, ...]:
    """Return the editions of the list after its first, by day; `lines` are the list's openings with their numbers."""
    dated = sorted(
        ((event.on, number, place), _amendment(programme, number, opening, event, listing))
        for number, opening in lines
        if opening.standing.changes
        for place, event in enumerate(_amending(programme, opening, listing))
    )
    days = groupby(dated, key=lambda each: each[0][0])
    return tuple(
        Edition(count, on, tuple(amendment for _, amendment in of_day)) for count, (on, of_day) in enumerate(days, 2)
    )


def shown_in_editions(programme: Programme, opening: Opening) -> Iterator[tuple[str, str]]:
    """Yield (field, text) of every old and new value that an edition tells of the candidate."""
    for listing in EDITED:
        for event in _amending(programme, opening, listing):
            amendment = _amendment(programme, 0, opening, event, listing)
            yield from ((event.changed_field or "", text) for text in (amendment.old, amendment.new) if text)


def _amending(programme: Programme, opening: Opening, listing: Listing) -> Iterator[Event]:
    """Yield the 更正 and 变更 after the day of publication that alter what the list shows, or open a period anew."""
    published = opening.standing.proposed_on if listing is Listing.ROUND else opening.standing.certified_on
    declared = programme.shown.publicity if listing is Listing.ROUND else programme.shown.roster
    settled = settled_on(opening.standing, listing)
    for event in opening.standing.changes:
        if published is None or event.on <= published:
            continue
        outgrown = event.kind is EventKind.CHANGED and settled is not None and event.on > settled
        if not outgrown and (event.changed_field in declared or _anew(event, listing)):
            yield event


def _anew(event: Event, listing: Listing) -> date | None:
    return event.publicity_until if event.republish and listing is Listing.ROUND else None


def _amendment(programme: Programme, number: int, opening: Opening, event: Event, listing: Listing) -> Amendment:
    field = event.changed_field or ""
    declared = programme.shown.publicity if listing is Listing.ROUND else programme.shown.roster
    is_open = field in fields_of(opening.views, listing)
    return Amendment(
        kind=event.kind.value,
        number=number,
        label=label(programme, field) if field in declared else "",
        old=text_of(event.old or "", field, programme) if is_open else None,
        new=text_of(event.new or "", field, programme) if is_open else None,
        until=_anew(event, listing),
    )
