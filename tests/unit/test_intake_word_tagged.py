"""Our own Word files that come back: read by their tags, whatever was done to them on the way."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.forms import Form
from pipeline.intake.types import Certainty
from pipeline.paper.sheet import Sheet, WrittenOpinion
from pipeline.paper.word import to_docx
from tests.forms_docx import pack
from tests.unit.word_readings import danwei, doubtful, expert, longdu, name, read, values
from tests.unit.word_sheets import parts

HAN = "王示例䶮𬱖堃㐂〇"
WRITTEN = HAN + "（），。、；：“”·—0123456789ABCabc .-/=+@'\"#&<>|年月日负责人签字姓名"


def sheet(form: Form, **more: object) -> Sheet:
    return replace(Sheet(form.title, form.layout, "slug", form.version, mark="附件"), **more)  # type: ignore[arg-type]


def words(most: int, letters: str = WRITTEN) -> st.SearchStrategy[str]:
    return st.text(letters, min_size=1, max_size=most).map(lambda each: each.strip(" _")).filter(bool)


def paragraphs() -> st.SearchStrategy[str]:
    return st.lists(words(90), min_size=1, max_size=8).map("\n".join)


@st.composite
def sheets(draw: st.DrawFn, form: Form) -> Sheet:
    """Draw a form that is filled in, some fields of it not."""
    texts, ticked, tables, opinions = {}, {}, {}, {}
    for cell in (each for line in form.layout.rows for each in line.cells if each.role == "value"):
        if cell.content == "photo" or draw(st.integers(0, 5)) == 0:
            continue
        field = form.field(cell.field)
        assert field is not None
        if cell.content == "choices":
            most = 3 if field.type == "array" else 1
            ticked[cell.field] = frozenset(draw(st.sets(st.sampled_from(cell.values), min_size=1, max_size=most)))
        elif cell.content == "opinion":
            opinions[cell.field] = WrittenOpinion("同意", draw(paragraphs()), draw(words(6, HAN)), "2020年12月1日")
        elif cell.content == "table":
            line = st.tuples(*[words(20) for _ in cell.columns])
            tables[cell.field] = tuple(draw(st.lists(line, min_size=1, max_size=4)))
        else:
            texts[cell.field] = draw(paragraphs() if cell.content == "long" else words(40))
    return sheet(form, texts=texts, ticked=ticked, tables=tables, opinions=opinions)


def expected(form: Form, filled: Sheet) -> dict[str, str]:
    """Return what a reader is to find in the sheet."""
    said = dict(filled.texts)
    for line in form.layout.rows:
        for cell in line.cells:
            shown = [
                each
                for each, value in zip(cell.choices, cell.values, strict=True)
                if value in filled.ticked.get(cell.field, ())
            ]
            field = form.field(cell.field)
            assert field is not None
            for number, each in enumerate(shown if cell.role == "value" else ()):
                said[f"{cell.field}/{number}" if field.type == "array" else cell.field] = each
    for key, opinion in filled.opinions.items():
        both = zip(
            ("结论", "意见", "负责人", "日期"),
            (opinion.conclusion, opinion.text, opinion.person, opinion.day),
            strict=True,
        )
        said |= {f"{key}/{part}": text for part, text in both}
    for key, rows in filled.tables.items():
        field = form.field(key)
        assert field is not None
        for number, row in enumerate(rows):
            said |= {f"{key}/{number}/{child.name}": text for child, text in zip(field.children, row, strict=True)}
    return said


@pytest.mark.parametrize("form", [longdu, danwei, expert])
@settings(max_examples=12)
@given(data=st.data())
def test_what_went_out_comes_back(form: Callable[[], Form], data: st.DataObject) -> None:
    """Rare characters, long texts, signs of XML, words of the form itself in a value: every field is the same."""
    filled = data.draw(sheets(form()))
    want = expected(form(), filled)
    if not want:
        return
    found = read(to_docx(filled), form())
    assert values(found) == want
    assert (found.readings[0].programme, found.readings[0].version) == ("slug", form().version)
    assert {name(each) for each in found.readings[0].reads if each.certainty is Certainty.SURE} == set(want)


def changed(filled: Sheet, *edits: tuple[str, str]) -> bytes:
    """Return the sheet's file with its document changed."""
    members = parts(to_docx(filled))
    text = members["word/document.xml"].decode()
    for old, new in edits:
        assert re.search(old, text)
        text = re.sub(old, new, text)
    return pack({**members, "word/document.xml": text.encode()})


FILLED = {
    "texts": {"姓名": "王示例", "所在单位": "示例大学", "工作简历": "第一行\n第二行"},
    "ticked": {"类别": frozenset("B")},
}
SAID = {"姓名": "王示例", "所在单位": "示例大学", "工作简历": "第一行\n第二行", "类别": "B类"}


def test_a_file_without_tags_is_read_by_its_labels() -> None:
    """LibreOffice drops tags on saving."""
    found = read(changed(sheet(longdu(), **FILLED), (r"<w:tag [^>]*/>", "")), longdu())
    assert values(found) == SAID
    assert {each.certainty for each in found.readings[0].reads} == {Certainty.BY_LABEL}


def test_a_file_with_other_labels_is_read_by_its_tags() -> None:
    """Somebody typed over what was printed."""
    found = read(changed(sheet(longdu(), **FILLED), (">姓名<", ">尊姓大名<"), (">工作简历<", ">履　历<")), longdu())
    assert values(found) == SAID


def test_what_was_typed_beside_a_control_is_not_lost() -> None:
    """The cell says more than its control: both are given, the fuller one first, and staff are told."""
    found = read(
        changed(
            sheet(longdu(), **FILLED), (r"(>王示例</w:t></w:r></w:sdtContent></w:sdt>)", r"\1<w:r><w:t>甲</w:t></w:r>")
        ),
        longdu(),
    )
    assert values(found) == {**SAID, "姓名": "王示例甲"}
    assert doubtful(found) == {"姓名"}
    assert [each.text for each in found.readings[0].reads if each.field == "姓名"] == ["王示例甲", "王示例"]


def test_a_value_typed_into_a_prompt_counts() -> None:
    """A program that fills a control without taking its mark away leaves a value that must be looked at."""
    blank = sheet(longdu(), texts={"所在单位": "示例大学"}, ticked={"类别": frozenset("B")})
    found = read(
        changed(blank, (r'(?s)(<w:tag w:val="姓名"/>.*?<w:t xml:space="preserve">)\u3000+', r"\1王示例")), longdu()
    )
    assert values(found) == {"姓名": "王示例", "所在单位": "示例大学", "类别": "B类"}
    assert doubtful(found) == {"姓名"}


def test_a_copied_row_is_a_line_of_its_own() -> None:
    """A row that somebody copied in a sub-table has the tags of the first."""
    rows = (("2015—2020", "示例大学", "教授"),)
    filled = sheet(expert(), tables={"工作经历": rows})
    copied = r"(?s)(<w:tr>(?:(?!<w:tr>).)*?工作经历/1/1(?:(?!<w:tr>).)*?</w:tr>)"
    found = read(changed(filled, (copied, r"\1\1")), expert())
    assert values(found) == {
        f"工作经历/{number}/{part}": text
        for number in (0, 1)
        for part, text in zip(("起止时间", "单位", "职务"), rows[0], strict=True)
    }


def test_two_forms_in_one_file_are_two_readings() -> None:
    """Staff of a unit put the forms of several people into one file."""
    first = str(parts(to_docx(sheet(longdu(), **FILLED)))["word/document.xml"], "utf-8")
    second = str(
        parts(to_docx(sheet(longdu(), texts={"姓名": "李示例", "手机号": "13800000002"})))["word/document.xml"], "utf-8"
    )
    body = re.search("(?s)<w:body>(.*)</w:body>", second)
    assert body
    members: dict[str, str | bytes] = dict(parts(to_docx(sheet(longdu()))))
    members["word/document.xml"] = first.replace("</w:body>", f"{body[1]}</w:body>")
    found = read(pack(members), longdu())
    said = [{name(each): each.text for each in one.reads if each.text} for one in found.readings]
    assert said == [SAID, {"姓名": "李示例", "手机号": "13800000002"}]
