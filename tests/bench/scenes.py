"""What is measured: both tools in turn over one tree of content, each cold run into a folder that was never there.

In: a work folder, sizes, a count of runs, a seed. Out: measurements by scene. Nothing is deleted between runs: a file
system may be slow for a while after many files went, and the next run would pay for it.
"""

import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import content, hugo, measure
from tests.bench.measure import Run

REPOSITORY = Path(__file__).parents[2]
KINDS = frozenset({".html", ".csv", ".json", ".xml"})
OURS, THEIRS = "gongshi", "Hugo"
COLD, AGAIN, CHANGED = "cold", "nothing changed", "one changed"
# A file system's times are coarse: what was written a moment ago cannot be told from what is written now (seconds).
SETTLED = 3.0
# Above this many submissions, setting the lists as PDF takes too long to be worth knowing.
MOST_ON_PAPER = 10_000


@dataclass(slots=True)
class Scenes:
    """What one size gave: runs by scene and tool; files and bytes by tool; single figures by name (seconds)."""

    count: int
    runs: dict[tuple[str, str], list[Run]] = field(default_factory=dict)
    sites: dict[str, tuple[int, int]] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)

    def add(self, scene: str, tool: str, run: Run) -> None:
        """Keep a run."""
        self.runs.setdefault((scene, tool), []).append(run)

    def wall(self, scene: str, tool: str) -> float | None:
        """Return the median time of a scene, None where it was not played."""
        return self._median(scene, tool, lambda each: each.wall)

    def cpu(self, scene: str, tool: str) -> float | None:
        """Return the median of the processors' time."""
        return self._median(scene, tool, lambda each: each.cpu)

    def memory(self, scene: str, tool: str) -> float | None:
        """Return the median of the most memory held."""
        return self._median(scene, tool, lambda each: float(each.memory))

    def _median(self, scene: str, tool: str, of: Callable[[Run], float]) -> float | None:
        runs = self.runs.get((scene, tool))
        return statistics.median(map(of, runs)) if runs else None


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a size is played: the content's root, the Hugo site over it, and who plays. Without Hugo only we do.

    `whole` is the command line of a user, `web` the same with PDF, Word and spreadsheets left out.
    """

    place: Path
    root: Path
    site: Path
    program: Path | None
    python: str
    edit: content.Edit

    def ours(self, output: Path, module: str = "tests.bench.web") -> list[str]:
        """Return the command that builds with gongshi."""
        return [self.python, "-m", module, "--quiet", "--root", str(self.root), "build", "--output", str(output)]

    def theirs(self, output: Path) -> list[str]:
        """Return the command that builds with Hugo."""
        if self.program is None:
            raise ValueError(hugo.MISSING)
        return hugo.build(self.program, self.site, output)


def prepare(place: Path, count: int, seed: int, python: str) -> Stage:
    """Write the content and the Hugo site."""
    root, site = place / "root", place / "hugo"
    root.mkdir(parents=True)
    content.write(root, count, seed)
    program = hugo.find()
    if program:
        hugo.prepare(site, root)
    return Stage(place, root, site, program, python, content.edit(root, count, seed))


def play(stage: Stage, count: int, runs: int) -> Scenes:
    """Play every scene `runs` times, the tools in turn."""
    scenes = Scenes(count)
    for turn in range(runs):
        for tool, command, environment in _tools(stage):
            output = stage.place / f"{tool}-{turn}"
            _forget(stage, turn)
            time.sleep(SETTLED)
            scenes.add(COLD, tool, _run(command(output), environment))
            scenes.add(AGAIN, tool, _run(command(output), environment))
            stage.edit.make(2 * turn + (tool == THEIRS))
            scenes.add(CHANGED, tool, _run(command(output), environment))
            site = output / "site" if tool == OURS else output
            scenes.sites[tool] = measure.weigh(site, KINDS)
        _say(count, f"run {turn + 1} of {runs}")
    first = stage.place / f"{OURS}-0" / "site"
    read, written = measure.floor(stage.root / content.PROGRAMME, first, stage.place / "floor", KINDS)
    scenes.figures.update({"read the same bytes": read, "write the same bytes": written})
    if count <= MOST_ON_PAPER:
        _forget(stage, runs)
        whole = _run(stage.ours(stage.place / "whole", "pipeline"), {})
        scenes.add("whole", OURS, whole)
    return scenes


def _tools(stage: Stage) -> list[tuple[str, Callable[[Path], list[str]], Mapping[str, str]]]:
    ours: list[tuple[str, Callable[[Path], list[str]], Mapping[str, str]]] = [(OURS, stage.ours, {})]
    return ours + ([(THEIRS, stage.theirs, {})] if stage.program else [])


def _run(command: list[str], environment: Mapping[str, str]) -> Run:
    return measure.run(command, REPOSITORY, environment)


def _forget(stage: Stage, turn: int) -> None:
    """Put what gongshi remembers aside, so that the next run is cold."""
    kept = stage.root / ".cache"
    if kept.exists():
        kept.rename(stage.place / f"forgotten-{turn}")


def _say(count: int, what: str) -> None:
    sys.stderr.write(f"  {count}: {what}\n")
