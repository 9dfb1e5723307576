"""The files of a folder of submissions, read.

In: where content is read from, a folder, a form. Out: its submissions by id, and findings. Must not judge across files.
"""

from collections.abc import Iterator
from itertools import islice

from pipeline.content import photos, submission
from pipeline.content.source import Source
from pipeline.content.walk import files
from pipeline.diagnostics import Diagnostic
from pipeline.forms import Form
from pipeline.model import Submission

# After a call to the system a processor works slowly for a while, so that many files are fetched at a time.
_AT_A_TIME = 64


def load(source: Source, folder: str, form: Form | None) -> tuple[tuple[Submission, ...], tuple[Diagnostic, ...]]:
    """Read what lies below the folder; without a form there are no submissions, but still findings of the files."""
    paths, odd = files(source.root, folder)
    findings = list(odd)
    submissions: list[Submission] = []
    for path, data, unread in _fetched(source, paths):
        findings += unread
        if data is None:
            continue
        said, wrong = submission.read(data, path, form)
        findings += wrong
        if said is not None and form is not None:
            submissions.append(submission.whole(path, said, form))
    mended = photos.beside(tuple(submissions), form, tuple(findings))
    return tuple(sorted(submissions, key=lambda each: (each.id, each.document.path))), mended


def _fetched(source: Source, paths: tuple[str, ...]) -> Iterator[tuple[str, bytes | None, tuple[Diagnostic, ...]]]:
    waiting = iter(paths)
    while some := [(path, *source.fetch(path)) for path in islice(waiting, _AT_A_TIME)]:
        yield from some
