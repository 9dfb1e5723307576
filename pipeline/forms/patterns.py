r"""Patterns of a form, matched in a time that no text can blow up.

In: a pattern in the part of ECMA 262 that JSON Schema recommends: characters, classes, groups, `|`, `* + ? {n,m}`,
`^`, `$`, `\d \w \s` and their opposites. Out: whether a text holds a match. Neither looking around nor references:
all the places that a part can end at are followed at once, so that nothing is ever tried twice.
Must not know schemas.
"""

from collections.abc import Callable, Iterator
from functools import cache

Places = frozenset[int]
Part = Callable[[str, Places], Places]
Test = Callable[[str], bool]

LONGEST_PATTERN, LONGEST_TEXT = 500, 1000
# Counted repeats inside counted repeats multiply; unbounded ones end by themselves.
_MOST_ROUNDS, _DEEPEST = 1000, 20
_NONE: Places = frozenset()
_SPECIAL = frozenset("*+?{}()[]|\\")
_CONTROL = {"n": "\n", "t": "\t", "r": "\r"}
_SETS: dict[str, Test] = {
    "d": lambda each: "0" <= each <= "9",
    "w": lambda each: each == "_" or (each.isascii() and each.isalnum()),
    "s": str.isspace,
}
_QUANTIFIERS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}


class PatternError(ValueError):
    """A pattern that is none, or that is written in what we do not take."""


def holds(pattern: str, text: str) -> bool:
    """Tell whether the text, of at most LONGEST_TEXT characters, holds a match; `$` is its very end.

    Raises PatternError.
    """
    return bool(read(pattern)(text, frozenset(range(len(text) + 1))))


def is_one(part: object) -> bool:
    """Tell whether this part of a form is a pattern that `holds` can read."""
    try:
        return isinstance(part, str) and bool(read(part))
    except PatternError:
        return False


@cache
def read(pattern: str) -> Part:
    """Return the pattern as a function from where a match may begin to where it can end. Raises PatternError."""
    if len(pattern) > LONGEST_PATTERN:
        raise PatternError
    reader = _Reader(pattern)
    whole, _ = reader.choice()
    if reader.peek():
        raise PatternError
    return whole


class _Reader:
    """Reads one pattern from left to right; beside each part stands how often counting alone may go through it."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def take(self, wanted: str = "") -> str:
        character = self.peek()
        if not character or (wanted and character != wanted):
            raise PatternError
        self._at += 1
        return character

    def choice(self, depth: int = 0) -> tuple[Part, int]:
        if depth > _DEEPEST:
            raise PatternError
        parts = [self._sequence(depth)]
        while self.peek() == "|":
            self.take()
            parts.append(self._sequence(depth))
        return _either([part for part, _ in parts]), max(rounds for _, rounds in parts)

    def _sequence(self, depth: int) -> tuple[Part, int]:
        parts: list[Part] = []
        most = 1
        while self.peek() not in ("", "|", ")"):
            part, rounds = self._one(depth)
            bounds = self._quantifier()
            if bounds is not None:
                rounds *= max(bounds[0], bounds[1] or 1)
                if rounds > _MOST_ROUNDS or part in (_begin, _end):
                    raise PatternError
                part = _repeat(part, *bounds)
            parts.append(part)
            most = max(most, rounds)
        return _in_turn(parts), most

    def _one(self, depth: int) -> tuple[Part, int]:
        character = self.take()
        if character == "(":
            if self.peek() == "?":
                self.take()
                self.take(":")
            found = self.choice(depth + 1)
            self.take(")")
            return found
        if character in "^$":
            return (_begin if character == "^" else _end), 1
        return _character(self._test(character)), 1

    def _test(self, character: str) -> Test:
        if character == "[":
            return self._class()
        if character == ".":
            return lambda each: each not in "\n\r\u2028\u2029"
        if character == "\\":
            found = self._escape()
            return _same(found) if isinstance(found, str) else found
        if character in _SPECIAL:
            raise PatternError
        return _same(character)

    def _escape(self) -> str | Test:
        character = self.take()
        if character.lower() in _SETS:
            test = _SETS[character.lower()]
            return test if character.islower() else lambda each: not test(each)
        if character == "u":
            digits = "".join(self.take() for _ in range(4))
            try:
                return chr(int(digits, 16))
            except ValueError:
                raise PatternError from None
        if character.isascii() and character.isalnum() and character not in _CONTROL:
            raise PatternError
        return _CONTROL.get(character, character)

    def _class(self) -> Test:
        opposite = self.peek() == "^"
        if opposite:
            self.take()
        tests = tuple(self._members())
        self.take("]")
        if not tests:
            raise PatternError
        return lambda each: any(test(each) for test in tests) is not opposite

    def _members(self) -> Iterator[Test]:
        while self.peek() != "]":
            first = self._member()
            if self.peek() != "-" or self._pattern[self._at + 1 : self._at + 2] == "]":
                yield _same(first) if isinstance(first, str) else first
                continue
            self.take()
            last = self._member()
            if not isinstance(first, str) or not isinstance(last, str) or first > last:
                raise PatternError
            yield _between(first, last)

    def _member(self) -> str | Test:
        character = self.take()
        return self._escape() if character == "\\" else character

    def _quantifier(self) -> tuple[int, int | None] | None:
        character = self.peek()
        if character in _QUANTIFIERS:
            self.take()
            bounds = _QUANTIFIERS[character]
        elif character == "{":
            self.take()
            bounds = self._counts()
        else:
            return None
        if self.peek() == "?":  # fewest first: where a match can end is the same
            self.take()
        return bounds

    def _counts(self) -> tuple[int, int | None]:
        end = self._pattern.find("}", self._at)
        least, comma, most = self._pattern[self._at : max(end, self._at)].partition(",")
        self._at = end + 1
        try:
            bounds = int(least), int(most) if most else None if comma else int(least)
        except ValueError:
            raise PatternError from None
        if bounds[1] is not None and bounds[1] < bounds[0]:
            raise PatternError
        return bounds


def _same(wanted: str) -> Test:
    return lambda each: each == wanted


def _between(first: str, last: str) -> Test:
    return lambda each: first <= each <= last


def _begin(text: str, places: Places) -> Places:
    del text
    return places & {0}


def _end(text: str, places: Places) -> Places:
    return places & {len(text)}


def _character(test: Test) -> Part:
    return lambda text, places: frozenset(at + 1 for at in places if at < len(text) and test(text[at]))


def _in_turn(parts: list[Part]) -> Part:
    def match(text: str, places: Places) -> Places:
        for part in parts:
            if not places:
                return _NONE
            places = part(text, places)
        return places

    return match


def _either(parts: list[Part]) -> Part:
    if len(parts) == 1:
        return parts[0]
    return lambda text, places: _NONE.union(*(part(text, places) for part in parts))


def _repeat(part: Part, least: int, most: int | None) -> Part:
    def match(text: str, places: Places) -> Places:
        for _ in range(least):
            places = part(text, places)
        seen, rounds = places, least
        while places and (most is None or rounds < most):
            places = part(text, places) - seen
            seen, rounds = seen | places, rounds + 1
        return seen

    return match
