"""What a tree holds, as it was when it was last brought level.

In: a tree, the folder of manifests. Out: Tree. Must not know outputs. A manifest is named by the inode of its tree, so
it goes along when trees exchange their names; where a copy of the tree has another inode, there is no manifest.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pipeline import memory
from pipeline.publish.disk import flush_file

_VERSION = 2
_SUFFIX = ".json"


class File(NamedTuple):
    """One file: the digest of its bytes (empty: not as it should be), size in bytes, time of change in ns, mode."""

    digest: str
    size: int
    time: int
    mode: int


class Folder(NamedTuple):
    """One folder: its time of change in ns (0: says nothing), its mode."""

    time: int
    mode: int


@dataclass(frozen=True, slots=True)
class Tree:
    """What a tree holds by path with `/`; the folder "" is its root. `strange` is what is no file and no folder."""

    files: Mapping[str, File]
    folders: Mapping[str, Folder]
    strange: tuple[str, ...] = ()


def load(own: Path, place: Path) -> Tree | None:
    """Return the manifest of the tree at a place; None where there is no tree, or none that can be trusted."""
    try:
        data = read(own, place)
        return memory.latest("manifest", str(_place(own, place)), data, lambda: _tree(data)) if data else None
    except FileNotFoundError:
        return None


def _tree(data: bytes) -> Tree | None:
    try:
        part = json.loads(data)
        if part["version"] != _VERSION:
            return None
        files = {path: File(*each) for path, each in part["files"].items()}
        return Tree(files, {path: Folder(*each) for path, each in part["folders"].items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def read(own: Path, place: Path) -> bytes:
    """Return the manifest of the tree at a place as it was written; nothing where there is none."""
    try:
        return _place(own, place).read_bytes()
    except FileNotFoundError:
        return b""


def save(own: Path, place: Path, tree: Tree) -> None:
    """Write the manifest of the tree at a place, in one step."""
    part = {"version": _VERSION, "files": tree.files, "folders": tree.folders}
    data = json.dumps(part, separators=(",", ":")).encode()
    new = own / "manifest.new"
    with new.open("wb") as stream:
        stream.write(data)
        flush_file(stream)
    new.replace(_place(own, place))
    memory.latest("manifest", str(_place(own, place)), data, lambda: Tree(tree.files, tree.folders))


def withdraw(own: Path, place: Path) -> None:
    """Take the manifest away before the tree is touched."""
    _place(own, place).unlink(missing_ok=True)


def forget_others(own: Path, *places: Path) -> None:
    """Remove the manifests of trees that are no more."""
    kept = {_place(own, each).name for each in places if each.exists()}
    for each in own.glob(f"*{_SUFFIX}"):
        if each.name not in kept:
            each.unlink()


def has_any(own: Path) -> bool:
    """Tell whether anything was ever published here."""
    return any(own.glob(f"*{_SUFFIX}"))


def _place(own: Path, place: Path) -> Path:
    return own / f"{place.lstat().st_ino}{_SUFFIX}"
