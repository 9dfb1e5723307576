"""What is measured: both tools in turn over one tree of content, each cold run into a folder that was never there.

In: a work folder, sizes, a count of runs, a seed. Out: measurements by scene. Nothing is deleted between runs: a file
system may be slow for a while after many files went, and the next run would pay for it.
"""

import argparse
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench import content, hugo, measure
from tests.bench.played import AGAIN, CHANGED, COLD, OURS, THEIRS, WHOLE, Run, Scenes

REPOSITORY = Path(__file__).parents[2]
KINDS = frozenset({".html", ".csv", ".json", ".xml"})
# A file system's times are coarse: what was written a moment ago cannot be told from what is written now (seconds).
SETTLED = 3.0
# Above this many submissions, setting the lists as PDF takes too long to be worth knowing.
MOST_ON_PAPER = 10_000


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a size is played: the content's root, the Hugo site over it, and who plays. Without Hugo only we do.

    `codes`: Hugo draws the certificates' QR codes too, as pictures of dots beside the pages; ours stand in the pages as
    SVG, which takes about 3 kB a page.
    """

    place: Path
    root: Path
    site: Path
    program: Path | None
    python: str
    edit: content.Edit
    codes: bool = True

    def ours(self, output: Path, module: str = "tests.bench.web") -> list[str]:
        """Return the command that builds with gongshi."""
        return [self.python, "-m", module, "--quiet", "--root", str(self.root), "build", "--output", str(output)]

    def theirs(self, output: Path) -> list[str]:
        """Return the command that builds with Hugo."""
        if self.program is None:
            raise ValueError(hugo.MISSING)
        return hugo.build(self.program, self.site, output)


def prepare(place: Path, wish: argparse.Namespace, count: int) -> Stage:
    """Write the content and the Hugo site; of `wish`, `seed`, `python` and `codes` count."""
    root, site = place / "root", place / "hugo"
    root.mkdir(parents=True)
    content.write(root, count, wish.seed)
    program = hugo.find()
    if program:
        hugo.prepare(site, root)
    return Stage(place, root, site, program, wish.python, content.edit(root, count, wish.seed), wish.codes)


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
        scenes.add(WHOLE, OURS, whole)
    return scenes


def _tools(stage: Stage) -> list[tuple[str, Callable[[Path], list[str]], Mapping[str, str]]]:
    ours: list[tuple[str, Callable[[Path], list[str]], Mapping[str, str]]] = [(OURS, stage.ours, {})]
    codes = {"HUGO_PARAMS_CODES": "true"} if stage.codes else {}
    return ours + ([(THEIRS, stage.theirs, codes)] if stage.program else [])


def _run(command: list[str], environment: Mapping[str, str]) -> Run:
    return measure.run(command, REPOSITORY, environment)


def _forget(stage: Stage, turn: int) -> None:
    """Put what gongshi remembers aside, so that the next run is cold."""
    kept = stage.root / ".cache"
    if kept.exists():
        kept.rename(stage.place / f"forgotten-{turn}")


def _say(count: int, what: str) -> None:
    sys.stderr.write(f"  {count}: {what}\n")
