"""Events and opinions fold into what stands on a day.

In: events and opinions of one candidate in any order, and `as_of`. Out: a Standing, or the day of its next change.
An event that may not follow what stands changes nothing; `breaches` tells of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from pipeline.stages.table import EVENTS, HANDED_IN, PUBLISHED, RANKS, follows
from pipeline.stages.types import Event, EventKind, Objection, Opinion, Stage, Standing

Events = tuple[Event, ...]
Opinions = tuple[Opinion, ...]
# A Standing in the making: its fields in their order, changed in place, for a new tuple at every turn costs the most.
Making = dict[str, Any]

_NOTHING_YET = Standing(Stage.NOT_RECEIVED)._asdict()
_DAY_OF = attrgetter("on")
_DETAILS = tuple(each.name for each in fields(Event) if each.compare and each.name not in ("on", "kind"))
# A stage that ends by itself: the attribute with its last day, and the stage of the day after.
_ENDS = {
    Stage.IN_PUBLICITY: ("publicity_until", Stage.PUBLICITY_OVER),
    Stage.IN_OFFICE: ("term_until", Stage.TERM_OVER),
}


def derive(events: Events, opinions: Opinions, as_of: date) -> Standing:
    """Return what is true at the end of `as_of`; events and opinions dated later have not happened."""
    now = beginning()
    for _ in walk([each for each in events if each.on <= as_of], opinions, now):
        pass
    _reach(now, opinions, as_of)
    return frozen(now)


def next_change(events: Events, opinions: Opinions, as_of: date) -> date | None:
    """Return the first day after `as_of` whose standing differs from that of `as_of`, None where there is none."""
    now = derive(events, opinions, as_of)
    days = (day for day in sorted(set(_turning_days(events, opinions))) if day > as_of)
    return next((day for day in days if derive(events, opinions, day) != now), None)


def beginning() -> Making:
    """Return what stands before anything happened."""
    return _NOTHING_YET.copy()


def frozen(now: Making) -> Standing:
    """Return what stands, to be kept."""
    return Standing._make(now.values())


def walk(events: Iterable[Event], opinions: Opinions, now: Making) -> Iterator[tuple[Event, bool]]:
    """Yield each event in its turn and whether it may follow what stands; `now` holds what stood until it is resumed.

    They go by day; on one day, the first by the table's order that may follow what stands goes next, so that 退回补正
    and 收到 of one day are read in the order that makes sense. Equal kinds of one day go by what they say.
    """
    for waiting in _by_day(events):
        day = waiting[0].on
        _reach(now, opinions, day)
        if len(waiting) > 1:  # the key is dear, and most days have one event
            waiting.sort(key=_turn)
        while waiting:
            event, fits = _next(waiting, now)
            yield event, fits
            if fits:
                _happen(event, now)
                _reach(now, opinions, day)


def _by_day(events: Iterable[Event]) -> Iterator[list[Event]]:
    of_day: list[Event] = []
    for event in sorted(events, key=_DAY_OF):
        if of_day and event.on != of_day[0].on:
            yield of_day
            of_day = []
        of_day.append(event)
    if of_day:
        yield of_day


def _turn(event: Event) -> tuple[int, tuple[str, ...]]:
    return RANKS[event.kind], tuple(repr(getattr(event, name)) for name in _DETAILS)


def _next(waiting: list[Event], now: Making) -> tuple[Event, bool]:
    """Take the first event that may follow what stands, or else the first of all."""
    lacks_material = now["paper"] is False or now["electronic"] is False
    for place, event in enumerate(waiting):
        if follows(event.kind, now["stage"], lacks_material, now["proposed_on"] is not None):
            return waiting.pop(place), True
    return waiting.pop(0), False


def _turning_days(events: Events, opinions: Opinions) -> Iterator[date]:
    yield from (each.on for each in events)
    yield from (each.on for each in opinions if each.on is not None)
    ends = (end for each in events for end in (each.publicity_until, each.term_until))
    yield from (_day_after(end) for end in ends if end is not None and end < date.max)


def _day_after(day: date) -> date:
    return day + timedelta(days=1)


def _reach(now: Making, opinions: Opinions, day: date) -> None:
    """Let the days up to `day` bring what comes by itself."""
    stage = now["stage"]
    if stage is Stage.RECEIVED:
        if all([each.agrees and is_given(each, day) for each in opinions]):
            _move(now, Stage.RECOMMENDED, [each.on for each in opinions])
    elif stage in _ENDS:
        name, following = _ENDS[stage]
        until: date | None = now[name]
        if until is not None and until < day:
            _move(now, following, [_day_after(until)])


def is_given(opinion: Opinion, day: date) -> bool:
    """Tell whether the opinion is given by the end of the day; one without a date is from the first day."""
    return opinion.agrees is not None and (opinion.on is None or opinion.on <= day)


def _move(now: Making, stage: Stage, days: list[date | None]) -> None:
    """Move to the stage that follows by itself on the latest of the days, no earlier than what stands."""
    now["since"] = max([each for each in (now["since"], *days) if each is not None])
    now["stage"] = stage


def _happen(event: Event, now: Making) -> None:
    """Let an event happen that may follow what stands."""
    rule = EVENTS[event.kind]
    before = now["stage"]
    to = rule.to or before
    for name in rule.copies:
        now[name] = getattr(event, name)
    if rule.joins:
        now[rule.joins] = (*now[rule.joins], event)
    if event.kind is EventKind.RECEIVED:
        to = _receive(event, now)
    elif event.kind is EventKind.OBJECTED:
        now["objections"] = (*now["objections"], Objection(event.number or "", event.on, None))
    elif event.kind is EventKind.SETTLED:
        now["objections"] = _settled(now["objections"], event)
    elif rule.joins == "changes" and event.republish is True and before in PUBLISHED:
        # 更正 and 变更 may open a new publicity period as long as the candidate is not yet certified.
        now["publicity_from"], now["publicity_until"] = event.on, event.publicity_until
        to = Stage.IN_PUBLICITY
    if to is not before:
        now["stage"], now["since"] = to, event.on
        for name in rule.dates:
            now[name] = event.on


def _receive(event: Event, now: Making) -> Stage:
    """Note what is there on paper and as files, after 退回补正 only what is handed in anew; return the stage."""
    for name, given in (("paper", event.paper), ("electronic", event.electronic)):
        if now["stage"] not in HANDED_IN or (given is not None and not now[name]):
            now[name] = given
    return now["stage"] if now["stage"] in HANDED_IN else Stage.RECEIVED


def _settled(objections: tuple[Objection, ...], event: Event) -> tuple[Objection, ...]:
    """Return the objections, the first open one of the event's number settled."""
    meant = next((each for each in objections if each.settled_on is None and each.number == event.number), None)
    return tuple(replace(each, settled_on=event.on) if each is meant else each for each in objections)
