"""The form as PDF: what stands on the sheet, that it all fits, and that nothing of a long text is lost."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline import content
from pipeline.intake.scan import read_scan
from pipeline.paper import form_pdf, payload
from pipeline.paper.sheet import Sheet, WrittenOpinion
from pipeline.paper.typeset import UnprintableError
from pipeline.render.environment import folders
from pipeline.staff import sheets
from tests import samples, samples_expert
from tests.unit import word_sheets

PLACES = folders(word_sheets.ROOT, None)
A4 = (595, 842)
MM = 72 / 25.4
LONGDU = word_sheets.longdu()
CAREER = "工作简历"


def pages(*sheets: Sheet) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(form_pdf.to_pdf(sheets, PLACES))


def text_of(page: pypdfium2.PdfPage) -> str:
    """Return the page's text without blanks; some fonts give radicals for the characters that look like them."""
    return re.sub(r"\s", "", page.get_textpage().get_text_bounded())


def scanned(page: pypdfium2.PdfPage) -> list[bytes]:
    return [each.bytes for each in zxingcpp.read_barcodes(page.render(scale=300 / 72).to_pil())]


def with_texts(texts: Mapping[str, str]) -> Sheet:
    return replace(LONGDU, texts=texts, holder="姓名：王示例")


@pytest.fixture(params=["longdu", "danwei", "expert"])
def blank(request: pytest.FixtureRequest, tmp_path: Path) -> Sheet:
    """Give each blank form in turn."""
    return word_sheets.expert(tmp_path) if request.param == "expert" else getattr(word_sheets, request.param)()


def test_blank_form_is_one_page_with_every_label(blank: Sheet) -> None:
    """A4, one page; title, labels, choices and columns of sub-tables all stand on it, and the version."""
    document = pages(blank)
    assert [tuple(map(round, each.get_size())) for each in document] == [A4]
    text = text_of(document[0])
    cells = [cell for row in blank.layout.rows for cell in row.cells]
    labels = [cell.text for cell in cells if cell.role == "label"]
    wanted = [blank.title, blank.version, blank.mark, *labels, *(each for cell in cells for each in cell.choices)]
    wanted += [each for cell in cells for each in cell.columns]
    assert [each for each in wanted if re.sub(r"\s", "", each) not in text] == []
    assert text.count("负责人签字：") == sum(cell.content == "opinion" for cell in cells)


def test_corner_leads_to_the_form_page() -> None:
    """A reader finds the address of the form's page, and nothing else."""
    assert scanned(pages(LONGDU)[0]) == [word_sheets.ADDRESS]


def test_filled_form_says_everything_on_one_page() -> None:
    """Texts, the ticked box, opinions and the code that holds the form."""
    sheet = word_sheets.filled()
    document = pages(sheet)
    assert len(document) == 1
    text = text_of(document[0])
    said = [*sheet.texts.values(), "√B类", "同意推荐。", "李示例", "2020年12月1日", sheet.code_note, *sheet.notes]
    assert [each for each in said if re.sub(r"\s", "", each) not in text] == []
    assert "√A类" not in text
    assert scanned(document[0]) == [sheet.code]


def test_open_opinions_have_room_to_sign() -> None:
    """An opinion that nobody wrote shows the places of the date, a recorded one its day."""
    opinions = {"单位意见": WrittenOpinion("同意", "", "李示例", "2020年12月1日")}
    text = text_of(pages(replace(LONGDU, opinions=opinions))[0])
    assert "同意负责人签字：李示例2020年12月1日" in text
    assert text.count("负责人签字：年月日") == 1


@settings(max_examples=12)
@given(st.lists(st.text("示例大学任教授，。0123456789abAB—（）", min_size=1, max_size=60), min_size=1, max_size=30))
def test_career_stays_within_its_cell(lines: list[str]) -> None:
    """Whatever its length, no character of it leaves its cell, or else it all stands on a sheet of its own."""
    career = "\n".join(each.strip() or "示例" for each in lines)
    document = pages(with_texts({CAREER: career}))
    whole = re.sub(r"\s", "", career)
    if len(document) == 1:
        assert whole in text_of(document[0])
        inside = document[0].get_textpage().get_text_bounded(*_cell_of_career())
        assert re.sub(r"\s", "", inside) == whole
    else:
        assert "（接续页）" in text_of(document[0])
        assert whole in "".join(text_of(each) for each in document)


def _cell_of_career() -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of the cell in points."""
    rows = [float(each.height.removesuffix("mm")) for each in LONGDU.layout.rows]
    number = next(at for at, row in enumerate(LONGDU.layout.rows) if row.cells[0].field == CAREER)
    table = 297 - 12 - 24
    top = table - sum(rows[:number])
    return (27 + 28) * MM, (top - rows[number]) * MM, (27 + 156) * MM, top * MM


def test_long_text_goes_on_and_nothing_is_lost() -> None:
    """A text of two thousand characters goes on a sheet that says whose it is, and the form stays one page."""
    career = "\n".join(
        f"{year}.07—{year + 1}.06　在示例大学从事科技管理工作，{'负责项目' * 9}" for year in range(1980, 2020)
    )
    document = pages(with_texts({CAREER: career}), with_texts({"姓名": "李示例"}))
    assert len(document) == 4
    more = text_of(document[1]) + text_of(document[2])
    assert more.startswith(re.sub(r"\s", "", LONGDU.title) + "（续页）工作简历姓名：王示例")
    assert re.sub(r"\s", "", career) in more
    assert "李示例" in text_of(document[3])


def test_sub_tables_photo_and_boxes(tmp_path: Path) -> None:
    """Lines stand under their headings; too many go on; a photo is drawn; several boxes may be ticked."""
    picture = io.BytesIO()
    Image.new("RGB", (30, 40), (200, 30, 30)).save(picture, "PNG")
    blank = word_sheets.expert(tmp_path)
    table = next(cell for row in blank.layout.rows for cell in row.cells if cell.content == "table")
    photo = next(
        cell for row in blank.layout.rows for cell in row.cells if cell.content == "photo" and cell.role == "value"
    )
    boxes = next(cell for row in blank.layout.rows for cell in row.cells if len(cell.choices) > 3)
    lines = tuple((f"20{each:02}.01", "示例大学", f"讲师{each}") for each in range(40))
    few = replace(blank, tables={table.field: lines[:2]}, photos={photo.field: picture.getvalue()})
    few = replace(few, ticked={boxes.field: frozenset(boxes.values[:2])})
    document = pages(few)
    assert len(document) == 1
    assert "2000.01示例大学讲师02001.01示例大学讲师1" in text_of(document[0])
    assert text_of(document[0]).count("√") == 2
    colours = document[0].render(scale=1).to_pil().convert("RGB").getcolors(1 << 20) or []
    assert (200, 30, 30) in {colour for _, colour in colours}
    many = pages(replace(blank, tables={table.field: lines}))
    text = "".join(text_of(each) for each in many)
    assert len(many) > 1
    assert [row for row in lines if "".join(row) not in text] == []


@pytest.mark.parametrize("text", ["#panic()", "$x$ *a* _b_ `c`", "@x <y> \\", "= 一", "// 注", "[#]{}", "~—'\""])
def test_what_looks_like_a_command_is_text(text: str) -> None:
    """Nothing that a candidate writes is read as the template's language."""
    assert re.sub(r"\s", "", text) in text_of(pages(with_texts({"职务": text}))[0])


def test_same_sheet_gives_the_same_bytes() -> None:
    """Twice the same; another form, other bytes."""
    first, again, other = (form_pdf.to_pdf([each], PLACES) for each in (LONGDU, LONGDU, word_sheets.danwei()))
    assert (first == again, first == other) == (True, False)


def test_character_without_a_glyph_is_named() -> None:
    """A character that no packaged font has is an error that names it, and no empty box on paper."""
    with pytest.raises(UnprintableError) as caught:
        pages(with_texts({"姓名": "王\U00030edf"}))
    assert caught.value.characters == ("\U00030edf",)


def test_exported_form_is_read_back_by_its_code(tmp_path: Path) -> None:
    """Printed and scanned, a filled form gives back every field that the applicant filled in."""
    root = samples.write(tmp_path, **samples_expert.FILES)
    site, _ = content.load(root)
    programme = next(each for each in site.programmes if each.slug == "zhuanjia")
    (candidate,) = programme.submissions
    sheet = sheets.sheet(programme, candidate, sheets.code(programme, candidate))
    found = read_scan(form_pdf.to_pdf([sheet], PLACES), ".pdf", {programme.slug: programme.form})
    carried = set(payload.carried(programme.form)) & set(candidate.values)
    (reading,) = found.readings
    assert (found.findings, {each.field for each in reading.reads}) == ((), carried)
    assert {"姓名", "工作经历"} <= carried
