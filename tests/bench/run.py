"""`make bench`: gongshi and Hugo over the same content, in turn, and what comes of it as a table.

In: --sizes, --runs, --seed, --place, or SIZES, RUNS, SEED. Out: tables on stdout.
Runs under the benchmark's own Python; gongshi under the product's (--python).
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import hugo, measure, scenes, served, targets
from tests.bench.played import OURS, THEIRS, Scenes
from tests.bench.scenes import REPOSITORY, Stage
from tests.bench.served import Server

_TIMES = 5


def main() -> int:
    """Run the benchmark."""
    wish = _arguments()
    # As an installation has them, whatever this shell wishes about writing them.
    subprocess.run([wish.python, "-m", "compileall", "-q", "pipeline", "tests/bench"], cwd=REPOSITORY, check=True)
    with _place(wish.place, wish.keep) as place:
        _tell(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, {measure.file_system(place)}")
        # Hugo keeps every processor busy, so that others' work slows it more than us: then trust the processors' time.
        _tell(f"others at work before it began: {measure.load():.1f} processors")
        if hugo.find() is None:
            _tell(hugo.MISSING)
        played = []
        for size in wish.sizes:
            played.append(_play(place / str(size), size, wish))
            _tell(*targets.lines(played[-1]))
        _tell(*targets.growth(played))
    return 0


def _tell(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def _play(place: Path, size: int, wish: argparse.Namespace) -> Scenes:
    sys.stderr.write(f"  {size}: content\n")
    stage = scenes.prepare(place, wish, size)
    played = scenes.play(stage, size, wish.runs)
    played.figures.update(_quick(stage, wish.runs))
    if not wish.no_serve:
        played.figures.update(_served(stage))
    return played


def _quick(stage: Stage, runs: int) -> dict[str, float]:
    one = str(stage.edit.path.relative_to(stage.root))
    start = [stage.python, "-m", "pipeline"]
    commands = {
        targets.CHECKED: [*start, "--quiet", "--root", str(stage.root), "check", str(stage.root / one)],
        targets.HELP: [*start, "--help"],
        targets.IMPORT: [stage.python, "-c", "import pipeline.cli"],
        "an empty Python": [stage.python, "-c", ""],
    }
    return {
        name: statistics.median(measure.run(command, REPOSITORY).wall for _ in range(runs))
        for name, command in commands.items()
    }


def _served(stage: Stage) -> dict[str, float]:
    page = f"/longdu-2020/certificate/{stage.edit.number}/"
    port = served.port()
    ours = [stage.python, "-m", "tests.bench.web", "--quiet", "--root", str(stage.root), "serve", "--port", str(port)]
    ours += ["--output", str(stage.place / f"{OURS}-0")]
    servers = {targets.SERVED: Server(ours, REPOSITORY, port, page)}
    if stage.program:
        port = served.port()
        theirs = hugo.serve(stage.program, stage.site, port)
        servers[f"{targets.SERVED} {THEIRS}"] = Server(theirs, REPOSITORY, port, page)
    return {name: statistics.median(served.time_edits(each, stage.edit.make, _TIMES)) for name, each in servers.items()}


@contextmanager
def _place(wanted: Path | None, keep: bool) -> Iterator[Path]:
    if wanted is not None:
        wanted.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix="gongshi-bench-", dir=wanted))
    try:
        yield place
    finally:
        if not keep:
            shutil.rmtree(place, ignore_errors=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=(__doc__ or "").partition("\n")[0])
    sizes = os.environ.get("SIZES", "1000,10000")
    parser.add_argument("--sizes", type=_sizes, default=_sizes(sizes), help="how many submissions: 1000,10000,…")
    parser.add_argument("--runs", type=int, default=int(os.environ.get("RUNS", "3")), help="runs of each scene")
    parser.add_argument("--seed", type=int, default=int(os.environ.get("SEED", "1")), help="of the content")
    parser.add_argument("--place", type=Path, help="folder to work in (default: the system's for temporary files)")
    parser.add_argument("--keep", action="store_true", help="leave the work folder")
    parser.add_argument("--no-serve", action="store_true", help="leave out the time from save to served")
    parser.add_argument("--no-codes", dest="codes", action="store_false", help="let Hugo draw no QR codes")
    parser.add_argument("--python", default=os.environ.get("PY", sys.executable), help="the product's Python")
    wish = parser.parse_args()
    wish.python = str(Path(wish.python).absolute())
    return wish


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in text.replace(" ", "").split(","))


if __name__ == "__main__":
    sys.exit(main())
