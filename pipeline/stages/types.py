"""What can happen to a candidate, and what is then true of one.

In: nothing. Out: types only; their Chinese values are the words that staff write and people read.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class EventKind(StrEnum):
    """What can happen to a candidate (办理事项); the value is the word staff write."""

    RECEIVED = "收到"
    RETURNED = "退回补正"
    WITHDRAWN = "撤回"
    NOT_RECOMMENDED = "不予推荐"
    PROPOSED = "拟认定"
    NOT_CERTIFIED = "不予认定"
    CERTIFIED = "认定"
    EVALUATED = "年度评估"
    COMMENDED = "通报表扬"
    CORRECTED = "更正"
    CHANGED = "变更"
    REVOKED = "取消资格"
    REINSTATED = "恢复"
    RESIGNED = "退出"
    RENEWED = "续聘"
    OBJECTED = "异议"
    SETTLED = "异议处理"

    __hash__ = str.__hash__  # equal texts are equal kinds, and Enum's own costs as much as what is looked up by it


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event; the details that its kind does not use are None. `index` is its place in the file's list."""

    on: date
    kind: EventKind
    index: int = field(default=0, compare=False)
    paper: bool | None = None
    electronic: bool | None = None
    publicity_until: date | None = None
    document_number: str | None = None
    certificate_number: str | None = None
    term_until: date | None = None
    reason: str | None = None
    result: str | None = None
    number: str | None = None
    channel: str | None = None
    named: bool | None = None
    concerns: str | None = None
    changed_field: str | None = None
    old: str | None = None
    new: str | None = None
    republish: bool | None = None
    remark: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion of the form: whose (the form's field), whether it agrees (None: not yet given), and its date.

    A candidate has one for each opinion field of the form, in the order in which they are given. One without a date
    counts as given from the first day. `after_receipt`: given once the form was received, by the office or a panel.
    """

    field: str
    agrees: bool | None
    on: date | None
    after_receipt: bool = False


class Stage(StrEnum):
    """Where a candidate stands (状态) on a day; the value is the word people read."""

    NOT_RECEIVED = "未收到"
    RECEIVED = "已收到"
    RETURNED = "退回补正"
    RECOMMENDED = "已推荐"
    WITHDRAWN = "已撤回"
    NOT_RECOMMENDED = "不予推荐"
    IN_PUBLICITY = "公示中"
    PUBLICITY_OVER = "公示期满"
    NOT_CERTIFIED = "不予认定"
    IN_OFFICE = "在任"
    TERM_OVER = "任期届满"
    REVOKED = "已取消资格"
    RESIGNED = "已退出"

    __hash__ = str.__hash__  # as above


@dataclass(frozen=True, slots=True)
class Objection:
    """One objection (异议) to a candidate; `settled_on` is None while it is open."""

    number: str
    on: date
    settled_on: date | None


# A tuple, unlike its neighbours: making one costs a quarter of a dataclass.
class Standing(NamedTuple):
    """What is true of a candidate at the end of a day; everything after that day has not happened yet.

    `since`: the day the stage began. `proposed_on` and what follows keep their value after later stages, so that
    a page that was published can still be drawn: a candidate who left after publicity began has `proposed_on` set, and
    has left on `since`. `received_on` is the first 收到, after 退回补正 the first one since; later ones only bring
    what `paper` and `electronic` lacked (None: not stated). `publicity_from` is the day of 拟认定, after 重新公示 that
    of the 更正 or 变更. `document_number` is that of 认定; 续聘 moves `term_until` only, its own number stands in
    `renewals`. `evaluations`, `commendations`, `changes` (更正 and 变更) and `renewals` are the events, oldest first.
    """

    stage: Stage
    since: date | None = None
    received_on: date | None = None
    proposed_on: date | None = None
    publicity_until: date | None = None
    certified_on: date | None = None
    document_number: str | None = None
    certificate_number: str | None = None
    term_until: date | None = None
    objections: tuple[Objection, ...] = ()
    paper: bool | None = None
    electronic: bool | None = None
    publicity_from: date | None = None
    evaluations: tuple[Event, ...] = ()
    commendations: tuple[Event, ...] = ()
    changes: tuple[Event, ...] = ()
    renewals: tuple[Event, ...] = ()
