"""The wall after 认定: notices, certificates, who was certified again, honours, numbers."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from pipeline import content, public
from pipeline.public.decisions import Cell, Count, Honour, Record, Renewal
from pipeline.public.guard import Guard
from pipeline.public.types import PublicProgramme, PublicSite
from tests import samples
from tests.unit.test_public import B_PROPOSED, CERTIFIED, PUBLICITY

B_CERTIFIED = (
    *B_PROPOSED,
    (
        "b-001",
        PUBLICITY,
        PUBLICITY
        + "  - {日期: 2020-12-25, 事项: 认定, 文号: 示例〔2020〕1号, 证书编号: SL-2020-B001, 任期至: 2022-12-24}\n",
    ),
)


def see(root: Path, as_of: date) -> tuple[PublicSite, Guard]:
    site, findings = content.load(root)
    assert findings == ()
    return public.project(site, as_of)


def programme(root: Path, as_of: date) -> PublicProgramme:
    return see(root, as_of)[0].programmes[0]


def withheld(guard: Guard) -> set[str]:
    return {each.text for each in guard.withheld}


def test_each_document_number_is_one_notice(tmp_path: Path) -> None:
    """Two of one day have two addresses, in the order of their numbers, however brackets were typed."""
    second = ("b-001", "示例〔2020〕1号", "'示例[2020]10号'")
    root = samples.write(tmp_path, *B_CERTIFIED, second, ("a-001", "示例〔2020〕1号", "示例（2020）9号"))
    notices = programme(root, date(2020, 12, 25)).certifications
    assert [(each.key, each.document_number, len(each.entries)) for each in notices] == [
        ("2020-12-25", "示例〔2020〕9号", 1),
        ("2020-12-25-2", "示例〔2020〕10号", 1),
    ]


def test_words_of_a_notice_are_counted(tmp_path: Path) -> None:
    """Numbers come from the list, the first name from its first line, days from the events."""
    (notice,) = programme(samples.write(tmp_path, *B_CERTIFIED), date(2020, 12, 25)).certifications
    assert dict(notice.words) == {
        "项目": "示例联络员推荐认定",
        "系列": "示例联络员",
        "认定": "认定",
        "推荐单位": "推荐单位",
        "发文单位": "示例市科学技术协会",
        "通知标题": "示例市科协关于开展示例联络员推荐认定工作的通知",
        "通知文号": "",
        "文号": "示例〔2020〕1号",
        "日期": "2020年12月25日",
        "人数": "2名",
        "首位": "王示例等",
        "类别人数": "A类1名，B类1名",
        "公示起": "2020年12月14日",
        "公示止": "2020年12月18日",
        "任期名称": "任期",
        "任期": "2年",
        "任期至": "2022年12月24日",
        "统一任期至": None,
        "职责": "A类：联系专家。\nB类：联系企业。",
    }
    assert [(each.category, each.number) for each in notice.entries] == [("A类", 1), ("B类", 2)]


REVOKED = "  - {日期: 2021-03-05, 事项: 取消资格, 事由: 弄虚作假并经查实, 文号: 示例〔2021〕2号}\n"


def test_who_was_revoked_has_a_line_without_a_name_everywhere(tmp_path: Path) -> None:
    """The notice keeps number and count and names the next one first; the certificate says since when."""
    root = samples.write(tmp_path, *B_CERTIFIED, ("a-001", CERTIFIED, CERTIFIED + REVOKED))
    view, guard = see(root, date(2021, 3, 5))
    (notice,) = view.programmes[0].certifications
    first = notice.entries[0]
    assert (first.number, first.cells, first.note, first.since) == (1, (), "已取消资格", date(2021, 3, 5))
    assert (dict(notice.words)["首位"], dict(notice.words)["人数"]) == ("欧阳例等", "2名")
    certificate = view.programmes[0].certificates[0]
    assert (certificate.number, certificate.standing, certificate.since, certificate.cells) == (
        *("SL-2020-A001", "已取消", date(2021, 3, 5), ()),
    )
    assert {"王示例", "弄虚作假并经查实"} <= withheld(guard)


def test_a_former_holder_shows_on_the_certificate_what_both_lists_allow(tmp_path: Path) -> None:
    """已取消 and 证书 must both name a field."""
    root = samples.write(
        tmp_path,
        ("programme", "证书: [姓名], 已取消: []", "证书: [姓名, 所在单位], 已取消: [所在单位, 职务]"),
        ("a-001", CERTIFIED, CERTIFIED + REVOKED),
    )
    (certificate,) = programme(root, date(2021, 3, 5)).certificates
    assert certificate.cells == (Cell("所在单位", "所在单位", "示例大学"),)


@pytest.mark.parametrize(
    ("more", "day", "standing", "since"),
    [
        ("", date(2020, 12, 25), "有效", date(2020, 12, 25)),
        ("", date(2022, 12, 24), "有效", date(2020, 12, 25)),
        ("", date(2022, 12, 25), "任期届满", date(2022, 12, 25)),
        ("  - {日期: 2021-05-06, 事项: 退出}\n", date(2021, 5, 6), "已退出", date(2021, 5, 6)),
        (REVOKED + "  - {日期: 2021-05-06, 事项: 恢复}\n", date(2021, 5, 6), "有效", date(2021, 5, 6)),
    ],
)
def test_a_certificate_says_where_it_stands(tmp_path: Path, more: str, day: date, standing: str, since: date) -> None:
    """Its standing is that of the day, and it is never gone."""
    root = samples.write(tmp_path, ("a-001", CERTIFIED, CERTIFIED + more))
    (certificate,) = programme(root, day).certificates
    assert (certificate.standing, certificate.since, certificate.certification) == (standing, since, "2020-12-25")


def test_a_prolonged_term_is_told(tmp_path: Path) -> None:
    """续聘 moves the end; the notice keeps the end that it told."""
    renewed = "  - {日期: 2022-12-20, 事项: 续聘, 任期至: 2024-12-24}\n"
    root = samples.write(tmp_path, ("a-001", CERTIFIED, CERTIFIED + renewed))
    shown = programme(root, date(2023, 1, 1))
    assert (shown.certificates[0].standing, shown.certificates[0].renewals) == (
        *("有效", (Renewal(date(2022, 12, 20), date(2024, 12, 24)),)),
    )
    assert dict(shown.certifications[0].words)["任期至"] == "2022年12月24日"


HONOURED = (
    "  - {日期: 2021-12-20, 事项: 年度评估, 结果: 优秀}\n"
    "  - {日期: 2022-01-10, 事项: 通报表扬, 事由: 牵线促成合作}\n"
    "  - {日期: 2022-12-20, 事项: 年度评估, 结果: 合格}\n"
)


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        ("", []),
        (", 评估: [优秀]", ["年度评估优秀"]),
        (", 表扬: 是", ["通报表扬"]),
        (", 评估: [优秀], 表扬: 是", ["年度评估优秀", "通报表扬"]),
    ],
)
def test_honours_are_shown_as_declared(tmp_path: Path, declared: str, words: list[str]) -> None:
    """What 公开 does not declare is told nowhere; what it declares is told from its day."""
    root = samples.write(
        tmp_path,
        ("programme", "已取消: []}", f"已取消: []{declared}}}"),
        ("a-001", CERTIFIED, CERTIFIED + HONOURED),
    )
    view, guard = see(root, date(2022, 12, 21))
    (holder,) = view.programmes[0].roster
    assert [each.word for each in holder.honours] == words
    assert view.programmes[0].certificates[0].honours == holder.honours
    assert "牵线促成合作" in withheld(guard)
    assert ("优秀" in withheld(guard)) == (declared == "" or "评估" not in declared)
    assert programme(root, date(2021, 12, 19)).roster[0].honours == ()


def test_honours_go_with_the_name(tmp_path: Path) -> None:
    """Of who left, no honour is told."""
    revoked = REVOKED.replace("2021-03-05", "2022-03-05")
    root = samples.write(
        tmp_path,
        ("programme", "已取消: []}", "已取消: [], 评估: [优秀]}"),
        ("a-001", CERTIFIED, CERTIFIED + HONOURED.splitlines(keepends=True)[0] + revoked),
    )
    assert programme(root, date(2022, 3, 4)).roster[0].honours == (Honour(date(2021, 12, 20), "年度评估优秀"),)
    assert programme(root, date(2022, 3, 5)).roster[0].honours == ()


def again(root: Path, *events: str) -> Path:
    """Add a second batch in which the first batch's a-001 is certified again on 2022-12-30."""
    second = {
        path.replace("/shili/", "/shili-2022/"): text for path, text in samples.FILES.items() if "/shili/" in path
    }
    person = (
        samples.A_001.replace("2020-", "2022-")
        .replace("〔2020〕", "〔2022〕")
        .replace("2022-12-25, 事项: 认定", "2022-12-30, 事项: 认定")
        .replace("任期至: 2022-12-24", "任期至: 2024-12-29")
    )
    second = {
        path: text.replace("示例联络员推荐认定\n系列", "第二批示例联络员推荐认定\n系列")
        for path, text in second.items()
        if "submissions" not in path
    }
    second["content/programmes/shili-2022/submissions/daxue/a-101.yml"] = (
        person + "".join(events) + "前次: shili/a-001\n"
    )
    return samples.write(root, **second)


def test_who_is_certified_again_is_one_person(tmp_path: Path) -> None:
    """The earlier record says so and leads on; the person counts once, in the latest batch."""
    root = again(tmp_path)
    view, _ = see(root, date(2022, 12, 30))
    first, second = view.programmes
    later = Record("shili-2022", "第二批示例联络员推荐认定", "SL-2022-A001", date(2022, 12, 30))
    (old,), (new,) = first.roster, second.roster
    assert (old.standing, old.since, old.again, old.in_office) == ("已再次认定", date(2022, 12, 30), later, False)
    assert (new.standing, new.again, new.in_office) == ("在任", None, True)
    assert first.certificates[0].again == later
    assert second.certificates[0].before == Record("shili", "示例联络员推荐认定", "SL-2020-A001", date(2020, 12, 25))
    (numbers,) = view.statistics
    assert numbers.categories == (Count("A类", 1, 1),)
    assert numbers.associations == (Count("示例大学科协", 1, 1),)
    before = see(root, date(2022, 12, 29))[0].programmes[0].roster[0]
    assert (before.standing, before.again) == ("任期届满", None)


def test_a_line_without_a_name_leads_to_no_other(tmp_path: Path) -> None:
    """Where either certification was left, nothing ties the two: the one would name the other."""
    revoked = "  - {日期: 2023-02-01, 事项: 取消资格, 事由: 弄虚作假并经查实, 文号: 示例〔2023〕2号}\n"
    view, _ = see(again(tmp_path, revoked), date(2023, 2, 1))
    first, second = view.programmes
    assert (first.roster[0].standing, first.roster[0].again) == ("任期届满", None)
    assert (first.certificates[0].again, second.certificates[0].before) == (None, None)


def test_numbers_by_year_change_only_with_the_lists(tmp_path: Path) -> None:
    """Each year tells who was certified in it and is in office at its end; a year without change is no row yet."""
    root = samples.write(tmp_path, *B_CERTIFIED, ("a-001", CERTIFIED, CERTIFIED + REVOKED))
    rows = {
        date(2020, 12, 31): (Count("2020", 2, 2),),
        date(2021, 1, 1): (Count("2020", 2, 2),),
        date(2021, 3, 5): (Count("2020", 2, 2), Count("2021", 0, 1)),
        date(2023, 6, 1): (Count("2020", 2, 2), Count("2021", 0, 1), Count("2022", 0, 0)),
    }
    assert {day: see(root, day)[0].statistics[0].years for day in rows} == rows


def cells(part: object) -> Iterator[Cell]:
    """Yield every cell anywhere in a public value."""
    if isinstance(part, Cell):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from cells(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from cells(getattr(part, field.name))


@pytest.mark.parametrize("day", [date(2020, 12, 17), date(2021, 1, 9), date(2022, 12, 30), date(2023, 2, 1)], ids=str)
def test_nothing_that_is_shown_is_withheld(tmp_path: Path, day: date) -> None:
    """Every cell and every amended value that stands anywhere is on the shown pile."""
    corrected = "  - {日期: 2021-01-08, 事项: 更正, 栏目: 所在单位, 原: 示例学院, 新: 示例大学}\n"
    root = again(tmp_path)
    file = root / samples.SHORT["a-001"]
    file.write_text(file.read_text(encoding="utf-8") + corrected, encoding="utf-8", newline="\n")
    view, guard = see(root, day)
    shown = {cell.text for cell in cells(view.programmes)}
    editions = (
        *view.programmes[0].rounds[0].editions,
        *(e for c in view.programmes[0].certifications for e in c.editions),
    )
    shown |= {
        text for each in editions for amendment in each.amendments for text in (amendment.old, amendment.new) if text
    }
    assert shown & withheld(guard) == set()
