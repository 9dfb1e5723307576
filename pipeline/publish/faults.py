"""What keeps a site from being published → a finding.

In: a fault of the system, or the places before anything is touched. Out: findings X910 to X916. Must not tell where on
this machine the output folder is: logs are public.
"""

import errno
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.publish import manifest
from pipeline.publish.lock import BusyError
from pipeline.publish.places import Places, has_folder

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NOT_MOVABLE = frozenset({errno.EBUSY, errno.EXDEV})


def of_system(error: OSError, output: Path) -> Diagnostic:
    """Return X911 no room, X912 not allowed, X914 the site cannot be moved, X913 any other fault."""
    where = site(output)
    if error.errno in FULL:
        return finding("X911", where)
    if error.errno in _NOT_ALLOWED:
        return finding("X912", where)
    if error.errno in _NOT_MOVABLE:
        return finding("X914", where)
    return finding("X913", where, kind=errno.errorcode.get(error.errno or 0, "?"))


def of_lock(error: BusyError, output: Path, patience: float) -> Diagnostic:
    """Return X910: another build did not end in time."""
    return finding("X910", site(output), holder=error.holder or "?", seconds=round(patience))


def of_places(places: Places, output: Path) -> tuple[Diagnostic, ...]:
    """Return X915 where the site is a link or a file, X916 where it holds what was not published by us."""
    if not places.site.exists() and not places.site.is_symlink():
        return ()
    if not has_folder(places.site):
        return (finding("X915", site(output)),)
    if any(places.site.iterdir()) and not manifest.has_any(places.own):
        return (finding("X916", site(output)),)
    return ()


def site(output: Path) -> Location:
    """Return the site's place as findings name it."""
    return Location(f"{output.name or 'output'}/site")
