"""The cover of a form (封面): the same in HTML, PDF and Word, filled in on exported forms, and never read back."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from lxml import html

from pipeline import content
from pipeline.forms import Cover, CoverLine
from pipeline.model import Programme
from pipeline.paper import form_pdf, word
from pipeline.render.environment import environment, folders
from pipeline.staff import sheets
from tests import samples
from tests.unit import word_readings, word_sheets
from tests.unit.word_sheets import ROOT, W

PLACES = folders(ROOT, None)
COVER = "封面: {栏目: [姓名, 推荐单位（盖章）, 填报日期], 落款: 示例市科学技术协会制}"
ASKED = ("form", "x-layout:\n", f"x-layout:\n  {COVER}\n")


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """Give the sample whose form has a cover."""
    site, findings = content.load(samples.write(tmp_path, ASKED))
    assert findings == ()
    return site.programmes[0]


def test_a_line_called_as_a_field_is_that_field(programme: Programme) -> None:
    """Other lines are words with room to write."""
    expected = (CoverLine("姓名", "姓名"), CoverLine("", "推荐单位（盖章）"), CoverLine("", "填报日期"))
    assert programme.form.layout.cover == Cover(expected, "示例市科学技术协会制")


def test_a_cover_is_another_version_of_the_form(programme: Programme, tmp_path: Path) -> None:
    """What is asked on paper has changed, so sheets that come back can be told apart."""
    site, _ = content.load(samples.write(tmp_path / "plain"))
    assert site.programmes[0].form.version != programme.form.version


def test_pdf_has_the_cover_before_the_table(programme: Programme) -> None:
    """A page of its own; an exported form says on it what the candidate wrote, a blank one nothing."""
    candidate = next(each for each in programme.submissions if each.id == "a-001")
    sheet = sheets.sheet(programme, candidate)
    document = pypdfium2.PdfDocument(form_pdf.to_pdf([sheet, sheets.blank(programme)], PLACES))
    told = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    cover = "附件示例联络员推荐表姓名：{}推荐单位（盖章）：填报日期：示例市科学技术协会制"
    assert [told[0], told[2]] == [cover.format("王示例"), cover.format("")]
    assert (len(told), "附件" in told[1]) == (4, False)


def test_word_has_the_cover_before_the_table(programme: Programme) -> None:
    """The lines stand in a table before the form's, whose title begins a page."""
    candidate = next(each for each in programme.submissions if each.id == "a-001")
    body = word_sheets.body(word.to_docx(sheets.sheet(programme, candidate)))
    first = next(body.iter(f"{W}tbl"))
    said = [[word_sheets.words(cell) for cell in row.iter(f"{W}tc")] for row in first.iter(f"{W}tr")]
    assert said == [["姓名：", "王示例"], ["推荐单位（盖章）：", ""], ["填报日期：", ""]]
    assert list(first.iter(f"{W}sdt")) == []
    begun = [each for each in body.findall(f"{W}p") if each.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert [word_sheets.words(each) for each in begun] == ["示例联络员推荐表"]


def test_html_has_the_cover_before_the_table(programme: Programme) -> None:
    """The lines of fields are marked, so that the form filled in on the page fills them too."""
    drawn = environment(PLACES).get_template("blocks/form_grid.html").module
    cover: Callable[..., str] = drawn.form_cover  # type: ignore[attr-defined]
    page = html.fromstring(str(cover(programme.form.layout.cover, programme.form.title, "附件")))
    lines = [(each.xpath("string(dt)"), each.xpath("string(dd/@data-field)")) for each in page.xpath(".//dl/div")]
    assert lines == [("姓名：", "姓名"), ("推荐单位（盖章）：", ""), ("填报日期：", "")]
    assert page.xpath("string(.//p[@class='cover-foot'])") == "示例市科学技术协会制"


def test_what_stands_on_the_cover_is_not_read(programme: Programme) -> None:
    """A filled-in file gives what its table says once, and nothing of the cover is left over."""
    candidate = next(each for each in programme.submissions if each.id == "a-001")
    found = word_readings.read(word.to_docx(sheets.sheet(programme, candidate)), programme.form)
    assert word_readings.values(found)["姓名"] == "王示例"
    assert word_readings.left(found) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{栏目: [姓名], 落款: 示例制}", []),
        ("{栏目: []}", ["S337"]),
        ("{落款: 示例制}", ["S337"]),
        ("{栏目: [姓名, [1]]}", ["S337"]),
        ("{栏目: [甲, 乙, 丙, 丁, 戊, 己, 庚, 辛, 壬, 癸, 子]}", ["S337"]),
        ("{栏目: 姓名}", ["S337"]),
        ("姓名", ["S337"]),
        ("{栏目: [姓名], 落款: 2021}", ["S331"]),
        ("{栏目: [姓名], 说明: 甲}", ["S210"]),
    ],
)
def test_a_cover_is_lines_of_text(written: str, expected: list[str], tmp_path: Path) -> None:
    """What is written otherwise is a finding, and the form is left alone."""
    edit = (*ASKED[:2], f"x-layout:\n  封面: {written}\n")
    _, findings = content.load(samples.write(tmp_path, edit))
    assert [each.code for each in findings] == expected
