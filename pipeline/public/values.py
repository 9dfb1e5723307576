"""The text that people read for a value.

In: a value, its field. Out: its text. Must not know which fields are shown.
"""

from collections.abc import Mapping

from pipeline.forms import Value
from pipeline.model import Category, Programme, Submission


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
