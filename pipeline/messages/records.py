"""R4xx: what can be wrong across records."""

from pipeline.messages.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
