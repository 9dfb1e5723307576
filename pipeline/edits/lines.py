"""The bytes of a file and its plain text: line ends and the byte order mark come and go unchanged.

In: bytes, a text with `\\n` at line ends. Out: the text, or bytes. Must not know YAML.
"""

import codecs
import re
from itertools import takewhile

_ENDS = "\r\n|\r|\n"


def plain(data: bytes) -> str | None:
    """Return the text as `Document.text` has it, None where the bytes are no UTF-8."""
    try:
        return re.sub(_ENDS, "\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None


def joined(data: bytes, text: str) -> bytes:
    """Return `text` as bytes: lines that `data` begins or ends with as they stand there, others with its line end."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    old = _lines(data.decode("utf-8-sig"))
    new = _lines(text)
    end = _usual_end(old)
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    middle = [line + (end if line_end else "") for line, line_end in new[head : len(new) - tail]]
    kept = ["".join(each) for each in old[:head]], ["".join(each) for each in old[len(old) - tail :]]
    return mark + "".join([*kept[0], *middle, *kept[1]]).encode()


def _lines(text: str) -> list[tuple[str, str]]:
    """Return the lines, each with its line end; the last one has none."""
    ends = [*re.findall(_ENDS, text), ""]
    return list(zip(re.split(_ENDS, text), ends, strict=True))


def _same(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> int:
    """Return how many lines the two begin with in common; an end is an end, whichever it is."""
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: _plain(pair[0]) == _plain(pair[1]), pairs))


def _plain(line: tuple[str, str]) -> tuple[str, bool]:
    return line[0], bool(line[1])


def _usual_end(lines: list[tuple[str, str]]) -> str:
    ends = [end for _, end in lines if end]
    return max(("\n", "\r\n", "\r"), key=ends.count)
