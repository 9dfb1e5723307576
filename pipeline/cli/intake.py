"""`ingest`, and the inbox of `serve` and `watch`: returned forms become drafts.

In: files and folders. Out: drafts, and for each file a table of the fields read: how sure, from which cell, what was
changed. The values themselves are never shown: a terminal's text ends up in logs; staff open the draft.
"""

import json
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.completing import programmes
from pipeline.cli.progress import progress
from pipeline.cli.talk import FOUND, USAGE, Talk, today

if TYPE_CHECKING:
    from pipeline.intake.ingest import Drafted, Received

_HEADS = {"zh": ("栏目", "把握", "出处", "说明"), "en": ("field", "certainty", "where", "remark")}
# How often the inbox is looked into: a file that did not change meanwhile is complete (seconds).
_LOOK = 1.0


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="FILE|FOLDER...", type=click.Path(path_type=Path, exists=True)
)
@click.option(
    "--programme",
    "--项目",
    "slug",
    metavar="SLUG",
    shell_complete=programmes,
    help="文件没有写明项目的，归哪个项目 / which programme",
)
@click.option("--dry-run", is_flag=True, help="只看结果，不写草稿 / rehearse only")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的格式 / output format"
)
@click.pass_obj
def ingest(talk: Talk, paths: tuple[Path, ...], slug: str | None, dry_run: bool, form: str) -> None:
    """Read the files, write drafts, and print how sure each field is."""
    from pipeline import report  # noqa: PLC0415
    from pipeline.diagnostics import stops  # noqa: PLC0415
    from pipeline.intake.gathering import gather  # noqa: PLC0415

    root = talk.root
    files, passed = gather(paths)
    received = _receive(talk, root, files, slug, dry_run=dry_run, bar=form == "text" and not talk.quiet)
    found = [*passed, *(finding for each in received for finding in each.findings)]
    if form == "json":
        click.echo(as_json(received, found, talk.lang))
    else:
        tell(talk, received)
        report.show(passed, "text", talk.lang, sys.stderr)
        _sum_up(talk, received, dry_run=dry_run)
    if stops(found):
        sys.exit(FOUND)


def _receive(
    talk: Talk, root: Path, files: Sequence[Path], slug: str | None, *, dry_run: bool, bar: bool
) -> "tuple[Received, ...]":
    from pipeline import content  # noqa: PLC0415
    from pipeline.intake.ingest import Order, ingest  # noqa: PLC0415

    site, _ = content.load(root)
    if slug is not None and slug not in {each.slug for each in site.programmes}:
        talk.say("no_programme", known="、".join(each.slug for each in site.programmes) or "—")
        sys.exit(USAGE)
    coming = ingest(root, site, files, Order(today(), slug, dry_run))
    if not bar:
        return tuple(coming)
    received = []
    with progress(talk, "reading") as step:
        for each in coming:
            received.append(each)
            step(len(received), len(files))
    return tuple(received)


def tell(talk: Talk, received: "Iterable[Received]") -> None:
    """Print each file's table and findings."""
    from pipeline import report  # noqa: PLC0415

    for each in received:
        if each.drafts and not talk.quiet:
            click.echo(
                f"\n{each.file}（{each.kind}，{each.programme}）" if each.programme else f"\n{each.file}（{each.kind}）"
            )
            for drafted in each.drafts:
                click.echo(_table(drafted, talk.lang))
        report.show(each.findings, "text", talk.lang, sys.stderr)


def _table(drafted: "Drafted", lang: str) -> str:
    """Return the fields of one draft as a table; of a draft that stands already, its path only."""
    from pipeline.cli import grid  # noqa: PLC0415

    head = f"→ {drafted.path}"
    if not drafted.made:
        return head
    rows = [(row.field, row.certainty, row.where, row.remark) for row in drafted.rows]
    return f"{head}\n{grid.table(_HEADS[lang], rows, grid.screen({}))}"


def as_json(received: "Sequence[Received]", found: Iterable[Any], lang: str) -> str:
    """Return the files with their drafts and rows, and all findings; no value of a field is in it."""
    from pipeline import report  # noqa: PLC0415

    files = [
        {
            "file": each.file,
            "kind": each.kind,
            "programme": each.programme,
            "drafts": [
                {
                    "path": drafted.path,
                    "made": drafted.made,
                    "fields": [
                        {"field": row.field, "certainty": row.certainty, "where": row.where, "remark": row.remark}
                        for row in drafted.rows
                    ],
                }
                for drafted in each.drafts
            ],
        }
        for each in received
    ]
    return json.dumps({**json.loads(report.as_json(tuple(found), lang)), "files": files}, ensure_ascii=False, indent=2)


def _sum_up(talk: Talk, received: "Sequence[Received]", *, dry_run: bool) -> None:
    if not received:
        talk.say("no_files")
        return
    drafts = [each for one in received for each in one.drafts]
    made = sum(1 for each in drafts if each.made)
    failed = sum(1 for each in received if not each.drafts)
    counts = {"files": len(received), "made": made, "known": len(drafts) - made, "failed": failed}
    talk.tell("rehearsed" if dry_run else "received", **counts)
    if made and not dry_run:
        talk.tell("next_complete")


@contextmanager
def attending(talk: Talk, root: Path, inbox: Path | None) -> Iterator[None]:
    """Read what is dropped into `inbox` while the block runs; nothing that lies there ends it."""
    if inbox is None:
        yield
        return
    stopped = threading.Event()
    attendant = threading.Thread(target=_attend, args=(talk, root, inbox, stopped), daemon=True)
    talk.tell("inbox", where=inbox)
    attendant.start()
    try:
        yield
    finally:
        stopped.set()
        attendant.join()


def _attend(talk: Talk, root: Path, folder: Path, stopped: threading.Event) -> None:
    from pipeline.intake.inbox import Inbox  # noqa: PLC0415

    inbox = Inbox(folder)
    while not stopped.is_set():
        try:
            files = inbox.complete()
            if files:
                received = _receive(talk, root, files, None, dry_run=False, bar=False)
                tell(talk, received)
                _sum_up(talk, received, dry_run=False)
        except Exception as error:
            talk.confess(error)
        stopped.wait(_LOOK)
