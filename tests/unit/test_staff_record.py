"""What `record` would write: details that are counted, values that are rewritten, and what speaks against it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from pipeline import build, difference, public
from pipeline.diagnostics import stops
from pipeline.difference import Became, Change, Subject
from pipeline.model import Programme, Site
from pipeline.staff import choosing, numbers, writing
from pipeline.staff.record import Order, Plan, plan
from pipeline.stages import EventKind
from tests import samples

Edit = tuple[str, str, str]
Told = tuple[str, str, dict[str, str]]
TODAY = date(2023, 6, 1)
TICKED = ("b-001", "推荐单位:", "审核: {1: 符合, 2: 符合}\n推荐单位:")
PROPOSED = ("b-001", "电子: 是}", "电子: 是}\n  - {日期: 2020-12-28, 事项: 拟认定, 公示至: 2021-01-04}")
FOLDER = f"{samples.PROGRAMMES}/submissions"


def planned(root: Path, kind: str, on: str, ids: Iterable[str] = ("b-001",), **details: str) -> Plan:
    judged = build.check(root, TODAY)
    programme = judged.site.programmes[0]
    candidates, unknown = choosing.chosen(programme, ids)
    assert unknown == ()
    return plan(judged, programme, candidates, Order(EventKind(kind), date.fromisoformat(on), details))


def line(made: Plan, name: str = "b-001") -> dict[str, str]:
    """Return the new item without its day, kind and digest."""
    return {key: text for key, text in made.lines[name].items() if key not in ("日期", "事项", "摘要")}


@pytest.mark.parametrize(
    ("edits", "order", "expected"),
    [
        ((TICKED,), ("拟认定", "2020-12-14", {}), {"公示至": "2020-12-18"}),
        ((TICKED,), ("拟认定", "2020-12-28", {}), {"公示至": "2021-01-04"}),
        ((TICKED,), ("拟认定", "2020-12-28", {"publicity_until": "2021-01-04"}), {"公示至": "2021-01-04"}),
        ((TICKED, PROPOSED), ("认定", "2021-01-08", {"document_number": "示例〔2021〕1号"}),
         {"文号": "示例〔2021〕1号", "证书编号": "SL-2021-B001", "任期至": "2023-01-07"}),
        ((TICKED, PROPOSED),
         ("更正", "2020-12-29", {"changed_field": "所在单位", "new": "示例产业园", "republish": "是"}),
         {"公示至": "2021-01-05", "栏目": "所在单位", "原": "示例科技园", "新": "示例产业园", "重新公示": "是"}),
        ((), ("退回补正", "2020-12-10", {"reason": "缺意见"}), {"事由": "缺意见"}),
        ((("b-001", "电子: 是", "电子: 否"),), ("收到", "2020-12-08", {}), {"纸质": "是", "电子": "是"}),
    ],
)  # fmt: skip
def test_details_are_counted(tmp_path: Path, edits: tuple[Edit, ...], order: Told, expected: dict[str, str]) -> None:
    """公示至, 任期至 and certificate numbers are counted; what staff told stands as told; no rule speaks against it."""
    kind, on, details = order
    made = planned(samples.write(tmp_path, *edits), kind, on, **details)
    assert (line(made), made.findings) == (expected, ())


def test_renewal_goes_on_from_the_old_term(tmp_path: Path) -> None:
    """A 续聘 before the end begins the day after it; one after the end begins on its own day."""
    root = samples.write(tmp_path)
    ends = [line(planned(root, "续聘", on, ["a-001"]), "a-001") for on in ("2022-12-01", "2023-02-01")]
    assert ends == [{"任期至": "2024-12-24"}, {"任期至": "2025-01-31"}]


def test_round_of_a_day_shares_its_written_end(tmp_path: Path) -> None:
    """Who joins a round of the day takes its end as it stands."""
    root = samples.write(tmp_path, TICKED, ("a-001", "公示至: 2020-12-18", "公示至: 2020-12-21"))
    assert line(planned(root, "拟认定", "2020-12-14")) == {"公示至": "2020-12-21"}


def test_unknown_year_asks_for_the_end(tmp_path: Path) -> None:
    """Where the holidays are not known, the end is to be told; told, it is taken."""
    root = samples.write(tmp_path, TICKED)
    assert [each.code for each in planned(root, "拟认定", "2039-12-14").findings] == ["X929"]
    told = planned(root, "拟认定", "2039-12-14", publicity_until="2039-12-20")
    assert line(told) == {"公示至": "2039-12-20"}
    assert not stops(told.findings)


@pytest.mark.parametrize(
    ("edits", "order", "codes"),
    [
        ((), ("拟认定", "2020-12-14", {}), ["R415"]),
        ((TICKED,), ("认定", "2021-01-08", {"document_number": "示例〔2021〕1号"}), ["E301"]),
        ((TICKED, PROPOSED), ("认定", "2021-01-04", {"document_number": "示例〔2021〕1号"}), ["E340"]),
        ((TICKED, PROPOSED), ("认定", "2021-01-08", {"document_number": "示例〔2020〕1号"}), ["E359"]),
        ((TICKED,), ("拟认定", "2020-12-13", {}), ["E353"]),
        ((), ("变更", "2020-12-13", {"changed_field": "籍贯", "new": "示例县"}), ["E361"]),
        ((), ("变更", "2020-12-13", {"changed_field": "单位意见", "new": "好"}), ["X927"]),
        ((), ("变更", "2020-12-13", {"changed_field": "职务", "new": "企业服务部部长"}), ["X928"]),
        ((), ("变更", "2020-12-13", {"changed_field": "职务"}), ["X928"]),
        ((), ("变更", "2020-12-13", {"changed_field": "职务", "old": "主任", "new": "主管"}), ["X928"]),
        ((), ("更正", "2020-12-13", {"changed_field": "手机号", "new": "1380"}), ["S203"]),
        ((("b-001", "职务: ", "姓名: 某例\n职务: "),), ("退回补正", "2020-12-13", {}), ["X926"]),
        ((("b-001", "日期: 2020-12-08", "日期: 2020-13-08"),), ("退回补正", "2020-12-13", {}), ["X926"]),
        ((("b-001", "办理:\n  - {日期", "办理: [\n    {日期"), ("b-001", "电子: 是}\n", "电子: 是}]\n")),
         ("退回补正", "2020-12-13", {}), ["X920"]),
    ],
)  # fmt: skip
def test_what_speaks_against_it_is_found(
    tmp_path: Path, edits: tuple[Edit, ...], order: Told, codes: list[str]
) -> None:
    """Errors and warnings that the events would bring come up before anything is written."""
    kind, on, details = order
    made = planned(samples.write(tmp_path, *edits), kind, on, **details)
    assert [each.code for each in made.findings] == codes


def test_what_was_wrong_before_is_not_held_against_it(tmp_path: Path) -> None:
    """Findings that stand already, here and in other files, are passed by, even where lines move."""
    old = ("b-001", "类别: B", "办理:\n  - {日期: 2020-12-09, 事项: 收到, 纸质: 是, 电子: 是}\n类别: B")
    moved = ("b-001", "办理:\n  - {日期: 2020-12-08, 事项: 收到, 纸质: 是, 电子: 是}\n", "")
    same = ("b-001", "13800000002", "13800000001")
    root = samples.write(tmp_path, moved, old, same, ("a-001", "邮箱: wang@", "邮箱: wang"))
    assert sorted(each.code for each in build.check(root, TODAY).findings) == ["E356", "R420", "S205"]
    assert planned(root, "退回补正", "2020-12-13").findings == ()


@pytest.mark.parametrize(
    ("before", "details", "text", "line_says"),
    [
        ("职务: 企业服务部部长", {"new": "主任"}, "职务: 主任", {"原": "企业服务部部长", "新": "主任"}),
        ("职务: 企业服务部部长  # 兼", {"new": "主任"}, "职务: 主任  # 兼", {"原": "企业服务部部长", "新": "主任"}),
        ("职务: 主任", {"old": "部长"}, "职务: 主任", {"原": "部长", "新": "主任"}),
        ("职务: 主任", {"old": "部长", "new": "主任"}, "职务: 主任", {"原": "部长", "新": "主任"}),
    ],
)
def test_changed_value_stands_in_field_and_event(
    tmp_path: Path, before: str, details: dict[str, str], text: str, line_says: dict[str, str]
) -> None:
    """变更 writes the new value into the field and both into the event; by hand before it, it needs the old one."""
    root = samples.write(tmp_path, ("b-001", "职务: 企业服务部部长", before))
    made = planned(root, "变更", "2020-12-20", changed_field="职务", **details)
    edit = made.edits[samples.SHORT["b-001"]]
    assert (made.findings, line(made)) == ((), {"栏目": "职务", **line_says})
    assert edit.new == edit.old.replace(before, text) + (
        f"  - {{日期: 2020-12-20, 事项: 变更, 栏目: 职务, 原: {line_says['原']}, 新: {line_says['新']}}}\n"
    )


def test_new_value_is_written_as_it_is_read(tmp_path: Path) -> None:
    """What reading tidies, the event says tidied, so that it agrees with the file; a number may change too."""
    root = samples.write(tmp_path)
    made = planned(root, "更正", "2020-12-20", changed_field="手机号", new="138 0000 0009")
    assert (made.findings, line(made)["新"]) == ((), "13800000009")
    made = planned(root, "更正", "2020-12-20", changed_field="园区管理经验年限", new="6")
    assert (made.findings, line(made)["原"], line(made)["新"]) == ((), "5", "6")


def test_empty_field_can_be_filled(tmp_path: Path) -> None:
    """A field that the file does not have gets a line; 原 is then not written."""
    made = planned(samples.write(tmp_path), "变更", "2020-12-20", changed_field="资格证书", old="", new="技术经纪人")
    assert line(made) == {"栏目": "资格证书", "新": "技术经纪人"}
    assert made.findings == ()


def test_later_change_of_the_field_is_left_to_hand(tmp_path: Path) -> None:
    """What the file says belongs to the last change of a field; an earlier one cannot rewrite it."""
    later = "电子: 是}\n  - {日期: 2020-12-20, 事项: 变更, 栏目: 职务, 原: 主任, 新: 企业服务部部长}"
    root = samples.write(tmp_path, ("b-001", "电子: 是}", later))
    made = planned(root, "变更", "2020-12-10", changed_field="职务", new="主管")
    assert [each.code for each in made.findings] == ["X927"]


def test_comments_and_line_ends_stay(tmp_path: Path) -> None:
    """A file with comments and Windows line ends gets one line with its own line end, and nothing else changes."""
    root = samples.write(tmp_path, TICKED, ("b-001", "类别: B", "# 王科长核过\n类别: B   # 园区"))
    file = root / samples.SHORT["b-001"]
    before = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    made = planned(root, "拟认定", "2020-12-14")
    assert writing.write(root, made.edits) == ()
    said = ", ".join(f"{key}: {text}" for key, text in made.lines["b-001"].items())
    assert file.read_bytes() == before + f"  - {{{said}}}\r\n".encode()
    assert build.check(root, TODAY).findings == ()


def pattern(text: str) -> Edit:
    return ("programme", "SL-{年}-{类别}{流水:03}", text)


def candidate(name: str, code: str, number: str = "") -> str:
    """Return a file of a candidate who was proposed and, with a number, certified."""
    text = samples.A_001 if code == "A" else samples.B_001.replace("推荐单位:", "审核: {1: 符合, 2: 符合}\n推荐单位:")
    text = text[: text.index("  - {日期: 2020-12-14")] if code == "A" else text
    text = text.replace("1380000000", f"13{int.from_bytes(name.encode()[-1:]):03}00000")
    text = text.replace("王示例", name).replace("欧阳例", name)
    text += "  - {日期: 2020-12-14, 事项: 拟认定, 公示至: 2020-12-18}\n"
    if number:
        text += f"  - {{日期: 2020-12-25, 事项: 认定, 文号: 示例〔2020〕1号, 证书编号: {number}, 任期至: 2022-12-24}}\n"
    return text


@pytest.mark.parametrize(
    ("written", "on", "expected"),
    [
        ("SL-{年}-{类别}{流水:03}", "2020-12-25", ["SL-2020-A008", "SL-2020-A009", "SL-2020-B001"]),
        ("SL-{年}-{类别}{流水:03}", "2021-01-08", ["SL-2021-A001", "SL-2021-A002", "SL-2021-B001"]),
        ("SL-{年}-A{流水:03}", "2020-12-25", ["SL-2020-A008", "SL-2020-A009", "SL-2020-A010"]),
        ("SL-2020-A{流水}", "2024-01-08", ["SL-2020-A8", "SL-2020-A9", "SL-2020-A10"]),
        ("K{类别}-{流水:05}", "2024-01-08", ["KA-00001", "KA-00002", "KB-00001"]),
    ],
)
def test_numbers_count_on_by_year_and_category(tmp_path: Path, written: str, on: str, expected: list[str]) -> None:
    """Numbers go on after the highest of their year and category; gaps are left, and no number is given twice."""
    more = {
        f"{FOLDER}/daxue/a-001.yml": candidate("王示例", "A", "SL-2020-A001"),
        f"{FOLDER}/daxue/a-007.yml": candidate("李示例", "A", "SL-2020-A007"),
        f"{FOLDER}/daxue/a-008.yml": candidate("丁示例", "A"),
        f"{FOLDER}/daxue/a-009.yml": candidate("马示例", "A"),
        f"{FOLDER}/xian/b-001.yml": candidate("孙示例", "B"),
    }
    site = build.check(samples.write(tmp_path, pattern(written), **more), TODAY).site
    programme: Programme = site.programmes[0]
    serials = numbers.Serials(programme, date.fromisoformat(on))
    candidates, _ = choosing.chosen(programme, ["a-008", "a-009", "b-001"])
    assert [serials.next(each) for each in candidates] == expected


def test_numbers_follow_the_published_list(tmp_path: Path) -> None:
    """Whatever the order in which staff name them, the first on the list gets the first number."""
    more = {
        f"{FOLDER}/daxue/a-008.yml": candidate("魏示例", "A"),
        f"{FOLDER}/daxue/a-009.yml": candidate("丁示例", "A"),
    }
    root = samples.write(tmp_path, **more)
    made = planned(root, "认定", "2021-01-08", ["a-008", "a-009"], document_number="示例〔2021〕1号")
    given = {name: told["证书编号"] for name, told in made.lines.items()}
    assert given == {"a-009": "SL-2021-A001", "a-008": "SL-2021-A002"}


def seen(before: Site, after: Site, on: date) -> tuple[Change, ...]:
    return difference.compare(*(public.project(site, on)[0] for site in (before, after)))


def test_public_sees_only_what_is_public_by_then(tmp_path: Path) -> None:
    """Whom the public will see on the day of the event; nothing where nothing is public."""
    root, on = samples.write(tmp_path, TICKED), date(2020, 12, 14)
    judged = build.check(root, TODAY)
    assert seen(judged.site, planned(root, "退回补正", "2020-12-14").after, on) == ()
    proposed = seen(judged.site, planned(root, "拟认定", "2020-12-14").after, on)
    lines = [(each.title, each.cells) for each in proposed if each.subject is Subject.LINE]
    assert lines == [("公示（2020年12月14日）", (("姓名", "欧阳例"), ("类别", "B类"), ("所在单位", "示例科技园")))]


def test_public_sees_a_value_become_another(tmp_path: Path) -> None:
    """更正 of a published value is the old and the new one, wherever it is shown; of a private one nothing is seen."""
    root, on = samples.write(tmp_path), date(2021, 1, 8)
    judged = build.check(root, TODAY)
    made = planned(root, "更正", "2021-01-08", ["a-001"], changed_field="职务", new="科研处处长")
    lines = [each for each in seen(judged.site, made.after, on) if each.subject is Subject.LINE]
    assert {each.values for each in lines} == {(Became("职务", "科研处副处长", "科研处处长"),)}
    assert [each.title for each in lines] == [
        "关于公布示例联络员推荐认定结果的通知",
        "认定名单",
        "在任名单",
    ]
    made = planned(root, "更正", "2021-01-08", ["a-001"], changed_field="手机号", new="13800000007")
    assert seen(judged.site, made.after, on) == ()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("编号,姓名\na-001,王示例\nb-001,欧阳例\n".encode(), [("a-001", 2), ("b-001", 3)]),
        ("姓名,编号\r\n王示例,a-001\r\n".encode("utf-8-sig"), [("a-001", 2)]),
        ("姓名;编号\n王示例;a-001\n".encode("gb18030"), [("a-001", 2)]),
        ("姓名\t编号\n王示例\ta-001\n\n  \n\tb-001\n".encode(), [("a-001", 2), ("b-001", 5)]),
        (b"a-001\nb-001\n", [("a-001", 1), ("b-001", 2)]),
        ('"编号","姓名"\n"a-001","王, 示例"\n'.encode(), [("a-001", 2)]),
        ("姓名,编号\n王示例\n".encode(), [("", 2)]),
        (b"", []),
    ],
)
def test_list_names_ids_by_line(data: bytes, expected: list[tuple[str, int]]) -> None:
    """A list in any usual encoding, parted by commas, semicolons or tabs, with or without a heading."""
    assert [(each.id, each.line) for each in choosing.listed(data) or ()] == expected


@pytest.mark.parametrize("data", [b"\xff\xfea\x00-\x00", b"PK\x03\x04\x00\x00", b"\x81"])
def test_what_is_no_text_is_no_list(data: bytes) -> None:
    """A workbook or UTF-16 is refused."""
    assert choosing.listed(data) is None
