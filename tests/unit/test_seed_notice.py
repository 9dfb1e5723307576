"""The demonstration's notice is the original, word for word; what the settings quote is exact."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.markup import RUN_IN, Node, tokens

PROGRAMME = Path(__file__).resolve().parents[2] / "content" / "programmes" / "longdu-2020"

# Each paragraph of the original, white space collapsed: how it begins, its length, its SHA-256.
TITLE, ADDRESSEES, *BODY, ISSUER, DATED = (
    ("濮阳市科协关于开展首批“", 29, "7bc0e5747ef526c7"),
    ("各县（区）科协，各市级学", 23, "bf20319221440843"),
    ("为深入学习贯彻习近平总书", 181, "04a7084791774f8c"),
    ("一、推荐对象和基本条件", 11, "90b3e1cf024cebd2"),
    ("（一）推荐对象。濮阳市科", 70, "0240bc2be6675cac"),
    ("A类：在濮阳高校科技管理", 19, "9b2b5c561545191d"),
    ("B类：在濮阳各高新园区、", 51, "d79b255e058279aa"),
    ("（二）基本条件。“科创龙", 25, "8b8cfec0a83a1e04"),
    ("1.热爱科技事业、责任心", 40, "e4ca2871d64ec540"),
    ("2.能在本单位长期工作。", 12, "c39592132d3c0c10"),
    ("3.具有较强的理解能力、", 22, "41e772b353deca0b"),
    ("4.A类联络员还需熟悉本", 25, "74b87e16359844f4"),
    ("5.B类联络员需具备3年", 77, "3aee3e26c227f5aa"),
    ("二、“科创龙都”联络员主", 15, "9570df3a39031792"),
    ("A类联络员主要职责：了解", 156, "75dfda633e75ae8f"),
    ("B类联络员主要职责：了解", 185, "ccd324fdb8f4b333"),
    ("三、推荐认定程序", 8, "f3e11cab45fe06ca"),
    ("(一)符合条件的人员自行", 108, "e1eb3effb39cf225"),
    ("（二）各县（区）科协或高", 62, "e51fb3608192f501"),
    ("（三）市科协根据名单和联", 36, "5d8f6ecd27a2184e"),
    ("（四）公示通过后，市科协", 31, "3da8112c9c43fe26"),
    ("四、其它有关事项", 8, "2ef785c0b7ff6bde"),
    ("（一）开展“科创龙都”联", 151, "9fbb3f2d1740a977"),
    ("（二）为共同做好科技成果", 188, "12704f379f6cb076"),
    ("（三）原则上，联络员任期", 104, "defef030efe92933"),
    ("（四）各县区科协及高校、", 76, "012b2c9b5b2425b2"),
    ("联系人：吴献忠 李旭 联", 24, "aa3e784d20efe53d"),
    ("邮箱： pykxxh@1", 18, "62c3c3a5c94dae89"),
    ("附件：《濮阳市科协“科创", 22, "059798d2c7c53cc1"),
    ("濮阳市科学技术协会", 9, "c754d7c05e2ac57a"),
    ("2020年 11月 25", 13, "752cae308570c9d4"),
)

FORM_CELLS = [
    "类别", "姓名", "所在单位", "职务", "社会职务", "职称", "手机号", "办公电话",
    "邮箱", "是否具备相应资格证书（若有，请注明）", "工作简历", "单位意见", "县（区）/单位科协意见",
]  # fmt: skip


def front_and_body() -> tuple[dict[str, Any], str]:
    _, front, body = (PROGRAMME / "notice.md").read_text("utf-8").split("---\n", 2)
    return yaml.load(front, yaml.BaseLoader), body


def settings(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load((PROGRAMME / name).read_text("utf-8"), yaml.BaseLoader)
    return loaded


def paragraphs() -> list[str]:
    """Return the notice's text in reading order, without its marks: `## `, `*…*` and `\\.`."""
    front, body = front_and_body()
    blocks = [re.sub(r"^## |\*|\\(?=\.)", "", block) for block in body.strip().split("\n\n")]
    return [front["标题"], front["主送"], *blocks, front["发文单位"], front["成文日期"]]


def print_of(paragraph: str) -> tuple[str, int, str]:
    text = " ".join(paragraph.split())
    return text[:12], len(text), hashlib.sha256(text.encode()).hexdigest()[:16]


def text_of(node: Node) -> str:
    return "".join(part if isinstance(part, str) else text_of(part) for part in node.children)


def beginning(start: str) -> str:
    return next(each for each in paragraphs() if each.startswith(start))


def test_notice_is_the_original_paragraph_by_paragraph() -> None:
    """All 31 paragraphs stand in the original's order and words, with nothing beside them."""
    assert [print_of(each) for each in paragraphs()] == [TITLE, ADDRESSEES, *BODY, ISSUER, DATED]


def test_no_line_ends_in_white_space() -> None:
    """Two spaces at the end of a line would become a line break that the original does not have."""
    lines = (PROGRAMME / "notice.md").read_text("utf-8").split("\n")
    assert [line for line in lines if line != line.rstrip()] == []


def test_page_keeps_each_paragraph_as_one_block() -> None:
    """Read as Markdown, each paragraph of the body is one block with no mark left in its text."""
    _, body = front_and_body()
    assert [print_of(text_of(node)) for node in tokens(body)] == BODY


def test_levels_are_marked_and_never_guessed() -> None:
    """The four 一、 levels are headings, two （一） titles are run-in ones, all else is text."""
    _, body = front_and_body()
    blocks = tokens(body)
    inner = [part for node in blocks for part in node.children if isinstance(part, Node)]
    headings = [text_of(node)[:2] for node in blocks if node.tag == "h2"]
    assert headings == ["一、", "二、", "三、", "四、"]
    assert {node.tag for node in blocks} == {"h2", "p"}
    marked = [(text_of(part)[:7], part.kind) for part in inner if part.tag != "a"]
    assert marked == [("（一）推荐对象", RUN_IN), ("（二）基本条件", RUN_IN)]


def test_confirmed_oddities_stand_in_the_notice() -> None:
    """Whatever 原文如此 confirms is in the notice exactly so."""
    front, _ = front_and_body()
    text = "\n".join(paragraphs())
    assert [each for each in front["原文如此"] if each not in text] == []


def test_conditions_are_quoted_word_for_word() -> None:
    """The five conditions that staff tick are the notice's own sentences."""
    conditions = settings("programme.yml")["条件"]
    assert [each["文字"] for each in conditions] == [beginning(f"{n}.")[2:] for n in range(1, 6)]


@pytest.mark.parametrize("code", ["A", "B"])
def test_category_is_quoted_word_for_word(code: str) -> None:
    """Whom a category is for and what its people do are the notice's own sentences."""
    category = settings("programme.yml")["类别"][code]
    target, duties = f"{code}类：", f"{code}类联络员主要职责："
    assert target + category["对象"] == beginning(target)
    assert duties + category["职责"] == beginning(duties)


def test_contact_is_the_one_in_the_notice() -> None:
    """The office, people, phone and mail that pages print are those of the notice."""
    (contact,) = settings("programme.yml")["联系"]
    text = "\n".join(paragraphs())
    quoted = [contact["科室"], *contact["姓名"], contact["电话"], contact["邮箱"]]
    assert [each for each in quoted if each not in text] == []


def test_form_has_the_cells_of_the_attachment() -> None:
    """The printed form has the attachment's cells, in its order, under its labels."""
    form = settings("form.yml")
    cells = [cell for row in form["x-layout"]["行"] for cell in row["格"]]
    names = [cell if isinstance(cell, str) else cell[0] for cell in cells]
    assert [form["properties"][name].get("title", name) for name in names] == FORM_CELLS
