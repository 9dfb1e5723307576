"""Elements of a Word file as text.

In: names, attributes, children. Out: XML. Must not know what is drawn.
"""

import re
from xml.sax.saxutils import escape, quoteattr

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNCARRIED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TWIPS_IN_MM, _EMU_IN_MM = 1440 / 25.4, 36000


def element(name: str, attributes: dict[str, object], *children: str) -> str:
    """Return an element; `name` and the attributes' names have their prefix, `children` are XML."""
    said = "".join(f" {key}={quoteattr(carried(str(value)))}" for key, value in attributes.items())
    inner = "".join(children)
    return f"<{name}{said}>{inner}</{name}>" if inner else f"<{name}{said}/>"


def w(kind: str, /, *children: str, **attributes: object) -> str:
    """Return an element of WordprocessingML; `kind` is its name, its attributes are of the same namespace."""
    return element(f"w:{kind}", {f"w:{key}": value for key, value in attributes.items()}, *children)


def root(name: str, *children: str) -> str:
    """Return a whole part with every namespace declared; a program that does not know w14 passes over it."""
    spaces: dict[str, object] = {f"xmlns:{prefix}": space for prefix, space in SPACES.items()}
    return DECLARATION + element(name, {**spaces, "mc:Ignorable": "w14"}, *children)


def content(text: str) -> str:
    """Return the text as the content of a run; tabs and line breaks keep their meaning."""
    parts = []
    for part in re.split("([\t\n\r])", carried(text)):
        if part in ("\t", "\n", "\r"):
            parts.append("<w:tab/>" if part == "\t" else "<w:br/>")
        elif part:
            parts.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>')
    return "".join(parts)


def escaped(text: str) -> str:
    """Return the text as the content of an element."""
    return escape(carried(text))


def carried(text: str) -> str:
    """Return the text without the characters that XML cannot carry."""
    return _UNCARRIED.sub("", text)


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, Word's unit."""
    return round(millimetres * _TWIPS_IN_MM)


def emu(millimetres: float) -> int:
    """Return a length in the unit of drawings."""
    return round(millimetres * _EMU_IN_MM)


def millimetres(length: str) -> float:
    """Return a length of the layout (`10mm`) as a number."""
    return float(length.removesuffix("mm"))
