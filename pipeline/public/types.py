"""What outsiders may see, as types of their own: a private field that nobody copied here cannot leak.

In: nothing. Out: types only, filled by `project` and read by `pages`, `render` and `paper`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from pipeline.forms import Layout
from pipeline.public.decisions import (
    Cell,
    Edition,
    Honour,
    Outcome,
    Period,
    PublicCertificate,
    PublicCertification,
    PublicStatistics,
    Record,
)
from pipeline.public.office import PublicImprint, PublicLicence, PublicTypesetting
from pipeline.terms import PERSON, Terms


class Phase(StrEnum):
    """Where a programme stands on the day; the value is the word people read."""

    OPEN = "征集中"
    CLOSED = "已截止"
    IN_PUBLICITY = "公示中"
    CERTIFIED = "已认定"


@dataclass(frozen=True, slots=True)
class PublicContact:
    """Whom to ask."""

    office: str
    people: tuple[str, ...]
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class PublicObjectionChannel:
    """How and where to object."""

    how: str
    phone: str
    email: str
    address: str
    hours: str
    supervision_phone: str
    named_only: bool


@dataclass(frozen=True, slots=True)
class PublicCategory:
    """A category as the programme describes it."""

    code: str
    name: str
    target: str
    duties: str


@dataclass(frozen=True, slots=True)
class PublicNotice:
    """The notice, word for word; `body` is Markdown, `published_at` is empty where unknown.

    `published_on`: the day on which it was published, that of the document where no other is known.
    """

    title: str
    addressees: str
    issuer: str
    dated: str
    body: str
    document_number: str
    published_at: str
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class PublicField:
    """A field that an applicant fills in; `schema` is what it asks for, without a word on how its values are kept.

    `choices`: (as a file writes it, as people read it). `hint`: how it is filled in. `children`: parts of an object,
    columns of a sub-table.
    """

    name: str
    title: str
    kind: str
    type: str
    required: bool
    hint: str
    schema: Mapping[str, Any] = field(repr=False, hash=False)
    choices: tuple[tuple[str, str], ...] = ()
    children: tuple["PublicField", ...] = ()


@dataclass(frozen=True, slots=True)
class PublicForm:
    """The blank form: its title, its table and the name of its version; no value can stand in it.

    `fields`: what an applicant fills in, and `rules`: the schema above them; `named_by`: the field that names the
    candidate.
    """

    title: str
    layout: Layout
    attachment_label: str
    version: str
    fields: tuple[PublicField, ...] = ()
    rules: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), repr=False, hash=False)
    named_by: str = ""


@dataclass(frozen=True, slots=True)
class PublicFile:
    """An attachment: the name people read, the content's path it is copied from, its size in bytes."""

    name: str
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class RoundEntry:
    """One line of a publicity list. Who left keeps the number, and a `note` (已撤回 …) stands for the cells.

    `again`: the line's own period, where it was published anew (重新公示). `mark`: see `marks`; no page may hold it.
    """

    number: int
    category: str
    cells: tuple[Cell, ...]
    note: str = ""
    again: Period | None = None
    mark: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PublicRound:
    """One round (公示轮次): all 拟认定 of one day. `names_hidden` after the period where the programme says so.

    `left` as for Period. `certifications`: the keys of the notices that certified members of the round. `changed_on`:
    the last day on which an event changed what is shown, None where that is not known.
    """

    on: date
    until: date
    days: int
    unit: str
    first_day_counts: bool
    running: bool
    entries: tuple[RoundEntry, ...]
    outcome: Outcome
    names_hidden: bool = False
    objections_received: int = 0
    objections_settled: int = 0
    left: int | None = None
    editions: tuple[Edition, ...] = ()
    certifications: tuple[str, ...] = ()
    changed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """One line of the certified roster. A former holder shows only the fields that the programme names (maybe none).

    `again`: a later certification of the same holder, which is then the one that counts. `changed_on` as for a round,
    `mark` as for its lines.
    """

    number: int
    category: str
    cells: tuple[Cell, ...]
    standing: str
    since: date
    certified_on: date
    term_until: date | None
    certificate_number: str
    in_office: bool
    honours: tuple[Honour, ...] = ()
    again: Record | None = None
    changed_on: date | None = None
    mark: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PublicProgramme:
    """A programme as outsiders see it on the day. `order`: by what its lists go, as it is printed above them.

    `deadline_time`: HH:MM, empty where the notice says none. `materials`: what is handed in, and how many copies.
    `roles`: (`name`, `category`, `unit` or `association`, the label of the field that plays the part).
    """

    slug: str
    name: str
    series: str
    phase: Phase
    notice: PublicNotice
    form: PublicForm
    order: str
    objection: PublicObjectionChannel
    round_labels: tuple[str, ...]
    roster_labels: tuple[str, ...]
    deadline: date | None = None
    deadline_time: str = ""
    materials: str = ""
    term_months: int | None = None
    term_ends: date | None = None
    categories: tuple[PublicCategory, ...] = ()
    contacts: tuple[PublicContact, ...] = ()
    attachments: tuple[PublicFile, ...] = ()
    rounds: tuple[PublicRound, ...] = ()
    roster: tuple[Holder, ...] = ()
    terms: Terms = PERSON
    certifications: tuple[PublicCertification, ...] = ()
    certificates: tuple[PublicCertificate, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()

    @property
    def measure(self) -> str:
        """Return what counts its candidates."""
        return self.terms.measure


@dataclass(frozen=True, slots=True)
class PublicSite:
    """The whole site on one day."""

    name: str
    url: str
    identifier: str
    contact: str
    footer: tuple[str, ...]
    demonstration: bool
    as_of: date
    programmes: tuple[PublicProgramme, ...] = ()
    statistics: tuple[PublicStatistics, ...] = ()
    typesetting: PublicTypesetting = field(default_factory=PublicTypesetting)
    imprint: PublicImprint = field(default_factory=PublicImprint)
    licence: PublicLicence | None = None
