"""Rules over one candidate's events: what may follow what, and that a change says what the file says.

In: a context and a submission. Out: findings. A file whose own keys could not all be read is passed by.
"""

from collections.abc import Iterator

from pipeline import terms
from pipeline.diagnostics import Diagnostic, finding
from pipeline.history import EDITS, text_of
from pipeline.model import Programme, Submission
from pipeline.rules.context import Context
from pipeline.stages import DETAIL_KEYS, Stage, breaches


def events_follow_each_other(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """Events must follow the table of `stages`, each with the details that it needs."""
    if not submission.sound:
        return
    for breach in breaches(submission.events, submission.opinions):
        if breach.event is None:
            where = submission.at(breach.key or "")
        else:
            where = submission.at("办理", breach.event, *((breach.key,) if breach.key else ()))
        yield finding(breach.code, where, **_worded(context.programme, dict(breach.params)))


def _worded(programme: Programme, params: dict[str, str]) -> dict[str, str]:
    """Return a breach's words with the stage as people call it of such candidates."""
    if "stage" not in params:
        return params
    return params | {"stage": terms.of_programme(programme).of_stage(Stage(params["stage"]))}


def changed_value_is_the_one_written(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """更正 and 变更 must name a field of the form, and the last one of a field must end at what the file says."""
    edits = [each for each in submission.events if each.kind in EDITS]
    if not edits:
        return
    last: dict[str, int] = {}
    edits.sort(key=lambda each: each.on)
    for event in edits:
        field = event.changed_field or ""
        if not context.programme.may_show(field):
            yield finding("E361", submission.at("办理", event.index, DETAIL_KEYS["changed_field"]))
        else:
            last[field] = event.index
    for event in edits:
        field = event.changed_field or ""
        written = text_of(submission.value(field) or "")
        if last.get(field) == event.index and event.new is not None and event.new != written:
            yield finding("E362", submission.at("办理", event.index, DETAIL_KEYS["new"]), field=field)
