"""Filled-in forms for the file: a document a candidate.

In: the root, judged content, candidates, what is wanted. Out: documents and findings. Must not know output/.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.build import Judged
from pipeline.diagnostics import Diagnostic
from pipeline.model import Programme, Submission
from pipeline.paper import word
from pipeline.paper.sheet import Sheet
from pipeline.staff import photos, sheets
from pipeline.staff.exports import Document, label

FOLDER = "推荐表"
DEMONSTRATION = "演示数据，人员均为虚构"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the forms are wanted: the ending of the files, opinions as recorded or open to be signed."""

    form: str = "docx"
    open_opinions: bool = False


def filled(
    root: Path, judged: Judged, programme: Programme, candidates: tuple[Submission, ...], wanted: Wanted
) -> Iterator[tuple[Document | None, tuple[Diagnostic, ...]]]:
    """Yield the documents one by one with the findings on each; None where there is none for a candidate."""
    for each in candidates:
        made, findings = _sheet(root, judged, programme, each, wanted)
        name = f"{FOLDER}/{label(programme, each, judged.as_of)}.{wanted.form}"
        yield Document(name, word.to_docx(made)), findings


def _sheet(
    root: Path, judged: Judged, programme: Programme, submission: Submission, wanted: Wanted
) -> tuple[Sheet, tuple[Diagnostic, ...]]:
    pictures, findings = photos.load(root, programme, submission)
    made = sheets.sheet(programme, submission, sheets.code(programme, submission), pictures)
    notes = (DEMONSTRATION,) if judged.site.demonstration else ()
    opinions = {} if wanted.open_opinions else made.opinions
    return replace(made, notes=notes, opinions=opinions), findings
