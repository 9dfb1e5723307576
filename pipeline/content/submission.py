"""One candidate's file becomes a Submission.

In: a document and the programme's form. Out: a Submission and findings. Must not know other submissions.
"""

from collections.abc import Mapping

from pipeline import documents, forms
from pipeline.content import texts
from pipeline.criteria import ScoreSheet
from pipeline.diagnostics import Diagnostic, stops
from pipeline.documents import Document
from pipeline.forms import Field, Form, Value
from pipeline.model import Submission, Tick
from pipeline.stages import DETAIL_KEYS, Event, EventKind, Opinion

# As many as the schema allows: what is beyond is one finding, and is not worked through.
_MOST_EVENTS = 500
_DAYS = {"publicity_until", "term_until"}
_YES_OR_NO = {"paper", "electronic", "named", "republish"}


def parse(document: Document, form: Form) -> tuple[Submission, tuple[Diagnostic, ...]]:
    """Judge the file against the form and the pipeline's own keys, and return what could be read of it."""
    own = forms.judge_settings("submission", document)
    values, findings = forms.judge(form, document)
    top = texts.section(document.values)
    submission = Submission(
        id=_stem(document.path),
        document=document,
        values=values,
        association=texts.optional(top, "推荐单位"),
        review=_review(texts.section(top.get("审核"))),
        opinions=tuple(_opinion(each, values.get(each.name)) for each in form.opinions),
        events=_events(texts.items(top.get("办理"))[:_MOST_EVENTS]),
        scores=tuple(_sheet(each) for each in texts.items(top.get("评分"))),
        previous=texts.optional(top, "前次"),
        sound=not stops(own),
    )
    return submission, own + findings


def reread(submission: Submission, form: Form, text: str) -> tuple[Submission | None, tuple[Diagnostic, ...]]:
    """Return the submission as it would be if its file said `text`, None where that cannot be read."""
    document, findings = documents.parse(text.encode(), submission.document.path)
    if document is None:
        return None, findings
    after, more = parse(document, form)
    return after, findings + more


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".yml")


def _review(part: Mapping[str, object]) -> tuple[Tick, ...]:
    return tuple(Tick(str(number), {"符合": True, "不符合": False}.get(str(word))) for number, word in part.items())


def _opinion(field: Field, value: Value | None) -> Opinion:
    part = texts.section(value)
    agrees = {"同意": True, "不同意": False}.get(texts.text(part, "结论"))
    return Opinion(field.name, agrees, texts.day(part.get("日期")), field.after_receipt)


def _sheet(part: Mapping[str, object]) -> ScoreSheet:
    given = part.get("得分")
    points = ((name, texts.points(each)) for name, each in texts.section(given).items())
    return ScoreSheet(
        on=texts.day(part.get("日期")),
        judge=texts.text(part, "评委"),
        points=tuple((name, each) for name, each in points if each is not None),
        total=texts.points(given) if isinstance(given, str) else None,
    )


def _events(parts: tuple[Mapping[str, object], ...]) -> tuple[Event, ...]:
    read = (_event(index, part) for index, part in enumerate(parts))
    return tuple(event for event in read if event is not None)


def _event(index: int, part: Mapping[str, object]) -> Event | None:
    on = texts.day(part.get("日期"))
    kind = next((kind for kind in EventKind if kind.value == part.get("事项")), None)
    if on is None or kind is None:
        return None
    details = {attribute: _detail(attribute, part.get(key)) for attribute, key in DETAIL_KEYS.items()}
    return Event(on, kind, index, **details)  # type: ignore[arg-type]  # the table's attributes are Event's own


def _detail(attribute: str, value: object) -> object:
    if value is None or value == "":
        return None
    if attribute in _DAYS:
        return texts.day(value)
    return texts.yes(value) if attribute in _YES_OR_NO else str(value)
