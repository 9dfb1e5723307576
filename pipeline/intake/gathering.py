"""The files and folders that staff name → the files to read, in a fixed order.

In: paths. Out: files, and notes on what was passed over. Must not know what a file says.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, finding

_TEMPORARY = ("~$", "~", ".~")
_LEFT = (".tmp", ".bak", ".part", ".crdownload", "~")
_NOT_OURS = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})
_DEEPEST = 20


def gather(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Return the files, those of a folder by name and with those of the folders in it; each once.

    Findings: X949 for temporary and hidden files and links in a folder. What is named itself is never passed over.
    """
    files: dict[Path, None] = {}
    findings: list[Diagnostic] = []
    for path in paths:
        for each in _below(path) if path.is_dir() else (path,):
            if isinstance(each, Path):
                files[each] = None
            else:
                findings.append(each)
    return tuple(files), tuple(findings)


def _below(folder: Path, depth: int = 0) -> Iterator[Path | Diagnostic]:
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda each: each.name)
    except OSError:
        yield finding("X949", Location(folder.as_posix()), what="文件夹打不开")
        return
    for each in entries:
        why = _why_not(each, depth)
        if why:
            yield finding("X949", Location((folder / each.name).as_posix()), what=why)
        elif each.is_dir():
            yield from _below(folder / each.name, depth + 1)
        else:
            yield folder / each.name


def _why_not(entry: os.DirEntry[str], depth: int) -> str:
    """Return why an entry of a folder is passed over, nothing where it is not."""
    name = entry.name.lower()
    if name.startswith(_TEMPORARY) or name.endswith(_LEFT) or name in _NOT_OURS:
        return "临时文件"
    if name.startswith("."):
        return "隐藏文件"
    if entry.is_symlink():
        return "快捷方式"
    return "文件夹套得太深" if entry.is_dir() and depth >= _DEEPEST else ""
