"""Where everything stands on a day: exact on the demonstration, and the next change against a count of every day."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pipeline import build, public
from pipeline.cli import tables
from pipeline.cli.grid import PLAIN, Screen
from pipeline.model import Site
from pipeline.public.types import PublicSite
from pipeline.staff.due import evaluations_due
from pipeline.staff.status import ProgrammeStatus, next_change, status
from pipeline.stages import Stage, Standing
from tests import samples
from tests.lives import day, event

ROOT = Path(__file__).parents[2]
TODAY = date(2021, 3, 17)


@cache
def demonstration() -> Site:
    """Return the demonstration's content, read once."""
    return build.check(ROOT, TODAY).site


@pytest.fixture(scope="module")
def site() -> Site:
    """Give the demonstration's content."""
    return demonstration()


def of_day(site: Site, text: str) -> ProgrammeStatus:
    return status(site, day(text)).programmes[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-11-25", {"未收到": 36}),
        ("2020-12-08", {"未收到": 1, "已收到": 3, "已推荐": 31, "已撤回": 1}),
        ("2020-12-16", {"未收到": 1, "已收到": 1, "退回补正": 9, "已撤回": 2, "不予推荐": 1, "公示中": 22}),
        ("2021-03-17", {"未收到": 1, "已收到": 1, "退回补正": 1, "已推荐": 2, "已撤回": 3, "不予推荐": 1, "公示中": 5,
                        "公示期满": 1, "不予认定": 1, "在任": 18, "已取消资格": 1, "已退出": 1}),
        ("2022-12-25", {"未收到": 1, "已收到": 1, "退回补正": 1, "已推荐": 2, "已撤回": 3, "不予推荐": 1,
                        "公示期满": 6, "不予认定": 1, "任期届满": 18, "已取消资格": 1, "已退出": 1}),
    ],
)  # fmt: skip
def test_demonstration_counts(site: Site, text: str, expected: dict[str, int]) -> None:
    """All 36 candidates stand somewhere, in all and by association."""
    found = of_day(site, text)
    assert (dict(found.by_stage), len(found.candidates)) == (expected, 36)
    assert sum(each.total for each in found.by_association) == 36
    sums = {stage: sum(dict(each.by_stage).get(stage, 0) for each in found.by_association) for stage in expected}
    assert sums == expected


def test_demonstration_lacks(site: Site) -> None:
    """Who lacks what before 拟认定, in the order of the form."""
    lacks = {
        each.id: [f"{one.lack}{one.label}" for one in each.missing] for each in of_day(site, "2021-03-17").candidates
    }
    assert {name: found for name, found in lacks.items() if found} == {
        "a-017": ["条件未审核3", "条件未审核4"],
        "a-018": ["条件未审核1", "条件未审核2", "条件未审核3", "条件未审核4"],
        "a-019": ["缺意见科协意见", "缺材料纸质", "缺材料电子",
                  "条件未审核1", "条件未审核2", "条件未审核3", "条件未审核4"],
        "b-014": ["缺意见科协意见", "条件未审核3", "条件未审核5"],
        "b-015": ["条件未审核2", "条件未审核3", "条件未审核5"],
    }  # fmt: skip


def test_demonstration_prefers(site: Site) -> None:
    """Holders of a certificate of the category that the programme prefers are marked."""
    assert [each.id for each in of_day(site, "2021-03-17").candidates if each.priority] == [
        *("b-001", "b-005", "b-006", "b-012"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-10-09", [("2020-12-08", "报送截止", 1)]),
        ("2020-10-08", []),
        ("2020-12-09", []),
        ("2020-12-17", [("2020-12-16", "异议待处理", 1), ("2020-12-17", "异议待处理", 1)]),
        ("2020-12-21", [("2020-12-19", "公示期满待认定", 22)]),
        ("2021-03-17", [("2020-12-19", "公示期满待认定", 1), ("2021-03-16", "异议待处理", 1)]),
        ("2021-10-25", [("2020-12-19", "公示期满待认定", 1), ("2021-03-16", "异议待处理", 1),
                        ("2021-03-20", "公示期满待认定", 5)]),
        ("2021-10-26", [("2020-12-19", "公示期满待认定", 1), ("2021-03-16", "异议待处理", 1),
                        ("2021-03-20", "公示期满待认定", 5), ("2021-12-25", "年度评估", 18)]),
        ("2022-12-24", [("2020-12-19", "公示期满待认定", 1), ("2021-03-16", "异议待处理", 1),
                        ("2021-03-20", "公示期满待认定", 5), ("2021-12-25", "年度评估", 18),
                        ("2022-12-24", "任期届满", 18), ("2022-12-25", "年度评估", 18)]),
    ],
)  # fmt: skip
def test_demonstration_is_due(site: Site, text: str, expected: list[tuple[str, str, int]]) -> None:
    """The deadline, undecided and objected candidates, evaluations and terms within 60 days, and nothing else."""
    found: dict[tuple[str, str], int] = {}
    for each in of_day(site, text).due:
        found[each.on.isoformat(), str(each.task)] = found.get((each.on.isoformat(), str(each.task)), 0) + 1
    assert [(*key, count) for key, count in found.items()] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-12-13", []),
        ("2020-12-14", [("2020-12-18", 4, "2020-12-21")]),
        ("2020-12-18", [("2020-12-18", 0, "2020-12-21")]),
        ("2020-12-19", []),
        ("2021-03-17", [("2021-03-19", 2, "2021-03-22")]),
    ],
)
def test_demonstration_runs(site: Site, text: str, expected: list[tuple[str, int, str]]) -> None:
    """A running round tells the working days that are left after today, and its end if counted the other way."""
    found = [(str(each.until), each.left, str(each.otherwise)) for each in of_day(site, text).running]
    assert found == expected


def test_duplicates_are_told(tmp_path: Path) -> None:
    """The same mobile number in two files is told as the finding that it is."""
    root = samples.write(tmp_path, ("b-001", "13800000002", "13800000001"))
    found = status(build.check(root, TODAY).site, TODAY).programmes[0].duplicates
    assert [(each.code, each.where.line) for each in found] == [("R420", 5)]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((("b-001", ", 负责人: 孙示例, 日期: 2020-12-02", ""),), ["缺负责人单位意见", "缺签署日期单位意见"]),
        ((("b-001", "结论: 同意", "结论: 不同意"),), ["意见为不同意单位意见"]),
        ((("b-001", "日期: 2020-12-02", "日期: 2020-12-20"),), ["缺意见单位意见"]),
        ((("b-001", "职务: 企业服务部部长\n", ""),), ["栏目未填职务"]),
        ((("b-001", "纸质: 是", "纸质: 否"),), ["缺材料纸质"]),
        ((("b-001", ", 电子: 是", ""),), ["缺材料电子"]),
        ((("b-001", "审核: {1: 符合, 2: 符合}", "审核: {1: 不符合}"),), ["条件不符合1", "条件未审核2"]),
        ((), []),
    ],
)
def test_everything_that_can_lack_is_told(
    tmp_path: Path, edits: tuple[tuple[str, str, str], ...], expected: list[str]
) -> None:
    """Field, opinion, its signer and date, copies, conditions: each is told by its label."""
    ticked = ("b-001", "推荐单位:", "审核: {1: 符合, 2: 符合}\n推荐单位:")
    twice = tuple((name, old.replace("意见: 好", "意见: 同意推荐。"), new) for name, old, new in edits)
    root = samples.write(
        tmp_path, ticked, *((name, old, new.replace("意见: 好", "结论: 同意")) for name, old, new in ()), *twice
    )
    found = status(build.check(root, TODAY).site, day("2020-12-10")).programmes[0].candidates[1]
    assert [f"{each.lack}{each.label}" for each in found.missing] == expected


@pytest.mark.parametrize(
    ("evaluated", "until", "expected"),
    [
        ([], "2021-12-24", []),
        ([], "2021-12-25", ["2021-12-25"]),
        ([], "2023-12-31", ["2021-12-25", "2022-12-25"]),
        (["2021-12-20"], "2022-12-25", ["2022-12-25"]),
        (["2022-03-01"], "2022-12-25", ["2022-12-25"]),
        (["2021-12-01", "2021-12-20"], "2022-12-25", ["2022-12-25"]),
        (["2021-12-01", "2022-12-20"], "2022-12-25", []),
    ],
)
def test_each_year_of_a_term_is_evaluated_once(evaluated: list[str], until: str, expected: list[str]) -> None:
    """An evaluation is of the first open year that had begun; two within one year do not stand for two."""
    standing = Standing(
        Stage.IN_OFFICE,
        certified_on=day("2020-12-25"),
        term_until=day("2022-12-24"),
        evaluations=tuple(event(each, "年度评估", result="合格") for each in evaluated),
    )
    assert [str(each) for each in evaluations_due(standing, day(until))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-11-01", ("2020-11-25", ("通知发布",))),
        ("2020-12-08", ("2020-12-09", ("报送截止",))),
        ("2020-12-09", ("2020-12-14", ("拟认定",))),
        ("2020-12-21", ("2020-12-22", ("不予认定",))),
        ("2021-03-17", ("2021-03-18", ("公示倒计时",))),
        ("2021-03-19", ("2021-03-20", ("公示期满",))),
        ("2021-03-20", ("2022-12-25", ("任期届满",))),
    ],
)
def test_next_change_of_the_demonstration(site: Site, text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    """The day and the reason, of the whole site."""
    found = next_change(site, day(text))
    assert found is not None
    assert (str(found[0]), found[1]) == expected


def test_site_that_is_over_changes_no_more(site: Site) -> None:
    """Once every term is over, nothing changes by itself."""
    assert next_change(site, day("2022-12-25")) is None


@cache
def seen(on: date) -> PublicSite:
    """Return what the public sees of the demonstration on a day, whatever it calls that day."""
    return replace(public.project(demonstration(), on)[0], as_of=date.min)


def differs(one: date, other: date) -> bool:
    """Tell whether the public sees more than another day."""
    deadlines = [each.deadline for each in demonstration().programmes if each.deadline]
    return seen(one) != seen(other) or any(one <= each < other for each in deadlines)


@given(st.dates(date(2020, 11, 20), date(2021, 4, 1)))
def test_next_change_is_the_first_of_all_days(start: date) -> None:
    """Counted day by day, nothing changes before the next change, and something does on it."""
    found = next_change(demonstration(), start)
    assert found is not None
    on = found[0]
    days = [start + timedelta(days=number) for number in range(1, min((on - start).days, 40))]
    assert [each for each in days if differs(start, each)] == []
    assert differs(start, on)


def test_tables_fit_and_tell_no_contact(site: Site) -> None:
    """No line is wider than the terminal, and no phone number or address of a candidate stands in any form."""
    found = status(site, TODAY)
    narrow = tables.as_text(found, "zh", Screen(100))
    assert max(cell_len(line) for line in narrow.splitlines()[6:]) <= 100
    every = narrow + tables.as_text(found, "en", PLAIN) + tables.as_json(found, "zh")
    assert re.findall(r"1380000\d{4}|0393-000\d{4}|[a-z]+@example\.com", every) == []
