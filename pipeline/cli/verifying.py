"""`verify`: is a published folder what the content gives?

In: a folder, the day. Out: names of files that are not as they should be, two digests, 0 or 1.
"""

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.building import shown
from pipeline.cli.progress import progress
from pipeline.cli.talk import FOUND, USAGE, Day, Talk, today

if TYPE_CHECKING:
    from pipeline.verify import Verdict

# On a screen, so many names of a kind.
_MOST = 20
_KINDS = ("differing", "missing", "extra")


@click.command()
@click.argument("folder", metavar="DIRECTORY", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--as-of", "as_of", type=Day(), help="与哪一天的网站比较 / compare with the site of this day")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的格式 / output format"
)
@click.pass_obj
def verify(talk: Talk, folder: Path, as_of: date | None, form: str) -> None:
    """Compare the folder with the site of the day."""
    from pipeline import report  # noqa: PLC0415
    from pipeline.build import Wish  # noqa: PLC0415
    from pipeline.verify import site_of  # noqa: PLC0415
    from pipeline.verify import verify as verdict_on  # noqa: PLC0415

    root, place = talk.root, site_of(folder)
    try:
        with progress(talk, "building") as step:
            result, verdict = verdict_on(root, place, today(), as_of, Wish(told=step))
    except OSError as error:
        talk.say("no_folder", where=shown(place), reason=type(error).__name__)
        sys.exit(USAGE)
    if verdict is None:
        report.show(result.findings, "text", talk.lang, sys.stderr)
        talk.say("not_verified", summary=report.summary(result.findings, talk.lang))
        sys.exit(FOUND)
    if form == "json":
        told = {"holds": verdict.holds, "as_of": result.as_of.isoformat(), **asdict(verdict)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        _tell(talk, verdict, shown(place), result.as_of)
    if not verdict.holds:
        sys.exit(FOUND)


def _tell(talk: Talk, verdict: "Verdict", where: str, as_of: date) -> None:
    counts = {kind: getattr(verdict, kind) for kind in _KINDS}
    for kind, paths in counts.items():
        for path in paths[:_MOST]:
            click.echo(talk.words(kind, path=_plain(path)))
        if paths[_MOST:]:
            click.echo(talk.words("more", count=len(paths) - _MOST))
    if verdict.unread:
        talk.say("unread", count=len(verdict.unread))
    talk.tell("digests", digest=verdict.digest, of_folder=verdict.of_folder)
    if verdict.holds:
        talk.tell("verified", where=where, as_of=as_of)
    else:
        talk.say("differs", where=where, as_of=as_of, **{kind: len(paths) for kind, paths in counts.items()})
        talk.tell("next_other_day")


def _plain(path: str) -> str:
    """Return a name that is safe to be printed: what lies in a published folder is not ours."""
    return path.encode("utf-8", "replace").decode().translate({number: "?" for number in (*range(32), 127)})
