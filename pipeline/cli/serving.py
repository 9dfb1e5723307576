"""`serve` and `watch`: rebuild on change, with and without a server.

In: arguments. Out: rebuilds until interrupted; findings on the terminal and, under `serve`, over the last good page.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.building import shown
from pipeline.cli.intake import attending
from pipeline.cli.talk import FOUND, Talk, reword, today

if TYPE_CHECKING:
    from pipeline.server import Board
    from pipeline.server.listening import SiteServer
    from pipeline.watch import Watch

WATCHED = ("content", "site_templates")


@click.command()
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="写到哪里（默认 output/）/ where to (output/)"
)
@click.option("--poll", is_flag=True, help="网络盘等收不到改动通知时，改为定时查看 / look at intervals")
@click.option(
    "--inbox",
    "--收件",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="放进这个文件夹的推荐表读成草稿 / drop folder",
)
@click.pass_obj
def watch(talk: Talk, output: Path | None, poll: bool, inbox: Path | None) -> None:
    """Rebuild until interrupted."""
    root = talk.root
    from pipeline import memory  # noqa: PLC0415

    rebuild = _rebuilder(talk, root, output or root / "output", lambda _built, _findings: None)
    started = _started(root, poll)
    with memory.held():
        rebuild()
        talk.say("watching", where=root)
        with attending(talk, root, inbox):
            _until_interrupted(started, rebuild)


@click.command()
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="默认只有本机能看；改动前请想清楚谁能看到 / who can see it"
)
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="被占用时取下一个 / the next one where it is taken",
)
@click.option("--open", "open_browser", is_flag=True, help="打开浏览器 / open the browser")
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="写到哪里（默认 output/）/ where to (output/)"
)
@click.option("--poll", is_flag=True, help="网络盘等收不到改动通知时，改为定时查看 / look at intervals")
@click.option(
    "--inbox",
    "--收件",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="放进这个文件夹的推荐表读成草稿 / drop folder",
)
@click.pass_obj
def serve(
    talk: Talk, /, host: str, port: int, open_browser: bool, output: Path | None, poll: bool, inbox: Path | None
) -> None:
    """Serve the site until interrupted."""
    from pipeline import memory, server  # noqa: PLC0415

    root, output = talk.root, output or talk.root / "output"
    board = server.Board(first=int.from_bytes(os.urandom(4)))
    try:
        httpd = server.listen(host, port, server.Shown(output / "site", board, lambda: _desk(root), talk.confess))
    except OSError:
        talk.say("no_port", host=host, port=port)
        sys.exit(FOUND)
    rebuild = _rebuilder(talk, root, output, board.post)
    started = _started(root, poll)
    with memory.held():
        rebuild()
        with _answering(talk, httpd, board, host, open_browser), attending(talk, root, inbox):
            _until_interrupted(started, rebuild)


@contextmanager
def _answering(talk: Talk, httpd: "SiteServer", board: "Board", host: str, in_browser: bool) -> Iterator[None]:
    """Answer, in a thread of its own, for as long as this lasts; say where."""
    from pipeline import server  # noqa: PLC0415

    address = server.address_of(httpd)
    if server.is_open_to_others(httpd):
        talk.say("serving_openly", address=address, host=host)
    else:
        talk.say("serving", address=address)
    threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    if in_browser:
        import webbrowser  # noqa: PLC0415

        webbrowser.open(address)
    try:
        yield
    finally:
        board.close()
        httpd.shutdown()
        httpd.server_close()


def _desk(root: Path) -> bytes:
    """Return the desk's page of the content as it is now."""
    from pipeline import build, render  # noqa: PLC0415
    from pipeline.staff.status import status  # noqa: PLC0415

    judged = build.check(root, today())
    return render.desk(status(judged.site, judged.as_of), root)


def _started(root: Path, poll: bool) -> "Watch":
    """Return a watch that notices what is changed while the first build runs."""
    from pipeline.watch import Watch  # noqa: PLC0415

    started = Watch(root, WATCHED, today, poll)
    started.start()
    return started


def _until_interrupted(watch: "Watch", rebuild: Callable[[], None]) -> None:
    try:
        watch.run(rebuild)
    except KeyboardInterrupt:
        click.echo(err=True)


def _rebuilder(
    talk: Talk, root: Path, output: Path, post: Callable[[bool, list[dict[str, object]]], None]
) -> Callable[[], None]:
    """Return the step that builds, says how it went, and hands the findings on; no content error ends it."""
    from pipeline import build, report  # noqa: PLC0415

    def rebuild() -> None:
        reword(root)
        result = build.build(root, output, today())
        report.show(result.findings, "text", talk.lang, sys.stderr)
        if result.published is None:
            talk.say("not_built", summary=report.summary(result.findings, talk.lang))
            post(False, report.as_panel(result.findings, talk.lang, root))
        else:
            talk.tell("rebuilt", where=shown(output / "site"), as_of=result.as_of, written=result.published.written)
            post(True, [])

    def survive() -> None:
        try:
            rebuild()
        except Exception as error:
            talk.confess(error)

    return survive
