"""Events become values and marks.

In: the events of one document, as far as they could be read. Out: nested dict, list and str, the start of every key and
value, and faults of keys and of what content may not use (Y130–Y138, Y142, Y15x, Y171, Y18x). Must not know what a key
means.
"""

import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from pipeline.documents import causes, characters, lines, traps
from pipeline.documents.fault import Fault, line_number

Resolve = Callable[[str], Any]

_COLON = re.compile(r"[ \t\n]*:")
_ODD_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_ENDS = (MappingEndEvent, SequenceEndEvent)


@dataclass(frozen=True, slots=True)
class Composed:
    """`values` is None where the top level is no mapping or a part's value cannot be told."""

    values: dict[str, Any] | None
    marks: "array[int]"
    faults: list[Fault]


def compose(events: list[Any], text: str, resolve: Resolve | None = None) -> Composed:
    """Build the values; `resolve` turns the text of a plain scalar into its value (None: text stays text)."""
    if not events or (type(events[0]) is ScalarEvent and not events[0].value and not events[0].style):
        return Composed(None, array("L"), [Fault("Y101")])
    if type(events[0]) is not MappingStartEvent:
        return Composed(None, array("L"), _no_mapping(events[0], text))
    composer = _Composer(events[1:], text, resolve)
    values = composer.node(events[0], None)
    return Composed(values if composer.certain else None, composer.marks, composer.faults)


def _no_mapping(event: Any, text: str) -> list[Fault]:
    start = event.start_mark.index
    if type(event) is ScalarEvent and not event.style:
        return causes.without_colon(text, start, otherwise="Y136")
    return [Fault("Y136", start)]


class _Composer:
    """Walks the events once. After the last one, everything still open counts as closed."""

    __slots__ = ("certain", "events", "faults", "marks", "resolve", "text", "wary")

    def __init__(self, events: list[Any], text: str, resolve: Resolve | None) -> None:
        self.events: Iterator[Any] = chain(events, repeat(MappingEndEvent()))
        self.text = text
        self.resolve = resolve
        self.wary = resolve is not None or traps.plausible(text)
        self.marks = array("L")
        self.faults: list[Fault] = []
        self.certain = True

    def node(self, event: Any, before: Any) -> Any:
        """Return the value that begins with `event`; `before` is its key, or the start of its list."""
        kind = type(event)
        if kind in _ENDS:
            return ""
        start = event.start_mark.index
        self.marks.append(start)
        if kind is AliasEvent:
            return self._uncertain("Y131", start)
        if event.anchor is not None or event.tag is not None:
            self._properties(event, start)
        if kind is ScalarEvent:
            # Most scalars stand in the text as they are and are done with here.
            if not self.wary and self.text.startswith(event.value, start):
                return event.value
            return self._scalar(event, before)
        return self._mapping() if kind is MappingStartEvent else self._sequence(event)

    def _properties(self, event: Any, start: int) -> None:
        if event.anchor is not None:
            self.faults.append(Fault("Y132", start))
        if event.tag is not None:
            self.faults.append(Fault("Y133", start))

    def _scalar(self, event: Any, before: Any) -> Any:
        self.faults += traps.check(self.text, before, event)
        value = characters.readable(event.value)
        return self.resolve(value) if self.resolve and not event.style else value

    def _sequence(self, start: Any) -> list[Any]:
        items: list[Any] = []
        while type(event := next(self.events)) not in _ENDS:
            items.append(self.node(event, start))
        return items

    def _mapping(self) -> dict[str, Any]:
        values: dict[str, Any] = {}
        starts: dict[str, int] = {}
        while type(key := next(self.events)) not in _ENDS:
            length = len(self.marks)
            name = self._key(key)
            event = next(self.events)
            value = self.node(event, key)
            if value == "" and type(event) is ScalarEvent:
                self._check_colon(key, event)
            if name and name in starts:
                self._twice(key, starts[name])
                del self.marks[length:]
            else:
                values[name] = value
                starts[name] = key.start_mark.index
        return values

    def _key(self, event: Any) -> str:
        """Return the key's text; what is no plain name gets its fault."""
        start = event.start_mark.index
        if type(event) is not ScalarEvent:
            known = len(self.faults)
            self.node(event, event)
            del self.faults[known:]
            return self._uncertain("Y131" if type(event) is AliasEvent else "Y137", start)
        self.marks.append(start)
        name = str(event.value)
        if not name.isalnum() or event.anchor is not None or event.tag is not None:
            self._check_key(event, name)
        return name

    def _check_key(self, event: Any, name: str) -> None:
        start = event.start_mark.index
        self._properties(event, start)
        if not name:
            self._uncertain("Y138", start)
        elif "\n" in self.text[start : event.end_mark.index].rstrip():
            self._uncertain("Y137", start)
        elif name[0] in _ODD_SPACES or name[-1] in _ODD_SPACES:
            self.faults.append(Fault("Y142", start))
        elif not event.style and "：" in name:
            self._uncertain("Y150", start + name.index("："))
        elif not event.style and name == "<<":
            self._uncertain("Y134", start)

    def _check_colon(self, key: Any, event: Any) -> None:
        """In brackets and after “?” a key may stand without a colon; such a key was meant to have one."""
        start, end = key.start_mark.index, key.end_mark.index
        if type(key) is ScalarEvent and not event.style and not _COLON.match(self.text, end):
            self.faults.append(lines.lacks(self.text, start, end) or Fault("Y152", start))
            self.certain = False

    def _twice(self, key: Any, first: int) -> None:
        self.faults.append(Fault("Y130", key.start_mark.index, (("line", line_number(self.text, first)),)))

    def _uncertain(self, code: str, index: int) -> str:
        self.faults.append(Fault(code, index))
        self.certain = False
        return ""
