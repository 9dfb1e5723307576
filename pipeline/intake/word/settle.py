"""Claims → reads: which heading counts, what a text says for its field, and how sure that is.

In: a desk. Out: reads and leftovers. A heading that is only likely counts where there is no better one; a second value
that differs makes both doubtful. Must not know tables.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.forms import Field
from pipeline.intake.labels import Part, squeezed
from pipeline.intake.tidy import tidy
from pipeline.intake.types import Certainty, Read
from pipeline.intake.word import choices
from pipeline.intake.word.findings import Claim, Desk, Row
from pipeline.intake.word.opinions import opinion
from pipeline.intake.word.pieces import trimmed
from pipeline.intake.word.regions import options_of
from pipeline.intake.word.vocabulary import Rank
from pipeline.intake.word.words import is_hint
from pipeline.paper.word_control import CONTINUED

_LIKELY = "栏目名称与推荐表不同，按相近的认"
_EITHER = "栏目名称可以指几栏，按内容认"
_JOINED = "几栏合写在一格里"
_DIFFER = "几处写得不同"
_NO_CHOICE = "写的不是表上的选项"
_LINES = "没有表头，按分隔认出各列"
_JOINTS = (re.compile(r"\s*[/／\n]\s*"), re.compile(r"\s*[、，,；;|｜]\s*"), re.compile(r"\t+|[ \u3000]+"))
_IN_LINES = re.compile(r"[｜|\t]+|[ \u3000]{2,}")


@dataclass(frozen=True, slots=True)
class _Said:
    """One value for one part of a field, as a claim has it."""

    read: Read
    rank: Rank
    is_listed: bool
    label: str


def settle(desk: Desk) -> tuple[tuple[Read, ...], tuple[tuple[str, str], ...]]:
    """Return (reads in the order of the form, what no field took)."""
    left: list[tuple[str, str]] = []
    reads: list[Read] = []
    said: dict[tuple[str, Part], list[_Said]] = {}
    for claim in desk.claims:
        for each in _said(desk, claim):
            said.setdefault((each.read.field, each.read.part), []).append(each)
    for field in desk.form.fields:
        reads += _rows(field, desk.rows)
    for found in said.values():
        reads += _weighed(found, left)
    return tuple(reads), (*desk.left, *left)


def _weighed(found: Sequence[_Said], left: list[tuple[str, str]]) -> Iterator[Read]:
    """Yield what counts of the values for one part; the others are left."""
    best = [each for each in found if each.rank <= Rank.AMONG] or found
    filled = [each for each in best if squeezed(each.read.text) or each.read.remark]
    left += [
        (each.read.text, f"{each.read.where} {each.label}") for each in found if each not in best and each.read.text
    ]
    if not filled:
        return
    filled.sort(key=lambda each: (not each.read.text, each.is_listed))
    first = filled[0]
    others = [each for each in filled[1:] if each.read.text and each.read.text.split() != first.read.text.split()]
    listed = [each for each in others if each.is_listed and not first.is_listed]
    left += [(each.read.text, f"{each.read.where} {each.label}") for each in listed]
    others = [each for each in others if each not in listed]
    if not others:
        yield first.read
        return
    for each in (first, *others):
        yield replace(each.read, certainty=Certainty.DOUBTFUL, remark=each.read.remark or _DIFFER)


def _said(desk: Desk, claim: Claim) -> Iterator[_Said]:
    text = trimmed(claim.text)
    if "".join(text.split()) == CONTINUED:
        return
    doubt = claim.doubt or (_LIKELY if not claim.match.is_sure else "")
    for name, part, piece, why in _pieces(desk, claim, text):
        field = desk.form.field(name)
        if field is None:
            yield from _association(claim, name, text)
            continue
        for more, value, unsure in _values(desk, field, part, piece if part or not field.is_opinion else claim.text):
            remark = "；".join(dict.fromkeys(filter(None, (doubt, why, unsure))))
            certainty = Certainty.DOUBTFUL if remark else Certainty.BY_LABEL
            read = Read(name, value, claim.where, certainty, part + more, remark)
            yield _Said(read, claim.match.rank, claim.is_listed, claim.label)


def _association(claim: Claim, name: str, text: str) -> Iterator[_Said]:
    read = Read(name, text, claim.where, Certainty.BY_LABEL if claim.match.is_sure else Certainty.DOUBTFUL)
    yield _Said(read, claim.match.rank, claim.is_listed, claim.label)


def _pieces(desk: Desk, claim: Claim, text: str) -> Iterator[tuple[str, Part, str, str]]:
    """Yield (field, part, text, doubt) for each field that a heading names."""
    named = claim.match.named
    if len(named) == 1:
        yield from ((*each, text, "") for each in named if each)
    elif claim.match.joined:
        pieces = _parted(text, len(named))
        for each, piece in zip(named, pieces, strict=True):
            if each and piece:
                yield (*each, piece, _JOINED)
            elif piece:
                desk.left.append((piece, f"{claim.where} {claim.label}"))
    elif squeezed(text):
        fitting = [each for each in named if each and _fits(desk, each[0], text)]
        fitting.sort(key=lambda each: not options_of(desk, each[0]))
        for each in fitting[:1] or [one for one in named if one][:1]:
            yield (*each, text, "" if len(fitting) == 1 else _EITHER)


def _parted(text: str, number: int) -> list[str]:
    """Return as many pieces as there are fields; a text that cannot be parted so is the first one's."""
    for joint in _JOINTS:
        pieces = [each for each in joint.split(text) if each]
        if len(pieces) == number:
            return pieces
    return [text, *[""] * (number - 1)]


def _fits(desk: Desk, name: str, text: str) -> bool:
    field, options = desk.form.field(name), options_of(desk, name)
    if options:
        return choices.is_of_choices(options, text)
    return field is not None and tidy(desk.form, field.schema, text).fits


def _values(desk: Desk, field: Field, part: Part, text: str) -> Iterator[tuple[Part, str, str]]:
    """Yield (part, text, doubt) of what a cell says for a field."""
    if part:
        yield (), text, ""
    elif field.is_opinion:
        said = opinion(text, _printed(desk, field.name))
        yield from (((name,), value, said.doubt if name == "负责人" else "") for name, value in said.parts())
    elif options := options_of(desk, field.name):
        yield from _ticked(options, text, several=field.type == "array")
    elif field.type == "array" and field.children:
        yield from _lines(field, text) if squeezed(text) else ()
    else:
        yield (), _unprinted(text, _printed(desk, field.name)), ""


def _printed(desk: Desk, name: str) -> tuple[str, ...]:
    return tuple(
        cell.text
        for row in desk.form.layout.rows
        for cell in row.cells
        if cell.field == name and cell.role == "value" and cell.text
    )


def _unprinted(text: str, printed: Sequence[str]) -> str:
    """Return a text without what the form prints in its cell, and without a hint on its first line."""
    for each in printed:
        text = text.replace(each, "", 1)
    first, _, rest = text.partition("\n")
    return trimmed(rest if is_hint(first) else text)


def _ticked(options: Sequence[choices.Choice], text: str, *, several: bool) -> Iterator[tuple[Part, str, str]]:
    picked = choices.pick(options, text, several=several)
    if not picked.is_known:
        if squeezed(text):
            yield (), text, _NO_CHOICE
        return
    shown = [options[each].shown for each in picked.places]
    if several:
        yield from (((number,), each, picked.doubt) for number, each in enumerate(shown))
    if not several or not shown:
        yield (), "、".join(shown), picked.doubt


def _lines(field: Field, text: str) -> Iterator[tuple[Part, str, str]]:
    """Yield the parts of lines that are mere text: as many pieces as a line has parts, else the whole text."""
    lines = [_IN_LINES.split(each.strip()) for each in text.split("\n") if each.strip()]
    if lines and all(len(each) == len(field.children) for each in lines):
        for number, line in enumerate(lines):
            for child, each in zip(field.children, line, strict=True):
                yield (number, child.name), each, _LINES
    else:
        yield (), text, _LINES


def _rows(field: Field, rows: Sequence[Row]) -> Iterator[Read]:
    lines = (each for each in rows if each.field == field.name)
    for number, row in enumerate(lines):
        certainty = Certainty.DOUBTFUL if row.doubt else Certainty.BY_LABEL
        for name, (text, where) in row.texts.items():
            if text:
                yield Read(field.name, text, where, certainty, (number, name), row.doubt)
