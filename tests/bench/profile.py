"""`make profile`: where the time of a build goes, step by step, and the functions that take the most.

In: --size, --seed, --place, --top, --whole. Out: tables on stdout. Runs under the product's Python. Each step is timed
where it is called, less the steps within it, in one process and with nothing remembered from a build before: seconds
of the processor, which do not grow when others work too, but not those spent waiting for a disk. The same is built at
two sizes, which tells what a step costs whatever the size from what it costs a submission.
"""

import argparse
import cProfile
import importlib
import io
import pstats
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

from tests.bench import content
from tests.bench.clock import Clock, named

# What is timed: its name in the table, and where the step is looked up when it is called.
STEPS = (
    ("look for files", "pipeline.content.submissions:files"),
    ("read", "pipeline.content.source:Source.fetch"),
    ("parse", "pipeline.documents:parse"),
    ("judge", "pipeline.content.submission:_judged"),
    ("take over", "pipeline.content.submission:made"),
    ("study: rules over one", "pipeline.rules:of_submission"),
    ("study: what is open", "pipeline.study:_answer"),
    ("load, the rest", "pipeline.content:ask"),
    ("rules across all", "pipeline.rules:across"),
    ("project", "pipeline.public:project"),
    ("plan", "pipeline.pages:plan"),
    ("render: templates and assets", "pipeline.render:Drawing.__init__"),
    ("scan: make ready", "pipeline.leaks:Search.__init__"),
    ("scan", "pipeline.leaks:Search.look"),
    ("compare", "pipeline.publish.look:digest"),
    ("write", "pipeline.publish.level:Draft.put"),
    ("write: see that all is right", "pipeline.publish.level:Draft.finish"),
    ("flush to the disk", "pipeline.publish.disk:flush"),
    ("manifest", "pipeline.publish.manifest:save"),
    ("swap", "pipeline.publish.renames:put_up"),
    ("publish, the rest", "pipeline.publish:swap"),
    ("ask for unchanged", "pipeline.unchanged:asked"),
    ("keep", "pipeline.cache:Store.write"),
    ("build, the rest", "pipeline.build:build"),
)
DRAW = "pipeline.render:Drawing.draw"
# What takes a smaller share is told together.
SMALL = 0.005
# The smaller of the two sizes is so much smaller.
FEWER = 4


@dataclass(frozen=True, slots=True)
class Timed:
    """What a build of so many submissions took: seconds and calls by step, and steps that were not found."""

    size: int
    spent: Mapping[str, float]
    calls: Mapping[str, int]
    missing: tuple[str, ...]


def main() -> int:
    """Build two sizes under the clock and one under the profiler, each in a process and a folder of its own."""
    wish = _arguments()
    sizes = (max(1, wish.size // FEWER), wish.size)
    with tempfile.TemporaryDirectory(prefix="gongshi-profile-", dir=wish.place) as folder:
        for size in sizes:
            content.write(Path(folder, str(size), "root"), size, wish.seed)
        with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as apart:
            small, large = (apart.submit(_timed, Path(folder, str(size)), size, wish.whole).result() for size in sizes)
            _tell(f"{wish.size} submissions, {'everything' if wish.whole else 'HTML, CSV, JSON and XML'}")
            _tell(*_table(small, large))
            if large.missing:
                _tell(f"  not found, so not told apart: {', '.join(large.missing)}")
            if wish.top:
                _tell(*apart.submit(_functions, Path(folder, str(wish.size)), wish.whole, wish.top).result())
    return 0


def _timed(place: Path, size: int, whole: bool) -> Timed:
    clock = Clock()
    steps = [(named(name), where) for name, where in STEPS]
    with clock.watching([*steps, (_kind, DRAW)]):
        _build(place / "root", place / "output", whole)
    return Timed(size, clock.spent, clock.calls, tuple(clock.missing))


def _build(root: Path, output: Path, whole: bool) -> None:
    """Build in this process alone: the clock does not see into another."""
    vars(importlib.import_module("pipeline.crew"))["_has_a_hand"] = lambda: False
    if not whole:
        importlib.import_module("tests.bench.web").shorten()
    importlib.import_module("pipeline.build").build(root, output, date.today())  # noqa: DTZ011


def _kind(_: object, planned: Any) -> str:
    """Return what kind of file is drawn: its template, else its type and suffix."""
    template = getattr(planned, "template", "")
    suffix = planned.path.rpartition(".")[2]
    what = f"{type(planned).__name__} {template}" if template else f"{type(planned).__name__} .{suffix}"
    return f"render {what}"


def _table(small: Timed, large: Timed) -> Iterator[str]:
    total = sum(large.spent.values())
    few = {name for name, spent in large.spent.items() if spent < SMALL * total}
    yield f"  {'step':<42}{'seconds':>9}{'share':>8}{'calls':>9}{'fixed, ms':>12}{'each, µs':>10}"
    for name in sorted(large.spent, key=lambda each: -large.spent[each]):
        if name not in few:
            yield _row(name, large, {name}, total) + f"{large.calls[name]:>9}" + _grown(small, large, {name})
    yield _row(f"{len(few)} small steps", large, few, total) + f"{'':>9}" + _grown(small, large, few)
    every = set(large.spent)
    yield _row("together", large, every, total) + f"{'':>9}" + _grown(small, large, every)


def _row(name: str, large: Timed, steps: set[str], total: float) -> str:
    spent = sum(large.spent[each] for each in steps)
    return f"  {name:<42}{spent:9.3f}{spent / total:8.1%}"


def _grown(small: Timed, large: Timed, steps: set[str]) -> str:
    """Return what the steps cost whatever the size, and what they cost a submission."""
    more, less = (sum(each.spent.get(step, 0.0) for step in steps) for each in (large, small))
    each = (more - less) / (large.size - small.size) if large.size > small.size else 0.0
    return f"{(more - each * large.size) * 1e3:12.1f}{each * 1e6:10.1f}"


def _functions(place: Path, whole: bool, top: int) -> list[str]:
    (place / "root" / ".cache").rename(place / "forgotten")
    profile = cProfile.Profile()
    start = perf_counter()
    profile.runcall(_build, place / "root", place / "second", whole)
    told = io.StringIO()
    pstats.Stats(profile, stream=told).strip_dirs().sort_stats("tottime").print_stats(top)
    head = f"\nthe functions that take the most (under a profiler: {perf_counter() - start:.2f} s in all)"
    return [head, *(line for line in told.getvalue().splitlines() if line.strip())]


def _tell(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make profile", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--size", type=int, default=1000, help="how many submissions")
    parser.add_argument("--seed", type=int, default=1, help="of the content")
    parser.add_argument("--place", type=Path, help="folder to work in (default: the system's for temporary files)")
    parser.add_argument("--whole", action="store_true", help="with PDF, Word and spreadsheets")
    parser.add_argument("--top", type=int, default=25, help="how many functions to name; 0 for none")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
