"""Content is text, every part has its place, and schemas alone are typed."""

from pathlib import Path

import pytest

from pipeline.diagnostics import Diagnostic, Location
from pipeline.documents import Document, characters, events, lines, load_schema, parse, parse_notice, parse_schema
from pipeline.documents.private_use import REAL_CHARACTERS
from pipeline.messages.entry import Severity
from pipeline.messages.text import ENTRIES

PATH = "content/programmes/shili/submissions/a-001.yml"

SUBMISSION = """\
姓名: 王示例          # 注释
"职务": "主任: 兼"
手机号:
工作简历: |
  2015 甲

  2016 乙
单位意见: {结论: 同意, 意见: }
办理:
  - {日期: 2020-12-07, 事项: 收到}
  - 日期: 2020-12-14
    事项: 拟认定
材料: [纸质, 电子]
"""


def read(text: str) -> Document:
    """Parse text in which nothing is wrong."""
    document, findings = parse(text.encode(), PATH)
    assert document is not None
    assert findings == ()
    return document


def find(text: str) -> tuple[Diagnostic, ...]:
    """Parse text for its findings."""
    return parse(text.encode(), PATH)[1]


LITERAL = """\
0371 no 是 12:30 2025-02-30 1e3 ~ null true 0x1F 1_000 .5 -1 = 13800000000 a-b KCLD-{年}-{类别}{流水:03}
https://shili.example/a?b=c#d 王·示例 C:\\主任 a#b 50% 甲|乙 他说“好” ... 甲,乙 甲]乙
"""


@pytest.mark.parametrize("text", LITERAL.split())
def test_a_scalar_stays_as_it_is_written(text: str) -> None:
    """Nothing that looks like a number, a date or a word of YAML becomes one."""
    assert read(f"栏目: {text}\n列: \n  - {text}\n").values == {"栏目": text, "列": [text]}


@pytest.mark.parametrize("text", ["", " ", ' ""', " ''", " # 注释", " |", " |-\n"])
def test_an_empty_value_is_empty_text(text: str) -> None:
    """A key without a value is there and says nothing."""
    assert read(f"甲:{text}\n").values == {"甲": ""}


def test_a_submission_is_nested_text() -> None:
    """Mappings, lists and blocks come out as dict, list and str, in the order of the file."""
    assert read(SUBMISSION).values == {
        "姓名": "王示例",
        "职务": "主任: 兼",
        "手机号": "",
        "工作简历": "2015 甲\n\n2016 乙\n",
        "单位意见": {"结论": "同意", "意见": ""},
        "办理": [{"日期": "2020-12-07", "事项": "收到"}, {"日期": "2020-12-14", "事项": "拟认定"}],
        "材料": ["纸质", "电子"],
    }


@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("姓名",), (1, 5), (1, 1)),
        (("职务",), (2, 7), (2, 1)),
        (("手机号",), (3, 1), (3, 1)),
        (("工作简历",), (4, 7), (4, 1)),
        (("单位意见",), (8, 7), (8, 1)),
        (("单位意见", "结论"), (8, 12), (8, 8)),
        (("单位意见", "意见"), (8, 16), (8, 16)),
        (("办理",), (10, 3), (9, 1)),
        (("办理", 0), (10, 5), (10, 5)),
        (("办理", 0, "事项"), (10, 26), (10, 22)),
        (("办理", 1, "事项"), (12, 9), (12, 5)),
        (("材料", 1), (13, 10), (13, 10)),
        (("邮箱",), (1, 1), (1, 1)),
        (("办理", 1, "文号"), (11, 5), (11, 5)),
        (("办理", 9, "文号"), (10, 3), (9, 1)),
        (("姓名", "名", 0), (1, 5), (1, 1)),
    ],
)
def test_every_part_has_its_place(pointer: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]) -> None:
    """The value's place, the key's where the value is empty, the nearest ancestor's where there is no such part."""
    document = read(SUBMISSION)
    assert (document.at(*pointer), document.at_key(*pointer)) == (Location(PATH, *value), Location(PATH, *key))


@pytest.mark.parametrize(("mark", "end"), [("\ufeff", "\n"), ("", "\r\n"), ("\ufeff", "\r\n"), ("", "\r")])
def test_line_ends_and_byte_order_mark_change_nothing(mark: str, end: str) -> None:
    """Files of Windows and of old systems give the same document, places included."""
    document = read(mark + SUBMISSION.replace("\n", end))
    assert document == read(SUBMISSION)
    assert document.at("办理", 1, "事项") == Location(PATH, 12, 9)


def test_a_line_is_shown_as_it_stands() -> None:
    """Lines count from 1; beyond the file there is nothing."""
    document = read("姓名: 王示例\n职务: 主任")
    assert [document.line(number) for number in (0, 1, 2, 3)] == ["", "姓名: 王示例", "职务: 主任", ""]


def test_equal_documents_are_one_in_a_set() -> None:
    """A document can be put into sets and shows neither text nor places when printed."""
    document = read("姓名: 王示例\n")
    assert len({document, read("姓名: 王示例\n")}) == 1
    assert repr(document) == f"Document(path={PATH!r}, values={{'姓名': '王示例'}})"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("false", False),
        ("true", True),
        ("null", None),
        ("0", 0),
        ("-12", -12),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("123456789012345678", 123456789012345678),
        ("1234567890123456789", "1234567890123456789"),
        ("'11'", "11"),
        ('"true"', "true"),
    ]
    + [
        (text, text)
        for text in ("no", "Yes", "True", "~", "007", "+1", "0x1F", ".5", "1.", "2020-12-08", "12:30", "10mm", "1e400")
    ]
    + [("", ""), ("[1, a]", [1, "a"]), ("{最少: 3}", {"最少": 3})],
)
def test_a_schema_is_typed_as_json_is(text: str, value: object) -> None:
    """Plain scalars of JSON spelling have JSON's types; quoted ones, dates and everything else are text."""
    document, findings = parse_schema(f"甲: {text}\n".encode(), PATH)
    assert document is not None
    assert (repr(document.values["甲"]), findings) == (repr(value), ())


def test_a_schema_is_loaded_typed(tmp_path: Path) -> None:
    """What `parse_schema` does to bytes, `load_schema` does to a file."""
    file = tmp_path / "form.yml"
    file.write_text("additionalProperties: false\n", encoding="utf-8")
    document, findings = load_schema(file, "form.yml")
    assert document is not None
    assert (document.values, findings) == ({"additionalProperties": False}, ())


def test_keys_of_a_schema_are_text() -> None:
    """A key is never a number or a truth, so that a file can be a JSON object."""
    document, _ = parse_schema(b'{"1": true, 2: 3, true: 4}', PATH)
    assert document is not None
    assert document.values == {"1": True, "2": 3, "true": 4}


def test_findings_come_with_what_is_certain() -> None:
    """A document with a doubled key or an unseen character can still be judged; one with an alias cannot."""
    certain, _ = parse("姓名: 王\u200b\n职务: 主任\n职务: 科长\n".encode(), PATH)
    uncertain, _ = parse("姓名: &a 王\n职务: *a\n".encode(), PATH)
    assert certain is not None
    assert (certain.values, uncertain) == ({"姓名": "王\u200b", "职务": "主任"}, None)
    assert certain.at("职务") == Location(PATH, 2, 5)


def test_what_cannot_be_read_is_replaced() -> None:
    """Bytes and controls that no text may hold stand as U+FFFD in the document."""
    document, findings = parse("姓名: 王\x01例".encode() + b"\xff\n" + b'b: "\\0"\n', PATH)
    assert document is not None
    assert document.values == {"姓名": "王\ufffd例\ufffd", "b": "\ufffd"}
    assert [each.code for each in findings] == ["Y120", "Y112", "Y171"]


def test_nothing_stands_above_the_first_line() -> None:
    """Only lines that say something count as the line above."""
    assert [lines.previous_line("\n# 注释\n 甲: 1\n\n乙: 2\n", index) for index in (6, 13)] == [None, 7]


def test_words_say_where_the_first_of_two_keys_stands() -> None:
    """The line of the first key is in the message of the second."""
    (finding,) = find("甲: 1\n乙: 2\n\n甲: 3\n")
    assert (finding.message(), finding.where.line) == ("栏目重复，第 1 行已有同名的栏目", 4)


def test_words_offer_the_real_character() -> None:
    """A known private-use character comes with the character to write instead."""
    (finding,) = find("姓名: 王\ue863\n")
    assert finding.message() == "这里是自造字（U+E863），别的电脑上显示不出来，应写作“䶮”（U+4DAE）"


def test_words_show_the_character_that_cannot_begin_a_value() -> None:
    """The sign itself is named, what follows it is not."""
    (finding,) = find("邮箱: @shili\n")
    assert (finding.message(), finding.hint()) == (
        "内容不能以“@”开头",
        '请给整段内容加上半角双引号，例如：职务: "@主任"',
    )


def test_more_of_a_kind_are_counted() -> None:
    """A hundred lines of one kind are listed, the others are a number."""
    findings = find("甲: |\n" + "  乙\u200b\n" * 150)
    assert (len(findings), findings[-1].code, findings[-1].params) == (101, "Y129", (("count", "50"),))


def test_private_use_mappings_are_those_of_the_codec() -> None:
    """Where the interpreter's GB 18030 knows the real character too, it is the same; all 80 of FE50–FEA0 are there."""
    second = [*range(0x50, 0x7F), *range(0x80, 0xA1)]
    codec = {chr(0xE815 + step): bytes((0xFE, each)).decode("gb18030") for step, each in enumerate(second)}
    known = {private: real for private, real in codec.items() if not "\ue000" <= real <= "\uf8ff"}
    assert {private: REAL_CHARACTERS[private] for private in known} == known
    assert [private for private in codec if private not in REAL_CHARACTERS] == []
    later = {
        "\ue81e": "龴",
        "\ue831": "\U000215d7",
        "\ue855": "\U000241fe",
        "\ue864": "龻",
        "\ue78d": "︐",
        "\ue796": "︙",
    }
    assert {private: REAL_CHARACTERS[private] for private in later} == later


def test_names_of_every_plane_are_ordinary() -> None:
    """Rare characters, the middle dot, radicals and emoji are no findings."""
    names = "𠮷䶮㛃\U0002ebf0\U00031350\U000323af王·示例⺁々〇〔〕—…“”①Ωй😀"
    assert [character for character in names if characters.is_odd(character)] == []
    assert read(f"姓名: {names}\n").values == {"姓名": names}


@pytest.mark.parametrize("bomb", ["[" * 200_000, "{甲: " * 50_000, "- " * 100_000, "甲: [" + "[甲, " * 60_000], ids=len)
def test_a_bomb_is_refused_before_it_is_built(bomb: str) -> None:
    """Reading stops one level below the limit, whatever follows."""
    reading = events.read(bomb)
    assert [each.code for each in reading.faults] == ["Y139"]
    assert len(reading.events) <= 2 * events.DEPTH + 2
    assert "Y139" in {each.code for each in find(bomb)}


def test_twenty_levels_are_allowed() -> None:
    """The limit itself is no finding."""
    depth = events.DEPTH - 1
    assert read("甲: " + "[" * depth + "]" * depth + "\n").values["甲"] != []


def test_a_notice_is_keys_and_a_body() -> None:
    """The front matter has places in the whole file; the body is as it stands, with the line on which it begins."""
    notice, findings = parse_notice(
        "---\r\n标题: 通知\r\n---\r\n\r\n各单位：\r\n\r\n---\r\n姓名：无\r\n".encode(), "content/notice.md"
    )
    assert notice is not None
    assert findings == ()
    assert (notice.body, notice.body_line) == ("\n各单位：\n\n---\n姓名：无\n", 4)
    assert (notice.front.values, notice.front.at("标题")) == ({"标题": "通知"}, Location("content/notice.md", 2, 5))
    assert notice.front.line(5) == "各单位："


def test_a_notice_in_another_encoding_is_one_finding() -> None:
    """What cannot be decoded is not taken apart."""
    notice, findings = parse_notice("---\n标题: 通知\n---\n".encode("utf-16"), "content/notice.md")
    assert (notice, [str(each.where) for each in findings]) == (None, ["content/notice.md"])


def test_only_traps_are_warnings() -> None:
    """What was surely meant otherwise stops the build; what parses and may be meant stops it only under --strict."""
    by_severity = {entry.code: entry.severity for entry in ENTRIES if entry.severity is not Severity.ERROR}
    warnings = {f"Y{number}": Severity.WARNING for number in range(180, 187)}
    assert by_severity == warnings | {"Y129": Severity.NOTE}
