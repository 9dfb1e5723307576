"""Files on disk, and what may stand in their place.

In: a path. Out: its bytes or what `parse` gives of them, or the finding that the file was not read. A link, a pipe or a
device is never opened for its content, and no more than the limit is ever read. Must not know YAML.
"""

import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pipeline import memory
from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.documents import writers
from pipeline.documents.document import Document, NoticeText
from pipeline.documents.notice import parse_notice
from pipeline.documents.reading import parse, parse_schema

LIMIT = 256 * 1024
# Whoever writes a file again and again is not waited for without end.
_LOOKS = 20

# What a system does not have is 0 there; without O_NOFOLLOW the look before the opening is all there is.
_WISHES = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY")
_FLAGS = os.O_RDONLY | sum(getattr(os, wish, 0) for wish in _WISHES)

_CODES = {errno.ENOENT: "Y107", errno.ELOOP: "Y103", errno.EISDIR: "Y104", errno.ENXIO: "Y105"}

Read = TypeVar("Read")
Findings = tuple[Diagnostic, ...]


def fetch(file: str | Path, path: str) -> tuple[bytes | None, Findings]:
    """Return a file's bytes for `parse`; `path` is what findings call it. Findings: Y102–Y108."""
    read = _read(file)
    return (None, (finding(read, Location(path)),)) if isinstance(read, str) else (read, ())


def load(file: Path, path: str) -> tuple[Document | None, Findings]:
    """Read a content file; `path` is what findings call it. Findings: Y102–Y108 and those of `parse`."""
    return _load(file, path, parse)


def load_schema(file: Path, path: str) -> tuple[Document | None, Findings]:
    """Read form.yml, its scalars typed as in JSON. Findings as for `load`."""
    return _load(file, path, parse_schema)


def load_notice(file: Path, path: str) -> tuple[NoticeText | None, Findings]:
    """Read a notice with its front matter. Findings: Y102–Y108 and those of `parse_notice`."""
    return _load(file, path, parse_notice)


def _load(
    file: Path, path: str, parse_as: Callable[[bytes, str], tuple[Read | None, Findings]]
) -> tuple[Read | None, Findings]:
    data, findings = fetch(file, path)
    if data is None:
        return None, findings
    return memory.latest(parse_as.__name__, path, data, lambda: parse_as(data, path))


def _read(file: str | Path) -> bytes | str:
    """Return the file's bytes once nobody writes them any more, or the code of the reason why not."""
    for _ in range(_LOOKS):
        read, changed = _read_now(file)
        wait = writers.seconds_to_wait(changed)
        if not wait:
            return read
        time.sleep(wait)
    return "Y108"


def _read_now(file: str | Path) -> tuple[bytes | str, int]:
    """Return the file's bytes, or the code of the reason why not, and when it was last written, in ns; 0: never."""
    try:
        refused = _refused(os.lstat(file))
        if refused:
            return refused, 0
        descriptor = os.open(file, _FLAGS)
        try:
            return _read_open(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        return _CODES.get(error.errno or 0, "Y106"), 0


def _read_open(descriptor: int) -> tuple[bytes | str, int]:
    before = os.fstat(descriptor)
    refused = _refused(before)
    if refused:
        return refused, 0
    data = _everything(descriptor, before.st_size)
    if len(data) > LIMIT:
        return "Y102", 0
    after = os.fstat(descriptor)
    unchanged = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return data if unchanged and len(data) == after.st_size else "Y108", after.st_mtime_ns


def _everything(descriptor: int, size: int) -> bytes:
    """Return all bytes of a file that should have `size` of them, but no more than one over the limit."""
    data = os.read(descriptor, size + 1)
    if len(data) == size:  # room was left, so this is the end
        return data
    while len(data) <= LIMIT and (chunk := os.read(descriptor, LIMIT + 1 - len(data))):
        data += chunk
    return data


def _refused(status: os.stat_result) -> str | None:
    """Return why a file of this status is not opened or read."""
    kind = status.st_mode
    if stat.S_ISLNK(kind):
        return "Y103"
    if stat.S_ISDIR(kind):
        return "Y104"
    if not stat.S_ISREG(kind):
        return "Y105"
    return "Y102" if status.st_size > LIMIT else None
