"""`export`: documents for staff.

In: arguments. Out: files below output/staff/; their paths on stdout, one a line, talk on stderr.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.building import shown
from pipeline.cli.completing import candidates, programmes
from pipeline.cli.progress import counted
from pipeline.cli.talk import FOUND, USAGE, Day, Talk, today

if TYPE_CHECKING:
    from pipeline.build import Judged
    from pipeline.diagnostics import Diagnostic
    from pipeline.model import Programme
    from pipeline.staff.exports import Document, Sound


@click.group()
def export() -> None:
    """Hold the kinds of documents."""


_output = click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="写到哪里（默认 output/）/ where to (output/)"
)
_slug = click.option(
    "--programme",
    "--项目",
    "slug",
    metavar="SLUG",
    shell_complete=programmes,
    help="哪个项目；能看出来的不必写 / which programme",
)
_as_of = click.option("--as-of", "as_of", type=Day(), help="按哪一天 / on this day")


@export.command()
@_slug
@_as_of
@click.option("--format", "form", type=click.Choice(["xlsx", "csv"]), default="xlsx", help="文件格式 / file format")
@click.option("--blank", is_flag=True, help="空白汇总表，供推荐单位填写 / an empty one to fill in")
@_output
@click.pass_obj
def register(talk: Talk, slug: str | None, as_of: date | None, form: str, blank: bool, output: Path | None) -> None:
    """Write the register."""
    from pipeline.staff import exports  # noqa: PLC0415

    judged, programme, chosen = _judged(talk, slug, (), as_of)
    made: tuple[Document, ...]
    more: tuple[Diagnostic, ...] = ()
    if blank:
        made = (exports.blank_register(programme),)
    else:
        document, more = exports.register(programme, chosen.candidates, judged.as_of, form, _note(judged))
        made = (document,)
    _finish(talk, output, programme, made, (*chosen.findings, *more))


@export.command()
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=candidates)
@_slug
@click.option("--format", "form", type=click.Choice(["pdf", "docx"]), default="pdf", help="文件格式 / file format")
@click.option("--together/--separate", help="PDF 全部合成一个文件，或每人一个（默认）/ one PDF for all")
@click.option("--blank-opinions", is_flag=True, help="意见栏留空，供签字盖章 / leave opinions open for signature")
@_output
@click.pass_obj
def forms(
    talk: Talk,
    /,
    ids: tuple[str, ...],
    slug: str | None,
    form: str,
    together: bool,
    blank_opinions: bool,
    output: Path | None,
) -> None:
    """Write filled-in forms."""
    from pipeline.staff.filled import Wanted, filled  # noqa: PLC0415

    judged, programme, chosen = _judged(talk, slug, ids, None)
    wanted = Wanted(form, open_opinions=blank_opinions, together=together)
    made = filled(talk.root, judged, programme, chosen.candidates, wanted)
    findings = list(chosen.findings)
    with counted(talk, "exporting", len(chosen.candidates)) as step:
        _finish(talk, output, programme, _told(made, findings, step), findings)


@export.command()
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=candidates)
@_slug
@_as_of
@click.option("--all", "every", is_flag=True, help="不再有效的证书也导出，印明仅供存档 / those no longer valid, too")
@click.option("--together/--separate", help="全部合成一个文件，或每人一个（默认）/ one file for all")
@_output
@click.pass_obj
def certificates(talk: Talk, /, ids: tuple[str, ...], output: Path | None, **told: Any) -> None:
    """Write certificates."""
    from pipeline.diagnostics import Location, finding  # noqa: PLC0415
    from pipeline.render.environment import folders  # noqa: PLC0415
    from pipeline.staff import certificates as made  # noqa: PLC0415

    judged, programme, chosen = _judged(talk, told["slug"], ids, told["as_of"])
    held, others = made.holders(programme, chosen.candidates, judged.as_of, named=bool(ids), every=told["every"])
    findings = [*chosen.findings, *others]
    if held and not judged.site.url:
        findings.append(finding("X935", Location("content/site.yml")))
        held = ()
    printed = tuple(made.certificates(judged.site, programme, held, judged.as_of))
    documents = made.drawn(judged.site, programme, printed, folders(talk.root, None), together=told["together"])
    with counted(talk, "exporting", 1 if told["together"] else len(printed)) as step:
        _finish(talk, output, programme, _told(documents, findings, step), findings)


@export.command()
@_slug
@_as_of
@click.option(
    "--rows", type=click.IntRange(20, 5000), default=1000, help="每份最多多少行（默认 1000）/ lines a document"
)
@click.option("--round", "--公示", "of_round", type=Day(), help="导出这一天开始的公示，不是认定名单 / that day's round")
@_output
@click.pass_obj
def roster(
    talk: Talk, /, slug: str | None, as_of: date | None, rows: int, of_round: date | None, output: Path | None
) -> None:
    """Write the roster, or a round."""
    from pipeline.render.environment import folders  # noqa: PLC0415
    from pipeline.staff import rosters  # noqa: PLC0415

    judged, programme, chosen = _judged(talk, slug, (), as_of)
    known = rosters.rounds(judged, programme)
    if of_round and of_round not in known:
        talk.say("no_round", on=of_round, known="、".join(map(str, known)) or "—")
        sys.exit(USAGE)
    findings = list(chosen.findings)
    # A list without those whose files have errors would be wrong.
    whole = len(chosen.candidates) == len(programme.submissions)
    documents = rosters.drawn(judged, programme, folders(talk.root, None), rows, of_round) if whole else ()
    with counted(talk, "exporting", len(chosen.candidates) // rows + 1) as step:
        _finish(talk, output, programme, _told(documents, findings, step), findings)


def _told(
    made: "Iterable[tuple[Document | None, tuple[Diagnostic, ...]]]",
    findings: "list[Diagnostic]",
    step: Callable[[], None],
) -> "Iterator[Document]":
    """Yield the documents that could be made, and keep what is to be said of each."""
    for document, more in made:
        findings.extend(more)
        if document:
            yield document
        step()


def _judged(
    talk: Talk, slug: str | None, ids: tuple[str, ...], as_of: date | None
) -> "tuple[Judged, Programme, Sound]":
    """Return the judged content, the programme meant, and who of it can be exported; end where nobody can."""
    from pipeline import build, report  # noqa: PLC0415
    from pipeline.staff import choosing, exports  # noqa: PLC0415

    judged = build.check(talk.root, today(), as_of)
    possible = choosing.programmes_of(judged.site, slug, ids)
    if not possible or not judged.site.programmes:
        _tell_unread(talk, judged, slug)
    if len(possible) != 1:
        known = "、".join(each.slug for each in possible or judged.site.programmes) or "—"
        talk.say("which_programme" if possible else "no_programme", known=known)
        sys.exit(USAGE)
    programme = possible[0]
    candidates, unknown = choosing.chosen(programme, ids)
    if unknown:
        talk.say("unknown_ids", slug=programme.slug, ids="、".join(unknown))
        sys.exit(USAGE)
    chosen = exports.sound(judged, programme, candidates if ids else None)
    if chosen.settings_fail:
        report.show(chosen.findings, "text", talk.lang, sys.stderr)
        sys.exit(FOUND)
    return judged, programme, chosen


def _tell_unread(talk: Talk, judged: "Judged", slug: str | None) -> None:
    """End with the errors where the programme that is meant is there but cannot be read."""
    from pipeline import report  # noqa: PLC0415
    from pipeline.diagnostics import stops  # noqa: PLC0415

    own = f"content/programmes/{slug}/" if slug else "content"
    findings = tuple(each for each in judged.findings if each.where.path.startswith(own) and stops((each,)))
    if findings:
        report.show(findings, "text", talk.lang, sys.stderr)
        talk.say("nothing_exported")
        talk.tell("next_mend")
        sys.exit(FOUND)


def _note(judged: "Judged") -> str:
    return "演示数据，人员和单位均为虚构" if judged.site.demonstration else ""


def _finish(
    talk: Talk,
    output: Path | None,
    programme: "Programme",
    documents: "Iterable[Document]",
    findings: "Sequence[Diagnostic]",
) -> None:
    """Write the documents, print their paths and the findings, and end with 1 where one is an error.

    `findings` may grow while the documents are taken.
    """
    from pipeline import report  # noqa: PLC0415
    from pipeline.diagnostics import ordered, stops  # noqa: PLC0415
    from pipeline.staff import files  # noqa: PLC0415

    output = output or talk.root / "output"
    place = files.folder(output, programme.slug)
    trouble: list[Diagnostic] = []
    made = 0
    for each in documents:
        fault = files.write(output, place / each.name, each.data)
        if fault:
            trouble.append(fault)
            continue
        made += 1
        click.echo(shown(place / each.name))
    trouble += findings
    report.show(ordered(trouble), "text", talk.lang, sys.stderr)
    if made:
        talk.tell("exported", count=made, where=shown(place))
        talk.tell("next_exported")
    else:
        talk.say("nothing_exported")
    if stops(trouble):
        sys.exit(FOUND)
