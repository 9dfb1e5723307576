"""What files lie under a folder, in an order that no file system decides.

In: a folder. Out: its content files and findings for what does not belong there. Must not read a file.
"""

import os
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.documents import is_odd

Findings = tuple[Diagnostic, ...]

_LEFT_BY_TOOLS = (".", "~$")
_LONG, _NEAR = 60, 0.6
# An association's folder is one deep; far more is a mistake of some program, and a path too long for Windows.
_DEEPEST = 8


def entries(root: Path, folder: str) -> tuple[tuple[os.DirEntry[str], ...], Findings]:
    """Return the entries of a folder (relative to `root`) by name, without what editors leave there.

    A missing folder has none. What stands in the folder's place, a name that nobody can type, and a folder that may
    not be read are findings.
    """
    place = root / folder
    if place.is_symlink():
        return (), (finding("S291", Location(folder), name=_shown(place.name)),)
    try:
        with os.scandir(place) as scan:
            found = sorted((each for each in scan if not _is_left_behind(each.name)), key=lambda each: each.name)
    except FileNotFoundError:
        return (), ()
    except OSError:
        return (), (finding("S284", Location(folder)),)
    odd = tuple(finding("S283", Location(f"{folder}/{_plain(each.name)}")) for each in found if _is_odd(each.name))
    return tuple(each for each in found if not _is_odd(each.name)), odd


def _is_left_behind(name: str) -> bool:
    return name.startswith(_LEFT_BY_TOOLS) or name.endswith(("~", ".tmp", ".bak")) or name == "Thumbs.db"


def _is_odd(name: str) -> bool:
    plain = name.isascii() and name.isprintable()
    return not plain and any(each in "\n\t" or is_odd(each) for each in name)


def _plain(name: str) -> str:
    """Return an odd name as it can be printed: what cannot be typed is spelt by its code point."""
    spelt = (f"\\u{{{ord(each):x}}}" if _is_odd(each) else each for each in name)
    return _shown("".join(spelt))


def files(root: Path, under: str, depth: int = 0) -> tuple[tuple[str, ...], Findings]:
    """Return the paths (relative to `root`, with `/`) of all `.yml` entries below `under`, depth first by name.

    A link to a folder is a finding and is not followed; a file that is not `.yml` is a finding, and so are folders in
    folders without end. What is called `x.yml` is returned whatever it is: reading it says what is wrong with it.
    """
    if depth > _DEEPEST:
        return (), (finding("S285", Location(under), most=_DEEPEST),)
    paths: list[str] = []
    found, odd = entries(root, under)
    findings = list(odd)
    for entry in found:
        path = f"{under}/{entry.name}"
        if entry.name.endswith(".yml"):
            paths.append(path)
        elif entry.is_dir(follow_symlinks=False):
            inner, more = files(root, path, depth + 1)
            paths += inner
            findings += more
        else:
            findings.append(finding(_stray_code(entry), Location(path), name=_shown(entry.name)))
    return tuple(paths), tuple(findings)


def strangers(root: Path, folder: str, known: tuple[str, ...]) -> Findings:
    """Return a finding for each entry that is none of the `known`: nothing reads it, whatever it was meant to be."""
    found, odd = entries(root, folder)
    unread = (each for each in found if each.name not in known and not each.name.upper().startswith("README"))
    return odd + tuple(_stranger(each, folder, known) for each in unread)


def _stranger(entry: os.DirEntry[str], folder: str, known: tuple[str, ...]) -> Diagnostic:
    import difflib  # noqa: PLC0415  # slow to load, and names are seldom mistyped

    near = difflib.get_close_matches(entry.name.lower(), known, 1, _NEAR)
    code = "S286" if near else "S287"
    return finding(code, Location(f"{folder}/{entry.name}"), known="、".join(near or known))


def _stray_code(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return "S291"
    return "S292" if entry.name.lower().endswith((".yml", ".yaml")) else "S293"


def _shown(name: str) -> str:
    return name if len(name) <= _LONG else name[: _LONG - 1] + "…"
