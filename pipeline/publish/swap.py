"""The publish itself: lock, repair, bring the spare level, exchange.

In: outputs and the output folder. Out: what was done, or findings. Nothing half-written is ever public.
"""

import errno
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.publish import manifest
from pipeline.publish.exchange import exchange, flush
from pipeline.publish.level import digest, level
from pipeline.publish.lock import BusyError, held
from pipeline.publish.manifest import Entry
from pipeline.render import Output

_CODES = {
    errno.ENOSPC: "X911",
    errno.EDQUOT: "X911",
    errno.EFBIG: "X911",
    errno.EACCES: "X912",
    errno.EPERM: "X912",
    errno.EROFS: "X912",
}


@dataclass(frozen=True, slots=True)
class Published:
    """How many files of the site were written, removed and left as they were."""

    written: int
    removed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class _Folders:
    site: Path
    own: Path
    spare: Path
    old: Path


def swap(outputs: Iterable[Output], output: Path) -> tuple[Published | None, tuple[Diagnostic, ...]]:
    """Make `output`/site hold just these outputs, in one step.

    Findings: X910 another build is running, X911 no room on the disk, X912 no permission, X913 any other fault of the
    disk; with any of them the site stays as it was.
    """
    folders = _folders(output)
    try:
        folders.own.mkdir(parents=True, exist_ok=True)
        with held(folders.own / "lock"):
            _repair(folders)
            return _publish(folders, {each.path: each.data for each in outputs}), ()
    except BusyError:
        return None, (finding("X910", Location(_shown(output))),)
    except OSError as error:
        code = _CODES.get(error.errno or 0, "X913")
        return None, (finding(code, Location(_shown(output)), kind=type(error).__name__),)


def recover(output: Path) -> None:
    """Put the site back in its place where a swap by renames was cut in half; a build does this by itself."""
    folders = _folders(output)
    if folders.own.is_dir():
        with held(folders.own / "lock"):
            _repair(folders)


def _folders(output: Path) -> _Folders:
    own = output / ".gongshi"
    return _Folders(output / "site", own, own / "spare", own / "old")


def _publish(folders: _Folders, wanted: Mapping[str, bytes]) -> Published:
    digests = {path: digest(data) for path, data in wanted.items()}
    live = manifest.read(folders.own, folders.site) if folders.site.is_dir() else {}
    before = {path: each.digest for path, each in (live or {}).items()}
    if live and before == digests and all(manifest.holds(folders.site, path, each) for path, each in live.items()):
        return Published(0, 0, len(digests))
    known = manifest.read(folders.own, folders.spare) if folders.spare.is_dir() else None
    folders.spare.mkdir(exist_ok=True)
    manifest.withdraw(folders.own, folders.spare)
    entries: dict[str, Entry] = level(folders.spare, known, wanted, digests)
    flush(folders.own)
    manifest.write(folders.own, folders.spare, entries)
    _exchange(folders)
    manifest.forget_others(folders.own, folders.site, folders.spare)
    same = sum(before.get(path) == each for path, each in digests.items())
    return Published(len(digests) - same, len(before.keys() - digests.keys()), same)


def _exchange(folders: _Folders) -> None:
    if not folders.site.exists():
        folders.spare.rename(folders.site)
    elif not exchange(folders.spare, folders.site):
        folders.site.rename(folders.old)
        folders.spare.rename(folders.site)
        folders.old.rename(folders.spare)


def _repair(folders: _Folders) -> None:
    """Finish a swap by renames: between them the spare is level, for only a level spare is ever swapped in."""
    if not folders.old.exists():
        return
    if not folders.site.exists():
        if folders.spare.is_dir() and manifest.read(folders.own, folders.spare) is not None:
            folders.spare.rename(folders.site)
        else:
            folders.old.rename(folders.site)
            return
    folders.old.rename(folders.spare)


def _shown(output: Path) -> str:
    return f"{output.name}/site"
