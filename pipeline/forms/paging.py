"""Rows of a table fall on pages of A4.

In: heights in millimetres, which rows keep together. Out: pages. Must not know what stands in the rows.
"""

from collections.abc import Iterator, Sequence

HIGHEST = 250.0
"""What a page of A4 holds, in mm: margins of 15 mm, and on the first page the title and the mark 附件."""


def pages(heights: Sequence[float], ties: Sequence[int], begins: Sequence[bool]) -> tuple[tuple[int, int], ...]:
    """Return (first row, row after the last) of each page; a page is filled before the next begins.

    `ties`: how many rows below a row stand on its page. `begins`: the rows that begin a page whatever is above them.
    """
    starts: list[int] = []
    filled = 0.0
    for first, after in blocks(ties):
        height = sum(heights[first:after])
        if not starts or begins[first] or filled + height > HIGHEST:
            starts.append(first)
            filled = 0.0
        filled += height
    return tuple(zip(starts, (*starts[1:], len(heights)), strict=True))


def blocks(ties: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the rows that no page may part, as (first, after the last)."""
    first = 0
    while first < len(ties):
        after, row = first + 1, first
        while row < after:
            after = min(max(after, row + 1 + ties[row]), len(ties))
            row += 1
        yield first, after
        first = after
