"""`completion`: what a shell needs to complete our commands, and what there is to complete with.

In: a shell's name, an unfinished command line. Out: a script for the shell; names of files and folders, kinds of
events, codes. Content is not read, only listed: a shell does not wait.
"""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem, shell_complete

from pipeline.cli.talk import USAGE, Talk

NAME = "gongshi"
VARIABLE = "_GONGSHI_COMPLETE"
_SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS), required=False)
@click.pass_obj
def completion(talk: Talk, shell: str | None) -> None:
    """Print the script; without a shell, how it is installed in the one that seems to be used."""
    if shell:
        sys.exit(complete(click.get_current_context().find_root().command, f"{shell}_source"))
    used = Path(os.environ.get("SHELL", "")).name
    talk.say("completion_how", shell=used if used in _SHELLS else "powershell" if sys.platform == "win32" else "bash")
    sys.exit(USAGE)


def complete(command: click.Command, wish: str) -> int:
    """Print what the shell asks for: `<shell>_source` or `<shell>_complete`; return the exit code."""
    return shell_complete(command, {}, NAME, VARIABLE, wish)


def programmes(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the programmes that begin with what is there."""
    return _items((each.name for each in _programmes(ctx)), incomplete)


def candidates(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids that begin with what is there, of the programme that is named or of all."""
    taken = set(ctx.params.get("ids") or ())
    names = {each.stem for folder in _chosen(ctx) for each in (folder / "submissions").rglob("*.yml")}
    return _items(names - taken, incomplete)


def associations(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the folders of associations that begin with what is there."""
    places = (each for folder in _chosen(ctx) for each in (folder / "submissions").glob("*/"))
    return _items({each.name for each in places}, incomplete)


def codes(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the codes of findings that begin with what is there, however it is written."""
    from pipeline.messages import CATALOGUE  # noqa: PLC0415

    return _items(CATALOGUE, incomplete.upper())


def _items(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(each) for each in sorted(names) if each.startswith(incomplete)]


def _chosen(ctx: click.Context) -> list[Path]:
    slug = ctx.params.get("slug")
    return [each for each in _programmes(ctx) if slug in (None, each.name)]


def _programmes(ctx: click.Context) -> list[Path]:
    root = ctx.find_root().params.get("root")
    found = Talk(root, "zh", quiet=True, verbose=False).root_or_here
    return [each for each in (found / "content/programmes").glob("*/") if each.is_dir()]
