"""`diff`: what the public will see change.

In: revisions and days. Out: the difference of two views of the site, printed; or why there is none.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import click

from pipeline.cli.talk import FOUND, USAGE, Day, Talk, today

if TYPE_CHECKING:
    from pipeline.build import Judged
    from pipeline.diagnostics import Diagnostic
    from pipeline.public.types import PublicSite

_MOST = 2
_HEAD = "HEAD"
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_SHORT = 10


@click.command()
@click.argument("between", nargs=-1, metavar="[REVISION [REVISION]]")
@click.option("--on", "on", type=Day(), help="哪一天的网站；后面再写一个日期，就比较这两天 / the day, or two days")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help="输出的格式 / output format",
)
@click.pass_obj
def diff(talk: Talk, between: tuple[str, ...], on: date | None, form: str) -> None:
    """Print the difference of two views of the site."""
    revisions, until = _sorted(talk, between, on)
    asked = _Asked(talk, talk.root, form)
    if revisions or on is None:
        old, new = _of_revisions(asked, revisions or (_HEAD,), on, until)
    else:
        old, new = _of_days(asked, on, until)
    _tell(asked, old, new)


class _Asked(NamedTuple):
    """How this run was asked to speak, and of which folder."""

    talk: Talk
    root: Path
    form: str

    def refuse(self, found: "Diagnostic") -> NoReturn:
        """Say why there is nothing to compare, also where a comment is expected, and end."""
        from pipeline import report  # noqa: PLC0415
        from pipeline.cli import telling  # noqa: PLC0415

        lang = self.talk.lang
        report.show((found,), "text", lang, sys.stderr)
        if self.form == "json":
            click.echo(report.as_json((found,), lang))
        elif self.form == "markdown":
            click.echo(telling.refusal(found.message(lang), found.hint(lang)))
        sys.exit(FOUND)


class _View(NamedTuple):
    name: str
    on: date
    site: "PublicSite"


def _sorted(talk: Talk, between: tuple[str, ...], on: date | None) -> tuple[tuple[str, ...], date | None]:
    """Return the revisions, and the second day: what reads as a day is one where --on names the first."""
    days = [each for each in map(_day, between) if each] if on else []
    revisions = tuple(each for each in between if not (on and _day(each)))
    if len(revisions) > _MOST or len(days) > 1:
        talk.say("diff_too_many")
        sys.exit(USAGE)
    return revisions, days[0] if days else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _of_days(asked: _Asked, on: date, until: date | None) -> tuple[_View, _View]:
    """Return the content of now on two days, the first of which is today where only one is told."""
    from pipeline import build  # noqa: PLC0415

    judged = build.check(asked.root, today(), until or on)
    _must_build(asked, judged, "")
    first, second = (on, until) if until else (judged.site.today or today(), on)
    name = _now(asked)
    return _view(name, judged, first), _view(name, judged, second)


def _of_revisions(asked: _Asked, names: tuple[str, ...], on: date | None, until: date | None) -> tuple[_View, _View]:
    """Return the views of a revision and of another, or of now; both on the later one's day unless two are told."""
    from pipeline import build, revisions  # noqa: PLC0415

    trouble = revisions.look(asked.root)
    if trouble:
        asked.refuse(trouble)
    if len(names) == _MOST:
        with _folder(asked, names[1]) as folder:
            judged = build.check(folder, today(), until or on)
    else:
        judged = build.check(asked.root, today(), until or on)
    _must_build(asked, judged, names[1] if len(names) == _MOST else "")
    new = _view(_short(names[1]) if len(names) == _MOST else _now(asked), judged, judged.as_of)
    with _folder(asked, names[0]) as folder:
        before = build.check(folder, today(), on or new.on)
    _must_build(asked, before, names[0])
    return _view(_short(names[0]), before, before.as_of), new


@contextmanager
def _folder(asked: _Asked, name: str) -> Iterator[Path]:
    from pipeline import revisions  # noqa: PLC0415
    from pipeline.diagnostics import Diagnostic  # noqa: PLC0415

    commit = revisions.resolve(asked.root, name)
    if isinstance(commit, Diagnostic):
        asked.refuse(commit)
    with revisions.unpacked(asked.root, commit) as folder:
        if isinstance(folder, Diagnostic):
            asked.refuse(folder)
        yield folder


def _must_build(asked: _Asked, judged: "Judged", revision: str) -> None:
    """End where the content has errors, with their number: where they are is for `check` to tell."""
    from pipeline.diagnostics import Location, finding, stops  # noqa: PLC0415

    count = sum(stops((each,)) for each in judged.findings)
    if count and revision:
        asked.refuse(finding("X977", Location("content"), revision=revision, count=count))
    if count:
        asked.refuse(finding("X978", Location("content"), count=count))


def _view(name: str, judged: "Judged", on: date) -> _View:
    from pipeline import public  # noqa: PLC0415

    return _View(name, on, public.project(judged.site, on)[0])


def _now(asked: _Asked) -> str:
    return asked.talk.words("content_of_now")


def _short(name: str) -> str:
    return name[:_SHORT] if _COMMIT.fullmatch(name) else name


def _tell(asked: _Asked, before: _View, after: _View) -> None:
    from pipeline import difference, report  # noqa: PLC0415
    from pipeline.cli import telling  # noqa: PLC0415
    from pipeline.folding import folded  # noqa: PLC0415

    changes, lang = difference.compare(before.site, after.site), asked.talk.lang
    old, new = (telling.Side(each.name, each.on) for each in (before, after))
    if asked.form == "json":
        click.echo(telling.as_json(changes, old, new))
    elif asked.form == "markdown":
        click.echo(telling.as_markdown(changes, old, new, lang), nl=False)
    else:
        asked.talk.tell("diff_between", head=telling.head(old, new, lang))
        width = report.screen_width() if sys.stdout.isatty() else None
        click.echo(folded(telling.as_text(changes, lang), width, "    "))
        asked.talk.tell("next_diff" if changes else "next_check")
