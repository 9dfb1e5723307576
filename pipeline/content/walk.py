"""What files lie under a folder, in an order that no file system decides.

In: a folder. Out: its content files and findings for what does not belong there. Must not read a file.
"""

import os
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, finding

_LEFT_BY_TOOLS = (".", "~$")
_LONG = 60


def entries(folder: Path) -> tuple[os.DirEntry[str], ...]:
    """Return the entries of a folder by name, without what editors leave there; a missing folder has none."""
    try:
        with os.scandir(folder) as scan:
            found = [each for each in scan if not _is_left_behind(each.name)]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda each: each.name))


def _is_left_behind(name: str) -> bool:
    return name.startswith(_LEFT_BY_TOOLS) or name.endswith(("~", ".tmp", ".bak")) or name == "Thumbs.db"


def files(root: Path, under: str) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Return the paths (relative to `root`, with `/`) of all `.yml` entries below `under`, depth first by name.

    A link to a folder is a finding and is not followed; a file that is not `.yml` is a finding. What is called
    `x.yml` is returned whatever it is: reading it says what is wrong with it.
    """
    paths: list[str] = []
    findings: list[Diagnostic] = []
    for entry in entries(root / under):
        path = f"{under}/{entry.name}"
        if entry.name.endswith(".yml"):
            paths.append(path)
        elif entry.is_dir(follow_symlinks=False):
            inner, more = files(root, path)
            paths += inner
            findings += more
        else:
            findings.append(finding(_stray_code(entry), Location(path), name=_shown(entry.name)))
    return tuple(paths), tuple(findings)


def _stray_code(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return "S291"
    return "S292" if entry.name.lower().endswith((".yml", ".yaml")) else "S293"


def _shown(name: str) -> str:
    return name if len(name) <= _LONG else name[: _LONG - 1] + "…"
