"""An office says findings in its own words; what it writes wrongly is a finding with its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import content, messages
from pipeline.cli import cli
from tests import samples

BROKEN = ("b-001", "手机号: 13800000002", "手机号: 1380000000")


@pytest.fixture(autouse=True)
def _our_own_words() -> Iterator[None]:
    """Let the words be ours again."""
    yield
    messages.reword({})


def written(root: Path, text: str) -> Path:
    samples.write(root, BROKEN)
    (root / "site_templates").mkdir(exist_ok=True)
    (root / "site_templates" / "messages.yml").write_text(text, encoding="utf-8")
    return root


def check(root: Path, lang: str, *arguments: str) -> str:
    return CliRunner().invoke(cli, ["--root", str(root), "--lang", lang, "check", *arguments]).stdout


def test_an_office_says_it_in_its_own_words(tmp_path: Path) -> None:
    """What is wrong and what to write, with the field filled in; what it does not say is ours, and so is English."""
    root = written(tmp_path, "S203:\n  提示: “{field}”不会填的，请打电话问学会部\n  解释: 本单位的解释。\n")
    told = check(root, "zh")
    assert "错误[S203] “手机号”应为 11 位手机号码\n    “手机号”不会填的，请打电话问学会部" in told
    assert "学会部" not in check(root, "en")
    assert "本单位的解释。" in check(root, "zh", "--explain", "S203")
    (root / "site_templates" / "messages.yml").unlink()
    messages.reword({})
    assert "学会部" not in check(root, "zh")


@pytest.mark.parametrize(
    ("text", "where", "code"),
    [
        ("S999: {说明: 甲}\n", "1:1", "T640"),
        ("说明: 甲\n", "1:1", "T640"),
        ("S203: 甲\n", "1:7", "T641"),
        ("S203: {}\n", "1:7", "T641"),
        ("S203:\n  说法: 甲\n", "2:3", "T641"),
        ("S203:\n  说明: {甲: 乙}\n", "2:3", "T641"),
        ("S203:\n  说明: “{value}”不对\n", "2:7", "T642"),
        ("S203:\n  说明: “{field.__class__}”不对\n", "2:7", "T642"),
        ("S203:\n  说明: “{field:>99999999}”不对\n", "2:7", "T642"),
        ("S203:\n  说明: “{field!r}”不对\n", "2:7", "T642"),
        ("S203:\n  说明: “{field”不对\n", "2:7", "T642"),
        ("S203:\n  说明: “{}”不对\n", "2:7", "T642"),
    ],
)
def test_words_that_cannot_be_used_are_a_finding(tmp_path: Path, text: str, where: str, code: str) -> None:
    """With the place in the office's file, and our own words are said all the same."""
    told = check(written(tmp_path, text), "zh")
    assert f"site_templates/messages.yml:{where}: 错误[{code}]" in told
    assert "“手机号”应为 11 位手机号码" in told


@pytest.mark.parametrize("text", ["", "# 还没有\n", "- 甲\n", "甲\n", "S203: {说明: 甲, 说明: 乙}\n"])
def test_a_file_that_holds_no_words_breaks_nothing(tmp_path: Path, text: str) -> None:
    """Whatever it holds, the content is judged."""
    assert "S203" in {each.code for each in content.load(written(tmp_path, text))[1]}
