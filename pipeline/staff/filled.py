"""Filled-in forms for the file: a document a candidate.

In: the root, judged content, candidates, what is wanted. Out: documents and findings. Must not know output/.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.build import Judged
from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.model import Programme, Submission
from pipeline.paper import form_pdf, word
from pipeline.paper.sheet import Sheet
from pipeline.paper.typeset import OFFICE, PACKAGED, TypesettingError, UnprintableError
from pipeline.render.environment import folders
from pipeline.staff import photos, sheets
from pipeline.staff.exports import Document, label

FOLDER = "推荐表"
TOGETHER = "推荐表.pdf"
OWN, OWN_AND_SYSTEM = "自带字体", "自带字体和本机字体"
DEMONSTRATION = "演示数据，人员均为虚构"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the forms are wanted: `pdf` or `docx`, opinions as recorded or open to be signed; a PDF may hold them all."""

    form: str = "pdf"
    open_opinions: bool = False
    together: bool = False


def filled(
    root: Path, judged: Judged, programme: Programme, candidates: tuple[Submission, ...], wanted: Wanted
) -> Iterator[tuple[Document | None, tuple[Diagnostic, ...]]]:
    """Yield the documents one by one with the findings on each; None where there is none for a candidate.

    Findings: X933 for each that no font can set, X936, X938 where the office's own template is wrong.
    """
    if wanted.form == "pdf" and wanted.together:
        yield from _together(root, judged, programme, candidates, wanted)
        return

    def draw(each: Submission) -> tuple[Document | None, tuple[Diagnostic, ...]]:
        made, findings = _sheet(root, judged, programme, each, wanted)
        name = f"{FOLDER}/{label(programme, each, judged.as_of)}.{wanted.form}"
        if wanted.form == "docx":
            return Document(name, word.to_docx(made)), findings
        data, more = _set(judged, [(each, made)], folders(root, None))
        return Document(name, data) if data else None, (*findings, *more)

    # The typesetter lets another thread work meanwhile.
    with ThreadPoolExecutor() as pool:
        yield from pool.map(draw, candidates)


def _together(
    root: Path, judged: Judged, programme: Programme, candidates: tuple[Submission, ...], wanted: Wanted
) -> Iterator[tuple[Document | None, tuple[Diagnostic, ...]]]:
    made: list[tuple[Submission, Sheet]] = []
    for each in candidates:
        sheet, findings = _sheet(root, judged, programme, each, wanted)
        made.append((each, sheet))
        yield None, findings
    data, findings = _set(judged, made, folders(root, None)) if made else (b"", ())
    yield Document(TOGETHER, data) if data else None, findings


def _set(
    judged: Judged, made: list[tuple[Submission, Sheet]], places: tuple[Path, ...]
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the PDF of all that can be set, and X933 for each other one."""
    system = judged.site.typesetting.system_fonts
    findings: list[Diagnostic] = []
    while made:
        try:
            sheets_only = [sheet for _, sheet in made]
            return form_pdf.to_pdf(sheets_only, places, OFFICE if system else PACKAGED, judged.as_of), tuple(findings)
        except TypesettingError:
            return b"", (*findings, finding("X938", Location(f"site_templates/{form_pdf.TEMPLATE}")))
        except UnprintableError as error:
            bad = [each for each in made if set(error.characters) & set("".join(sheets.said(each[1])))]
            if not bad:  # a character of the form's own words
                return b"", (*findings, finding("X938", Location(f"site_templates/{form_pdf.TEMPLATE}")))
            findings += (unprintable(each.at(), system, error) for each, _ in bad)
            made = [each for each in made if each not in bad]
    return b"", tuple(findings)


def unprintable(where: Location, system: bool, error: UnprintableError) -> Diagnostic:
    """Return X933 for a document that cannot be set for want of a character."""
    codes = "、".join(f"U+{ord(each):04X}" for each in error.characters)
    return finding("X933", where, characters=codes, fonts=OWN_AND_SYSTEM if system else OWN)


def _sheet(
    root: Path, judged: Judged, programme: Programme, submission: Submission, wanted: Wanted
) -> tuple[Sheet, tuple[Diagnostic, ...]]:
    pictures, findings = photos.load(root, programme, submission)
    made = sheets.sheet(programme, submission, sheets.code(programme, submission), pictures)
    notes = (DEMONSTRATION,) if judged.site.demonstration else ()
    opinions = {} if wanted.open_opinions else made.opinions
    return replace(made, notes=notes, opinions=opinions), findings
