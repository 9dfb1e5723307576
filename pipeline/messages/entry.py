"""What one kind of finding is: its code, how grave it is, and its words in both languages.

In: nothing. Out: the types that the message tables are written in. Must not know any finding, file or terminal.
"""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How grave a finding is; an error stops the build, a warning does so only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Words(NamedTuple):
    """The words of one finding in one language.

    `message` and `hint` are `str.format` patterns over the finding's named parameters; `explain` is
    plain text for `check --explain CODE` and the handbook.
    """

    message: str
    hint: str
    explain: str


class Entry(NamedTuple):
    """One row of a message table; a code is never reused for another meaning."""

    code: str
    severity: Severity
    zh: Words
    en: Words


def error(code: str, zh: Words, en: Words) -> Entry:
    """Return the entry of a finding that stops the build."""
    return Entry(code, Severity.ERROR, zh, en)


def warning(code: str, zh: Words, en: Words) -> Entry:
    """Return the entry of a finding that stops the build only under `--strict`."""
    return Entry(code, Severity.WARNING, zh, en)


def note(code: str, zh: Words, en: Words) -> Entry:
    """Return the entry of a finding that never stops anything."""
    return Entry(code, Severity.NOTE, zh, en)
