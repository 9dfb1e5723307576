"""The spare tree is brought level with what is wanted: only what differs is written or removed.

In: a tree, what it is known to hold, the wanted files. Out: the new manifest. The tree is not public while this runs.
"""

import os
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from pipeline.publish.manifest import Entry, holds

FILE_MODE, FOLDER_MODE = 0o644, 0o755
Wanted = Mapping[str, bytes]


def digest(data: bytes) -> str:
    """Return the digest by which two files are the same."""
    return blake2b(data, digest_size=16).hexdigest()


def level(
    tree: Path, known: Mapping[str, Entry] | None, wanted: Wanted, digests: Mapping[str, str]
) -> dict[str, Entry]:
    """Make the tree hold just the wanted files; `known` is its manifest, None where it cannot be trusted.

    Public files are readable by everybody whatever the umask: a web server runs as another user.
    """
    _remove_others(tree, wanted)
    tree.chmod(FOLDER_MODE)
    made: set[Path] = {tree}
    entries: dict[str, Entry] = {}
    for path, data in wanted.items():
        entry, place = (known or {}).get(path), tree / path
        if entry is None or entry.digest != digests[path] or not holds(tree, path, entry):
            if known is not None or not _same(place, data):
                _write(place, data, made)
            status = place.stat()
            entry = Entry(digests[path], status.st_size, status.st_mtime_ns)
        entries[path] = entry
    return entries


def _write(place: Path, data: bytes, made: set[Path]) -> None:
    _make_folder(place.parent, made)
    place.unlink(missing_ok=True)
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
    place.chmod(FILE_MODE)
    stamp = os.environ.get("SOURCE_DATE_EPOCH", "")
    if stamp.isdigit():
        os.utime(place, (int(stamp), int(stamp)))


def _same(place: Path, data: bytes) -> bool:
    try:
        return not place.is_symlink() and place.stat().st_size == len(data) and place.read_bytes() == data
    except OSError:
        return False


def _make_folder(folder: Path, made: set[Path]) -> None:
    if folder not in made:
        _make_folder(folder.parent, made)
        folder.mkdir(exist_ok=True)
        folder.chmod(FOLDER_MODE)
        made.add(folder)


def _remove_others(tree: Path, wanted: Wanted) -> None:
    """Remove every file that is not wanted and every folder that no wanted file needs."""
    folders = {parent.as_posix() for path in wanted for parent in Path(path).parents}
    for here, below, files in os.walk(tree, topdown=False):
        at = Path(here)
        for name in (*files, *below):
            path = (at / name).relative_to(tree).as_posix()
            place = at / name
            if place.is_dir() and not place.is_symlink():
                if path not in folders:
                    place.rmdir()
            elif path not in wanted:
                place.unlink()
