"""What was found out of submissions when they were last read: a file that looks as before is not asked again.

In: the paths of a folder's files, how to read some of them, a question. Out: of each file what everybody asks for, and
the answer. Kept beside what the files say (`kept`), under the same look of a group and the question's own key; where
only the question is another, the files are not read again. Where no store is open, all are read and asked.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import repeat
from typing import Any, NamedTuple

from pipeline import cache, crew
from pipeline.content import kept
from pipeline.content.kept import Paths, Read
from pipeline.content.source import Source
from pipeline.content.submission import Told, told, whole
from pipeline.diagnostics import Diagnostic, of_plain, plain
from pipeline.forms import Form
from pipeline.model import Programme, Submission
from pipeline.working_days import Calendar

# JSON holds no such byte, and no value that was read (Y120, Y171).
PARTING = b"\x1d"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of each file: `answer` is asked of a whole Submission, and gives bytes without PARTING.

    `key` stands for all that an answer depends on beside the file and the form, empty where that cannot be told.
    `fields`: names of the form's fields whose values are asked for of all candidates at once.
    """

    key: bytes
    fields: tuple[str, ...]
    answer: Callable[[Submission], bytes]


# The programme without its candidates, the calendar, and the day that the site's settings name, if any.
Ask = Callable[[Programme, Calendar, date | None], Question]


class Answered(NamedTuple):
    """A file: its path, what it is told by (None where it says nothing that can be told), its findings, the answer."""

    path: str
    told: Told | None
    findings: tuple[Diagnostic, ...]
    answer: bytes


@dataclass(frozen=True, slots=True)
class _Asking:
    """What is needed to answer for a group of files."""

    split: list[Paths]
    keys: list[bytes]
    read: Callable[[Paths], list[Read]]
    form: Form
    question: Question

    def key(self, number: int) -> bytes:
        """Return the key of the group's answers, empty where they are not to be kept."""
        of_group, own = self.keys[number], self.question.key
        return cache.key_of((), (of_group, own)) if of_group and own else b""


def each(
    source: Source, paths: Paths, form: Form, read: Callable[[Paths], list[Read]], question: Question
) -> Iterator[Answered]:
    """Yield every file in any order; `read` reads some, if need be in another process."""
    split = kept.groups(paths)
    asking = _Asking(split, kept.keys(source, split, form), read, form, question)
    store = cache.current()
    lacking: list[int] = []
    found = store.each(map(asking.key, range(len(split)))) if store else repeat(None)
    for number, answers in zip(range(len(split)), found, strict=False):
        if answers is None:
            lacking.append(number)
        else:
            yield from _unpacked(answers)
    if store and len(lacking) < len(split):
        store.ask(each for each in asking.keys if each)
    for number, said, answers in crew.spread(lambda number: _answers(asking, number), lacking):
        if store and said:
            store.keep(asking.keys[number], said)
        if store and (key := asking.key(number)):
            store.keep(key, answers)
        yield from _unpacked(answers)


def _answers(asking: _Asking, number: int) -> tuple[int, bytes, bytes]:
    """Return the group's number, what its files say if that was not kept and is to be, and the answers."""
    store, key = cache.current(), asking.keys[number]
    before = store.get(key) if store and key else None
    files = asking.read(asking.split[number]) if before is None else list(kept.unpacked(before))
    return number, kept.packed(files) if key and before is None else b"", _packed(asking, files)


def _packed(asking: _Asking, files: list[Read]) -> bytes:
    """Return the files as JSON, and after it each one's answer, which not everybody need take apart."""
    rows: list[list[Any]] = []
    answers: list[bytes] = []
    for file in files:
        row: list[Any] = [file.path, [plain(found) for found in file.findings]]
        answer = b""
        if file.said is not None:
            of_all = told(file.said, asking.form, asking.question.fields)
            answer = asking.question.answer(whole(file.path, file.said, asking.form, of_all))
            row += of_all
        rows.append(row)
        answers.append(answer)
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return PARTING.join((text, *answers))


def _unpacked(data: bytes) -> Iterator[Answered]:
    text, *answers = data.split(PARTING)
    for (path, findings, *rest), answer in zip(json.loads(text.decode("utf-8", "surrogatepass")), answers, strict=True):
        yield Answered(path, Told(*rest) if rest else None, tuple(map(of_plain, findings)), answer)
