"""`record` and `status`.

In: arguments, a yes or no. Out: events in the files of candidates; where everything stands.
"""

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from click.shell_completion import CompletionItem

from pipeline.cli.completing import candidates, programmes
from pipeline.cli.talk import FOUND, USAGE, Day, Talk, said, today

if TYPE_CHECKING:
    from pipeline.build import Judged
    from pipeline.model import Programme, Site, Submission
    from pipeline.staff.record import Order
    from pipeline.stages import EventKind

# Attribute of Event -> the option that tells it. 公示至 and 任期至 share one.
OPTIONS = {
    "document_number": "--document-number / --文号",
    "publicity_until": "--until / --至",
    "term_until": "--until / --至",
    "reason": "--reason / --事由",
    "result": "--result / --结果",
    "changed_field": "--field / --栏目",
    "old": "--old / --原",
    "new": "--new / --新",
    "republish": "--republish / --重新公示",
    "number": "--number / --编号",
    "channel": "--channel / --方式",
    "named": "--named 或 --anonymous",
    "concerns": "--concerns / --涉及",
    "paper": "--paper 或 --no-paper",
    "electronic": "--electronic 或 --no-electronic",
    "remark": "--remark / --说明",
}


class EventWord(click.ParamType["EventKind"]):
    """A kind of event by its Chinese word."""

    name = "EVENT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> "EventKind":
        """Return the kind; fail as a usage error that lists the words where there is none."""
        from pipeline.stages import EventKind  # noqa: PLC0415

        try:
            return EventKind(str(value))
        except ValueError:
            self.fail(said(ctx, "bad_event", words="、".join(kind.value for kind in EventKind)), param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the words that begin with what is there."""
        from pipeline.stages import EventKind  # noqa: PLC0415

        del ctx, param
        return [CompletionItem(kind.value) for kind in EventKind if kind.value.startswith(incomplete)]


@click.command()
@click.argument("event", type=EventWord(), required=False)
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=candidates)
@click.option("--on", type=Day(), help="哪一天的事（默认今天）/ the day it happened")
@click.option(
    "--programme",
    "--项目",
    "slug",
    metavar="SLUG",
    shell_complete=programmes,
    help="哪个项目；能看出来的不必写 / which programme",
)
@click.option("--all-recommended", is_flag=True, help="当天“已推荐”的全部申报人 / everyone recommended")
@click.option(
    "--from-list",
    "listing",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE.csv",
    help="名单：有“编号”一列，或第一列是编号 / a CSV with ids",
)
@click.option("--document-number", "--文号", help="文号，如 示例〔2020〕1号 / document number")
@click.option("--until", "--至", type=Day(), help="公示至或任期至；不写的自动计算 / last day, else counted")
@click.option("--reason", "--事由", help="事由（不公开）/ reason, private")
@click.option("--result", "--结果", help="评估或处理结果 / result")
@click.option("--field", "--栏目", "changed_field", help="更正、变更的栏目 / the field that changes")
@click.option("--old", "--原", help="原来的内容；不写的从文件读 / the old value, else as the file says")
@click.option("--new", "--新", help="新的内容，同时写进文件 / the new value, written into the file too")
@click.option(
    "--republish/--no-republish", "--重新公示/--不重新公示", default=None, help="是否重新公示 / a new period?"
)
@click.option("--number", "--编号", help="异议的编号 / an objection's number")
@click.option("--channel", "--方式", help="异议的方式 / how it came")
@click.option("--named/--anonymous", "--实名/--匿名", default=None, help="异议是否实名 / signed?")
@click.option("--concerns", "--涉及", help="异议涉及什么（不公开）/ what it is about, private")
@click.option("--paper/--no-paper", "--纸质/--无纸质", default=None, help="纸质材料（收到时默认有）/ paper copy")
@click.option(
    "--electronic/--no-electronic", "--电子/--无电子", default=None, help="电子材料（收到时默认有）/ file copy"
)
@click.option("--remark", "--说明", help="说明（不公开）/ remark, private")
@click.option("-y", "--yes", is_flag=True, help="不再询问，直接登记 / do not ask")
@click.option("--dry-run", is_flag=True, help="只看结果，不写入 / rehearse only")
@click.option("--resume", is_flag=True, help="补齐上次没有写完的登记 / complete a batch that was cut short")
@click.pass_obj
def record(talk: Talk, /, event: "EventKind | None", resume: bool, **told: Any) -> None:
    """Check the event, show what the public will see of it, ask, and write it."""
    from pipeline import build  # noqa: PLC0415
    from pipeline.staff.record import Order  # noqa: PLC0415

    root = talk.root
    if resume or not told["dry_run"]:
        _resume(talk, root, resume)
    if event is None:
        _refuse(talk, "no_event")
    details = _details(talk, event, told)
    judged = build.check(root, today())
    order = Order(event, told["on"] or judged.as_of, details)
    programme, candidates = _whom(talk, judged.site, order, told)
    _record(talk, root, judged, programme, candidates, order, told)


def _refuse(talk: Talk, key: str, **words: object) -> NoReturn:
    talk.say(key, **words)
    sys.exit(USAGE)


def _resume(talk: Talk, root: Path, only: bool) -> None:
    from pipeline import report  # noqa: PLC0415
    from pipeline.staff import writing  # noqa: PLC0415

    there_was, trouble = writing.resume(root)
    report.show(trouble, "text", talk.lang, sys.stderr)
    if trouble:
        sys.exit(FOUND)
    if there_was:
        talk.tell("resumed")
    elif only:
        talk.tell("nothing_to_resume")
    if only:
        sys.exit()


def _details(talk: Talk, event: "EventKind", told: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the details that were told, as the file writes them; end where one is missing or out of place."""
    from pipeline.stages import DETAIL_KEYS, EVENTS  # noqa: PLC0415

    rule = EVENTS[event]
    known = (*rule.required, *rule.optional, "remark")
    given = {name: _text(told[name]) for name in OPTIONS if told.get(name) not in (None, "")}
    if told["until"]:
        given["publicity_until" if "publicity_until" in known else "term_until"] = told["until"].isoformat()
    for name in given:
        if name not in known:
            _refuse(talk, "detail_unknown", event=event.value, detail=DETAIL_KEYS[name], option=OPTIONS[name])
    for name in rule.required:
        if name not in given and name not in ("publicity_until", "term_until"):
            _refuse(talk, "detail_missing", event=event.value, detail=DETAIL_KEYS[name], option=OPTIONS[name])
    return given


def _text(value: object) -> str:
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value)


def _whom(
    talk: Talk, site: "Site", order: "Order", told: Mapping[str, Any]
) -> "tuple[Programme, tuple[Submission, ...]]":
    from pipeline.staff import choosing  # noqa: PLC0415

    rows = _listed(talk, told["listing"]) if told["listing"] else ()
    ids = (*told["ids"], *(each.id for each in rows))
    if not ids and not told["all_recommended"]:
        _refuse(talk, "no_ids")
    programme = _programme(talk, site, choosing.programmes_of(site, told["slug"], ids))
    candidates, unknown = choosing.chosen(programme, ids)
    lines = [str(each.line) for each in rows if each.id in unknown]
    if lines:
        numbers = "、".join(f"第 {line} 行" if talk.lang == "zh" else f"line {line}" for line in lines)
        _refuse(talk, "unknown_lines", file=told["listing"], slug=programme.slug, lines=numbers)
    if unknown:
        _refuse(talk, "unknown_ids", slug=programme.slug, ids="、".join(unknown))
    if told["all_recommended"]:
        candidates += tuple(each for each in choosing.recommended(programme, order.on) if each.id not in ids)
    if not candidates:
        _refuse(talk, "nobody", on=order.on)
    return programme, candidates


def _listed(talk: Talk, file: Path) -> "Iterable[Any]":
    from pipeline.staff import choosing  # noqa: PLC0415

    rows = choosing.listed(file.read_bytes())
    if not rows:
        _refuse(talk, "unreadable_list", file=file)
    return rows


def _programme(talk: Talk, site: "Site", possible: "tuple[Programme, ...]") -> "Programme":
    known = "、".join(each.slug for each in site.programmes) or "—"
    if not possible:
        _refuse(talk, "no_programme", known=known)
    if len(possible) > 1:
        _refuse(talk, "which_programme", known="、".join(each.slug for each in possible))
    return possible[0]


def _record(
    talk: Talk,
    root: Path,
    judged: "Judged",
    programme: "Programme",
    candidates: "tuple[Submission, ...]",
    order: "Order",
    told: Mapping[str, Any],
) -> None:
    from pipeline import difference, public, report  # noqa: PLC0415
    from pipeline.cli import tables  # noqa: PLC0415
    from pipeline.diagnostics import stops  # noqa: PLC0415
    from pipeline.staff.record import plan  # noqa: PLC0415
    from pipeline.staff.writing import write  # noqa: PLC0415

    made = plan(judged, programme, candidates, order)
    report.show(made.findings, "text", talk.lang, sys.stderr)
    if stops(made.findings):
        talk.say("not_recorded", summary=report.summary(made.findings, talk.lang))
        sys.exit(FOUND)
    before, after = (public.project(site, order.on)[0] for site in (judged.site, made.after))
    click.echo(tables.preview(made.lines, difference.compare(before, after), order.on, talk.lang))
    _agree(talk, told)
    trouble = write(root, made.edits)
    report.show(trouble, "text", talk.lang, sys.stderr)
    if trouble:
        sys.exit(FOUND)
    talk.tell("recorded", event=order.kind.value, on=order.on, count=len(made.edits))
    talk.tell("next_build")


def _agree(talk: Talk, told: Mapping[str, Any]) -> None:
    """Return where staff agree; end where this is a rehearsal, or they do not, or nobody is there to ask."""
    if told["dry_run"]:
        talk.tell("only_shown")
        sys.exit()
    if told["yes"]:
        return
    if not _can_answer():
        _refuse(talk, "need_yes")
    if not click.confirm(talk.words("confirm"), default=False, err=True):
        talk.tell("declined")
        sys.exit()


def _can_answer() -> bool:
    return sys.stdin.isatty()


@click.command()
@click.option("--as-of", "as_of", type=Day(), help="按哪一天 / on this day")
@click.option(
    "--programme", "--项目", "slug", metavar="SLUG", shell_complete=programmes, help="只看一个项目 / one programme only"
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的格式 / output format"
)
@click.pass_obj
def status(talk: Talk, as_of: date | None, slug: str | None, form: str) -> None:
    """Print the status, as tables or as JSON."""
    from pipeline import build  # noqa: PLC0415
    from pipeline.cli import grid, tables  # noqa: PLC0415
    from pipeline.staff.status import status as of_day  # noqa: PLC0415

    judged = build.check(talk.root, today(), as_of)
    if slug is not None and slug not in {each.slug for each in judged.site.programmes}:
        _refuse(talk, "no_programme", known="、".join(each.slug for each in judged.site.programmes) or "—")
    stands = of_day(judged.site, judged.as_of, slug)
    if form == "json":
        click.echo(tables.as_json(stands, talk.lang))
        return
    click.echo(tables.as_text(stands, talk.lang, grid.screen(tables.STYLES)))
    talk.tell("next_status")
