"""Every rule gives exactly its finding, at its place, and nothing else on the sample content."""

from datetime import date
from pathlib import Path

import pytest

from pipeline import content, rules
from pipeline.diagnostics import Diagnostic
from tests import samples

AS_OF = date(2021, 3, 17)
OBJECTION = "{日期: 2020-12-16, 事项: 异议, 编号: 1, 方式: 电话, 实名: 是, 涉及: 任职条件}"
Edit = tuple[str, str, str]
Expected = tuple[str, str]


def judge(root: Path, as_of: date = AS_OF) -> list[Diagnostic]:
    site, findings = content.load(root)
    assert findings == ()
    return list(rules.check(site, as_of))


def found(root: Path, as_of: date = AS_OF) -> list[Expected]:
    short = {path: name for name, path in samples.SHORT.items()}
    return [
        (f"{short.get(each.where.path, each.where.path)}:{each.where.line}", each.code) for each in judge(root, as_of)
    ]


def line(name: str, text: str) -> int:
    """Return the line of a sample file that holds the text."""
    lines = samples.FILES[samples.SHORT[name]].splitlines()
    return next(number for number, each in enumerate(lines, 1) if text in each)


def at(name: str, text: str) -> str:
    return f"{name}:{line(name, text)}"


def test_the_sample_is_clean(tmp_path: Path) -> None:
    """The sample content has no finding, so that each case below shows its own only."""
    assert found(samples.write(tmp_path)) == []


CASES: dict[str, tuple[list[Edit], list[Expected]]] = {
    "association missing": ([("b-001", "推荐单位: 示例县科协\n", "")], [("b-001:1", "R410")]),
    "association unknown": ([("b-001", "示例县科协", "别处科协")], [(at("b-001", "推荐单位"), "R411")]),
    "association of another folder": (
        [("b-001", "推荐单位: 示例县科协", "推荐单位: 示例大学科协")],
        [("b-001:1", "R413"), (at("b-001", "推荐单位"), "R412")],
    ),
    "category not of the association": ([("b-001", "类别: B", "类别: A")], [("b-001:1", "R413")]),
    "tick of no condition": ([("a-001", "{1: 符合}", "{1: 符合, 2: 符合}")], [(at("a-001", "审核"), "R414")]),
    "condition not met": ([("a-001", "{1: 符合}", "{1: 不符合}")], [(at("a-001", "拟认定"), "R415")]),
    "born too early": (
        [
            ("form", "  园区管理经验年限:", '  出生日期: {$ref: "gongshi:kinds#/日期"}\n  园区管理经验年限:'),
            ("programme", "文字: 热爱科技事业。", "文字: 热爱科技事业。, 栏目: 出生日期, 不早于: 1970-05-02"),
            ("a-001", "推荐单位:", "出生日期: 1970-05-01\n推荐单位:"),
        ],
        [("a-001:11", "R419")],
    ),
    "born in a month that may be too early": (
        [
            ("form", "  园区管理经验年限:", '  出生日期: {$ref: "gongshi:kinds#/日期"}\n  园区管理经验年限:'),
            ("programme", "文字: 热爱科技事业。", "文字: 热爱科技事业。, 栏目: 出生日期, 不早于: 1970-05-02"),
            ("a-001", "推荐单位:", "出生日期: 1970-05\n推荐单位:"),
        ],
        [("a-001:11", "R419")],
    ),
    "born in time": (
        [
            ("form", "  园区管理经验年限:", '  出生日期: {$ref: "gongshi:kinds#/日期"}\n  园区管理经验年限:'),
            ("programme", "文字: 热爱科技事业。", "文字: 热爱科技事业。, 栏目: 出生日期, 不早于: 1970-05-01"),
            ("a-001", "推荐单位:", "出生日期: 1970-05\n推荐单位:"),
        ],
        [],
    ),
    "born too early for those of another answer": (
        [
            ("form", "  园区管理经验年限:", '  出生日期: {$ref: "gongshi:kinds#/日期"}\n  园区管理经验年限:'),
            (
                "programme",
                "文字: 热爱科技事业。",
                "文字: 热爱科技事业。, 仅限: {栏目: 职务, 为: 科长}, 栏目: 出生日期, 不早于: 1970-05-02",
            ),
            ("a-001", "推荐单位:", "出生日期: 1970-05-01\n推荐单位:"),
            ("a-001", "{1: 符合}", "{}"),
        ],
        [],
    ),
    "condition for those of a field that is not there": (
        [("programme", "文字: 热爱科技事业。", "文字: 热爱科技事业。, 仅限: {栏目: 性别, 为: 女}")],
        [(at("programme", "热爱科技事业"), "R440"), (at("a-001", "审核"), "R414")],
    ),
    "same mobile": ([("b-001", "13800000002", "138 0000 0001")], [(at("b-001", "手机号"), "R420")]),
    "role names no field": (
        [("programme", "查重: [手机号]", "查重: [手机]")],
        [(at("programme", "角色"), "R440")],
    ),
    "shown names no field": (
        [("programme", "证书: [姓名]", "证书: [名字]")],
        [(at("programme", "公开"), "R440")],
    ),
    "opinion shown": ([("programme", "证书: [姓名]", "证书: [单位意见]")], [(at("programme", "公开"), "R441")]),
    "photo shown": (
        [
            ("form", "  园区管理经验年限:", '  照片: {$ref: "gongshi:kinds#/照片"}\n  园区管理经验年限:'),
            ("programme", "证书: [姓名]", "证书: [照片]"),
        ],
        [(at("programme", "公开"), "R450")],
    ),
    "mobile shown": ([("programme", "证书: [姓名]", "证书: [手机号]")], [(at("programme", "公开"), "R442")]),
    "category without a role": (
        [("programme", "类别: 类别, ", "")],
        [(at("programme", "角色"), "R443"), (at("a-001", "认定, 文号"), "R435")],
    ),
    "two associations of one folder": (
        [("programme", "文件夹: xian", "文件夹: daxue")],
        [(at("programme", "xian"), "R445")],
    ),
    "association of an unknown category": (
        [("programme", "文件夹: xian, 类别: [B]", "文件夹: xian, 类别: [B, C]")],
        [(at("programme", "xian"), "R446")],
    ),
    "condition number twice": (
        [("programme", "{号: 2, 类别: B,", "{号: 1, 类别: B,")],
        [(at("programme", "号: 2"), "R447")],
    ),
    "certificate pattern without a serial number": (
        [("programme", "SL-{年}-{类别}{流水:03}", "SL-{年}-{类别}")],
        [(at("programme", "证书编号"), "R448"), (at("a-001", "认定, 文号"), "R435")],
    ),
    "objection cannot reach anybody": (
        [("programme", '异议: {方式: 书面、电话, 电话: "0393-0000000", 须实名: 是}', "异议: {方式: 书面, 须实名: 是}")],
        [(at("programme", "异议"), "R449")],
    ),
    "half-width brackets": ([("notice", "热爱科技事业的", "(一)热爱科技事业的")], [(at("notice", "热爱科技"), "R455")]),
    "form called otherwise": (
        [("notice", "《示例联络员推荐表》", "《示例联络人员推荐表》")],
        [(at("notice", "推荐表"), "R456")],
    ),
    "confirmed as in the original": (
        [
            ("notice", "热爱科技事业的", "(一)热爱科技事业的"),
            ("notice", "发文单位:", "原文如此: [(一)]\n发文单位:"),
        ],
        [],
    ),
    "certified during publicity": (
        [("a-001", "2020-12-25, 事项: 认定", "2020-12-18, 事项: 认定")],
        [
            (at("a-001", "认定, 文号"), "E340"),
            (at("a-001", "认定, 文号"), "E360"),
        ],
    ),
    "certified with an open objection": (
        [
            (
                "a-001",
                "办理:\n",
                f"办理:\n  - {OBJECTION}\n",
            )
        ],
        [("a-001:17", "E341")],
    ),
    "publicity too short": ([("a-001", "公示至: 2020-12-18", "公示至: 2020-12-17")], [(at("a-001", "拟认定"), "E354")]),
    "publicity ends on a Saturday": (
        [("a-001", "公示至: 2020-12-18", "公示至: 2020-12-19")],
        [(at("a-001", "拟认定"), "E352")],
    ),
    "late": ([("b-001", "2020-12-08, 事项: 收到", "2020-12-09, 事项: 收到")], [(at("b-001", "收到"), "E356")]),
    "late and refused": (
        [
            ("b-001", "2020-12-08, 事项: 收到", "2020-12-09, 事项: 收到"),
            ("programme", "截止: 2020-12-08", "截止: 2020-12-08\n逾期: 拒收"),
        ],
        [(at("b-001", "收到"), "E357")],
    ),
    "after today": (
        [("b-001", "2020-12-08, 事项: 收到", "2021-03-18, 事项: 收到")],
        [
            (at("b-001", "收到"), "E350"),
            (at("b-001", "收到"), "E356"),
        ],
    ),
    "no certificate number": ([("a-001", "证书编号: SL-2020-A001, ", "")], [(at("a-001", "认定, 文号"), "R433")]),
    "certificate number of another year": (
        [("a-001", "SL-2020-A001", "SL-2021-A001")],
        [(at("a-001", "认定, 文号"), "R435")],
    ),
    "change of no field": (
        [("a-001", "办理:\n", "办理:\n  - {日期: 2021-01-04, 事项: 变更, 栏目: 岗位, 新: 科研处处长}\n")],
        [("a-001:14", "E361")],
    ),
    "change that the file does not follow": (
        [("a-001", "办理:\n", "办理:\n  - {日期: 2021-01-04, 事项: 变更, 栏目: 职务, 新: 科研处处长}\n")],
        [("a-001:14", "E362")],
    ),
    "opinion after publicity began": (
        [("a-001", "日期: 2020-12-01}", "日期: 2020-12-15}")],
        [(at("a-001", "拟认定"), "E330")],
    ),
    "opinion against": ([("a-001", "结论: 同意", "结论: 不同意")], [(at("a-001", "拟认定"), "E331")]),
    "name outside the stroke table": ([("b-001", "欧阳例", "䶮示例")], [(at("b-001", "姓名"), "R430")]),
    "previous file that was never certified": (
        [("a-001", "推荐单位:", "前次: shili/b-001\n推荐单位:")],
        [("a-001:11", "R437")],
    ),
    "previous file that is not there": (
        [("b-001", "办理:", "前次: shili/c-001\n办理:")],
        [(at("b-001", "办理"), "R431")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_rule_gives_exactly_its_finding(case: str, tmp_path: Path) -> None:
    """One thing changed gives exactly the findings that it must give."""
    edits, expected = CASES[case]
    assert sorted(found(samples.write(tmp_path, *edits))) == sorted(expected)


def test_number_below_its_minimum(tmp_path: Path) -> None:
    """A candidate whose number falls short of a condition cannot be proposed."""
    root = samples.write(
        tmp_path,
        ("b-001", "园区管理经验年限: 5", "园区管理经验年限: 2"),
        ("b-001", "办理:\n", "审核: {1: 符合, 2: 符合}\n办理:\n"),
        ("b-001", "电子: 是}\n", "电子: 是}\n  - {日期: 2020-12-14, 事项: 拟认定, 公示至: 2020-12-18}\n"),
    )
    assert found(root) == [(at("b-001", "园区管理"), "R416")]


@pytest.mark.parametrize("event", ["撤回", "不予推荐"])
def test_who_left_is_not_counted_as_a_duplicate(event: str, tmp_path: Path) -> None:
    """A withdrawn or rejected candidate's mobile may be used again."""
    root = samples.write(
        tmp_path,
        ("b-001", "13800000002", "13800000001"),
        ("b-001", "电子: 是}\n", f"电子: 是}}\n  - {{日期: 2020-12-10, 事项: {event}}}\n"),
    )
    assert found(root) == []


def test_same_name_and_unit(tmp_path: Path) -> None:
    """Two files with one name and unit, however spaced, are pointed out and not merged."""
    root = samples.write(
        tmp_path, ("b-001", "姓名: 欧阳例", "姓名: 王示例"), ("b-001", "所在单位: 示例科技园", "所在单位: 示例大学")
    )
    assert found(root) == [(at("b-001", "姓名"), "R421")]


def test_id_used_twice(tmp_path: Path) -> None:
    """The second file of an id is pointed out, with the first one's place."""
    other = f"{samples.PROGRAMMES}/submissions/xian/a-001.yml"
    text = samples.B_001.replace("13800000002", "13800000003").replace("欧阳例", "孙示例")
    root = samples.write(tmp_path, **{other: text})
    (finding,) = judge(root)
    assert (finding.where.path, finding.code) == (other, "R402")
    assert samples.SHORT["a-001"] in finding.message()


@pytest.mark.parametrize("name", ["C-001", "a_001", "王示例", "con", "a--1", "a" * 61])
def test_file_name_that_is_no_id(name: str, tmp_path: Path) -> None:
    """A file name that cannot be an id is pointed out."""
    path = f"{samples.PROGRAMMES}/submissions/xian/{name}.yml"
    root = samples.write(
        tmp_path, **{path: samples.B_001.replace("13800000002", "13800000003").replace("欧阳", "孙示")}
    )
    assert [(each.where.path, each.code) for each in judge(root)] == [(path, "R401")]


def test_round_and_document_number_share_their_days(tmp_path: Path) -> None:
    """One day of 拟认定 has one 公示至, one 文号 has one day."""
    root = samples.write(
        tmp_path,
        ("b-001", "办理:\n", "审核: {1: 符合, 2: 符合}\n办理:\n"),
        (
            "b-001",
            "电子: 是}\n",
            "电子: 是}\n  - {日期: 2020-12-14, 事项: 拟认定, 公示至: 2020-12-21}\n"
            "  - {日期: 2020-12-28, 事项: 认定, 文号: 示例〔2020〕1号, 证书编号: SL-2020-B001, 任期至: 2022-12-27}\n",
        ),
    )
    assert [code for _, code in found(root)] == ["E354", "E358", "E359"]


def test_year_that_the_calendar_does_not_know(tmp_path: Path) -> None:
    """A period in a year without arrangement is a warning; with content/calendar it is counted."""
    edits = [
        (
            "a-001",
            "日期: 2020-12-14, 事项: 拟认定, 公示至: 2020-12-18",
            "日期: 2031-02-03, 事项: 拟认定, 公示至: 2031-02-07",
        ),
        ("a-001", "2020-12-25, 事项: 认定", "2031-02-12, 事项: 认定"),
        ("a-001", "SL-2020-A001, 任期至: 2022-12-24", "SL-2031-A001, 任期至: 2033-02-11"),
    ]
    unknown = samples.write(tmp_path / "a", *edits)
    assert found(unknown, date(2031, 3, 1)) == [(at("a-001", "拟认定"), "E355")]
    holidays = "2031-01-01, 2031-02-04, 2031-04-05, 2031-05-01, 2031-06-24, 2031-10-01, 2031-10-02"
    calendar = {"content/calendar/2031.yml": f"放假: [{holidays}]\n上班: []\n"}
    known = samples.write(tmp_path / "b", *edits, **calendar)
    assert found(known, date(2031, 3, 1)) == [(at("a-001", "拟认定"), "E354")]


def test_every_rule_says_what_it_asks() -> None:
    """The docstring of a rule is the rule."""
    listed = (*rules.SITE_RULES, *rules.PROGRAMME_RULES, *rules.SUBMISSION_RULES)
    assert [rule.__name__ for rule in listed if not rule.__doc__] == []
    assert len(set(listed)) == len(listed)


def test_calendar_days_need_no_calendar(tmp_path: Path) -> None:
    """A period of calendar days may end on a weekend and lie in a year that no calendar knows."""
    natural = ("programme", "天数: 5, 单位: 工作日", "天数: 7, 单位: 自然日")
    weekend = samples.write(tmp_path / "a", natural, ("a-001", "公示至: 2020-12-18", "公示至: 2020-12-20"))
    assert found(weekend) == []
    unknown = samples.write(
        tmp_path / "b",
        natural,
        ("a-001", "2020-12-14, 事项: 拟认定, 公示至: 2020-12-18", "2031-02-03, 事项: 拟认定, 公示至: 2031-02-09"),
        ("a-001", "2020-12-25, 事项: 认定", "2031-02-12, 事项: 认定"),
        ("a-001", "SL-2020-A001, 任期至: 2022-12-24", "SL-2031-A001, 任期至: 2033-02-11"),
    )
    assert found(unknown, date(2031, 3, 1)) == []


def test_the_odd_one_out_is_pointed_at(tmp_path: Path) -> None:
    """Of three candidates of one round the one with another end is pointed at, wherever it stands."""
    text = samples.A_001.replace("  - {日期: 2020-12-25", "#  - {日期: 2020-12-25").replace("王示例", "孙示例")
    others = {
        f"{samples.PROGRAMMES}/submissions/daxue/a-00{number}.yml": text.replace("13800000001", f"1380000001{number}")
        for number in (2, 3)
    }
    root = samples.write(tmp_path, ("a-001", "公示至: 2020-12-18", "公示至: 2020-12-21"), **others)
    assert [(each.where.path, each.code) for each in judge(root) if each.code == "E358"] == [
        (samples.SHORT["a-001"], "E358")
    ]


def test_a_wrong_category_brings_no_row_of_findings(tmp_path: Path) -> None:
    """A category that the programme does not have is the schema's finding; association and ticks wait for it."""
    site, findings = content.load(samples.write(tmp_path, ("b-001", "类别: B", "类别: B类")))
    assert [each.code for each in findings] == ["S223"]
    assert rules.check(site, AS_OF) == ()
