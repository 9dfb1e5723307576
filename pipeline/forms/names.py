"""How names are written: one dot, no blanks between characters, each character by its own code point.

In: a name as it was typed. Out: the name as it is published, and what about it was tidied. Sources: 民委发〔2016〕33号
(the dot is U+00B7), GB 18030-2022, Unicode's own mappings of radicals and compatibility ideographs. The name as a whole
is not normalised: that would change what was meant. Must not know forms.
"""

import re
import unicodedata
from collections.abc import Iterator

DOT = "·"
_LONGEST = 200
_DOTS = dict.fromkeys(map(ord, "•‧・･∙⋅．●˙᛫‐."), DOT)
# A full stop or hyphen is a dot only between Han characters; in a Latin name it is itself.
PLAIN_SIGNS = ".‐"
_HAN = "〇㐀-鿿\U00020000-\U0003fffd"
# What most names are: nothing about them is tidied, and of the rest few ask for more than one of these patterns.
PLAIN = re.compile("[一-鿿]+")
_BLANKS = f"(?<=[{_HAN}])[\\s\u3000]+(?=[{_HAN}])"
_DOT_AND_BLANKS = f"\\s*[{re.escape(''.join(map(chr, _DOTS)))}{DOT}]\\s*"
_SELECTORS = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
# Twelve characters of the block of compatibility ideographs are ordinary ones: they map to nothing.
_SHAPES = "[\u2f00-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]"


def name(text: str) -> str:
    """Return the name as it is published; what is far too long for a name stays as it is."""
    text = text.strip()
    if len(text) > _LONGEST or PLAIN.fullmatch(text):
        return text
    text = re.sub(_SELECTORS, "", text)
    text = re.sub(_SHAPES, lambda match: _real(match[0]), text)
    text = re.sub(_BLANKS, "", text)
    return re.sub(_DOT_AND_BLANKS, _dot, text)


def _dot(match: re.Match[str]) -> str:
    sign = match[0].strip()
    if sign not in PLAIN_SIGNS:
        return DOT
    around = match.string[: match.start()][-1:] + match.string[match.end() :][:1]
    return DOT if re.fullmatch(f"[{_HAN}]{{2}}", around) else match[0]


def tidied(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (code, params) for each kind of thing that `name` changes; the code points named are not the name."""
    text = text.strip()
    if len(text) > _LONGEST or PLAIN.fullmatch(text):
        return
    dots = [each[0] for each in re.finditer(_DOT_AND_BLANKS, text) if _dot(each) == DOT]
    if re.search(_BLANKS, text) or any(each != each.strip() for each in dots):
        yield "S243", {}
    if any(each.strip() != DOT for each in dots):
        yield "S244", {}
    for match in re.finditer(_SHAPES, text):
        if _real(match[0]) != match[0]:
            yield "S245", {"point": _point(match[0]), "real": _point(_real(match[0]))}
    for match in re.finditer(_SELECTORS, text):
        yield "S246", {"point": _point(match[0])}


def _real(character: str) -> str:
    return unicodedata.normalize("NFKC", character)


def _point(character: str) -> str:
    return f"U+{ord(character):04X}"
