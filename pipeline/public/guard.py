"""What no output may hold, and which long numbers it may.

In: nothing. Out: types only, filled by `project` and read by `leaks` and `drawn`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

_PARTING = "\x1f"


# A tuple, unlike its neighbours: of these there are most.
class Withheld(NamedTuple):
    """A value that must not be in any output: its text, how to search it (`exact` or `name`), and its field's label."""

    text: str
    secret: str
    field: str
    path: str


class Pack(NamedTuple):
    """What of one file no output may hold: of all files that is so much that it is kept as bytes until it is read."""

    path: str
    packed: bytes

    @classmethod
    def of(cls, path: str, withheld: Iterable[Withheld]) -> "Pack":
        """Return the values of a file, packed."""
        return cls(path, pack(part for each in withheld for part in each[:-1]))

    def withheld(self) -> Iterator[Withheld]:
        """Yield the values."""
        parts = iter(unpack(self.packed))
        return (Withheld(*each, self.path) for each in zip(parts, parts, parts, strict=True))

    def texts(self) -> list[str]:
        """Return the values' texts."""
        return unpack(self.packed)[::3]


def pack(texts: Iterable[str]) -> bytes:
    """Return texts as bytes; they are parted by a character that nothing holds that was read (Y120, Y171)."""
    return _PARTING.join(texts).encode("utf-8", "surrogatepass")


def unpack(packed: bytes) -> list[str]:
    """Return the texts that were packed."""
    return packed.decode("utf-8", "surrogatepass").split(_PARTING) if packed else []


@dataclass(frozen=True, slots=True)
class Guard:
    """What the scan of the outputs needs: the withheld values, and the long numbers that the site says lawfully."""

    packs: tuple[Pack, ...] = ()
    declared: frozenset[str] = frozenset()

    @classmethod
    def over(cls, withheld: Iterable[Withheld], declared: Iterable[str] = ()) -> "Guard":
        """Return the guard over values of any files."""
        return cls(tuple([Pack.of(each.path, (each,)) for each in withheld]), frozenset(declared))

    @property
    def withheld(self) -> Iterator[Withheld]:
        """Yield every value."""
        return (each for of_one in self.packs for each in of_one.withheld())
