"""A form of several pages: rows fall on pages of A4, headings and printed words take whole rows, whoever draws it."""

import re
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from pipeline import content
from pipeline.forms import paging
from pipeline.intake.word import read_docx
from pipeline.model import Programme
from pipeline.paper import form_pdf, word
from pipeline.render.environment import environment, folders
from pipeline.staff import sheets
from tests import samples
from tests.unit import word_sheets
from tests.unit.word_sheets import W

PLACES = folders(word_sheets.ROOT, None)
LAYOUT = """\
x-layout:
  列宽: [28mm, 50mm, 28mm, 50mm]
  行:
    - 标题: 一、基本情况
    - {高: 10mm, 格: [类别, 姓名]}
    - {高: 10mm, 格: [所在单位, 职务]}
    - {高: 10mm, 格: [[手机号, 3]]}
    - 标题: 二、工作简历
    - {高: 230mm, 格: [[工作简历, 3]]}
    - {标题: 三、声明和意见, 另起一页: true}
    - {高: 30mm, 文字: "本人声明：\\n所填内容真实。", 签字: 申报人签字}
    - {高: 35mm, 格: [[单位意见, 3]]}
"""


def form(layout: str = LAYOUT) -> str:
    return samples.FORM[: samples.FORM.index("x-layout:")] + layout


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """Give a programme whose form has three pages."""
    path = "content/programmes/shili/form.yml"
    site, findings = content.load(samples.write(tmp_path, **{path: form()}))
    assert [each.code for each in findings if each.severity == "error"] == []
    return site.programmes[0]


@given(
    st.lists(st.tuples(st.floats(5, 120), st.integers(0, 2), st.booleans()), min_size=1, max_size=40),
)
def test_pages_hold_every_row_once_and_part_no_block(rows: list[tuple[float, int, bool]]) -> None:
    """Each row is on one page, no page is fuller than A4 but for a block that no page could hold."""
    heights, ties, begins = [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]
    found = paging.pages(heights, ties, begins)
    assert [row for first, after in found for row in range(first, after)] == list(range(len(rows)))
    starts = {first for first, _ in found}
    blocks = list(paging.blocks(ties))
    assert starts <= {first for first, _ in blocks}
    for first, after in found:
        whole = (first, after) in blocks
        assert whole or sum(heights[first:after]) <= paging.HIGHEST


def test_heading_stays_with_the_row_below(programme: Programme) -> None:
    """A heading goes over to the next page with its row; 另起一页 begins one."""
    assert programme.form.layout.pages == ((0, 4), (4, 6), (6, 9))


def test_html_has_a_table_a_page(programme: Programme) -> None:
    """Heading and words stand in cells across the table; measures of every page stand in the stylesheet."""
    layout = programme.form.layout
    templates = environment(PLACES)
    drawn = templates.get_template("blocks/form_grid.html").module
    tables = html.fromstring(f"<div>{drawn.form_grid(layout, '表')}</div>").findall("table")  # type: ignore[attr-defined]
    assert [len(each.findall("tbody/tr")) for each in tables] == [4, 2, 3]
    last = tables[-1]
    assert last.findtext("tbody/tr[1]/th[@colspan='4']") == "三、声明和意见"
    assert last.findtext("tbody/tr[2]/td[@colspan='4']/div/p[2]") == "所填内容真实。"
    assert len(last.findall("tbody/tr[2]/td/div/p[@class='form-signature']")) == 1
    style = templates.get_template("assets/form.css").render(layout=layout)
    assert re.findall(r"(\S+) > tbody > tr:nth-child\(2\) { height: (\S+); }", style) == [
        (".form-grid", "10mm"),
        (".form-page-2", "230mm"),
        (".form-page-3", "30mm"),
    ]


def test_pdf_has_the_pages(programme: Programme) -> None:
    """The PDF has a page for each page of the layout, each with its number."""
    pages = list(pypdfium2.PdfDocument(form_pdf.to_pdf([sheets.blank(programme)], PLACES)))
    said = ["".join(page.get_textpage().get_text_bounded().split()) for page in pages]
    assert len(said) == 3
    assert "二、工作简历" in said[1]
    assert "本人声明：所填内容真实。申报人签字：年月日" in said[2]
    assert "第3页，共3页" in said[2]


def test_word_has_a_table_a_page(programme: Programme) -> None:
    """Word gets a table for each page, and a page break before each but the first."""
    body = word_sheets.body(word.to_docx(sheets.blank(programme)))
    tables = body.findall(f"{W}tbl")
    assert [len(each.findall(f"{W}tr")) for each in tables] == [4, 2, 3]
    assert len(body.findall(f"{W}p/{W}pPr/{W}pageBreakBefore")) == 2
    assert "申报人签字：" in word_sheets.words(tables[2])


def test_form_that_comes_back_has_nothing_left_over(programme: Programme) -> None:
    """What the form prints itself is no part of what a candidate wrote."""
    filled = sheets.sheet(programme, programme.submissions[0])
    (reading,) = read_docx(word.to_docx(filled), programme.form).readings
    assert reading.leftover == ()
    assert {each.field for each in reading.reads} >= {"姓名", "工作简历", "单位意见"}


BAD = {
    "S330": "    - {标题: 甲, 格: [类别, 姓名]}",
    "S331": "    - 标题: [甲]",
    "S332": "    - {高: 10mm, 文字: 本人声明所填内容真实, 签字: 申报人签字}",
    "S333": "    - {标题: 甲, 另起一页: 是}",
    "S334": "    - {高: 240mm, 文字: 甲}\n    - {高: 20mm, 文字: 乙}",
    "S335": "    - {高: 10mm, 格: [类别, [姓名, 1, 2]]}\n    - 标题: 甲",
    "S336": "    - {高: 5mm, 格: [类别, 姓名]}",
    "S268": "    - 标题: 甲\n    - {高: 245mm, 格: [[工作简历, 3]]}",
}


@pytest.mark.parametrize("code", BAD)
def test_wrong_rows_are_found(code: str, tmp_path: Path) -> None:
    """Rows of two kinds, texts that are none or have no room, pages that hold hardly anything are findings."""
    head = "x-layout:\n  列宽: [28mm, 50mm, 28mm, 50mm]\n  行:\n"
    made = form(head + BAD[code] + "\n")
    if code == "S336":
        made = made.replace(
            '{$ref: "gongshi:kinds#/类别"}',
            "{type: string, enum: [甲类人员和乙类人员, 乙类人员, 丙类人员, 丁类人员, 戊类人员]}",
        )
    _, findings = content.load(samples.write(tmp_path, **{"content/programmes/shili/form.yml": made}))
    assert code in {each.code for each in findings}
