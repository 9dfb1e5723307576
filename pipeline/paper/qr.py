"""A QR code as a picture.

In: an address, or the bytes of a form. Out: SVG or PNG, the same bytes for the same text on every machine. Must not
know what stands there.

With a fixed mask a QR code is linear: a bit of the text that flips always flips the same modules, wherever and whatever
the rest is. So of many addresses of one length only the first is encoded; the others are that one with modules flipped,
and what one bit flips is learnt once, from the encoder itself.

That holds where each character takes its eight bits. The encoder writes digits and capitals shorter where it can, so it
is only asked for texts in which it cannot; what it gives for three such texts makes up what it would give for any.
"""

import sys
from array import array
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from struct import pack
from typing import Any, NamedTuple, cast
from zlib import adler32, crc32

# Any mask is valid; the choice of the best one would take most of the time and no reader needs it at this size.
_MASK = 2
_QUIET_ZONE = 4
# Modules of a row that are drawn at a time, and the bits of a code's number that hold them.
_PIECE, _LANE = 12, 16
_BITS = tuple(1 << each for each in range(7))
# What QR codes write in fewer bits than eight, and all the rest, which they cannot.
_SHORTER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_WHOLE = [each for each in map(chr, range(0x21, 0x7F)) if each not in _SHORTER]
# Of the rest, and so is what each of its bits makes of it.
_NEUTRAL = "|"
_PRINTABLE = range(0x20, 0x7F)
_KEPT = 32
_TOGETHER = 3
# Dots that a side of a module has in a PNG: sharp in print at 30 mm.
_DOTS = 4
_DOTTED = str.maketrans({"1": "0" * _DOTS, "0": "1" * _DOTS})
_DARK = bytes([ord("1"), *[ord("0")] * 255])
_BLOCK = 0xFFFF

Rows = tuple[int, ...]
"""A code's rows from the top, each as a number whose highest bit is the leftmost module; 1 is dark."""


def to_svg(text: str) -> bytes:
    """Return the text as a QR code of error correction level M, black on white, as large as it is placed."""
    return _svg(_code(text))


def data_to_svg(data: bytes) -> bytes:
    """Return the bytes as a QR code of level L: at one size on paper, larger modules are read better."""
    return _svg(_joined(_rows(data, ec_level="L")))


def modules(text: str) -> Rows:
    """Return the modules of the text's code, without the quiet zone."""
    code = _code(text)
    pieces = iter(_pieces(code))
    count = _count(code.width)
    return tuple(int("".join(f"{next(pieces):0{_PIECE}b}" for _ in range(count)), 2) for _ in range(code.width))


class _Code(NamedTuple):
    """A code as one number: its rows one after the other in pieces, the first of a row as narrow as need be.

    Each piece has a lane to itself, wide enough that the number's bytes can be read as a list of pieces.
    """

    width: int
    modules: int


def _code(text: str) -> _Code:
    plain = text.isascii() and text.isprintable()
    return _family(len(text)).code(text) if plain else _joined(_small(text))


def _joined(rows: Rows) -> _Code:
    joined, first = 0, (_count(len(rows)) - 1) * _PIECE
    for row in rows:
        for shift in range(first, -1, -_PIECE):
            joined = joined << _LANE | (row >> shift & ((1 << _PIECE) - 1))
    return _Code(len(rows), joined)


def _count(width: int) -> int:
    """Return how many pieces a row has."""
    return -(-width // _PIECE)


def _pieces(code: _Code) -> "array[int]":
    """Return the pieces of a code, row by row."""
    pieces = array("H", code.modules.to_bytes(_count(code.width) * code.width * _LANE // 8, sys.byteorder))
    if sys.byteorder == "little":  # which keeps the number's highest part, the first piece, last
        pieces.reverse()
    return pieces


class _Family:
    """The codes of all texts of one length: one of them, and the modules that other characters flip.

    Addresses differ in their last characters, and in those in few ways: some are looked at and learnt together.
    """

    def __init__(self) -> None:
        self._first = ""
        self._base = self._neutral = _Code(0, 0)
        self._flips: dict[tuple[int, str], int] = {}
        self._bits: dict[tuple[int, int], int] = {}

    def code(self, text: str) -> _Code:
        """Return the code of a text of this length, which must be ASCII."""
        if not self._first:
            self._first = text
            self._base, self._neutral = _joined(_encoded(text)), _joined(_small(_NEUTRAL * len(text)))
        own, first, flips = self._base.modules, self._first, self._flips
        for place in range(0, len(text), _TOGETHER):
            some = text[place : place + _TOGETHER]
            if some != first[place : place + _TOGETHER]:
                own ^= flips.get((place, some)) or self._learn(place, some)
        return _Code(self._base.width, own)

    def _learn(self, place: int, some: str) -> int:
        """Return the modules that these characters flip, and keep them."""
        flipped = 0
        for at, character in enumerate(some, place):
            different = ord(character) ^ ord(self._first[at])
            for bit in _BITS:
                if different & bit:
                    flipped ^= self._bits.get((at, bit)) or self._learn_bit(at, bit)
        self._flips[place, some] = flipped
        return flipped

    def _learn_bit(self, place: int, bit: int) -> int:
        before, after = _NEUTRAL * place, _NEUTRAL * (len(self._first) - place - 1)
        other = _joined(_small(f"{before}{chr(ord(_NEUTRAL) ^ bit)}{after}"))
        self._bits[place, bit] = flipped = self._neutral.modules ^ other.modules
        return flipped


@lru_cache(_KEPT)
def _family(_length: int) -> _Family:
    return _Family()


def _encoded(text: str) -> Rows:
    """Return the modules of a text of which each character takes eight bits."""
    one, other = _twins()
    parts = map(_small, (text.translate(one), text.translate(other), _NEUTRAL * len(text)))
    return tuple(row ^ another ^ rest for row, another, rest in zip(*parts, strict=True))


@cache
def _twins() -> tuple[dict[int, str], dict[int, str]]:
    """Return two characters for each: with the neutral one they make it up, bit by bit, and none is written shorter."""
    made = {ord(one) ^ ord(other) ^ ord(_NEUTRAL): (one, other) for one in _WHOLE for other in _WHOLE}
    return {each: made[each][0] for each in _PRINTABLE}, {each: made[each][1] for each in _PRINTABLE}


def _small(text: str) -> Rows:
    return _rows(text, ec_level="M", data_mask=_MASK)


def _rows(content: str | bytes, **how: object) -> Rows:
    """Return the modules of a code as the library makes it, in as few bits as it knows how to."""
    import zxingcpp  # noqa: PLC0415  # slow to load, and after one change there is no new code

    code = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode, **how)
    image = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    dots = memoryview(cast(Any, image))
    wide = dots.shape[1] if dots.shape else 0
    dark = bytes(dots).translate(_DARK)
    return tuple(int(dark[start : start + wide], 2) for start in range(0, len(dark), wide))


def _svg(code: _Code) -> bytes:
    start, rows, strokes = _frame(code.width)
    pieces, count = _pieces(code), len(strokes)
    parts = [""] * (len(pieces) + len(rows))
    parts[:: count + 1] = rows
    for at, drawn in enumerate(strokes):
        parts[at + 1 :: count + 1] = map(drawn.__getitem__, pieces[at::count])
    return f'{start}{"".join(parts)}"/></svg>\n'.encode("ascii")


@lru_cache(_KEPT)
def _frame(width: int) -> tuple[str, tuple[str, ...], tuple["_Strokes", ...]]:
    """Return what codes of a width have in common: the picture's beginning, how each row begins, how pieces are drawn.

    The first piece of a row may be narrower.
    """
    side, count = width + 2 * _QUIET_ZONE, _count(width)
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="'
    )
    rows = tuple(f"M{_QUIET_ZONE} {number}.5" for number in range(_QUIET_ZONE, _QUIET_ZONE + width))
    narrow = width - (count - 1) * _PIECE
    return start, rows, (_strokes(narrow), *[_strokes(_PIECE)] * (count - 1))


@lru_cache(_PIECE)
def _strokes(size: int) -> "_Strokes":
    return _Strokes(size)


class _Strokes(dict[int, str]):
    """A piece's dark modules as strokes along their middle, one module thick; a piece is drawn again and again."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def __missing__(self, piece: int) -> str:
        runs = ((dark, len(tuple(run))) for dark, run in groupby(f"{piece:0{self._size}b}"))
        self[piece] = drawn = "".join(f"h{length}" if dark == "1" else f"m{length} 0" for dark, length in runs)
        return drawn


def to_png(data: bytes) -> bytes:
    """Return the bytes as a QR code of error correction level L, black on white, one bit a dot, not compressed.

    Of many bytes at one size on paper, larger modules are read better than more correction. Compressed, it would be
    other bytes wherever another zlib is at work.
    """
    rows = _rows(data, ec_level="L")
    side = (len(rows) + 2 * _QUIET_ZONE) * _DOTS
    white = b"\x00" + b"\xff" * (-(-side // 8))
    lines = [white] * (_QUIET_ZONE * _DOTS)
    for row in rows:
        lines += [b"\x00" + _bits(row, len(rows))] * _DOTS
    lines += [white] * (_QUIET_ZONE * _DOTS)
    raw = b"".join(lines)
    head = pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    body = b"\x78\x01" + b"".join(_stored(raw)) + pack(">I", adler32(raw))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _bits(row: int, width: int) -> bytes:
    """Return a row of modules as bits, with the quiet zone; white is 1."""
    edge = "1" * (_QUIET_ZONE * _DOTS)
    text = edge + f"{row:0{width}b}".translate(_DOTTED) + edge
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
