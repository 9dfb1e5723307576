"""Cells that take several rows, as a photo does: the same in HTML, PDF and Word, with the room of all their rows."""

import re
from pathlib import Path

import pypdfium2
import pytest
from lxml import html

from pipeline import content, forms
from pipeline.forms import Layout, LayoutCell, LayoutRow
from pipeline.paper import form_pdf, word
from pipeline.paper.sheet import Sheet
from pipeline.render.environment import environment, folders
from pipeline.staff import sheets
from tests import models
from tests.unit import word_sheets
from tests.unit.word_sheets import ROOT, W

PLACES = folders(ROOT, None)
PHOTO = "照片"


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """Give the blank form of the model, whose photo takes four rows."""
    root = models.whole(ROOT / "tests" / "golden" / "zhuanjia", tmp_path / "root")
    (programme,) = content.load(root)[0].programmes
    return sheets.blank(programme)


def test_cells_below_keep_their_places(sheet: Sheet) -> None:
    """The rows beside the photo have the columns that it leaves, those below it all of them."""
    assert sheet.layout.places()[:5] == ((0, 1, 2, 3, 4, 5), (0, 1, 2, 3), (0, 1, 2, 3), (0, 1, 2, 3), (0, 1))


def test_a_cell_may_stand_left_of_others() -> None:
    """What stands in the first columns moves the cells of the next row to the right."""
    tall = LayoutCell("label", "甲", "甲", 1, down=2), LayoutCell("value", "甲", "", 2, down=2)
    short = LayoutCell("label", "乙", "乙", 1), LayoutCell("value", "乙", "", 1)
    layout = Layout(("20mm",) * 5, (LayoutRow("9mm", (*tall, *short)), LayoutRow("9mm", short)))
    assert layout.places() == ((0, 1, 3, 4), (3, 4))


def test_html_spans_the_rows(sheet: Sheet) -> None:
    """Label and room of the photo have the rows of the layout, nothing else has."""
    drawn = environment(PLACES).get_template("blocks/form_grid.html").module
    table = html.fromstring(str(drawn.form_grid(sheet.layout, sheet.title)))  # type: ignore[attr-defined]
    found = [(each.tag, each.get("rowspan")) for each in table.xpath("./tbody/tr/*[@rowspan]")]
    assert found == [("th", "4"), ("td", "4")]


def test_word_merges_the_cells_below(sheet: Sheet) -> None:
    """Every row has all columns; those of the photo begin once and go on three times."""
    table = word_sheets.body(word.to_docx(sheet)).find(f"{W}tbl")
    assert table is not None
    merged = []
    for row in table.findall(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        spans = [each.find(f"{W}tcPr/{W}gridSpan") for each in cells]
        assert sum(1 if each is None else int(each.get(f"{W}val", "1")) for each in spans) == len(sheet.layout.columns)
        found = [each.find(f"{W}tcPr/{W}vMerge") for each in cells]
        merged.append([each.get(f"{W}val") for each in found if each is not None])
    assert merged[:5] == [["restart"] * 2, *[["continue"] * 2] * 3, []]


def test_pdf_is_one_page_with_every_box(sheet: Sheet) -> None:
    """The blank form stays on its page, boxes in narrow cells too."""
    document = pypdfium2.PdfDocument(form_pdf.to_pdf([sheet], PLACES))
    text = re.sub(r"\s", "", document[0].get_textpage().get_text_bounded())
    choices = [each for row in sheet.layout.rows for cell in row.cells for each in cell.choices]
    assert (len(document), [each for each in choices if each not in text]) == (1, [])


def test_boxes_that_fit_nowhere_are_drawn_in_their_cell() -> None:
    """Boxes never go on a further sheet, where nobody could tick them beside the others."""
    cells = (
        LayoutCell("label", "甲", "甲", 1),
        LayoutCell("value", "甲", "", 1, "choices", ("研究生", "本科"), ("研究生", "本科")),
    )
    sheet = Sheet("表", Layout(("20mm", "10mm"), (LayoutRow("6mm", cells),)), "shili", "12345678")
    document = pypdfium2.PdfDocument(form_pdf.to_pdf([sheet], PLACES))
    assert len(document) == 1


def test_an_opinion_gives_way_to_the_code_before_a_sub_table_does(tmp_path: Path) -> None:
    """Where the code needs room, lines of a sub-table stay on the page; a text can be set smaller."""
    root = models.whole(ROOT / "tests" / "golden" / "zhuanjia", tmp_path / "root")
    (programme,) = content.load(root)[0].programmes
    candidate = next(each for each in programme.submissions if each.id == "yx-001")
    made = sheets.sheet(programme, candidate, sheets.code(programme, candidate))
    assert len(pypdfium2.PdfDocument(form_pdf.to_pdf([made], PLACES))) == 1


def test_fields_of_the_model(tmp_path: Path) -> None:
    """The photo is a photo, the birth date is searched everywhere, the last opinion comes after receipt."""
    root = models.whole(ROOT / "tests" / "golden" / "zhuanjia", tmp_path / "root")
    form = content.load(root)[0].programmes[0].form
    photo, born = form.field(PHOTO), form.field("出生日期")
    assert photo is not None
    assert born is not None
    assert (photo.kind, born.secret) == (PHOTO, forms.Secret.EXACT)
    assert [each.after_receipt for each in form.opinions] == [False, False, True]
