"""A batch of files gets its new texts, all or none, whatever happens meanwhile.

In: the root, and old and new text by path. Out: files on disk; OSError or MovedError where nothing was written.
Must not know what a text says.
"""

import errno
import hashlib
import json
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline import disk
from pipeline.edits.lines import joined, plain

FOLDER = "content"
JOURNAL = f"{FOLDER}/.record.json"
_LEFT = ".record.tmp"


class MovedError(Exception):
    """A file no longer says what the batch was made from; `path` is relative to the root."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class UnfinishedError(Exception):
    """Some files could be neither written nor put back: the batch counts as written, and `recover` finishes it."""


class UnreadableJournalError(Exception):
    """The journal is there and says nothing that can be followed."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a file said and what it shall say, as `Document.text`: without byte order mark, `\\n` at line ends."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A batch that happened and whose files are not all written: texts that stand for the files, and files that
    somebody has changed since."""

    texts: Mapping[str, str]
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file of a batch: the digest of its bytes before, and its bytes after."""

    path: str
    before: str
    after: bytes


def commit(root: Path, edits: Mapping[str, Edit]) -> None:
    """Write every new text in the file's own line ends, or none.

    Raises MovedError where a file has changed since it was read, OSError where the disk refused; the files are then as
    they were. Raises UnfinishedError where even that could not be had.
    """
    found = {path: (root / path).read_bytes() for path in edits}
    for path, edit in edits.items():
        if plain(found[path]) != edit.old:
            raise MovedError(path)
    entries = [_Entry(path, _digest(found[path]), joined(found[path], edit.new)) for path, edit in edits.items()]
    try:
        _put(root / JOURNAL, _written(entries))
        _follow(root, entries)
    except BaseException:
        _undo(root, found)
        raise
    with suppress(OSError):  # a journal that stays behind changes nothing: every file says what it says
        _remove(root / JOURNAL)


def _undo(root: Path, found: Mapping[str, bytes]) -> None:
    try:
        for path, data in found.items():
            if (root / path).read_bytes() != data:
                _put(root / path, data)
        _remove(root / JOURNAL)
    except OSError as error:
        raise UnfinishedError from error


def recover(root: Path) -> bool:
    """Finish a batch that was cut short, and tell whether there was one.

    Raises MovedError where a file has been changed since (nothing is written then), UnreadableJournalError, OSError.
    """
    _sweep(root / JOURNAL)
    entries = _read(root)
    if not entries:
        return False
    moved = _moved(root, entries)
    if moved:
        raise MovedError(moved[0])
    _follow(root, entries)
    _remove(root / JOURNAL)
    return True


def pending(root: Path) -> Waiting | None:
    """Return what whoever reads the content must read in place of files, None where no batch was cut short.

    Raises UnreadableJournalError.
    """
    entries = _read(root)
    if not entries:
        return None
    moved = _moved(root, entries)
    return Waiting({each.path: plain(each.after) or "" for each in entries if each.path not in moved}, moved)


def stamp(root: Path) -> int:
    """Return a number that is another one once a batch has begun or ended."""
    try:
        return (root / FOLDER).stat().st_mtime_ns
    except OSError:
        return 0


def _follow(root: Path, entries: Iterable[_Entry]) -> None:
    for each in entries:
        file = root / each.path
        _sweep(file)
        if file.read_bytes() != each.after:
            _put(file, each.after)


def _moved(root: Path, entries: Iterable[_Entry]) -> tuple[str, ...]:
    """Return the paths of the files that say neither what they said before nor what they shall say."""
    return tuple(each.path for each in entries if _now(root / each.path) not in (each.before, _digest(each.after)))


def _now(file: Path) -> str:
    try:
        return _digest(_plain_file(file))
    except OSError:
        return ""


def _plain_file(file: Path) -> bytes:
    """Return the bytes of a plain file; a link, a folder or a pipe, which might never end, is an OSError."""
    if not stat.S_ISREG(file.lstat().st_mode):
        raise OSError(errno.EINVAL, "not a plain file")
    return file.read_bytes()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _written(entries: Iterable[_Entry]) -> bytes:
    rows = [{"path": each.path, "before": each.before, "after": each.after.decode()} for each in entries]
    return json.dumps({"version": 1, "files": rows}, ensure_ascii=False, indent=1).encode()


def _read(root: Path) -> tuple[_Entry, ...]:
    try:
        data = _plain_file(root / JOURNAL)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise UnreadableJournalError from error
    try:
        rows = json.loads(data)["files"]
        entries = tuple(_Entry(str(row["path"]), str(row["before"]), str(row["after"]).encode()) for row in rows)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableJournalError from error
    if not all(_is_content(each.path) for each in entries):
        raise UnreadableJournalError
    return entries


def _is_content(path: str) -> bool:
    """Tell whether the path leads to a content file: a journal that came with a change may name none elsewhere."""
    pure = PurePosixPath(path)
    return pure.suffix == ".yml" and pure.parts[0] == FOLDER and ".." not in pure.parts and "\\" not in path


def _put(file: Path, data: bytes) -> None:
    """Put the bytes in place of the file in one step: the old or the new content stands, whatever happens."""
    mode = file.stat().st_mode & 0o777 if file.exists() else None
    disk.put(file, data, mode, _beside(file))


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)
    disk.flush(file.parent)


def _sweep(file: Path) -> None:
    """Remove what a killed writer left beside the file."""
    _beside(file).unlink(missing_ok=True)


def _beside(file: Path) -> Path:
    return file.with_name(f".{file.name.lstrip('.')}{_LEFT}")
