"""When what a list shows of a candidate changed last.

In: an opening, a list, the day. Out: a day, of events that anybody could see on that list; the days of others are
nobody's business. 更正 and 变更 of a round and of a notice are told by their editions.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.model import Programme
from pipeline.public.decisions import Edition
from pipeline.public.honours import honours
from pipeline.public.opening import Listing, Opening, fields_of
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
# By Listing.
_SEEN = (
    _ALWAYS | {EventKind.OBJECTED, EventKind.SETTLED},
    _ALWAYS,
    _ALWAYS | {EventKind.RENEWED},
    _ALWAYS | {EventKind.RENEWED},
)
_OF_TERMS = (Listing.ROSTER, Listing.CERTIFICATE)


def last_change(programme: Programme, opening: Opening, listing: Listing, as_of: date) -> date | None:
    """Return the last day, not after `as_of`, on which the candidate's line there changed."""
    seen = _SEEN[listing]
    days = [each.on for each in opening.submission.events if each.on <= as_of and each.kind in seen]
    if listing in _OF_TERMS:
        days.extend(_of_terms(programme, opening, listing))
    return max(days) if days else None


def latest(days: Iterable[date | None], editions: tuple[Edition, ...] = ()) -> date | None:
    """Return the last of the days on which lines changed and of those of the editions."""
    known = [each for each in days if each]
    known += [each.on for each in editions]
    return max(known) if known else None


def _of_terms(programme: Programme, opening: Opening, listing: Listing) -> Iterator[date]:
    """Yield the days of what only lists of holders show: the end of a term, later edits, honours."""
    standing = opening.standing
    if standing.stage is Stage.TERM_OVER and standing.since:
        yield standing.since
    shown = fields_of(opening.views, listing)
    for event in standing.changes:
        if event.changed_field in shown:
            yield event.on
    for honour, _ in honours(programme, opening):
        yield honour.on
