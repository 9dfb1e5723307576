"""Documents for staff: who is in them, what they are called, what is in them.

In: judged content, a programme, candidates, the day. Out: documents as name and bytes, and findings. Who has errors is
left out and told; the rest goes on. Must not know where output/ stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.build import Judged
from pipeline.diagnostics import Diagnostic, Location, finding, ordered
from pipeline.messages.entry import Severity
from pipeline.model import Programme, Submission
from pipeline.paper import table, xlsx
from pipeline.public.values import name_on
from pipeline.staff import registers
from pipeline.staff.files import safe

_BLANK_LINES = 30


@dataclass(frozen=True, slots=True)
class Document:
    """One file to be: its name, with folders, below the programme's own folder, and what is in it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sound:
    """Who can be exported, and the findings on who cannot; nobody can where `settings_fail`."""

    candidates: tuple[Submission, ...]
    findings: tuple[Diagnostic, ...]
    settings_fail: bool = False


def sound(judged: Judged, programme: Programme, candidates: Iterable[Submission] | None = None) -> Sound:
    """Return those of `candidates` (None: all of the programme) whose files have no error.

    Findings: the errors of the others, and X930 for each of them; X931 where the settings themselves have errors.
    """
    errors = [each for each in judged.findings if each.severity is Severity.ERROR]
    own = f"content/programmes/{programme.slug}/"
    at_fault = [each for each in errors if _is_of_settings(each.where.path, own)]
    if at_fault:
        return Sound((), ordered((*at_fault, finding("X931", Location(own), slug=programme.slug))), settings_fail=True)
    wanted = programme.submissions if candidates is None else tuple(candidates)
    bad = {each.where.path for each in errors if each.where.path.startswith(f"{own}submissions/")}
    if candidates is not None:
        bad &= {each.document.path for each in wanted}
    told = [each for each in errors if each.where.path in bad]
    left_out = (finding("X930", Location(path)) for path in bad)
    return Sound(tuple(each for each in wanted if each.document.path not in bad), ordered((*told, *left_out)))


def _is_of_settings(path: str, own: str) -> bool:
    """Tell whether a file is what every document depends on: the site's, or the programme's but no candidate's."""
    if path.startswith("content/programmes/"):
        return path.startswith(own) and not path.startswith((f"{own}submissions/", f"{own}drafts/"))
    return path.startswith("content")


def label(programme: Programme, submission: Submission, as_of: date) -> str:
    """Return the name of a candidate's file without its ending: the id, which no other has, and the name."""
    return safe(f"{submission.id}-{name_on(submission, programme, as_of)}")


def register(
    programme: Programme, candidates: tuple[Submission, ...], as_of: date, form: str, note: str = ""
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the register (汇总表) as `xlsx` or `csv`; finding X937 for a cell that was cut."""
    candidates = registers.in_order(programme, candidates, as_of)
    made = registers.register(programme, candidates, as_of)
    if form == "csv":
        return Document("汇总表.csv", table.to_csv(made.headings, made.rows)), ()
    findings = tuple(
        finding("X937", Location(each.document.path), most=xlsx.LONGEST)
        for each, row in zip(candidates, made.rows, strict=True)
        if any(len(text) > xlsx.LONGEST for text in row)
    )
    return Document("汇总表.xlsx", _workbook(programme, made, note)), findings


def blank_register(programme: Programme) -> Document:
    """Return an empty register that an association can fill in and send back, as a workbook."""
    return Document("汇总表（空白）.xlsx", _workbook(programme, registers.empty(programme, _BLANK_LINES), ""))


def _workbook(programme: Programme, made: registers.Register, note: str) -> bytes:
    known = {xlsx.PROGRAMME: programme.slug, xlsx.VERSION: programme.form.version}
    return xlsx.to_xlsx(made.title, made.headings, made.rows, known, note=note)
