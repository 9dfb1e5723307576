"""A text's nodes as data for the print templates: nothing lost, levels as in the source, strings and no code."""

import json

from hypothesis import given
from hypothesis import strategies as st

from pipeline import markup
from pipeline.markup import Node
from pipeline.paper import markup_typst


def blocks(text: str) -> list[markup_typst.Block]:
    return markup_typst.blocks(markup.tokens(text))


def words(part: Node | str) -> str:
    return part if isinstance(part, str) else "".join(map(words, part.children))


def said(block: markup_typst.Block) -> str:
    if block["kind"] == "list":
        return "".join(map(markup_typst.text, block["items"]))
    if block["kind"] == "table":
        return "".join(markup_typst.text(cell) for row in (block["head"], *block["rows"]) for cell in row)
    return markup_typst.text(block["parts"])


def test_headings_have_the_levels_of_the_source() -> None:
    """A title above the text is level 1; what the source calls a heading is one, and what looks like one is not."""
    found = blocks("## 一、对象\n\n### （一）范围\n\n（二）这是一句话。\n\n## 二、程序")
    assert [(each["kind"], each.get("level")) for each in found] == [
        ("heading", 2),
        ("heading", 3),
        ("paragraph", None),
        ("heading", 2),
    ]


def test_a_level_that_was_skipped_is_closed_up() -> None:
    """A tagged document may not go from level 2 to level 4."""
    found = blocks("### 甲\n\n##### 乙\n\n## 丙\n\n###### 丁")
    assert [each["level"] for each in found] == [2, 3, 2, 3]


def test_run_in_heading_is_marked_and_emphasis_is_not() -> None:
    """`*（一）…*` at the head of a paragraph is a heading of its own kind; elsewhere it is emphasis."""
    (block,) = blocks("*（一）对象。*本通知*所称*的**联络员**")
    kinds = [each if isinstance(each, str) else each["kind"] for each in block["parts"]]
    assert kinds == ["run-in", "本通知", "em", "的", "strong"]


def test_links_lead_outside_only() -> None:
    """An address on the web or of mail is a link; the way to another page of the site is words on paper."""
    (block,) = blocks("见[网站](https://a.example/)、x@a.example 和[名单](roster/index.html)")
    links = [each for each in block["parts"] if isinstance(each, dict)]
    assert [(each["kind"], each.get("to")) for each in links] == [
        ("link", "https://a.example/"),
        ("link", "mailto:x@a.example"),
        ("plain", None),
    ]


def test_table_has_even_rows() -> None:
    """A short row is filled up, so that a template can lay it out."""
    (block,) = blocks("| 甲 | 乙 |\n|---|---|\n| 1 |\n| 2 | 3 |")
    assert block["columns"] == 2
    assert [len(row) for row in (block["head"], *block["rows"])] == [2, 2, 2]


@given(st.text(alphabet="甲（一）。*# \n|-1.[]()$#@\\`~a_<>{}!:/“”", max_size=120))
def test_no_word_is_lost_or_added(text: str) -> None:
    """The blocks say what the nodes say, in their order, as strings of JSON."""
    nodes = markup.tokens(text)
    made = markup_typst.blocks(nodes)
    assert json.loads(json.dumps(made)) == made
    spoken = "".join(map(words, nodes))
    assert "".join("".join(map(said, made)).split()) == "".join(spoken.split())
