"""Where each part of a file stands.

In: the text of a file that could be read. Out: a place by pointer. Must not know what any key means.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any

from yaml.events import MappingStartEvent, ScalarEvent

from pipeline.documents.events import ENDS, read

Pointer = tuple[str | int, ...]
Span = tuple[int, int, bool]


class Places:
    """The start of every key and value, found by a second reading when the first place is asked for.

    Most files have no finding, so most places are never looked for.
    """

    __slots__ = ("_source", "_spans")

    def __init__(self, source: str) -> None:
        self._source = source
        self._spans: dict[Pointer, Span] = {}

    def of(self, pointer: Pointer) -> Span:
        """Return (start of the key, start of the value, value is empty) of the part, or of its nearest ancestor."""
        if not self._spans:
            self._find()
        while pointer not in self._spans:
            pointer = pointer[:-1]
        return self._spans[pointer]

    def _find(self) -> None:
        reading = read(self._source)
        if not reading.events:  # of a file that went since, nothing is known
            self._spans[()] = (0, 0, False)
            return
        events = iter(reading.events)
        root = next(events)
        self._spans[()] = (root.start_mark.index, root.start_mark.index, False)
        _note(self._spans, root, (), events)


def _note(spans: dict[Pointer, Span], start: Any, above: Pointer, events: Iterator[Any]) -> None:
    """Note the parts of the list or mapping that `start` begins; of a key that stands there twice the first counts."""
    named = type(start) is MappingStartEvent
    for number in count():
        first = next(events)
        if type(first) in ENDS:
            return
        value = next(events) if named else first
        pointer = (*above, first.value if named else number)
        empty = type(value) is ScalarEvent and not value.value
        noted = {} if pointer in spans else spans
        noted[pointer] = (first.start_mark.index, value.start_mark.index, empty)
        if type(value) is not ScalarEvent:
            _note(noted, value, pointer, events)
