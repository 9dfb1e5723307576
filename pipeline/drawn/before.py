"""What the last build drew and found clean, so that the next one draws and searches only what differs.

In: a drawing, a guard, the store that is open, the output folder. Out: for a planned file whether it stands as it would
be drawn. Must not know how a file is drawn, nor who may see what.

A file of the same key, drawn with the same templates by the same program, has the same bytes. It was searched for all
that was withheld then; of what is withheld only since, and of numbers that may be said no more, its bytes are searched
where they stand. So it is searched for just what a clean build would search it for.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from pipeline import cache, leaks, listing, memory, publish
from pipeline.diagnostics import Diagnostic
from pipeline.outputs import Output
from pipeline.public.guard import Guard, Pack
from pipeline.render.keys import Asked

_LENGTH = 16


class Sheet(NamedTuple):
    """A file that was drawn and found clean: its key, its size, the sizes that it was told, the digest of its bytes."""

    key: str
    size: int
    asked: Asked
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that need not be drawn, and what the search of it found."""

    sheet: Sheet
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """The last build. `place`: where its files stand; `search`: for what they were not searched for then, if any."""

    place: bytes = b""
    output: Path = Path()
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    search: leaks.Search | None = None

    def find(self, path: str, key: str, sizes: Mapping[str, int]) -> Found | None:
        """Return the file of this address and key, None where it must be drawn."""
        sheet = self.sheets.get(path)
        if sheet is None or sheet.key != key or any(sizes.get(name) != size for name, size in sheet.asked):
            return None
        if self.search is None:
            return Found(sheet, ())
        data = publish.fetch(self.output, path, sheet.digest)
        return None if data is None else Found(sheet, tuple(self.search.look(Output(path, data))))


class _Last:
    """What a living process knows of its last build, so that it need not read it; `guard` is None before the first."""

    def __init__(self) -> None:
        self.guard: Guard | None = None
        self.sheets: Mapping[str, Sheet] = {}


def _last(output: Path, place: bytes) -> _Last:
    return memory.latest("drawn", str(output), place, _Last)


def recall(templates: str, output: Path, guard: Guard) -> Before:
    """Return the last build into `output` with these templates, made ready for a search by the guard."""
    store = cache.current()
    if store is None:
        return Before()
    try:
        place = cache.key_of((), (b"drawn", listing.own(), templates.encode(), str(output.resolve()).encode()))
    except OSError:
        return Before()
    last = _last(output, place)
    if last.guard:
        return Before(place, output, last.sheets, _since(guard, last.guard))
    kept = store.get(place)
    if kept is None:
        return Before(place, output)
    try:
        part = json.loads(kept.decode("utf-8", "surrogatepass"))
        sheets = {path: Sheet(*each) for path, each in part["sheets"].items()}
        news = _news(guard, part["withheld"], part["declared"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return Before(place, output)
    return Before(place, output, sheets, news)


def _since(guard: Guard, before: Guard) -> leaks.Search | None:
    """Return the search for what has come since another guard; most are the very same values."""
    if not memory.differing(guard.packs, before.packs):
        return _search(guard, (), before.declared)
    known = {each.packed for each in before.packs}
    return _search(guard, (each for each in guard.packs if each.packed not in known), before.declared)


def _news(guard: Guard, withheld: Iterable[str], declared: Iterable[str]) -> leaks.Search | None:
    """Return the search for what has come since the files with these marks."""
    known = frozenset(withheld)
    return _search(guard, (each for each in guard.packs if _mark(each) not in known), declared)


def _search(guard: Guard, news: Iterable[Pack], declared: Iterable[str]) -> leaks.Search | None:
    """Return the search for what is withheld only since, and for numbers that may be said no more.

    All is news of a file of which something is: that searches for more than need be, and never for less.
    """
    packs = tuple(news)
    if not packs and guard.declared.issuperset(declared):
        return None
    return leaks.Search(Guard(packs, guard.declared))


def _mark(pack: Pack) -> str:
    return blake2b(pack.packed, digest_size=_LENGTH).hexdigest()


def keep(before: Before, guard: Guard, sheets: Mapping[str, Sheet], digests: Mapping[str, str]) -> None:
    """Keep what a build drew and found clean; `digests` are those of the files that stand now.

    A living process writes it down once: a later one draws again what changed since.
    """
    store = cache.current()
    if store is None or not before.place:
        return
    rows = {path: each if each.digest else each._replace(digest=digests[path]) for path, each in sheets.items()}
    last = _last(before.output, before.place)
    is_written, last.guard, last.sheets = last.guard is not None, guard, rows
    if is_written:
        return
    told = {"withheld": [*map(_mark, guard.packs)], "declared": sorted(guard.declared), "sheets": rows}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    store.keep(before.place, text.encode("utf-8", "surrogatepass"))
