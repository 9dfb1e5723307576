"""Lines that should read “key: value” or “- item” and do not.

In: text and an index on a line. Out: what the line lacks, for it and its neighbours that lack the same. Must not know
the parser.
"""

import re
from collections.abc import Iterator

from pipeline.documents.fault import Fault

_KEY = r"(?:- +)?[^\s:：\"'][^\n:：\"']{0,40}?"
# Compiled when a line looks odd.
_WIDE_COLON = _KEY + r"(：)"
_NO_SPACE = _KEY + r"(:)(?![ \t\n/]|$)"
_NO_ITEM = r"(-(?![ \t\n-]|$)|[－•·])"
_LACKS = (("Y150", _WIDE_COLON), ("Y151", _NO_SPACE), ("Y162", _NO_ITEM))
_INDENT = re.compile(r"[ \t]*")


def lacks(text: str, index: int, end: int | None = None) -> Fault | None:
    """Return what a key or item at `index` lacks: Y150 a half-width colon, Y151 a space, Y162 a hyphen and a space."""
    end = _end(text, index) if end is None else end
    for code, pattern in _LACKS:
        match = re.compile(pattern).match(text, index, end)
        if match:
            return Fault(code, match.start(1))
    return None


def lacking(text: str, index: int) -> list[Fault]:
    """Return the fault of the line that `index` stands on, and of the lines next to it that have the same."""
    here = lacks(text, first_letter(text, index))
    if here is None:
        return []
    return [*reversed(list(_run(here, _above(text, index), text))), here, *_run(here, _below(text, index), text)]


def first_letter(text: str, index: int) -> int:
    """Return the index of the first character of the line that is no space or tab."""
    match = _INDENT.match(text, line_start(text, index))
    return match.end() if match else index


def line_start(text: str, index: int) -> int:
    """Return the index at which the line of `index` starts."""
    return text.rfind("\n", 0, index) + 1


def previous_line(text: str, index: int) -> int | None:
    """Return the first letter of the nearest line above that is neither empty nor a comment."""
    for start in _above(text, index):
        letter = first_letter(text, start)
        if letter < len(text) and text[letter] not in "\n#":
            return letter
    return None


def _run(here: Fault, starts: Iterator[int], text: str) -> Iterator[Fault]:
    for start in starts:
        fault = lacks(text, first_letter(text, start))
        if fault is None or fault.code != here.code:
            return
        yield fault


def _above(text: str, index: int) -> Iterator[int]:
    start = line_start(text, index)
    while start > 0:
        start = line_start(text, start - 1)
        yield start


def _below(text: str, index: int) -> Iterator[int]:
    end = _end(text, index)
    while end < len(text):
        yield end + 1
        end = _end(text, end + 1)


def _end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end
