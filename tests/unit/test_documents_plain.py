"""What is read without the parser is what the parser reads, and most files are."""

from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pipeline.documents import characters, plain
from pipeline.documents.reading import document_of
from tests.bench import content

FILE = """\
类别: A
姓名: 王示例
所在单位: 示例大学（东区） 第2学院
办公电话: 0393-0001001
邮箱: wang.sl@example.com
工作简历: |
  1998.09—2002.07  示例大学: 本科 # 不是注释
    2002.09—2005.07  “硕士”, [研究生]
单位意见: {结论: 同意, 意见: 情况属实，同意推荐。, 日期: 2020-11-27}
审核: {1: 符合, 2: 符合}
办理:
  - {日期: 2020-12-01, 事项: 收到, 纸质: 是}
  - {日期: 2020-12-25, 事项: 认定, 文号: 示例〔2020〕1号}
"""
_SIGNS = ":：#-|>{}[],，&*!%@`'\"“”‘＂［｛？?~=<. \n\t\\/（》…0a王"
_MARKS = [*_SIGNS, "\n  ", ": ", " #", "- ", "--- ", "...\n", "\r"]
_PLACES = st.integers(0, len(FILE))
_ENTRIES = st.lists(
    st.one_of(
        st.sampled_from(FILE.splitlines()),
        st.tuples(
            st.sampled_from(["", " ", "  ", "- ", "  - ", "  - {", "名", "x", "是否"]),
            st.sampled_from(["名", "{名", "1", "a_b", "A" * 41, "~", ""]),
            st.sampled_from([": ", ":", " : ", ":  ", "：", ": {", ": |", ": |-", ": |2", ": >"]),
            st.text(_SIGNS, max_size=6),
            st.sampled_from(["", "}", " ", ", b: c}", "}}"]),
        ).map("".join),
    ),
    max_size=8,
)


def _check(text: str) -> None:
    """Compare with the parser, where anything is read at all."""
    assume(not characters.check(text))
    values = plain.read(text)
    if values is not None:
        document, faults = document_of(text, "a.yml", None)
        assert document is not None
        assert (values, list(values), faults) == (document.values, list(document.values), [])


@given(st.lists(st.tuples(_PLACES, st.integers(0, 3), st.sampled_from(_MARKS)), max_size=3))
def test_a_file_changed_anywhere_is_read_as_the_parser_reads_it(changes: list[tuple[int, int, str]]) -> None:
    """Whatever is taken out of an ordinary file and put into it, it says what the parser says, or nothing."""
    text = FILE
    for place, gone, new in changes:
        text = text[:place] + new + text[place + gone :]
    _check(text)


@given(_ENTRIES, st.sampled_from(["\n", "", "\n\n", "\n "]))
@example(["a: |", "   b", "  c"], "\n")
@example(["a: |", "  b", "", "c: d"], "\n")
@example(["a: {b: c, b: d}"], "\n")
@example(["a: b", "a: c"], "\n")
@example(["a:", "  - {b: c}", "   - {b: c}"], "\n")
@example(["a: b", "  c"], "\n")
def test_lines_in_any_order_are_read_as_the_parser_reads_them(lines: list[str], end: str) -> None:
    """Lines that begin like a file's own and end in any way say what the parser says, or nothing."""
    _check("\n".join(lines) + end)


def test_ordinary_files_need_no_parser() -> None:
    """The example above, the benchmark's files, and most of the repository's own submissions are read without it."""
    own = [
        each.read_text("utf-8") for each in sorted(Path(content.ROOT, content.PROGRAMME, "submissions").rglob("*.yml"))
    ]
    made = [each.text for each in content.candidates(20, 1)]
    assert [text for text in (FILE, *made) if plain.read(text) is None] == []
    assert sum(plain.read(text) is not None for text in own) > 0.9 * len(own) > 0


@pytest.mark.parametrize("text", ["", "\n", "# x\n", "a:\n", "a: b", "a: 'b'\n", f"a: {'b' * 16_000}\n"])
def test_the_rest_is_left_to_the_parser(text: str) -> None:
    """Nothing at all, a comment, an empty value, no line end, quotes, and what is long are none of its business."""
    assert plain.read(text) is None
