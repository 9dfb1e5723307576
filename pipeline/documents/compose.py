"""Events become values.

In: the events of one document, as far as they could be read. Out: nested dict, list and str, and faults of keys and of
what content may not use (Y130–Y138, Y142, Y15x, Y171, Y18x). Must not know what a key means.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, repeat
from sys import intern
from typing import Any

from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent

from pipeline.documents import causes, characters, lines, traps
from pipeline.documents.events import ENDS
from pipeline.documents.fault import Fault, line_number

Resolve = Callable[[str], Any]

_COLON = re.compile(r"[ \t\n]*:")
_ODD_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Without one of these in the text there is neither an anchor nor a tag.
_SIGNS = "&!"


@dataclass(frozen=True, slots=True)
class Composed:
    """`values` is None where the top level is no mapping or a part's value cannot be told."""

    values: dict[str, Any] | None
    faults: list[Fault]


def compose(events: list[Any], text: str, resolve: Resolve | None = None) -> Composed:
    """Build the values; `resolve` turns the text of a plain scalar into its value (None: text stays text)."""
    if not events or (type(events[0]) is ScalarEvent and not events[0].value and not events[0].style):
        return Composed(None, [Fault("Y101")])
    if type(events[0]) is not MappingStartEvent:
        return Composed(None, _no_mapping(events[0], text))
    composer = _Composer(events[1:], text, resolve)
    values = composer.node(events[0], None)
    return Composed(values if composer.certain else None, composer.faults)


def _no_mapping(event: Any, text: str) -> list[Fault]:
    start = event.start_mark.index
    if type(event) is ScalarEvent and not event.style:
        return causes.without_colon(text, start, otherwise="Y136")
    return [Fault("Y136", start)]


class _Composer:
    """Walks the events once. After the last one, everything still open counts as closed.

    `wary`: something in the text may be a trap, so every scalar is looked at. Where nothing is, a scalar that stands in
    the text as it is, as most do, is done with at once.
    """

    __slots__ = ("certain", "events", "faults", "resolve", "text", "wary")

    def __init__(self, events: list[Any], text: str, resolve: Resolve | None) -> None:
        self.events: Iterator[Any] = chain(events, repeat(MappingEndEvent()))
        self.text = text
        self.resolve = resolve
        self.wary = resolve is not None or any(map(text.__contains__, _SIGNS)) or traps.plausible(text)
        self.faults: list[Fault] = []
        self.certain = True

    def node(self, event: Any, before: Any) -> Any:
        """Return the value that begins with `event`; `before` is its key, or the start of its list."""
        kind = type(event)
        if kind in ENDS:
            return ""
        if kind is AliasEvent:
            return self._uncertain("Y131", event.start_mark.index)
        self._properties(event)
        if kind is ScalarEvent:
            return self._scalar(event, before)
        return self._mapping() if kind is MappingStartEvent else self._sequence(event)

    def _properties(self, event: Any) -> None:
        if event.anchor is not None:
            self.faults.append(Fault("Y132", event.start_mark.index))
        if event.tag is not None:
            self.faults.append(Fault("Y133", event.start_mark.index))

    def _scalar(self, event: Any, before: Any) -> Any:
        if not self.wary and self.text.startswith(event.value, event.start_mark.index):
            return event.value
        self.faults += traps.check(self.text, before, event)
        value = characters.readable(event.value)
        return self.resolve(value) if self.resolve and not event.style else value

    def _sequence(self, start: Any) -> list[Any]:
        items: list[Any] = []
        while type(event := next(self.events)) not in ENDS:
            items.append(self.node(event, start))
        return items

    def _mapping(self) -> dict[str, Any]:
        values: dict[str, Any] = {}
        keys: dict[str, Any] = {}
        following, literal, stands = self.events.__next__, not self.wary, self.text.startswith
        while type(key := following()) not in ENDS:
            name = intern(key.value) if type(key) is ScalarEvent else ""
            if not literal or not name.isalnum():
                self._check_key(key, name)
            event = following()
            kind = type(event)
            if literal and kind is ScalarEvent and event.value and stands(event.value, event.start_mark.index):
                value = event.value
            else:
                value = self._value(event, key)
            if name not in keys:
                values[name] = value
                keys[name] = key
            elif name:
                self._twice(key, keys[name])
        return values

    def _value(self, event: Any, key: Any) -> Any:
        value = self.node(event, key)
        if value == "" and type(event) is ScalarEvent:
            self._check_colon(key, event)
        return value

    def _check_key(self, event: Any, name: str) -> None:
        """Find fault with a key that is no plain name."""
        if type(event) is not ScalarEvent:
            self._no_name(event)
            return
        self._properties(event)
        if not name.isalnum():
            self._check_name(event, name)

    def _no_name(self, event: Any) -> None:
        known = len(self.faults)
        self.node(event, event)
        del self.faults[known:]
        self._uncertain("Y131" if type(event) is AliasEvent else "Y137", event.start_mark.index)

    def _check_name(self, event: Any, name: str) -> None:
        start = event.start_mark.index
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

    def _twice(self, key: Any, first: Any) -> None:
        line = line_number(self.text, first.start_mark.index)
        self.faults.append(Fault("Y130", key.start_mark.index, (("line", line),)))

    def _uncertain(self, code: str, index: int) -> str:
        self.faults.append(Fault(code, index))
        self.certain = False
        return ""
