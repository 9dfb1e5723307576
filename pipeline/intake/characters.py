"""Characters as keyboards and office programs leave them → plain ones.

In: a text. Out: the text. Must not know fields.
"""

import re
import unicodedata

from pipeline.documents import is_odd

_WIDE = str.maketrans({chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)} | {"\u3000": " "})
_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HAN_AND_MARKS = "㐀-鿿〇、-〟！-～"
_BREAK = re.compile(r"[ \t\u3000]*\n\s*")
_BETWEEN_HAN = re.compile(f"(?<=[{_HAN_AND_MARKS}])\n|\n(?=[{_HAN_AND_MARKS}])")


def narrow(text: str) -> str:
    """Return the text with full-width letters, digits and marks as half-width ones."""
    return text.translate(_WIDE)


def clean(text: str) -> str:
    """Return the text without what nobody can see, with `\\n` at line ends and no blanks around it."""
    text = _ENDS.sub("\n", text).replace("\xa0", " ").replace("\t", " ").replace("\ufeff", "")
    shown = "".join(each for each in text if each == "\n" or not _is_hidden(each))
    return "\n".join(line.rstrip() for line in shown.split("\n")).strip(" \u3000\n")


def _is_hidden(character: str) -> bool:
    """Tell whether the character does nothing on paper; a lost one, or one of a private font, stays to be seen."""
    return is_odd(character) and character != "\ufffd" and unicodedata.category(character) != "Co"


def one_line(text: str) -> str:
    """Return the lines as one: joined between Chinese characters, with a blank elsewhere."""
    return _BETWEEN_HAN.sub("", _BREAK.sub("\n", text)).replace("\n", " ")
