"""What a tree holds now.

In: a tree, what it held when it was last brought level. Out: Tree. Reads only; a file is opened only where its size,
time or mode is not as remembered.
"""
# ruff: noqa: PTH208 -- a Path for each of some ten thousand files costs more than the look itself

import os
import stat
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from pipeline.publish.manifest import File, Folder, Tree
from pipeline.publish.places import has_folder, is_folder

EMPTY = Tree({}, {})
_READ, _ENTER = 0o444, 0o555


def digest(data: bytes) -> str:
    """Return the digest by which two files are the same."""
    return sha256(data).hexdigest()[:32]


def is_open(mode: int) -> bool:
    """Tell whether everybody may read a file, or enter a folder, of this mode."""
    wanted = _ENTER if stat.S_ISDIR(mode) else _READ
    return mode & wanted == wanted


def opened(mode: int) -> int:
    """Return the permissions with which everybody may read a file, or enter a folder."""
    return stat.S_IMODE(mode) | (_ENTER if stat.S_ISDIR(mode) else _READ)


def is_as_remembered(place: Path, tree: Tree) -> bool:
    """Tell whether the tree looks as it did when the manifest was written: nothing changed, added or removed.

    What was added or removed shows in its folder's time. The root's own time says nothing, because some systems change
    it at a rename, so its names are compared.
    """
    root = str(place)
    try:
        names = set(os.listdir(root))
        return names == _top(tree) and _files_are(root, tree.files) and _folders_are(root, tree.folders)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _top(tree: Tree) -> set[str]:
    return {path for each in (tree.files, tree.folders) for path in each if path and "/" not in path}


def _files_are(root: str, files: Mapping[str, File]) -> bool:
    for path, file in files.items():
        status = os.lstat(f"{root}/{path}")
        if (status.st_size, status.st_mtime_ns, status.st_mode) != file[1:]:
            return False
    return True


def _folders_are(root: str, folders: Mapping[str, Folder]) -> bool:
    for path, folder in folders.items():
        status = os.lstat(f"{root}/{path}")
        if status.st_mode != folder.mode or folder.time not in (0, status.st_mtime_ns):
            return False
    return True


def survey(place: Path, remembered: Tree | None) -> Tree:
    """Return what the tree holds; nothing where there is no tree.

    A file that looks as remembered has the digest remembered, else it is read; a file that cannot be read, or not by
    everybody, has no digest.
    """
    if not has_folder(place):
        return EMPTY
    known = remembered.files if remembered else {}
    files: dict[str, File] = {}
    folders: dict[str, Folder] = {"": Folder(0, os.lstat(place).st_mode)}
    strange: list[str] = []
    ahead = [""]
    while ahead:
        folder = ahead.pop()
        with os.scandir(f"{place}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                status = entry.stat(follow_symlinks=False)
                if is_folder(status):
                    folders[path] = Folder(status.st_mtime_ns, status.st_mode)
                    ahead.append(path)
                elif stat.S_ISREG(status.st_mode):
                    files[path] = _file(entry.path, status, known.get(path))
                else:
                    strange.append(path)
    return Tree(files, folders, tuple(strange))


def _file(place: str, status: os.stat_result, known: File | None) -> File:
    seen = (status.st_size, status.st_mtime_ns, status.st_mode)
    if known and known[1:] == seen:
        return known
    return File(_read_digest(place) if is_open(status.st_mode) else "", *seen)


def _read_digest(place: str) -> str:
    try:
        return digest(Path(place).read_bytes())
    except OSError:
        return ""
