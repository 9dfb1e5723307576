"""What a planned file is drawn from, as a short key: two files of one key have the same bytes.

In: planned files, the final names of assets. Out: keys. Must not know how anything is drawn.

A page is drawn from templates and its data, from nothing else that changes but the names of assets and the sizes of
files: the names are part of the key, which sizes it asked for is noted as it is drawn, and the templates have a digest
of their own.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import Any

from pipeline.pages import Code, Page

# Sizes by path as a page was told them; None where there was none.
Asked = tuple[tuple[str, int | None], ...]
_LENGTH = 16
# No file has such a size.
_EVERY = {"": -1}


class Keys:
    """Keys of one build's files; what many pages have in common is gone through once."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._base: Any = None
        # By identity, and with the part itself, so that no other part can take its place in memory.
        self._parts: dict[int, tuple[object, bytes]] = {}

    def of(self, planned: Page | Code) -> str:
        """Return the key of a page or a code; the names of assets must be known by now."""
        digest = self._begun()
        if isinstance(planned, Code):
            digest.update(_text((planned.path, planned.text)))
            return str(digest.hexdigest())
        own: list[object] = [planned.path, planned.template, planned.web, planned.base, planned.among]
        for name, part in planned.data.items():
            if isinstance(part, _PLAIN):
                own += (name, part)
            else:
                own.append(name)
                digest.update(self._part(part))
        digest.update(_text(own))
        return str(digest.hexdigest())

    def _begun(self) -> Any:
        if self._base is None:
            self._base = blake2b(_text(sorted(self._names.items())), digest_size=_LENGTH)
        return self._base.copy()

    def _part(self, part: object) -> bytes:
        found = self._parts.get(id(part))
        if found is None:
            found = self._parts[id(part)] = (part, blake2b(_text(part), digest_size=_LENGTH).digest())
        return found[1]


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
