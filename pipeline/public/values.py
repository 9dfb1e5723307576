"""The text that people read for a value.

In: a value, its field. Out: its text. Must not know which fields are shown.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from pipeline.forms import Value
from pipeline.history import value_on
from pipeline.model import Programme, Submission

_YEAR_IN_BRACKETS = re.compile(r"[\[［【(（〔](\d{4})[\]］】)）〕]")


def text_of(value: Value | None, field: str, programme: Programme) -> str:
    """Return the text of a value as a list shows it: a category by its name, yes and no as 是 and 否."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        return "；".join(text_of(each, "", programme) for each in value.values())
    if isinstance(value, list | tuple):
        return "、".join(text_of(each, "", programme) for each in value)
    if field == programme.roles.category:
        return next((each.name for each in programme.categories if each.code == value), str(value))
    return str(value)


def category_on(submission: Submission, programme: Programme, as_of: date, settled: date | None = None) -> str:
    """Return the name of the candidate's category as `history.value_on` has it; empty where the programme has none."""
    role = programme.roles.category
    code = value_on(submission, role, as_of, settled) if role else None
    return next((each.name for each in programme.categories if each.code == code), "")


def name_on(submission: Submission, programme: Programme, as_of: date) -> str:
    """Return the candidate's name as the file had it on the day."""
    return str(value_on(submission, programme.roles.name, as_of) or "")


@lru_cache(maxsize=4096)
def document_number(text: str | None) -> str:
    """Return a 文号 with its year in the brackets of official documents (GB/T 9704): 〔2020〕, whatever was typed."""
    return _YEAR_IN_BRACKETS.sub(r"〔\1〕", text or "")
