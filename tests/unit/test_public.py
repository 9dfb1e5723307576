"""The wall: who is on which list, what each list shows, and that every value is on exactly one pile."""

from datetime import date
from pathlib import Path

import pytest

from pipeline import content, public, rules
from pipeline.public.guard import Guard
from pipeline.public.told import divide
from pipeline.public.types import Phase, PublicProgramme
from tests import samples

PUBLICITY = "  - {日期: 2020-12-14, 事项: 拟认定, 公示至: 2020-12-18}\n"
CERTIFIED = "认定, 文号: 示例〔2020〕1号, 证书编号: SL-2020-A001, 任期至: 2022-12-24}\n"
B_PROPOSED = (
    ("b-001", "办理:\n", "审核: {1: 符合, 2: 符合}\n办理:\n"),
    ("b-001", "电子: 是}\n", "电子: 是}\n" + PUBLICITY),
)


def see(root: Path, as_of: date) -> tuple[PublicProgramme, Guard]:
    site, findings = content.load(root)
    assert findings == ()
    view, guard = public.project(site, as_of)
    return view.programmes[0], guard


def texts(guard: Guard) -> set[str]:
    return {each.text for each in guard.withheld}


def names(programme: PublicProgramme) -> list[list[str]]:
    return [[cell.text for cell in entry.cells] for each in programme.rounds for entry in each.entries]


def test_before_publicity_nothing_of_a_candidate_is_shown(tmp_path: Path) -> None:
    """On the day before 拟认定 there is no round, and the name itself is withheld."""
    programme, guard = see(samples.write(tmp_path), date(2020, 12, 13))
    assert (programme.rounds, programme.roster) == ((), ())
    assert {"王示例", "欧阳例", "13800000001", "wang@example.com", "李示例"} <= texts(guard)


def test_in_publicity_only_the_named_fields_are_shown(tmp_path: Path) -> None:
    """The round shows what 公开 names, in its order; everything else stays withheld."""
    programme, guard = see(samples.write(tmp_path), date(2020, 12, 14))
    assert names(programme) == [["王示例", "A类", "示例大学"]]
    assert programme.phase is Phase.IN_PUBLICITY
    assert "王示例" not in texts(guard)
    assert {"13800000001", "2010.07—2015.06  示例大学化学系教师", "欧阳例"} <= texts(guard)


def test_parts_of_what_is_shown_are_open(tmp_path: Path) -> None:
    """Of a table that a list shows every part is lawful wherever it stands; before that day every part is withheld."""
    row = '{type: object, additionalProperties: false, properties: {姓名: {$ref: "gongshi:kinds#/姓名"}}}'
    root = samples.write(
        tmp_path,
        ("form", "  园区管理经验年限:", f"  合作者: {{type: array, items: {row}}}\n  园区管理经验年限:"),
        ("programme", "公示: [姓名, 类别, 所在单位]", "公示: [姓名, 合作者]"),
        ("a-001", "推荐单位:", "合作者: [{姓名: 孙示例}, {姓名: 钱示例}]\n推荐单位:"),
    )
    others = {"孙示例", "钱示例"}
    programme, guard = see(root, date(2020, 12, 14))
    assert names(programme) == [["王示例", "孙示例、钱示例"]]
    assert (others & texts(guard), others & texts(see(root, date(2020, 12, 13))[1])) == (set(), others)


def test_lists_may_show_who_recommended(tmp_path: Path) -> None:
    """推荐单位, no field of the form, is a column where 公开 names it; a 更正 of it is undone before its day."""
    mend = "任期至: 2022-12-24}\n"
    edit = "  - {日期: 2020-12-26, 事项: 更正, 栏目: 推荐单位, 原: 示例大学科协, 新: 示例县科协}\n"
    root = samples.write(
        tmp_path,
        ("programme", "公示: [姓名, 类别, 所在单位]", "公示: [姓名, 推荐单位]"),
        ("a-001", "推荐单位: 示例大学科协", "推荐单位: 示例县科协"),
        ("a-001", mend, mend + edit),
    )
    site, _ = content.load(root)
    found = [each.code for each in rules.check(site, date(2020, 12, 27))]
    shown = [public.project(site, date(2020, 12, day))[0].programmes[0] for day in (14, 27)]
    assert [names(each) for each in shown] == [[["王示例", "示例大学科协"]], [["王示例", "示例县科协"]]]
    assert shown[0].round_labels == ("姓名", "推荐单位")
    assert [each for each in found if each in {"R440", "E361", "E362"}] == []


@pytest.mark.parametrize(("day", "running"), [(14, True), (18, True), (19, False)])
def test_a_round_runs_through_its_last_day(tmp_path: Path, day: int, running: bool) -> None:
    """The last day counts, the day after is over."""
    programme, _ = see(samples.write(tmp_path), date(2020, 12, day))
    assert [each.running for each in programme.rounds] == [running]


def test_the_certified_are_on_the_roster(tmp_path: Path) -> None:
    """From the day of 认定 the roster shows the holder with number and term."""
    root = samples.write(tmp_path)
    assert see(root, date(2020, 12, 24))[0].roster == ()
    (holder,) = see(root, date(2020, 12, 25))[0].roster
    assert [cell.text for cell in holder.cells] == ["王示例", "A类", "示例大学", "科研处副处长"]
    assert (holder.standing, holder.certificate_number, holder.in_office) == ("在任", "SL-2020-A001", True)
    (holder,) = see(root, date(2022, 12, 25))[0].roster
    assert (holder.standing, holder.in_office, holder.since) == ("任期届满", False, date(2022, 12, 25))


def test_who_withdraws_leaves_a_numbered_line_without_a_name(tmp_path: Path) -> None:
    """The others keep their numbers, and the name is withheld from that day on."""
    withdrawn = (*B_PROPOSED, ("b-001", PUBLICITY, PUBLICITY + "  - {日期: 2020-12-16, 事项: 撤回}\n"))
    root = samples.write(tmp_path, *withdrawn)
    before, _ = see(root, date(2020, 12, 15))
    assert names(before) == [["王示例", "A类", "示例大学"], ["欧阳例", "B类", "示例科技园"]]
    after, guard = see(root, date(2020, 12, 16))
    assert [(each.number, len(each.cells), each.note) for each in after.rounds[0].entries] == [
        (1, 3, ""),
        (2, 0, "已撤回"),
    ]
    assert "欧阳例" in texts(guard)


@pytest.mark.parametrize(
    ("former", "shown"), [("[]", []), ("[姓名]", ["王示例"]), ("[姓名, 职务]", ["王示例", "科研处副处长"])]
)
def test_a_revoked_holder_shows_what_the_programme_says(tmp_path: Path, former: str, shown: list[str]) -> None:
    """已取消 decides what stays of a former holder; the reason is never shown."""
    root = samples.write(
        tmp_path,
        ("programme", "已取消: []", f"已取消: {former}"),
        (
            "a-001",
            CERTIFIED,
            CERTIFIED + "  - {日期: 2021-03-05, 事项: 取消资格, 事由: 弄虚作假并经查实, 文号: 示例〔2021〕2号}\n",
        ),
    )
    programme, guard = see(root, date(2021, 3, 5))
    (holder,) = programme.roster
    assert ([cell.text for cell in holder.cells], holder.standing) == (shown, "已取消资格")
    assert "弄虚作假并经查实" in texts(guard)
    assert ("王示例" in texts(guard)) == (not shown)


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        ("保留", [["王示例", "A类", "示例大学"], ["欧阳例", "B类", "示例科技园"]]),
        ("隐去名单", [["王示例", "A类", "示例大学"], []]),
        ("撤下", [[], []]),
    ],
)
def test_after_the_period_the_list_is_as_the_programme_says(tmp_path: Path, rule: str, lines: list[list[str]]) -> None:
    """期满处理 keeps the list, hides who is on no other page, or takes the list down; the round's page stays."""
    root = samples.write(tmp_path, *B_PROPOSED, ("programme", "期满处理: 保留", f"期满处理: {rule}"))
    programme, guard = see(root, date(2020, 12, 28))
    assert names(programme) == lines
    assert len(programme.rounds) == 1
    assert ("欧阳例" in texts(guard)) == (rule != "保留")


def test_changes_are_undone_before_their_day(tmp_path: Path) -> None:
    """A later 变更 shows the old value on earlier days, and the round keeps what was then a fact."""
    change = "  - {日期: 2021-02-25, 事项: 变更, 栏目: 所在单位, 原: 示例大学, 新: 示例学院}\n"
    root = samples.write(
        tmp_path,
        ("a-001", CERTIFIED, CERTIFIED + change),
        ("a-001", "所在单位: 示例大学", "所在单位: 示例学院"),
    )
    before, _ = see(root, date(2021, 2, 24))
    after, _ = see(root, date(2021, 2, 25))
    assert [each.roster[0].cells[2].text for each in (before, after)] == ["示例大学", "示例学院"]
    assert names(after) == [["王示例", "A类", "示例大学"]]


def test_a_correction_mends_the_round_too(tmp_path: Path) -> None:
    """A 更正 says that the published value was wrong, so the round shows the right one from that day."""
    correction = "  - {日期: 2021-01-08, 事项: 更正, 栏目: 所在单位, 原: 示例学院, 新: 示例大学}\n"
    root = samples.write(tmp_path, ("a-001", CERTIFIED, CERTIFIED + correction))
    assert names(see(root, date(2021, 1, 7))[0]) == [["王示例", "A类", "示例学院"]]
    assert names(see(root, date(2021, 1, 8))[0]) == [["王示例", "A类", "示例大学"]]


def test_a_programme_is_withheld_before_its_notice(tmp_path: Path) -> None:
    """Before 发布时间 nothing of a programme is public."""
    site, _ = content.load(samples.write(tmp_path))
    view, guard = public.project(site, date(2020, 11, 24))
    assert view.programmes == ()
    assert "王示例" in texts(guard)


def test_what_the_site_says_itself_is_no_secret(tmp_path: Path) -> None:
    """A private value that the notice or another record's shown line says anyway is not searched for."""
    root = samples.write(
        tmp_path,
        ("a-001", "手机号: 13800000001", "手机号: 13800000001\n资格证书: 技术经理人"),
        ("b-001", "姓名: 欧阳例", "姓名: 王示例"),
        ("a-001", "邮箱: wang@example.com", "邮箱: xuehui@example.com"),
    )
    _, guard = see(root, date(2020, 12, 14))
    assert "王示例" not in texts(guard)
    assert "xuehui@example.com" not in texts(guard)


def test_every_value_is_on_exactly_one_pile(tmp_path: Path) -> None:
    """On every day of its life each (file, field, text) is shown or withheld, none is lost, none is on both."""
    site, _ = content.load(samples.write(tmp_path, *B_PROPOSED))
    for day in (date(2020, 12, 1), date(2020, 12, 14), date(2020, 12, 21), date(2020, 12, 25), date(2023, 1, 1)):
        pieces = [(each.path, each.field, each.text) for each in divide(site, day)]
        assert len(pieces) == len(set(pieces))
        for submission in site.programmes[0].submissions:
            found = {field for path, field, _ in pieces if path == submission.document.path}
            assert set(submission.values) <= found


def test_the_public_types_hold_no_private_type() -> None:
    """No public type has a field whose type comes from the private model."""
    from dataclasses import fields, is_dataclass  # noqa: PLC0415

    from pipeline import model  # noqa: PLC0415
    from pipeline.public import types  # noqa: PLC0415

    private = {name for name in vars(model) if isinstance(getattr(model, name), type)}
    private |= {"Submission", "Event", "Opinion", "Standing", "Document", "Mapping", "dict", "object", "Any"}
    private -= {"date", "StrEnum"}
    public_types = [each for each in vars(types).values() if isinstance(each, type) and is_dataclass(each)]
    named = [(each.__name__, field.name, str(field.type)) for each in public_types for field in fields(each)]
    assert [each for each in named if set(each[2].replace("[", " ").replace(",", " ").split()) & private] == []


def test_the_page_counts_the_days_that_are_written(tmp_path: Path) -> None:
    """A period shorter than the programme's rule says how many days it really has."""
    root = samples.write(tmp_path, ("a-001", "公示至: 2020-12-18", "公示至: 2020-12-16"))
    programme, _ = see(root, date(2020, 12, 14))
    assert [each.days for each in programme.rounds] == [3]
