"""What a candidate's events break of the table and of the order of days: one rule, one function.

In: events and opinions of one candidate. Out: breaches, judged over the whole file whatever the day.
Must not know programmes, calendars, places or words: `rules` turns a breach into a finding with its place.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from pipeline.stages.fold import Events, Opinions, beginning, frozen, is_given, walk
from pipeline.stages.table import DETAIL_KEYS, EVENTS, PUBLISHED, may_follow
from pipeline.stages.types import Event, EventKind, Stage, Standing

_EDITS = frozenset({EventKind.CORRECTED, EventKind.CHANGED})
_EXAMPLES: Mapping[str, str] = {
    "publicity_until": "2020-12-18",
    "term_until": "2022-12-24",
    "document_number": "示例〔2020〕1号",
    "number": "1",
    "channel": "电话",
    "named": "是",
    "concerns": "任职条件",
    "result": "优秀",
    "reason": "简要说明",
    "changed_field": "所在单位",
    "new": "改正后的内容",
}


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach: the finding's code, which event of the file's list it is about (None: an opinion), and its words.

    `key`: the detail inside the event, or without an event the form's field of the opinion; None: the event as a whole.
    `params` fill the finding's words: names of events, stages and fields, days and counts only.
    """

    code: str
    event: int | None
    key: str | None
    params: tuple[tuple[str, str], ...]


class Step(NamedTuple):
    """One event in its turn: what stood before it, and whether it may follow that."""

    event: Event
    before: Standing
    fits: bool


Breaches = tuple[Breach, ...]
Judge = Callable[[Step], Breaches]


def breaches(events: Events, opinions: Opinions) -> Breaches:
    """Return every breach: events out of turn, then what is wrong with each event, then the opinions."""
    now = beginning()
    steps = [Step(event, frozen(now), fits) for event, fits in walk(events, opinions, now)]
    return (
        *_out_of_turn(steps),
        *[breach for step in steps for judge in _judges(step) for breach in judge(step)],
        *_opinions_before_proposal(steps, opinions),
        *_opinions_by_receipt(steps, opinions),
        *_opinions_in_turn(steps, opinions),
    )


def _judges(step: Step) -> tuple[Judge, ...]:
    """Return the rules for the event: those that ask what stands only where the event may follow it."""
    return _FITTING.get(step.event.kind, _ALWAYS) if step.fits else _ALWAYS


def _of(step: Step, code: str, at: str | None = None, **params: object) -> Breach:
    words = {"event": step.event.kind.value, **params}
    key = DETAIL_KEYS[at] if at else None
    return Breach(code, step.event.index, key, tuple(sorted((name, str(word)) for name, word in words.items())))


def _out_of_turn(steps: list[Step]) -> Iterator[Breach]:
    """An event must be one that may follow what stands.

    One slip must not bring a row of findings: an event that would have followed the misplaced one is passed over.
    """
    supposed: set[Stage] = set()
    for step in steps:
        rule = EVENTS[step.event.kind]
        if step.fits and rule.to:
            supposed.clear()
        elif not step.fits:
            if not rule.after & supposed:
                yield _misplaced(step)
            supposed |= {rule.to} if rule.to else set()


def _misplaced(step: Step) -> Breach:
    before = step.before
    if step.event.kind is EventKind.CERTIFIED and before.certified_on:
        return _of(step, "E302", on=before.certified_on)
    allowed = "、".join(kind.value for kind in EVENTS if may_follow(kind, before))
    if not allowed:
        return _of(step, "E303", stage=before.stage.value)
    return _of(step, "E301", stage=before.stage.value, allowed=allowed)


def _required_details_given(step: Step) -> Breaches:
    """An event must say what the table requires of it; 更正 and 变更 the old or the new text, 重新公示 its last day."""
    event = step.event
    required = EVENTS[event.kind].required
    if event.kind in _EDITS and event.old is None:
        required = (*required, "new")
    if event.kind in _EDITS and event.republish:
        required = (*required, "publicity_until")
    missing = [name for name in required if getattr(event, name) is None]
    return tuple(_of(step, "E310", name, detail=DETAIL_KEYS[name], example=_EXAMPLES[name]) for name in missing)


def _no_other_details(step: Step) -> Breaches:
    """An event must say nothing that the table does not know of it."""
    odd = _ODD[step.event.kind]
    if odd.read(step.event) == odd.nothing:
        return ()
    allowed = "、".join(DETAIL_KEYS[name] for name in odd.known)
    return tuple(
        _of(step, "E311", name, detail=DETAIL_KEYS[name], allowed=allowed)
        for name in odd.names
        if getattr(step.event, name) is not None
    )


class _OddDetails(NamedTuple):
    """The details that a kind of event has no use for: how all are read at once, and what that gives if none is."""

    known: tuple[str, ...]
    names: tuple[str, ...]
    read: Callable[[Event], Any]
    nothing: tuple[None, ...]


def _odd_details(kind: EventKind) -> _OddDetails:
    known = (*EVENTS[kind].required, *EVENTS[kind].optional, "remark")
    names = tuple(name for name in DETAIL_KEYS if name not in known)
    return _OddDetails(known, names, attrgetter(*names), (None,) * len(names))


_ODD = {kind: _odd_details(kind) for kind in EVENTS}


def _period_in_order(step: Step) -> Breaches:
    """公示至 must not lie before the day on which the period begins."""
    until = step.event.publicity_until
    if until is None or until >= step.event.on:
        return ()
    return (_of(step, "E320", "publicity_until", on=step.event.on, until=until),)


def _term_in_order(step: Step) -> Breaches:
    """任期至 must not lie before the day on which the term begins."""
    until = step.event.term_until
    if until is None or until >= step.event.on:
        return ()
    return (_of(step, "E321", "term_until", on=step.event.on, until=until),)


def _period_belongs_to_republishing(step: Step) -> Breaches:
    """更正 and 变更 must name 公示至 only where they ask for a new period."""
    stray = step.event.publicity_until is not None and not step.event.republish
    return (_of(step, "E322", "publicity_until"),) if stray else ()


def _republished_in_publicity(step: Step) -> Breaches:
    """Only who is published and not yet certified can be published anew."""
    if not step.event.republish or step.before.stage in PUBLISHED:
        return ()
    return (_of(step, "E323", "republish", stage=step.before.stage.value),)


def _material_complete(step: Step) -> Breaches:
    """Before 拟认定 the copies that 收到 recorded as missing should be there."""
    missing = [name for name in ("paper", "electronic") if getattr(step.before, name) is False]
    return tuple(_of(step, "E333", material=DETAIL_KEYS[name], on=step.event.on) for name in missing)


def _period_over(step: Step) -> Breaches:
    """认定 must not come before the day after 公示至."""
    until = step.before.publicity_until
    if until is None or step.event.on > until:
        return ()
    return (_of(step, "E340", on=step.event.on, until=until),)


def _no_open_objection(step: Step) -> Breaches:
    """认定 must not come while an objection is open."""
    still_open = [each for each in step.before.objections if each.settled_on is None]
    return (_of(step, "E341", on=step.event.on, count=len(still_open)),) if still_open else ()


def _objection_is_new(step: Step) -> Breaches:
    """The number of an objection must be given once in a file."""
    again = step.event.number is not None and _objections(step.before, step.event)
    return (_of(step, "E342", "number"),) if again else ()


def _objection_in_time(step: Step) -> Breaches:
    """An objection before 认定 should come within the publicity period; a later one counts all the same."""
    if step.before.stage is not Stage.PUBLICITY_OVER:
        return ()
    return (_of(step, "E343", on=step.event.on, until=step.before.publicity_until),)


def _objection_is_open(step: Step) -> Breaches:
    """异议处理 must name an objection that came before it and is not yet settled."""
    unknown = step.event.number is not None and None not in _objections(step.before, step.event)
    return (_of(step, "E344", "number"),) if unknown else ()


def _objections(standing: Standing, event: Event) -> tuple[date | None, ...]:
    """Return the days on which the objections of the event's number were settled, None for an open one."""
    return tuple(each.settled_on for each in standing.objections if each.number == event.number)


def _opinions_before_proposal(steps: list[Step], opinions: Opinions) -> Iterator[Breach]:
    """拟认定 must not come before every opinion of the form is given and agrees."""
    for step in steps:
        if not step.fits or step.event.kind is not EventKind.PROPOSED:
            continue
        for each in opinions:
            if not is_given(each, step.event.on):
                yield _of(step, "E330", opinion=each.field, on=step.event.on)
            elif not each.agrees:
                yield _of(step, "E331", opinion=each.field, on=step.event.on)


def _opinions_by_receipt(steps: list[Step], opinions: Opinions) -> Iterator[Breach]:
    """An opinion dated after the last 收到 is worth a look, unless it is one that is given after receipt.

    One dated after 拟认定 is missing on that day, which is a finding of its own.
    """
    received = max([step.event.on for step in steps if step.event.kind is EventKind.RECEIVED], default=date.max)
    proposed = min([step.event.on for step in steps if step.event.kind is EventKind.PROPOSED], default=date.max)
    for each in opinions:
        if not each.after_receipt and each.on is not None and received < each.on <= proposed:
            params = (("on", str(each.on)), ("opinion", each.field), ("received", str(received)))
            yield Breach("E332", None, each.field, params)


def _opinions_in_turn(steps: list[Step], opinions: Opinions) -> Iterator[Breach]:
    """Opinions should be given in the order of the form: none before an earlier one is given, nor once one refuses.

    After 拟认定 an opinion that is missing or refuses is a finding of its own.
    """
    proposed = any(step.fits and step.event.kind is EventKind.PROPOSED for step in steps)
    for before, each in pairwise(opinions):
        if each.agrees is None:
            continue
        said = {"opinion": each.field, "before": before.field}
        if not before.agrees:
            code = "E334" if before.agrees is None else "E335"
            yield from () if proposed else (Breach(code, None, each.field, tuple(sorted(said.items()))),)
        elif each.on is not None and before.on is not None and each.on < before.on:
            said |= {"on": str(each.on), "earlier": str(before.on)}
            yield Breach("E336", None, each.field, tuple(sorted(said.items())))


_ALWAYS: tuple[Judge, ...] = (_required_details_given, _no_other_details)
_EDITED: tuple[Judge, ...] = (
    *_ALWAYS,
    _period_in_order,
    _period_belongs_to_republishing,
    _republished_in_publicity,
)
_FITTING: Mapping[EventKind, tuple[Judge, ...]] = {
    EventKind.PROPOSED: (*_ALWAYS, _period_in_order, _material_complete),
    EventKind.OBJECTED: (*_ALWAYS, _objection_is_new, _objection_in_time),
    EventKind.SETTLED: (*_ALWAYS, _objection_is_open),
    EventKind.CORRECTED: _EDITED,
    EventKind.CHANGED: _EDITED,
    EventKind.CERTIFIED: (*_ALWAYS, _period_over, _no_open_objection, _term_in_order),
    EventKind.RENEWED: (*_ALWAYS, _term_in_order),
}
