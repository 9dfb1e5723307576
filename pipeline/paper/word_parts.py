"""The parts of a Word file beside its pages, and the archive that holds them.

In: a Sheet, its document and footer as XML, what is to be known about the file. Out: bytes. The archive is not
compressed and bears no day, so that every machine packs the same bytes; nothing tells who or what wrote it.
"""

import io
import zipfile
from collections.abc import Mapping

from pipeline.paper import qr
from pipeline.paper import word_drawing as drawing
from pipeline.paper.sheet import Sheet
from pipeline.paper.word_text import BIAOSONG, FANGSONG, HALF_POINTS, HEI, LATIN, SIZED
from pipeline.paper.word_xml import DECLARATION, element, escaped, root, w

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FOLDER = "word/"
_TYPES = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "/word/footer1.xml": f"{_WORD}.footer+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
# What a machine without the font sets instead; Word reads the first that is there.
_INSTEAD = {
    BIAOSONG: "小标宋体,宋体,SimSun",
    FANGSONG: "FangSong,仿宋_GB2312,STFangsong",
    HEI: "SimHei,STHeiti",
    LATIN: "",
}
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def pack(sheet: Sheet, document: str, footer: str, known: Mapping[str, str]) -> bytes:
    """Return the file; `known` becomes its custom properties."""
    parts = {
        "_rels/.rels": _relationships(_TOP),
        "docProps/app.xml": _part("Properties", f"{_OFFICE}/extended-properties", "<Application>gongshi</Application>"),
        "docProps/core.xml": _core(sheet),
        "docProps/custom.xml": _custom(known),
        "word/_rels/document.xml.rels": _relationships({**_BESIDE, **_pictures(sheet)}),
        "word/document.xml": document,
        "word/fontTable.xml": _fonts(),
        "word/footer1.xml": footer,
        "word/settings.xml": _settings(),
        "word/styles.xml": _styles(),
    }
    members = {"[Content_Types].xml": _types().encode()}
    members.update((name, text.encode()) for name, text in parts.items())
    members.update((_FOLDER + target, _picture(sheet, name)) for name, (_, target) in _pictures(sheet).items())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            about = zipfile.ZipInfo(name, _LONG_AGO)
            about.create_system = 0
            archive.writestr(about, data)
    return packed.getvalue()


_TOP = {
    "core": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    "custom": (f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
    "document": (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
    "app": (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
}
_BESIDE = {
    "fonts": (f"{_OFFICE}/relationships/fontTable", "fontTable.xml"),
    "footer1": (f"{_OFFICE}/relationships/footer", "footer1.xml"),
    "settings": (f"{_OFFICE}/relationships/settings", "settings.xml"),
    "styles": (f"{_OFFICE}/relationships/styles", "styles.xml"),
}


def _part(name: str, space: str, *children: str) -> str:
    return DECLARATION + element(name, {"xmlns": space}, *children)


def _types() -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpeg": "image/jpeg",
    }
    return _part(
        "Types",
        f"{_PACKAGE}/content-types",
        *(element("Default", {"Extension": suffix, "ContentType": each}) for suffix, each in defaults.items()),
        *(element("Override", {"PartName": name, "ContentType": each}) for name, each in _TYPES.items()),
    )


def _relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    return _part(
        "Relationships",
        f"{_PACKAGE}/relationships",
        *(
            element("Relationship", {"Id": name, "Type": kind, "Target": target})
            for name, (kind, target) in targets.items()
        ),
    )


def _pictures(sheet: Sheet) -> dict[str, tuple[str, str]]:
    kind = f"{_OFFICE}/relationships/image"
    code = {drawing.CODE_NAME: (kind, "media/code.png")} if sheet.code else {}
    names = {drawing.photo_name(sheet, field): drawing.kind(data) for field, data in sheet.photos.items()}
    return {**code, **{name: (kind, f"media/{name}.{suffix}") for name, suffix in sorted(names.items()) if suffix}}


def _picture(sheet: Sheet, name: str) -> bytes:
    if name == drawing.CODE_NAME:
        return qr.to_png(sheet.code)
    return next(data for field, data in sheet.photos.items() if drawing.photo_name(sheet, field) == name)


def _core(sheet: Sheet) -> str:
    spaces: dict[str, object] = {
        "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    }
    told = element("dc:title", {}, escaped(sheet.title)), element("dc:language", {}, "zh-CN")
    return DECLARATION + element("cp:coreProperties", spaces, *told)


def _custom(known: Mapping[str, str]) -> str:
    spaces: dict[str, object] = {
        "xmlns": f"{_OFFICE}/custom-properties",
        "xmlns:vt": f"{_OFFICE}/docPropsVTypes",
    }
    properties = (
        element("property", {"fmtid": _CUSTOM, "pid": number, "name": name}, element("vt:lpwstr", {}, escaped(value)))
        for number, (name, value) in enumerate(known.items(), 2)
    )
    return DECLARATION + element("Properties", spaces, *properties)


def _fonts() -> str:
    return root("w:fonts", *(_font(name, instead) for name, instead in _INSTEAD.items()))


def _font(name: str, instead: str) -> str:
    charset = "00" if name == LATIN else "86"
    return w("font", w("altName", val=instead) if instead else "", w("charset", val=charset), name=name)


def _settings() -> str:
    compatible = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return root(
        "w:settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=420),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", compatible),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def _styles() -> str:
    fonts = w("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=FANGSONG, cs=LATIN)
    words = w("rPr", fonts, w("sz", val=21), w("szCs", val=21), w("lang", val="en-US", eastAsia="zh-CN"))
    return root(
        "w:styles",
        w("docDefaults", w("rPrDefault", words), w("pPrDefault")),
        w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal"),
        w("style", w("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultFont"),
        w("style", w("name", val="Normal Table"), w("tblPr"), type="table", default=1, styleId="NormalTable"),
        w("style", w("name", val="Title"), w("basedOn", val="Normal"), w("qFormat"), type="paragraph", styleId="Title"),
        w(
            "style",
            w("name", val="heading 1"),
            w("basedOn", val="Normal"),
            w("qFormat"),
            w("pPr", w("outlineLvl", val=0)),
            type="paragraph",
            styleId="Heading1",
        ),
        *map(_sized, HALF_POINTS),
        w("style", w("name", val="Placeholder Text"), type="character", styleId="PlaceholderText"),
    )


def _sized(half_points: int) -> str:
    name, size = f"{SIZED}{half_points}", w("sz", val=half_points)
    kind = {"type": "paragraph", "customStyle": 1, "styleId": name}
    return w("style", w("name", val=name), w("basedOn", val="Normal"), w("rPr", size), **kind)
