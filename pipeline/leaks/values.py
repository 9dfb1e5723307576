"""Which withheld values stand in a text.

In: withheld values, each a single line; bytes. Out: the values that are there. Letters match whatever their case.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from pipeline import memory
from pipeline.public.guard import Pack, Withheld

# An automaton of whole values would take a hundred times the memory; few texts begin like a value and are none.
_BEGINNING = 9
# So many indexes are searched one after the other before they are made one.
_MOST_INDEXES = 8
# How letters beyond ASCII begin that are written in several cases: few texts have any, and only those are folded.
_CASED = frozenset((*range(0xC3, 0xE0), 0xE1, 0xEA, 0xF0))
_CASED_AFTER = (
    (0xC2, 1, frozenset({b"\xb5"})),
    (0xE2, 1, frozenset(bytes([each]) for each in (0x84, 0x85, 0x86, 0x92, 0x93, *range(0xB0, 0xB4)))),
    (0xEF, 2, frozenset(bytes(each) for each in (*product([0xAC], range(256)), *product([0xBC], range(0xA1, 0xBB))))),
)
_UNCASED = bytes(each for each in range(256) if each not in {*_CASED, *(lead for lead, _, _ in _CASED_AFTER)})
# As many bytes as a character can have.
_WIDEST = 4


class _Index:
    """Some values as one automaton of how they begin. What they are is kept as hashes, for it is much."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self._exact: set[int] = set()
        self._names: set[int] = set()
        lengths: dict[bytes, tuple[int, ...]] = {}
        for each in (value for pack in packs for value in pack.withheld()):
            hashes = self._exact if each.secret == "exact" else self._names
            for written in _ways(each.text):
                hashes.add(hash(written))
                beginning, length = written[:_BEGINNING], len(written)
                known = lengths.get(beginning, ())
                if length not in known:
                    lengths[beginning] = (*known, length)
        self._lengths = tuple(lengths.values())
        self._automaton = BytesAhoCorasick(tuple(lengths), matchkind=MatchKind.Standard) if lengths else None

    def find(self, low: bytes) -> Iterator[tuple[bytes, int]]:
        """Yield each text that may be a value of these, and where it begins."""
        if self._automaton is not None:
            for index, start, _ in self._automaton.find_matches_as_indexes(low, overlapping=True):
                for length in self._lengths[index]:
                    written = low[start : start + length]
                    if self._may_be_one(hash(written), low, start, start + length):
                        yield written, start

    def _may_be_one(self, written: int, text: bytes, start: int, end: int) -> bool:
        return written in self._exact or (written in self._names and _stands_alone(text, start, end))


class _Indexes:
    """Indexes that a living process goes on with: of what it ever withheld, more than what is withheld now."""

    def __init__(self) -> None:
        self._covered: set[Pack] = set()
        self._last: tuple[Pack, ...] = ()
        self._indexes: tuple[_Index, ...] = ()

    def covering(self, packs: tuple[Pack, ...]) -> tuple[_Index, ...]:
        """Return indexes that hold at least these values; they are made anew when too much is in them."""
        news = set(memory.differing(packs, self._last)) - self._covered
        self._last = packs
        together = len(self._covered) + len(news)
        if not self._indexes or len(self._indexes) > _MOST_INDEXES or together > len(packs) * 2:
            self._covered, self._indexes = set(packs), (_Index(packs),)
        elif news:
            self._covered |= news
            self._indexes = (*self._indexes, _Index(news))
        return self._indexes


class Values:
    """The values, made ready once."""

    def __init__(self, packs: tuple[Pack, ...]) -> None:
        self._packs = packs
        self._indexes = memory.latest("indexes of values", "", None, _Indexes).covering(packs)

    def of(self, text: bytes) -> Iterator[Withheld]:
        """Yield each value as often as it is there; a name only where it stands alone."""
        if not self._packs:
            return
        low = text.lower()
        yield from self._search(low)
        marks = _marks(text)
        if marks:
            cased = b"\n".join(line for line in text.split(b"\n") if any(each in line for each in marks))
            yield from self._search(cased.decode("utf-8", errors="replace").casefold().encode())

    def _search(self, low: bytes) -> Iterator[Withheld]:
        for index in self._indexes:
            for written, start in index.find(low):
                # What an index holds may be withheld no more, or otherwise.
                value = self._exact.get(written)
                if value is None and written in self._names and _stands_alone(low, start, start + len(written)):
                    value = self._names[written]
                if value is not None:
                    yield value

    @cached_property
    def _exact(self) -> Mapping[bytes, Withheld]:
        """The values that are found anywhere, by how they are written; looked up only now, for a leak is rare."""
        return {written: each for each in self._all() if each.secret == "exact" for written in _ways(each.text)}

    @cached_property
    def _names(self) -> Mapping[bytes, Withheld]:
        """The values that are found where they stand alone, by how they are written."""
        return {written: each for each in self._all() if each.secret != "exact" for written in _ways(each.text)}

    def _all(self) -> Iterator[Withheld]:
        return (each for pack in self._packs for each in pack.withheld())


def _marks(text: bytes) -> list[bytes]:
    """Return how the letters beyond ASCII that may be in the text begin, of those that are written in several cases."""
    leads = set(text.translate(None, _UNCASED))
    marks = [bytes([each]) for each in leads & _CASED]
    for lead, size, rests in _CASED_AFTER:
        if lead in leads:
            mark = bytes([lead])
            marks += [mark + each for each in rests & {rest[:size] for rest in text.split(mark)[1:]}]
    return marks


def _ways(text: str) -> set[bytes]:
    """Return how the text reads with letters of ASCII small, and with all letters folded."""
    ways = {text.lower()} if text.isascii() else {text, text.casefold()}
    return {each.encode("utf-8", errors="replace").lower() for each in ways}


def _stands_alone(text: bytes, start: int, end: int) -> bool:
    before = text[max(0, start - _WIDEST) : start].decode("utf-8", errors="ignore")[-1:]
    after = text[end : end + _WIDEST].decode("utf-8", errors="ignore")[:1]
    return not (before.isalnum() or after.isalnum())
