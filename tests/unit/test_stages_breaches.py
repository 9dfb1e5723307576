"""What a candidate's events break: each rule has a life that breaks it, and a clean life breaks none."""

from dataclasses import replace

import pytest

from pipeline.diagnostics import Location, finding
from pipeline.stages import Breach, Event, Opinion, breaches
from tests.lives import AGREED, CERTIFIED, LIFE, PROPOSED, RECEIVED, day, event

OBJECTED = event("2020-12-16", "异议", number="1", channel="电话", named=True, concerns="任职条件")
SETTLED = event("2020-12-18", "异议处理", number="1", result="不成立")
EDIT = {"changed_field": "职务", "old": "甲", "new": "乙"}


def found(*events: Event, opinions: tuple[Opinion, ...] = AGREED) -> list[tuple[str, int | None, str | None]]:
    """Return code, place in the file and detail of each breach of the events, which stand in the file as given."""
    placed = tuple(replace(each, index=index) for index, each in enumerate(events))
    return [(each.code, each.event, each.key) for each in breaches(placed, opinions)]


@pytest.mark.parametrize(
    "events",
    [
        (),
        LIFE,
        LIFE[::-1],
        (*LIFE, OBJECTED, SETTLED),
        (
            *LIFE,
            event("2021-12-20", "年度评估", result="优秀", remark="示例"),
            event("2021-12-30", "通报表扬"),
            event("2022-01-04", "变更", **EDIT),
            event("2022-03-01", "取消资格", reason="示例", document_number="示例〔2022〕2号"),
            event("2022-04-01", "恢复"),
            event("2022-12-01", "续聘", term_until="2024-12-24"),
            event("2023-05-01", "退出"),
        ),
        (
            event("2020-12-01", "收到", paper=False, electronic=True),
            event("2020-12-03", "收到", paper=True),
            event("2020-12-04", "退回补正", reason="示例"),
            RECEIVED,
            PROPOSED,
            event("2020-12-21", "更正", republish=True, publicity_until="2020-12-25", **EDIT),
            event("2020-12-26", "撤回"),
        ),
    ],
)
def test_clean_lives(events: tuple[Event, ...]) -> None:
    """A life that follows the table breaks nothing."""
    assert found(*events) == []


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((PROPOSED,), [("E301", 0, None)]),
        ((RECEIVED, RECEIVED), [("E301", 1, None)]),
        ((RECEIVED, CERTIFIED), [("E301", 1, None)]),
        ((*LIFE, event("2021-01-04", "恢复")), [("E301", 3, None)]),
        ((*LIFE, replace(CERTIFIED, on=day("2021-01-04"))), [("E302", 3, None)]),
        ((RECEIVED, event("2020-12-09", "撤回"), PROPOSED), [("E303", 2, None)]),
        ((RECEIVED, event("2020-12-09", "撤回"), event("2020-12-10", "更正", **EDIT)), [("E303", 2, None)]),
        ((RECEIVED, event("2020-12-09", "不予推荐"), PROPOSED, CERTIFIED), [("E303", 2, None)]),
    ],
)
def test_out_of_turn(events: tuple[Event, ...], expected: list[tuple[str, int, None]]) -> None:
    """An event out of turn is found at its place in the file."""
    assert found(*events) == expected


def test_one_slip_is_one_finding() -> None:
    """A forgotten 收到 is found once, not again at every event that follows."""
    evaluated = event("2021-12-20", "年度评估", result="优秀")
    assert found(PROPOSED, CERTIFIED, evaluated) == [("E301", 0, None)]


def test_one_slip_of_one_day_is_one_finding() -> None:
    """Nor is it found twice where all was written down on one day, in whatever order."""
    certified = replace(CERTIFIED, on=PROPOSED.on)
    assert (found(PROPOSED, certified), found(certified, PROPOSED)) == ([("E301", 0, None)], [("E301", 1, None)])


def test_second_slip_is_found_too() -> None:
    """After an event in its turn, the next one out of turn is a slip of its own."""
    again = replace(CERTIFIED, on=day("2021-01-04"))
    resigned, evaluated = event("2021-02-01", "退出"), event("2021-12-20", "年度评估", result="优秀")
    assert found(*LIFE, again, resigned, evaluated) == [("E302", 3, None), ("E301", 5, None)]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((RECEIVED, event("2020-12-14", "拟认定")), [("E310", 1, "公示至")]),
        ((RECEIVED, PROPOSED, event("2020-12-25", "认定")), [("E310", 2, "文号")]),
        ((*LIFE, event("2021-03-05", "取消资格")), [("E310", 3, "事由"), ("E310", 3, "文号")]),
        ((*LIFE, event("2021-12-20", "年度评估")), [("E310", 3, "结果")]),
        ((*LIFE, event("2022-12-01", "续聘")), [("E310", 3, "任期至")]),
        (
            (RECEIVED, PROPOSED, event("2020-12-15", "异议")),
            [("E310", 2, "编号"), ("E310", 2, "方式"), ("E310", 2, "实名"), ("E310", 2, "涉及")],
        ),
        ((*LIFE, OBJECTED, SETTLED, event("2020-12-19", "异议处理")), [("E310", 5, "编号"), ("E310", 5, "结果")]),
        ((*LIFE, event("2021-01-04", "更正")), [("E310", 3, "栏目"), ("E310", 3, "新")]),
        ((*LIFE, event("2021-01-04", "变更", changed_field="职务", new="乙")), []),
        ((*LIFE, event("2021-01-04", "变更", changed_field="职务", old="甲")), []),
        ((RECEIVED, PROPOSED, event("2020-12-16", "更正", republish=True, **EDIT)), [("E310", 2, "公示至")]),
    ],
)
def test_required_details(events: tuple[Event, ...], expected: list[tuple[str, int, str]]) -> None:
    """A detail that an event must give is found at the event, by the key that is missing."""
    assert found(*events) == expected


def test_other_details() -> None:
    """A detail that belongs to another kind of event is found at its key, also where the event is out of turn."""
    assert found(replace(RECEIVED, document_number="示例〔2020〕1号"), PROPOSED) == [("E311", 0, "文号")]
    assert found(replace(PROPOSED, paper=False)) == [("E301", 0, None), ("E311", 0, "纸质")]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((RECEIVED, replace(PROPOSED, publicity_until=day("2020-12-13"))), [("E320", 1, "公示至")]),
        ((RECEIVED, PROPOSED, replace(CERTIFIED, term_until=day("2020-12-24"))), [("E321", 2, "任期至")]),
        ((RECEIVED, replace(PROPOSED, publicity_until=PROPOSED.on)), []),
        ((RECEIVED, PROPOSED, replace(CERTIFIED, term_until=CERTIFIED.on)), []),
        ((*LIFE, event("2022-12-01", "续聘", term_until="2022-11-30")), [("E321", 3, "任期至")]),
        ((*LIFE, event("2021-01-04", "更正", publicity_until="2021-01-08", **EDIT)), [("E322", 3, "公示至")]),
        (
            (*LIFE, event("2021-01-04", "更正", republish=True, publicity_until="2021-01-08", **EDIT)),
            [("E323", 3, "重新公示")],
        ),
        (
            (RECEIVED, PROPOSED, event("2020-12-16", "变更", republish=True, publicity_until="2020-12-15", **EDIT)),
            [("E320", 2, "公示至")],
        ),
    ],
)
def test_periods_and_terms(events: tuple[Event, ...], expected: list[tuple[str, int, str]]) -> None:
    """A period or term that ends before it begins, or that the event cannot open, is found at its key."""
    assert found(*events) == expected


@pytest.mark.parametrize(
    ("opinion", "expected"),
    [
        (Opinion("科协意见", None, None), [("E330", 1, None)]),
        (Opinion("科协意见", True, day("2020-12-15")), [("E330", 1, None)]),
        (Opinion("科协意见", False, day("2020-12-15")), [("E330", 1, None)]),
        (Opinion("科协意见", False, day("2020-12-04")), [("E331", 1, None)]),
        (Opinion("科协意见", True, day("2020-12-08")), [("E332", None, "科协意见")]),
        (Opinion("科协意见", True, day("2020-12-14")), [("E332", None, "科协意见")]),
        (Opinion("科协意见", True, day("2020-12-07")), []),
        (Opinion("科协意见", True, None), []),
    ],
)
def test_opinions(opinion: Opinion, expected: list[tuple[str, int | None, str | None]]) -> None:
    """An opinion must be there and agree on the day of 拟认定, and should not be later than the form."""
    assert found(RECEIVED, PROPOSED, opinions=(AGREED[0], opinion)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Opinion("单位意见", None, None), AGREED[1], [("E334", None, "科协意见")]),
        (Opinion("单位意见", False, day("2020-12-01")), AGREED[1], [("E335", None, "科协意见")]),
        (Opinion("单位意见", True, day("2020-12-05")), AGREED[1], [("E336", None, "科协意见")]),
        (Opinion("单位意见", True, day("2020-12-04")), AGREED[1], []),
        (Opinion("单位意见", True, None), AGREED[1], []),
        (Opinion("单位意见", False, None), Opinion("科协意见", None, None), []),
    ],
)
def test_opinions_in_turn(first: Opinion, second: Opinion, expected: list[tuple[str, int | None, str | None]]) -> None:
    """An opinion should not come before the one before it on the form, nor where that refuses."""
    assert found(RECEIVED, opinions=(first, second)) == expected


def test_opinion_left_out_in_the_middle() -> None:
    """Of three opinions, the last must wait for the second, though the second has nothing to wait for."""
    opinions = (AGREED[0], Opinion("园区意见", None, None), AGREED[1])
    assert found(RECEIVED, opinions=opinions) == [("E334", None, "科协意见")]


def test_a_missing_opinion_is_told_once() -> None:
    """After 拟认定 the missing opinion is the finding, not the one behind it."""
    assert found(RECEIVED, PROPOSED, opinions=(Opinion("单位意见", None, None), AGREED[1])) == [("E330", 1, None)]


def test_opinion_that_is_given_after_receipt() -> None:
    """What the office or a panel says of a form that it has received is not late."""
    late = Opinion("评审意见", True, day("2020-12-10"), after_receipt=True)
    assert found(RECEIVED, PROPOSED, opinions=(*AGREED, late)) == []


def test_opinion_before_the_form_came_back() -> None:
    """An opinion that was mended after 退回补正 is compared with the last 收到."""
    opinions = (Opinion("科协意见", True, day("2020-12-09")),)
    events = (RECEIVED, event("2020-12-08", "退回补正"), replace(RECEIVED, on=day("2020-12-10")))
    assert found(*events, opinions=opinions) == []


def test_opinion_without_a_form() -> None:
    """As long as nothing was received, no opinion is late."""
    assert found() == []


def test_materials() -> None:
    """What 收到 recorded as missing is found at 拟认定, each copy by itself."""
    nothing = event("2020-12-07", "收到", paper=False, electronic=False)
    assert found(nothing, PROPOSED) == [("E333", 1, None), ("E333", 1, None)]
    assert found(nothing, event("2020-12-08", "收到", paper=True), PROPOSED) == [("E333", 2, None)]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((RECEIVED, PROPOSED, replace(CERTIFIED, on=day("2020-12-18"))), [("E340", 2, None)]),
        ((RECEIVED, PROPOSED, replace(CERTIFIED, on=day("2020-12-19"))), []),
        ((RECEIVED, replace(PROPOSED, publicity_until=None), CERTIFIED), [("E310", 1, "公示至")]),
        ((*LIFE, OBJECTED), [("E341", 2, None)]),
        ((*LIFE, OBJECTED, replace(SETTLED, on=CERTIFIED.on)), []),
        ((*LIFE, OBJECTED, replace(SETTLED, on=day("2020-12-26"))), [("E341", 2, None)]),
        ((*LIFE, OBJECTED, SETTLED, replace(OBJECTED, on=day("2020-12-17"))), [("E342", 5, "编号"), ("E341", 2, None)]),
        ((*LIFE, replace(OBJECTED, on=day("2020-12-21")), replace(SETTLED, on=day("2020-12-22"))), [("E343", 3, None)]),
        ((*LIFE, replace(OBJECTED, on=day("2021-06-01"))), []),
        ((*LIFE, SETTLED), [("E344", 3, "编号")]),
        ((*LIFE, OBJECTED, SETTLED, replace(SETTLED, number="2")), [("E344", 5, "编号")]),
        ((*LIFE, OBJECTED, SETTLED, replace(SETTLED, on=day("2020-12-19"))), [("E344", 5, "编号")]),
        (
            (*LIFE, OBJECTED, replace(SETTLED, on=day("2020-12-15"))),
            [("E344", 4, "编号"), ("E341", 2, None)],
        ),
    ],
)
def test_certification_and_objections(events: tuple[Event, ...], expected: list[tuple[str, int, str | None]]) -> None:
    """认定 waits for the end of the period and for every objection; objections and settlements go in pairs."""
    assert found(*events) == expected


def test_words_of_a_breach() -> None:
    """A breach carries names, days and what may be done instead."""
    expected = Breach(
        code="E301",
        event=0,
        key=None,
        params=(("allowed", "收到"), ("event", "拟认定"), ("stage", "未收到")),
    )
    assert breaches((PROPOSED,), AGREED) == (expected,)


def test_breach_of_the_same_day() -> None:
    """What stands is told as it is after the events before it, those of that day too."""
    back = event("2020-12-07", "恢复")
    (breach,) = breaches((RECEIVED, back), AGREED)
    assert (breach.code, dict(breach.params)["stage"]) == ("E301", "已推荐")


EVERY_BREACH = (
    *breaches((PROPOSED,), AGREED),
    *breaches((replace(RECEIVED, number="1"),), AGREED),
    *breaches((*LIFE, event("2021-01-04", "认定")), AGREED),
    *breaches((RECEIVED, event("2020-12-09", "撤回"), PROPOSED), AGREED),
    *breaches((RECEIVED, replace(PROPOSED, publicity_until=day("2020-12-01"))), AGREED),
    *breaches((*LIFE, event("2022-12-01", "续聘", term_until="2022-11-30")), AGREED),
    *breaches((*LIFE, event("2021-01-04", "更正", publicity_until="2021-01-08")), AGREED),
    *breaches((*LIFE, event("2021-01-04", "更正", republish=True)), AGREED),
    *breaches((event("2020-12-07", "收到", paper=False), PROPOSED), (Opinion("科协意见", None, None),)),
    *breaches((RECEIVED, PROPOSED), (Opinion("科协意见", False, None),)),
    *breaches((RECEIVED, PROPOSED), (Opinion("科协意见", True, day("2020-12-09")),)),
    *breaches((RECEIVED, PROPOSED, OBJECTED, OBJECTED, replace(CERTIFIED, on=day("2020-12-17"))), AGREED),
    *breaches((RECEIVED, PROPOSED, replace(OBJECTED, on=day("2020-12-21"))), AGREED),
    *breaches((RECEIVED, PROPOSED, SETTLED), AGREED),
    *breaches((), (Opinion("单位意见", None, None), AGREED[1])),
    *breaches((), (Opinion("单位意见", False, None), AGREED[1])),
    *breaches((), (Opinion("单位意见", True, day("2020-12-30")), AGREED[1])),
)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("breach", EVERY_BREACH, ids=lambda breach: breach.code)
def test_words_are_complete(breach: Breach, lang: str) -> None:
    """The words of every breach find all their parameters."""
    diagnostic = finding(breach.code, Location("a.yml"), **dict(breach.params))
    assert "{" not in diagnostic.message(lang) + diagnostic.hint(lang)


def test_every_code_was_tried() -> None:
    """The lives above break every rule of the room."""
    expected = {"E301", "E302", "E303", "E310", "E311", "E320", "E321", "E322", "E323"}
    expected |= {"E330", "E331", "E332", "E333", "E334", "E335", "E336", "E340", "E341", "E342", "E343", "E344"}
    assert {breach.code for breach in EVERY_BREACH} == expected
