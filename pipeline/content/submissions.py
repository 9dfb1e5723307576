"""The files of a folder of submissions, read.

In: where content is read from, a folder, a form. Out: its submissions by id, and findings. Must not judge across files.
"""

from functools import partial

from pipeline.content import kept, photos, submission
from pipeline.content.kept import Read
from pipeline.content.source import Source
from pipeline.content.walk import files
from pipeline.diagnostics import Diagnostic
from pipeline.forms import Form
from pipeline.model import Submission

Findings = tuple[Diagnostic, ...]


def load(source: Source, folder: str, form: Form | None) -> tuple[tuple[Submission, ...], Findings]:
    """Read what lies below the folder; without a form there are no submissions, but still findings of the files."""
    paths, odd = files(source.root, folder)
    findings = list(odd)
    submissions: list[Submission] = []
    for path, said, wrong in kept.each(source, paths, form, partial(_read, source, form)):
        findings += wrong
        if said is not None and form is not None:
            submissions.append(submission.whole(path, said, form))
    submissions.sort(key=lambda each: (each.id, each.document.path))
    return tuple(submissions), photos.beside(tuple(submissions), form, tuple(findings))


def _read(source: Source, form: Form | None, paths: tuple[str, ...]) -> list[Read]:
    # After a call to the system a processor works slowly for a while, so that all files are fetched before one is read.
    fetched = [(path, *source.fetch(path)) for path in paths]
    return [_judged(path, data, unread, form) for path, data, unread in fetched]


def _judged(path: str, data: bytes | None, unread: Findings, form: Form | None) -> Read:
    if data is None:
        return Read(path, None, unread)
    said, wrong = submission.read(data, path, form)
    return Read(path, said, (*unread, *wrong))
