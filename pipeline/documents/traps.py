"""Scalars that parse and do not mean what their author meant.

In: a scalar's event, the event before it (its key, or the start of its list) and the text. Out: faults (Y171, Y18x).
Must not know keys or forms.
"""

import re
from typing import Any

from yaml.events import SequenceStartEvent

from pipeline.documents import lines
from pipeline.documents.characters import is_odd
from pipeline.documents.fault import Fault

_CUT = re.compile(r"[ \t]*:?[ \t]+(#)[^\s#]")
_NESTED = re.compile(r":[ \t]*\n[ \t]+(?:[^\n:：]{1,42}(?:：|:[^ \t\n/])|-[^ \t\n-]|[－•·])")
_WIDE_COMMAS = "，、；"
_SIGNS = "#“‘＂［｛"
_SIGN = re.compile(r"[ \t]#|[-:] [“‘＂［｛]")
_WRAPPED = {"“": ("”", "Y181"), "‘": ("’", "Y181"), "＂": ("＂", "Y181"), "［": ("］", "Y184"), "｛": ("｝", "Y184")}
_NESTED_CODES = {"Y150": "Y183", "Y151": "Y183", "Y162": "Y186"}


def plausible(text: str) -> bool:
    """Tell cheaply whether a literal plain scalar of the text may be trapped; the others are looked at anyway."""
    return (
        (any(map(text.__contains__, _SIGNS)) and _SIGN.search(text) is not None)
        or ("[" in text and any(map(text.__contains__, _WIDE_COMMAS)))
        or _NESTED.search(text) is not None
    )


def check(text: str, before: Any, event: Any) -> list[Fault]:
    """Return the traps that the scalar `event` stepped into."""
    if event.style in ("|", ">"):
        return []
    start, end = event.start_mark.index, event.end_mark.index
    if event.style:
        return _escaped(text[start:end], event) + _folded(text[start:end], start)
    nested = _nested(text, before, event)
    return _cut(text, before, event) + _wide(event.value, start, before) + (nested or _folded(text[start:end], start))


def _escaped(source: str, event: Any) -> list[Fault]:
    odd = "\\" in source and any(is_odd(character) and character not in source for character in event.value)
    return [Fault("Y171", event.start_mark.index)] if odd else []


def _folded(source: str, start: int) -> list[Fault]:
    return [Fault("Y185", start)] if "\n" in source.rstrip() else []


def _cut(text: str, before: Any, event: Any) -> list[Fault]:
    end = event.end_mark.index if event.value else before.end_mark.index
    match = _CUT.match(text, end)
    return [Fault("Y180", match.start(1))] if match else []


def _wide(value: str, start: int, before: Any) -> list[Fault]:
    closer, code = _WRAPPED.get(value[:1], ("", ""))
    if code and len(value) > 1 and value.find(closer, 1) == len(value) - 1:
        return [Fault(code, start)]
    if isinstance(before, SequenceStartEvent) and before.flow_style and any(comma in value for comma in _WIDE_COMMAS):
        place = next(place for place, character in enumerate(value) if character in _WIDE_COMMAS)
        return [Fault("Y182", start + place)]
    return []


def _nested(text: str, before: Any, event: Any) -> list[Fault]:
    if isinstance(before, SequenceStartEvent) or event.start_mark.line == before.end_mark.line:
        return []
    lacking = lines.lacking(text, event.start_mark.index)
    return [
        Fault(_NESTED_CODES[each.code], each.index)
        for each in lacking
        if event.start_mark.index <= each.index < event.end_mark.index
    ]
