"""What the site says openly: which of many texts stand in what it shows anyway.

In: the open lines, and texts that nobody should find elsewhere. Out: those that are open. Each side is read once, so
that ten times the candidates cost ten times the time.
"""

from collections.abc import Iterable
from typing import NamedTuple

_GRAM = 3


class Openly(NamedTuple):
    """The texts that stand in a line: `anywhere`, or `alone`, that is not as a part of a longer word."""

    anywhere: set[str]
    alone: set[str]


def said_openly(lines: Iterable[str], texts: Iterable[str]) -> Openly:
    """Return which of the texts the lines say, whatever the case; the lines are folded, no text holds a line end."""
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415  # a check opens candidates, and needs no search

    lines = tuple(lines)
    grams = {line[at : at + _GRAM] for line in lines for at in range(len(line) - _GRAM + 1)}
    asked = [(text, folded) for text in texts if _may_stand(folded := text.casefold(), grams)]
    found = Openly(set(), set())
    if asked:
        search = AhoCorasick([folded for _, folded in asked], matchkind=MatchKind.Standard)
        for line in lines:
            for index, start, end in search.find_matches_as_indexes(line, overlapping=True):
                found.anywhere.add(asked[index][0])
                if not (_is_word(line[start - 1 : start]) or _is_word(line[end : end + 1])):
                    found.alone.add(asked[index][0])
    return found


def _may_stand(text: str, grams: set[str]) -> bool:
    """Tell whether all parts of the text stand somewhere; the last is looked at first, for numbers differ there."""
    if len(text) < _GRAM:
        return True
    if text[-_GRAM:] not in grams:
        return False
    return all([text[at : at + _GRAM] in grams for at in range(len(text) - _GRAM)])


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
