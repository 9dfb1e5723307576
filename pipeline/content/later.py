"""A candidate of whom only the part that everybody asks for is at hand; what few ask for is read when somebody asks.

In: that part, and how to read the file again. Out: a Submission. Must not know keys.

A file that was changed meanwhile says something else by then: nothing public is made of what is read late, only places
of findings and what staff asked for; the next build sees the change.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pipeline.content.submission import Said, Told, made
from pipeline.documents import Document, Places
from pipeline.model import Submission

_NOTHING = Said("", {}, {}, sound=False)
_NONE: frozenset[str] = frozenset()


def submission(path: str, told: Told, fields: frozenset[str], read: Callable[[], Said | None]) -> Submission:
    """Return the candidate; `fields` are those whose values `told` has, where there are any; `read` reads the file."""
    again = Again(read)
    document = Document(path, Later({}, _NONE, again.parts), again.text, Places(again.text))
    return made(document, told, Later(told.values, fields, again.values))


class Again:
    """A file, to be read again at the first question; one that cannot be read by then says nothing."""

    __slots__ = ("_read", "_said")

    def __init__(self, read: Callable[[], Said | None]) -> None:
        self._read = read
        self._said: Said | None = None

    def parts(self) -> Mapping[str, Any]:
        """Return the file's parts as they are written."""
        return self._all().parts

    def values(self) -> Mapping[str, Any]:
        """Return the values of the form."""
        return self._all().values

    def text(self) -> str:
        """Return its text."""
        return self._all().text

    def _all(self) -> Said:
        if self._said is None:
            self._said = self._read() or _NOTHING
        return self._said


class Later(Mapping[str, Any]):
    """Values of which some are `known`; `told` are the names of those that are, or are known to be absent."""

    __slots__ = ("_all", "_known", "_told")

    def __init__(self, known: Mapping[str, Any], told: frozenset[str], every: Callable[[], Mapping[str, Any]]) -> None:
        self._known = known
        self._told = told
        self._all = every

    def __getitem__(self, name: str) -> Any:
        """Return a value; raises KeyError where there is none."""
        return self._known[name] if name in self._told else self._all()[name]

    def get(self, name: str, default: Any = None) -> Any:
        """Return a value, or the default where there is none."""
        return self._known.get(name, default) if name in self._told else self._all().get(name, default)

    def __iter__(self) -> Iterator[str]:
        """Yield every name."""
        return iter(self._all())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._all())
