"""A planned file of the blank form → bytes.

In: a FormFile. Out: bytes, by the suffix of its address. Must not know any candidate: nothing is written into it.
"""

from pipeline.pages import FormFile
from pipeline.paper import word
from pipeline.paper.sheet import Sheet


def draw(file: FormFile) -> bytes:
    """Return the blank form as a Word file."""
    return word.to_docx(_sheet(file))


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
