"""The words of the findings: complete in both languages, filled in wherever they are given, set as Chinese is set."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.messages import CATALOGUE
from pipeline.messages.entry import Entry, Words

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


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_a_finding_says_everything_in_both_languages(entry: Entry) -> None:
    """What is wrong, what to do, and why, in Chinese and in English, each with the same parameters."""
    for words in (entry.zh, entry.en):
        assert all(text.strip() == text and text for text in texts(words))
    assert re.search(f"[{HAN}]", entry.zh.message + entry.zh.explain)
    named = placeholders(entry.zh.message) | placeholders(entry.zh.hint)
    english = placeholders(entry.en.message) | placeholders(entry.en.hint)
    assert all(name.isidentifier() for name in named | english)
    assert english <= named | {"field"}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_chinese_is_set_as_chinese(entry: Entry) -> None:
    """Between Chinese characters stand full-width marks and “ ” quotes; a message ends without a full stop."""
    for text in texts(entry.zh):
        bare = plain(text)
        assert re.findall(f"[{HAN}][,;!?()][{HAN}]", bare) == []
        assert re.findall(f"[{HAN}][\"'][{HAN}]", bare) == []
        assert re.findall(f"[{HAN}] +[{HAN}]", bare) == []
        assert text.count("“") == text.count("”")
        assert text.count("（") == text.count("）")
        assert not re.search("[「」『』﹝﹞【】]", text)
    assert not entry.zh.message.endswith(("。", "！", "."))
    assert not entry.zh.hint.endswith(("，", "；", "、"))
    assert entry.zh.explain.endswith(("。", "）", "”"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_english_is_plain(entry: Entry) -> None:
    """A message in English begins small, as it follows `error[…]`, and an explanation is a sentence."""
    assert not entry.en.message.endswith(".")
    first = entry.en.message.split()[0]
    assert not (first[:1].isupper() and first[1:].islower()), entry.en.message
    assert entry.en.explain.endswith((".", ")", "”"))


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


CALLS = tuple(calls())


def test_every_placeholder_is_filled_in_where_the_code_is_given() -> None:
    """A call that names its code hands over every parameter of the words, and none that they do not have."""
    assert len(CALLS) > 100
    wrong = []
    for code, file, line, given, open_ended in CALLS:
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
