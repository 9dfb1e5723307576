"""The files of a folder of submissions, read.

In: where content is read from, a folder, a form. Out: its submissions by id, and findings. Must not judge across files.
"""

from collections.abc import Iterator
from functools import partial

from pipeline import memory
from pipeline.content import kept, photos, submission
from pipeline.content.kept import Read
from pipeline.content.source import Source
from pipeline.content.walk import files
from pipeline.diagnostics import Diagnostic
from pipeline.forms import Form
from pipeline.model import Submission

Findings = tuple[Diagnostic, ...]
_Whole = tuple[Submission | None, Findings]


def load(source: Source, folder: str, form: Form | None) -> tuple[tuple[Submission, ...], Findings]:
    """Read what lies below the folder; without a form there are no submissions, but still findings of the files."""
    paths, odd = files(source.root, folder)
    findings = list(odd)
    submissions: list[Submission] = []
    for each, wrong in _known(source, folder, paths, form) if memory.is_held() else _each(source, paths, form):
        findings += wrong
        if each is not None:
            submissions.append(each)
    submissions.sort(key=lambda each: (each.id, each.document.path))
    return tuple(submissions), photos.beside(tuple(submissions), form, tuple(findings))


def _each(source: Source, paths: tuple[str, ...], form: Form | None) -> Iterator[_Whole]:
    for path, said, wrong in kept.each(source, paths, form, partial(_read, source, form)):
        yield submission.whole(path, said, form) if said is not None and form is not None else None, wrong


def _known(source: Source, folder: str, paths: tuple[str, ...], form: Form | None) -> Iterator[_Whole]:
    """Yield every file; one that looks as it did in the last build of this process is the same object."""
    known = memory.known(f"files of {folder}", form)
    looks = kept.looks(source, paths)
    changed = tuple(each for each in paths if not known.has(each, looks.get(each)))
    read = kept.each(source, changed, form, partial(_read, source, form))
    for path, said, wrong in read:
        made = submission.whole(path, said, form) if said is not None and form is not None else None
        known.put(path, looks.get(path), (made, wrong))
    return known.all()


def _read(source: Source, form: Form | None, paths: tuple[str, ...]) -> list[Read]:
    # After a call to the system a processor works slowly for a while, so that all files are fetched before one is read.
    fetched = [(path, *source.fetch(path)) for path in paths]
    return [_judged(path, data, unread, form) for path, data, unread in fetched]


def _judged(path: str, data: bytes | None, unread: Findings, form: Form | None) -> Read:
    if data is None:
        return Read(path, None, unread)
    said, wrong = submission.read(data, path, form)
    return Read(path, said, (*unread, *wrong))
