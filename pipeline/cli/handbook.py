"""`handbook`: the handbook as a site on this machine.

In: arguments, the commands themselves. Out: a site, and its address on stdout.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.building import shown
from pipeline.cli.click_words import METAVARS
from pipeline.cli.help_words import HELP, Help
from pipeline.cli.spoken import half, written
from pipeline.cli.talk import FOUND, Talk

if TYPE_CHECKING:
    from pipeline.handbook import Command, Option

_PROGRAM = "gongshi"
_CHINESE = "zh"


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="写到哪里（默认 output/handbook/）/ where to (output/handbook/)",
)
@click.option(
    "--pictures",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="配图所在的文件夹；不写的，没有配图 / pictures of the screens",
)
@click.option("--open", "open_browser", is_flag=True, help="打开浏览器 / open the browser")
@click.pass_context
def handbook(ctx: click.Context, output: Path | None, pictures: Path | None, open_browser: bool) -> None:
    """Write the handbook, and say where it stands."""
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
        import webbrowser  # noqa: PLC0415

        webbrowser.open(front.absolute().as_uri())


def described(root: click.Command) -> "tuple[Command, ...]":
    """Return every command as data, in Chinese, the program itself first, groups before what is in them."""
    return tuple(_described(root, click.Context(root, info_name=_PROGRAM), ""))


def _described(command: click.Command, ctx: click.Context, path: str) -> "Iterator[Command]":
    from pipeline.handbook import Command  # noqa: PLC0415

    told = HELP[path]
    usage = (ctx.command_path, *(METAVARS.get(each, each) for each in command.collect_usage_pieces(ctx)))
    said = "\n".join(filter(None, (told.said[_CHINESE], told.more[_CHINESE])))
    options = tuple(filter(None, (_option(each, ctx) for each in command.get_params(ctx))))
    yield Command(ctx.command_path, " ".join(usage), said, _examples(told), options)
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            if inner is not None and not inner.hidden:
                yield from _described(inner, click.Context(inner, info_name=name, parent=ctx), f"{path} {name}".strip())


def _option(parameter: click.Parameter, ctx: click.Context) -> "Option | None":
    """Return an option; arguments stand in the usage already, and what every command has is told once."""
    from pipeline.handbook import Option  # noqa: PLC0415

    record = parameter.get_help_record(ctx)
    if record is None or not isinstance(parameter, click.Option) or "--help" in parameter.opts:
        return None
    metavar = parameter.make_metavar(ctx)
    names = record[0].replace(metavar, METAVARS.get(metavar, metavar)) if metavar else record[0]
    return Option(names, half(written(parameter), _CHINESE))


def _examples(told: Help) -> str:
    width = max((len(run) for run, *_ in told.examples), default=0)
    return "\n".join(f"{run:{width}}  # {zh}" if zh else run for run, zh, _ in told.examples)
