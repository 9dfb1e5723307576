"""P5xx: what would leak."""

from pipeline.messages.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
