"""What outsiders may see of decisions and of what became of them: cells, editions, notices, certificates, numbers.

In: nothing. Out: types only, filled by `project`; `types` puts them together into programmes and a site.
"""

from dataclasses import dataclass, field
from datetime import date

from pipeline.terms import Terms


@dataclass(frozen=True, slots=True)
class Cell:
    """One shown value with its field's name and the label people read."""

    field: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Period:
    """A publicity period. `left`: days of its unit after the day of the site, None where it is over or not known."""

    on: date
    until: date
    running: bool
    left: int | None


@dataclass(frozen=True, slots=True)
class Amendment:
    """One 更正 or 变更 of a line that was already published; `number` is the line's.

    `label` is empty for a field that the list does not show; `old` and `new` are None where the line no longer shows
    it. `until`: the last day of the period that it opened.
    """

    kind: str
    number: int
    label: str
    old: str | None
    new: str | None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of a published list: all amendments of one day. The list as first published is edition 1."""

    number: int
    on: date
    amendments: tuple[Amendment, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a round so far: how many were certified, refused, withdrew, and are still to be decided on."""

    certified: int
    refused: int
    withdrawn: int
    open: int


@dataclass(frozen=True, slots=True)
class CertifiedEntry:
    """One line of a certification notice. Who left keeps the number: a `note` and its day stand for the cells.

    `mark`: see `marks`; no page may hold it.
    """

    number: int
    category: str
    cells: tuple[Cell, ...]
    certificate_number: str
    note: str = ""
    since: date | None = None
    mark: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PublicCertification:
    """A certification notice (认定通知): all who were certified under one 文号.

    `key` is unique in the programme. `title`, `list_title` and `body` (Markdown) hold placeholders in braces; `words`
    are what they stand for, None where there is nothing to say. Entries stand by category. `changed_on`: the last day
    on which an event changed what is shown, None where that is not known.
    """

    key: str
    on: date
    document_number: str
    title: str
    addressees: str
    issuer: str
    list_title: str
    body: str
    words: tuple[tuple[str, str | None], ...]
    entries: tuple[CertifiedEntry, ...]
    editions: tuple[Edition, ...] = ()
    changed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """Another certification of the same person or unit: its programme, certificate and day."""

    slug: str
    programme: str
    certificate_number: str
    certified_on: date


@dataclass(frozen=True, slots=True)
class Honour:
    """A good word that the programme tells of a holder: 年度评估优秀, 通报表扬."""

    on: date
    word: str


@dataclass(frozen=True, slots=True)
class Renewal:
    """A term that was prolonged (续聘)."""

    on: date
    term_until: date | None


@dataclass(frozen=True, slots=True)
class PublicCertificate:
    """What anybody may know of a certificate by its number; it stays for ever.

    `standing`: 有效, 已取消, 已退出, or the word for the end of the term. `again` and `before`: other certifications
    of the same holder. `changed_on` as for a notice.
    """

    number: str
    standing: str
    since: date
    certified_on: date
    document_number: str
    certification: str
    term_until: date | None
    cells: tuple[Cell, ...]
    renewals: tuple[Renewal, ...] = ()
    honours: tuple[Honour, ...] = ()
    again: Record | None = None
    before: Record | None = None
    changed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many were ever certified and are in office, each person or unit once, under a word or in a year.

    For a year: certified in it, and in office at its end or, in the last year, now.
    """

    word: str
    certified: int
    in_office: int


@dataclass(frozen=True, slots=True)
class PublicStatistics:
    """A series in numbers: all its batches by category, by association and by year."""

    series: str
    terms: Terms
    categories: tuple[Count, ...]
    associations: tuple[Count, ...]
    years: tuple[Count, ...]
