"""`check` and `build`.

In: arguments. Out: findings and a site. Libraries are imported inside the commands, so that `--help` does not wait.
"""

import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from pipeline.cli import changing
from pipeline.cli.completing import codes
from pipeline.cli.progress import progress
from pipeline.cli.talk import CLEAN, FOUND, USAGE, Day, Talk, reword, today


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "gitlab", "sarif"]),
    default="text",
    help="输出的格式 / output format",
)
@click.option("--strict", is_flag=True, help="警告也算错误 / warnings fail too")
@click.option("--as-of", "as_of", type=Day(), help="按哪一天判断 / judge on this day")
@click.option(
    "--changed",
    "since",
    metavar="[REVISION]",
    is_flag=False,
    flag_value="HEAD",
    help="只看这个版本（默认 HEAD）以来的改动 / only what changed since a revision",
)
@click.option("--staged", is_flag=True, help="只看将要提交的改动 / only what is staged for the next commit")
@click.option(
    "--explain", "code", metavar="CODE", shell_complete=codes, help="解释一个问题编号 / explain a finding code"
)
@click.pass_obj
def check(
    talk: Talk,
    /,
    paths: tuple[Path, ...],
    form: str,
    strict: bool,
    as_of: date | None,
    since: str | None,
    staged: bool,
    code: str | None,
) -> None:
    """Print the findings, of all content or of a part; explain a code."""
    from pipeline import build, cache, report  # noqa: PLC0415
    from pipeline.diagnostics import stops  # noqa: PLC0415

    if code:
        if talk.found:
            reword(talk.found)
        _explain(talk, code)
    root = talk.root
    wanted = tuple(_below(talk, root, each) for each in paths)
    if since or staged:
        findings = changing.findings(talk, root, since, staged, as_of)
    else:
        with cache.opened(root):
            findings = build.check(root, today(), as_of).findings
    if wanted:
        findings = tuple(each for each in findings if _is_wanted(wanted, each.where.path))
    report.show(findings, form, talk.lang)
    if not talk.quiet:
        click.echo(report.summary(findings, talk.lang), err=True)
    if stops(findings, strict):
        talk.tell("next_mend")
        sys.exit(FOUND)
    talk.tell("next_build_site")


def _explain(talk: Talk, code: str) -> NoReturn:
    from pipeline import report  # noqa: PLC0415

    words = report.explain(code, talk.lang)
    if words is None:
        talk.say("no_code", code=code)
        sys.exit(USAGE)
    click.echo(words)
    sys.exit(CLEAN)


def _below(talk: Talk, root: Path, path: Path) -> str:
    try:
        return path.absolute().relative_to(root).as_posix() if path.exists() else _missing(talk, path)
    except ValueError:
        _missing(talk, path)


def _missing(talk: Talk, path: Path) -> NoReturn:
    talk.say("no_path", path=path)
    sys.exit(USAGE)


def _is_wanted(wanted: tuple[str, ...], path: str) -> bool:
    return any(each in (path, ".") or path.startswith(f"{each}/") for each in wanted)


@click.command()
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="写到哪里（默认 output/）/ where to (output/)"
)
@click.option("--as-of", "as_of", type=Day(), help="生成哪一天的网站 / the site of this day")
@click.option("--strict", is_flag=True, help="有警告也不发布 / a warning stops it too")
@click.option("--no-cache", "anew", is_flag=True, help="全部重做，不用上次留下的 / use nothing kept from before")
@click.option("--compress", is_flag=True, help="另写压缩好的 .gz 和 .br，供网站服务器直接送出 / write .gz and .br too")
@click.pass_obj
def build(talk: Talk, output: Path | None, as_of: date | None, strict: bool, anew: bool, compress: bool) -> None:
    """Build the site and say what was written."""
    from pipeline import build as recipe  # noqa: PLC0415
    from pipeline import publish, report  # noqa: PLC0415

    if compress:
        _need_brotli(talk)
    root = talk.root
    output = output or root / "output"
    with progress(talk, "building") as step:
        result = recipe.build(root, output, today(), as_of, recipe.Wish(strict, compress, step, anew))
    report.show(result.findings, "text", talk.lang, sys.stderr)
    if result.published is None:
        talk.say("not_built", summary=report.summary(result.findings, talk.lang))
        talk.tell("next_mend")
        sys.exit(FOUND)
    done = result.published
    talk.tell(
        "built",
        where=shown(output / "site"),
        as_of=result.as_of,
        written=done.written,
        removed=done.removed,
        unchanged=done.unchanged,
    )
    talk.tell("site_digest", digest=publish.published(output))
    talk.tell("next_serve", where=shown(output / "site"))


def _need_brotli(talk: Talk) -> None:
    from pipeline.compress import is_ready  # noqa: PLC0415

    if not is_ready():
        talk.say("no_brotli", command=f"{sys.executable} -m pip install brotli")
        sys.exit(USAGE)


def shown(path: Path) -> str:
    """Return the path as short as it can be said from here."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
