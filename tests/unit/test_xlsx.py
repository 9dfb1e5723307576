"""The workbook: every cell text, the same bytes, set up to be printed."""

import io
import zipfile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.paper import xlsx

COLUMNS = ("序号", "姓名", "电话", "工作简历")
ROWS = (("1", "王示例", "13800000001", "第一行\n第二行"), ("2", "䶮𬱖堃", "=1+1", "http://example.com"))
KNOWN = {xlsx.PROGRAMME: "shili", xlsx.VERSION: "0123abcd"}


def opened(data: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def test_cells_come_back_as_text() -> None:
    """Title, headings and rows stand where readers look for them, numbers as text, lines and rare characters kept."""
    page = opened(xlsx.to_xlsx("汇总表", COLUMNS, ROWS, KNOWN))
    found = [[cell.value for cell in row] for row in page.iter_rows()]
    assert [text for text in found[xlsx.TITLE_ROW - 1] if text] == ["汇总表"]
    assert tuple(found[xlsx.HEADER_ROW - 1]) == COLUMNS
    assert [tuple(row) for row in found[xlsx.HEADER_ROW :]] == list(ROWS)


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-1", "@SUM(A1)", '=HYPERLINK("x")', "1e5", "00123", "mailto:a@b.cn", "{=1}"]
)
def test_nothing_becomes_a_formula_or_a_number(text: str) -> None:
    """What looks like a formula, a number or a link is a string, and its cell stays text when it is edited."""
    data = xlsx.to_xlsx("表", ("甲",), ((text,),), KNOWN)
    cell = opened(data).cell(xlsx.HEADER_ROW + 1, 1)
    assert (cell.data_type, cell.value, cell.number_format, cell.hyperlink) == ("s", text, "@", None)
    assert "<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()


def test_same_list_gives_same_bytes() -> None:
    """No time of day is in the file, neither in its properties nor in its container."""
    data = xlsx.to_xlsx("表", COLUMNS, ROWS, KNOWN)
    assert data == xlsx.to_xlsx("表", COLUMNS, ROWS, KNOWN)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in parts.read("docProps/core.xml")


def test_page_is_set_up_to_be_printed() -> None:
    """A4 landscape, as wide as the paper, headings on every page and frozen."""
    page = opened(xlsx.to_xlsx("表", COLUMNS, ROWS, KNOWN))
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
    assert (page.freeze_panes, page.print_title_rows) == ("C3", "$1:$2")


def test_book_says_what_it_is_of() -> None:
    """Programme and version of the form stand in the file's own properties."""
    book = openpyxl.load_workbook(io.BytesIO(xlsx.to_xlsx("表", COLUMNS, ROWS, KNOWN)))
    assert {each.name: each.value for each in book.custom_doc_props.props} == KNOWN


def test_text_too_long_for_a_cell_is_cut() -> None:
    """The longest text that the format takes is written, the rest is not, and the file can be opened."""
    page = opened(xlsx.to_xlsx("表", ("甲",), (("字" * 40000,),), KNOWN))
    assert page.cell(xlsx.HEADER_ROW + 1, 1).value == "字" * xlsx.LONGEST


def test_columns_are_as_wide_as_what_they_hold() -> None:
    """A long column is wider than a short one, and none is wider than a page can bear."""
    page = opened(xlsx.to_xlsx("表", ("甲", "乙"), (("一", "长" * 200),), KNOWN))
    assert page.column_dimensions["A"].width < 10 < page.column_dimensions["B"].width < 50


def test_rows_are_as_high_as_what_they_hold() -> None:
    """A row of several lines, or of one that is wrapped, is higher than one of a word; none is beyond the format."""
    rows = (("一",), ("一\n二\n三",), ("长" * 100,), ("行\n" * 500,))
    page = opened(xlsx.to_xlsx("表", ("甲",), rows, KNOWN))
    low, three, wrapped, most = (page.row_dimensions[xlsx.HEADER_ROW + number].height for number in range(1, 5))
    assert low < three < wrapped < most < 410
