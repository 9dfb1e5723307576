"""Certificates as PDF: tagged, to be archived, the same bytes for the same certificates on every machine.

In: what each says, folders of templates, the document's day. Out: a PDF, a page each. Only the packaged fonts are used.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pylopdf_fonts_zh_cn as packaged
import typst

from pipeline.paper import qr

TEMPLATE = "print/certificate.typ"
FONTS = ("Noto Serif SC", "Noto Sans SC")
_NOT_SHOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


class UnprintableError(Exception):
    """No font has some of the `characters` that are to be set."""

    def __init__(self, characters: str) -> None:
        super().__init__("no font has a character")
        self.characters = characters


class TemplateError(Exception):
    """The template cannot be set: one of the office's own is wrong."""


def to_pdf(pages: Sequence[Mapping[str, object]], places: Sequence[Path], day: date) -> bytes:
    """Return the certificates; each says `addressee`, `lines`, `facts`, `issuer`, `day`, `address` and `note`.

    UnprintableError where no font has a character, TemplateError where the template is wrong.
    """
    template = next(each / TEMPLATE for each in places if (each / TEMPLATE).is_file())
    shown = [{**each, "code": qr.to_svg(str(each["address"])).decode("ascii")} for each in pages]
    data = {"title": "证书", "fonts": FONTS, "certificates": shown}
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        return typst.compile(
            template,
            root=template.parent,
            font_paths=[packaged.serif_path().parent],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["a-3a"],
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            timestamp=int(at.timestamp()),
        )
    except typst.TypstError as error:
        found = _NOT_SHOWN.search(error.message)
        if found is None:
            raise TemplateError from None
        raise UnprintableError(found[1]) from None
