"""When what a list shows of a candidate changed last.

In: an opening, a list, the day. Out: a day, of events that anybody could see on that list; the days of others are
nobody's business. 更正 and 变更 of a round and of a notice are told by their editions.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.model import Programme
from pipeline.public.cells import Listing, fields_of
from pipeline.public.decisions import Edition
from pipeline.public.honours import honours
from pipeline.public.views import Opening
from pipeline.stages import EventKind, Stage

_ALWAYS = frozenset(
    {
        EventKind.PROPOSED,
        EventKind.NOT_CERTIFIED,
        EventKind.CERTIFIED,
        EventKind.WITHDRAWN,
        EventKind.REVOKED,
        EventKind.REINSTATED,
        EventKind.RESIGNED,
    }
)
_SEEN = {
    Listing.ROUND: _ALWAYS | {EventKind.OBJECTED, EventKind.SETTLED},
    Listing.NOTICE: _ALWAYS,
    Listing.ROSTER: _ALWAYS | {EventKind.RENEWED},
    Listing.CERTIFICATE: _ALWAYS | {EventKind.RENEWED},
}
_OF_TERMS = (Listing.ROSTER, Listing.CERTIFICATE)


def last_change(programme: Programme, opening: Opening, listing: Listing, as_of: date) -> date | None:
    """Return the last day, not after `as_of`, on which the candidate's line there changed."""
    return max(_days(programme, opening, listing, as_of), default=None)


def latest(days: Iterable[date | None], editions: tuple[Edition, ...] = ()) -> date | None:
    """Return the last of the days on which lines changed and of those of the editions."""
    return max((*(each for each in days if each), *(each.on for each in editions)), default=None)


def _days(programme: Programme, opening: Opening, listing: Listing, as_of: date) -> Iterator[date]:
    yield from (each.on for each in opening.submission.events if each.on <= as_of and each.kind in _SEEN[listing])
    if listing not in _OF_TERMS:
        return
    standing = opening.standing
    if standing.stage is Stage.TERM_OVER and standing.since:
        yield standing.since
    shown = fields_of(opening, listing)
    yield from (each.on for each in standing.changes if each.changed_field in shown)
    yield from (each.on for each, _ in honours(programme, opening))
