"""Help and usage errors speak one language at a time, wholly; every command says how it is used, by examples."""

import ast
import copy
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from pipeline.cli import cli, click_words, spoken, talk
from pipeline.cli.help_words import HELP
from pipeline.folding import columns

HAN = re.compile("[\u3400-\u9fff]")
# What only a programmer can bring about, or a system that we do not speak of.
OF_PROGRAMMERS = (
    *("Could not determine name", "No options defined", "Arguments take exactly one", "Name '{name}' defined twice"),
    *("Boolean option", "Value must be an iterable", "DeprecationWarning", "Choice({choices})", "Invalid start"),
    *("Unknown color", "Unknown standard stream", "{editor}", "Windows error", "d"),
)


def commands(command: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, each in command.commands.items():
            yield from commands(each, f"{path} {name}".strip())


COMMANDS = dict(commands(cli))


@pytest.fixture
def speaking(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let click be what it was when the test is over."""
    for name, module in tuple(vars(click).items()):
        if getattr(module, "_", None) is gettext.gettext:
            monkeypatch.setattr(module, "_", gettext.gettext, raising=False)
            if hasattr(module, "ngettext"):
                monkeypatch.setattr(module, "ngettext", gettext.ngettext)
        del name
    monkeypatch.setattr(click.formatting, "term_len", click.formatting.term_len)
    monkeypatch.setattr(click.Context, "formatter_class", click.HelpFormatter)
    yield


def helps(lang: str) -> dict[str, str]:
    """Return the help of every command in a language."""
    mine = copy.deepcopy(cli)
    spoken.speak(mine, lang)
    names = {"help_option_names": ["-h", "--help"]}
    return {path: each.get_help(click.Context(each, info_name=path, **names)) for path, each in commands(mine)}


def test_every_command_is_told_of() -> None:
    """There is no command without help, no help without a command, and nothing without an example."""
    assert set(HELP) == set(COMMANDS)
    assert [path for path, told in HELP.items() if not told.examples] == []
    assert [path for path, told in HELP.items() if not (HAN.search(told.said["zh"]) and told.said["en"])] == []
    assert [path for path, told in HELP.items() if bool(told.more["zh"]) != bool(told.more["en"])] == []


@pytest.mark.parametrize("path", HELP)
def test_examples_are_commands(path: str) -> None:
    """What an example says to type is a command that there is, with options that it has."""
    for run, zh, en in HELP[path].examples:
        assert bool(zh) == bool(en)
        words = re.search(r"gongshi ([^|)\"]+)", run)
        assert words is not None
        named, given = cli, words[1].split()
        while isinstance(named, click.Group) and given:
            named = named.commands[given.pop(0)]  # type: ignore[assignment]
        options = {name for param in named.params for name in (*param.opts, *param.secondary_opts)}
        assert {each for each in given if each.startswith("--")} <= {*options, "--help"}


@pytest.mark.parametrize("path", COMMANDS)
def test_every_option_is_told_of_in_both_languages(path: str) -> None:
    """An option's help is “中文 / English”."""
    for param in COMMANDS[path].params:
        if isinstance(param, click.Option):
            zh, en = (spoken.half(param.help or "", lang) for lang in ("zh", "en"))
            assert (bool(HAN.search(zh)), bool(HAN.search(en)), zh != en) == (True, False, True), param.help


@pytest.mark.usefixtures("speaking")
def test_help_in_english_has_no_chinese_sentence() -> None:
    """But for names of options, words of content, and what examples type."""
    for path, text in helps("en").items():
        plain = re.sub(r"(?m)^    gongshi.*?(  # |$)|--\S+|“[^”]*”|收到|\[zh\|en\]", " ", text)
        plain = re.sub(r"(?m)^    eval.*?(  # |$)", " ", plain)
        assert HAN.findall(plain) == [], (path, plain)


@pytest.mark.usefixtures("speaking")
def test_help_in_chinese_has_no_english_word_of_clicks() -> None:
    """Headings, usage lines and the names of values are Chinese; columns stand under each other."""
    for text in helps("zh").values():
        assert (
            re.findall(r"Usage|Options|Commands|Show|TEXT|DIRECTORY|\bFILE\b|OPTIONS|PATH|default|INTEGER", text) == []
        )
        options = text.partition("选项：\n")[2].partition("\n\n")[0].splitlines()
        starts = {columns(each[: match.start(1)]) for each in options if (match := re.search(r"\S {2,}(\S)", each))}
        assert len(starts) <= 1


def test_every_sentence_of_click_has_a_chinese_one() -> None:
    """Each that click looks up, but those for programmers; the braces of both are the same."""
    looked_up = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                looked_up |= {
                    each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
                }
    known = click_words.SENTENCES
    assert {each for each in looked_up - set(known) if not each.startswith(OF_PROGRAMMERS)} == set()
    assert set(known) - looked_up == set()
    for english, chinese in known.items():
        braces = re.compile(r"\{(\w+)(?:!r)?\}|%\((\w+)\)s")
        assert set(braces.findall(chinese)) <= set(braces.findall(english)), english


@pytest.mark.usefixtures("speaking")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "错误：没有命令 “chek”。（是不是其中一个：“check”、“schema”？）"),
        (["check", "--nonsense"], "错误：没有选项 “--nonsense”"),
        (["verify"], "错误：缺少 “文件夹”"),
        (["serve", "--port", "x"], "错误：“--port” 写法不对：“x” 不是整数"),
        (["serve", "--port", "70000"], "错误：“--port” 写法不对：70000 超出范围 0<=x<=65535"),
        (["build", "--as-of", "2020-2-3"], "错误：“--as-of” 写法不对：日期应写成 YYYY-MM-DD，例如 2020-12-14"),
        (["check", "--explain"], "错误：选项 “--explain” 后面要写内容"),
        (["build", "more"], "错误：多了一项，不知何意：more"),
        (["ingest", "nowhere"], "错误：“文件或文件夹” 写法不对：没有这个文件或文件夹：“nowhere”"),
    ],
)
def test_a_slip_is_told_in_chinese(arguments: list[str], said: str) -> None:
    """What is wrong, how the command is used, and how to learn more."""
    mine = copy.deepcopy(cli)
    spoken.speak(mine, "zh")
    with pytest.raises(click.ClickException) as raised, mine.make_context("gongshi", ["--lang", "zh", *arguments]) as c:
        mine.invoke(c)
    lines = spoken.slip(raised.value, "zh").splitlines()
    assert said in lines
    if isinstance(raised.value, click.UsageError) and raised.value.ctx:
        assert lines[0].startswith("用法：")
        assert lines[-1] == f"想看用法，请运行：{raised.value.ctx.command_path} --help"


def test_every_sentence_is_said_in_both_languages() -> None:
    """With the same words in braces; and a GBK console can show the Chinese."""
    for key, words in talk.SAY.items():
        assert set(words) == {"zh", "en"}, key
        assert HAN.search(words["zh"]) or key in ("diff_between", "colon"), key
        named = [set(re.findall(r"\{(\w+)\}", words[lang])) for lang in ("zh", "en")]
        assert named[1] <= named[0], key
        words["zh"].encode("gbk")
