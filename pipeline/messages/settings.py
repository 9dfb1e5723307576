"""S2xx (S260–S299): what can be wrong with settings files."""

from pipeline.messages.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
