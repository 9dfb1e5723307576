"""What a candidate's file said on a day, and the digest that holds it to that.

In: a submission, fields, a day. Out: values and digests. Must not know which fields are shown, or the clock.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import date

from pipeline.forms import Value
from pipeline.model import Submission
from pipeline.stages import EventKind

EDITS = (EventKind.CORRECTED, EventKind.CHANGED)


def is_edited(submission: Submission) -> bool:
    """Tell whether there is any 更正 or 变更: most candidates have none, and say the same on every day."""
    return any([each.kind in EDITS for each in submission.events])


def value_on(submission: Submission, field: str, as_of: date, settled: date | None = None) -> Value | None:
    """Return what the field said at the end of `as_of`: later 更正 and 变更 are undone, newest first.

    `settled`: a list that was published up to that day keeps what was then a fact, so 变更 after it are undone too;
    更正 mend what was wrong from the start and stay.
    """
    value = submission.value(field)
    edits = [each for each in submission.events if each.changed_field == field and each.kind in EDITS]
    for event in sorted(edits, key=lambda each: each.on, reverse=True):
        outgrown = settled is not None and event.kind is EventKind.CHANGED and event.on > settled
        if event.on > as_of or outgrown:
            value = event.old
    return value


def digest(submission: Submission, fields: Iterable[str], on: date) -> str:
    """Return 16 hexadecimal characters that stand for what the fields said on the day (摘要)."""
    said = [(name, _said(value_on(submission, name, on))) for name in sorted(fields)]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, default=_plain, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def text_of(value: Value) -> str:
    """Return a single value as 原 and 新 write it: as the file says it, tidied."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)


def _said(value: Value | None) -> object:
    """Return what is digested of a value: 原 is text even where the field is a number, and an empty 原 is none."""
    return text_of(value) or None if isinstance(value, str | int | float) else value


def _plain(value: object) -> object:
    """Return a frozen mapping as a dict: the one kind of value that JSON does not know."""
    return dict(value)  # type: ignore[call-overload]
