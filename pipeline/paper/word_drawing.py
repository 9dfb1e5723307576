"""Pictures in a Word file.

In: a picture's bytes (PNG or JPEG) and the room for it in millimetres. Out: XML that names it by its relationship.
Must not know forms.
"""

from zlib import crc32

from pipeline.paper.sheet import Sheet
from pipeline.paper.word_xml import SPACES, element, emu

CODE_NAME = "code"
_PNG = b"\x89PNG\r\n\x1a\n"
_MARKER = 0xFF
_JPEG = b"\xff\xd8"
# Frames of a JPEG that say its size: all of C0–CF but three.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def photo_name(sheet: Sheet, field: str) -> str:
    """Return the name of a field's photo among the file's relationships."""
    return f"photo{sorted(sheet.photos).index(field) + 1}"


def kind(data: bytes) -> str:
    """Return the picture's kind as a file suffix: `png`, `jpeg`, empty for anything else."""
    if data.startswith(_PNG):
        return "png"
    return "jpeg" if data.startswith(_JPEG) else ""


def inline(data: bytes, name: str, words: str, width: float, height: float) -> str:
    """Return the picture in a line of text, as large as the room lets it be; empty for what is no picture."""
    across, down = _size(data)
    if not across or not down:
        return ""
    scale = min(width / across, height / down)
    extent, rest = _common(name, words, across * scale, down * scale)
    return element("w:drawing", {}, element("wp:inline", dict.fromkeys(_AROUND, 0), extent, *rest))


def anchored(name: str, words: str, side: float, left: float, top: float) -> str:
    """Return a square picture that stands on the page, `left` and `top` from its edges, and moves nothing."""
    extent, rest = _common(name, words, side, side)
    attributes: dict[str, object] = {
        **dict.fromkeys(_AROUND, 0),
        "simplePos": 0,
        "relativeHeight": 1,
        "behindDoc": 0,
        "locked": 1,
        "layoutInCell": 1,
        "allowOverlap": 1,
    }
    places = (
        element("wp:simplePos", {"x": 0, "y": 0}),
        element("wp:positionH", {"relativeFrom": "page"}, f"<wp:posOffset>{emu(left)}</wp:posOffset>"),
        element("wp:positionV", {"relativeFrom": "page"}, f"<wp:posOffset>{emu(top)}</wp:posOffset>"),
    )
    return element(
        "w:drawing", {}, element("wp:anchor", attributes, *places, extent, element("wp:wrapNone", {}), *rest)
    )


_AROUND = ("distT", "distB", "distL", "distR")


def _common(name: str, words: str, width: float, height: float) -> tuple[str, tuple[str, str, str]]:
    size = {"cx": emu(width), "cy": emu(height)}
    number = crc32(name.encode()) >> 1 | 1
    said: dict[str, object] = {"id": number, "name": name, "descr": words}
    place = element("a:xfrm", {}, element("a:off", {"x": 0, "y": 0}), element("a:ext", {**size}))
    picture = element(
        "pic:pic",
        {},
        element("pic:nvPicPr", {}, element("pic:cNvPr", said), element("pic:cNvPicPr", {})),
        element("pic:blipFill", {}, element("a:blip", {"r:embed": name}), element("a:stretch", {}, "<a:fillRect/>")),
        element("pic:spPr", {}, place, element("a:prstGeom", {"prst": "rect"}, "<a:avLst/>")),
    )
    frame = element("wp:cNvGraphicFramePr", {}, element("a:graphicFrameLocks", {"noChangeAspect": 1}))
    graphic = element("a:graphic", {}, element("a:graphicData", {"uri": SPACES["pic"]}, picture))
    return element("wp:extent", {**size}), (element("wp:docPr", said), frame, graphic)


def _size(data: bytes) -> tuple[int, int]:
    """Return width and height in dots, zeros where they are not to be found."""
    if kind(data) == "png":
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    at = len(_JPEG)
    while kind(data) == "jpeg" and at + 9 <= len(data) and data[at] == _MARKER:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + length
    return 0, 0
