"""A tree is brought level with what is wanted: only what differs is written or removed.

In: a tree that is not public, what it holds, one wanted file after the other. Out: what it holds then. Raises OSError.
"""
# ruff: noqa: PTH101, PTH102, PTH103, PTH106, PTH108, PTH120 -- a Path for each of some ten thousand files costs as much as writing it

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pipeline.publish.disk import flush_written
from pipeline.publish.look import is_open, opened
from pipeline.publish.manifest import File, Folder, Tree

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Wanted(NamedTuple):
    """A file as it should be: digest, where its bytes come from, and time of change in ns; None is that of writing."""

    path: str
    digest: str
    read: Callable[[], bytes]
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


class Draft:
    """A tree that is being brought level; each path is put once, and no path is the folder of another."""

    def __init__(self, place: Path, held: Tree) -> None:
        self._root = str(place)
        self._files: dict[str, File] = {}
        self._folders = {""}
        self._touched: set[str] = set()
        self._held_files = dict(held.files)
        self._held_folders = dict(held.folders)
        # Names in the way of others: where capitals do not tell two apart, also those of another spelling.
        self._standing = {path.lower(): path for path in (*held.files, *held.folders)}
        for path in held.strange:
            os.unlink(f"{self._root}/{path}")
            self._touched.add(parent(path))

    def put(self, want: Wanted) -> None:
        """Let the tree hold this file."""
        place = f"{self._root}/{want.path}"
        folder = parent(want.path)
        if folder not in self._folders:
            self._make_folder(folder)
        if self._standing:
            self._make_way(want.path, self._held_files)
        now = self._held_files.pop(want.path, None)
        if now is None or now.digest != want.digest:
            if now is not None:
                os.unlink(place)
            now = write(place, want)
            self._touched.add(folder)
        elif now.time != want.time:
            now = _date(place, want)
        self._files[want.path] = now

    def note(self, path: str, file: File) -> None:
        """Know of a file that was written below the tree, with the folders that it needs."""
        folder = parent(path)
        while folder not in self._folders:
            self._folders.add(folder)
            folder = parent(folder)
        self._files[path] = file

    def adopt(self, files: Mapping[str, File]) -> tuple[str, ...]:
        """Let the tree hold those of the files that it holds just so; return the paths of the others."""
        held = dict(files.items() & self._held_files.items())
        for folder in sorted(folders_of(held) - self._folders):
            self._make_folder(folder)
        for path in held:
            del self._held_files[path]
        self._files.update(held)
        return tuple([path for path in files if path not in held])

    def finish(self) -> Tree:
        """Remove what was not put, and return what the tree holds."""
        for path in self._held_files:
            self._unlink(path)
        for path in sorted(self._held_folders.keys() - self._folders, reverse=True):
            self._rmdir(path)
        kept = {
            path: each
            for path, each in self._held_folders.items()
            if path in self._folders and path not in self._touched and is_open(each.mode)
        }
        return Tree(
            self._files, {path: kept.get(path) or _see_folder(self._root, path) for path in sorted(self._folders)}
        )

    def _make_folder(self, path: str) -> None:
        if path in self._folders:
            return
        self._make_folder(parent(path))
        if self._standing:
            self._make_way(path, self._held_folders)
        if path not in self._held_folders:
            with suppress(FileExistsError):  # whoever writes ahead made it
                os.mkdir(f"{self._root}/{path}")
            self._touched |= {path, parent(path)}
        self._folders.add(path)

    def _make_way(self, path: str, kind: Mapping[str, object]) -> None:
        """Remove what stands in the way of a path: a file for a folder, a folder for a file, another spelling."""
        other = self._standing.get(path.lower())
        if other is None or (other == path and other in kind) or other in self._folders or other in self._files:
            return
        del self._standing[path.lower()]
        below = f"{other}/"
        for each in [each for each in self._held_files if each == other or each.startswith(below)]:
            self._unlink(each)
            del self._held_files[each]
        for each in sorted((each for each in self._held_folders if f"{each}/".startswith(below)), reverse=True):
            self._rmdir(each)
            del self._held_folders[each]

    def _unlink(self, path: str) -> None:
        os.unlink(f"{self._root}/{path}")
        self._touched.add(parent(path))

    def _rmdir(self, path: str) -> None:
        os.rmdir(f"{self._root}/{path}")
        self._touched.add(parent(path))


def write_apart(tree: Path, want: Wanted) -> File:
    """Write a file, with its folders, to a tree in which nothing is in the way; `Draft.note` is told of it."""
    place = f"{tree}/{want.path}"
    os.makedirs(os.path.dirname(place), exist_ok=True)
    return write(place, want)


def write(place: str, want: Wanted) -> File:
    """Write a new file."""
    data = want.read()
    try:
        descriptor = os.open(place, _NEW, 0o666)
    except FileExistsError:  # whoever wrote ahead died over it
        os.unlink(place)
        descriptor = os.open(place, _NEW, 0o666)
    try:
        written = os.write(descriptor, data)
        while written < len(data):
            written += os.write(descriptor, memoryview(data)[written:])
        flush_written(descriptor)
        status = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    if want.time is not None:
        return _date(place, want)
    # The descriptor tells what the path would, without the way there; on Windows only the path does, once it is closed.
    return _file(want, status) if is_open(status.st_mode) and os.name == "posix" else _see_file(place, want)


def _date(place: str, want: Wanted) -> File:
    if want.time is None:
        os.utime(place)
    else:
        os.utime(place, ns=(want.time, want.time))
    return _see_file(place, want)


def _see_file(place: str, want: Wanted) -> File:
    return _file(want, _open_to_all(place))


def _file(want: Wanted, status: os.stat_result) -> File:
    return File(want.digest, status.st_size, status.st_mtime_ns, status.st_mode)


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
