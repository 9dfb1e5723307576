"""`deploy`: the built site is put where the public reads it.

In: a destination, a yes or no. Out: the plan on stdout, what was done on stderr.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from pipeline.cli import sending
from pipeline.cli.progress import counted
from pipeline.cli.talk import FOUND, USAGE, Talk, today

if TYPE_CHECKING:
    from pipeline.deploy import Address, Destination, FailedError, Plan, Source
    from pipeline.diagnostics import Diagnostic

_ADDRESS = re.compile(rb'<link rel="canonical" href="([^"]+)">')


@click.command()
@click.argument("dest", metavar="DEST")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="网站生成在哪里（默认 output/） / where the site is",
)
@click.option("--endpoint", metavar="URL", help="对象存储服务的地址 / the storage service")
@click.option(
    "--addressing", type=click.Choice(["path", "virtual"]), help="存储桶写在哪里（默认看服务）/ bucket in path or host"
)
@click.option("--verify", is_flag=True, help="逐个核对目标处的文件 / compare every file there")
@click.option("--adopt", is_flag=True, help="目标处已有别的文件也发布 / deploy where other files are, too")
@click.option(
    "--demonstration", "--演示", "demonstration", is_flag=True, help="确实要发布演示网站 / a demonstration, too"
)
@click.option("-y", "--yes", is_flag=True, help="不再询问，直接发布 / do not ask")
@click.option("--dry-run", is_flag=True, help="只看计划，不发布 / show the plan only")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的格式 / how it is told"
)
@click.pass_obj
def deploy(
    talk: Talk,
    /,
    dest: str,
    output: Path | None,
    endpoint: str | None,
    addressing: str | None,
    verify: bool,
    adopt: bool,
    demonstration: bool,
    yes: bool,
    dry_run: bool,
    form: str,
) -> None:
    """Put the built site where the public reads it."""
    from pipeline import deploy as room  # noqa: PLC0415

    if endpoint and not room.is_endpoint(endpoint):
        talk.say("no_endpoint")
        sys.exit(USAGE)
    root = talk.root
    output = output or root / "output"
    address, source = _begin(talk, root, output, dest, demonstration)
    wish = room.Wish(endpoint or "", addressing or "", _can_answer())
    try:
        with room.reached(address, wish) as destination:
            talk.tell("deploy_reading", where=destination.shown)
            plan = _plan(talk, source, destination, verify, adopt)
            click.echo(sending.as_json(plan, destination.shown) if form == "json" else sending.as_text(plan, talk.lang))
            if plan.batches and not _agreed(talk, destination.shown, yes, dry_run):
                return
            _carry(talk, plan, source, destination)
    except room.FailedError as error:
        _fail(talk, error, "not_deployed")


def _begin(talk: Talk, root: Path, output: Path, dest: str, demonstration: bool) -> "tuple[Address, Source]":
    """Return where to, and the site; end where one of them may not be."""
    from pipeline import deploy as room  # noqa: PLC0415
    from pipeline.diagnostics import Diagnostic  # noqa: PLC0415

    address = room.parse(dest)
    if isinstance(address, Diagnostic):
        _refuse(talk, (address,))
    trouble = room.may_lie(address.place, root) if isinstance(address, room.FolderAt) else ()
    if trouble:
        _refuse(talk, trouble)
    source, trouble = room.may_leave(output, demonstration)
    if source is None:
        _refuse(talk, trouble)
    _show(talk, room.newer(root, output, None if demonstration else today()))
    return address, source


def _plan(talk: Talk, source: "Source", destination: "Destination", verify: bool, adopt: bool) -> "Plan":
    from pipeline import deploy as room  # noqa: PLC0415
    from pipeline.diagnostics import Location, finding  # noqa: PLC0415

    state = room.look(destination, source, verify, adopt)
    if state.by_hand:
        _show(talk, (finding("X997", Location(destination.shown), count=len(state.by_hand)),))
    return room.draw(room.wanted(source.digests, destination), state.ledger)


def _agreed(talk: Talk, where: str, yes: bool, dry_run: bool) -> bool:
    """Tell whether to go on; end as a usage error where nobody is there to ask."""
    if dry_run:
        talk.tell("deploy_only_shown")
        return False
    if yes:
        return True
    if not _can_answer():
        talk.say("deploy_need_yes")
        sys.exit(USAGE)
    if click.confirm(talk.words("deploy_confirm", where=where), default=False, err=True):
        return True
    talk.tell("deploy_declined")
    return False


def _can_answer() -> bool:
    return sys.stdin.isatty()


def _carry(talk: Talk, plan: "Plan", source: "Source", destination: "Destination") -> None:
    from pipeline import deploy as room  # noqa: PLC0415

    counts = sending.counts(plan)
    count, done = sum(counts.values()), 0
    with counted(talk, "deploying", count) as move:

        def step() -> None:
            nonlocal done
            done += 1
            move()

        try:
            room.carry(plan, source, destination, step)
        except room.FailedError as error:
            _fail(talk, error, "deploy_cut", count=count, done=done)
        except KeyboardInterrupt:
            talk.say("deploy_cut", count=count, done=done)
            raise
    if not plan.batches:
        talk.tell("deploy_same", where=destination.shown, same=plan.same)
        return
    talk.tell("deployed", where=destination.shown, same=plan.same, **counts)
    home = _ADDRESS.search(source.read("index.html")) if "index.html" in source.digests else None
    talk.tell("next_deployed", url=home[1].decode() if home else "index.html")


def _show(talk: Talk, findings: "Iterable[Diagnostic]") -> None:
    from pipeline import report  # noqa: PLC0415

    report.show(findings, "text", talk.lang, sys.stderr)


def _refuse(talk: Talk, findings: "tuple[Diagnostic, ...]") -> NoReturn:
    _show(talk, findings)
    talk.say("not_deployed")
    sys.exit(FOUND)


def _fail(talk: Talk, error: "FailedError", how_far: str, **words: int) -> NoReturn:
    _show(talk, (error.found,))
    for line in error.said.splitlines():
        talk.say("said", line=line)
    talk.say(how_far, **words)
    sys.exit(FOUND)
