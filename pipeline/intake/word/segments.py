"""A text in which names of fields stand before their values (姓名：王示例) → the pieces.

In: a text, a vocabulary. Out: what stood before the first name, and each name with what follows it. Must not know
tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pipeline.intake.characters import narrow
from pipeline.intake.word.vocabulary import Match, Rank, Vocabulary
from pipeline.intake.word.words import COUNTED

_COLON = re.compile(r":(?!//)(?<!\d:(?=\d))")
_EDGE = re.compile(r"[\s,，、;；。|｜/)）\]】]")
_GAP = re.compile(r"\t+[ \u3000\t]*|[ \u3000]{2,}")
_RULE = r"[ \u3000\t_＿﹍]"
# Where a name without a colon may end: at blanks or a rule to write on, or behind a hint in brackets.
_BARE_END = re.compile(rf"{_RULE}+|(?<=[)）]){_RULE}*")
_BLANKS = re.compile(rf"{_RULE}+")
_NAMED = re.compile(rf"[【〖\[]([^【】〖〗\[\]]{{2,30}})[】〗\]]{_RULE}*[:：]?")
_COLONS = str.maketrans("∶︰﹕ː", "::::")
_UNKNOWN = re.compile(r"[\u3400-\u9fff（）()/、 \u3000]{2,14}")
_LONGEST, _LONGEST_BARE, _LONGEST_UNKNOWN, _LONGEST_LINE, _MOST = 40, 30, 14, 500, 400
# What goes on for longer is no form: its names are not looked for.
_LONGEST_TEXT = 40_000


@dataclass(frozen=True, slots=True)
class Segment:
    """A name, what it names (None where that is nobody's), what follows it, and where that begins in the text."""

    label: str
    match: Match | None
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class _Mark:
    begins: int
    ends: int
    match: Match | None


def segments(known: Vocabulary, text: str) -> tuple[str, tuple[Segment, ...]]:
    """Return (what stands before the first name, the names and what follows each)."""
    marks = _marks(known, text)
    if not marks:
        return text, ()
    ends = [each.begins for each in marks[1:]] + [len(text)]
    found = tuple(
        Segment(
            text[mark.begins : mark.ends].strip(" \u3000\t\n:："), mark.match, _value(text, mark.ends, end), mark.ends
        )
        for mark, end in zip(marks, ends, strict=True)
    )
    return text[: marks[0].begins], found


def _value(text: str, start: int, end: int) -> str:
    """Return what stands between two names, without the mark that parts it from the next one on its line."""
    value = text[start:end]
    return value if end == len(text) or value.endswith("\n") else value.rstrip(" \u3000\t,，;；、|｜")


def _marks(known: Vocabulary, text: str) -> list[_Mark]:
    marks: list[_Mark] = []
    at = 0
    for line in text.split("\n"):
        is_long = bool(marks) and _is_long(known, marks[-1].match)
        for each in _in_line(known, line, is_long=is_long):
            marks.append(_Mark(each.begins + at, each.ends + at, each.match))
        at += len(line) + 1
        if len(marks) > _MOST or at > _LONGEST_TEXT:
            break
    return marks


def _is_long(known: Vocabulary, match: Match | None) -> bool:
    """Tell whether the named field takes a text of many lines, in which names may occur by chance."""
    field = known.form.field(match.field) if match else None
    return field is not None and (bool(field.schema.get("x-lines")) or field.is_opinion or field.type == "array")


def _in_line(known: Vocabulary, line: str, *, is_long: bool) -> list[_Mark]:
    whole = known.sure(line.rstrip(" \u3000:："))
    if whole is not None and (not is_long or _ends_text(whole) or COUNTED.match(line)):
        return [_Mark(0, len(line), whole)]
    marks = list(_by_brackets(known, line)) or list(_by_colons(known, line, is_long=is_long))
    if not is_long and len(line) <= _LONGEST_LINE:
        first = marks[0].begins if marks else len(line)
        marks[:0] = _by_gaps(known, line[:first])
    return marks


def _by_brackets(known: Vocabulary, line: str) -> Iterator[_Mark]:
    """Yield the names that stand in heavy brackets, as 【姓名】."""
    for each in _NAMED.finditer(line):
        match = known.sure(each[1])
        if match is not None and match.rank <= Rank.OTHER:
            yield _Mark(each.start(), each.end(), match)


def _ends_text(match: Match | None) -> bool:
    """Tell whether a name ends a long text: only one of the form's own does."""
    return match is not None and bool(match.named) and match.rank <= Rank.OTHER


def _by_colons(known: Vocabulary, line: str, *, is_long: bool) -> Iterator[_Mark]:
    plain = narrow(line.translate(_COLONS))
    done = 0
    for colon in islice(_COLON.finditer(plain), _MOST):
        end = colon.start()
        begins, match = _named(known, line, max(done, end - _LONGEST), end)
        if match is None and not is_long:
            begins = _unknown(line, done, end)
            match = known.match(line[begins:end]) if begins >= 0 else None
        inside = begins > len(line) - len(line.lstrip()) or not _ends_text(match)
        if begins < 0 or (is_long and inside):
            continue
        yield _Mark(begins, end + 1, match)
        done = end + 1
        is_long = _is_long(known, match)


def _named(known: Vocabulary, line: str, start: int, end: int) -> tuple[int, Match | None]:
    """Return where the surest and longest name that ends here begins, and what it names; -1 for none."""
    if not line[start:end].strip():
        return -1, None
    best: tuple[int, Match | None] = (-1, None)
    for begins in range(start, end):
        if line[begins].isspace() or (begins > start and not _EDGE.match(line[begins - 1])):
            continue
        match = known.sure(line[begins:end])
        if match is not None and (best[1] is None or match.rank < best[1].rank):
            best = begins, match
    return best


def _unknown(line: str, start: int, end: int) -> int:
    """Return where a name that is none of ours begins, at the start or after a gap; -1 where there is none."""
    # A name is short, and two characters show a gap before it: the line may be very long.
    near = max(start, end - _LONGEST_UNKNOWN - 2)
    gaps = [each.end() for each in _GAP.finditer(line, near, end)]
    begins = gaps[-1] if gaps else start if near == start and not line[:start].strip() else -1
    if begins < 0 or not _UNKNOWN.fullmatch(line, begins, end):
        return -1
    return begins


def _by_gaps(known: Vocabulary, line: str) -> Iterator[_Mark]:
    """Yield the names that have no colon, but a gap before and blanks behind them."""
    starts = dict.fromkeys((len(line) - len(line.lstrip()), *(each.end() for each in _BLANKS.finditer(line))))
    done = 0
    for start in starts:
        if start < done:
            continue
        for blank in reversed(list(_BARE_END.finditer(line, start + 1, start + _LONGEST_BARE))):
            match = known.sure(line[start : blank.start()])
            if match is not None and match.rank <= Rank.OTHER and line[blank.end() :].strip(" \u3000\t_＿﹍"):
                yield _Mark(start, blank.end(), match)
                done = blank.end()
                break
