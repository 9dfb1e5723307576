"""notice.md: front matter between two lines of `---`, then Markdown.

In: bytes. Out: a NoticeText, or None, and findings. Must not know Markdown or disks.
"""

import re

from pipeline.diagnostics import Diagnostic, ordered
from pipeline.documents import characters
from pipeline.documents.decode import decode
from pipeline.documents.document import NoticeText
from pipeline.documents.fault import Fault, line_number, placed
from pipeline.documents.reading import document_of

_FENCE = re.compile(r"^---[ \t]*$\n?", re.MULTILINE)


def parse_notice(data: bytes, path: str) -> tuple[NoticeText | None, tuple[Diagnostic, ...]]:
    """Read a notice. Findings: those of `parse` and Y190–Y193 (no front matter, not closed, no body, no keys)."""
    text, fault = decode(data)
    if text is None:
        return None, placed([fault] if fault else [], path, "")
    notice, faults = _split(characters.readable(text), path)
    return notice, ordered(placed(characters.check(text) + faults, path, text))


def _split(text: str, path: str) -> tuple[NoticeText | None, list[Fault]]:
    opening = _FENCE.match(text)
    if opening is None:
        return None, [Fault("Y190", 0) if text.strip() else Fault("Y101")]
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        return None, [Fault("Y191", 0)]
    front, faults = document_of(text, path, None, end=closing.start())
    faults = [Fault("Y193", 0) if each.code == "Y101" else each for each in faults]
    body = text[closing.end() :]
    if not body.strip():
        faults.append(Fault("Y192", closing.start()))
    line = line_number(text, closing.end())
    return NoticeText(front, body, line) if front else None, faults
