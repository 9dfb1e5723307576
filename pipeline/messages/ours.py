"""X9xx: our own faults."""

from pipeline.messages.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
