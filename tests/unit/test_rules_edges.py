"""What lies just inside a bound is no finding, what lies just outside is one, and each stands at its place."""

from datetime import date
from pathlib import Path

import pytest

from pipeline import build, content, history, rules
from pipeline.diagnostics import Diagnostic
from pipeline.rules.digests import digested_fields
from pipeline.stages import EventKind
from tests import samples

AS_OF = date(2021, 3, 17)
A_DAY = date(2020, 12, 14)
FIELDS = "类别、姓名、所在单位、职务、手机号、邮箱、资格证书、工作简历、单位意见、园区管理经验年限"
Edit = tuple[str, str, str]


def _judged(root: Path, as_of: date = AS_OF, *edits: Edit, **more: str) -> list[Diagnostic]:
    site, findings = content.load(samples.write(root, *edits, **more))
    assert findings == ()
    return list(rules.check(site, as_of))


def _codes(found: list[Diagnostic], name: str) -> list[str]:
    return [each.code for each in found if each.where.path == samples.SHORT[name]]


@pytest.mark.parametrize(("as_of", "expected"), [(date(2020, 12, 8), []), (date(2020, 12, 7), ["E350", "E350"])])
def test_what_is_of_the_day_is_not_of_tomorrow(as_of: date, expected: list[str], tmp_path: Path) -> None:
    """An event and an opinion of the day itself are no slip; of the day after it both are."""
    found = _judged(tmp_path, as_of, ("b-001", "日期: 2020-12-02}", "日期: 2020-12-08}"))
    assert _codes(found, "b-001") == expected


@pytest.mark.parametrize(("on", "expected"), [("2000-01-01", []), ("1999-12-31", ["E351", "E351"])])
def test_nothing_happened_before_2000(on: str, expected: list[str], tmp_path: Path) -> None:
    """The first day of 2000 can be meant, the day before it cannot, be it of an opinion or an event."""
    edits = (("b-001", "日期: 2020-12-02}", f"日期: {on}}}"), ("b-001", "日期: 2020-12-08", f"日期: {on}"))
    assert _codes(_judged(tmp_path, AS_OF, *edits), "b-001") == expected


def test_the_longest_id(tmp_path: Path) -> None:
    """Sixty letters are an id; that sixty-one are none is a case of `test_rules`."""
    path = f"{samples.PROGRAMMES}/submissions/xian/{'a' * 60}.yml"
    text = samples.B_001.replace("13800000002", "13800000003").replace("欧阳", "孙示")
    assert _judged(tmp_path, AS_OF, **{path: text}) == []


def test_publicity_begins_on_a_saturday(tmp_path: Path) -> None:
    """A period of five working days that begins on a day of rest is pointed out at its first day."""
    (found,) = _judged(tmp_path, AS_OF, ("a-001", "2020-12-14, 事项: 拟认定", "2020-12-12, 事项: 拟认定"))
    assert (found.code, dict(found.params)["on"]) == ("E353", "2020-12-12")


@pytest.mark.parametrize(
    ("edit", "known"),
    [
        (("programme", "证书: [姓名]", "证书: [推荐单]"), "推荐单位"),
        (("programme", "证书: [姓名]", "证书: [单位名称]"), "推荐单位"),
        (("programme", "查重: [手机号]", "查重: [推荐单]"), FIELDS),
    ],
)
def test_a_name_that_is_nearly_right(edit: Edit, known: str, tmp_path: Path) -> None:
    """What is nearly 推荐单位 is told so where that may be shown, and else the fields are named; one is meant."""
    (found,) = _judged(tmp_path, AS_OF, edit)
    assert (found.code, dict(found.params)["known"]) == ("R440", known)


def test_a_blank_is_nobodys_duplicate(tmp_path: Path) -> None:
    """Who gives no address is like nobody else, and keeps nobody else from being found."""
    third = samples.B_001.replace("13800000002", "13800000003").replace("欧阳例", "孙示例")
    mail = ("邮箱: wang@example.com\n", "")
    with_mail = {
        f"{samples.PROGRAMMES}/submissions/xian/c-001.yml": third.replace("园区", "邮箱: li@example.com\n园区")
    }
    edits = (
        ("programme", "查重: [手机号]", "查重: [邮箱]"),
        ("a-001", *mail),
        ("b-001", "园区", "邮箱: li@example.com\n园区"),
    )
    (found,) = _judged(tmp_path, AS_OF, *edits, **with_mail)
    assert found.code == "R420"


@pytest.mark.parametrize(("day", "expected"), [(A_DAY, []), (date(2020, 12, 13), []), (date(2020, 12, 12), ["E370"])])
def test_a_correction_of_the_events_own_day(day: date, expected: list[str], tmp_path: Path) -> None:
    """What is corrected on the day of publicity was published as it was before or after; earlier it was not."""
    line = "事项: 拟认定, 公示至: 2020-12-18"
    corrections = "".join(
        f"  - {{日期: {on}, 事项: 更正, 栏目: 所在单位, 原: {old}, 新: {new}}}\n"
        for on, old, new in (("2020-12-13", "示例园", "示例学院"), ("2020-12-14", "示例学院", "示例大学"))
    )
    change = ("a-001", "  - {日期: 2020-12-25", f"{corrections}  - {{日期: 2020-12-25")
    (programme,) = content.load(samples.write(tmp_path, change))[0].programmes
    digest = history.digest(programme.submissions[0], digested_fields(programme, EventKind.PROPOSED), day)
    root = samples.write(tmp_path, change, ("a-001", line, f"{line}, 摘要: {digest}"))
    assert [each.code for each in build.check(root, AS_OF).findings if each.code.startswith("E37")] == expected


def test_who_is_not_among_the_best_is_named_where_he_was_proposed(tmp_path: Path) -> None:
    """With one place, and the better one not proposed, the finding stands at the 拟认定 of the other."""
    sheets = (("a-001", "80"), ("b-001", "90"))
    edits = [(name, "办理:\n", f"评分: [{{日期: 2020-12-09, 得分: {points}}}]\n办理:\n") for name, points in sheets]
    root = samples.write(tmp_path, ("programme", "公示: {", "评分: {名额: 1}\n公示: {"), *edits)
    (found,) = (each for each in build.check(root, AS_OF).findings if each.code == "R478")
    lines = (root / samples.SHORT["a-001"]).read_text(encoding="utf-8").splitlines()
    assert "拟认定" in lines[found.where.line - 1]


def test_a_detail_that_is_wrong_is_pointed_at(tmp_path: Path) -> None:
    """Of an objection whose number was given before, it is the number at which the finding stands."""
    objection = "  - {日期: 2020-12-16, 事项: 异议, 编号: 1, 方式: 电话, 实名: 是, 涉及: 任职条件}\n"
    edit = ("a-001", "  - {日期: 2020-12-25", f"{objection * 2}  - {{日期: 2020-12-25")
    (found,) = (each for each in _judged(tmp_path, AS_OF, edit) if each.code == "E342")
    line = (tmp_path / samples.SHORT["a-001"]).read_text(encoding="utf-8").splitlines()[found.where.line - 1]
    assert line[found.where.column - 1 :].startswith("1, 方式")


def test_each_programme_has_its_own_order(tmp_path: Path) -> None:
    """A programme whose lists do not go by strokes keeps nobody from looking at the next one's names."""
    before = {
        f"content/programmes/an/{name}": samples.FILES[f"{samples.PROGRAMMES}/{name}"].replace("按姓氏笔画", "手工")
        for name in ("programme.yml", "notice.md", "form.yml")
    }
    found = _judged(tmp_path, AS_OF, ("b-001", "欧阳例", "䶮示例"), **before)
    assert _codes(found, "b-001") == ["R430"]


def test_a_name_after_the_score(tmp_path: Path) -> None:
    """得分 may be shown though it is no field; what stands behind it is looked at too."""
    scored = ("programme", "公示: {", "评分: {名额: 1}\n公示: {")
    found = _judged(tmp_path, AS_OF, scored, ("programme", "名单: [姓名,", "名单: [得分, 名字,"))
    assert _codes(found, "programme") == ["R440"]
