"""What the site says openly: which of many texts stand in what it shows anyway.

In: the open lines, and texts that nobody should find elsewhere. Out: those that are open. Each side is read once, so
that ten times the candidates cost ten times the time.
"""

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

_GRAM = 3


class Openly:
    """The texts of `texts` that stand in `lines`; all are folded by case, and no text holds a line end."""

    def __init__(self, lines: Iterable[str], texts: Iterable[str]) -> None:
        lines = tuple(lines)
        grams = {line[at : at + _GRAM] for line in lines for at in range(len(line) - _GRAM + 1)}
        asked = tuple(text for text in texts if _may_stand(text, grams))
        self._anywhere: set[str] = set()
        self._alone: set[str] = set()
        if asked:
            self._look(lines, asked)

    def _look(self, lines: tuple[str, ...], asked: tuple[str, ...]) -> None:
        search = AhoCorasick(asked, matchkind=MatchKind.Standard)
        for line in lines:
            for index, start, end in search.find_matches_as_indexes(line, overlapping=True):
                self._anywhere.add(asked[index])
                if not (_is_word(line[start - 1 : start]) or _is_word(line[end : end + 1])):
                    self._alone.add(asked[index])

    def says(self, text: str, alone: bool) -> bool:
        """Tell whether the text stands in a line, under `alone` not as a part of a longer word."""
        return text in (self._alone if alone else self._anywhere)


def _may_stand(text: str, grams: set[str]) -> bool:
    """Tell whether all parts of the text stand somewhere; the last is looked at first, for numbers differ there."""
    if len(text) < _GRAM:
        return True
    if text[-_GRAM:] not in grams:
        return False
    return all([text[at : at + _GRAM] in grams for at in range(len(text) - _GRAM)])


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
