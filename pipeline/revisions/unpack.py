"""The content of a revision as files in a folder of its own.

In: a commit's id or INDEX. Out: a folder that holds content/, readable by its owner alone and removed afterwards, or a
finding: X974 something of it was not fetched, X976 a name that cannot stand in a folder.

Texts are written whole. Of other files (photos, attachments) there is only the size, for nobody looks into them here. A
link stands as a file that says where it leads, as git itself writes it where a system knows no links.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.revisions.git import WHERE, run
from pipeline.revisions.history import CONTENT, INDEX

_TEXTS = (".yml", ".md")
_REPOSITORY = "160000"
_UNSAFE = frozenset({"", ".", ".."})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of the revision. `data` is None where only the size is known."""

    path: str
    id: str
    size: int = 0
    data: bytes | None = None


@contextmanager
def unpacked(root: Path, commit: str) -> Iterator[Path | Diagnostic]:
    """Give a folder with the content of the commit, or of the index, for as long as it is looked at."""
    entries = _listed(root, commit)
    if isinstance(entries, Diagnostic):
        yield entries
        return
    with tempfile.TemporaryDirectory(prefix="gongshi-", ignore_cleanup_errors=True) as made:
        yield _write(root, entries, Path(made)) or Path(made)


def _listed(root: Path, commit: str) -> tuple[_Entry, ...] | Diagnostic:
    listing = ("ls-files", "--stage", "-z") if commit == INDEX else ("ls-tree", "-r", "-z", commit)
    said = run(root, *listing, "--", f"{CONTENT}/")
    if isinstance(said, Diagnostic):
        return said
    # `mode id stage` of the index, `mode type id` of a commit.
    place = 1 if commit == INDEX else 2
    entries = []
    for line in said.split(b"\0"):
        about, _, name = line.partition(b"\t")
        words, path = about.decode("ascii").split(), os.fsdecode(name)
        if not path or words[0] == _REPOSITORY:
            continue
        if not _is_safe(path):
            return finding("X976", WHERE)
        entries.append(_Entry(path, words[place]))
    return tuple(entries)


def _is_safe(path: str) -> bool:
    return not any(part in _UNSAFE or "\\" in part or ":" in part for part in path.split("/"))


def _write(root: Path, entries: tuple[_Entry, ...], folder: Path) -> Diagnostic | None:
    (folder / CONTENT).mkdir()
    texts = tuple(each for each in entries if each.path.endswith(_TEXTS))
    others = tuple(each for each in entries if not each.path.endswith(_TEXTS))
    for wanted, ask in ((texts, "--batch"), (others, "--batch-check")):
        said = run(root, "cat-file", ask, given="".join(f"{each.id}\n" for each in wanted).encode())
        if isinstance(said, Diagnostic):
            return said
        for each in _read(said, wanted, whole=ask == "--batch"):
            trouble = each if isinstance(each, Diagnostic) else _put(folder, each)
            if trouble:
                return trouble
    return None


def _read(said: bytes, wanted: tuple[_Entry, ...], whole: bool) -> Iterator[_Entry | Diagnostic]:
    """Yield the entries with what git says of each, in the order asked: `id type size`, and the bytes."""
    place = 0
    for each in wanted:
        end = said.index(b"\n", place)
        head = said[place:end].split()
        if head[-1] == b"missing":
            yield finding("X974", Location(each.path), revision=each.id)
            return
        place, size = end + 1, int(head[2])
        yield _Entry(each.path, each.id, size, said[place : place + size] if whole else None)
        place += size + 1 if whole else 0


def _put(folder: Path, entry: _Entry) -> Diagnostic | None:
    file = folder / entry.path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            if entry.data is None:
                stream.truncate(entry.size)
            else:
                stream.write(entry.data)
    except OSError:
        return finding("X976", WHERE)
    return None
