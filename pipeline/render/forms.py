"""A planned file of the blank form → bytes.

In: a FormFile, folders of templates. Out: bytes, by the suffix of its address, or a finding. Must not know any
candidate: nothing is written into it.
"""

from collections.abc import Sequence
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.pages import FormFile
from pipeline.paper import form_pdf, typeset, word
from pipeline.paper.sheet import Sheet


def draw(file: FormFile, places: Sequence[Path]) -> tuple[bytes, Diagnostic | None]:
    """Return the blank form as PDF or as a Word file; for T610 and T611 no bytes."""
    if file.path.endswith(".docx"):
        return word.to_docx(_sheet(file)), None
    try:
        fonts = typeset.OFFICE if file.system_fonts else typeset.PACKAGED
        return form_pdf.to_pdf([_sheet(file)], places, fonts), None
    except typeset.UnprintableError as error:
        codes = "、".join(f"U+{ord(each):04X}" for each in error.characters)
        return b"", finding("T611", Location(f"output/site/{file.path}"), field=file.form.title, characters=codes)
    except typeset.TypesettingError:
        return b"", finding("T610", Location(f"site_templates/{form_pdf.TEMPLATE}"))


def _sheet(file: FormFile) -> Sheet:
    return Sheet(
        title=file.form.title,
        layout=file.form.layout,
        programme=file.programme,
        version=file.form.version,
        mark=file.form.attachment_label,
        code=file.code.encode(),
        notes=file.notes,
    )
