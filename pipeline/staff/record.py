"""An event for one or many candidates: its details are counted, the files' new texts made, and everything judged first.

In: the site, what staff ask. Out: a Plan: new texts and the findings that they would bring. Writes nothing itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pipeline import content, edits, history, rules
from pipeline.diagnostics import Diagnostic, Location, finding, stops
from pipeline.model import Programme, Site, Submission
from pipeline.public.ordering import sort_key
from pipeline.staff import numbers
from pipeline.stages import DETAIL_KEYS, EventKind, Stage, derive
from pipeline.working_days import publicity_until, term_until


@dataclass(frozen=True, slots=True)
class Order:
    """What staff ask: an event of a kind on a day for some candidates; `details` are texts by attribute of Event."""

    kind: EventKind
    on: date
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written: the new text of each file by path, the line added to each, and what speaks against it."""

    texts: Mapping[str, str]
    lines: Mapping[str, Mapping[str, str]]
    findings: tuple[Diagnostic, ...]


def recommended(programme: Programme, on: date) -> tuple[Submission, ...]:
    """Return the candidates who stand as 已推荐 on the day."""
    return tuple(
        each for each in programme.submissions if derive(each.events, each.opinions, on).stage is Stage.RECOMMENDED
    )


def chosen(programme: Programme, ids: Iterable[str]) -> tuple[tuple[Submission, ...], tuple[str, ...]]:
    """Return the candidates of the ids in the programme's list order, each once, and the ids that nobody has."""
    by_id = {each.id: each for each in programme.submissions}
    wanted = dict.fromkeys(ids)
    return tuple(by_id[each] for each in wanted if each in by_id), tuple(each for each in wanted if each not in by_id)


def plan(root: Path, site: Site, programme: Programme, submissions: tuple[Submission, ...], order: Order) -> Plan:
    """Return the files' new texts and every error or warning that they bring and that was not there before.

    The candidates are taken in the order of the published list, so that certificate numbers follow it.
    """
    ordered = sorted(submissions, key=sort_key(programme, site.strokes))
    texts: dict[str, str] = {}
    lines: dict[str, Mapping[str, str]] = {}
    findings: list[Diagnostic] = []
    serials = numbers.Serials(programme, order.on)
    for each in ordered:
        line = _line(site, programme, each, order, serials)
        try:
            texts[each.document.path] = edits.append(each.document, "办理", line)
            lines[each.document.path] = line
        except edits.EditError:
            findings.append(finding("X920", Location(each.document.path)))
    return Plan(texts, lines, (*findings, *_brought(root, site, order.on, texts)))


def _line(
    site: Site, programme: Programme, submission: Submission, order: Order, serials: numbers.Serials
) -> dict[str, str]:
    details = {**dict(_counted(site, programme, submission, order, serials)), **order.details}
    told = {DETAIL_KEYS[name]: details[name] for name in DETAIL_KEYS if details.get(name)}
    return {"日期": order.on.isoformat(), "事项": order.kind.value, **told}


def _counted(
    site: Site, programme: Programme, submission: Submission, order: Order, serials: numbers.Serials
) -> Iterator[tuple[str, str]]:
    """Yield the details that are counted and not asked for."""
    if order.kind is EventKind.RECEIVED:
        fields = [each.name for each in programme.form.fields if each.printed and not each.is_opinion]
        yield "digest", history.digest(submission, fields, order.on)
    elif order.kind is EventKind.PROPOSED:
        until = publicity_until(order.on, programme.publicity, site.calendar)
        yield from [("publicity_until", until.isoformat())] if until else []
        yield "digest", history.digest(submission, programme.shown.publicity, order.on)
    elif order.kind is EventKind.CERTIFIED:
        if programme.certificate_pattern:
            yield "certificate_number", serials.next(submission)
        if programme.term_months:
            yield "term_until", term_until(order.on, programme.term_months).isoformat()
        yield "digest", history.digest(submission, programme.shown.roster, order.on)


def _brought(root: Path, site: Site, on: date, texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield the findings of the content as it would be, less those of the content as it is."""
    day = max(on, site.today or on)
    before, of_files = content.load(root)
    known = {(each.where.path, each.code, each.params) for each in (*of_files, *rules.check(before, day))}
    after, of_files = content.load(root, texts)
    for each in (*of_files, *rules.check(after, day)):
        if (each.where.path, each.code, each.params) not in known and stops([each], strict=True):
            yield each
