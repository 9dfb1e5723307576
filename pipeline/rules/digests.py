"""Rules over 摘要: what was handed in or published may change only by an event that says so.

In: a context and a submission. Out: findings at the event's 摘要; they never tell the field's value.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from pipeline.diagnostics import Diagnostic, finding
from pipeline.history import digest
from pipeline.model import Programme, Submission
from pipeline.rules.context import Context
from pipeline.rules.people import is_out
from pipeline.stages import DETAIL_KEYS, Event, EventKind

_CODES: Mapping[EventKind, str] = {
    EventKind.RECEIVED: "E371",
    EventKind.PROPOSED: "E370",
    EventKind.CERTIFIED: "E370",
}


def digested_fields(programme: Programme, kind: EventKind) -> tuple[str, ...]:
    """Return the fields that the 摘要 of such an event stands for: those handed in, or those published.

    The list of materials (材料清单) is ticked on as they come in, so it is none of them.
    """
    if kind is EventKind.RECEIVED:
        ticked = programme.materials_list.field if programme.materials_list else ""
        fields = (each for each in programme.form.fields if each.printed and not each.is_opinion)
        return tuple(each.name for each in fields if each.name != ticked)
    if kind is EventKind.PROPOSED:
        return programme.shown.publicity
    return programme.shown.roster if kind is EventKind.CERTIFIED else ()


def digested_values_stand(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """What 收到, 拟认定 or 认定 keeps a 摘要 of must not change without 更正, 变更 or 退回补正 and a new 收到.

    Of whom no list shows a value any more, the file need not keep any.
    """
    digested = [each for each in submission.events if each.digest is not None and each.kind in _CODES]
    if not digested or is_out(submission):
        return
    returned = max((each.on for each in submission.events if each.kind is EventKind.RETURNED), default=date.min)
    for event in digested:
        handed_in_anew = event.kind is EventKind.RECEIVED and event.on < returned
        if not handed_in_anew and str(event.digest) not in _digests(context.programme, submission, event):
            where = submission.at("办理", event.index, DETAIL_KEYS["digest"])
            yield finding(_CODES[event.kind], where, event=event.kind.value, on=event.on)


def _digests(programme: Programme, submission: Submission, event: Event) -> Iterator[str]:
    """Yield the digests that fit the file: 更正 and 变更 of the event's own day may have come before or after it."""
    fields = digested_fields(programme, event.kind)
    yield digest(submission, fields, event.on)
    if event.on > date.min:
        yield digest(submission, fields, event.on - timedelta(days=1))
