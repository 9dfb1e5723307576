"""The recipe: content in, a published site or findings out, and nothing else.

In: the root, the output folder, the day. Out: a Result. Each stop leaves the last good site as it is.
What only `build` needs is imported in it, so that `check` does not wait for it.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import content, rules
from pipeline.diagnostics import Diagnostic, ordered, stops
from pipeline.model import Site

if TYPE_CHECKING:
    from pipeline.publish import Published


@dataclass(frozen=True, slots=True)
class Judged:
    """What the first half of a build gives: the content, the day it was judged on, and all findings by place."""

    site: Site
    as_of: date
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a build gives: `published` is None where a finding stopped it."""

    as_of: date
    findings: tuple[Diagnostic, ...]
    published: "Published | None" = None


@dataclass(frozen=True, slots=True)
class Wish:
    """How to build: `strict` lets a warning stop it too; `compressed` adds copies, if `compress.is_ready()` holds."""

    strict: bool = False
    compressed: bool = False


PLAIN = Wish()


def check(root: Path, today: date, as_of: date | None = None) -> Judged:
    """Read and judge everything; the day is `as_of`, else the site's 今日, else `today`.

    What is later than the day asked for is no slip where it is not later than now.
    """
    site, findings = content.load(root)
    now = site.today or today
    day = as_of or now
    return Judged(site, day, ordered((*findings, *rules.check(site, max(day, now)))))


def build(root: Path, output: Path, today: date, as_of: date | None = None, wish: Wish = PLAIN) -> Result:
    """Check, then draw, scan and publish the site into `output`/site; where nothing was changed, all that stands."""
    from pipeline import cache, publish, unchanged  # noqa: PLC0415

    trouble = publish.recover(output)
    with cache.opened(root) as store:
        asked = unchanged.asked(store, root, output, (today, as_of, wish))
        before = None if trouble else unchanged.recall(store, asked)
        if before:
            return Result(date.fromisoformat(before.day), before.findings, before.published)
        judged = check(root, today, as_of)
        result = _build(judged, root, output, wish)
        # Which fonts the machine has is not looked at.
        if result.published and not trouble and not judged.site.typesetting.system_fonts:
            unchanged.keep(store, asked, result.as_of.isoformat(), result.findings)
    return replace(result, findings=ordered((*trouble, *result.findings)))


def _build(judged: Judged, root: Path, output: Path, wish: Wish) -> Result:
    from pipeline import compress, leaks, pages, public, publish, render  # noqa: PLC0415

    findings = judged.findings
    if stops(findings, wish.strict):
        return Result(judged.as_of, findings)
    view, guard = public.project(judged.site, judged.as_of)
    outputs, faults = render.all(pages.plan(view), root)
    findings = ordered((*findings, *faults))
    if stops(findings, wish.strict):
        return Result(judged.as_of, findings)
    findings = ordered((*findings, *leaks.scan(outputs, guard)))
    if stops(findings, wish.strict):
        return Result(judged.as_of, findings)
    published, trouble = publish.swap(compress.add(outputs) if wish.compressed else outputs, output)
    return Result(judged.as_of, ordered((*findings, *trouble)), published)
