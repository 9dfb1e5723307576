"""Quotas of associations: who uses them, who is beyond them, and where they are told."""

from datetime import date
from pathlib import Path

import pytest

from pipeline import build, content, rules
from pipeline.diagnostics import Diagnostic
from pipeline.public.quotas import with_quotas
from pipeline.staff.status import status
from tests import samples

AS_OF = date(2021, 3, 17)
FOLDER = "content/programmes/shili/submissions"
PROPOSED = "  - {日期: 2020-12-14, 事项: 拟认定, 公示至: 2020-12-18}\n"
REVIEWED = ("办理:\n", "审核: {1: 符合, 2: 符合}\n办理:\n")


def settings(xian: str, daxue: str = "") -> str:
    return samples.PROGRAMME.replace("文件夹: xian, 类别: [B]", f"文件夹: xian{xian}").replace(
        "文件夹: daxue, 类别: [A]", f"文件夹: daxue, 类别: [A]{daxue}"
    )


def candidate(number: int, received: str = "2020-12-08", *, proposed: bool = False, after: str = "") -> str:
    text = samples.B_001.replace("13800000002", f"1380000010{number}").replace("欧阳例", "欧阳" + "例" * number)
    text = text.replace("2020-12-08", received).replace(*REVIEWED)
    return text + (PROPOSED if proposed else "") + after


def found(root: Path) -> list[tuple[str, str]]:
    site, findings = content.load(root)
    assert findings == ()
    return [(Path(each.where.path).stem, each.code) for each in rules.check(site, AS_OF) if _is_of_quotas(each)]


def _is_of_quotas(each: Diagnostic) -> bool:
    return each.code in ("R417", "R418")


def root_of(folder: Path, programme: str, *candidates: str) -> Path:
    files = {f"{FOLDER}/xian/b-00{number}.yml": text for number, text in enumerate(candidates, 1)}
    return samples.write(folder, **{"content/programmes/shili/programme.yml": programme, **files})


@pytest.mark.parametrize("quota", [", 名额: 2", ", 名额: {B: 2}", ", 名额: {A: 0, B: 2}"])
def test_quota_reached_is_no_finding(tmp_path: Path, quota: str) -> None:
    """As many as the quota may be recommended; who was refused or withdrew, or is not received, uses none of it."""
    refused = candidate(3, after="  - {日期: 2020-12-10, 事项: 不予推荐}\n")
    gone = candidate(4, after="  - {日期: 2020-12-10, 事项: 撤回}\n")
    waiting = candidate(5).partition("办理:\n")[0]
    root = root_of(tmp_path, settings(quota), candidate(1), candidate(2, proposed=True), refused, gone, waiting)
    assert found(root) == []


@pytest.mark.parametrize("quota", [", 名额: 1", ", 名额: {B: 1}"])
def test_who_came_last_is_beyond_the_quota(tmp_path: Path, quota: str) -> None:
    """Who is proposed uses the quota first, then who was received first; who is beyond it and only received, warned."""
    root = root_of(
        tmp_path, settings(quota), candidate(1, "2020-12-07"), candidate(2, "2020-12-08", proposed=True), candidate(3)
    )
    assert found(root) == [("b-001", "R417"), ("b-003", "R417")]


def test_more_proposed_than_the_quota_stops(tmp_path: Path) -> None:
    """拟认定 beyond the quota is an error at the event, which says numbers and the association only."""
    root = root_of(tmp_path, settings(", 名额: {B: 1}"), *(candidate(each, proposed=True) for each in (1, 2)))
    site, _ = content.load(root)
    (finding,) = (each for each in rules.check(site, AS_OF) if _is_of_quotas(each))
    line = (root / FOLDER / "xian" / "b-002.yml").read_text(encoding="utf-8").splitlines()[finding.where.line - 1]
    assert (finding.code, "拟认定" in line) == ("R418", True)
    assert finding.message("zh") == "示例县科协有 1 个B类名额，拟认定了 2 份，这一份超出名额"


def test_other_categories_are_free(tmp_path: Path) -> None:
    """A quota of one category leaves the others free."""
    root = root_of(tmp_path, settings(", 名额: {A: 0}"), candidate(1), candidate(2))
    assert found(root) == []


def test_status_tells_how_much_is_used(tmp_path: Path) -> None:
    """The desk sees for each association how much of its quota is used on the day, by category where it is so."""
    root = root_of(tmp_path, settings(", 名额: {A: 1, B: 3}", ", 名额: 4"), candidate(1), candidate(2, "2020-12-07"))
    judged = build.check(root, AS_OF)
    told = {
        each.association: each.quotas for each in status(judged.site, date(2020, 12, 7)).programmes[0].by_association
    }
    assert told == {"示例大学科协": (("", 1, 4),), "示例县科协": (("A类", 0, 1), ("B类", 1, 3))}


def test_the_notice_prints_the_table_where_it_says_so(tmp_path: Path) -> None:
    """The line of the table becomes a table; what has no number of its own says so."""
    (programme,) = content.load(root_of(tmp_path, settings(", 名额: {A: 1}", ", 名额: 4")))[0].programmes
    assert with_quotas("甲\n\n{推荐名额}\n\n乙 {推荐名额}", programme).split("\n") == [
        "甲",
        "",
        "",
        "| 推荐单位 | A类 | 合计（名） |",
        "| --- | --- | --- |",
        "| 示例大学科协 | 4 | 4 |",
        "| 示例县科协 | 1 | 1 |",
        "",
        "",
        "乙 {推荐名额}",
    ]


def test_a_total_needs_no_column_for_categories(tmp_path: Path) -> None:
    """Where only totals are given, the table has one number a line; who has none is not in it."""
    (programme,) = content.load(root_of(tmp_path, settings(", 名额: 2")))[0].programmes
    assert with_quotas("{推荐名额}", programme).strip().split("\n") == [
        "| 推荐单位 | 名额（名） |",
        "| --- | --- |",
        "| 示例县科协 | 2 |",
    ]
    (free,) = content.load(samples.write(tmp_path / "free"))[0].programmes
    assert with_quotas("{推荐名额}", free) == "{推荐名额}"
