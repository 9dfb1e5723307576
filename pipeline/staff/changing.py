"""更正 and 变更: the field says the new value, the event the old and the new one.

In: a candidate and what staff told. Out: the file's text with the new value and both details, or a finding.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pipeline import edits
from pipeline.content.submission import reread
from pipeline.diagnostics import Diagnostic, finding
from pipeline.documents import Document
from pipeline.history import EDITS, text_of
from pipeline.model import Programme, Submission


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The document as it is to be before the event is added, and the details of the event that are known by now."""

    document: Document
    details: Mapping[str, str]


def rewrite(
    programme: Programme, submission: Submission, on: date, told: Mapping[str, str]
) -> Rewritten | Diagnostic | None:
    """Return the file with the new value; None where the field is none of the form, which rules tell.

    Findings: X927 the value cannot be rewritten here, X928 the file does not say what was told.
    """
    name = told.get("changed_field", "")
    if not programme.may_show(name):
        return None
    where = submission.at(name)
    value = submission.value(name) or ""
    if not isinstance(value, str | int | float) or "\n" in text_of(value) or _is_outdone(submission, name, on):
        return finding("X927", where, field=name)
    now, old, new = text_of(value), told.get("old"), told.get("new")
    if new is None:
        new = now
    elif new != now and old in (None, now):
        old = now
    if old is None or old == new:
        return finding("X928", where, field=name)
    if new != now:
        return _rewritten(programme, submission, name, now, new) if old == now else finding("X928", where, field=name)
    return Rewritten(submission.document, _details(old, new))


def _is_outdone(submission: Submission, name: str, on: date) -> bool:
    """Tell whether a later 更正 or 变更 says what the file must say."""
    return any(each.kind in EDITS and each.changed_field == name and each.on > on for each in submission.events)


def _rewritten(programme: Programme, submission: Submission, name: str, old: str, new: str) -> Rewritten | Diagnostic:
    try:
        text = edits.replace(submission.document, name, new)
    except edits.EditError:
        return finding("X927", submission.at(name), field=name)
    after, _ = reread(submission, programme.form, text)
    written = after.values.get(name) if after else None
    if after is None or not isinstance(written, str | int | float):
        return finding("X927", submission.at(name), field=name)
    return Rewritten(after.document, _details(old, text_of(written)))


def _details(old: str, new: str) -> dict[str, str]:
    return {key: text for key, text in (("old", old), ("new", new)) if text}
