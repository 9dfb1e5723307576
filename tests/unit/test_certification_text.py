"""The text of a certification notice: where it comes from, what it may ask for, and how it is filled in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import content, markup
from pipeline.content.certification import PLACEHOLDERS
from pipeline.paper import qr
from tests import samples

FILE = f"{samples.PROGRAMMES}/certification.md"
TEXT = """\
---
标题: 关于认定{项目}的通知
---

决定认定{首位}{人数}。
"""


def found(root: Path) -> list[tuple[str, int, int]]:
    return [(each.code, each.where.line, each.where.column) for each in content.load(root)[1]]


def test_a_programme_has_its_own_text(tmp_path: Path) -> None:
    """certification.md beside the notice is the programme's text."""
    site, findings = content.load(samples.write(tmp_path, **{FILE: TEXT}))
    text = site.programmes[0].certification
    assert findings == ()
    assert text is not None
    assert (text.title, text.body.strip()) == ("关于认定{项目}的通知", "决定认定{首位}{人数}。")


def test_a_programme_without_a_text_gets_the_shipped_one(tmp_path: Path) -> None:
    """A text comes with the programme, and every word in its braces is known."""
    site, findings = content.load(samples.write(tmp_path))
    text = site.programmes[0].certification
    assert findings == ()
    assert text is not None
    assert "{人数}" in text.body


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("{人数}", "{人员数}", ("S280", 5, 9)),
        ("{项目}", "{项目名}", ("S280", 2, 5)),
        ("{首位}", "{}", ("S280", 5, 5)),
        ("{首位}", "{首位.__class__}", ("S280", 5, 5)),
        ("---\n\n", "正文字号: 三号\n---\n\n", ("S210", 3, 1)),
    ],
)
def test_a_slip_is_a_finding_with_its_place(tmp_path: Path, old: str, new: str, finding: tuple[str, int, int]) -> None:
    """A word in braces that is not known, or a key that is not."""
    assert found(samples.write(tmp_path, **{FILE: TEXT.replace(old, new)})) == [finding]


def test_the_finding_lists_the_known_words(tmp_path: Path) -> None:
    """Whoever mistyped sees what may be written."""
    _, (finding,) = content.load(samples.write(tmp_path, **{FILE: TEXT.replace("{人数}", "{x}")}))
    assert all(f"{{{each}}}" in finding.hint() for each in PLACEHOLDERS)


@pytest.mark.parametrize(
    ("text", "words", "html"),
    [
        ("认定{甲}。", {"甲": "王示例等"}, "<p>认定王示例等。</p>"),
        ("认定{甲}。\n\n任期{乙}。", {"甲": "", "乙": None}, "<p>认定。</p>"),
        ("{甲}", {"甲": "一。\n二。"}, "<p>一。</p>\n<p>二。</p>"),
        ("其中{甲}。", {"甲": "一\n二"}, "<p>其中一二。</p>"),
        ("## {甲}\n\n*{甲}*", {"甲": "一"}, '<h2>一</h2>\n<p><em class="run-in">一</em></p>'),
        ("{丙}", {"甲": "一"}, "<p>{丙}</p>"),
        ("{甲}", {}, "<p>{甲}</p>"),
    ],
)
def test_placeholders_are_filled(text: str, words: dict[str, str | None], html: str) -> None:
    """A word takes its place; a block that has nothing to say is left out; lines alone become paragraphs."""
    assert str(markup.to_html(text, words)) == html


@given(st.text(max_size=60))
def test_a_word_is_never_markup(word: str) -> None:
    """Whatever a name holds, it stands as text: no tag, no link, no emphasis, no further placeholder."""
    tags = str(markup.to_html("认定{甲}{乙}。", {"甲": word, "乙": "{甲}"})).count("<")
    assert tags == 2


def test_a_code_is_the_same_picture_every_time() -> None:
    """The QR code has no style, is black on white and depends on its text alone."""
    first, again, other = (qr.to_svg(f"https://gongshi.example/{each}/") for each in ("a", "a", "b"))
    assert first == again != other
    assert b"style" not in first
    assert first.startswith(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ')
