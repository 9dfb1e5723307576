"""Which withheld values stand in a text.

In: withheld values, each a single line; bytes. Out: the values that are there. Letters match whatever their case: those
of ASCII in every mixture, others as they are written, all small and all capital.
"""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from pipeline.public.types import Withheld

# An automaton of whole values would take a hundred times the memory; few texts begin like a value and are none.
_BEGINNING = 9
# As many bytes as a character can have.
_WIDEST = 4


class Values:
    """The values as one automaton of how they begin, made once."""

    def __init__(self, withheld: Iterable[Withheld]) -> None:
        self._withheld = {written: each for each in withheld for written in _ways(each.text)}
        lengths: dict[bytes, set[int]] = {}
        for written in self._withheld:
            lengths.setdefault(written[:_BEGINNING], set()).add(len(written))
        self._beginnings = tuple(lengths)
        self._lengths = tuple(tuple(sorted(each)) for each in lengths.values())
        self._automaton = BytesAhoCorasick(self._beginnings, matchkind=MatchKind.Standard) if lengths else None

    def of(self, text: bytes) -> Iterator[Withheld]:
        """Yield each value as often as it is there; a name only where it stands alone."""
        if self._automaton is None:
            return
        low = text.lower()
        for index, start, _ in self._automaton.find_matches_as_indexes(low, overlapping=True):
            for length in self._lengths[index]:
                value = self._withheld.get(low[start : start + length])
                if value is not None and (value.secret == "exact" or _stands_alone(low, start, start + length)):
                    yield value


def _ways(text: str) -> set[bytes]:
    """Return how the text may be written, with letters of ASCII small."""
    ways = {text} if text.isascii() else {text, text.casefold(), text.lower(), text.upper()}
    return {each.encode("utf-8", errors="replace").lower() for each in ways}


def _stands_alone(text: bytes, start: int, end: int) -> bool:
    before = text[max(0, start - _WIDEST) : start].decode("utf-8", errors="ignore")[-1:]
    after = text[end : end + _WIDEST].decode("utf-8", errors="ignore")[:1]
    return not (before.isalnum() or after.isalnum())
