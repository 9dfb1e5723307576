"""One candidate's file becomes a Submission.

In: the bytes of a file and the programme's form. Out: a Submission and findings. Must not know other submissions.

`read` is a pure function of its arguments, and what it returns is plain: it can be kept, or made in another process.
`whole` makes of it what the rest works with; `made` does so of the part that everybody asks for.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

from pipeline import documents, forms
from pipeline.content import texts
from pipeline.criteria import ScoreSheet
from pipeline.diagnostics import Diagnostic, stops
from pipeline.documents import Document, Places
from pipeline.forms import Form, Value
from pipeline.model import Submission, Tick
from pipeline.stages import DETAIL_KEYS, Event, EventKind, Opinion

Findings = tuple[Diagnostic, ...]

# As many as the schema allows: what is beyond is one finding, and is not worked through.
_MOST_EVENTS = 500
_PARTING, _AFTER = "\0", "after"
_DAYS = {"publicity_until", "term_until"}
_YES_OR_NO = {"paper", "electronic", "named", "republish"}
_KINDS = {kind.value: kind for kind in EventKind}
_NAMES = {key: name for name, key in DETAIL_KEYS.items()}
_MET = {"符合": True, "不符合": False}
_AGREES = {"同意": True, "不同意": False}
# Most of what staff write of one candidate they write of many: those share one Event, one set of opinions or of ticks.
_REMEMBERED = 4096


class Said(NamedTuple):
    """What a file says: its text, its parts as they are written, the form's values, and whether it is `sound`.

    Of dict, list, str, int, float and bool only. The values and `sound` depend on the form.
    """

    text: str
    parts: Mapping[str, Any]
    values: Mapping[str, Value]
    sound: bool


class Told(NamedTuple):
    """The part of it that everybody asks for; `values` are those of some fields in their order, None for none.

    `review`, `opinions` and each of `events` are texts, parted by what no YAML holds: equal ones are read once for all
    candidates. `scores` is JSON, empty for none.
    """

    values: Sequence[Value | None]
    sound: bool
    association: str | None
    previous: str | None
    review: str
    opinions: str
    events: tuple[str, ...]
    scores: str


def read(data: bytes, path: str, form: Form | None) -> tuple[Said | None, Findings]:
    """Judge the bytes of a file; None where the file cannot be read, or there is no form to read it by."""
    document, findings = documents.parse(data, path)
    if document is None or form is None:
        return None, findings
    said, more = _judged(document, form)
    return said, findings + more


def whole(path: str, said: Said, form: Form, of_all: Told | None = None) -> Submission:
    """Return the Submission of the file at `path` that says this; `form` is the one it was read by.

    `of_all`: what was `told` of it, where somebody knows.
    """
    document = Document(path, said.parts, said.text, Places(said.text))
    return made(document, of_all or told(said, form), said.values)


def told(said: Said, form: Form, fields: tuple[str, ...] = ()) -> Told:
    """Return the part of what a file says; `fields` are those whose values are asked for.

    `form` is the one that the file was read by.
    """
    top, values = said.parts, said.values
    opinions = [
        (each.name, texts.text(part, "结论"), str(part.get("日期")), _AFTER if each.after_receipt else "")
        for each in form.opinions
        if each.name in values or not each.may_be_absent
        for part in (texts.section(values.get(each.name)),)
    ]
    events = texts.items(top.get("办理"))[:_MOST_EVENTS]
    scores = texts.items(top.get("评分"))
    return Told(
        values=[values.get(name) for name in fields],
        sound=said.sound,
        association=texts.optional(top, "推荐单位"),
        previous=texts.optional(top, "前次"),
        review=_joined(texts.section(top.get("审核")).items()),
        opinions=_joined(opinions),
        events=tuple([_joined(((index,), *each.items())) for index, each in enumerate(events)]),
        scores=json.dumps(scores, ensure_ascii=False) if scores else "",
    )


def _joined(parts: Iterable[tuple[object, ...]]) -> str:
    return _PARTING.join([str(each) for part in parts for each in part])


def parse(document: Document, form: Form) -> tuple[Submission, Findings]:
    """Judge the file against the form and the pipeline's own keys, and return what could be read of it."""
    said, findings = _judged(document, form)
    return made(document, told(said, form), said.values), findings


def reread(submission: Submission, form: Form, text: str) -> tuple[Submission | None, Findings]:
    """Return the submission as it would be if its file said `text`, None where that cannot be read."""
    path = submission.document.path
    said, findings = read(text.encode(), path, form)
    return whole(path, said, form) if said else None, findings


def _judged(document: Document, form: Form) -> tuple[Said, Findings]:
    own = forms.judge_settings("submission", document)
    values, findings = forms.judge(form, document)
    return Said(document.text, document.values, values, not stops(own)), own + findings


def made(document: Document, said: Told, values: Mapping[str, Value]) -> Submission:
    """Return the Submission of a document with these values, of which `said` is the part that is asked for at once."""
    return Submission(
        id=_stem(document.path),
        document=document,
        values=values,
        association=said.association and intern(said.association),
        review=_review(said.review),
        opinions=_opinions(said.opinions),
        events=tuple([event for event in map(_event, said.events) if event is not None]),
        scores=_scores(said.scores),
        previous=said.previous,
        sound=said.sound,
    )


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".yml")


def _parted(text: str) -> Iterator[str]:
    return iter(text.split(_PARTING) if text else ())


@lru_cache(_REMEMBERED)
def _review(text: str) -> tuple[Tick, ...]:
    parts = _parted(text)
    return tuple(Tick(number, _MET.get(word)) for number, word in zip(parts, parts, strict=True))


@lru_cache(_REMEMBERED)
def _opinions(text: str) -> tuple[Opinion, ...]:
    parts = _parted(text)
    return tuple(
        Opinion(field, _AGREES.get(conclusion), texts.day(day), after == _AFTER)
        for field, conclusion, day, after in zip(parts, parts, parts, parts, strict=True)
    )


@lru_cache(_REMEMBERED)
def _scores(text: str) -> tuple[ScoreSheet, ...]:
    return tuple(map(_sheet, json.loads(text))) if text else ()


def _sheet(part: Mapping[str, object]) -> ScoreSheet:
    given = part.get("得分")
    points = ((name, texts.points(each)) for name, each in texts.section(given).items())
    return ScoreSheet(
        on=texts.day(part.get("日期")),
        judge=texts.text(part, "评委"),
        points=tuple((name, each) for name, each in points if each is not None),
        total=texts.points(given) if isinstance(given, str) else None,
    )


@lru_cache(_REMEMBERED)
def _event(text: str) -> Event | None:
    parts = _parted(text)
    index = int(next(parts))
    part = dict(zip(parts, parts, strict=True))
    on = texts.day(part.get("日期"))
    kind = _KINDS.get(part.get("事项", ""))
    if on is None or kind is None:
        return None
    details = {_NAMES[key]: _detail(_NAMES[key], each) for key, each in part.items() if each and key in _NAMES}
    return Event(on, kind, index, **details)  # type: ignore[arg-type]  # the table's attributes are Event's own


def _detail(attribute: str, text: str) -> object:
    if attribute in _DAYS:
        return texts.day(text)
    return texts.yes(text) if attribute in _YES_OR_NO else text
