"""What a planned file is drawn from, as a short key: two files of one key have the same bytes.

In: planned files, the final names of assets. Out: keys. Must not know how anything is drawn.

A page is drawn from templates and its data, from nothing else that changes but the names of assets and the sizes of
files: the names are part of the key, which sizes it asked for is noted as it is drawn, and the templates have a digest
of their own. `by_stencils`: pages with a stencil are drawn from it and their texts, and so are the lines of lists.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeGuard

from pipeline import memory
from pipeline.pages import CalendarFile, Code, JsonFile, Page, Slot, TableFile, rows
from pipeline.pages.later import Data, Later

Keyed = Page | Code | TableFile | JsonFile | CalendarFile
# Sizes by path as a page was told them; None where there was none.
Asked = tuple[tuple[str, int | None], ...]
_LENGTH = 16
# Lists of so many lines are read apart, for several files have the same; so many parts are remembered by one process.
_LONG, _MOST = 8, 4096
# No file has such a size.
_EVERY = {"": -1}


class Keys:
    """Keys of one build's files; what many pages have in common, or what stands as in the last build, is read once."""

    def __init__(self, names: Mapping[str, str], by_stencils: bool = False) -> None:
        self._names = names
        self._by_stencils = by_stencils
        self._base: bytes | None = None
        self._known: memory.Known[str] | None = None
        # By identity, and with the part itself, so that no other part can take its place in memory.
        self._parts: dict[int, tuple[object, bytes]] = {}
        self._looks: dict[rows.Look, str] = {}
        # Enums are texts; what is in no order, such as a set, is an error.
        self._encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=self._plain).encode

    def of(self, planned: Keyed) -> str:
        """Return the key of a file; the names of assets must be known by now."""
        if self._base is None or self._known is None:
            self._base = _digest(self._whole(sorted(self._names.items())))
            self._known = memory.known("keys", self._base)
        return self._known.of(planned, self._key, self._base)

    def _key(self, planned: Keyed, base: bytes) -> str:
        if not isinstance(planned, Page):
            return _digest(self._whole(planned)).hex()
        if self._by_stencils and planned.stencil is not None:
            # What such a page has for itself stands in its texts, and all else in the stencil.
            return _digest(base, self._part(planned.stencil), _joined(planned.template, *planned.texts)).hex()
        own: list[object] = [planned.path, planned.template, planned.web, planned.base, planned.among]
        parts = [base]
        if isinstance(planned.data, Data):
            parts += map(self._part, planned.data.source)
        else:
            for name, part in planned.data.items():
                own.append(name)
                if isinstance(part, _PLAIN):
                    own.append(part)
                else:
                    parts.append(self._part(part))
        return _digest(*parts, self._whole(own)).hex()

    def _part(self, part: object) -> bytes:
        found = self._parts.get(id(part))
        if found is None:
            if len(self._parts) > _MOST:
                self._parts.clear()
            found = self._parts[id(part)] = (part, self._new(part))
        return found[1]

    def _new(self, part: object) -> bytes:
        if self._by_stencils and _is_list(part):
            return _digest(b"lines", _joined(*chain.from_iterable(map(self._line, part))))
        return _digest(b"part", self._whole(part))

    def _line(self, line: rows.AnyLine) -> tuple[str, ...]:
        """Return what is told of a line: what stands for its look, which says how many texts follow."""
        own = rows.own(line)
        if own is None:
            return (self._whole(line).decode("utf-8", "surrogatepass"),)
        look, texts = own
        if look not in self._looks:
            self._looks[look] = _digest(b"look", self._whole((type(line).__name__, look))).hex()
        return self._looks[look], *texts

    def _whole(self, part: object) -> bytes:
        return self._encode(part).encode("utf-8", "surrogatepass")

    def _plain(self, part: object) -> object:
        """Return what JSON does not know as what it does, so that different things never come out the same."""
        kind: Any = type(part)
        name, read = _reader(kind)
        return {name: [self._short(each) for each in read(part)]}

    def _short(self, part: object) -> object:
        """Return what stands for a long list, else the part itself."""
        return self._part(part).hex() if _is_list(part) else part


def _is_list(part: object) -> TypeGuard[tuple[rows.AnyLine, ...]]:
    return isinstance(part, tuple) and len(part) >= _LONG and isinstance(part[0], rows.AnyLine)


def _digest(*parts: bytes) -> bytes:
    return blake2b(b"".join(parts), digest_size=_LENGTH).digest()


def _joined(*texts: str) -> bytes:
    """Return the texts as one; a text holds no NUL, or it could be no text of a page."""
    return "\0".join(texts).encode("utf-8", "surrogatepass")


_PLAIN = (str, int, float, bool, type(None), date)


def of_templates(places: Iterable[Path]) -> str:
    """Return a digest of every template below the folders; raises OSError where one cannot be read."""
    digest = blake2b(digest_size=_LENGTH)
    for place in places:
        for path in sorted(each for each in place.rglob("*") if each.is_file()):
            data = path.read_bytes()
            digest.update(json.dumps((str(place), path.relative_to(place).as_posix(), len(data))).encode())
            digest.update(data)
    return digest.hexdigest()


@cache
def _reader(kind: Any) -> tuple[str, Callable[[Any], Iterable[object]]]:
    """Return what a kind of things is called and what reads them; raises TypeError where nothing tells equal ones."""
    if issubclass(kind, date):
        return "\0day", lambda day: (day.isoformat(),)
    if issubclass(kind, Mapping) and not issubclass(kind, Later):
        return "\0map", lambda part: (dict(part),)
    if issubclass(kind, Slot):
        return "\0slot", lambda slot: [getattr(slot, name) for name in sorted(Slot.__slots__)]
    if issubclass(kind, Later):
        return "\0later", attrgetter("source")
    # What equal ones do not share, no page may hold.
    names = [each.name for each in fields(kind) if each.compare]
    read = attrgetter(*names)
    return f"\0{kind.__name__}", read if len(names) > 1 else lambda part: (read(part),)


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
