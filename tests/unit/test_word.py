"""The Word file of a form: its table is the layout, every value has its control, and Word can open it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.forms import Layout, LayoutCell, LayoutRow
from pipeline.paper import word
from pipeline.paper.sheet import Sheet, WrittenOpinion
from tests.unit import word_sheets as sheets
from tests.unit.word_schema import misplaced
from tests.unit.word_sheets import W

LONG = LayoutRow("60mm", (LayoutCell("label", "简历", "简历", 1), LayoutCell("value", "简历", "", 1, "long")))
SHORT = LayoutRow("10mm", (LayoutCell("label", "姓名", "姓名", 1), LayoutCell("value", "姓名", "", 1)))
SMALL = Sheet("表", Layout(("30mm", "120mm"), (SHORT, LONG)), "shili", "12345678")


@pytest.fixture(scope="module")
def drawn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Sheet, bytes]:
    """Give a sheet of `word_sheets` by its name, and its Word file."""
    make = getattr(sheets, request.param)
    sheet = make(tmp_path_factory.mktemp("root")) if "expert" in request.param else make()
    return sheet, word.to_docx(sheet)


every = pytest.mark.parametrize(
    "drawn", ["longdu", "danwei", "expert", "filled", "filled_expert"], indirect=True, ids=str
)


def _twips(length: str) -> str:
    return str(round(float(length.removesuffix("mm")) * 1440 / 25.4))


def _of(element: etree._Element, path: str, attribute: str = "val") -> list[str | None]:
    return [each.get(W + attribute) for each in element.iterfind(path.replace("w:", W))]


@every
def test_table_is_the_layout(drawn: tuple[Sheet, bytes]) -> None:
    """Widths, exact heights, cells, spans and labels of the outer table are the layout's."""
    sheet, data = drawn
    table = sheets.body(data).find(f"{W}tbl")
    assert table is not None
    assert _of(table, "w:tblGrid/w:gridCol", "w") == [_twips(each) for each in sheet.layout.columns]
    rows = table.findall(f"{W}tr")
    assert [_of(each, "w:trPr/w:trHeight") for each in rows] == [[_twips(each.height)] for each in sheet.layout.rows]
    assert {rule for each in rows for rule in _of(each, "w:trPr/w:trHeight", "hRule")} == {"exact"}
    for row, expected in zip(rows, sheet.layout.rows, strict=True):
        cells = row.findall(f"{W}tc")
        spans = [int((_of(each, "w:tcPr/w:gridSpan") or ["1"])[0] or 1) for each in cells]
        assert spans == [each.span for each in expected.cells]
        labels = [cell.text for cell in expected.cells if cell.role == "label"]
        texts = [sheets.words(each) for each in cells]
        assert [text for text, cell in zip(texts, expected.cells, strict=True) if cell.role == "label"] == labels


@every
def test_every_value_has_its_control(drawn: tuple[Sheet, bytes]) -> None:
    """Each value's field has controls, each tag stands once, and the label is the alias of a text."""
    sheet, data = drawn
    found = sheets.controls(data)
    tags = [each.tag for each in found]
    assert len(tags) == len(set(tags))
    wanted, label = set(), ""
    for cell in (cell for row in sheet.layout.rows for cell in row.cells):
        label = cell.text if cell.role == "label" else label
        if cell.role == "value":
            wanted.add(cell.field)
            if cell.content in ("blank", "long", "photo"):
                assert [each.alias for each in found if each.tag == cell.field] == [label]
            boxes = [f"{cell.field}:{each}" for each in cell.values] if cell.content == "choices" else []
            assert [each for each in tags if each.partition(":")[0] == cell.field and ":" in each] == boxes
    assert {each.partition("/")[0].partition(":")[0] for each in tags} == wanted


def test_blank_form_says_nothing() -> None:
    """On a blank form every control is blank or an open box."""
    assert [
        each for each in sheets.controls(word.to_docx(sheets.longdu())) if each.text is not None and each.ticked is None
    ] == []
    assert sheets.ticked(word.to_docx(sheets.longdu())) == []


def test_filled_form_says_what_was_written(tmp_path: Path) -> None:
    """Texts, boxes, opinions and sub-tables are read back as they were given."""
    sheet = sheets.filled()
    data = word.to_docx(sheet)
    said = sheet.opinions["单位意见"]
    parts = {"结论": said.conclusion, "意见": said.text, "负责人": said.person, "日期": said.day}
    assert sheets.values(data) == {**sheet.texts, **{f"单位意见/{name}": text for name, text in parts.items()}}
    assert sheets.ticked(data) == ["类别:B"]
    expert = sheets.filled_expert(tmp_path)
    data = word.to_docx(expert)
    lines = {
        f"{field}/{row}/{column}": text
        for field, rows in expert.tables.items()
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    }
    photo = {"照片": ""}
    assert sheets.values(data) == {**expert.texts, **lines, **photo}
    assert sheets.ticked(data) == ["专业领域:材料", "专业领域:化工", "博士生导师:是"]


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1)


@given(st.lists(TEXTS, min_size=1, max_size=4).map("\n".join), TEXTS)
def test_any_text_comes_back(career: str, name: str) -> None:
    """Any text of any lines and blanks is read back exactly, whether it fits its cell or goes to a 续页."""
    data = word.to_docx(replace(SMALL, texts={"简历": career, "姓名": name}))
    assert sheets.values(data) == {"简历": career, "姓名": name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<w:t>&amp;\"']]>", "<w:t>&amp;\"']]>"),
        ("制\x00表\x0b\ud800符", "制表符"),
        ("一\t二", "一\t二"),
        ("长" * 5000, "长" * 5000),
        ("w" * 3000, "w" * 3000),
        ("\n\n", "\n\n"),
    ],
    ids=["markup", "controls", "tab", "characters", "word", "line feeds"],
)
def test_hostile_text_stands_as_text(text: str, expected: str) -> None:
    """Markup stays text, what XML cannot carry is left out, and a very long text breaks nothing."""
    assert sheets.values(word.to_docx(replace(SMALL, texts={"简历": text}))) == {"简历": expected}


def test_too_long_a_text_stands_whole_on_a_further_page() -> None:
    """The cell says where the text is, and its one control stands in the table of the 续页, beside its label."""
    text = "\n".join(["在示例大学科技处从事科技管理工作"] * 80)
    form, rest = sheets.body(word.to_docx(replace(SMALL, texts={"简历": text}))).findall(f"{W}tbl")
    assert sheets.words(form).endswith(f"简历{word.CONTINUED}")
    assert _of(form, ".//w:sdt/w:sdtPr/w:tag") == ["姓名"]
    assert _of(rest, ".//w:sdt/w:sdtPr/w:tag") == ["简历"]
    assert sheets.words(next(rest.iter(f"{W}tc"))) == "简历"


@every
def test_elements_stand_in_the_order_of_the_schema(drawn: tuple[Sheet, bytes]) -> None:
    """Word refuses a file whose elements stand in another order than ECMA-376 says."""
    _, data = drawn
    found = sheets.parts(data)
    names = [each for each in found if each.startswith("word/") and each.endswith(".xml")]
    assert [(name, each) for name in names for each in misplaced(found[name])] == []


def test_order_of_elements_is_really_judged() -> None:
    """A wrong order and an element that the table does not know are seen."""
    space = f'xmlns:w="{W[1:-1]}"'
    assert misplaced(f"<w:rPr {space}><w:sz/><w:rFonts/></w:rPr>".encode()) == ["rPr: rFonts"]
    assert misplaced(f"<w:rPr {space}><w:size/></w:rPr>".encode()) == ["rPr: size"]


@every
def test_lines_and_rows_are_as_high_as_they_are_told(drawn: tuple[Sheet, bytes]) -> None:
    """Every paragraph of the form has an exact line height, unless it holds a photo."""
    _, data = drawn
    rules = {
        each.find(f"{W}pPr/{W}spacing").get(f"{W}lineRule")  # type: ignore[union-attr]
        for each in sheets.body(data).iter(f"{W}p")
        if each.find(f".//{W}picture") is None
    }
    assert rules == {"exact"}


def test_file_says_what_it_is_and_not_who_made_it() -> None:
    """Programme, version and digest stand in the custom properties; the core ones have title and language alone."""
    sheet = sheets.longdu()
    parts = sheets.parts(word.to_docx(sheet))
    custom = {
        each.get("name"): "".join(map(str, each.itertext())) for each in etree.fromstring(parts["docProps/custom.xml"])
    }
    assert custom == {
        "gongshi-programme": sheet.programme,
        "gongshi-version": sheet.version,
        "gongshi-digest": word.digest(sheet),
    }
    core = [(etree.QName(each).localname, each.text) for each in etree.fromstring(parts["docProps/core.xml"])]
    assert core == [("title", sheet.title), ("language", "zh-CN")]


def test_digest_changes_with_the_table() -> None:
    """What is written changes no digest; a row that is higher does."""
    assert word.digest(replace(SMALL, texts={"姓名": "王示例"})) == word.digest(SMALL)
    higher = replace(SMALL, layout=Layout(SMALL.layout.columns, (replace(SHORT, height="11mm"), LONG)))
    assert word.digest(higher) != word.digest(SMALL)


@every
def test_same_sheet_gives_the_same_bytes(drawn: tuple[Sheet, bytes]) -> None:
    """A second drawing is the same file; its members bear no day and are not compressed."""
    sheet, data = drawn
    assert word.to_docx(sheet) == data


def test_longest_tag_is_what_word_takes() -> None:
    """A tag of more than 64 characters is cut, and two that begin alike stay different."""
    first, second = word.cut_tag("栏" * 80), word.cut_tag("栏" * 81)
    assert (len(first), len(second), first == second) == (64, 64, False)
    assert word.cut_tag("栏" * 64) == "栏" * 64


def test_notes_version_and_code_stand_on_the_sheet() -> None:
    """The footer says 演示 and the version; the code is a picture with words for those who do not see it."""
    parts = sheets.parts(word.to_docx(sheets.longdu()))
    lines = ["".join(map(str, each.itertext())) for each in etree.fromstring(parts["word/footer1.xml"])]
    assert lines == ["演示数据，名单中的人员和单位均为虚构", f"longdu-2020\u3000版本 {sheets.longdu().version}"]
    assert parts["word/media/code.png"].startswith(b"\x89PNG")
    assert b'descr="' in parts["word/document.xml"]


def test_opinion_too_long_keeps_its_line_to_sign() -> None:
    """Who signed and when stay in the cell; the text goes to the 续页."""
    row = LayoutRow("30mm", (LayoutCell("label", "意见", "意见", 1), LayoutCell("value", "意见", "", 1, "opinion")))
    said = WrittenOpinion("", "同意推荐。" * 200, "李示例", "2020年12月1日")
    data = word.to_docx(replace(SMALL, layout=Layout(("30mm", "120mm"), (row,)), opinions={"意见": said}))
    assert sheets.values(data) == {"意见/意见": said.text, "意见/负责人": said.person, "意见/日期": said.day}
    form, _ = sheets.body(data).findall(f"{W}tbl")
    assert _of(form, ".//w:sdt/w:sdtPr/w:tag") == ["意见/负责人", "意见/日期"]
