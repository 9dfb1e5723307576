"""A tree is brought level with what is wanted: only what differs is written or removed.

In: a tree that is not public, what it holds, what is wanted. Out: what it holds then. Raises OSError.
"""
# ruff: noqa: PTH101, PTH102, PTH106, PTH108 -- a Path for each of some ten thousand files costs as much as writing it

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.publish.disk import flush_written
from pipeline.publish.look import is_open, opened
from pipeline.publish.manifest import File, Folder, Tree

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Wanted(NamedTuple):
    """A file as it should be: digest, bytes, and time of change in ns; None is the time of writing."""

    digest: str
    data: bytes
    time: int | None


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return the folders that files at these paths need; the root is ""."""
    found = {""}
    for path in paths:
        folder = parent(path)
        while folder not in found:
            found.add(folder)
            folder = parent(folder)
    return found


def parent(path: str) -> str:
    """Return the folder of a path with `/`."""
    return path.rpartition("/")[0]


def level(place: Path, held: Tree, wanted: Mapping[str, Wanted]) -> Tree:
    """Make the tree hold just the wanted files, in the folders that they need, and return what it holds then."""
    root = str(place)
    needed = folders_of(wanted)
    touched = _clear(root, held, wanted, needed) | _make_folders(root, held, needed)
    files: dict[str, File] = {}
    for path, want in wanted.items():
        now = held.files.get(path)
        if now is None or now.digest != want.digest:
            now = _write(f"{root}/{path}", want, replaces=now is not None)
            touched.add(parent(path))
        elif now.time != want.time:
            now = _date(f"{root}/{path}", want)
        files[path] = now
    kept = {path: each for path, each in held.folders.items() if path not in touched and is_open(each.mode)}
    return Tree(files, {path: kept.get(path) or _see_folder(root, path) for path in sorted(needed)})


def _clear(root: str, held: Tree, wanted: Mapping[str, Wanted], needed: set[str]) -> set[str]:
    """Remove what is not wanted and return the folders it was removed from."""
    surplus = (*held.strange, *(held.files.keys() - wanted.keys()))
    for path in surplus:
        os.unlink(f"{root}/{path}")
    empty = sorted(held.folders.keys() - needed, reverse=True)
    for path in empty:
        os.rmdir(f"{root}/{path}")
    return {parent(path) for path in (*surplus, *empty)}


def _make_folders(root: str, held: Tree, needed: set[str]) -> set[str]:
    """Make what folders are missing and return them with those that they were made in."""
    missing = sorted(needed - held.folders.keys() - {""})
    for path in missing:
        os.mkdir(f"{root}/{path}")
    return {*missing, *map(parent, missing)}


def _write(place: str, want: Wanted, replaces: bool) -> File:
    if replaces:
        os.unlink(place)
    descriptor = os.open(place, _NEW, 0o666)
    try:
        rest = memoryview(want.data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        flush_written(descriptor)
    finally:
        os.close(descriptor)
    return _see_file(place, want.digest) if want.time is None else _date(place, want)


def _date(place: str, want: Wanted) -> File:
    if want.time is None:
        os.utime(place)
    else:
        os.utime(place, ns=(want.time, want.time))
    return _see_file(place, want.digest)


def _see_file(place: str, digest: str) -> File:
    status = _open_to_all(place)
    return File(digest, status.st_size, status.st_mtime_ns, status.st_mode)


def _see_folder(root: str, path: str) -> Folder:
    status = _open_to_all(f"{root}/{path}")
    return Folder(status.st_mtime_ns if path else 0, status.st_mode)


def _open_to_all(place: str) -> os.stat_result:
    """Let everybody read a file or enter a folder, where the umask took that away."""
    status = os.lstat(place)
    if not is_open(status.st_mode):
        os.chmod(place, opened(status.st_mode))
        status = os.lstat(place)
    return status
