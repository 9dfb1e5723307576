"""What the measurements should be, and the tables that say what they are.

In: scenes. Out: text. The targets are data; a ratio is ours to Hugo's in the same scene of the same run.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.bench.played import AGAIN, CHANGED, COLD, OURS, THEIRS, WHOLE, Scenes

SIZES = (1_000, 10_000, 50_000)
Measured = Callable[[Scenes, str], float | None]


@dataclass(frozen=True, slots=True)
class Ratio:
    """What is to be so many times Hugo's at most, at each of `SIZES`; None where nothing is promised."""

    name: str
    most: tuple[float | None, float | None, float | None]
    of: Measured


@dataclass(frozen=True, slots=True)
class Figure:
    """What is to take so many seconds at most, at each of `SIZES`; `key` is its name among the figures."""

    key: str
    most: tuple[float | None, float | None, float | None]


RATIOS = (
    Ratio("cold build, must", (0.8, 0.5, 0.45), lambda scenes, tool: scenes.wall(COLD, tool)),
    Ratio("cold build, aim", (0.65, 0.3, 0.25), lambda scenes, tool: scenes.wall(COLD, tool)),
    Ratio("cold build, processors", (None, None, None), lambda scenes, tool: scenes.cpu(COLD, tool)),
    Ratio("nothing changed", (0.15, 0.06, 0.05), lambda scenes, tool: scenes.wall(AGAIN, tool)),
    Ratio("one submission changed", (0.4, 0.12, 0.08), lambda scenes, tool: scenes.wall(CHANGED, tool)),
    Ratio("peak memory", (0.8, 0.4, 0.15), lambda scenes, tool: scenes.memory(COLD, tool)),
)
SERVED = "save to new page served"
CHECKED = "check of one file"
HELP = "--help"
IMPORT = "import"
FIGURES = (
    Figure(SERVED, (0.06, 0.12, 0.4)),
    Figure(CHECKED, (None, 0.4, None)),
    Figure(HELP, (0.15, 0.15, 0.15)),
    Figure(IMPORT, (0.15, 0.15, 0.15)),
)
# The cost of one submission may grow so much against that at the size named first.
GROWTH = (10_000, 1.2)
_MEBIBYTE = 2**20
_OFF = 0.1


def most(values: Sequence[float | None], count: int) -> float | None:
    """Return what is promised at a size: that of the largest size named that is not larger."""
    named = [value for size, value in zip(SIZES, values, strict=True) if size <= count]
    return named[-1] if named else None


def lines(scenes: Scenes) -> Iterator[str]:
    """Yield the table of one size."""
    yield f"\n{scenes.count} submissions (medians of {len(scenes.runs[COLD, OURS])} runs)"
    yield _row("", "gongshi", "Hugo", "ratio", "target", "")
    for ratio in RATIOS:
        own, other = ratio.of(scenes, OURS), ratio.of(scenes, THEIRS)
        yield _row(
            ratio.name, _said(ratio, own), _said(ratio, other), *_verdict(own, other, most(ratio.most, scenes.count))
        )
    for figure in FIGURES:
        own = scenes.figures.get(figure.key)
        if own is not None:
            target = most(figure.most, scenes.count)
            theirs = _seconds(scenes.figures.get(f"{figure.key} {THEIRS}"))
            told = "" if target is None else f"≤ {_seconds(target)}"
            yield _row(figure.key, _seconds(own), theirs, "", told, _met(own, target))
    yield from _rest(scenes)


def growth(all_sizes: Sequence[Scenes]) -> Iterator[str]:
    """Yield the cost of one submission at each size, against that at the size of `GROWTH`."""
    base, limit = GROWTH
    costs = {each.count: wall / each.count for each in all_sizes if (wall := each.wall(COLD, OURS)) is not None}
    other = {each.count: wall / each.count for each in all_sizes if (wall := each.wall(COLD, THEIRS)) is not None}
    yield "\ngrowth (cold build, ms a submission)"
    yield _row("submissions", "gongshi", "Hugo", "growth", "target", "")
    for count, cost in costs.items():
        grown = cost / costs[base] if base in costs else None
        target = limit if count > base else None
        told = "" if target is None else f"≤ {target}"
        theirs = f"{other[count] * 1000:.2f}" if count in other else ""
        more = "" if grown is None else f"{grown:.2f}"
        yield _row(str(count), f"{cost * 1000:.2f}", theirs, more, told, _met(grown, target))


def _rest(scenes: Scenes) -> Iterator[str]:
    for name, (files, size) in scenes.sites.items():
        yield f"  {name}: {files} files of HTML, CSV, JSON and XML, {size / _MEBIBYTE:.1f} MiB"
    sizes = [size for _, size in scenes.sites.values()]
    if len(sizes) > 1 and abs(sizes[0] / sizes[1] - 1) > _OFF:
        yield "  The sites differ by more than a tenth. Beside the QR codes in our certificates, about 3 kB each,"
        yield "  nothing should be another: the templates of tests/bench/hugo/ must follow ours."
    known = {each.key for each in FIGURES}
    for key, value in scenes.figures.items():
        if key.removesuffix(f" {THEIRS}") not in known:
            yield f"  {key}: {_seconds(value)}"
    whole, memory = scenes.wall(WHOLE, OURS), scenes.memory(WHOLE, OURS)
    if whole is not None and memory is not None:
        yield f"  the whole site, with PDF, Word and spreadsheets: {_seconds(whole)}, {memory / _MEBIBYTE:.0f} MiB"


def _said(ratio: Ratio, value: float | None) -> str:
    if value is None:
        return ""
    return f"{value / _MEBIBYTE:.0f} MiB" if ratio.name == "peak memory" else _seconds(value)


def _verdict(own: float | None, other: float | None, target: float | None) -> tuple[str, str, str]:
    told = "" if target is None else f"≤ {target}"
    if own is None or not other:
        return "", told, "not measured" if target else ""
    return f"{own / other:.3f}", told, _met(own / other, target)


def _met(value: float | None, target: float | None) -> str:
    if value is None or target is None:
        return ""
    return "met" if value <= target else "NOT MET"


def _seconds(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"


def _row(name: str, *cells: str) -> str:
    return f"  {name:<26}" + "".join(f"{cell:>12}" for cell in cells)
