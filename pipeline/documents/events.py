"""Text becomes YAML events, within limits.

In: readable text. Out: the events of its one document, and the fault that stopped the reading, if any. Nothing is built
up of a file that is too deep or too large. Must not know keys or values.
"""

from dataclasses import dataclass, field
from itertools import repeat, starmap
from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from pipeline.documents import causes
from pipeline.documents.fault import Fault

DEPTH = 20
PARTS = 20_000

PARSER: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

ENDS = (MappingEndEvent, SequenceEndEvent)
_STEPS = {MappingStartEvent: 1, SequenceStartEvent: 1, MappingEndEvent: -1, SequenceEndEvent: -1}


@dataclass(frozen=True, slots=True)
class Reading:
    """The events between the document's start and end, as far as they could be read, and what stopped the reading."""

    events: list[Any] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read(text: str) -> Reading:
    """Read one document. Faults: Y135, Y139, Y140, Y141 and, in our words, whatever the parser cannot read."""
    directive = causes.directive(text)
    if directive:
        return Reading(faults=[directive])
    events: list[Any] = []
    try:
        fault = _collect(PARSER(text), events)
    except yaml.MarkedYAMLError as error:
        return Reading(events, causes.explain(error, text, events))
    return Reading(events, [fault] if fault else [])


def _collect(parser: Any, events: list[Any]) -> Fault | None:
    """Append the events of the first document to `events`; return what ended it too early."""
    next_event = parser.get_event
    next_event()
    if type(next_event()) is StreamEndEvent:
        return None
    depth = 0
    for event in starmap(next_event, repeat((), PARTS)):
        kind = type(event)
        if kind is DocumentEndEvent:
            rest = next_event()
            return None if type(rest) is StreamEndEvent else Fault("Y135", rest.start_mark.index)
        events.append(event)
        if kind is not ScalarEvent:
            depth += _STEPS.get(kind, 0)
            if depth > DEPTH:
                return Fault("Y139", event.start_mark.index)
    return Fault("Y140", events[-1].start_mark.index)
