"""A submission is written as YAML the way a careful person writes it, and reads back as exactly what was meant."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import documents, edits
from pipeline.documents import is_odd

ROOT = Path(__file__).parents[2]
SUBMISSIONS = sorted((ROOT / "content").glob("programmes/*/submissions/*/*.yml"))

_LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]).filter(lambda letter: not is_odd(letter))
_SIGNS = "王|：|:|: | #|#|- |-|?|, |，|'|\"|“|”|‘|’|［|］|[|]|{|}|\n|\n\n|\n |\t| |\u3000|\xa0|>|%|@|<<|=|~|&|*|!|`|\\"
_WORDS = "· |𠮷|无|yes|是|2020-12-01|---|...|0x1F|1e3|13800000000|https://example.com/?a:b"
_PIECES = st.sampled_from([*_SIGNS.split("|"), *_WORDS.split("|"), "|", "长" * 200])
TEXTS = st.lists(st.one_of(_PIECES, st.text(_LETTERS, max_size=3)), max_size=5).map("".join)
KEYS = st.lists(st.one_of(_PIECES, st.text(_LETTERS, max_size=3)), min_size=1, max_size=3).map("".join)
_NAMES = KEYS.filter(lambda key: key != "" and key == key.strip() and "\n" not in key)
_TREES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_NAMES, inner, max_size=4)),
    max_leaves=8,
)


def read(text: str) -> Any:
    document, findings = documents.parse(text.encode(), "x.yml")
    assert findings == ()
    assert document is not None
    return document.values


@given(st.dictionaries(_NAMES, _TREES, min_size=1, max_size=4))
def test_every_text_comes_back(values: dict[str, Any]) -> None:
    """What the reader gives back is what was composed, and it has nothing to remark."""
    assert read(edits.compose(values)) == values


@given(st.lists(TEXTS, max_size=3), st.lists(st.text(max_size=20), max_size=3), TEXTS)
def test_comments_say_nothing(head: list[str], before: list[str], value: str) -> None:
    """Whatever a comment or the head holds, the file says the same, in the same order."""
    values = {"姓名": "王示例", "工作简历": value}
    document, _ = documents.parse(edits.compose(values, {"工作简历": before, "姓名": before}, head).encode(), "x.yml")
    assert document is not None
    assert document.values == values


@pytest.mark.parametrize("path", SUBMISSIONS, ids=lambda path: path.stem)
def test_real_files_are_written_as_people_wrote_them(path: Path) -> None:
    """A submission of the demo, composed again, is the same text to the letter."""
    text = path.read_text(encoding="utf-8")
    assert edits.compose(read(text)) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("", ":"),
        ("王示例", ": 王示例"),
        ("13800000000", ": 13800000000"),
        ("2020-12-01", ": 2020-12-01"),
        ("是", ": 是"),
        ("无", ": 无"),
        ("9:00—17:00", ": 9:00—17:00"),
        ("https://example.com/", ": https://example.com/"),
        ("甲：乙", ": 甲：乙"),
        ("C#语言", ": C#语言"),
        ("甲 #乙", ": '甲 #乙'"),
        ("甲: 乙", ": '甲: 乙'"),
        ("甲:", ": '甲:'"),
        ("- 甲", ": '- 甲'"),
        ("-", ": '-'"),
        ("it's", ": it's"),
        ("'甲'", ": '''甲'''"),
        ("“甲”", ": '“甲”'"),
        ("“甲”乙", ": “甲”乙"),
        (" 甲", ": ' 甲'"),
        ("\u3000甲", ": \u3000甲"),
        ("甲\t乙", ": '甲\t乙'"),
        ("甲\n乙\n", ": |\n  甲\n  乙"),
        ("甲\n\n乙", ": |-\n  甲\n\n  乙"),
        (" 甲\n乙\n", ": |2\n   甲\n  乙"),
        ("甲\n\n", ": |+\n  甲\n"),
        ("\n", ": |2+\n"),
        ({}, ": {}"),
        ([], ": []"),
        ({"结论": "同意", "意见": ""}, ": {结论: 同意, 意见: ''}"),
        (["甲", "乙, 丙", "丁，戊"], ": [甲, '乙, 丙', '丁，戊']"),
        ({"名称": "甲，乙", "类别": ["A"]}, ": {名称: 甲，乙, 类别: [A]}"),
        ({"意见": "甲\n乙\n", "日期": ""}, ":\n  意见: |\n    甲\n    乙\n  日期:"),
        ([{"号": "1"}, {"号": "2"}], ":\n  - {号: 1}\n  - {号: 2}"),
        ([{"甲": "长" * 100, "乙": "短"}], ":\n  - 甲: " + "长" * 100 + "\n    乙: 短"),
        (["长" * 60, "短" * 60, ""], ":\n  - " + "长" * 60 + "\n  - " + "短" * 60 + "\n  - ''"),
        ({"甲": {"乙": "丙"}}, ":\n  甲: {乙: 丙}"),
        ([["甲\n"], []], ":\n  - - |\n      甲\n  - []"),
    ],
)
def test_values_are_written_as_a_person_would(value: Any, written: str) -> None:
    """Each rule of the module has its look: plain, quotes, block, brackets, one part a line."""
    assert edits.compose({"栏目": value}) == f"栏目{written}\n"
    assert read(edits.compose({"栏目": value, "其他": "甲"})) == {"栏目": value, "其他": "甲"}


def test_brackets_end_at_a_hundred_characters() -> None:
    """An object of a hundred characters stands on one line, one of a hundred and one does not."""
    assert edits.compose({"栏目": {"甲": "𠮷" * 95}}) == "栏目: {甲: " + "𠮷" * 95 + "}\n"
    assert edits.compose({"栏目": {"甲": "𠮷" * 96}}) == "栏目:\n  甲: " + "𠮷" * 96 + "\n"


def test_comments_and_head_stand_where_they_belong() -> None:
    """The head stands on top, a comment before its key, each of its lines for itself."""
    text = edits.compose({"姓名": "王", "职务": ""}, {"职务": ("原表写作：\n处长\x07", "")}, ("来自 a.docx",))
    assert text == "# 来自 a.docx\n\n姓名: 王\n# 原表写作：\n# 处长\n#\n职务:\n"


def test_characters_of_a_private_font_stay_in_comments() -> None:
    """A name in a font of one's own is kept for staff to see; what nobody can see becomes a blank."""
    assert edits.compose({"姓名": "王"}, {"姓名": ("王\ue000\u200b例",)}) == "# 王\ue000 例\n姓名: 王\n"


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"": "甲"},
        {"姓名": "王\x07"},
        {"姓名": "王\r"},
        {"姓名": "王\x85"},
        {"姓名": "\ufeff王"},
        {"姓名": "\ud800"},
        {"甲\n乙": "丙"},
        {"年限": 8},
        {"年限": [8]},
        {"年限": None},
        {"年限": {"甲": True}},
        {8: "甲"},
        {"长": "长" * 100_000},
    ],
)
def test_what_no_file_can_say_is_refused(values: dict[str, Any]) -> None:
    """Control characters, numbers, and files that are too long are no text to be written."""
    with pytest.raises(edits.EditError):
        edits.compose(values)


def test_a_comment_needs_its_key() -> None:
    """What was to be said about a field is never lost in silence."""
    with pytest.raises(edits.EditError):
        edits.compose({"姓名": "王"}, {"职务": ("处长",)})
