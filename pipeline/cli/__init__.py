"""The commands. In: arguments, the clock. Out: printed text and an exit code.

Exit codes: 0 clean (warnings too), 1 an error or, under `--strict`, a warning, 2 usage, 3 our own fault, 130
interrupted, 141 nobody reads any more. Data go to stdout, talk to stderr. With `report` the only place that prints;
alone reads the clock.
"""

import errno
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import click

from pipeline import __version__
from pipeline.cli import (
    building,
    changing,
    comparing,
    completing,
    deploying,
    desk,
    doctor,
    export,
    handbook,
    intake,
    new,
    schema,
    serving,
    verifying,
)
from pipeline.cli.spoken import slip, speak
from pipeline.cli.talk import INTERRUPTED, OURS, UNHEARD, Talk, colours, language


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="gongshi", help="显示版本号 / show the version")
@click.option(
    "--root", type=click.Path(path_type=Path, file_okay=False), help="内容仓库（默认：这里，或它的上级）/ root"
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help="提示的语言 / language of messages")
@click.option("-q", "--quiet", is_flag=True, help="只说问题 / findings only")
@click.option("-v", "--verbose", is_flag=True, help="说得详细些 / say more")
@click.pass_context
def cli(ctx: click.Context, root: Path | None, lang: str | None, quiet: bool, verbose: bool) -> None:
    """Hold what all commands share: how this run speaks, and from which root."""
    ctx.obj = Talk(root, language(lang), quiet, verbose)
    ctx.color = colours(os.environ)


for _command in (
    *(building.check, building.build, serving.serve, serving.watch, desk.record, desk.status, export.export),
    *(comparing.diff, changing.hook, schema.schema, new.new, intake.ingest, verifying.verify, doctor.doctor),
    *(completing.completion, deploying.deploy, handbook.handbook),
):
    cli.add_command(_command)


def main() -> None:
    """Run the command line; the only place where an exception of ours becomes a sentence and exit code 3."""
    _set_streams()
    arguments = sys.argv[1:]
    lang = language(_asked(arguments))
    speak(cli, lang)
    verbose = bool({"-v", "--verbose"} & set(arguments))
    sys.exit(_run(arguments, Talk(None, lang, quiet=False, verbose=verbose)))


def _run(arguments: list[str], talk: Talk) -> int | str | None:
    """Run the command, and return the exit code."""
    try:
        code = _told(arguments, talk)
        sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        talk.say("interrupted")
        return INTERRUPTED
    except Exception as error:
        if _is_unheard(error):
            _stop_writing()
            return UNHEARD
        talk.confess(error)
        return OURS
    return code


def _told(arguments: list[str], talk: Talk) -> int | str | None:
    wish = os.environ.get(completing.VARIABLE)
    if wish:
        return completing.complete(cli, wish)
    try:
        with cli.make_context(completing.NAME, arguments) as context:
            cli.invoke(context)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        click.echo(slip(error, talk.lang), err=True)
        return error.exit_code
    except click.exceptions.Exit as end:
        return end.exit_code
    except SystemExit as end:
        return end.code
    return None


def _asked(arguments: Sequence[str]) -> str | None:
    """Return the language that is asked for before the command line is understood, or cannot be."""
    for option, value in pairwise((*arguments, "")):
        name, _, written = option.partition("=")
        if name == "--lang" and (written or value) in ("zh", "en"):
            return written or value
    return None


def _set_streams() -> None:
    """Let no character that a terminal does not have end us; what goes into a file or a pipe is UTF-8."""
    own = "PYTHONIOENCODING" in os.environ
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if own or stream.isatty() else "utf-8", errors="replace")


def _is_unheard(error: Exception) -> bool:
    """Tell whether an error means that nobody reads what we write; Windows has another number for it."""
    windows = sys.platform == "win32" and isinstance(error, OSError) and error.errno == errno.EINVAL
    return isinstance(error, BrokenPipeError) or windows


def _stop_writing() -> None:
    """Let what is still to be flushed at the end go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
