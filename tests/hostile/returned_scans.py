"""Scans and pictures that were made to do harm, and that were made by accident. Sheets are small: size costs time."""

import io
import struct
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any

from PIL import Image, PngImagePlugin

from pipeline.paper import payload
from pipeline.paper.payload import Payload
from tests.hostile.returned import returned
from tests.tools import scanner
from tests.unit.word_readings import longdu

# What swells is packed in a third of the time, and is still a bomb.
_QUICK = 3


@cache
def good() -> Image.Image:
    """Return a small sheet with a code that holds a name."""
    form = longdu()
    said = payload.encode(Payload("longdu-2020", form.version, {"姓名": "王示例"}), payload.carried(form))
    return scanner.sheet(said, paper=(60, 60))


def picture(kind: str, page: Image.Image | None = None, **options: Any) -> bytes:
    """Return a picture as a file."""
    out = io.BytesIO()
    (good() if page is None else page).save(out, kind, **options)
    return out.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, depth: int = 8, kind: int = 0, body: bytes = b"") -> bytes:
    """Return a PNG whose head says this; `body` is unpacked."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(body, _QUICK)) + chunk(b"IEND", b"")


def with_text(count: int) -> bytes:
    """Return a picture with packed texts that swell."""
    texts = PngImagePlugin.PngInfo()
    for number in range(count):
        texts.add_text(f"a{number}", "x" * 900_000, zip=True)
    return picture("PNG", pnginfo=texts)


def pdf(content: bytes = b"", more: str = "", *, kids: str = "[3 0 R]", count: int = 1, page: str = "") -> bytes:
    """Return a PDF of one small page, without a table of places: readers mend that."""
    objects = (
        f"1 0 obj<</Type/Catalog/Pages 2 0 R {more}>>endobj\n"
        f"2 0 obj<</Type/Pages/Kids{kids}/Count {count}>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R {page}>>endobj\n"
        f"4 0 obj<</Length {len(content)}>>stream\n"
    )
    return b"%PDF-1.7\n" + objects.encode() + content + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def packed(content: bytes) -> bytes:
    """Return a PDF whose page swells when it is unpacked."""
    body = zlib.compress(content, _QUICK)
    return pdf().replace(
        b"4 0 obj<</Length 0>>stream\n\n", b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\n" % (len(body), body)
    )


def with_image(width: int, height: int) -> bytes:
    """Return a PDF with an image as large as this, of nothing."""
    body = zlib.compress(bytes(width // 8 * height), _QUICK)
    image = b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray" % (
        width,
        height,
    )
    image += b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(body), body)
    made = pdf(b"200 0 0 200 0 0 cm /I Do", page="/Resources<</XObject<</I 5 0 R>>>>")
    return made.replace(b"trailer", b"5 0 obj" + image + b" endobj\ntrailer")


NOISE = Image.effect_noise((300, 300), 90)
FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a good picture": ("a.png", lambda: picture("PNG"), "read"),
    "a good photograph": ("a.jpg", lambda: picture("JPEG", quality=95), "read"),
    "a name of another kind": ("a.pdf", lambda: picture("PNG"), "read"),
    "sixteen bits of grey": (
        "a.png",
        lambda: picture("PNG", good().convert("I;16").point(lambda dot: dot * 257)),
        "read",
    ),
    "sixteen colours": ("a.png", lambda: picture("PNG", good().convert("P", colors=16)), "read"),
    "one bit": ("a.png", lambda: picture("PNG", good().convert("1")), "read"),
    "with transparency": ("a.png", lambda: picture("PNG", good().convert("RGBA")), "read"),
    "printers' colours": ("a.jpg", lambda: picture("JPEG", good().convert("CMYK"), quality=95), "read"),
    "turned by its notes": ("a.jpg", lambda: picture("JPEG", good().rotate(90, expand=True), quality=95), "read"),
    "many frames": ("a.png", lambda: picture("PNG", save_all=True, append_images=[NOISE] * 30), "read"),
    "of no width": ("a.png", lambda: png(0, 10), "X960"),
    "of one dot": ("a.png", lambda: png(1, 1, body=b"\0\0"), "X958"),
    "of one column": ("a.png", lambda: png(1, 3_000, body=b"\0\0" * 3_000), "X958"),
    "of one line": ("a.png", lambda: png(3_000, 1, body=bytes(3_001)), "X958"),
    "of a very long line": ("a.png", lambda: png(50_000_000, 1, 1, body=bytes(6_250_001)), "X958"),
    "without its body": ("a.png", lambda: png(2_000, 2_000, body=b""), "X960"),
    "with too little": ("a.png", lambda: png(300, 300, body=bytes(999)), "X960"),
    "larger than it says": ("a.png", lambda: png(30, 30, body=bytes(9_000_000)), "X958"),
    "of a vast size": ("a.png", lambda: png(2**31 - 1, 2**31 - 1), "X958 X962"),
    "of fifty million dots": ("a.png", lambda: png(7_000, 7_000, 8, 6, bytes(7_000 * 28_001)), "X958 X962"),
    "of an unheard-of kind": ("a.png", lambda: png(30, 30, 3, 9), "X960"),
    "with a wrong sum": ("a.png", lambda: picture("PNG").replace(b"IDAT", b"IDAT\0", 1), "X960"),
    "with texts that swell": ("a.png", lambda: with_text(80), "X960"),
    "with a profile of nonsense": ("a.png", lambda: picture("PNG", icc_profile=bytes(100_000)), "read"),
    "with notes of nonsense": ("a.jpg", lambda: picture("JPEG", exif=b"Exif\0\0" + b"\xff" * 60_000), "read"),
    "cut": ("a.jpg", lambda: picture("JPEG")[:2_000], "X960"),
    "of its head only": ("a.jpg", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF\0", "X960"),
    "a photograph of a vast size": (
        "a.jpg",
        lambda: picture("JPEG").replace(struct.pack(">HH", *good().size[::-1]), b"\xff\xff\xff\xff", 1),
        "X958 X962",
    ),
    "noise": ("a.png", lambda: picture("PNG", NOISE), "X958"),
    "an empty page": ("a.pdf", pdf, "X958"),
    "cut in its head": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj<</Ty", "X960"),
    "pages that hold themselves": ("a.pdf", lambda: pdf(kids="[2 0 R 2 0 R 2 0 R]", count=9), "X960"),
    "pages that are not there": ("a.pdf", lambda: pdf(count=2_000_000_000), "X958"),
    "a page of no size": ("a.pdf", lambda: pdf(page="/MediaBox[0 0 0 0]"), "X958"),
    "a page without end": ("a.pdf", lambda: pdf(page="/MediaBox[0 0 1e30 1e30]"), "X958"),
    "a page that is upside down": ("a.pdf", lambda: pdf(page="/MediaBox[9 9 -9 -9]/Rotate 1"), "X958"),
    "a script": ("a.pdf", lambda: pdf(more="/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>"), "X958"),
    "a program to start": ("a.pdf", lambda: pdf(more="/OpenAction<</S/Launch/F(/bin/sh)>>"), "X958"),
    "an outside file": ("a.pdf", lambda: pdf(more="/OpenAction<</S/GoToR/F(http://127.0.0.1:9/a.pdf)>>"), "X958"),
    "a page that swells": ("a.pdf", lambda: packed(b" " * 50_000_000), "X958"),
    "brackets without end": ("a.pdf", lambda: pdf(b"[" * 500_000), "X958"),
    "a drawing of many lines": (
        "a.pdf",
        lambda: packed(b"0 0 m 200 200 l S 0 200 m 200 0 l S\n" * 150_000),
        "X958 X962",
    ),
    "a picture in it that swells": ("a.pdf", lambda: with_image(40_000, 40_000), "X958 X962"),
}
CASES = {name: returned(file, make, expected) for name, (file, make, expected) in FILES.items()}
