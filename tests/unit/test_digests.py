"""What was handed in or published changes only by an event that says so."""

from datetime import date
from pathlib import Path

import pytest

from pipeline import build, content, history
from pipeline.rules.digests import digested_fields
from pipeline.stages import EventKind
from tests import samples

Edit = tuple[str, str, str]
TODAY = date(2021, 3, 17)
KINDS = (EventKind.RECEIVED, EventKind.PROPOSED, EventKind.CERTIFIED)
LINES = {
    EventKind.RECEIVED: "事项: 收到, 纸质: 是, 电子: 是",
    EventKind.PROPOSED: "事项: 拟认定, 公示至: 2020-12-18",
    EventKind.CERTIFIED: "任期至: 2022-12-24",
}


def digested(root: Path) -> tuple[Edit, ...]:
    """Return the edits that give every event of a-001 its digest of the sample as it is."""
    site, _ = content.load(samples.write(root))
    programme = site.programmes[0]
    candidate = programme.submissions[0]
    digests = {
        event.kind: history.digest(candidate, digested_fields(programme, event.kind), event.on)
        for event in candidate.events
    }
    return tuple(("a-001", LINES[kind], f"{LINES[kind]}, 摘要: {digests[kind]}") for kind in KINDS)


def codes(root: Path, *edits: Edit) -> list[tuple[str, int]]:
    findings = build.check(samples.write(root, *digested(root), *edits), TODAY).findings
    return [(each.code, each.where.line) for each in findings]


def event(text: str) -> Edit:
    return ("a-001", "  - {日期: 2020-12-25", f"  - {text}\n  - {{日期: 2020-12-25")


UNIT = ("a-001", "所在单位: 示例大学", "所在单位: 示例学院")
POST = ("a-001", "职务: 科研处副处长", "职务: 科研处处长")
PHONE = ("a-001", "13800000001", "13800000009")


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((), []),
        ((UNIT,), [("E371", 14), ("E370", 15), ("E370", 16)]),
        ((POST,), [("E371", 14), ("E370", 16)]),
        ((PHONE,), [("E371", 14)]),
        ((("a-001", "审核: {1: 符合}", "审核: {'1': 符合}"),), []),
        ((("a-001", "推荐单位:", "园区管理经验年限: 5\n推荐单位:"),), []),
        ((("a-001", "意见: 同意推荐。", "意见: 同意推荐！"),), []),
        ((UNIT, event("{日期: 2021-01-08, 事项: 更正, 栏目: 所在单位, 原: 示例大学, 新: 示例学院}")), []),
        ((UNIT, event("{日期: 2021-01-08, 事项: 变更, 栏目: 所在单位, 原: 示例大学, 新: 示例学院}")), []),
        ((UNIT, event("{日期: 2020-12-14, 事项: 更正, 栏目: 所在单位, 原: 示例大学, 新: 示例学院}")), [("E370", 17)]),
        ((UNIT, event("{日期: 2021-01-08, 事项: 更正, 栏目: 所在单位, 原: 示例园, 新: 示例学院}")),
         [("E371", 14), ("E370", 15), ("E370", 17)]),
    ],
)  # fmt: skip
def test_changed_value_needs_an_event(tmp_path: Path, edits: tuple[Edit, ...], expected: list[tuple[str, int]]) -> None:
    """A published value is an error, one that was only handed in a warning, and 更正 or 变更 explains both."""
    assert codes(tmp_path, *edits) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{日期: 2020-12-10, 事项: 退回补正}\n  - {日期: 2020-12-11, 事项: 收到, 纸质: 是, 电子: 是}", []),
        ("{日期: 2020-12-10, 事项: 异议处理, 编号: 1, 结果: 无}", ["E371"]),
    ],
)
def test_handed_in_anew_after_return(tmp_path: Path, line: str, expected: list[str]) -> None:
    """退回补正 and a new 收到 let the values that were handed in change."""
    edits = [each for each in digested(tmp_path) if "收到" in each[1]]
    samples.write(tmp_path, *edits, PHONE, ("a-001", "  - {日期: 2020-12-14", f"  - {line}\n  - {{日期: 2020-12-14"))
    findings = build.check(tmp_path, TODAY).findings
    assert [each.code for each in findings if each.code.startswith("E37")] == expected


def test_nobody_holds_a_file_to_what_no_list_shows(tmp_path: Path) -> None:
    """Of a candidate who withdrew the values may go."""
    gone = ("a-001", "  - {日期: 2020-12-25", "  - {日期: 2020-12-20, 事项: 撤回}\n#  - {日期: 2020-12-25")
    edits = [each for each in digested(tmp_path) if "任期至" not in each[1]]
    samples.write(tmp_path, *edits, UNIT, gone)
    assert build.check(tmp_path, TODAY).findings == ()


def test_finding_never_tells_the_value(tmp_path: Path) -> None:
    """The words name the event, the day and what to do; no value stands in them."""
    samples.write(tmp_path, *digested(tmp_path), UNIT, PHONE)
    words = "".join(each.message() + each.hint() for each in build.check(tmp_path, TODAY).findings)
    assert [part in words for part in ("示例学院", "示例大学", "13800000009", "13800000001")] == [False] * 4


def test_number_reads_the_same_as_its_text(tmp_path: Path) -> None:
    """原 is text, the field a number: the digest of the day before the change is the same."""
    root = samples.write(tmp_path)
    before = content.load(root)[0].programmes[0].submissions[1]
    change = "{日期: 2020-12-20, 事项: 更正, 栏目: 园区管理经验年限, 原: 5, 新: 6}"
    edits = (
        ("b-001", "园区管理经验年限: 5", "园区管理经验年限: 6"),
        ("b-001", "电子: 是}", f"电子: 是}}\n  - {change}"),
    )
    after = content.load(samples.write(root, *edits))[0].programmes[0].submissions[1]
    day = date(2020, 12, 8)
    assert history.digest(after, ["园区管理经验年限"], day) == history.digest(before, ["园区管理经验年限"], day)
