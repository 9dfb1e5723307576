"""Rules over the list of materials (材料清单): which a candidate must hand in, and which are there.

In: a programme and a submission. Out: findings, and what is missing.
"""

from collections.abc import Iterator, Mapping

from pipeline.diagnostics import Diagnostic, finding
from pipeline.forms import Field
from pipeline.model import Programme, Submission
from pipeline.rules.context import Context
from pipeline.stages import EventKind

_KEY = "材料清单"
_ENOUGH = 20


def asked_for(field: Field | None) -> tuple[str, ...]:
    """Return the materials that the field lists, none where it is no list of choices."""
    items = field.schema.get("items") if field else None
    choices = items.get("enum", ()) if isinstance(items, Mapping) else ()
    return tuple(str(each) for each in choices)


def lacking(programme: Programme, submission: Submission) -> tuple[str, ...]:
    """Return the materials that must be there and are not ticked in the candidate's file, in the form's order."""
    listed = programme.materials_list
    if listed is None:
        return ()
    ticked = submission.values.get(listed.field)
    there = set(ticked) if isinstance(ticked, list | tuple) else set()
    wanted = asked_for(programme.form.field(listed.field))
    return tuple(each for each in wanted if each not in there and each not in listed.optional)


def materials_list_is_a_choice(programme: Programme) -> Iterator[Diagnostic]:
    """材料清单 must name a field of several choices, and 可缺 must be among them."""
    listed = programme.materials_list
    if listed is None:
        return
    choices = asked_for(programme.form.field(listed.field))
    if not choices:
        yield finding("R460", programme.document.at(_KEY, "栏目"), field=listed.field)
        return
    for index, each in enumerate(listed.optional):
        if each not in choices:
            yield finding("R461", programme.document.at(_KEY, "可缺", index), known="、".join(choices[:_ENOUGH]))


def materials_are_there_before_proposal(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """Every material that must be there should be ticked before 拟认定."""
    proposed = next((each for each in submission.events if each.kind is EventKind.PROPOSED), None)
    missing = lacking(context.programme, submission)
    if proposed and missing and context.programme.materials_list:
        where = submission.at("办理", proposed.index)
        yield finding("R462", where, names="、".join(missing), field=context.programme.materials_list.field)
