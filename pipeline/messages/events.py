"""E3xx: what can be wrong with events and dates of one submission."""

from pipeline.messages.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
