"""What the site consists of: pages from templates, data files, and files that go out as they are.

In: nothing. Out: types only. Every address is an output path relative to the site's root, with `/`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipeline.public.decisions import PublicCertification
from pipeline.public.office import PublicTypesetting
from pipeline.public.types import PublicForm, PublicProgramme, PublicRound


class Slot:
    """Stands in a stencil for the text of this number, which is not empty. It can be printed and nothing else.

    `length`: where the look of the text depends on how long it is, that; else it is not told.
    """

    __slots__ = ("length", "number")

    def __init__(self, number: int, length: int | None = None) -> None:
        self.number = number
        self.length = length

    def __len__(self) -> int:
        """Return the length, where it is told."""
        return self._refuse() if self.length is None else self.length

    def __bool__(self) -> bool:
        """Return True: the text is not empty."""
        return True

    def __html__(self) -> str:
        """Return what no text of a page holds, and what escaping leaves as it is."""
        return f"\0{self.number}\0"

    @property
    def as_code(self) -> str:
        """Return what stands for the text where it is drawn as a QR code."""
        return f"\0{self.number}#\0"

    def _refuse(self, *_: object) -> Any:
        raise TypeError("a template that looks into a text needs the text")

    __str__ = __format__ = __eq__ = __hash__ = _refuse


@dataclass(frozen=True, slots=True)
class Page:
    """A file that a template makes from data. Under `assets/`, its output name also carries the hash of its bytes.

    `web` is the one address on the web that names this page, empty where none is known. `base` is empty, or the
    way from the host's root (/…/) for a page that is served at any depth and cannot link relatively. `changed`: the
    last day on which what it says changed, None where that is not known. `among`: the folder in whose folders its like
    stand, empty for a page of its own kind; pages of one `among` have one head, masthead, way and foot.

    `stencil`: `data` with slots for what the page has for itself, one for all pages of one `among` that differ in
    nothing else, so that the template need not be gone through for each; `texts` are what belongs into the slots. The
    first two stand for `path` and `web`.
    """

    path: str
    template: str
    data: Mapping[str, object]
    web: str = ""
    base: str = ""
    changed: date | None = None
    among: str = ""
    stencil: Mapping[str, object] | None = field(default=None, compare=False, repr=False)
    texts: tuple[str, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A list as data: columns, rows of as many texts, and what is to be known about the whole (`about`).

    `title` and `note` are what a workbook prints at the head and at the foot.
    """

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    about: tuple[tuple[str, str | int | bool], ...] = ()
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TableFile:
    """A list for a program; `path` ends with `.csv`, `.json` or `.xlsx`, which says how it is written."""

    path: str
    table: Table


@dataclass(frozen=True, slots=True)
class JsonFile:
    """Plain values as JSON."""

    path: str
    value: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """Days to keep in mind: `first` to `last`, both included. `key` names the entry for ever.

    `known`: the day since which the entry is known. `url` may be empty.
    """

    key: str
    known: date
    first: date
    last: date
    summary: str
    description: str
    url: str


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """Days as a calendar to subscribe to; `domain` is that of the site, empty where none is known."""

    path: str
    name: str
    domain: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of the content that goes out as it is; `source` is relative to the content's root, with `/`."""

    path: str
    source: str


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as a picture (SVG) that holds `text`, an address on the web."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class FormFile:
    """The blank form as a file; `path` ends with `.pdf` or `.docx`, which says how it is drawn.

    `programme`: the slug. `code`: the address on the web that its QR code leads to, empty for none. `notes`: lines that
    it must carry (演示). `system_fonts`: whether a PDF is set in the machine's own fonts.
    """

    path: str
    form: PublicForm
    programme: str
    code: str
    notes: tuple[str, ...]
    system_fonts: bool = False


@dataclass(frozen=True, slots=True)
class Official:
    """An official document (公文) as PDF; `template` says which: notice, publicity, certification or roster.

    `subject`: the round or the certification notice that it is of, None for the notice and the roster. `banner`: the
    line that every page must carry (演示).
    """

    path: str
    template: str
    programme: PublicProgramme
    subject: PublicRound | PublicCertification | None
    typesetting: PublicTypesetting
    as_of: date
    banner: str = ""


Planned = Page | TableFile | JsonFile | CalendarFile | Copy | Code | FormFile | Official
