"""What holds for any file: it round-trips, it has places, it never raises, and it says what a plain reader says."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents import Document, Pointer, events, parse, parse_notice, parse_schema, traps
from pipeline.documents.characters import is_odd

CANARY = "秘而不宣"

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

_LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]).filter(lambda letter: not is_odd(letter))
_ORDINARY = st.text(st.one_of(st.sampled_from("王示例：，“”: #-|>\n [{*&!'\"\\~0123"), _LETTERS), max_size=12)
_KEYS = st.text(st.one_of(st.sampled_from("姓名职务：:# 1"), _LETTERS), min_size=1, max_size=6).filter(
    lambda key: key == key.strip() and "\n" not in key
)
_TREES = st.recursive(
    _ORDINARY,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_KEYS, inner, max_size=4)),
    max_leaves=12,
)
_ROOTS = st.dictionaries(_KEYS, _TREES, min_size=1, max_size=4)


def dump(tree: object, style: str, flow: bool | None) -> bytes:
    """Write a tree with every scalar quoted or in a block."""
    text = yaml.safe_dump(
        tree, allow_unicode=True, default_style=style, default_flow_style=flow, width=10_000, sort_keys=False
    )
    return str(text).encode()


def pointers(value: object, pointer: Pointer = ()) -> list[Pointer]:
    """List the pointers of every part of a tree."""
    parts: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    return [pointer, *(each for key, child in parts for each in pointers(child, (*pointer, key)))]


def pick(document: Document, pointer: Pointer) -> Any:
    """Follow a pointer."""
    value: Any = document.values
    for step in pointer:
        value = value[step]
    return value


@given(tree=_ROOTS, style=st.sampled_from(['"', "'"]), flow=st.sampled_from([True, False, None]))
def test_text_round_trips(tree: dict[str, Any], style: str, flow: bool | None) -> None:
    """Any tree of texts, written with quotes, comes back as it was, typed as a schema or not."""
    data = dump(tree, style, flow)
    document, _ = parse(data, "a.yml")
    assert document is not None
    assert document.values == tree
    assert [each.code for each in parse(data, "a.yml")[1] if each.code != "Y185"] == []
    typed, _ = parse_schema(data, "a.yml")
    assert typed == document


@given(lines=st.lists(st.text(_LETTERS, min_size=1).filter(lambda line: line == line.strip()), min_size=1, max_size=5))
def test_blocks_round_trip(lines: list[str]) -> None:
    """Lines after `|` come back as they were, whatever stands in them."""
    document, findings = parse(("甲: |\n" + "".join(f"  {line}\n" for line in lines)).encode(), "a.yml")
    assert document is not None
    assert (document.values["甲"], findings) == ("".join(f"{line}\n" for line in lines), ())


@given(tree=_ROOTS, flow=st.booleans())
def test_every_part_has_a_mark(tree: dict[str, Any], flow: bool) -> None:
    """Every pointer leads to the place at which the quoted text of its value, and of its key, begins."""
    document, _ = parse(dump(tree, '"', flow), "a.yml")
    assert document is not None
    for pointer in pointers(document.values):
        value = pick(document, pointer)
        where, key = document.at(*pointer), document.at_key(*pointer)
        if isinstance(value, str) and value:
            assert document.line(where.line)[where.column - 1] == '"'
        if pointer and isinstance(pointer[-1], str):
            assert document.line(key.line)[key.column - 1] == '"'
            assert value != "" or where == key


@given(data=st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever bytes come, there is a document or a finding."""
    for read in (parse, parse_schema, parse_notice):
        document, findings = read(data, "a.yml")
        assert document is not None or findings


_PIECES = st.sampled_from(
    [
        *"\t\n:：-|>#[]{},，\"'@`\\\0\u200b\ufeff　｝］",
        *("\n\n", "  ", ": ", "- ", "? ", " #", "&a ", "*a", "!x ", "!!str ", "<<: ", "---\n", "...\n", "%YAML 1.1\n"),
    ]
)


@pytest.mark.parametrize("parser", [events.PARSER, yaml.BaseLoader], ids=["libyaml", "python"])
@given(edits=st.lists(st.tuples(st.integers(0, len(SUBMISSION)), st.integers(0, 8), _PIECES), min_size=1, max_size=4))
def test_damaged_files_never_raise_nor_leak(edits: list[tuple[int, int, str]], parser: Any) -> None:
    """A submission with pieces cut out and put in gives a document or findings, whose words repeat no value."""
    text = SUBMISSION.replace("王示例", CANARY).replace("主任", CANARY)
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "PARSER", parser)
        document, findings = parse(text.encode(), "a.yml")
    assert document is not None or findings
    said = "".join(each.message() + each.hint() + each.message("en") + each.hint("en") for each in findings)
    assert CANARY[:2] not in said
    last = text.count("\n") + text.count("\u2028") + 1
    assert [
        each.where for each in findings if each.where.line > last or (each.where.line > 0) != (each.where.column > 0)
    ] == []
    if document is not None:
        assert all(document.at(*pointer).line for pointer in pointers(document.values))


@given(edits=st.lists(st.tuples(st.integers(0, len(SUBMISSION)), st.integers(0, 4), _PIECES), max_size=3))
def test_an_accepted_file_says_what_a_plain_reader_says(edits: list[tuple[int, int, str]]) -> None:
    """Without findings the values are those of PyYAML's own loader that keeps scalars as text."""
    text = SUBMISSION
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    document, findings = parse(text.encode(), "a.yml")
    if document is not None and not findings:
        assert document.values == yaml.load(document.text, Loader=events.PARSER)


@given(edits=st.lists(st.tuples(st.integers(0, len(SUBMISSION)), st.integers(0, 4), _PIECES), max_size=3))
def test_what_is_passed_over_at_a_glance_is_no_trap(edits: list[tuple[int, int, str]]) -> None:
    """A file whose every text is looked at closely has the same values, findings and places."""
    text = SUBMISSION
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    document, findings = parse(text.encode(), "a.yml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(traps, "plausible", lambda _: True)
        closely, found = parse(text.encode(), "a.yml")
    assert (document, findings) == (closely, found)
