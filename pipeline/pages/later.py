"""Data that are made when somebody looks at them: of most pages, after one change, nobody does.

In: what they are made of, and how. Out: the data. Must not know what they say.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")


class Later(Generic[Made]):
    """`make(*source)`, made once and when it is looked at. Two are equal where they are made of equals."""

    __slots__ = ("_made", "_make", "source")

    def __init__(self, make: Callable[..., Made], *source: object) -> None:
        self.source = source
        self._make = make
        self._made: Made | None = None

    def made(self) -> Made:
        """Return what is made of the source."""
        if self._made is None:
            self._made = self._make(*self.source)
        return self._made

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is made of equals; whoever compares two compares what is made in one way."""
        return isinstance(other, Later) and self.source == other.source

    __hash__ = None  # type: ignore[assignment]  # what it is made of need not have one


class Data(Later[Mapping[str, object]], Mapping[str, object]):
    """The data of a page."""

    __slots__ = ()

    def __getitem__(self, name: str) -> object:
        """Return one of the data."""
        return self.made()[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the data."""
        return iter(self.made())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.made())


class Rows(Later[tuple[tuple[str, ...], ...]], Sequence[tuple[str, ...]]):
    """The rows of a table."""

    __slots__ = ()

    def __getitem__(self, place: Any) -> Any:
        """Return a row, or some."""
        return self.made()[place]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows."""
        return iter(self.made())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.made())
