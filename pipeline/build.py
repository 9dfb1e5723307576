"""The recipe: content in, a published site or findings out, and nothing else.

In: the root, the output folder, the day. Out: a Result. Each stop leaves the last good site as it is.
What a step needs is imported in it: a build after which nothing changed waits for little.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.diagnostics import Diagnostic, ordered, stops

if TYPE_CHECKING:
    from pipeline.model import Site
    from pipeline.public.guard import Guard
    from pipeline.public.types import PublicSite
    from pipeline.publish import Published


@dataclass(frozen=True, slots=True)
class Judged:
    """What the first half of a build gives: the content, the day it was judged on, and all findings by place."""

    site: "Site"
    as_of: date
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a build gives: `published` is None where a finding stopped it.

    `machine_fonts`: it depends on which fonts the machine has, and nobody looks at those.
    """

    as_of: date
    findings: tuple[Diagnostic, ...]
    published: "Published | None" = None
    machine_fonts: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """How to build: `strict` lets a warning stop it too; `compressed` adds copies, if `compress.is_ready()` holds.

    `anew`: nothing that was kept from before is used. `told` is called while the site is drawn, with how many files are
    done, of how many.
    """

    strict: bool = False
    compressed: bool = False
    told: Callable[[int, int], None] = field(default=lambda _done, _total: None, repr=False, compare=False)
    anew: bool = False


PLAIN = Wish()


@contextmanager
def _no_looking_for_cycles() -> Iterator[None]:
    """Do without the search for garbage: hardly anything refers back to itself, and the search goes through all."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_no_looking_for_cycles()
def check(root: Path, today: date, as_of: date | None = None) -> Judged:
    """Read and judge everything; the day is as `study.days` has it."""
    judged, _ = _judge(root, today, as_of)
    return judged


def _judge(root: Path, today: date, as_of: date | None) -> tuple[Judged, dict[str, bytes]]:
    """Return what was read and found, and what was found out about each candidate, by the path of the file."""
    from pipeline import content, rules, study  # noqa: PLC0415

    site, findings, studied = content.ask(root, partial(study.question, today, as_of))
    found = ordered((*findings, *rules.across(site), *study.findings(studied.values())))
    return Judged(site, study.days(site.today, today, as_of).shown, found), dict(studied)


@_no_looking_for_cycles()
def build(root: Path, output: Path, today: date, as_of: date | None = None, wish: Wish = PLAIN) -> Result:
    """Check, then draw, scan and publish the site into `output`/site; where nothing was changed, all that stands."""
    from pipeline import cache, memory, publish, unchanged  # noqa: PLC0415

    trouble = publish.recover(output)
    with cache.opened(root, wish.anew) as store:
        # Who holds a memory was told of a change.
        look = unchanged.Asked(output) if memory.is_held() else None
        asked = look or unchanged.asked(store, root, output, (today, as_of, wish))
        before = None if trouble else unchanged.recall(store, asked)
        if before:
            return Result(date.fromisoformat(before.day), before.findings, before.published)
        result = _build(_project(root, today, as_of, wish.strict), root, output, wish)
        if result.published and not trouble and not result.machine_fonts:
            unchanged.keep(store, asked, result.as_of.isoformat(), result.findings)
    return replace(result, findings=ordered((*trouble, *result.findings)))


class _Projected(NamedTuple):
    """The day, all findings, what outsiders may see with what no output may hold (None where a finding stops it).

    What the candidates handed in is not needed any more, and it is most of the memory.
    """

    as_of: date
    findings: tuple[Diagnostic, ...]
    machine_fonts: bool
    seen: "tuple[PublicSite, Guard] | None"


def _project(root: Path, today: date, as_of: date | None, strict: bool) -> _Projected:
    """Read, judge and project."""
    from pipeline import public, study  # noqa: PLC0415

    judged, studied = _judge(root, today, as_of)
    fonts = judged.site.typesetting.system_fonts
    if stops(judged.findings, strict):
        return _Projected(judged.as_of, judged.findings, fonts, None)
    seen = public.project(judged.site, judged.as_of, partial(study.told, studied))
    return _Projected(judged.as_of, judged.findings, fonts, seen)


def _build(projected: _Projected, root: Path, output: Path, wish: Wish) -> Result:
    from pipeline import drawn, pages, publish, render  # noqa: PLC0415

    as_of, findings, machine_fonts, seen = projected
    if seen is None:
        return Result(as_of, findings)
    view, guard = seen
    drawing = render.Drawing(pages.plan(view), root)
    found = [*findings, *drawing.findings]
    if stops(found, wish.strict):
        return Result(as_of, ordered(found))
    making = drawn.Making(drawing, guard, output, strict=wish.strict, compressed=wish.compressed)
    published, trouble = publish.swap(making.outputs(found, wish.told), output, ahead=making.ahead)
    if published:
        making.keep(published)
    return Result(as_of, ordered((*found, *trouble)), published, machine_fonts)
