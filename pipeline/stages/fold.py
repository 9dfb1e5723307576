"""Events and opinions fold into what stands on a day.

In: events and opinions of one candidate in any order, and `as_of`. Out: a Standing, or the day of its next change.
An event that may not follow what stands changes nothing; `breaches` tells of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from pipeline.stages.table import EVENTS, HANDED_IN, PUBLISHED, RANKS, may_follow
from pipeline.stages.types import Event, EventKind, Objection, Opinion, Stage, Standing

Events = tuple[Event, ...]
Opinions = tuple[Opinion, ...]

_NOTHING_YET = Standing(Stage.NOT_RECEIVED)
_DETAILS = tuple(each.name for each in fields(Event) if each.compare and each.name not in ("on", "kind"))
# A stage that ends by itself: the attribute with its last day, and the stage of the day after.
_ENDS = {
    Stage.IN_PUBLICITY: ("publicity_until", Stage.PUBLICITY_OVER),
    Stage.IN_OFFICE: ("term_until", Stage.TERM_OVER),
}


class Step(NamedTuple):
    """One event in its turn: what stood before it and after it, and whether it may follow what stood."""

    event: Event
    before: Standing
    fits: bool
    after: Standing


def derive(events: Events, opinions: Opinions, as_of: date) -> Standing:
    """Return what is true at the end of `as_of`; events and opinions dated later have not happened."""
    standing = _NOTHING_YET
    for step in walk((each for each in events if each.on <= as_of), opinions):
        standing = step.after
    return _on_day(standing, opinions, as_of)


def next_change(events: Events, opinions: Opinions, as_of: date) -> date | None:
    """Return the first day after `as_of` whose standing differs from that of `as_of`, None where there is none."""
    now = derive(events, opinions, as_of)
    days = (day for day in sorted(set(_turning_days(events, opinions))) if day > as_of)
    return next((day for day in days if derive(events, opinions, day) != now), None)


def walk(events: Iterable[Event], opinions: Opinions) -> Iterator[Step]:
    """Yield each event in its turn.

    They go by day; on one day, the first by the table's order that may follow what stands goes next, so that 退回补正
    and 收到 of one day are read in the order that makes sense. Equal kinds of one day go by what they say.
    """
    standing = _NOTHING_YET
    for day, group in groupby(sorted(events, key=_day_of), key=_day_of):
        standing = _on_day(standing, opinions, day)
        waiting = list(group)
        if len(waiting) > 1:  # the key is dear, and most days have one event
            waiting.sort(key=_turn)
        while waiting:
            event = next((each for each in waiting if may_follow(each.kind, standing)), waiting[0])
            waiting.remove(event)
            fits = may_follow(event.kind, standing)
            after = _on_day(_happened(standing, event), opinions, day) if fits else standing
            yield Step(event, standing, fits, after)
            standing = after


def _day_of(event: Event) -> date:
    return event.on


def _turn(event: Event) -> tuple[int, tuple[str, ...]]:
    return RANKS[event.kind], tuple(repr(getattr(event, name)) for name in _DETAILS)


def _turning_days(events: Events, opinions: Opinions) -> Iterator[date]:
    yield from (each.on for each in events)
    yield from (each.on for each in opinions if each.on is not None)
    ends = (end for each in events for end in (each.publicity_until, each.term_until))
    yield from (_day_after(end) for end in ends if end is not None and end < date.max)


def _day_after(day: date) -> date:
    return day + timedelta(days=1)


def _on_day(standing: Standing, opinions: Opinions, day: date) -> Standing:
    """Return the standing with what the days up to `day` have brought by themselves."""
    if standing.stage is Stage.RECEIVED and all(each.agrees and is_given(each, day) for each in opinions):
        return _moved(standing, Stage.RECOMMENDED, [each.on for each in opinions])
    name, following = _ENDS.get(standing.stage, (None, standing.stage))
    until: date | None = getattr(standing, name) if name else None
    if until is None or until >= day:
        return standing
    return _moved(standing, following, [_day_after(until)])


def is_given(opinion: Opinion, day: date) -> bool:
    """Tell whether the opinion is given by the end of the day; one without a date is from the first day."""
    return opinion.agrees is not None and (opinion.on is None or opinion.on <= day)


def _moved(standing: Standing, stage: Stage, days: list[date | None]) -> Standing:
    """Return the standing in the stage that follows by itself on the latest of the days, no earlier than it stands."""
    since = max(each for each in (standing.since, *days) if each is not None)
    return standing._replace(stage=stage, since=since)


def _happened(standing: Standing, event: Event) -> Standing:
    """Return the standing after an event that may follow it."""
    rule = EVENTS[event.kind]
    changes: dict[str, Any] = {name: getattr(event, name) for name in rule.copies}
    if rule.joins:
        changes[rule.joins] = (*getattr(standing, rule.joins), event)
    if event.kind is EventKind.RECEIVED:
        changes |= _copies_received(standing, event)
    elif event.kind is EventKind.OBJECTED:
        changes["objections"] = (*standing.objections, Objection(event.number or "", event.on, None))
    elif event.kind is EventKind.SETTLED:
        changes["objections"] = _settled(standing.objections, event)
    elif opens_period(standing, event):
        changes |= {"publicity_from": event.on, "publicity_until": event.publicity_until}
    stage = _stage_after(standing, event)
    if stage is not standing.stage:
        changes |= {"stage": stage, "since": event.on, **dict.fromkeys(rule.dates, event.on)}
    return standing._replace(**changes)


def _stage_after(standing: Standing, event: Event) -> Stage:
    if event.kind is EventKind.RECEIVED and standing.stage in HANDED_IN:
        return standing.stage
    if opens_period(standing, event):
        return Stage.IN_PUBLICITY
    return EVENTS[event.kind].to or standing.stage


def opens_period(standing: Standing, event: Event) -> bool:
    """Tell whether a 更正 or 变更 opens a new publicity period: asked for, and the candidate is not yet certified."""
    return EVENTS[event.kind].joins == "changes" and event.republish is True and standing.stage in PUBLISHED


def _copies_received(standing: Standing, event: Event) -> dict[str, bool | None]:
    """Return what is there of paper and electronic copies: after 退回补正 only what is handed in anew."""
    names = ("paper", "electronic")
    if standing.stage not in HANDED_IN:
        return {name: getattr(event, name) for name in names}
    return {name: _either(getattr(standing, name), getattr(event, name)) for name in names}


def _either(before: bool | None, now: bool | None) -> bool | None:
    return before if before or now is None else now


def _settled(objections: tuple[Objection, ...], event: Event) -> tuple[Objection, ...]:
    """Return the objections, the first open one of the event's number settled."""
    meant = next((each for each in objections if each.settled_on is None and each.number == event.number), None)
    return tuple(replace(each, settled_on=event.on) if each is meant else each for each in objections)
