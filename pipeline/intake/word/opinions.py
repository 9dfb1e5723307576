"""What stands in an opinion's cell → its text, who signed, and when.

In: the cell's text, what the form prints there. Out: the parts, and what belongs to none. Stamps, the words to sign by
and a blank date are no part of it. Must not know where the cell is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.intake.word import choices
from pipeline.intake.word.opinion_patterns import (
    ALONE,
    BOX,
    CONCLUDED,
    DATED,
    DAY,
    EITHER,
    HAN,
    IS_SAID,
    IS_WHO,
    NAME_ENDS,
    NO_DAY,
    PREPARED,
    SIGNED,
    STAMP,
    TO_SIGN,
)
from pipeline.intake.word.pieces import trimmed

_BOXED = choices.choices(("同意", "不同意"), ("同意", "不同意"))
# An opinion has 500 characters; a text that is far longer is not searched for its parts.
_LONGEST = 4_000
_BARE = "签名前没有“签字”字样"


@dataclass(frozen=True, slots=True)
class Opinion:
    """The parts of an opinion, each empty where it is not there; `doubt`: why they are not sure."""

    conclusion: str = ""
    text: str = ""
    person: str = ""
    day: str = ""
    doubt: str = ""

    def parts(self) -> Iterator[tuple[str, str]]:
        """Yield (name of the part, text) of what is there."""
        said = (("结论", self.conclusion), ("意见", self.text), ("负责人", self.person), ("日期", self.day))
        yield from ((name, text) for name, text in said if text)


def opinion(cell: str, printed: Sequence[str] = ()) -> Opinion:
    """Return the parts of what stands in an opinion's cell; `printed`: what the form itself has there."""
    if len(cell) > _LONGEST:
        return Opinion(text=trimmed(cell))
    text = EITHER.sub("", _without(trimmed(cell), printed))
    conclusion, text = _concluded(text)
    dated, day = _dated(text)
    words, person, doubt = _signed(NO_DAY.sub("\t", dated), is_dated=bool(day))
    words = STAMP.sub("\n", words)
    lines = [each.strip(" \u3000\t_＿:：") for each in words.split("\n")]
    said = "\n".join(each for each in lines if each and not DATED.fullmatch(f"{each}:"))
    return Opinion(
        conclusion, PREPARED.sub("", said, count=1) if PREPARED.match(said) else said, person, day, doubt=doubt
    )


def is_signature(text: str) -> bool:
    """Tell whether a text is the line to sign of an opinion: it begins with words for that."""
    bare = text.strip()
    return any(each.match(bare) for each in (TO_SIGN, STAMP, DATED, NO_DAY)) or bool(DAY.fullmatch(bare))


def _without(text: str, printed: Sequence[str]) -> str:
    for each in filter(None, (one.strip() for one in printed)):
        pattern = r"[ \u3000\n]*".join(re.escape(one) for one in each if not one.isspace())
        text = re.sub(pattern, "", text, count=1)
    return text


def _concluded(text: str) -> tuple[str, str]:
    """Return the conclusion that is written or ticked, and the text without it."""
    said = CONCLUDED.search(text)
    if said:
        return said[1], text[: said.start()] + text[said.end() :]
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if BOX.search(line) and "不同意" in line.replace(" ", "") and line.replace(" ", "").count("同意") > 1:
            picked = choices.pick(_BOXED, line, several=False)
            if choices.is_of_choices(_BOXED, line):
                rest = "\n".join([*lines[:number], *lines[number + 1 :]])
                return (_BOXED[picked.places[0]].shown if len(picked.places) == 1 else ""), rest
    return "", text


def _dated(text: str) -> tuple[str, str]:
    """Return the text without the date of the signature, and the date: the last one that ends its line."""
    for match in reversed(list(DAY.finditer(text))):
        line_end = text.find("\n", match.end())
        after = text[match.end() : line_end if line_end >= 0 else len(text)]
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if after.strip(" \u3000\t_＿()（）日") or not _stands_alone(before):
            continue
        kept = DATED.sub("", before) if DATED.search(before) else before
        start = match.start() - len(before)
        return f"{text[:start]}{kept}\t{text[match.end() :]}", match[0].strip().replace("\t", "")
    return DATED.sub("", text), ""


def _stands_alone(before: str) -> bool:
    """Tell whether what stands ahead of a date on its line leaves it the date of a signature."""
    return not before.strip() or before[-1] in " \u3000\t:：）)_＿" or bool(TO_SIGN.search(before))


def _signed(text: str, *, is_dated: bool) -> tuple[str, str, str]:
    """Return the text without the line to sign, the name there, and a doubt."""
    match = None
    for each in TO_SIGN.finditer(text):
        match = each
        if _name(text[each.end() :])[0]:
            break
    if match is not None:
        name, after = _name(text[match.end() :])
        return text[: match.start()] + "\n" + TO_SIGN.sub("", after), name, ""
    signed = next((each for each in SIGNED.finditer(text) if not IS_WHO.fullmatch(each["name"])), None)
    if signed:
        return text[: signed.start()] + "\n" + text[signed.end() :], signed["name"], ""
    alone = ALONE.search(STAMP.sub("", text).rstrip(" \u3000\t\n_＿")) if is_dated else None
    if alone is None or IS_SAID.search(alone[1]):
        return text, "", ""
    before, _, after = text.rpartition(alone[1])
    return before + after, alone[1], _BARE


def _name(text: str) -> tuple[str, str]:
    """Return the name that a text begins with, and what follows it; a line may be left before it."""
    begin = len(text) - len(text.lstrip(" \u3000\t_＿"))
    if text[begin : begin + 1] == "\n":
        begin += 1 + len(text[begin + 1 :]) - len(text[begin + 1 :].lstrip(" \u3000\t_＿"))
    line = text[begin:].split("\n", 1)[0]
    end = NAME_ENDS.search(line)
    first = line[: end.start()] if end else line
    if end and len(first) == 1 and re.match(rf"[ \u3000]+[{HAN}]{{1,2}}(?![{HAN}])", line[end.start() :]):
        second = line[end.start() :].lstrip(" \u3000")
        rest = re.match(rf"[{HAN}]{{1,2}}", second)
        first = line[: len(line) - len(second) + (rest.end() if rest else 0)]
    name = first.strip(" \u3000\t_＿")
    if not name or len(name) > 20 or any(each.isdigit() for each in name):  # noqa: PLR2004
        return "", text
    return name, text[begin + len(first) :]
