"""Y1xx: what can be wrong with a file as text, YAML or Markdown."""

from pipeline.messages.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
