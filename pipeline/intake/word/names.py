"""Names of elements and attributes of a Word file.

In: nothing. Out: names in the notation of the parser, and how an attribute is read. Must not know what they mean.
"""

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

VAL = f"{W}val"
_NO = frozenset({"0", "false", "off", "none"})
# What only holds others: what stands in it stands where it does.
WRAPPERS = frozenset(
    f"{W}{each}" for each in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")
)


def said(parent: Any, name: str) -> str | None:
    """Return w:val of the child of that name, empty where it has none; None where there is no such child."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return None if child is None else child.get(VAL, "")


def is_on(parent: Any, name: str) -> bool:
    """Tell whether a property stands there and is not switched off."""
    value = said(parent, name)
    return value is not None and value.lower() not in _NO


def whole(text: str | None, most: int) -> int:
    """Return a number from 0 to `most`, 0 for anything else."""
    return min(int(text), most) if text and text.isascii() and text.isdigit() and len(text) <= 9 else 0  # noqa: PLR2004
