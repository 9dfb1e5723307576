"""The good words that a programme tells of its holders: results of 年度评估, and 通报表扬.

In: a programme, an opening. Out: Honour rows, and the results that they show. Who left has none.
"""

from collections.abc import Iterator

from pipeline.model import Programme
from pipeline.public.decisions import Honour
from pipeline.public.opening import Opening
from pipeline.public.views import HOLDING
from pipeline.stages import DETAIL_KEYS, EventKind


def honours(programme: Programme, opening: Opening) -> Iterator[tuple[Honour, str]]:
    """Yield each honour that 公开 declares, oldest first, with the result that it tells (empty: none)."""
    standing = opening.standing
    if standing.stage not in HOLDING or not (standing.evaluations or standing.commendations):
        return
    events = sorted((*standing.evaluations, *standing.commendations), key=lambda each: each.on)
    for event in events:
        if event.kind is EventKind.EVALUATED and event.result in programme.shown.evaluations:
            yield Honour(event.on, f"{event.kind.value}{event.result}"), event.result or ""
        elif event.kind is EventKind.COMMENDED and programme.shown.commendations:
            yield Honour(event.on, event.kind.value), ""


def shown_in_honours(programme: Programme, opening: Opening) -> Iterator[tuple[str, str]]:
    """Yield (key, text) of every result that is told."""
    yield from ((DETAIL_KEYS["result"], result) for _, result in honours(programme, opening) if result)
