"""Dated events fold into a standing on a day.

In: events and opinions of one candidate, and `as_of`. Out: a Standing, and breaches of the table of what may follow what.
Pure; must not know submissions, files, forms or the clock.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


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
    """One opinion of the form: whose (the form's field), whether it agrees (None: not yet given), and its date."""

    field: str
    agrees: bool | None
    on: date | None


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


@dataclass(frozen=True, slots=True)
class Objection:
    """One objection (异议) to a candidate; `settled_on` is None while it is open."""

    number: str
    on: date
    settled_on: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is true of a candidate at the end of a day; everything after that day has not happened yet.

    `since`: the day the stage began. `proposed_on` and what follows keep their value after later stages, so that
    a page that was published can still be drawn.
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
