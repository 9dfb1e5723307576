"""A QR code as a picture.

In: an address. Out: SVG, the same bytes for the same address, without any style. Must not know what stands there.
"""

import io

import segno

# Any mask is valid; the choice of the best one would take most of the time and no reader needs it at this size.
_MASK = 2
_QUIET_ZONE = 4


def to_svg(text: str) -> bytes:
    """Return the text as a QR code of error correction level M, black on white, as large as it is placed."""
    drawing = io.BytesIO()
    segno.make_qr(text, error="m", boost_error=False, mask=_MASK).save(
        drawing,
        kind="svg",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        light="#fff",
        border=_QUIET_ZONE,
    )
    return drawing.getvalue()
