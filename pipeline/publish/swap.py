"""The publish itself: lock, repair, compare, bring the spare level, swap.

In: outputs and the output folder. Out: what was done, or findings. Nothing half-written is ever public.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics import Diagnostic, ordered
from pipeline.publish import disk, faults, lock, look, manifest, places, renames, stamp
from pipeline.publish.level import Wanted, folders_of, level
from pipeline.publish.manifest import Tree
from pipeline.publish.places import Places
from pipeline.render import Output, paths

PATIENCE = 60.0
Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """How many files of the site were written, removed and left as they were, against the site before."""

    written: int
    removed: int
    unchanged: int


def swap(outputs: Iterable[Output], output: Path, patience: float = PATIENCE) -> tuple[Published | None, Findings]:
    """Make `output`/site hold just these outputs, in one step; wait `patience` seconds for another build to end.

    Findings: T605, T606 an address that no site may have, X910 another build is running, X911 no room on the disk,
    X912 not allowed, X913 any other fault of the disk, X914 the site cannot be swapped, X915 the site is a link or a
    file, X916 the site is not ours; with any of them the site stays as it was. X917 SOURCE_DATE_EPOCH is no time.
    """
    asked = tuple(outputs)
    there = places.below(output)
    time, findings = stamp.read(os.environ)
    try:
        there.own.mkdir(mode=0o770, parents=True, exist_ok=True)
        with lock.held(there.lock, patience):
            renames.finish(there)
            remembered = manifest.load(there.own, there.site)
            stops = (*faults.of_places(there, output), *_check_paths(asked, remembered))
            if stops:
                return None, ordered((*findings, *stops))
            return _publish(there, remembered, {each.path: each.data for each in asked}, time), findings
    except lock.BusyError as error:
        return None, (*findings, faults.of_lock(error, output, patience))
    except OSError as error:
        return None, (*findings, faults.of_system(error, output))


def recover(output: Path) -> Findings:
    """Put the site back in its place where a swap by renames was cut in half; a publish does this by itself.

    Findings: as `swap`, where the system does not let it. A build that is publishing just now repairs, too.
    """
    there = places.below(output)
    try:
        if renames.is_cut(there):
            with lock.held(there.lock, 0):
                renames.finish(there)
    except lock.BusyError:
        return ()
    except OSError as error:
        return (faults.of_system(error, output),)
    return ()


def _check_paths(asked: tuple[Output, ...], remembered: Tree | None) -> Findings:
    """Check the addresses once more, for what is written here must stay here; those that stand were checked before."""
    names = {each.path for each in asked}
    if remembered and len(names) == len(asked) and names == remembered.files.keys():
        return ()
    return tuple(paths.check(each.path for each in asked))


def _publish(there: Places, remembered: Tree | None, data: Mapping[str, bytes], time: int | None) -> Published:
    digests = {path: look.digest(each) for path, each in data.items()}
    live, done = _see_live(there, remembered, data, digests, time)
    if not done:
        wanted = {path: Wanted(each, data[path], _time(live, path, each, time)) for path, each in digests.items()}
        try:
            _bring_level(there, wanted, data)
        except OSError as error:
            _give_room_back(there, error)
            raise
        renames.put_up(there)
        # The new site stands: what cannot be tidied up now is no fault of it.
        with suppress(OSError):
            manifest.forget_others(there.own, there.site, there.spare)
    return _count(live, digests, time)


def _see_live(
    there: Places, remembered: Tree | None, data: Mapping[str, bytes], digests: Mapping[str, str], time: int | None
) -> tuple[Tree, bool]:
    """Return what the live tree holds, and whether that is just what is wanted.

    Where the manifest says that something changed, the tree is not looked at: what somebody did to it by hand is put
    right when it is the spare.
    """
    if remembered is not None and not _is_all(_count(remembered, digests, time), digests):
        return remembered, False
    if remembered is not None and look.is_as_remembered(there.site, remembered):
        return remembered, True
    seen = look.survey(there.site, remembered, data)
    if not _is_all(_count(seen, digests, time), digests) or not _is_tidy(seen):
        return seen, False
    manifest.save(there.own, there.site, seen)
    return seen, True


def _bring_level(there: Places, wanted: Mapping[str, Wanted], data: Mapping[str, bytes]) -> None:
    if not places.has_folder(there.spare):
        there.spare.unlink(missing_ok=True)
        there.spare.mkdir()
    known = manifest.load(there.own, there.spare)
    if known is None or not look.is_as_remembered(there.spare, known):
        known = look.survey(there.spare, known, data)
    manifest.withdraw(there.own, there.spare)
    tree = level(there.spare, known, wanted)
    disk.flush(there.spare)
    manifest.save(there.own, there.spare, tree)


def _time(live: Tree, path: str, digest: str, time: int | None) -> int | None:
    """Return the time that a file should have: the one asked for, else that of the same file in the live tree."""
    file = live.files.get(path)
    return file.time if time is None and file and file.digest == digest else time


def _count(live: Tree, digests: Mapping[str, str], time: int | None) -> Published:
    same = sum(
        file is not None and file.digest == digest and time in (None, file.time)
        for file, digest in ((live.files.get(path), digest) for path, digest in digests.items())
    )
    return Published(len(digests) - same, len(live.files.keys() - digests.keys()), same)


def _is_all(count: Published, digests: Mapping[str, str]) -> bool:
    return count == Published(0, 0, len(digests))


def _is_tidy(tree: Tree) -> bool:
    """Tell whether a tree holds nothing strange, no folder too many, and none that is closed to anybody."""
    return (
        not tree.strange
        and tree.folders.keys() == folders_of(tree.files)
        and all(look.is_open(each.mode) for each in tree.folders.values())
    )


def _give_room_back(there: Places, error: OSError) -> None:
    """Remove the half-written spare from a full disk; the next build makes it anew."""
    if error.errno in faults.FULL:
        shutil.rmtree(there.spare, ignore_errors=True)
