"""Certificates as PDF: tagged, to be archived, the same bytes for the same certificates.

In: what each says, folders of templates, fonts, the document's day. Out: a PDF, a page each.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from pipeline.paper import qr
from pipeline.paper.typeset import PACKAGED, Fonts, typeset

TEMPLATE = "print/certificate.typ"


def to_pdf(
    pages: Sequence[Mapping[str, object]], places: Sequence[Path], fonts: Fonts = PACKAGED, day: date | None = None
) -> bytes:
    """Return the certificates; each says `addressee`, `lines`, `facts`, `issuer`, `day`, `address` and `note`.

    UnprintableError where no font has a character, TypesettingError where the template is wrong.
    """
    shown = [{**each, "code": qr.to_svg(str(each["address"])).decode("ascii")} for each in pages]
    return typeset(TEMPLATE, {"title": "证书", "certificates": shown}, places, fonts, day)
