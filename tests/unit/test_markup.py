"""Markdown becomes a tree of known parts, and HTML that is safe because nothing else can be in it."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import markup
from pipeline.markup import Node, to_html, tokens
from tests.unit.html_reader import read

TAGS = {"h2", "h3", "h4", "h5", "h6", "p", "em", "strong", "ul", "li", "br", "a", "img"} | {
    *("table", "thead", "tbody", "tr", "th", "td")
}
ATTRIBUTES = {("a", "href"), ("img", "src"), ("img", "alt"), ("th", "scope"), ("em", "class")}
PIECES = st.sampled_from(
    [
        *("<script>", "</script>", "<!--", "-->", "<img src=x onerror=alert(1)>", '"', "'", "&lt;", "&#106;", "\\"),
        *(
            "[",
            "](",
            ")",
            "!",
            "javascript:",
            "data:text/html,",
            "https://a.example/",
            "mailto:",
            "//b.example",
            "\x02",
        ),
        *("\x03", "klzzwxh:0000", "*", "**", "_", "`", "#", "## ", "- ", "1. ", "1\\.", "> ", "|", "|-|-|", "---"),
        *("\n", "\n\n", "  \n", "    ", "\t", "\r\n", "（一）", "科协", "a", "1", "<", ">", "\x00", "\ufeff", "\u202e"),
    ]
)


def test_levels_of_an_official_document() -> None:
    """A marked level is a heading, a run-in heading opens its paragraph, a number stays what it is."""
    text = "## 一、对象\n\n*（一）对象。*指工作人员。\n\n1\\.热爱事业。\n2\\.能长期工作。\n\n3. 有能力。"
    assert tokens(text) == (
        Node("h2", ("一、对象",)),
        Node("p", (Node("em", ("（一）对象。",), (), markup.RUN_IN), "指工作人员。")),
        Node("p", ("1.热爱事业。",)),
        Node("p", ("2.能长期工作。",)),
        Node("p", ("3. 有能力。",)),
    )


def test_emphasis_within_a_paragraph_is_no_heading() -> None:
    """Only emphasis that opens a paragraph is a run-in heading."""
    assert to_html("正文*强调*。") == "<p>正文<em>强调</em>。</p>"


def test_page_keeps_its_only_h1() -> None:
    """The first level belongs to the page's title."""
    assert to_html("# 标题") == "<h2>标题</h2>"


def test_table_says_what_its_columns_are() -> None:
    """A table's heads carry their scope."""
    assert to_html("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |") == (
        '<table><thead><tr><th scope="col">甲</th><th scope="col">乙</th></tr></thead>'
        "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    )


def test_line_break_within_chinese_leaves_no_gap() -> None:
    """A line that the editor broke is one line again; Latin words keep their blank."""
    assert to_html("各县（区）\n科协，\nRound\nTable") == "<p>各县（区）科协，\nRound\nTable</p>"


@pytest.mark.parametrize("text", ["    四个空格开头", "标题\n---", "a_b_c", "`x`", "> 引文", "[1]: https://a.example"])
def test_chance_marks_stay_text(text: str) -> None:
    """What a clerk types without meaning a mark stays as it was typed."""
    assert read(to_html(text)).text.split() == text.split()


def test_decimal_at_the_start_of_a_line_opens_no_paragraph() -> None:
    """A number with a fraction is no numbering."""
    assert to_html("增长\n3.5倍。") == "<p>增长\n3.5倍。</p>"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        *(
            (each, True)
            for each in ("https://a.example/?a=1&b=2", "mailto:a@b.example", "tel:0393-1", "form/index.html")
        ),
        *(
            (each, False)
            for each in ("javascript:alert", "JaVaScRiPt:alert", "data:text/html;base64,AA", "//b.example")
        ),
        *((each, False) for each in ("vbscript:x", "file:///etc/passwd", "\\\\b.example", "/etc", "java&#115;cript:x")),
        ("javascript&colon;alert", True),
    ],
)
def test_links_lead_only_to_known_kinds(address: str, kept: bool) -> None:
    """A link of an unknown kind is only its words; what merely looks like one is a harmless relative address."""
    links = read(to_html(f"[看]({address})")).all("a")
    assert [each["href"] for each in links] == ([address] if kept else [])


def test_bare_addresses_can_be_followed() -> None:
    """An address that stands in the text is a link, without the mark that follows it; a link holds no other."""
    assert to_html("邮箱：a.b@c.example，<https://a.example/x?y=1>。[d@e.example](f/index.html)") == (
        '<p>邮箱：<a href="mailto:a.b@c.example">a.b@c.example</a>，'
        '&lt;<a href="https://a.example/x?y=1">https://a.example/x?y=1</a>&gt;。'
        '<a href="f/index.html">d@e.example</a></p>'
    )


def test_picture_from_elsewhere_is_only_its_words() -> None:
    """A picture of the site's own stands, another does not."""
    assert to_html("![甲](attachments/a.png)![乙](https://a.example/b.png)") == (
        '<p><img src="attachments/a.png" alt="甲">乙</p>'
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<b onclick=x>甲</b>", "<p>&lt;b onclick=x&gt;甲&lt;/b&gt;</p>"),
        ("<!-- 注 -->", "<p>&lt;!-- 注 --&gt;</p>"),
        ("&lt;script&gt; &#106;", "<p>&amp;lt;script&amp;gt; &amp;#106;</p>"),
        ('[甲](x"onclick="y)', '<p><a href="x&#34;onclick=&#34;y">甲</a></p>'),
        ('![a"b](x.png)', '<p><img src="x.png" alt="a&#34;b"></p>'),
        ("<a href='//b.example'>", "<p>&lt;a href=&#39;//b.example&#39;&gt;</p>"),
    ],
)
def test_html_in_the_text_is_text(text: str, html: str) -> None:
    """No HTML of the source reaches the page as HTML."""
    assert to_html(text) == html


@given(st.lists(PIECES, max_size=30).map("".join))
def test_nothing_unknown_comes_out(text: str) -> None:
    """Whatever goes in, only known tags, attributes and kinds of address come out, all closed."""
    page = read(to_html(text))
    assert page.open_at_end == []
    assert {tag for tag, _ in page.elements} <= TAGS
    assert {(tag, name) for tag, attributes in page.elements for name in attributes} <= ATTRIBUTES
    assert {urlsplit(each["href"]).scheme for each in page.all("a")} <= {"", "https", "http", "mailto", "tel"}
    assert {urlsplit(each["src"]).scheme for each in page.all("img")} <= {""}


@given(st.text("各县（区）科协：“”、。A1 \n", max_size=60))
def test_plain_text_loses_nothing(text: str) -> None:
    """Every character of a text without marks is there afterwards, blanks aside."""
    assert "".join(read(to_html(text)).text.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 9_000, "*a **b " * 600, "a@" * 2_000, f"{'a.' * 2_000}@", "(*" * 4_000, "<" * 60_000, "> " * 900),
        *("甲\n\n" * 3_000, "http://a" * 600, f"http://a{',' * 4_000}", "*" * 5_000),
    ],
)
def test_endless_marks_do_not_stall_it(text: str) -> None:
    """A text that no document has is given back as it was typed."""
    assert "".join(read(to_html(text)).text.split()) == "".join(text.split())
