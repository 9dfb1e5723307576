"""Lines that fit a terminal, where a Chinese character is two columns wide.

In: a text, a width in columns. Out: the text in more lines, the further ones set in. Must not know what it says.
"""

import re
import unicodedata
from collections.abc import Iterator

# What stands at no line's beginning, as Chinese is set.
_NEVER_FIRST = frozenset("，。；：？！、”’）〕》】…,.;:?!)]}")
# What is not to be parted: a colour, a run of Latin letters and signs (a path can be copied), any other character.
_PART = re.compile(r"\x1b\[[0-9;]*m|[!-~]+|.", re.DOTALL)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# Where a line is as short as this, parting it helps nobody.
_LEAST = 20


def columns(text: str) -> int:
    """Return how many columns the text takes on a terminal."""
    return sum(map(_columns, _COLOUR.sub("", text)))


def folded(text: str, width: int | None, indent: str) -> str:
    """Return the text in lines of at most `width` columns, the further ones of a line set in by `indent`.

    A run of Latin letters longer than a line stays whole; without a width all stays as it is.
    """
    if width is None or width < _LEAST:
        return text
    return "\n".join(f"\n{indent}".join(_lines(line, width, columns(indent))) for line in text.split("\n"))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or not character.isprintable():
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _lines(text: str, width: int, indent: int) -> Iterator[str]:
    line, used, room = "", 0, width
    for part in _PART.findall(text):
        size = columns(part)
        if line.strip() and used + size > room and part not in _NEVER_FIRST:
            yield line.rstrip(" ")
            line, used, room = "", 0, width - indent
            if part == " ":
                continue
        line, used = line + part, used + size
    yield line
