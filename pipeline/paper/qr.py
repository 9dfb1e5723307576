"""A QR code as a picture.

In: an address, or the bytes of a form. Out: SVG or PNG, the same bytes for the same text on every machine. Must not
know what stands there.
"""

from collections.abc import Iterator
from itertools import groupby
from struct import pack
from zlib import adler32, crc32

import segno

# Any mask is valid; the choice of the best one would take most of the time and no reader needs it at this size.
_MASK = 2
_QUIET_ZONE = 4
# Dots that a side of a module has in a PNG: sharp in print at 30 mm.
_DOTS = 4
_BLOCK = 0xFFFF


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


def to_png(data: bytes) -> bytes:
    """Return the bytes as a QR code of error correction level L, black on white, one bit a dot, not compressed.

    Compressed, it would be other bytes wherever another zlib is at work.
    """
    rows = segno.make_qr(data, error="l", boost_error=False, mask=_MASK).matrix
    side = (len(rows) + 2 * _QUIET_ZONE) * _DOTS
    white = b"\x00" + b"\xff" * (-(-side // 8))
    lines = [white] * (_QUIET_ZONE * _DOTS)
    for row in rows:
        lines += [b"\x00" + _bits(row)] * _DOTS
    lines += [white] * (_QUIET_ZONE * _DOTS)
    raw = b"".join(lines)
    head = pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    body = b"\x78\x01" + b"".join(_stored(raw)) + pack(">I", adler32(raw))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _bits(row: bytearray) -> bytes:
    """Return a row of modules as bits, with the quiet zone; white is 1."""
    text = "1" * (_QUIET_ZONE * _DOTS)
    text += "".join(("0" if dark else "1") * _DOTS for dark in row) + text
    text += "1" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big")


def _stored(raw: bytes) -> Iterator[bytes]:
    """Yield the blocks of a deflate stream that holds the bytes as they are."""
    for start in range(0, len(raw), _BLOCK):
        part = raw[start : start + _BLOCK]
        last = start + _BLOCK >= len(raw)
        yield pack("<BHH", last, len(part), len(part) ^ 0xFFFF) + part


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", crc32(name + data))
