"""The files of a folder of submissions, read.

In: where content is read from, a folder, a form, a question. Out: its submissions by id, findings, and answers by path.
Must not judge across files.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from pipeline import memory
from pipeline.content import answered, kept, later, photos, submission
from pipeline.content.answered import Question
from pipeline.content.kept import Paths, Read
from pipeline.content.source import Source
from pipeline.content.submission import Said
from pipeline.content.walk import files
from pipeline.diagnostics import Diagnostic
from pipeline.forms import Form
from pipeline.model import Submission

Findings = tuple[Diagnostic, ...]


class Loaded(NamedTuple):
    """What was read of a folder; `answers` by path, of the question if there was one."""

    submissions: tuple[Submission, ...]
    findings: Findings
    answers: Mapping[str, bytes]


class _File(NamedTuple):
    submission: Submission | None
    findings: Findings
    answer: bytes = b""


def load(source: Source, folder: str, form: Form | None, question: Question | None = None) -> Loaded:
    """Read what lies below the folder; without a form there are no submissions, but still findings of the files.

    With a question, candidates have at hand what everybody asks for, and are read again where more is asked.
    """
    paths, odd = files(source.root, folder)
    findings = list(odd)
    submissions: list[Submission] = []
    answers: dict[str, bytes] = {}
    look = _known if memory.is_held() else _each
    for each in look(source, folder, paths, form, question):
        findings += each.findings
        if each.submission is not None:
            submissions.append(each.submission)
            if question:
                answers[each.submission.document.path] = each.answer
    submissions.sort(key=lambda each: (each.id, each.document.path))
    sound = photos.beside(tuple(submissions), form, tuple(findings))
    return Loaded(tuple(submissions), sound, MappingProxyType(answers))


def _each(source: Source, _: str, paths: Paths, form: Form | None, question: Question | None) -> Iterator[_File]:
    return (file for _, file in _read_some(source, paths, form, question))


def _known(source: Source, folder: str, paths: Paths, form: Form | None, question: Question | None) -> Iterator[_File]:
    """Yield every file; one that looks as it did in the last build of this process is the same object."""
    known = memory.known(f"files of {folder}", (form, (question.key or object()) if question else None))
    looks = kept.looks(source, paths)
    changed = tuple(each for each in paths if not known.has(each, looks.get(each)))
    for path, file in _read_some(source, changed, form, question):
        known.put(path, looks.get(path), file)
    return known.all()


def _read_some(
    source: Source, paths: Paths, form: Form | None, question: Question | None
) -> Iterator[tuple[str, _File]]:
    read = partial(_read, source, form)
    if form is None or question is None:
        for path, said, wrong in kept.each(source, paths, form, read):
            made = submission.whole(path, said, form) if said is not None and form is not None else None
            yield path, _File(made, wrong)
        return
    again, places = partial(_again, source, form), {name: place for place, name in enumerate(question.fields)}
    for path, told, wrong, answer in answered.each(source, paths, form, read, question):
        made = later.submission(path, told, places, again) if told is not None else None
        yield path, _File(made, wrong, answer)


def _again(source: Source, form: Form, path: str) -> Said | None:
    (file,) = _read(source, form, (path,))
    return file.said


def _read(source: Source, form: Form | None, paths: Paths) -> list[Read]:
    # After a call to the system a processor works slowly for a while, so that all files are fetched before one is read.
    fetched = [(path, *source.fetch(path)) for path in paths]
    return [_judged(path, data, unread, form) for path, data, unread in fetched]


def _judged(path: str, data: bytes | None, unread: Findings, form: Form | None) -> Read:
    if data is None:
        return Read(path, None, unread)
    said, wrong = submission.read(data, path, form)
    return Read(path, said, (*unread, *wrong))
