"""What submissions said when they were last read: a file that looks as before is not read again.

In: the paths of a folder's files, and how to read some of them. Out: what they say, each once, whether kept or read.
Files are kept by the score, under a key of how they look, of the form that they are read by, and of our own code; what
changed too lately to look different at the next change is not kept. Where no store is open, all are read.
"""

import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from pipeline import cache, crew
from pipeline.content.source import Source
from pipeline.content.submission import Said
from pipeline.diagnostics import Diagnostic, of_plain, plain
from pipeline.forms import Form
from pipeline.listing import Listing, own

# So many files are kept together: a change of one costs the reading of all of them.
_TOGETHER = 64


class Read(NamedTuple):
    """A file: its path, what it says (None where that cannot be told), and its findings."""

    path: str
    said: Said | None
    findings: tuple[Diagnostic, ...]


Paths = tuple[str, ...]
# Size, inode, and the times of change and of writing, in ns.
Look = tuple[int, int, int, int]


def each(source: Source, paths: Paths, form: Form | None, read: Callable[[Paths], list[Read]]) -> Iterator[Read]:
    """Yield every file in any order; `read` reads some, if need be in another process."""
    split = groups(paths)
    own = keys(source, split, form)
    store = cache.current()
    lacking: list[int] = []
    for number, key in enumerate(own):
        found = store.get(key) if store and key else None
        if found is None:
            lacking.append(number)
        else:
            yield from unpacked(found)
    for number, data in crew.spread(partial(_read_group, split, read), lacking):
        if store and (key := own[number]):
            store.keep(key, data)
        yield from unpacked(data)


def groups(paths: Paths) -> list[Paths]:
    """Return the paths in groups of about one size; a path stays in its group as others come and go."""
    wanted = max(1, len(paths) // _TOGETHER)
    split: list[list[str]] = [[] for _ in range(1 << (wanted - 1).bit_length())]
    for path in paths:
        split[crc32(path.encode("utf-8", "surrogateescape")) % len(split)].append(path)
    return [tuple(group) for group in split]


def keys(source: Source, split: list[Paths], form: Form | None) -> list[bytes]:
    """Return a key for each group, empty for one that is not to be kept."""
    store = cache.current()
    now = store.tick() if store and form and not source.edited else None
    if form is None or now is None:
        return [b""] * len(split)
    try:
        made_of = (own(), json.dumps(form.schema, ensure_ascii=False, default=dict).encode())
    except (OSError, TypeError):
        return [b""] * len(split)
    common = cache.key_of((), made_of)
    return [_key(source.root, group, common, now) for group in split]


def looks(source: Source, paths: Paths) -> Mapping[str, Look]:
    """Return how files look; what is no plain file, or changed so lately that it may change unseen, has no look."""
    store = cache.current()
    now = store.tick() if store and not source.edited else None
    seen = ((path, _look(source.root, path)) for path in paths) if now is not None else ()
    return {path: look for path, look in seen if look and now is not None and _is_settled(look, now)}


def _look(root: Path, path: str) -> Look | None:
    try:
        seen = os.lstat(f"{root}/{path}")
    except OSError:
        return None
    return (seen.st_size, seen.st_ino, seen.st_mtime_ns, seen.st_ctime_ns) if stat.S_ISREG(seen.st_mode) else None


def _is_settled(look: Look, now: int) -> bool:
    return Listing(b"", max(look[2:])).is_settled(now)


def _key(root: Path, group: Paths, common: bytes, now: int) -> bytes:
    told: list[bytes] = []
    for path in group:
        look = _look(root, path)
        if look is None or not _is_settled(look, now):
            return b""
        told.append(f"{path}\0{look}".encode("utf-8", "surrogateescape"))
    return cache.key_of((), (common, *told))


def _read_group(split: list[Paths], read: Callable[[Paths], list[Read]], number: int) -> tuple[int, bytes]:
    return number, packed(read(split[number]))


def packed(files: Iterable[Read]) -> bytes:
    """Return files as they are kept."""
    rows = [_row(file) for file in files]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _row(file: Read) -> list[Any]:
    """Return a file as JSON can say it; most values are what is written, and are not said twice."""
    said, findings = file.said, [plain(found) for found in file.findings]
    if said is None:
        return [file.path, findings]
    changed = {name: value for name, value in said.values.items() if said.parts.get(name) != value}
    return [file.path, findings, said.text, said.parts, list(said.values), changed, said.sound]


def unpacked(data: bytes) -> Iterator[Read]:
    """Yield the files that were packed."""
    for path, findings, *rest in json.loads(data.decode("utf-8", "surrogatepass")):
        yield Read(path, _said(*rest) if rest else None, tuple(map(of_plain, findings)))


def _said(text: str, parts: Mapping[str, Any], names: list[str], changed: Mapping[str, Any], sound: bool) -> Said:
    values = {name: changed[name] if name in changed else parts[name] for name in names}
    return Said(text, parts, values, sound)
