"""The files of a folder of submissions, read.

In: where content is read from, a folder, a form. Out: its submissions by id, and findings. Must not judge across files.
"""

from pipeline import crew
from pipeline.content import photos, submission
from pipeline.content.source import Source
from pipeline.content.submission import Said
from pipeline.content.walk import files
from pipeline.diagnostics import Diagnostic
from pipeline.forms import Form
from pipeline.model import Submission

Findings = tuple[Diagnostic, ...]
# Path, what the file says, and its findings.
_Read = tuple[str, Said | None, Findings]

# After a call to the system a processor works slowly for a while, so that many files are fetched at a time.
_AT_A_TIME = 64


def load(source: Source, folder: str, form: Form | None) -> tuple[tuple[Submission, ...], Findings]:
    """Read what lies below the folder; without a form there are no submissions, but still findings of the files."""
    paths, odd = files(source.root, folder)
    findings = list(odd)
    submissions: list[Submission] = []

    def read(some: tuple[str, ...]) -> list[_Read]:
        return [
            _read(path, data, unread, form) for path, data, unread in [(each, *source.fetch(each)) for each in some]
        ]

    parts = [paths[at : at + _AT_A_TIME] for at in range(0, len(paths), _AT_A_TIME)]
    for path, said, wrong in (each for part in crew.spread(read, parts) for each in part):
        findings += wrong
        if said is not None and form is not None:
            submissions.append(submission.whole(path, said, form))
    submissions.sort(key=lambda each: (each.id, each.document.path))
    return tuple(submissions), photos.beside(tuple(submissions), form, tuple(findings))


def _read(path: str, data: bytes | None, unread: Findings, form: Form | None) -> _Read:
    if data is None:
        return path, None, unread
    said, wrong = submission.read(data, path, form)
    return path, said, (*unread, *wrong)
