"""Characters that a reader cannot see, cannot print or cannot mean.

In: decoded text. Out: a fault for each line and kind of such characters (Y112, Y12x), and text that a YAML parser can
take. Must not know YAML, nor where a value begins.
"""

import re

from pipeline.documents.fault import Fault
from pipeline.documents.private_use import REAL_CHARACTERS

# Every character of an ordinary file; the rest is looked at one by one.
_ORDINARY = re.compile(
    "[\n\t -~\u00a0-\u00ac\u00ae-\u034e\u2010-\u2027\u2030-\u205f\u3000-\u3163\u3165-\ud7ff\uff00-\uff9f]*+"
)

_KINDS = (
    ("Y124", "\udced[\udca0-\udcbf][\udc80-\udcbf]|[\ud800-\udc7f\udd00-\udfff]"),
    ("Y112", "[\udc80-\udcff]+"),
    ("Y120", "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb]"),
    ("Y121", "[\u202a-\u202e\u2066-\u2069]"),
    (
        "Y122",
        "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f]",
    ),
    ("Y123", "[\ufffc\ufffd]"),
    (
        "Y125",
        "[\ufdd0-\ufdef\ufffe\uffff"
        + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
        + "]",
    ),
    ("Y126", "[" + "".join(REAL_CHARACTERS) + "]"),
    ("Y127", "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"),
    ("Y128", "[\x85\u2028\u2029]"),
)
# Compiled when something is odd.
_ODD = "|".join(f"(?P<{code}>{characters})" for code, characters in _KINDS)

_UNREADABLE = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
_STAND_IN = "\ufffd"


def check(text: str) -> list[Fault]:
    """Return the first fault of each kind on each line."""
    if _ORDINARY.fullmatch(text):
        return []
    faults: list[Fault] = []
    start = 0
    for line in text.split("\n"):
        first_of_kind: dict[str, Fault] = {}
        for match in re.finditer(_ODD, line):
            code = str(match.lastgroup)
            first_of_kind.setdefault(code, Fault(code, start + match.start(), _words(code, match.group())))
        faults += first_of_kind.values()
        start += len(line) + 1
    return faults


def is_odd(character: str) -> bool:
    """Tell whether `check` would find fault with this character."""
    return re.match(_ODD, character) is not None


def readable(text: str) -> str:
    """Return the text, of the same length, with U+FFFD for what no YAML parser takes."""
    return text if _ORDINARY.fullmatch(text) else re.sub(_UNREADABLE, _STAND_IN, text)


def _words(code: str, found: str) -> tuple[tuple[str, object], ...]:
    if code in ("Y112", "Y124"):
        return ()
    point = (("point", f"U+{ord(found):04X}"),)
    if code != "Y126":
        return point
    real = REAL_CHARACTERS[found]
    return (*point, ("real", real), ("real_point", f"U+{ord(real):04X}"))
