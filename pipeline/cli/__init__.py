"""The commands. In: arguments, the clock. Out: printed text and an exit code.

Exit codes: 0 clean (warnings too), 1 an error or, under `--strict`, a warning, 2 usage, 3 our own fault.
Data go to stdout, talk to stderr. With `report` the only place that prints; alone reads the clock.
"""

import sys
from pathlib import Path

import click

from pipeline import __version__
from pipeline.cli import building, changing, comparing, desk, export, handbook, intake, new, schema, serving
from pipeline.cli.talk import OURS, Talk, language


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="gongshi")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), help="内容仓库的文件夹（默认：当前文件夹）")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="提示的语言 / language of messages")
@click.option("-q", "--quiet", is_flag=True, help="只说问题 / findings only")
@click.option("-v", "--verbose", is_flag=True, help="说得详细些 / say more")
@click.pass_context
def cli(ctx: click.Context, root: Path | None, lang: str | None, quiet: bool, verbose: bool) -> None:
    """公示：把一个文件夹的 YAML 变成推荐认定项目的网站。

    A folder of YAML becomes the website of a recommend-and-certify programme.
    """
    ctx.obj = Talk(root, language(lang), quiet, verbose)


for _command in (building.check, building.build, serving.serve, serving.watch, desk.record, desk.status, export.export):
    cli.add_command(_command)
cli.add_command(comparing.diff)
cli.add_command(changing.hook)
cli.add_command(schema.schema)
cli.add_command(new.new)
cli.add_command(intake.ingest)
cli.add_command(handbook.handbook)


def main() -> None:
    """Run the command line; the only place where an exception of ours becomes a sentence and exit code 3."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli()
    except Exception as error:
        verbose = bool({"-v", "--verbose"} & set(sys.argv))
        Talk(None, language(None), quiet=False, verbose=verbose).confess(error)
        sys.exit(OURS)
