"""The photos that submissions name lie beside them, and are no strangers there.

In: submissions of a folder, their form, the findings on its files. Out: the findings, mended. Must not open a photo.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.forms import Form
from pipeline.model import Submission

KIND = "照片"
_STRANGER = "S293"


def beside(
    submissions: tuple[Submission, ...], form: Form | None, findings: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """Return the findings without those on photos that submissions name, and S289 for each photo not there."""
    fields = tuple(each.name for each in form.fields if each.kind == KIND) if form else ()
    named = [photo for each in submissions for photo in _named(each, fields)] if fields else []
    strangers = {each.where.path for each in findings if each.code == _STRANGER}
    wanted = {path for path, _, _ in named}
    kept = tuple(each for each in findings if each.code != _STRANGER or each.where.path not in wanted)
    return kept + tuple(finding("S289", where, field=field) for path, field, where in named if path not in strangers)


def _named(submission: Submission, fields: tuple[str, ...]) -> Iterator[tuple[str, str, Location]]:
    """Yield the path, the field and the place of each photo that the submission names."""
    folder = PurePosixPath(submission.document.path).parent
    for field in fields:
        name = submission.values.get(field)
        if isinstance(name, str):
            yield f"{folder}/{name}", field, submission.at(field)
