"""What a tree holds, as it was when it was last written.

In: a tree, the folder of manifests. Out: path -> digest, size and time of each file. A manifest is named by the inode
of its tree, so it goes along when trees exchange their names. Must not know outputs.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: the digest of its bytes, its size in bytes, its time of change in nanoseconds."""

    digest: str
    size: int
    changed: int


def read(folder: Path, tree: Path) -> Mapping[str, Entry] | None:
    """Return the manifest of a tree, None where there is none that can be trusted."""
    try:
        part = json.loads(_place(folder, tree).read_text(encoding="utf-8"))
        if part["version"] != _VERSION:
            return None
        return {path: Entry(*entry) for path, entry in part["files"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(folder: Path, tree: Path, files: Mapping[str, Entry]) -> None:
    """Write the manifest of a tree in one step."""
    place = _place(folder, tree)
    part = {"version": _VERSION, "files": {path: [e.digest, e.size, e.changed] for path, e in sorted(files.items())}}
    temporary = place.with_suffix(".tmp")
    with temporary.open("w", encoding="utf-8") as stream:
        json.dump(part, stream, separators=(",", ":"))
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(place)


def withdraw(folder: Path, tree: Path) -> None:
    """Take a tree's manifest away before the tree is touched."""
    _place(folder, tree).unlink(missing_ok=True)


def forget_others(folder: Path, *trees: Path) -> None:
    """Remove manifests of trees that are no more."""
    kept = {_place(folder, tree).name for tree in trees if tree.is_dir()}
    for place in folder.glob("*.json"):
        if place.name not in kept:
            place.unlink(missing_ok=True)


def holds(tree: Path, path: str, entry: Entry) -> bool:
    """Tell whether the file is as the manifest says, by size and time: somebody may have changed it by hand."""
    try:
        status = (tree / path).stat(follow_symlinks=False)
    except OSError:
        return False
    return status.st_size == entry.size and status.st_mtime_ns == entry.changed


def _place(folder: Path, tree: Path) -> Path:
    return folder / f"{tree.stat().st_ino}.json"
