"""What the public will see change is told whole, page by page, and nothing that the later site does not allow."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import content, difference, pages, public, render
from pipeline.difference import Became, Change, Deed, Rewritten, Subject
from pipeline.model import Site
from pipeline.pages import Page
from pipeline.public import marks
from pipeline.public.decisions import Cell
from pipeline.public.types import PublicSite, RoundEntry
from tests import models, samples
from tests.unit.public_fixture import BINARY, site

REPO = Path(__file__).parents[2]
ON = date(2021, 1, 8)
IN_ROUND = date(2020, 12, 15)
CERTIFIED = "  - {日期: 2020-12-25, 事项: 认定"


def view(root: Path, on: date = ON) -> PublicSite:
    return public.project(content.load(root)[0], on)[0]


def changes(tmp_path: Path, *edits: tuple[str, str, str], on: date = ON, **more: str) -> tuple[Change, ...]:
    """Return what changes when the sample content is edited."""
    old = view(samples.write(tmp_path / "old"), on)
    return difference.compare(old, view(samples.write(tmp_path / "new", *edits, **more), on))


def lines(told: Iterable[Change]) -> list[Change]:
    return [each for each in told if each.subject is Subject.LINE]


def words(told: Iterable[Change]) -> str:
    """Return everything that the changes say."""
    return "\n".join(str(asdict(each)) for each in told)


def test_same_content_is_no_change(tmp_path: Path) -> None:
    """Two readings of one content differ in nothing."""
    assert changes(tmp_path) == ()


def test_private_values_are_no_change(tmp_path: Path) -> None:
    """Of a value that no list shows nothing is told, not even that it changed."""
    assert changes(tmp_path, ("a-001", "13800000001", "13800000003"), ("a-001", "wang@", "li@")) == ()


def test_value_is_told_with_the_old_one_on_every_page(tmp_path: Path) -> None:
    """A shown value is old and new on each list and on the certificate's page the new one alone."""
    told = changes(tmp_path, ("a-001", "姓名: 王示例", "姓名: 汪示例"))
    became = {each.path: each.values for each in told if each.values}
    both, new = (Became("姓名", "王示例", "汪示例"),), (Became("姓名", None, "汪示例"),)
    assert became == {
        "shili/publicity/2020-12-14/index.html": both,
        "shili/certification/2020-12-25/index.html": both,
        "shili/roster/index.html": both,
        "roster/index.html": both,
        "shili/certificate/SL-2020-A001/index.html": new,
    }
    assert {each.name for each in lines(told)} == {"汪示例"}


def test_renamed_file_is_no_change(tmp_path: Path) -> None:
    """The public does not see what a file is called."""
    old = samples.write(tmp_path / "old")
    new = samples.write(tmp_path / "new")
    file = new / samples.SHORT["a-001"]
    file.rename(file.with_name("a-077.yml"))
    assert difference.compare(view(old), view(new)) == ()


@pytest.mark.parametrize("event", ["撤回", "不予认定"])
def test_who_lost_the_name_is_not_named(tmp_path: Path, event: str) -> None:
    """A line that shows no name any more is told by its number and its note; no word of who it was is told."""
    gone = ("a-001", samples.A_001[samples.A_001.index(CERTIFIED) :], f"  - {{日期: 2020-12-15, 事项: {event}}}\n")
    proposed = ("a-001", samples.A_001[samples.A_001.index(CERTIFIED) :], "")
    old = view(samples.write(tmp_path / "old", proposed), IN_ROUND)
    told = difference.compare(old, view(samples.write(tmp_path / "new", gone), IN_ROUND))
    (line,) = lines(told)
    state = {"撤回": "已撤回", "不予认定": "未予认定"}[event]
    assert (line.deed, line.number, line.name, line.cells) == (Deed.CHANGED, 1, "", ())
    assert line.values == (
        *(Became(label, None, None) for label in ("姓名", "类别", "所在单位")),
        Became("状态", None, state),
    )
    assert ["王示例" in words(told), "示例大学" in words(told)] == [False, False]


def test_who_left_is_named_where_the_site_still_names(tmp_path: Path) -> None:
    """Who is in office no more leaves that list by name, for the roster still shows it; who was revoked does not."""
    root = samples.write(tmp_path)
    last, over = date(2022, 12, 24), date(2022, 12, 25)
    told = difference.compare(view(root, last), view(root, over))
    (line,) = (each for each in lines(told) if each.deed is Deed.REMOVED)
    assert (line.path, line.name) == ("roster/index.html", "王示例")
    revoked = samples.A_001 + "  - {日期: 2021-03-05, 事项: 取消资格, 事由: 示例事由, 文号: 示例〔2021〕2号}\n"
    told = changes(tmp_path, on=date(2021, 3, 5), **{"a-001": revoked})
    (line,) = (each for each in lines(told) if each.deed is Deed.REMOVED)
    assert (line.path, line.name, line.cells) == ("roster/index.html", "", ())
    assert ["王示例" in words(told), "示例事由" in words(told)] == [False, False]


def test_field_that_is_shown_no_more_keeps_its_words(tmp_path: Path) -> None:
    """Where the programme closes a field, the difference does not open it once more."""
    told = changes(tmp_path, ("programme", "名单: [姓名, 类别, 所在单位, 职务]", "名单: [姓名, 类别]"))
    assert "科研处副处长" not in words(told)
    closed = {each.label for change in lines(told) for each in change.values if each.new is None}
    assert closed == {"所在单位", "职务"}


def test_another_holder_of_a_certificate_is_not_tied_to_the_first(tmp_path: Path) -> None:
    """Where a number goes to another candidate, the first one leaves without a name."""
    a, b = "a-001", "a-002"
    other = samples.A_001.replace("王示例", "赵例").replace("13800000001", "13800000009").replace("wang@", "zhao@")
    old = samples.write(tmp_path / "old")
    new = samples.write(tmp_path / "new", **{samples.SHORT[a].replace(a, b): other})
    (new / samples.SHORT[a]).unlink()
    told = difference.compare(view(old), view(new))
    assert "王示例" not in words(told)
    assert {each.deed for each in lines(told)} == {Deed.ADDED, Deed.REMOVED}


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("programme", "截止: 2020-12-08", "截止: 2020-12-09"), Became("截止", "2020年12月8日", "2020年12月9日")),
        (("programme", '电话: "0393-0000000", 须', '电话: "0393-0000001", 须'),
         Became("异议电话", "0393-0000000", "0393-0000001")),
        (("site", "联系: 示例市科协学会部", "联系: 示例市科协办公室"),
         Became("联系", "示例市科协学会部", "示例市科协办公室")),
        (("a-001", "公示至: 2020-12-18", "公示至: 2020-12-21"),
         Became("公示期", "2020年12月14日至2020年12月18日，5个工作日（含首日）",
                "2020年12月14日至2020年12月21日，6个工作日（含首日）")),
        (("a-001", "任期至: 2022-12-24", "任期至: 2023-12-24"), Became("任期至", "2022年12月24日", "2023年12月24日")),
        (("a-001", "文号: 示例〔2020〕1号", "文号: 示例〔2020〕2号"),
         Became("文号", "示例〔2020〕1号", "示例〔2020〕2号")),
        (("form", "title: 示例联络员推荐表", "title: 示例联络员申报表"),
         Became("标题", "示例联络员推荐表", "示例联络员申报表")),
    ],
)  # fmt: skip
def test_what_a_page_says_is_told(tmp_path: Path, edit: tuple[str, str, str], expected: Became) -> None:
    """Deadlines, periods, channels, numbers of documents and what else a page says are told, old and new."""
    assert expected in [each for change in changes(tmp_path, edit) for each in change.values]


def test_notice_is_told_by_its_lines(tmp_path: Path) -> None:
    """Of a notice's text the number of lines is told that came and went, and not their words."""
    told = changes(tmp_path, ("notice", "热爱科技事业的工作人员", "热爱科技事业的在职人员"))
    assert [each.rewritten for each in told if each.rewritten] == [(Rewritten("正文", 1, 1),)]


def test_attachments_come_change_and_go(tmp_path: Path) -> None:
    """Documents beside the notice are told by their names, changed ones with their sizes."""
    old, new = (samples.write(tmp_path / name) / samples.PROGRAMMES / "attachments" for name in ("old", "new"))
    for folder, files in ((old, {"旧.txt": "a", "表.txt": "a"}), (new, {"表.txt": "ab", "新.txt": "a"})):
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    told = difference.compare(view(tmp_path / "old"), view(tmp_path / "new"))
    documents = {(each.deed, each.title, each.values) for each in told if each.subject is Subject.DOCUMENT}
    assert documents == {
        (Deed.ADDED, "附件：新.txt", ()),
        (Deed.REMOVED, "附件：旧.txt", ()),
        (Deed.CHANGED, "附件：表.txt", (Became("大小", "1 字节", "2 字节"),)),
    }


def test_new_pages_and_documents_are_told_by_title(tmp_path: Path) -> None:
    """A round that begins has a page and a PDF, and each is told with its address."""
    root = samples.write(tmp_path)
    told = difference.compare(view(root, date(2020, 12, 13)), view(root, date(2020, 12, 14)))
    new = {each.path: (each.subject, each.title) for each in told if each.deed is Deed.ADDED}
    on = "shili/publicity/2020-12-14"
    assert new[f"{on}/publicity.pdf"] == (Subject.DOCUMENT, "公示（PDF）")
    told_of = [each for each in told if (each.path, each.subject) == (f"{on}/index.html", Subject.PAGE)]
    assert [each.title for each in told_of] == ["示例联络员推荐认定拟认定名单公示（2020年12月14日）"]


def test_line_is_told_on_the_page_on_which_it_stands() -> None:
    """Of a long list the page is named that holds the line."""
    programme = site().programmes[0]
    entries = tuple(RoundEntry(number, "", (Cell("姓名", "姓名", f"示例{number}"),)) for number in range(1, 451))
    gone = (*entries[:-1], replace(entries[-1], cells=(), note="已撤回"))
    old, new = (
        site(replace(programme, rounds=(replace(programme.rounds[0], entries=each),))) for each in (entries, gone)
    )
    paths = {each.path for each in lines(difference.compare(old, new)) if "/publicity/" in each.path}
    assert paths == {f"{programme.slug}/publicity/{programme.rounds[0].on}/3/index.html"}


@pytest.fixture(scope="module")
def longdu(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return models.whole(REPO, tmp_path_factory.mktemp("longdu"))


def told_texts(told: Iterable[Change]) -> set[str]:
    values = {text for each in told for became in each.values for text in (became.old, became.new) if text}
    return values | {text for each in told for _, text in each.cells} | {each.name for each in told}


@settings(max_examples=12, deadline=None)
@given(days=st.tuples(st.integers(0, 900), st.integers(0, 900)))
def test_no_page_changes_untold_and_nothing_withheld_is_told(longdu: Path, days: tuple[int, int]) -> None:
    """Between any two days every page that differs is told of, and no word is told that the later site withholds."""
    loaded = content.load(longdu)[0]
    before, after = (date(2020, 11, 20) + timedelta(days=each) for each in days)
    old, (new, guard) = public.project(loaded, before)[0], public.project(loaded, after)
    told = difference.compare(old, new)
    assert told_texts(told) & {each.text for each in guard.withheld} == set()
    said = words(told)
    assert [each.field for each in guard.withheld if each.secret == "exact" and each.text in said] == []
    was, now = (
        {each.path: each for each in pages.plan(it) if isinstance(each, Page) and "meta" in each.data}
        for it in (replace(old, as_of=after), new)
    )
    differing = {path for path in {*was, *now} if was.get(path) != now.get(path)}
    assert differing - {each.path for each in told} == set()


def test_marks_are_of_one_run_and_reach_no_output(longdu: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With other marks the site is the same byte for byte, and no output holds one."""
    loaded = content.load(longdu)[0]
    on = date(2021, 3, 17)
    first = view_of(loaded, on)
    monkeypatch.setattr(marks, "_SALT", b"another salt")
    second = view_of(loaded, on)
    one, other = ([each for each in all_marks(it)] for it in (first, second))
    assert (len(one), set(one) & set(other)) == (len(other), set())
    drawn = [
        {each.path: each.data for each in render.all(pages.plan(it), longdu)[0] if not each.path.endswith(BINARY)}
        for it in (first, second)
    ]
    assert drawn[0] == drawn[1]
    assert [path for path, data in drawn[0].items() if any(each.encode() in data for each in one)] == []


def view_of(loaded: Site, on: date) -> PublicSite:
    return public.project(loaded, on)[0]


def all_marks(held: PublicSite) -> list[str]:
    """Return the mark of every line of the site."""
    lists = [
        (*(entry for of_day in each.rounds for entry in of_day.entries), *each.roster,
         *(entry for notice in each.certifications for entry in notice.entries))
        for each in held.programmes
    ]  # fmt: skip
    return [line.mark for lines_ in lists for line in lines_]
