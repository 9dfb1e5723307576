"""A QR code as a picture.

In: an address. Out: SVG, the same bytes for the same address, without any style. Must not know what stands there.
"""

from itertools import groupby

import segno

# Any mask is valid; the choice of the best one would take most of the time and no reader needs it at this size.
_MASK = 2
_QUIET_ZONE = 4


def to_svg(text: str) -> bytes:
    """Return the text as a QR code of error correction level M, black on white, as large as it is placed."""
    rows = segno.make_qr(text, error="m", boost_error=False, mask=_MASK).matrix
    side = len(rows) + 2 * _QUIET_ZONE
    path = "".join(_row(row, number + _QUIET_ZONE) for number, row in enumerate(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="{path}"/></svg>\n'
    ).encode("ascii")


def _row(row: bytearray, top: int) -> str:
    """Return the dark runs of a row as strokes along its middle, one module thick."""
    path, move = f"M{_QUIET_ZONE} {top}.5", 0
    for dark, run in groupby(row):
        width = sum(1 for _ in run)
        if dark:
            path += f"{f'm{move} 0' if move else ''}h{width}"
        move = 0 if dark else width
    return path
