"""Boxes and ticks as office programs draw them → ☑ ☐ √ ×.

In: a character and its font. Out: the plain sign. Source: the character tables of the symbol fonts. Must not know XML.
"""

from collections.abc import Mapping

from pipeline.intake.word.pieces import OPEN, TICKED

_PRIVATE, _PRIVATE_END = 0xF000, 0xF0FF
_WINGDINGS: Mapping[int, str] = {
    0x6C: "●", 0x6E: "■", 0x6F: OPEN, 0x70: OPEN, 0x71: OPEN, 0x72: OPEN, 0x75: "◆", 0x78: "☒", 0xA1: "○",
    0xA2: "○", 0xA4: "◉", 0xA6: "○", 0xA8: OPEN, 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: TICKED,
}  # fmt: skip
_WINGDINGS_2: Mapping[int, str] = {
    0x2A: OPEN, 0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: TICKED, 0x53: "☒", 0x54: "☒", 0x55: "☒", 0x56: "☒",
    0x81: "○", 0x97: "●", 0x9A: "◉", 0xA1: "■", 0xA2: "■", 0xA3: OPEN, 0xAE: "◆",
}  # fmt: skip
_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": {0x61: "√", 0x63: OPEN, 0x67: "■", 0x6E: "●", 0x72: "×"},
    "marlett": {0x61: "√", 0x62: "√", 0x68: "●"},
    "symbol": {0xD6: "√", 0xB4: "×", 0xB7: "·", 0x7F: OPEN, 0xA8: "◆"},
}
# The same where the font was lost on the way: the two Wingdings share no sign that means another thing.
_LOST: Mapping[int, str] = {
    **{code: sign for code, sign in _WINGDINGS_2.items() if code in (0x50, 0x52, 0x53, 0xA3)},
    **{code: sign for code, sign in _WINGDINGS.items() if code not in _WINGDINGS_2},
}


def of_font(name: str) -> bool:
    """Tell whether the font draws signs in place of letters."""
    return name.strip().lower() in _FONTS


def sign(code: int, font: str) -> str:
    """Return the sign of a character of a symbol font; of another font, or of no known sign, the character itself."""
    low = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE_END else code
    table = _FONTS.get(font.strip().lower())
    if table is not None:
        return table.get(low, chr(code) if low == code and font.strip().lower() == "symbol" else "")
    if low != code:
        return _LOST.get(low, chr(code))
    return chr(code)


def plain(text: str, font: str = "") -> str:
    """Return a text of the font with its signs plain."""
    if of_font(font):
        return "".join(each if each.isspace() else sign(ord(each), font) for each in text)
    if any(chr(_PRIVATE) <= each <= chr(_PRIVATE_END) for each in text):
        return "".join(sign(ord(each), "") for each in text)
    return text
