"""The value that a field had on a day, and the text that people read for it.

In: a candidate, a field, a day. Out: a value or its text. Must not know which fields are shown.
"""

from collections.abc import Mapping
from datetime import date

from pipeline.forms import Value
from pipeline.model import Category, Programme, Submission
from pipeline.stages import EventKind

_EDITS = (EventKind.CORRECTED, EventKind.CHANGED)


def value_on(submission: Submission, field: str, as_of: date, settled: date | None = None) -> Value | None:
    """Return what the field said at the end of `as_of`: later 更正 and 变更 are undone, newest first.

    `settled`: a list that was published up to that day keeps what was then a fact, so 变更 after it are undone too;
    更正 mend what was wrong from the start and stay.
    """
    value = submission.values.get(field)
    for event in sorted(submission.events, key=lambda each: each.on, reverse=True):
        if event.kind not in _EDITS or event.changed_field != field:
            continue
        outgrown = settled is not None and event.kind is EventKind.CHANGED and event.on > settled
        if event.on > as_of or outgrown:
            value = event.old
    return value


def text_of(value: Value | None, field: str, programme: Programme) -> str:
    """Return the text of a value as a list shows it: a category by its name, yes and no as 是 and 否."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        return "；".join(text_of(each, "", programme) for each in value.values())
    if isinstance(value, tuple):
        return "、".join(text_of(each, "", programme) for each in value)
    if field == programme.roles.category:
        return next((each.name for each in programme.categories if each.code == value), str(value))
    return str(value)


def category_of(submission: Submission, programme: Programme) -> Category | None:
    """Return the candidate's category, None where the programme has none."""
    code = submission.values.get(programme.roles.category or "")
    return next((each for each in programme.categories if each.code == code), None)


def name_of(submission: Submission, programme: Programme) -> str:
    """Return the candidate's name as the file has it now."""
    return str(submission.values.get(programme.roles.name, ""))
