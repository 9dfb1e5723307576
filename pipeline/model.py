"""The private shape of everything under content/: one frozen Site of programmes and their submissions.

In: nothing. Out: types only, filled by `content`. Public pages never see these types; see `public`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pipeline.criteria import Condition, Material, MaterialsList, Priority, ScoreSheet, Scoring
from pipeline.diagnostics import Location
from pipeline.documents import Document
from pipeline.forms import Form, Value
from pipeline.stages import Event, Opinion
from pipeline.strokes import StrokeTable
from pipeline.working_days import Calendar, PublicityRule, term_until

ASSOCIATION = "推荐单位"
"""The one key of the pipeline's own that lists may show beside the form's fields."""


class ListOrder(StrEnum):
    """The order of a publicity list and a roster (排序)."""

    SURNAME_STROKES = "按姓氏笔画"
    NAME_STROKES = "按姓名笔画"
    ASSOCIATION = "按推荐单位"
    BY_HAND = "手工"
    SCORE = "按得分"


class AfterPeriod(StrEnum):
    """What a round's page shows when its period is over (期满处理)."""

    KEEP = "保留"
    HIDE_NAMES = "隐去名单"
    TAKE_DOWN = "撤下"


@dataclass(frozen=True, slots=True)
class Roles:
    """Which field of the form plays which part (角色)."""

    name: str
    unit: str | None = None
    category: str | None = None
    duplicates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Category:
    """A category (类别) of candidates."""

    code: str
    name: str
    target: str
    duties: str
    unit_opinion: str


@dataclass(frozen=True, slots=True)
class Association:
    """An association (推荐单位) that recommends; `categories` empty means all.

    `quota` (名额): how many it may recommend in all, None where nothing says so; `quotas`: (category, how many).
    """

    name: str
    folder: str
    categories: tuple[str, ...] = ()
    quota: int | None = None
    quotas: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectionChannel:
    """How and where to object (异议)."""

    how: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    hours: str = ""
    supervision_phone: str = ""
    named_only: bool = True


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask (联系): an office, its people, one phone, one e-mail address."""

    office: str
    people: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Which fields the public sees where (公开); a field in none of them is private.

    `evaluations`: the results of 年度评估 that are told of a holder; `commendations`: whether 通报表扬 are.
    """

    publicity: tuple[str, ...] = ()
    roster: tuple[str, ...] = ()
    certificate: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    evaluations: tuple[str, ...] = ()
    commendations: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """What a programme calls 认定, 推荐表 and 推荐单位, and how it counts (用词); empty: the usual words."""

    certify: str = ""
    form: str = ""
    recommender: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice: its front matter and its body, Markdown, word for word.

    `dated` is the day as the original prints it; `body_line` is the line of the file on which the body begins.
    """

    document: Document
    title: str
    addressees: str
    issuer: str
    dated: str
    body: str
    body_line: int
    document_number: str = ""
    published_at: str = ""
    published_on: date | None = None
    as_in_original: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CertificationText:
    """What every certification notice of a programme says: title and body may hold PLACEHOLDERS in braces."""

    document: Document
    title: str
    addressees: str
    issuer: str
    list_title: str
    body: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes out as it is: its name and its bytes' path relative to the root."""

    name: str
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Tick:
    """Staff's judgement (审核) of one condition."""

    number: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class Submission:
    """One candidate's file. `values` hold only the form's fields, converted; an absent field has no key.

    `sound` is False where the pipeline's own keys could not all be read: rules over events then pass the file by,
    so that one slip does not bring a row of findings that follow from it.
    """

    id: str
    document: Document
    values: Mapping[str, Value]
    association: str | None
    review: tuple[Tick, ...]
    opinions: tuple[Opinion, ...]
    events: tuple[Event, ...]
    scores: tuple[ScoreSheet, ...] = ()
    previous: str | None = None
    source: str | None = None
    sound: bool = True

    def value(self, name: str) -> Value | None:
        """Return what the file says under a name that lists may show, None where it says nothing."""
        return self.association if name == ASSOCIATION else self.values.get(name)

    def at(self, *pointer: str | int) -> Location:
        """Return the place of a part of the file, or of the nearest part that is there."""
        return self.document.at(*pointer)


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme (项目): its settings, notice, form and submissions (in the order of their ids)."""

    slug: str
    document: Document
    name: str
    series: str
    roles: Roles
    notice: Notice
    form: Form
    publicity: PublicityRule
    order: ListOrder
    after_period: AfterPeriod
    objection: ObjectionChannel
    shown: Shown
    words: Wording = Wording()
    deadline: date | None = None
    deadline_time: str = ""
    refuse_late: bool = False
    categories: tuple[Category, ...] = ()
    conditions: tuple[Condition, ...] = ()
    priority: Priority | None = None
    associations: tuple[Association, ...] = ()
    materials: tuple[Material, ...] = ()
    materials_list: MaterialsList | None = None
    scoring: Scoring | None = None
    term_months: int | None = None
    term_ends: date | None = None
    certificate_pattern: str | None = None
    contacts: tuple[Contact, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    submissions: tuple[Submission, ...] = ()
    certification: CertificationText | None = None

    def term_end(self, certified_on: date) -> date | None:
        """Return the last day of the term of who is certified on a day (任期): the same for all, or so many months."""
        return self.term_ends if self.term_months is None else term_until(certified_on, self.term_months)

    def may_show(self, name: str) -> bool:
        """Tell whether a list could have a column of that name: a field of the form, or the association."""
        return name == ASSOCIATION or self.form.field(name) is not None


@dataclass(frozen=True, slots=True)
class Typesetting:
    """How documents are set (排版): margins in mm, lines a page, characters a line, whether in the machine's fonts."""

    system_fonts: bool = False
    top: float = 37
    bottom: float = 35
    left: float = 28
    right: float = 26
    lines: int = 22
    characters: int = 28


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whose site it is, as the foot of every page says: 主办, 地址, 备案, 公安备案, 网站标识.

    `emblem` is the path of the emblem's picture relative to the root, `emblem_url` the address that it leads to.
    """

    owner: str = ""
    address: str = ""
    registration: str = ""
    police_registration: str = ""
    emblem: str = ""
    emblem_kind: str = ""
    emblem_url: str = ""


@dataclass(frozen=True, slots=True)
class Licence:
    """Under which licence the lists may be used as data (数据许可)."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything under content/. `today` is set for a demonstration only; `url` is empty where none was given."""

    name: str
    url: str = ""
    identifier: str = ""
    contact: str = ""
    footer: tuple[str, ...] = ()
    demonstration: bool = False
    today: date | None = None
    calendar: Calendar = field(default_factory=Calendar)
    strokes: StrokeTable | None = None
    programmes: tuple[Programme, ...] = ()
    typesetting: Typesetting = Typesetting()
    imprint: Imprint = Imprint()
    licence: Licence | None = None
