"""`make profile`: where the time of a build goes, step by step, and the functions that take the most.

In: --size, --seed, --place, --top, --whole. Out: tables on stdout. Runs under the product's Python. Each step is timed
where it is called, less the steps within it, in one process and with nothing remembered from a build before.
"""

import argparse
import cProfile
import importlib
import io
import pstats
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from tests.bench import content

# What is timed: its name in the table, and where the step is looked up when it is called.
STEPS = (
    ("look for files", "pipeline.content.submissions:files"),
    ("read", "pipeline.content.source:Source.fetch"),
    ("parse", "pipeline.documents:parse"),
    ("judge", "pipeline.content.submission:_judged"),
    ("take over", "pipeline.content.submission:_whole"),
    ("load, the rest", "pipeline.content:load"),
    ("rules", "pipeline.rules:check"),
    ("project", "pipeline.public:project"),
    ("plan", "pipeline.pages:plan"),
    ("render, the rest", "pipeline.render:all"),
    ("scan", "pipeline.leaks:scan"),
    ("compare", "pipeline.publish.look:digest"),
    ("write", "pipeline.publish.swap:level"),
    ("swap", "pipeline.publish.renames:put_up"),
    ("publish, the rest", "pipeline.publish:swap"),
    ("ask for unchanged", "pipeline.unchanged:asked"),
    ("keep", "pipeline.cache:Store.write"),
    ("build, the rest", "pipeline.build:build"),
)
# What takes a smaller share is told together.
SMALL = 0.005
DRAW = "pipeline.render:_Drawing.draw"


@dataclass(slots=True)
class Clock:
    """Seconds and calls by step; a step's own time is without that of the steps that it calls."""

    spent: dict[str, float] = field(default_factory=dict)
    calls: dict[str, int] = field(default_factory=dict)
    _inside: list[float] = field(default_factory=list)

    def timed(self, name: Callable[..., str], step: Callable[..., Any]) -> Callable[..., Any]:
        """Return the step, timed under what `name` says of its arguments."""

        def run(*given: Any, **named: Any) -> Any:
            start = perf_counter()
            self._inside.append(0.0)
            try:
                return step(*given, **named)
            finally:
                whole = perf_counter() - start
                own = whole - self._inside.pop()
                if self._inside:
                    self._inside[-1] += whole
                called = name(*given, **named)
                self.spent[called] = self.spent.get(called, 0.0) + own
                self.calls[called] = self.calls.get(called, 0) + 1

        return run


def main() -> int:
    """Build once under the clock and once under the profiler, each in a folder of its own."""
    wish = _arguments()
    with tempfile.TemporaryDirectory(prefix="gongshi-profile-", dir=wish.place) as folder:
        place = Path(folder)
        content.write(place / "root", wish.size, wish.seed)
        started = perf_counter()
        build = importlib.import_module("pipeline.build")
        imported = perf_counter() - started
        if not wish.whole:
            importlib.import_module("tests.bench.web").shorten()
        clock = Clock()
        missing: list[str] = []
        with _instrumented(clock, missing):
            build.build(place / "root", place / "output", date.today())  # noqa: DTZ011
        _tell(f"{wish.size} submissions, {'everything' if wish.whole else 'HTML, CSV, JSON and XML'}", *_table(clock))
        _tell(f"  {'before that, imports':<50}{imported:9.3f}")
        if missing:
            _tell(f"  not found, so not told apart: {', '.join(missing)}")
        if wish.top:
            (place / "root" / ".cache").rename(place / "forgotten")
            _tell(*_functions(lambda: build.build(place / "root", place / "second", date.today()), wish.top))  # noqa: DTZ011
    return 0


@contextmanager
def _instrumented(clock: Clock, missing: list[str]) -> Iterator[None]:
    changed: list[tuple[Any, str, Any]] = []
    for name, where in (*STEPS, ("", DRAW)):
        try:
            owner, attribute = _owner(where)
            step = getattr(owner, attribute)
        except (ImportError, AttributeError):
            missing.append(where)
            continue
        changed.append((owner, attribute, step))
        setattr(owner, attribute, clock.timed(_kind if where == DRAW else _named(name), step))
    try:
        yield
    finally:
        for owner, attribute, step in changed:
            setattr(owner, attribute, step)


def _owner(where: str) -> tuple[Any, str]:
    module, _, path = where.partition(":")
    *parents, attribute = path.split(".")
    owner: Any = importlib.import_module(module)
    for each in parents:
        owner = getattr(owner, each)
    return owner, attribute


def _named(name: str) -> Callable[..., str]:
    return lambda *_, **__: name


def _kind(_: object, planned: Any) -> str:
    """Return what kind of file is drawn: its template, else its type and suffix."""
    template = getattr(planned, "template", "")
    suffix = planned.path.rpartition(".")[2]
    what = f"{type(planned).__name__} {template}" if template else f"{type(planned).__name__} .{suffix}"
    return f"render {what}"


def _table(clock: Clock) -> Iterator[str]:
    total = sum(clock.spent.values())
    small = {name for name, spent in clock.spent.items() if spent < SMALL * total}
    yield f"  {'step':<50}{'seconds':>9}{'share':>8}{'calls':>9}"
    for name, spent in sorted(clock.spent.items(), key=lambda each: -each[1]):
        if name not in small:
            yield f"  {name:<50}{spent:9.3f}{spent / total:8.1%}{clock.calls[name]:>9}"
    rest = sum(clock.spent[name] for name in small)
    yield f"  {f'{len(small)} small steps':<50}{rest:9.3f}{rest / total:8.1%}"
    yield f"  {'together':<50}{total:9.3f}"


def _functions(build: Callable[[], object], top: int) -> Iterator[str]:
    profile = cProfile.Profile()
    profile.runcall(build)
    told = io.StringIO()
    pstats.Stats(profile, stream=told).strip_dirs().sort_stats("tottime").print_stats(top)
    yield "\nthe functions that take the most (under a profiler, which makes small ones look dear)"
    yield from (line for line in told.getvalue().splitlines() if line.strip())


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
