"""Scores: what sheets come to, who stands where, what keeps somebody from 拟认定, and that nobody outside sees them."""

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline import build, content, rules
from pipeline.cli import tables
from pipeline.cli.grid import PLAIN
from pipeline.criteria import Averaging, ScoreSheet, Scoring, score, written
from pipeline.model import Programme, Submission
from pipeline.rules.scores import ranks, score_on
from pipeline.staff import exports
from pipeline.staff.status import status
from tests import models, samples

DAY = date(2021, 6, 16)
ASKED = ("programme", "公示: {", "评分: {项目: [{名称: 条件, 满分: 40}, {名称: 成效, 满分: 60}], 合格分: 70}\n公示: {")
GOOD = "{日期: 2020-12-09, 评委: 闻示例, 得分: {条件: 35, 成效: 50}}"

TWICE = ["R477", "R480"]
Edits = tuple[tuple[str, str, str], ...]


def _sheets(*sheets: str, of: str = "a-001") -> tuple[str, str, str]:
    return of, "办理:\n", "评分:\n" + "".join(f"  - {each}\n" for each in sheets) + "办理:\n"


def _found(root: Path, *edits: tuple[str, str, str]) -> list[str]:
    site, findings = content.load(samples.write(root, *edits))
    return sorted(each.code for each in (*findings, *rules.check(site, DAY)))


def _sheet(total: str, on: date = DAY) -> ScoreSheet:
    return ScoreSheet(on, total=Decimal(total))


@pytest.mark.parametrize(
    ("averaging", "totals", "expected"),
    [
        (Averaging.MEAN, ("80", "85", "86"), "83.67"),
        (Averaging.MEAN, ("80", "80.01"), "80.01"),
        (Averaging.TRIMMED, ("60", "80", "86", "100"), "83"),
        (Averaging.TRIMMED, ("60", "80"), "70"),
        (Averaging.MEAN, (), ""),
    ],
)
def test_sheets_come_to_a_score(averaging: Averaging, totals: tuple[str, ...], expected: str) -> None:
    """The mean is rounded half up to hundredths; best and worst are left out only where three or more are there."""
    rule = Scoring(Decimal(100), averaging=averaging)
    assert written(score(rule, [_sheet(each) for each in totals], DAY)) == expected


def test_items_are_added_up_and_later_sheets_wait() -> None:
    """A sheet by items comes to their sum; one of a later day is not there yet."""
    rule = Scoring(Decimal(100))
    by_items = ScoreSheet(date(2021, 1, 1), points=(("甲", Decimal("30.5")), ("乙", Decimal(50))))
    assert score(rule, [by_items, _sheet("20", date(2021, 1, 2))], date(2021, 1, 1)) == Decimal("80.50")


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((ASKED, _sheets(GOOD)), []),
        ((_sheets(GOOD),), ["R470"]),
        ((ASKED, _sheets(GOOD.replace("条件", "工作条件"))), ["R471", "R472"]),
        ((ASKED, _sheets(GOOD.replace(", 成效: 50", "").replace("35", "40"))), ["R472", "R477"]),
        ((ASKED, _sheets(GOOD.replace("35", "41"))), ["R473"]),
        ((ASKED, _sheets("{日期: 2020-12-09, 得分: 101}")), ["R473"]),
        ((ASKED, _sheets(GOOD, GOOD)), ["R474"]),
        ((ASKED, _sheets(GOOD, GOOD.replace("12-09", "12-15").replace("闻", "贺"))), ["R475"]),
        ((ASKED,), ["R476"]),
        ((ASKED, _sheets(GOOD.replace("12-09", "12-15"))), ["R475", "R476"]),
        ((ASKED, _sheets("{日期: 2020-12-09, 得分: 69.99}")), ["R477"]),
        ((ASKED, _sheets("{日期: 2020-12-09, 得分: 70}")), []),
        ((("programme", "公示: {", "评分: {合格分: 101}\n公示: {"), _sheets(GOOD)), ["R471", "R471", "R477", "R479"]),
        ((("programme", "公示: {", ASKED[2].replace("成效", "条件")), _sheets(GOOD.replace(", 成效: 50", ""))), TWICE),
        ((("programme", "排序: 按姓氏笔画", "排序: 按得分"),), ["R481"]),
        ((("programme", "公示: [姓名, 类别", "公示: [得分, 类别"),), ["R440"]),
    ],
)
def test_faults_of_scores_are_found(
    edits: tuple[tuple[str, str, str], ...], expected: list[str], tmp_path: Path
) -> None:
    """A score that is not asked for, incomplete, too high, doubled, late, missing or too low is told."""
    assert _found(tmp_path, *edits) == expected


def test_no_finding_tells_a_score(tmp_path: Path) -> None:
    """Logs are public: a finding on scores names marks of the settings only."""
    root = samples.write(tmp_path, ASKED, _sheets("{日期: 2020-12-09, 评委: 闻示例, 得分: 68.37}"))
    told = [each.message("zh") + each.hint("zh") for each in rules.check(content.load(root)[0], DAY)]
    assert [each for each in told if "68" in each or "闻示例" in each] == []


def test_places_go_to_the_best(tmp_path: Path) -> None:
    """Who is proposed though as many as there are places have better scores is worth a warning."""
    few = (ASKED[0], ASKED[1], ASKED[2].replace("合格分: 70", "名额: 1"))
    better = GOOD.replace("35", "40")
    assert _found(tmp_path / "1", few, _sheets(GOOD), _sheets(better, of="b-001")) == ["R478"]
    assert _found(tmp_path / "2", few, _sheets(better), _sheets(GOOD, of="b-001")) == []


def _danwei() -> tuple[Programme, tuple[Submission, ...]]:
    programme = build.check(models.golden("danwei"), DAY).site.programmes[0]
    return programme, programme.submissions


def test_rank_goes_by_score_and_equals_share_it() -> None:
    """The best is first; whose score is not there has no rank; after 拟认定 a score stays."""
    programme, candidates = _danwei()
    placed = ranks(programme, DAY)
    assert sorted(placed, key=lambda each: placed[each])[:3] == ["jd-001", "jd-002", "jd-005"]
    assert "jd-007" not in placed
    assert score_on(programme, candidates[0], date(2021, 5, 5)) is None


def test_desk_and_register_go_by_rank() -> None:
    """Status and register list the best first, with score and rank; missing scores and low ones are told."""
    judged = build.check(models.golden("danwei"), DAY)
    told = tables.as_text(status(judged.site, DAY), "zh", PLAIN)
    lines = [line.split()[0] for line in told.splitlines() if line.startswith("jd-")]
    assert lines == ["jd-001", "jd-002", "jd-005", "jd-003", "jd-004", "jd-006", "jd-008", "jd-007"]
    assert "尚未评分" in told
    assert "得分低于合格分" in told
    assert "缺申报材料：科普活动情况、开放和安全制度文本" in told
    programme = judged.site.programmes[0]
    document, _ = exports.register(programme, programme.submissions, DAY, "csv")
    rows = list(csv.DictReader(io.StringIO(document.data.decode("utf-8-sig"))))
    assert [(row["编号"], row["得分"], row["名次"]) for row in rows[:2]] == [
        ("jd-001", "93.33", "1"),
        ("jd-002", "88.5", "2"),
    ]
    assert rows[-1]["得分"] == ""


def _site(root: Path) -> str:
    """Return all text of the site, which was scanned before it was published."""
    result = build.build(root, root / "output", today=DAY)
    assert result.published is not None, result.findings
    texts = [each for each in (root / "output" / "site").rglob("*") if each.suffix in (".html", ".json", ".csv")]
    return "\n".join(each.read_text(encoding="utf-8-sig") for each in texts)


def test_scores_are_private_unless_shown(tmp_path: Path) -> None:
    """No page tells a score or a judge; where 公开 says 得分, lists have a column for it, and judges stay private."""
    edits = (ASKED, _sheets("{日期: 2020-12-09, 评委: 闻示例, 得分: 88.37}"))
    hidden = _site(samples.write(tmp_path / "hidden", *edits))
    assert ("88.37" in hidden, "闻示例" in hidden) == (False, False)
    open_ = ("programme", "公示: [姓名, 类别", "公示: [姓名, 得分, 类别")
    order = ("programme", "排序: 按姓氏笔画", "排序: 按得分")
    shown = _site(samples.write(tmp_path / "shown", *edits, open_, order))
    assert ("88.37" in shown, "闻示例" in shown, "按得分由高到低排列" in shown) == (True, False, True)
