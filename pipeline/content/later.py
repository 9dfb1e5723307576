"""A candidate of whom only the part that everybody asks for is at hand; what few ask for is read when somebody asks.

In: that part, and how to read the file again. Out: a Submission. Must not know keys.

A file that was changed meanwhile says something else by then: nothing public is made of what is read late, only places
of findings and what staff asked for; the next build sees the change.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pipeline.content.submission import Said, Told, made
from pipeline.documents import Document
from pipeline.model import Submission

_NOTHING = Said("", {}, {}, sound=False)


def submission(path: str, told: Told, places: Mapping[str, int], read: Callable[[str], Said | None]) -> Submission:
    """Return the candidate; `places` tell which value is which in `told`, `read` reads the file at a path."""
    again = Again(path, read)
    return made(Document.later(path, again), told, Later(places, tuple(told.values), again))


class Again:
    """A file, to be read again at the first question; one that cannot be read by then says nothing."""

    __slots__ = ("_path", "_read", "_said")

    def __init__(self, path: str, read: Callable[[str], Said | None]) -> None:
        self._path = path
        self._read = read
        self._said: Said | None = None

    def __call__(self) -> tuple[Mapping[str, Any], str]:
        """Return the file's parts as they are written, and its text."""
        said = self._all()
        return said.parts, said.text

    def values(self) -> Mapping[str, Any]:
        """Return the values of the form."""
        return self._all().values

    def _all(self) -> Said:
        if self._said is None:
            self._said = self._read(self._path) or _NOTHING
        return self._said


class Later(Mapping[str, Any]):
    """Values of which some are at hand: `places` tell where in `known` those stand, and None is for one not there."""

    __slots__ = ("_again", "_known", "_places")

    def __init__(self, places: Mapping[str, int], known: tuple[Any, ...], again: Again) -> None:
        self._places = places
        self._known = known
        self._again = again

    def __getitem__(self, name: str) -> Any:
        """Return a value; raises KeyError where there is none."""
        place = self._places.get(name)
        if place is None:
            return self._again.values()[name]
        if self._known[place] is None:
            raise KeyError(name)
        return self._known[place]

    def get(self, name: str, default: Any = None) -> Any:
        """Return a value, or the default where there is none."""
        place = self._places.get(name)
        if place is None:
            return self._again.values().get(name, default)
        value = self._known[place]
        return default if value is None else value

    def __iter__(self) -> Iterator[str]:
        """Yield every name."""
        return iter(self._again.values())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._again.values())
