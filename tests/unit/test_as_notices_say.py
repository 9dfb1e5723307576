"""What notices ask for: an hour, copies, a word to count by, an opinion that not everybody has, a form's short name."""

import re
from datetime import date
from pathlib import Path

import pytest

from pipeline import build, content, rules, terms
from pipeline.staff.missing import Lack, Missing, missing
from pipeline.stages import Stage, derive
from tests import samples
from tests.unit.html_reader import text_of

DAY = date(2021, 1, 15)
HOUR = ("programme", "截止: 2020-12-08", "截止: 2020-12-08 17:00")
COPIES = ("programme", "材料: [纸质, 电子]", "材料: {纸质: 3, 电子: 1}")
DECLARED = ("form", "title: 示例联络员推荐表", "title: 示例联络员申报书")
SUPERIOR = '  主管意见: {$ref: "gongshi:kinds#/意见"%s}\n  园区管理经验年限:'
ROW = ("form", "格: [[单位意见, 3]]}", "格: [[单位意见, 3]]}\n    - {高: 35mm, 格: [[主管意见, 3]]}")
REFUSED = ("b-001", "推荐单位:", "主管意见: {结论: 不同意, 负责人: 孙示例, 日期: 2020-12-03}\n推荐单位:")


def _superior(more: str) -> tuple[str, str, str]:
    return "form", "  园区管理经验年限:", SUPERIOR % more


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((HOUR,), "推荐截止时间：2020年12月8日17:00（已截止）"),
        ((HOUR, DECLARED), "申报截止时间：2020年12月8日17:00（已截止）"),
        ((DECLARED,), "申报截止日期：2020年12月8日（已截止）"),
        ((COPIES,), "报送材料：纸质一式三份、电子一份"),
    ],
)
def test_form_page_says_what_the_notice_says(
    edits: tuple[tuple[str, str, str], ...], expected: str, tmp_path: Path
) -> None:
    """The hour, the copies, and 申报 where the form is one of 申报."""
    result = build.build(samples.write(tmp_path / "root", *edits), tmp_path / "output", today=DAY)
    assert result.published is not None, result.findings
    page = (tmp_path / "output" / "site" / "shili" / "form" / "index.html").read_text("utf-8")
    assert expected in text_of(page)


def test_lateness_goes_by_the_day(tmp_path: Path) -> None:
    """Who was received on the last day is not late, whatever the hour; the day after is."""
    late = ("b-001", "日期: 2020-12-08, 事项: 收到", "日期: 2020-12-09, 事项: 收到")
    for edits, expected in (((HOUR,), []), ((HOUR, late), ["E356"])):
        site, findings = content.load(samples.write(tmp_path, *edits))
        assert [each.code for each in (*findings, *rules.check(site, DAY))] == expected


@pytest.mark.parametrize(
    ("written", "code"), [("截止: 2020-12-08 25:00", "S219"), ("截止: 12月8日", "S219"), ("截止: 2020-12-8", "S219")]
)
def test_an_hour_that_is_none_is_found(written: str, code: str, tmp_path: Path) -> None:
    """A deadline is a day, or a day with an hour."""
    _, findings = content.load(samples.write(tmp_path, (*HOUR[:2], written)))
    assert [each.code for each in findings] == [code]


@pytest.mark.parametrize("written", ["{纸质: 0}", "{纸质: 三}", "{光盘: 1}"])
def test_copies_are_numbers_of_what_is_known(written: str, tmp_path: Path) -> None:
    """No copies, a numeral in words and another material are findings."""
    site, findings = content.load(samples.write(tmp_path, (*COPIES[:2], f"材料: {written}")))
    assert len(findings) == 1
    assert findings[0].code.startswith("S")
    assert site.programmes == ()


def test_staff_are_told_how_many_copies_are_missing(tmp_path: Path) -> None:
    """What is missing is called as the notice calls it."""
    received = ("b-001", "事项: 收到, 纸质: 是, 电子: 是", "事项: 收到, 纸质: 否, 电子: 是")
    (programme,) = content.load(samples.write(tmp_path, COPIES, received))[0].programmes
    candidate = next(each for each in programme.submissions if each.id == "b-001")
    lacks = missing(programme, candidate, derive(candidate.events, candidate.opinions, DAY), DAY)
    assert Missing(Lack.COPY, "纸质一式三份") in lacks


def test_an_office_counts_in_its_own_way(tmp_path: Path) -> None:
    """量词 stands where 名, 家 or 个 would."""
    counted = ("programme", "角色:", "用词: {量词: 支}\n角色:")
    (programme,) = content.load(samples.write(tmp_path, counted))[0].programmes
    assert terms.of_programme(programme).measure == "支"


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((ROW, _superior("")), Stage.RECEIVED),
        ((ROW, _superior(", x-absent: true")), Stage.RECOMMENDED),
        ((ROW, _superior(", x-absent: true"), REFUSED), Stage.RECEIVED),
    ],
)
def test_an_opinion_may_be_absent(edits: tuple[tuple[str, str, str], ...], expected: Stage, tmp_path: Path) -> None:
    """One that not everybody has is not waited for; once it is given, it must agree."""
    (programme,) = content.load(samples.write(tmp_path, *edits))[0].programmes
    candidate = next(each for each in programme.submissions if each.id == "b-001")
    assert derive(candidate.events, candidate.opinions, DAY).stage is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [("《推荐表》", []), ("《联络员推荐表》", []), ("《申报表》", ["R456"]), ("《员工推荐表》", ["R456"])],
)
def test_a_notice_may_call_the_form_by_its_end(said: str, expected: list[str], tmp_path: Path) -> None:
    """《推荐表》 is the form; what its title does not end with is worth a look."""
    site, _ = content.load(samples.write(tmp_path, ("notice", "《示例联络员推荐表》", said)))
    assert [each.code for each in rules.check(site, DAY)] == expected


def test_lists_of_an_award_have_no_empty_columns(tmp_path: Path) -> None:
    """Without certificates and a term a roster says the day of 认定, and the notice's list says names only."""
    rule = ("programme", "任期: {月数: 24}\n证书编号: SL-{年}-{类别}{流水:03}\n", "")
    certified = ("a-001", ", 证书编号: SL-2020-A001, 任期至: 2022-12-24", "")
    result = build.build(samples.write(tmp_path / "root", rule, certified), tmp_path / "output", today=DAY)
    assert result.published is not None, result.findings
    site = tmp_path / "output" / "site"
    heads = {
        path: re.findall(r'<th scope="col"[^>]*>([^<]*)', (site / path / "index.html").read_text("utf-8"))
        for path in ("shili/roster", "roster", "shili/certification/2020-12-25")
    }
    names = ["序号", "姓名", "类别", "所在单位", "职务"]
    assert heads == {
        "shili/roster": [*names, "认定日期", "状态"],
        "roster": [*names, "认定日期", "状态"],
        "shili/certification/2020-12-25": names,
    }
