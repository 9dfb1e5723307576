"""T6xx: what can be wrong with templates and output."""

from pipeline.messages.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
