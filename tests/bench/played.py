"""What was measured.

In: runs. Out: medians. Must not know how they were measured, nor what they should be.
"""

import statistics
from collections.abc import Callable
from dataclasses import dataclass, field

OURS, THEIRS = "gongshi", "Hugo"
COLD, AGAIN, CHANGED, WHOLE = "cold", "nothing changed", "one changed", "whole"


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the clock, seconds of all processors, and the most bytes held at once by all processes."""

    wall: float
    cpu: float
    memory: int


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
