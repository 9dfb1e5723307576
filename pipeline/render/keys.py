"""What a planned file is drawn from, as a short key: two files of one key have the same bytes.

In: planned files, the final names of assets. Out: keys. Must not know how anything is drawn.

A page is drawn from templates and its data, from nothing else that changes but the names of assets and the sizes of
files: the names are part of the key, which sizes it asked for is noted as it is drawn, and the templates have a digest
of their own. `by_stencils`: pages with a stencil are drawn from it and their texts.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import Any

from pipeline import memory
from pipeline.pages import Code, Page, Slot

# Sizes by path as a page was told them; None where there was none.
Asked = tuple[tuple[str, int | None], ...]
_LENGTH = 16
# Lists of so many lines are read line by line; so many parts are remembered by one process.
_LONG, _MOST = 8, 4096
# No file has such a size.
_EVERY = {"": -1}


class Keys:
    """Keys of one build's files; what many pages have in common, or what stands as in the last build, is read once."""

    def __init__(self, names: Mapping[str, str], by_stencils: bool = False) -> None:
        self._names = names
        self._by_stencils = by_stencils
        self._base: bytes | None = None
        self._pages: memory.Known[str] | None = None
        self._lines: memory.Known[bytes] = memory.known("keys of lines")
        # By identity, and with the part itself, so that no other part can take its place in memory.
        self._parts: dict[int, tuple[object, bytes]] = {}

    def of(self, planned: Page | Code) -> str:
        """Return the key of a page or a code; the names of assets must be known by now."""
        if self._base is None or self._pages is None:
            self._base = _digest(_text(sorted(self._names.items())))
            self._pages = memory.known("keys of pages", self._base)
        return self._pages.of(planned, self._key, self._base)

    def _key(self, planned: Page | Code, base: bytes) -> str:
        if isinstance(planned, Code):
            return _digest(_text((planned.path, planned.text))).hex()
        if self._by_stencils and planned.stencil is not None:
            # What such a page has for itself stands in its texts, and all else in the stencil.
            return _digest(base, self._part(planned.stencil), _text((planned.template, planned.texts))).hex()
        own: list[object] = [planned.path, planned.template, planned.web, planned.base, planned.among]
        parts = [base]
        for name, part in planned.data.items():
            own.append(name)
            if isinstance(part, _PLAIN):
                own.append(part)
            else:
                parts.append(self._part(part))
        return _digest(b"".join(parts), _text(own)).hex()

    def _part(self, part: object) -> bytes:
        found = self._parts.get(id(part))
        if found is None:
            if len(self._parts) > _MOST:
                self._parts.clear()
            found = self._parts[id(part)] = (part, self._new(part))
        return found[1]

    def _new(self, part: object) -> bytes:
        if isinstance(part, tuple) and len(part) >= _LONG and is_dataclass(part[0]):
            return _digest(b"lines", *(self._lines.of(each, _whole) for each in part))
        return _whole(part)


def _whole(part: object) -> bytes:
    return _digest(b"part", _text(part))


def _digest(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=_LENGTH)
    for each in parts:
        digest.update(each)
    return digest.digest()


_PLAIN = (str, int, float, bool, type(None), date)


def of_templates(places: Iterable[Path]) -> str:
    """Return a digest of every template below the folders; raises OSError where one cannot be read."""
    digest = blake2b(digest_size=_LENGTH)
    for place in places:
        for path in sorted(each for each in place.rglob("*") if each.is_file()):
            data = path.read_bytes()
            digest.update(_text((str(place), path.relative_to(place).as_posix(), len(data))))
            digest.update(data)
    return digest.hexdigest()


def _text(part: object) -> bytes:
    return _ENCODE(part).encode("utf-8", "surrogatepass")


def _plain(part: object) -> object:
    """Return what JSON does not know as what it does, so that different things never come out the same."""
    kind: Any = type(part)
    return _reader(kind)(part)


@cache
def _reader(kind: Any) -> Callable[[Any], object]:
    """Return what reads things of a kind; raises TypeError where nothing can tell equal ones."""
    if issubclass(kind, date):
        return lambda day: {"\0day": day.isoformat()}
    if issubclass(kind, Mapping):
        return dict
    if issubclass(kind, Slot):
        return lambda slot: {"\0slot": [getattr(slot, name) for name in sorted(Slot.__slots__)]}
    # What equal ones do not share, no page may hold.
    names = [each.name for each in fields(kind) if each.compare]
    name, read = f"\0{kind.__name__}", attrgetter(*names)
    return lambda part: {name: read(part)}


# Enums are texts; what is in no order, such as a set, is an error.
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain).encode


class Sizes(Mapping[str, int]):
    """Sizes of files by path, as one page sees them: what it asks for is noted in `asked`."""

    def __init__(self, sizes: Mapping[str, int]) -> None:
        self._sizes = sizes
        self.asked: dict[str, int | None] = {}

    def __getitem__(self, path: str) -> int:
        self.asked[path] = self._sizes.get(path)
        return self._sizes[path]

    def __iter__(self) -> Iterator[str]:
        # Whoever asks for all depends on what nobody can note.
        self.asked.update(_EVERY)
        return iter(self._sizes)

    def __len__(self) -> int:
        self.asked.update(_EVERY)
        return len(self._sizes)
