"""Events fold into a standing: what each leads to, when periods end by themselves, and what comes next."""

from dataclasses import replace

import pytest

from pipeline.stages import (
    Event,
    Objection,
    Opinion,
    Stage,
    Standing,
    derive,
)
from tests.lives import AGREED, CERTIFIED, LIFE, PROPOSED, RECEIVED, day, event


def stage_on(on: str, *events: Event, opinions: tuple[Opinion, ...] = AGREED) -> tuple[str, str]:
    """Return the stage of a day and the day on which it began."""
    standing = derive(events, opinions, day(on))
    return standing.stage.value, str(standing.since)


@pytest.mark.parametrize(
    ("on", "stage", "since"),
    [
        ("2020-12-06", "未收到", "None"),
        ("2020-12-07", "已推荐", "2020-12-07"),
        ("2020-12-13", "已推荐", "2020-12-07"),
        ("2020-12-14", "公示中", "2020-12-14"),
        ("2020-12-18", "公示中", "2020-12-14"),
        ("2020-12-19", "公示期满", "2020-12-19"),
        ("2020-12-25", "在任", "2020-12-25"),
        ("2022-12-24", "在任", "2020-12-25"),
        ("2022-12-25", "任期届满", "2022-12-25"),
        ("9999-12-31", "任期届满", "2022-12-25"),
    ],
)
def test_plain_life(on: str, stage: str, since: str) -> None:
    """From receipt to the end of the term, each day stands where its events and periods have brought it."""
    assert (stage, since) == stage_on(on, *LIFE)


@pytest.mark.parametrize(
    ("last", "stage"),
    [
        (("收到", "退回补正"), "退回补正"),
        (("收到", "退回补正", "收到"), "已推荐"),
        (("收到", "不予推荐"), "不予推荐"),
        (("收到", "退回补正", "不予推荐"), "不予推荐"),
        (("收到", "撤回"), "已撤回"),
        (("收到", "拟认定", "撤回"), "已撤回"),
        (("收到", "拟认定", "不予认定"), "不予认定"),
        (("收到", "拟认定", "认定", "年度评估", "通报表扬", "更正", "变更"), "在任"),
        (("收到", "拟认定", "认定", "取消资格"), "已取消资格"),
        (("收到", "拟认定", "认定", "取消资格", "恢复"), "在任"),
        (("收到", "拟认定", "认定", "退出"), "已退出"),
    ],
)
def test_where_events_lead(last: tuple[str, ...], stage: str) -> None:
    """Each chain of events leads to its stage, which begins on the day of the last that moved it."""
    events = tuple(event(f"2020-12-{number:02}", kind) for number, kind in enumerate(last, 1))
    assert stage == derive(events, (), day("2020-12-31")).stage


def test_recommended_needs_every_opinion() -> None:
    """A received candidate is recommended from the day on which the last opinion of the form agrees."""
    late = Opinion("科协意见", True, day("2020-12-09"))
    assert stage_on("2020-12-08", RECEIVED, opinions=(AGREED[0], late)) == ("已收到", "2020-12-07")
    assert stage_on("2020-12-10", RECEIVED, opinions=(AGREED[0], late)) == ("已推荐", "2020-12-09")


@pytest.mark.parametrize(
    ("opinion", "stage"),
    [
        (Opinion("科协意见", None, None), "已收到"),
        (Opinion("科协意见", None, day("2020-12-01")), "已收到"),
        (Opinion("科协意见", False, day("2020-12-01")), "已收到"),
        (Opinion("科协意见", True, None), "已推荐"),
    ],
)
def test_opinions_missing_or_against(opinion: Opinion, stage: str) -> None:
    """An opinion that is missing or against holds a candidate back; one that agrees without a date counts as given."""
    assert stage == stage_on("2020-12-10", RECEIVED, opinions=(AGREED[0], opinion))[0]


def test_form_without_opinions() -> None:
    """Where the form has no opinions, who is received is recommended."""
    assert stage_on("2020-12-07", RECEIVED, opinions=()) == ("已推荐", "2020-12-07")


def test_what_a_certified_candidate_keeps() -> None:
    """The standing keeps the days and numbers of every step."""
    expected = Standing(
        stage=Stage.IN_OFFICE,
        since=day("2020-12-25"),
        received_on=day("2020-12-07"),
        proposed_on=day("2020-12-14"),
        publicity_from=day("2020-12-14"),
        publicity_until=day("2020-12-18"),
        certified_on=day("2020-12-25"),
        document_number="示例〔2020〕1号",
        certificate_number="KCLD-2020-B001",
        term_until=day("2022-12-24"),
        paper=True,
        electronic=True,
    )
    assert expected == derive(LIFE, AGREED, day("2021-03-17"))


def test_term_without_end() -> None:
    """A certification without 任期至 stays in office."""
    assert stage_on("9999-12-31", RECEIVED, PROPOSED, event("2020-12-25", "认定")) == ("在任", "2020-12-25")


def test_reinstated_after_the_term() -> None:
    """Who is reinstated when the term has run out is not back in office."""
    revoked, back = event("2021-03-05", "取消资格"), event("2023-02-01", "恢复")
    assert stage_on("2023-01-31", *LIFE, revoked, back) == ("已取消资格", "2021-03-05")
    assert stage_on("2023-02-01", *LIFE, revoked, back) == ("任期届满", "2023-02-01")


def test_renewed_in_office() -> None:
    """续聘 in office moves the end of the term and keeps the document number of the certification."""
    renewed = event("2022-12-01", "续聘", term_until="2024-12-24", document_number="示例〔2022〕9号")
    standing = derive((*LIFE, renewed), AGREED, day("2023-06-01"))
    assert ("在任", day("2020-12-25"), day("2024-12-24"), "示例〔2020〕1号", (renewed,)) == (
        standing.stage,
        standing.since,
        standing.term_until,
        standing.document_number,
        standing.renewals,
    )


def test_renewed_after_the_term() -> None:
    """续聘 after the term begins a new time in office."""
    renewed = event("2023-01-10", "续聘", term_until="2025-01-09")
    assert stage_on("2023-01-09", *LIFE, renewed) == ("任期届满", "2022-12-25")
    assert stage_on("2023-01-10", *LIFE, renewed) == ("在任", "2023-01-10")
    assert stage_on("2025-01-10", *LIFE, renewed) == ("任期届满", "2025-01-10")


@pytest.mark.parametrize("kind", ["更正", "变更"])
def test_published_anew(kind: str) -> None:
    """重新公示 opens a period of its own, in publicity as well as after it; the round stays that of 拟认定."""
    anew = event(
        "2020-12-21", kind, changed_field="职务", old="甲", new="乙", republish=True, publicity_until="2020-12-25"
    )
    standing = derive((RECEIVED, PROPOSED, anew), AGREED, day("2020-12-22"))
    assert ("公示中", day("2020-12-21"), day("2020-12-14"), day("2020-12-21"), day("2020-12-25"), (anew,)) == (
        standing.stage,
        standing.since,
        standing.proposed_on,
        standing.publicity_from,
        standing.publicity_until,
        standing.changes,
    )
    assert stage_on("2020-12-26", RECEIVED, PROPOSED, anew) == ("公示期满", "2020-12-26")


def test_correction_without_a_new_period() -> None:
    """A 更正 that is not published anew, or comes after 认定, leaves period and stage alone."""
    quiet = event("2020-12-16", "更正", changed_field="职务", new="乙", republish=False)
    late = event("2021-01-04", "更正", changed_field="职务", new="丙", republish=True, publicity_until="2021-01-08")
    standing = derive((*LIFE, quiet, late), AGREED, day("2021-01-05"))
    assert ("在任", day("2020-12-18"), (quiet, late)) == (standing.stage, standing.publicity_until, standing.changes)


def test_materials_come_in_parts() -> None:
    """A second 收到 brings what was missing and moves neither the stage nor the day of receipt."""
    first = event("2020-12-07", "收到", paper=False, electronic=True)
    second = event("2020-12-10", "收到", paper=True, electronic=False)
    standing = derive((first, second), AGREED, day("2020-12-10"))
    assert (day("2020-12-07"), day("2020-12-07"), True, True) == (
        standing.since,
        standing.received_on,
        standing.paper,
        standing.electronic,
    )


def test_materials_still_missing() -> None:
    """A second 收到 that does not speak of a copy leaves it as it was."""
    first = event("2020-12-07", "收到", paper=False, electronic=False)
    standing = derive((first, event("2020-12-10", "收到", electronic=True)), AGREED, day("2020-12-10"))
    assert (standing.paper, standing.electronic) == (False, True)


def test_handed_in_anew_after_return() -> None:
    """After 退回补正 the next 收到 is the day of receipt, and only what it brings is there."""
    returned, again = event("2020-12-08", "退回补正"), event("2020-12-10", "收到", paper=True, electronic=False)
    standing = derive((RECEIVED, returned, again), AGREED, day("2020-12-10"))
    assert (day("2020-12-10"), True, False) == (standing.received_on, standing.paper, standing.electronic)


@pytest.mark.parametrize(
    ("events", "stage"),
    [
        ((event("2020-12-10", "收到"), event("2020-12-10", "退回补正")), "退回补正"),
        ((RECEIVED, event("2020-12-10", "收到"), event("2020-12-10", "退回补正")), "已推荐"),
        ((event("2020-12-10", "拟认定", publicity_until="2020-12-16"), event("2020-12-10", "收到")), "公示中"),
        ((RECEIVED, event("2020-12-10", "撤回"), event("2020-12-10", "拟认定")), "已撤回"),
    ],
)
def test_one_day(events: tuple[Event, ...], stage: str) -> None:
    """Events of one day are taken in the order that makes sense, whatever their order in the file."""
    assert [stage, stage] == [stage_on("2020-12-10", *events)[0], stage_on("2020-12-10", *reversed(events))[0]]


def test_changes_of_one_day() -> None:
    """Two 更正 of one day stand in one order, whichever the file names first."""
    changes = [event("2021-01-04", "更正", changed_field=field, new="乙") for field in ("职务", "所在单位")]
    first, second = (
        derive((*LIFE, *(replace(each, index=index) for index, each in enumerate(order, 3))), AGREED, day("2021-01-05"))
        for order in (changes, changes[::-1])
    )
    assert len(first.changes) == 2
    assert first.changes == second.changes


def test_objections() -> None:
    """An objection is open until its 异议处理; others stay open, and the stage does not move."""
    first = event("2020-12-15", "异议", number="1")
    second = event("2020-12-16", "异议", number="2")
    settled = event("2020-12-17", "异议处理", number="1")
    events = (RECEIVED, PROPOSED, first, second, settled)
    expected = (
        Objection("1", day("2020-12-15"), day("2020-12-17")),
        Objection("2", day("2020-12-16"), None),
    )
    assert expected == derive(events, AGREED, day("2020-12-17")).objections
    assert (Objection("1", day("2020-12-15"), None),) == derive(events, AGREED, day("2020-12-15")).objections
    assert stage_on("2020-12-17", *events) == ("公示中", "2020-12-14")


def test_the_objection_that_is_meant_is_settled() -> None:
    """异议处理 settles the objection of its number, though an earlier one is open."""
    both = (event("2020-12-15", "异议", number="1"), event("2020-12-16", "异议", number="2"))
    settled = event("2020-12-17", "异议处理", number="2")
    expected = (Objection("1", day("2020-12-15"), None), Objection("2", day("2020-12-16"), day("2020-12-17")))
    assert expected == derive((RECEIVED, PROPOSED, *both, settled), AGREED, day("2020-12-17")).objections


def test_objection_settled_on_its_day() -> None:
    """An objection and its settlement of one day are one after the other."""
    events = (event("2020-12-15", "异议处理", number="1"), event("2020-12-15", "异议", number="1"), PROPOSED, RECEIVED)
    expected = (Objection("1", day("2020-12-15"), day("2020-12-15")),)
    assert expected == derive(events, AGREED, day("2020-12-15")).objections


def test_withdrawn_after_publication() -> None:
    """Who withdrew in publicity is known by the day of 拟认定, which who withdrew before does not have."""
    withdrawn = event("2020-12-16", "撤回")
    published = derive((RECEIVED, PROPOSED, withdrawn), AGREED, day("2020-12-17"))
    never = derive((RECEIVED, withdrawn), AGREED, day("2020-12-17"))
    assert (day("2020-12-16"), day("2020-12-14"), None) == (published.since, published.proposed_on, never.proposed_on)


def test_records_of_office() -> None:
    """Evaluations and commendations are kept, oldest first."""
    second, first = event("2022-12-20", "年度评估", result="合格"), event("2021-12-20", "年度评估", result="优秀")
    praised = event("2021-12-30", "通报表扬")
    standing = derive((second, praised, first, *LIFE), AGREED, day("2022-12-31"))
    assert ((first, second), (praised,)) == (standing.evaluations, standing.commendations)


def test_misplaced_event_changes_nothing() -> None:
    """An event that may not follow what stands leaves it as it is: nobody is certified without publicity."""
    assert stage_on("2021-01-01", RECEIVED, CERTIFIED) == ("已推荐", "2020-12-07")


def test_period_that_ends_before_it_begins() -> None:
    """A period whose end lies before its beginning is over from its first day."""
    backwards = event("2020-12-14", "拟认定", publicity_until="2020-12-08")
    assert stage_on("2020-12-14", RECEIVED, backwards) == ("公示期满", "2020-12-14")
