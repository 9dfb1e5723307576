"""Long lists in pages of 200.

In: rows, and how a page's number becomes an address. Out: the rows of each page and the way between the pages.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

PER_PAGE = 200
_AROUND = 2

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a list as a link; `after_gap` where pages before it are left out."""

    number: int
    path: str
    after_gap: bool


@dataclass(frozen=True, slots=True)
class Pager:
    """Where one stands in a list of several pages; `previous` and `following` are empty at the ends."""

    number: int
    last: int
    previous: str
    following: str
    steps: tuple[Step, ...]


def paged(rows: tuple[Row, ...], address: Callable[[int], str]) -> Iterator[tuple[tuple[Row, ...], Pager]]:
    """Yield each page's rows and pager; a list without rows is one empty page."""
    last = max(1, -(-len(rows) // PER_PAGE))
    for number in range(1, last + 1):
        yield rows[(number - 1) * PER_PAGE : number * PER_PAGE], _pager(number, last, address)


def _pager(number: int, last: int, address: Callable[[int], str]) -> Pager:
    near = range(max(1, number - _AROUND), min(last, number + _AROUND) + 1)
    shown = sorted({1, last, *near})
    return Pager(
        number=number,
        last=last,
        previous=address(number - 1) if number > 1 else "",
        following=address(number + 1) if number < last else "",
        steps=tuple(
            Step(each, address(each), after_gap=before + 1 < each)
            for before, each in zip([0, *shown], shown, strict=False)
        ),
    )
