"""The words of the findings: complete in both languages, filled in wherever they are given, set as Chinese is set."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.messages import CATALOGUE
from pipeline.messages.entry import Words

ROOT = Path(__file__).parents[2]
ENTRIES = tuple(CATALOGUE.values())
HAN = "\u3400-\u9fff"


def texts(words: Words) -> tuple[str, str, str]:
    return words.message, words.hint, words.explain


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def plain(text: str) -> str:
    """Return the text without what is code: placeholders, and runs of Latin letters with what stands in them."""
    return re.sub(r"\{[^{}]*\}", "x", text.replace("{{", "x").replace("}}", "x"))


def test_a_finding_says_everything_in_both_languages() -> None:
    """What is wrong, what to do, and why, in Chinese and in English, each with the same parameters."""
    for entry in ENTRIES:
        for words in (entry.zh, entry.en):
            assert all(text.strip() == text and text for text in texts(words)), entry.code
        assert re.search(f"[{HAN}]", entry.zh.message + entry.zh.explain), entry.code
        named = placeholders(entry.zh.message) | placeholders(entry.zh.hint)
        english = placeholders(entry.en.message) | placeholders(entry.en.hint)
        assert all(name.isidentifier() for name in named | english), entry.code
        assert english <= named | {"field"}, entry.code


@pytest.mark.parametrize(
    "wrong", [f"[{HAN}][,;!?()][{HAN}]", f"[{HAN}][\"'][{HAN}]", f"[{HAN}] +[{HAN}]", "[「」『』﹝﹞【】]"]
)
def test_chinese_has_the_marks_of_chinese(wrong: str) -> None:
    """Between Chinese characters stand full-width marks and “ ” quotes, and no blank."""
    assert [entry.code for entry in ENTRIES for text in texts(entry.zh) if re.search(wrong, plain(text))] == []


def test_chinese_is_set_as_chinese() -> None:
    """Quotes and brackets come in pairs; a message ends without a full stop."""
    for entry in ENTRIES:
        for text in texts(entry.zh):
            assert text.count("“") == text.count("”"), entry.code
            assert text.count("（") == text.count("）"), entry.code
        assert not entry.zh.message.endswith(("。", "！", ".")), entry.code
        assert not entry.zh.hint.endswith(("，", "；", "、")), entry.code
        assert entry.zh.explain.endswith(("。", "）", "”")), entry.code


def test_english_is_plain() -> None:
    """A message in English begins small, as it follows `error[…]`, and an explanation is a sentence."""
    for entry in ENTRIES:
        assert not entry.en.message.endswith("."), entry.code
        first = entry.en.message.split()[0]
        assert not (first[:1].isupper() and first[1:].islower()), entry.code
        assert entry.en.explain.endswith((".", ")", "”")), entry.code


Call = tuple[str, Path, int, frozenset[str], bool]


def calls() -> Iterator[Call]:
    """Yield (code, file, line, parameters, whether more come by `**`) of each call of `finding` with a written code."""
    for file in sorted((ROOT / "pipeline").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "finding" or not node.args:
                continue
            given = frozenset(each.arg for each in node.keywords if each.arg)
            open_ended = any(each.arg is None for each in node.keywords)
            for code in codes(node.args[0]):
                yield code, file, node.lineno, given, open_ended


def codes(node: ast.expr) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and each.value in CATALOGUE:
            yield str(each.value)


def test_every_placeholder_is_filled_in_where_the_code_is_given() -> None:
    """A call that names its code hands over every parameter of the words, and none that they do not have."""
    every = tuple(calls())
    assert len(every) > 100
    wrong = []
    for code, file, line, given, open_ended in every:
        entry = CATALOGUE[code]
        needed = set().union(*map(placeholders, (*texts(entry.zh)[:2], *texts(entry.en)[:2])))
        if needed - given and not open_ended:
            wrong.append(f"{file.name}:{line} {code} lacks {sorted(needed - given)}")
    assert wrong == []


def test_explanations_need_nothing_filled_in() -> None:
    """`check --explain` knows the code only: braces in an explanation stand for themselves."""
    wanting = [entry.code for entry in ENTRIES for words in (entry.zh, entry.en) if placeholders_of_ours(words.explain)]
    assert wanting == []


def placeholders_of_ours(text: str) -> list[str]:
    return [name for name in re.findall(r"\{([^{}]*)\}", text) if re.fullmatch("[a-z_]+", name)]


def test_every_code_is_shown_by_a_bad_case_or_a_test() -> None:
    """Whoever changes a finding learns of it: its code stands in an expected file or in a test."""
    named: set[str] = set()
    for file in (ROOT / "tests").rglob("*"):
        if file.suffix in (".py", ".expected") or file.name == "expected":
            named |= set(re.findall(r"\b[YSERPTX][0-9]{3}\b", file.read_text(encoding="utf-8")))
    assert sorted(set(CATALOGUE) - named) == []
