"""A change that the public will see. In: nothing. Out: types only; every text in them is one that may be told."""

from dataclasses import dataclass
from enum import StrEnum


class Deed(StrEnum):
    """What becomes of the subject."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Subject(StrEnum):
    """What changes: a line of a list, what a page says, a page, or a document to download."""

    LINE = "line"
    FACTS = "facts"
    PAGE = "page"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Became:
    """A value under its label: `old` is None where there was none or it may not be told, `new` where it is gone."""

    label: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A long text that was changed: how many lines came and went."""

    label: str
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class Change:
    """One change: where it is to be seen (`path`, relative to the site, and the page's `title`), and what it is.

    `programme`: its name, empty for the site. `number`: the line's number, 0 for what is no line. `name`: whose line it
    is, empty where that may not be told. `cells`: (label, text) of a line that comes or goes.
    """

    deed: Deed
    subject: Subject
    path: str
    title: str
    programme: str = ""
    number: int = 0
    name: str = ""
    cells: tuple[tuple[str, str], ...] = ()
    values: tuple[Became, ...] = ()
    rewritten: tuple[Rewritten, ...] = ()
