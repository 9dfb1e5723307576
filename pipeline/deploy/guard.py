"""What may leave, and where to.

In: the output folder, the root, a place. Out: X980, X981 no whole site of ours; X983 a demonstration; X984 a place
where no site may lie; warnings X987 and X998 where it is not the site of now.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pipeline import listing, publish
from pipeline.deploy.destination import FailedError
from pipeline.deploy.source import Source
from pipeline.diagnostics import Diagnostic, Location, finding

# What every page of a demonstration has in its title.
_DEMONSTRATION = "【演示】".encode()
_BEIJING = timedelta(hours=8)
_HOME = "index.html"
# Folders of a content repository that the public must not read, or that commands of ours write.
_OURS = ("content", "output", "site_templates", ".git", ".cache")


def may_leave(output: Path, as_demonstration: bool) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Return the site below the output folder where it is just as published; a demonstration where that is meant."""
    digests, findings = publish.inventory(output)
    if findings:
        return None, findings
    source = Source(output / "site", digests)
    try:
        home = source.read(_HOME) if _HOME in digests else b""
    except FailedError as error:
        return None, (error.found,)
    if _DEMONSTRATION in home and not as_demonstration:
        return None, (finding("X983", Location("output/site")),)
    return source, ()


def may_lie(place: Path, root: Path) -> tuple[Diagnostic, ...]:
    """Return X984 where the place is the repository, holds it, or lies in a folder of it that is for other things."""
    there, here = place.resolve(), root.resolve()
    if there in (here, *here.parents) or any(there.is_relative_to(here / each) for each in _OURS):
        return (finding("X984", Location(str(place))),)
    return ()


def newer(root: Path, output: Path, today: date | None) -> Iterator[Diagnostic]:
    """Yield X987 where content or templates were changed since the last build, X998 where that was before today."""
    built = publish.last_run(output)
    if built is None:
        return
    try:
        changed = listing.listing(root / each for each in ("content", "site_templates"))
    except OSError:
        return
    if built < changed.newest < listing.NEVER:
        yield finding("X987", Location("output/site"))
    day = (datetime.fromtimestamp(built / 1e9, UTC) + _BEIJING).date()
    if today and day != today:
        yield finding("X998", Location("output/site"), day=day.isoformat())
