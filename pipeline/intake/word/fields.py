"""Fields of a Word file (w:fldChar): old-style boxes and lists, and signs that are drawn by a formula.

In: the pieces of fields in the order of the document. Out: the text that each stands for. Must not know paragraphs.
"""

import re
from typing import Any

from pipeline.intake.word.names import W, is_on, said, whole
from pipeline.intake.word.pieces import OPEN, TICKED
from pipeline.intake.word.symbols import sign

_OVER = re.compile(r"\\o\s*(?:\\a[clr]\s*)*\(([^(),，]*)[,，]([^(),，]*)\)", re.IGNORECASE)
_SYMBOL = re.compile(r'SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})(?:.*?\\f\s*"([^"]*)")?', re.IGNORECASE)
_TICKS, _BOXES, _CROSSES = "√✓✔vV", "□☐▢口", "×✗✘xX"
_DEEPEST = 50
_MOST_ENTRIES = 200


class Fields:
    """The fields that are open at a point of the document, the innermost last."""

    def __init__(self) -> None:
        """Begin with none open."""
        self._open: list[_Field] = []

    def is_hidden(self) -> bool:
        """Tell whether what stands here is an instruction, or the result of a field that is read otherwise."""
        return any(not each.shows for each in self._open)

    def answer(self) -> None:
        """Take it that a result is seen here."""
        for each in self._open:
            each.is_answered = True

    def instruct(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._open:
            self._open[-1].instruction += text

    def mark(self, element: Any) -> str:
        """Take a mark (begin, separate, end); return what the field stands for, at its end."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and len(self._open) < _DEEPEST:
            self._open.append(_Field(element.find(f"{W}ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].separate()
        elif kind == "end" and self._open:
            return self._open.pop().text()
        return ""


class _Field:
    """One field: its data, its instruction, whether what stands here is seen."""

    def __init__(self, data: Any) -> None:
        self.instruction, self.shows, self.is_answered = "", False, False
        self._box = data.find(f"{W}checkBox") if data is not None else None
        self._list = data.find(f"{W}ddList") if data is not None else None

    def separate(self) -> None:
        self.shows = self._box is None and self._list is None

    def text(self) -> str:
        if self._box is not None:
            name = "checked" if self._box.find(f"{W}checked") is not None else "default"
            return TICKED if is_on(self._box, name) else OPEN
        if self._list is not None:
            return _entry(self._list)
        return "" if self.is_answered else drawn(self.instruction)


def _entry(listed: Any) -> str:
    entries = [each.get(f"{W}val", "") for each in listed.findall(f"{W}listEntry")[:_MOST_ENTRIES]]
    chosen = whole(said(listed, "result") or said(listed, "default"), _MOST_ENTRIES)
    return entries[chosen] if chosen < len(entries) else ""


def drawn(instruction: str) -> str:
    """Return what a formula draws: a tick in a box, a sign of a font, a letter in a ring; empty for any other."""
    symbol = _SYMBOL.search(instruction)
    if symbol:
        code = int(symbol[1], 16 if symbol[1].lower().startswith("0x") else 10)
        return sign(code, symbol[2] or "")
    over = _OVER.search(instruction)
    if over is None:
        return ""
    parts = {each.strip() for each in over.groups()}
    if any(each in _BOXES for each in parts if each):
        inner = next((each for each in parts if each and each not in _BOXES), "")
        return TICKED if inner and inner in _TICKS else "☒" if inner and inner in _CROSSES else inner or OPEN
    return "".join(each for each in over.groups() if each.strip() not in ("○", "〇", "◯", "△"))
