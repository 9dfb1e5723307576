"""How large a text may be set so that it fits into a room.

In: lines of text, a room in millimetres, sizes in points. Out: a size, or that none fits. It counts widths and asks no
font: the office's font is not here. Must not know Word.
"""

import re
import unicodedata
from collections.abc import Iterable

LEADING = 1.25
# What a text of one line is tried in, in points.
SIZES = (14, 13, 12, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5)
_MM_IN_POINT = 25.4 / 72
_WIDE = re.compile("[A-Z@%&mw—…]")
# A word stays whole, a Chinese character is a word of its own.
_WORDS = re.compile("[!-~]+|.", re.DOTALL)
# Between Chinese and Latin some programs leave a gap, whatever they are told.
_GAP, _MEETINGS = 0.25, re.compile("[!-~](?=[\u2e80-\u9fff])|[\u2e80-\u9fff](?=[!-~])")
# What a line may lose because no line begins with a closing sign.
_SLACK = 1.0


def fit(lines: Iterable[str], width: float, height: float, sizes: Iterable[float]) -> float | None:
    """Return the first of `sizes` (points) in which the lines, wrapped, fit into the room (mm); None if none does."""
    texts = tuple(lines)
    return next((each for each in sizes if height_of(texts, width, each) <= height), None)


def height_of(lines: Iterable[str], width: float, size: float) -> float:
    """Return how high the lines stand, wrapped to the width, in millimetres."""
    room = max(width / points(size), 1.0)
    return sum(_wrapped(each, room) for each in lines) * leading(size)


def leading(size: float) -> float:
    """Return how far lines of a size stand apart, in millimetres."""
    return points(size) * LEADING


def points(size: float) -> float:
    """Return a size in points in millimetres."""
    return size * _MM_IN_POINT


def ems(text: str) -> float:
    """Return about how wide a text is, in its own size."""
    return sum(map(_em, text)) + _GAP * len(_MEETINGS.findall(text))


def _em(character: str) -> float:
    if character < "\u0080":
        return 0.85 if _WIDE.match(character) else 0.53
    return 0.0 if unicodedata.combining(character) else 1.0


def _wrapped(text: str, room: float) -> int:
    """Return on how many lines a text stands."""
    if ems(text) <= room:
        return 1
    room = max(room - _SLACK, 1.0)
    count, filled = 1, 0.0
    for word in _WORDS.findall(text):
        width = ems(word)
        if filled + width > room and filled:
            count, filled = count + 1, 0.0
        count += int(width // room) if width > room else 0
        filled += width % room if width > room else width
    return count
