"""Columns of long lists, written small: a value that comes again is written once, numbers as steps.

In: a text for each line. Out: data that become JSON and that the finder's script reads. Every text stays plain text.
"""

import re
from collections.abc import Iterable, Sequence
from string import ascii_letters

# Letters alone: digits in a row might be taken for somebody's number.
_LETTERS = ascii_letters
_NUMBERED = re.compile(r"(.*?)([0-9]{1,9})([^0-9]*)", re.DOTALL)

Written = dict[str, object]
Pattern = tuple[str, int, str]


def texts(values: Sequence[str]) -> Written:
    """Return the column as its different values (`v`) and which of them each line has (`c`).

    Where most values are different, `v` has one a line and there is no `c`.
    """
    different = tuple(dict.fromkeys(values))
    if len(different) * 2 > len(values):
        return {"v": tuple(values)}
    return {"v": different, "c": codes(values, different)}


def numbers(values: Sequence[str]) -> Written:
    """Return the column as patterns (`p`), the pattern of each line (`c`) and the steps of their numbers (`d`).

    A pattern is what stands before the last number, how many digits that has (0: there is none), what follows.
    """
    read = tuple(map(_read, values))
    patterns = tuple(dict.fromkeys(pattern for pattern, _ in read))
    last = dict.fromkeys(patterns, 0)
    steps = []
    for pattern, number in read:
        steps.append(number - last[pattern])
        last[pattern] = number
    return {"p": patterns, "c": codes([pattern for pattern, _ in read], patterns), "d": tuple(steps)}


def codes(values: Iterable[object], different: Sequence[object]) -> str:
    """Return the place of each value among the different ones, as letters; each has as many as the greatest needs."""
    width = next(size for size in range(1, 9) if len(_LETTERS) ** size >= len(different))
    written = {value: _letters(place, width) for place, value in enumerate(different)}
    return "".join(map(written.__getitem__, values))


def _letters(place: int, width: int) -> str:
    base = len(_LETTERS)
    return "".join(_LETTERS[place // base**power % base] for power in reversed(range(width)))


def _read(value: str) -> tuple[Pattern, int]:
    found = _NUMBERED.fullmatch(value)
    if found is None:
        return (value, 0, ""), 0
    before, digits, after = found.groups()
    return (before, len(digits), after), int(digits)
