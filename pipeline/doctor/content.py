"""The content: that it is read, what it needs of this machine, and that its changes are noticed.

In: the root, the moment. Out: Found. Must not know rules: whether the content is right is told by `check`.
"""

import os
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from pipeline import content, watch
from pipeline.diagnostics import stops
from pipeline.doctor.types import Found, found
from pipeline.model import Site
from pipeline.paper import typeset
from pipeline.working_days import is_working_day

_WATCHED = ("content", "site_templates")
_MOST_WATCHED = Path("/proc/sys/fs/inotify/max_user_watches")
_INOTIFY = "InotifyObserver"
_SCHEMAS = ".vscode/schemas/submissions"
_DECEMBER = 12
# Where a document wants a font → the words for it, and whether one of its names is there.
_ROLES = {"title": "方正小标宋", "body": "仿宋", "hei": "黑体", "kai": "楷体"}


def latest(root: Path) -> float | None:
    """Return when a file of the content was last changed, None where there is none."""
    times = (place.stat().st_mtime for place in (root / "content").rglob("*.*") if place.is_file())
    return max(times, default=None)


def all_of(root: Path, now: datetime) -> Iterator[Found]:
    """Yield everything about the content."""
    site, findings = content.load(root)
    errors = sum(stops((each,)) for each in findings)
    count = sum(len(each.submissions) for each in site.programmes)
    told = found("content", programmes=len(site.programmes), submissions=count)
    yield found("content_wrong", count=errors) if errors else told
    yield _calendar(site, now.date())
    yield _fonts(site)
    yield _watching(root)
    yield _editors(root, site)


def _calendar(site: Site, today: date) -> Found:
    """Tell whether this year's arrangement is known, and towards its end the next one's."""
    years = (today.year, today.year + 1) if today.month == _DECEMBER else (today.year,)
    missing = [each for each in years if is_working_day(date(each, 6, 30), site.calendar) is None]
    return (
        found("calendar_missing", year=missing[0]) if missing else found("calendar", years="、".join(map(str, years)))
    )


def _fonts(site: Site) -> Found:
    if not site.typesetting.system_fonts:
        return found("fonts_packaged")
    there, own = typeset.families(), typeset.own_names()
    has = {role: next((name for name in names if name in there), "") for role, names in own.items()}
    missing = [word for role, word in _ROLES.items() if not has[role]]
    return (
        found("fonts_missing", names="、".join(missing)) if missing else found("fonts", names="、".join(has.values()))
    )


def _watching(root: Path) -> Found:
    means = watch.means()
    if means != _INOTIFY or not _MOST_WATCHED.is_file():
        return found("watch_plain", means=means)
    most = int(_MOST_WATCHED.read_text(encoding="ascii"))
    count = sum(1 for _ in chain.from_iterable(os.walk(root / each) for each in _WATCHED))
    return found("watch" if count < most else "watch_few", means=means, most=most, count=count)


def _editors(root: Path, site: Site) -> Found:
    made = all((root / _SCHEMAS / f"{each.slug}.json").is_file() for each in site.programmes)
    return found("editor" if made else "editor_none")
