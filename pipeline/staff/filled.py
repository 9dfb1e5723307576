"""Filled-in forms for the file: a document a candidate.

In: the root, judged content, candidates, what is wanted. Out: documents and findings. Must not know output/.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.build import Judged
from pipeline.diagnostics import Diagnostic
from pipeline.model import Programme, Submission
from pipeline.paper import form_pdf, word
from pipeline.paper.sheet import Sheet
from pipeline.render.environment import folders
from pipeline.staff import photos, sheets
from pipeline.staff.exports import Document, label
from pipeline.staff.printing import Press, fonts_of, printed

FOLDER = "推荐表"
TOGETHER = "推荐表.pdf"
DEMONSTRATION = "演示数据，人员和单位均为虚构"


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
    press: Press[tuple[Submission, Sheet]] = Press(
        form_pdf.TEMPLATE,
        draw=lambda each, fonts: form_pdf.to_pdf([sheet for _, sheet in each], places, fonts, judged.as_of),
        said=lambda each: sheets.said(each[1]),
        where=lambda each: each[0].at(),
    )
    return printed(press, made, fonts_of(judged.site))


def _sheet(
    root: Path, judged: Judged, programme: Programme, submission: Submission, wanted: Wanted
) -> tuple[Sheet, tuple[Diagnostic, ...]]:
    pictures, findings = photos.load(root, programme, submission)
    made = sheets.sheet(programme, submission, sheets.code(programme, submission), pictures)
    notes = (DEMONSTRATION,) if judged.site.demonstration else ()
    opinions = {} if wanted.open_opinions else made.opinions
    return replace(made, notes=notes, opinions=opinions), findings
