"""`handbook`: the handbook as a site on this machine.

In: arguments, the commands themselves. Out: a site, and its address on stdout.
"""

import re
import sys
import webbrowser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.building import shown
from pipeline.cli.talk import FOUND, Talk

if TYPE_CHECKING:
    from pipeline.handbook import Command, Option

_PROGRAM = "gongshi"
_HAN = re.compile("[一-鿿]")
_GAP = re.compile("(?<=[一-鿿]) (?=[一-鿿])")
# Texts of commands say the same in English behind a stroke; the handbook is Chinese.
_ENGLISH = re.compile(r"\s*/ (?=[A-Za-z`]).*$", re.DOTALL)
_EXAMPLE = "例："
_DEFAULT = re.compile(r"\s*\[default: ([^;\]]+)[^\]]*\]")
_VERSION = "显示版本"
# What click and the commands call what is to be written in a place.
_PLACES = {
    "INTEGER RANGE": "数字",
    "YYYY-MM-DD": "年-月-日",
    "FILE|FOLDER": "文件或文件夹",
    "FILE.csv": "名单.csv",
    "DIRECTORY": "文件夹",
    "OPTIONS": "选项",
    "COMMAND": "命令",
    "ARGS": "参数",
    "PATHS": "文件或文件夹",
    "EVENT": "事项",
    "SLUG": "项目",
    "CODE": "编号",
    "TEXT": "文字",
    "ID": "编号",
}
_PLACE = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, _PLACES))})(?![\w-])")


@click.command()
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="写到哪里（默认 output/handbook/）")
@click.option(
    "--pictures",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="配图所在的文件夹；不写的，没有配图 / pictures of the screens",
)
@click.option("--open", "open_browser", is_flag=True, help="打开浏览器 / open the browser")
@click.pass_context
def handbook(ctx: click.Context, output: Path | None, pictures: Path | None, open_browser: bool) -> None:
    """生成使用手册：从收表到认定通知，全部设置、命令和问题 / the staff's handbook, in Chinese.

    \b
    例：gongshi handbook --open
        gongshi handbook --output 手册
    """
    from pipeline import handbook as book  # noqa: PLC0415
    from pipeline import report  # noqa: PLC0415

    talk: Talk = ctx.obj
    output = output or talk.root_or_here / "output" / "handbook"
    published, findings = book.build(output, described(ctx.find_root().command), pictures)
    report.show(findings, "text", talk.lang, sys.stderr)
    if published is None:
        talk.say("no_handbook", summary=report.summary(findings, talk.lang))
        sys.exit(FOUND)
    if pictures is None or not any(pictures.glob("*.png")):
        talk.tell("no_pictures")
    front = output / "site" / book.HOME
    talk.tell("handbook")
    click.echo(shown(front))
    if open_browser:
        webbrowser.open(front.absolute().as_uri())


def described(root: click.Command) -> "tuple[Command, ...]":
    """Return every command as data, the program itself first, groups before what is in them."""
    return tuple(_described(root, click.Context(root, info_name=_PROGRAM)))


def _described(command: click.Command, ctx: click.Context) -> "Iterator[Command]":
    from pipeline.handbook import Command  # noqa: PLC0415

    said, _, typed = (command.help or "").partition("\b\n")
    said, _, more = said.partition(_EXAMPLE)
    examples = typed.splitlines() or more.split("；")
    usage = " ".join((ctx.command_path, *command.collect_usage_pieces(ctx)))
    options = tuple(filter(None, (_option(each, ctx) for each in command.get_params(ctx))))
    yield Command(ctx.command_path, _in_chinese(usage), _chinese(said), _lines(examples), options)
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            if inner is not None and not inner.hidden:
                yield from _described(inner, click.Context(inner, info_name=name, parent=ctx))


def _option(parameter: click.Parameter, ctx: click.Context) -> "Option | None":
    """Return an option; arguments stand in the usage already, and what every command has is told once."""
    from pipeline.handbook import Option  # noqa: PLC0415

    record = parameter.get_help_record(ctx)
    if record is None or isinstance(parameter, click.Argument) or "--help" in parameter.opts:
        return None
    names, said = record
    return Option(_in_chinese(names), _VERSION if "--version" in parameter.opts else _chinese(said))


def _in_chinese(pattern: str) -> str:
    """Return a usage or an option with the places to be filled in called in Chinese."""
    return _PLACE.sub(lambda found: _PLACES[found[0]], pattern)


def _chinese(text: str) -> str:
    """Return the text's paragraphs without what they say in English."""
    text = _DEFAULT.sub(r"（默认：\1）", text)
    paragraphs = (_ENGLISH.sub("", " ".join(each.split())) for each in text.split("\n\n"))
    return "\n".join(_GAP.sub("", _in_chinese(each)) for each in paragraphs if _HAN.search(each))


def _lines(examples: Iterable[str]) -> str:
    """Return examples as lines of a terminal, without their mark."""
    return "\n".join(each.strip().removeprefix(_EXAMPLE) for each in examples if each.strip())
