"""What a candidate's events break of the table and of the order of days: one rule, one function.

In: events and opinions of one candidate. Out: breaches, judged over the whole file whatever the day.
Must not know programmes, calendars, places or words: `rules` turns a breach into a finding with its place.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pipeline.stages.fold import Events, Opinions, Step, is_given, walk
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


Judge = Callable[[Step], Iterator[Breach]]


def breaches(events: Events, opinions: Opinions) -> tuple[Breach, ...]:
    """Return every breach: events out of turn, then what is wrong with each event, then the opinions."""
    steps = tuple(walk(events, opinions))
    return (
        *_out_of_turn(steps),
        *(breach for step in steps for judge in _judges(step) for breach in judge(step)),
        *_opinions_before_proposal(steps, opinions),
        *_opinions_by_receipt(steps, opinions),
        *_opinions_in_turn(steps, opinions),
    )


def _judges(step: Step) -> tuple[Judge, ...]:
    """Return the rules for the event: those that ask what stands only where the event may follow it."""
    return _ALWAYS + (_FITTING.get(step.event.kind, ()) if step.fits else ())


def _of(step: Step, code: str, at: str | None = None, **params: object) -> Breach:
    words = {"event": step.event.kind.value, **params}
    key = DETAIL_KEYS[at] if at else None
    return Breach(code, step.event.index, key, tuple(sorted((name, str(word)) for name, word in words.items())))


def _out_of_turn(steps: tuple[Step, ...]) -> Iterator[Breach]:
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


def _required_details_given(step: Step) -> Iterator[Breach]:
    """An event must say what the table requires of it; 更正 and 变更 the old or the new text, 重新公示 its last day."""
    event = step.event
    required = [*EVENTS[event.kind].required]
    if event.kind in _EDITS and event.old is None:
        required.append("new")
    if event.kind in _EDITS and event.republish:
        required.append("publicity_until")
    for name in required:
        if getattr(event, name) is None:
            yield _of(step, "E310", name, detail=DETAIL_KEYS[name], example=_EXAMPLES[name])


def _no_other_details(step: Step) -> Iterator[Breach]:
    """An event must say nothing that the table does not know of it."""
    rule = EVENTS[step.event.kind]
    known = (*rule.required, *rule.optional, "remark")
    for name, key in DETAIL_KEYS.items():
        if name not in known and getattr(step.event, name) is not None:
            allowed = "、".join(DETAIL_KEYS[each] for each in known)
            yield _of(step, "E311", name, detail=key, allowed=allowed)


def _period_in_order(step: Step) -> Iterator[Breach]:
    """公示至 must not lie before the day on which the period begins."""
    until = step.event.publicity_until
    if until is not None and until < step.event.on:
        yield _of(step, "E320", "publicity_until", on=step.event.on, until=until)


def _term_in_order(step: Step) -> Iterator[Breach]:
    """任期至 must not lie before the day on which the term begins."""
    until = step.event.term_until
    if until is not None and until < step.event.on:
        yield _of(step, "E321", "term_until", on=step.event.on, until=until)


def _period_belongs_to_republishing(step: Step) -> Iterator[Breach]:
    """更正 and 变更 must name 公示至 only where they ask for a new period."""
    if step.event.publicity_until is not None and not step.event.republish:
        yield _of(step, "E322", "publicity_until")


def _republished_in_publicity(step: Step) -> Iterator[Breach]:
    """Only who is published and not yet certified can be published anew."""
    if step.event.republish and step.before.stage not in PUBLISHED:
        yield _of(step, "E323", "republish", stage=step.before.stage.value)


def _material_complete(step: Step) -> Iterator[Breach]:
    """Before 拟认定 the copies that 收到 recorded as missing should be there."""
    for name in ("paper", "electronic"):
        if getattr(step.before, name) is False:
            yield _of(step, "E333", material=DETAIL_KEYS[name], on=step.event.on)


def _period_over(step: Step) -> Iterator[Breach]:
    """认定 must not come before the day after 公示至."""
    until = step.before.publicity_until
    if until is not None and step.event.on <= until:
        yield _of(step, "E340", on=step.event.on, until=until)


def _no_open_objection(step: Step) -> Iterator[Breach]:
    """认定 must not come while an objection is open."""
    still_open = sum(each.settled_on is None for each in step.before.objections)
    if still_open:
        yield _of(step, "E341", on=step.event.on, count=still_open)


def _objection_is_new(step: Step) -> Iterator[Breach]:
    """The number of an objection must be given once in a file."""
    if step.event.number is not None and _objections(step.before, step.event):
        yield _of(step, "E342", "number")


def _objection_in_time(step: Step) -> Iterator[Breach]:
    """An objection before 认定 should come within the publicity period; a later one counts all the same."""
    if step.before.stage is Stage.PUBLICITY_OVER:
        yield _of(step, "E343", on=step.event.on, until=step.before.publicity_until)


def _objection_is_open(step: Step) -> Iterator[Breach]:
    """异议处理 must name an objection that came before it and is not yet settled."""
    if step.event.number is not None and None not in _objections(step.before, step.event):
        yield _of(step, "E344", "number")


def _objections(standing: Standing, event: Event) -> tuple[date | None, ...]:
    """Return the days on which the objections of the event's number were settled, None for an open one."""
    return tuple(each.settled_on for each in standing.objections if each.number == event.number)


def _opinions_before_proposal(steps: tuple[Step, ...], opinions: Opinions) -> Iterator[Breach]:
    """拟认定 must not come before every opinion of the form is given and agrees."""
    for step in steps:
        if not step.fits or step.event.kind is not EventKind.PROPOSED:
            continue
        for each in opinions:
            if not is_given(each, step.event.on):
                yield _of(step, "E330", opinion=each.field, on=step.event.on)
            elif not each.agrees:
                yield _of(step, "E331", opinion=each.field, on=step.event.on)


def _opinions_by_receipt(steps: tuple[Step, ...], opinions: Opinions) -> Iterator[Breach]:
    """An opinion dated after the last 收到 is worth a look, unless it is one that is given after receipt.

    One dated after 拟认定 is missing on that day, which is a finding of its own.
    """
    received = [step.event.on for step in steps if step.event.kind is EventKind.RECEIVED]
    proposed = min((step.event.on for step in steps if step.event.kind is EventKind.PROPOSED), default=date.max)
    for each in opinions:
        if received and not each.after_receipt and each.on is not None and max(received) < each.on <= proposed:
            params = (("on", str(each.on)), ("opinion", each.field), ("received", str(max(received))))
            yield Breach("E332", None, each.field, params)


def _opinions_in_turn(steps: tuple[Step, ...], opinions: Opinions) -> Iterator[Breach]:
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
_EDITED: tuple[Judge, ...] = (_period_in_order, _period_belongs_to_republishing, _republished_in_publicity)
_FITTING: Mapping[EventKind, tuple[Judge, ...]] = {
    EventKind.PROPOSED: (_period_in_order, _material_complete),
    EventKind.OBJECTED: (_objection_is_new, _objection_in_time),
    EventKind.SETTLED: (_objection_is_open,),
    EventKind.CORRECTED: _EDITED,
    EventKind.CHANGED: _EDITED,
    EventKind.CERTIFIED: (_period_over, _no_open_objection, _term_in_order),
    EventKind.RENEWED: (_term_in_order,),
}
