"""S2xx (S201–S259): what can be wrong with a value against a form or a schema."""

from pipeline.messages.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
