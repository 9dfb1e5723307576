"""Boxes on paper → which of them are ticked.

In: what stands in the cell, the choices. Out: the ticked choices, and why that is doubtful. Boxes may stand before or
behind their words; a tick may stand in the box, for the box, or beside the words; the other words may be struck out; a
choice may stand alone. Must not know fields.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.intake.characters import narrow
from pipeline.intake.labels import squeezed
from pipeline.intake.word.pieces import STRUCK, UNSTRUCK

_TICKED = "☑☒▣✅🗹■●◆◉⦿⬛🔘⊙"
_OPEN = "□☐○◇▢⬜◯〇▫❑❒口囗⭘⚪¨£"
_PURE = "√✓✔þýüR"
_CROSSES = "×✗✘✕"
_BRACKETED = re.compile(r"[(\[【〔]\s*([^\s()\[\]【】〔〕]?)\s*[)\]】〕]")
_BRACKETS = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")
_NO_TICK, _SEVERAL, _AMONG = "没有勾选", "勾选不止一项", "勾画的位置不明"
# A text that is longer is no row of boxes.
_LONGEST = 2_000
_BETWEEN = f" {STRUCK}{UNSTRUCK}"
_YES, _NO = ("是", "有", "具备", "具有"), ("否", "无", "没有", "不是", "不具备", "不具有")


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice: its words as printed, and every way to write it."""

    shown: str
    spelt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picked:
    """The places of the ticked choices, and why that is doubtful; `is_known` is false where no choice is named."""

    places: tuple[int, ...] = ()
    doubt: str = ""
    is_known: bool = True


@dataclass(slots=True)
class _Token:
    """A choice (`place`) or a mark (`mark`: a box, a tick, a cross)."""

    begins: int
    ends: int
    place: int = -1
    mark: str = ""
    is_struck: bool = False

    @property
    def is_ticked(self) -> bool:
        return self.mark in ("ticked", "pure")


def choices(shown: Sequence[str], values: Sequence[str]) -> tuple[Choice, ...]:
    """Return the choices with the ways to write each; 有 and 无 are other words for 是 and 否."""
    found = []
    for words, value in zip(shown, values, strict=True):
        spelt = [words, value, _BRACKETS.sub("", narrow(words)), re.split(r"[:(—]", narrow(words))[0]]
        if set(values) == {"是", "否"}:
            spelt += _YES if value == "是" else _NO
        keys = (narrow(each).strip() for each in spelt)
        found.append(Choice(words, tuple(dict.fromkeys(each for each in keys if each))))
    return tuple(found)


def pick(known: Sequence[Choice], text: str, *, several: bool) -> Picked:
    """Return what is ticked; `several`: whether more than one may be."""
    if len(text) > _LONGEST:
        return Picked(is_known=False)
    tokens = list(_tokens(known, narrow(text).replace(UNSTRUCK + STRUCK, "")))
    named = [each for each in tokens if each.place >= 0]
    if not named:
        return Picked(is_known=False)
    marks = [each for each in tokens if each.mark]
    if any(each.is_ticked for each in marks) or any(each.mark == "open" for each in marks):
        return _judged(*_by_marks(tokens), several=several)
    if marks:
        places, _ = _by_marks([_as_tick(each) for each in tokens])
        return Picked(places, _AMONG)
    return _by_words(named, len(known), several=several)


def _as_tick(token: _Token) -> _Token:
    return _Token(token.begins, token.ends, token.place, "pure" if token.mark else "", token.is_struck)


def _judged(places: tuple[int, ...], doubt: str, *, several: bool) -> Picked:
    if not places:
        return Picked((), _NO_TICK)
    return Picked(places, doubt or (_SEVERAL if len(places) > 1 and not several else ""))


def _by_words(named: Sequence[_Token], most: int, *, several: bool) -> Picked:
    """Return the choices that stand there without any mark: the only one, or those that are not struck out."""
    kept = tuple(dict.fromkeys(each.place for each in named if not each.is_struck))
    if not kept:
        return Picked((), _NO_TICK)
    if len(kept) == 1 or (several and len(kept) < most):
        return Picked(kept)
    return Picked((), _NO_TICK)


def _tokens(known: Sequence[Choice], text: str) -> Iterator[_Token]:
    spelt = sorted(
        ((each, place) for place, one in enumerate(known) for each in one.spelt), key=lambda pair: -len(pair[0])
    )
    at, struck = 0, False
    while at < len(text):
        token = _bracketed(text, at) or _word(spelt, text, at) or _mark(text, at)
        if text[at] in (STRUCK, UNSTRUCK):
            struck = text[at] == STRUCK
        if token is not None:
            token.is_struck = struck
            yield token
        at = token.ends if token else at + 1


def _bracketed(text: str, at: int) -> _Token | None:
    match = _BRACKETED.match(text, at)
    if match is None:
        return None
    kind = _kind(match[1], alone=True) if match[1] else "open"
    return _Token(at, match.end(), mark="ticked" if kind == "pure" else kind) if kind else None


def _word(spelt: Sequence[tuple[str, int]], text: str, at: int) -> _Token | None:
    for word, place in spelt:
        end = _reach(word, text, at)
        if (
            end
            and not (_is_latin(word[0]) and at and _is_latin(text[at - 1]))
            and not (_is_latin(word[-1]) and end < len(text) and _is_latin(text[end]))
        ):
            return _Token(at, end, place)
    return None


def _reach(word: str, text: str, at: int) -> int:
    """Return where the word ends that begins here, whatever blanks are between its characters; 0 where it does not."""
    for number, each in enumerate(word):
        while number and at < len(text) and text[at] in _BETWEEN and each != " ":
            at += 1
        if at >= len(text) or text[at].casefold() != each.casefold():
            return 0
        at += 1
    return at


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _mark(text: str, at: int) -> _Token | None:
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    kind = _kind(text[at], alone=not any(map(_is_latin, around)))
    return _Token(at, at + 1, mark=kind) if kind else None


def _kind(character: str, *, alone: bool) -> str:
    if character in _TICKED:
        return "ticked"
    if character in _OPEN:
        return "open"
    if character in _CROSSES:
        return "cross"
    return "pure" if character in _PURE and (alone or not character.isascii()) else ""


def _by_marks(tokens: Sequence[_Token]) -> tuple[tuple[int, ...], str]:
    """Return the choices whose mark is a tick: each box belongs to one choice, a tick to the choice it stands by."""
    named = [each for each in tokens if each.place >= 0]
    boxes = [each for each in tokens if each.mark in ("open", "ticked")]
    if len(boxes) >= len(named):
        before = tokens.index(boxes[0]) < tokens.index(named[0])
        loose = [each for each in tokens if each.mark == "pure"]
        ticked = [each for each in boxes if each.is_ticked]
        marks = [(each, before) for each in (*ticked, *loose)]
        doubt = ""
        owners = [_owner(named, each, before=_side(named, boxes, each, before=before)) for each, _ in marks]
    else:
        pairs = [each for each in tokens if each.mark and each.mark != "cross"]
        before, doubt = _which_side(named, pairs)
        owners = [_owner(named, each, before=before) for each in pairs if each.is_ticked]
    return tuple(dict.fromkeys(sorted(each.place for each in owners if each is not None))), doubt


def _side(named: Sequence[_Token], boxes: Sequence[_Token], mark: _Token, *, before: bool) -> bool:
    """Tell whether the mark belongs to the choice behind it; a tick between a choice and the next box does not."""
    if mark.mark != "pure":
        return before
    last_box = max((each.begins for each in boxes if each.begins < mark.begins), default=-1)
    last_named = max((each.begins for each in named if each.begins < mark.begins), default=-1)
    if last_named < 0:
        return True
    return last_box > last_named if before else False


def _which_side(named: Sequence[_Token], marks: Sequence[_Token]) -> tuple[bool, str]:
    """Return whether marks stand before their choices, and a doubt where they stand as near to one as to the other."""
    first, last = marks[0].begins < named[0].begins, marks[-1].begins > named[-1].begins
    if first != last:
        return first, ""
    ahead = sum(_distance(each, _owner(named, each, before=True)) for each in marks)
    behind = sum(_distance(each, _owner(named, each, before=False)) for each in marks)
    return ahead < behind, _AMONG if ahead == behind else ""


def _distance(mark: _Token, owner: _Token | None) -> int:
    if owner is None:
        return 1_000
    return owner.begins - mark.ends if owner.begins >= mark.ends else mark.begins - owner.ends


def _owner(named: Sequence[_Token], mark: _Token, *, before: bool) -> _Token | None:
    """Return the next choice behind the mark, or the last one ahead of it."""
    if before:
        return next((each for each in named if each.begins >= mark.ends), None)
    return next((each for each in reversed(named) if each.ends <= mark.begins), None)


def words(known: Sequence[Choice]) -> frozenset[str]:
    """Return every way to write any of the choices, squeezed."""
    return frozenset(squeezed(each) for one in known for each in one.spelt)


def is_of_choices(known: Sequence[Choice], text: str) -> bool:
    """Tell whether nothing stands in a text but choices and marks."""
    if len(text) > _LONGEST:
        return False
    plain = narrow(text)
    left, at = [], 0
    for each in _tokens(known, plain):
        left.append(plain[at : each.begins])
        at = each.ends
    left.append(plain[at:])
    return not squeezed("".join(left).replace(STRUCK, "").replace(UNSTRUCK, ""))
