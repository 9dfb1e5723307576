"""Bytes become text.

In: the bytes of a file. Out: text with `\\n` line ends and no byte order mark, or the fault of a wrong encoding.
Bytes that are no UTF-8 inside UTF-8 text stay as surrogate escapes, for `characters` to report with their places.
Must not know YAML.
"""

import codecs

from pipeline.documents.fault import Fault

_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FIRST_OF_THREE_BYTES = "\u0800"


def decode(data: bytes) -> tuple[str | None, Fault | None]:
    """Return the text, or None and the fault: Y110 UTF-16 or UTF-32, Y111 GBK, Y113 no text at all."""
    if data.startswith(_WIDE_MARKS) or _looks_like_utf16(data):
        return None, Fault("Y110")
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError:
        if b"\0" in data:
            return None, Fault("Y113")
        if _looks_like_gbk(data):
            return None, Fault("Y111")
        text = data.decode("utf-8-sig", errors="surrogateescape")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, None


def _looks_like_utf16(data: bytes) -> bool:
    """Without a mark: zero bytes, and read as UTF-16 it is valid text with a colon and a space in it."""
    return b"\0" in data and any(": " in _decoded(data, codec) for codec in ("utf-16-le", "utf-16-be"))


def _decoded(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return ""


def _looks_like_gbk(data: bytes) -> bool:
    """Bytes that GB 18030 can read, and of which UTF-8 could read fewer Chinese characters than it stumbled over."""
    if not _decoded(data, "gb18030"):
        return False
    as_utf8 = data.decode("utf-8", errors="replace")
    stumbles = as_utf8.count("\ufffd")
    return stumbles > sum(letter >= _FIRST_OF_THREE_BYTES for letter in as_utf8) - stumbles
