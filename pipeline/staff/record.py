"""An event for one or many candidates: its details are counted, the files' new texts made, and everything judged first.

In: the judged content, what staff ask. Out: a Plan: new texts, and the findings that they would bring. Writes
nothing itself.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline import edits, rules
from pipeline.build import Judged
from pipeline.content.submission import reread
from pipeline.diagnostics import Diagnostic, finding, ordered, stops
from pipeline.edits import Edit
from pipeline.history import EDITS
from pipeline.messages import CATALOGUE
from pipeline.messages.entry import Severity
from pipeline.model import Programme, Site, Submission
from pipeline.public.ordering import sort_key
from pipeline.staff.changing import rewrite
from pipeline.staff.counting import Case, counted
from pipeline.staff.numbers import Serials
from pipeline.stages import DETAIL_KEYS, EventKind
from pipeline.working_days import is_working_day

_PLACE = re.compile(r":[0-9]+(:[0-9]+)?$")


@dataclass(frozen=True, slots=True)
class Order:
    """What staff ask: an event of a kind on a day; `details` are texts by attribute of Event, as they told them."""

    kind: EventKind
    on: date
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written.

    `edits` by path; `lines`: candidate's id -> the new item of 办理, in the order of the published list; `after`: the
    site as it would be; `findings`: errors and warnings that were not there before. An error among them: write nothing.
    """

    edits: Mapping[str, Edit]
    lines: Mapping[str, Mapping[str, str]]
    after: Site
    findings: tuple[Diagnostic, ...]


def plan(judged: Judged, programme: Programme, submissions: Iterable[Submission], order: Order) -> Plan:
    """Return what the order comes to for candidates of a programme of the judged site.

    The candidates are taken in the order of the published list, so that certificate numbers follow it.
    Findings: X920, X926 to X929, and whatever the content's own rules find that they did not find before.
    """
    site = judged.site
    serials = Serials(programme, order.on)
    made: dict[str, Edit] = {}
    lines: dict[str, Mapping[str, str]] = {}
    findings: list[Diagnostic] = []
    place = sort_key(programme, site.strokes)
    for each in sorted(submissions, key=lambda each: place(each, order.on)):
        case = Case(site, programme, each, order.kind, order.on, order.details, serials)
        done = finding("X926", each.at()) if _is_broken(each, judged.findings) else _edited(case)
        if isinstance(done, Diagnostic):
            findings.append(done)
        else:
            lines[each.id], text = done
            made[each.document.path] = Edit(each.document.text, text)
    after, of_edited = _after(site, programme, made)
    # Of whom nothing is written, the rules over one candidate find what they found.
    brought = _brought(judged.findings, ordered((*of_edited, *rules.check(after, judged.as_of, made.__contains__))))
    return Plan(made, lines, after, ordered((*findings, *brought)))


def _is_broken(submission: Submission, findings: tuple[Diagnostic, ...]) -> bool:
    """Tell whether the file could not be read as a whole: as YAML, or in the pipeline's own keys."""
    path = submission.document.path
    return not submission.sound or any(
        each.where.path == path and each.code.startswith("Y") and CATALOGUE[each.code].severity is Severity.ERROR
        for each in findings
    )


def _edited(case: Case) -> tuple[Mapping[str, str], str] | Diagnostic:
    """Return the event's line and the file's new text, or why there is none."""
    document, told = case.submission.document, dict(case.told)
    if case.kind in EDITS:
        rewritten = rewrite(case.programme, case.submission, case.on, told)
        if isinstance(rewritten, Diagnostic):
            return rewritten
        if rewritten is not None:
            document, told = rewritten.document, {**told, **rewritten.details}
    details = {**counted(case), **told}
    if "publicity_until" not in details and (case.kind is EventKind.PROPOSED or details.get("republish") == "是"):
        return finding("X929", case.programme.document.at("公示"), year=_unknown_year(case))
    line = {"日期": case.on.isoformat(), "事项": case.kind.value}
    line |= {key: details[name] for name, key in DETAIL_KEYS.items() if details.get(name)}
    try:
        return line, edits.append(document, "办理", line)
    except edits.EditError:
        return finding("X920", case.submission.at("办理"))


def _unknown_year(case: Case) -> int:
    return case.on.year + (is_working_day(case.on, case.site.calendar) is not None)


def _after(site: Site, programme: Programme, made: Mapping[str, Edit]) -> tuple[Site, list[Diagnostic]]:
    """Return the site with the new texts, and the findings of their files."""
    candidates: list[Submission] = []
    findings: list[Diagnostic] = []
    for each in programme.submissions:
        edit = made.get(each.document.path)
        after, more = reread(each, programme.form, edit.new) if edit else (each, ())
        candidates += [after] if after else []
        findings += more
    changed = replace(programme, submissions=tuple(candidates))
    others = tuple(changed if each is programme else each for each in site.programmes)
    return replace(site, programmes=others), findings


def _brought(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the errors and warnings that were not there before; a finding that only moved by a line was."""
    known = Counter(_kind_of(each) for each in before)
    for each in after:
        if known[_kind_of(each)]:
            known[_kind_of(each)] -= 1
        elif stops([each], strict=True):
            yield each


def _kind_of(each: Diagnostic) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return each.where.path, each.code, tuple((name, _PLACE.sub("", text)) for name, text in each.params)
