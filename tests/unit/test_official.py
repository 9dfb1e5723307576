"""Official documents as PDF: measured, read back, looked through; what goes wrong is a finding."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline import build, content, leaks, markup, pages, public, render
from pipeline.outputs import Output
from pipeline.paper import official, official_lists, official_titles, typeset
from pipeline.public.decisions import Amendment, Cell, Edition
from pipeline.public.guard import Guard, Withheld
from pipeline.public.office import PublicTypesetting
from pipeline.public.types import PublicProgramme, RoundEntry
from pipeline.render.environment import folders
from pipeline.terms import PERSON
from tests import samples
from tests.unit import public_fixture as fixture

ROOT = Path(__file__).parents[2]
PLACES = folders(ROOT, None)
BANNER = "演示数据，名单中的人员和单位均为虚构"
ISSUE = official.Issue(PublicTypesetting(), fixture.AS_OF)
MM = 72 / 25.4
HOSTILE = r'#panic("x") $x^2$ \u{41} @ref <lab> `c` // d /* e */ #{1+1} = f [g] --- "q" #read("/etc/hosts")'
PRIVATE = "13700001234"

Box = tuple[str, float, float, float, float]


def boxes(data: bytes, number: int = 0) -> list[Box]:
    """Return (character, left, bottom, right, top) of a page in mm from the page's lower left corner."""
    document = pypdfium2.PdfDocument(data)
    text = document[number].get_textpage()
    found: list[Box] = []
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        left, bottom, right, top = (each / MM for each in text.get_charbox(index, loose=True))
        if character.strip():
            found.append((character, left, bottom, right, top))
    document.close()
    return found


def texts(data: bytes) -> list[str]:
    """Return the text of every page without blanks, without its number."""
    document = pypdfium2.PdfDocument(data)
    found = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return [re.sub(r"—\d+—", "", each) for each in found]


def squeezed(text: str) -> str:
    return "".join(text.split())


def lines(found: list[Box]) -> list[list[Box]]:
    """Return the characters of each line, from the top of the page."""
    by_height: dict[int, list[Box]] = {}
    for each in found:
        by_height.setdefault(round(each[2]), []).append(each)
    return [by_height[height] for height in sorted(by_height, reverse=True)]


def plain(characters: int = 1400, typesetting: PublicTypesetting | None = None) -> bytes:
    """Return a notice of one long paragraph without marks."""
    programme = fixture.programme()
    notice = replace(programme.notice, body="科" * characters)
    issue = official.Issue(typesetting or PublicTypesetting(), fixture.AS_OF)
    return official.notice_pdf(replace(programme, notice=notice), issue, PLACES).data


def drawn(programme: PublicProgramme, issue: official.Issue = ISSUE) -> Iterator[official.Drawn]:
    """Yield a programme's documents of all four kinds."""
    yield official.notice_pdf(programme, issue, PLACES)
    yield official.publicity_pdf(programme, programme.rounds[0], issue, PLACES)
    yield official.certification_pdf(programme, programme.certifications[0], issue, PLACES)
    yield official.roster_pdf(programme, issue, PLACES)


def tags(data: bytes, tmp_path: Path) -> Counter[str]:
    """Return how often each kind of tag stands in a document."""
    file = tmp_path / "x.pdf"
    file.write_bytes(data)
    counted: Counter[str] = Counter()

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if "/S" in node:
                counted[str(node["/S"]).strip("/")] += 1
            if "/K" in node:
                walk(node["/K"])

    catalog: Any = pypdf.PdfReader(file).trailer["/Root"]
    walk(catalog["/StructTreeRoot"])
    return counted


def test_a_page_has_22_lines_of_28_characters() -> None:
    """On a full page the lines fill the type area: 28 mm from the left, 37 from the top, 156 by 225."""
    page = [each for each in boxes(plain(), 1) if each[0] == "科"]
    rows = lines(page)
    assert [len(each) for each in rows] == [28] * 22
    assert [min(each[1] for each in page), max(each[3] for each in page)] == pytest.approx([28, 184], abs=0.3)
    tops = [row[0][4] for row in rows]
    assert [above - below for above, below in pairwise(tops)] == pytest.approx([225 / 22] * 21, abs=0.05)
    assert 297 - tops[0] == pytest.approx(37 + (225 / 22 - 16 / MM) / 2, abs=0.3)
    assert rows[-1][0][2] == pytest.approx(35 + (225 / 22 - 16 / MM) / 2, abs=0.3)


def test_paragraphs_are_indented_by_two_characters_and_addressees_are_not() -> None:
    """The first character of a paragraph stands two characters in, 主送 at the edge."""
    first = lines(boxes(plain()))
    body = next(row for row in first if row[0][0] == "科")
    addressees = next(row for row in first if row[0][0] == "各")
    assert [body[0][1], addressees[0][1]] == pytest.approx([28 + 2 * 156 / 28, 28], abs=0.1)


def test_settings_move_the_type_area() -> None:
    """Lines, characters and margins of the settings are those of the page."""
    own = PublicTypesetting(top=30, bottom=30, left=25, right=25, lines=20, characters=25)
    page = [each for each in boxes(plain(typesetting=own), 1) if each[0] == "科"]
    assert [len(each) for each in lines(page)] == [25] * 20
    assert [min(each[1] for each in page), max(each[3] for each in page)] == pytest.approx([25, 185], abs=0.8)


def test_page_numbers_stand_outside_below_the_type_area() -> None:
    """— 1 — in 14 points, its dash 7 mm below the type area: odd pages right, even left, a character from the edge."""
    odd, even = ([each for each in boxes(plain(), page) if each[0] in "—12"][-3:] for page in (0, 1))
    assert ["".join(each[0] for each in number) for number in (odd, even)] == ["—1—", "—2—"]
    em = 14 / MM
    assert odd[-1][3] == pytest.approx(184 - em, abs=0.3)
    assert even[0][1] == pytest.approx(28 + em, abs=0.3)
    document = pypdfium2.PdfDocument(plain())
    text = document[0].get_textpage()
    dash = text.get_charbox(text.get_text_range().index("—"))
    assert 35 - dash[3] / MM == pytest.approx(7, abs=0.15)
    document.close()


def test_signature_stands_as_unsealed_documents_have_it() -> None:
    """The issuer ends two characters from the edge, the day begins two after it; a long day moves the issuer."""
    character = 156 / 28

    def places(issuer: str, dated: str) -> tuple[Box, Box, Box]:
        programme = fixture.programme()
        notice = replace(programme.notice, body="文。", issuer=issuer, dated=dated)
        rows = lines(boxes(official.notice_pdf(replace(programme, notice=notice), ISSUE, PLACES).data))
        name, day = rows[-3], rows[-2]
        return name[0], name[-1], day[0]

    first, last, day = places("示例市科学技术协会联合会", "2020年11月25日")
    assert last[3] == pytest.approx(184 - 2 * character, abs=0.4)
    assert day[1] - first[1] == pytest.approx(2 * character, abs=0.1)
    first, last, day = places("示例科协", "2020年11月25日")
    assert day[1] - first[1] == pytest.approx(2 * character, abs=0.1)
    assert last[3] < 184 - 4 * character


def test_full_width_marks_side_by_side_are_squeezed() -> None:
    """Of ”、“ each takes half a character."""
    programme = fixture.programme()
    notice = replace(programme.notice, title="通知", body="甲“乙”、“丙”。“丁”，")
    found = {
        each[0]: each for each in boxes(official.notice_pdf(replace(programme, notice=notice), ISSUE, PLACES).data)
    }
    half = 8 / MM
    assert found["丁"][1] - found["丙"][3] == pytest.approx(3 * half + half, abs=1.2)


def test_notice_is_word_for_word() -> None:
    """The PDF of the shipped notice says what notice.md says, in its order, and nothing else."""
    site, _ = content.load(ROOT)
    view, _ = public.project(site, date(2021, 3, 17))
    programme = view.programmes[0]
    notice = programme.notice
    body = re.sub(r"<[^>]+>", "", str(markup.to_html(notice.body)))
    found = "".join(texts(official.notice_pdf(programme, ISSUE, PLACES).data))
    assert found == squeezed(notice.title + notice.addressees + body + notice.issuer + notice.dated)


def test_every_row_is_there_and_every_page_has_the_head(tmp_path: Path) -> None:
    """A list over several pages repeats its head, keeps its rows whole, and is tagged as a table."""
    programme = fixture.programme(60)
    data = official.publicity_pdf(programme, programme.rounds[0], ISSUE, PLACES).data
    found = texts(data)
    lists = [each for each in found if "序号姓名类别所在单位职务" in each]
    assert len(lists) == len(found) - 2
    assert [
        each for each in programme.rounds[0].entries for cell in each.cells if cell.text not in "".join(found)
    ] == []
    assert "（已撤回）" in "".join(found)
    counted = tags(data, tmp_path)
    assert (counted["H1"], counted["TH"]) == (2, 5)
    assert counted["TR"] == 61


def test_certification_is_grouped_and_its_annex_stands_apart() -> None:
    """The list begins on a page of its own under 附件, by category, with the numbers of the certificates."""
    programme = fixture.programme()
    found = texts(official.certification_pdf(programme, programme.certifications[0], ISSUE, PLACES).data)
    annex = next(each for each in found if each.startswith("附件"))
    number = programme.certifications[0].entries[0].certificate_number
    assert number in annex
    assert [each for each in found[: found.index(annex)] if number in each] == []
    assert "附件：" in "".join(found[: found.index(annex)])


def test_roster_goes_in_parts() -> None:
    """A part holds its own lines, says which part it is, and the numbers of the whole."""
    programme = fixture.programme(30)
    part = official.roster_pdf(programme, ISSUE, PLACES, programme.roster[10:20], "第2部分，共3部分").data
    found = "".join(texts(part))
    assert "（截至2021年3月17日，第2部分，共3部分）" in found
    assert "共认定30名" in found
    assert ("YBZG-2020-A011" in found, "YBZG-2020-A010" in found, "YBZG-2020-A021" in found) == (True, False, False)


def test_several_annexes_are_numbered_as_the_source_has_them() -> None:
    """附件说明 of several names hangs; numbers stay as they were written."""
    programme = fixture.programme()
    notice = replace(programme.notice, body="文。\n\n附件：1、" + "甲" * 40 + "\n\n2、乙表")
    rows = lines(boxes(official.notice_pdf(replace(programme, notice=notice), ISSUE, PLACES).data))
    first, second, third = (row for row in rows if row[-1][0] in "甲表")
    assert [each[0] for each in first[:5]] == list("附件：1、")
    assert second[0][1] == pytest.approx(first[5][1], abs=1.5)
    assert third[0][1] == pytest.approx(first[3][1], abs=1.5)


def test_amendments_are_told_below_the_list() -> None:
    """What was corrected after publication is said as the page says it."""
    programme = fixture.programme()
    kinds = (
        Amendment("更正", 1, "职务", "主任", "副主任"),
        Amendment("变更", 2, "", None, None, date(2021, 3, 19)),
        Amendment("更正", 3, "职务", None, None),
    )
    of_day = replace(programme.rounds[0], editions=(Edition(2, date(2021, 1, 8), kinds),))
    found = "".join(texts(official.publicity_pdf(programme, of_day, ISSUE, PLACES).data))
    assert (
        "第2版（2021年1月8日）：序号1，“职务”由“主任”更正为“副主任”；序号2，经变更重新公示，重新公示至2021年3月19日；"
        "序号3，“职务”已更正，内容不再列示。" in found
    )


def test_demonstration_says_so_on_every_page() -> None:
    """Every page of every document carries the line; a real site's carry none."""
    for each in drawn(fixture.programme(), replace(ISSUE, banner=BANNER)):
        assert [page for page in texts(each.data) if BANNER not in page] == []
    assert [each for each in drawn(fixture.programme()) if "演示" in "".join(texts(each.data))] == []


def test_no_text_is_code() -> None:
    """What looks like the typesetter's language comes out as it was written, wherever it stands."""
    programme = fixture.programme()
    cells = tuple(Cell(label, label, HOSTILE) for label in fixture.LABELS)
    hostile = replace(
        programme,
        name=HOSTILE,
        terms=replace(PERSON, measure=HOSTILE),
        notice=replace(
            programme.notice, title=HOSTILE, addressees=HOSTILE, issuer=HOSTILE, dated=HOSTILE, body=f"甲{HOSTILE}"
        ),
        rounds=(replace(programme.rounds[0], entries=(RoundEntry(1, "", cells),)),),
        certifications=(replace(programme.certifications[0], body=f"甲{HOSTILE}", title=HOSTILE, list_title=HOSTILE),),
        roster=tuple(replace(each, cells=cells) for each in programme.roster[:1]),
    )
    for each in drawn(hostile):
        assert squeezed(HOSTILE) in "".join(texts(each.data))


def test_same_bytes_and_the_documents_own_day(tmp_path: Path) -> None:
    """Two runs give the same bytes; the date in the file is that of the document, not of the day."""
    programme = fixture.programme()
    again = (replace(ISSUE, as_of=date(2024, 1, 1)),)
    assert [each.data for each in drawn(programme)] == [each.data for each in drawn(programme)]
    first, later = (official.notice_pdf(programme, issue, PLACES).data for issue in (ISSUE, *again))
    assert first == later
    (tmp_path / "x.pdf").write_bytes(first)
    told = pypdf.PdfReader(tmp_path / "x.pdf").metadata
    assert told is not None
    assert (str(told.get("/CreationDate"))[:10], told.title) == (
        "D:20201125",
        programme.notice.title.replace("\n", "").replace(" ", ""),
    )


def test_everything_drawn_comes_from_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """With all texts of the data blotted out, anybody's document says the same: the scan may read the data alone."""

    def blotted(part: Any) -> Any:
        if isinstance(part, str):
            return "〇" if part not in ("按姓氏笔画", "") and part not in KINDS else part
        if isinstance(part, Mapping):
            return {key: blotted(each) for key, each in part.items()}
        return [blotted(each) for each in part] if isinstance(part, list | tuple) else part

    real = typeset.typeset

    def blind(template: str, data: Mapping[str, Any], *rest: Any) -> bytes:
        return real(template, blotted(data), *rest)

    monkeypatch.setattr(typeset, "typeset", blind)
    private = fixture.programme()
    strange = replace(
        private,
        rounds=tuple(
            replace(each, entries=tuple(replace(one, cells=_veiled(one.cells)) for one in each.entries))
            for each in private.rounds
        ),
        roster=tuple(replace(each, cells=_veiled(each.cells), certificate_number="X") for each in private.roster),
    )
    for one, other in zip(drawn(private), drawn(strange), strict=True):
        assert texts(one.data) == texts(other.data)


KINDS = frozenset({"heading", "paragraph", "run-in", "strong", "em", "link", "plain", "break", "list", "table"})


def _veiled(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(replace(each, text="甲" * len(each.text)) for each in cells)


def test_the_scan_reads_what_a_pdf_was_made_of() -> None:
    """A private value in a document stops the site, even where the PDF does not show its characters in a row."""
    programme = fixture.programme()
    notice = replace(programme.notice, body=f"电话*{PRIVATE[:4]}*{PRIVATE[4:]}，王某某")
    drawing = official.notice_pdf(replace(programme, notice=notice), ISSUE, PLACES)
    output = Output("x/notice.pdf", drawing.data, drawing.reading)
    guard = Guard.over((Withheld(PRIVATE, "exact", "手机号", "a.yml"),))
    assert [each.code for each in leaks.scan((output,), guard)] == ["P501", "P503"]
    assert leaks.scan((replace(output, reading="电话"),), guard) == ()


def test_character_without_a_font_leaves_the_document_out(tmp_path: Path) -> None:
    """T611 names the code point and the field; the page stays and offers no PDF."""
    programme = fixture.programme()
    cells = (Cell("姓名", "姓名", "王\U0003134a"), *programme.rounds[0].entries[0].cells[1:])
    first = (replace(programme.rounds[0], entries=(RoundEntry(1, "A类", cells),)),)
    site = fixture.site(replace(programme, rounds=first))
    outputs, findings = render.all(pages.plan(site), fixture.root(tmp_path))
    assert [(each.code, dict(each.params)) for each in findings] == [
        ("T611", {"field": "姓名", "characters": "U+3134A"})
    ]
    by_path = {each.path: each for each in outputs}
    place = f"{fixture.SLUG}/publicity/2020-12-14"
    assert f"{place}/publicity.pdf" not in by_path
    assert "下载 PDF" not in by_path[f"{place}/index.html"].data.decode()
    assert "下载 PDF" in by_path[f"{fixture.SLUG}/index.html"].data.decode()


def test_template_of_the_office_comes_first_and_may_fail(tmp_path: Path) -> None:
    """The office's own notice.typ can use the shipped parts; a wrong one is T610, and none may ask for a package."""
    own = fixture.root(tmp_path) / "site_templates/print/notice.typ"
    own.parent.mkdir(parents=True)
    own.write_text('#import "official.typ": *\n#show: official\n#heading("自己的版式")\n', encoding="utf-8")
    places = folders(tmp_path, None)
    assert "自己的版式" in "".join(texts(official.notice_pdf(fixture.programme(), ISSUE, places).data))
    for wrong in ("#data.nothing", '#import "@preview/x:1.0.0"'):
        own.write_text(wrong, encoding="utf-8")
        findings = render.all(pages.plan(fixture.site(fixture.fresh_programme())), tmp_path)[1]
        assert [(each.code, each.where.path) for each in findings] == [("T610", "site_templates/print/notice.typ")]


def test_long_lists_have_no_pdf() -> None:
    """Above a thousand lines staff export the list in parts."""
    few, many = (
        [each.path for each in pages.plan(fixture.site(fixture.programme(count))) if each.path.endswith(".pdf")]
        for count in (1000, 1001)
    )
    assert len(few) - len(many) == 3
    assert f"{fixture.SLUG}/roster/roster.pdf" not in many


def test_settings_reach_the_documents(tmp_path: Path) -> None:
    """排版 in site.yml is read, judged and handed on; what is not written is as the standard has it."""
    written = "排版: {字体: 系统, 页边距: {上: 30mm, 左: 25.5mm}, 每行字数: 25}\n联系:"
    root = samples.write(tmp_path, ("site", "联系:", written))
    judged = build.check(root, date(2021, 3, 17))
    view, _ = public.project(judged.site, judged.as_of)
    assert view.typesetting == PublicTypesetting(True, 30, 35, 25.5, 26, 22, 25)


def test_fonts_of_the_machine_come_before_ours() -> None:
    """With 字体: 系统 a machine without the office's fonts still sets the document, in ours."""
    data = plain(100, PublicTypesetting(system_fonts=True))
    assert "科" * 100 in "".join(texts(data))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("示例市科协关于印发办法的通知", ("示例市科协关于印发办法的通知",)),
        (
            "濮阳市科协关于开展首批“科创龙都”联络员推荐认定工作的通知",
            ("濮阳市科协关于开展首批“科创龙都”", "联络员推荐认定工作的通知"),
        ),
        (
            "示例市科协关于开展2021年度科普教育基地推荐工作的通知",
            ("示例市科协关于开展2021年度", "科普教育基地推荐工作的通知"),
        ),
        ("作者\n自己断的行", ("作者", "自己断的行")),
    ],
)
def test_title_is_broken_where_a_phrase_ends(title: str, expected: tuple[str, ...]) -> None:
    """An author's own lines stay; any other long title is broken between phrases."""
    assert official_titles.lines(title) == expected


@given(st.text(alphabet="科协关于的通知“”《》（）2021年度、，A推荐", min_size=1, max_size=80))
def test_title_loses_nothing(title: str) -> None:
    """The lines together are the title, none is empty, and none begins with a closing mark that another could hold."""
    found = official_titles.lines(title)
    assert "".join(found) == title.strip()
    assert all(found)


@example([["", "11111111111111科科科科科科", "11111111111111科科科科科科"]])
@given(st.lists(st.lists(st.text(alphabet="科a1-（）", max_size=30), min_size=3, max_size=3), min_size=1, max_size=8))
def test_columns_fill_the_room(rows: list[list[str]]) -> None:
    """Whatever the texts, the columns share the room that a page has; short texts are never wrapped."""
    made = official_lists.listing(("甲", "乙", "丙"), (("", [[(text, 1) for text in row] for row in rows]),))
    widths = [each["width"] for each in made["columns"]]
    assert sum(widths) * made["size"] == pytest.approx(official_lists.UPRIGHT, rel=0.01)
    assert min(widths) > 2
