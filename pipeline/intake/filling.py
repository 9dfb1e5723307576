"""What was read for one field → its value in a file, with what has to be said of it.

In: the field, its reads. Out: a text, list or object of texts; notes for staff, who may see values; remarks for the
report, which holds none. Must not know other fields.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.forms import Field, Form
from pipeline.intake.tidy import Boxes, Schema, Tidied, tidy
from pipeline.intake.types import Certainty, Read

_BETWEEN = re.compile(r"[、，,；;/\n]+|\s{2,}")
_TEXT, _CONCLUSION = "意见", "结论"
_AGREES = re.compile(r"(?:经[^，。；]{0,20}[，,])?(?:情况属实[，,。；]?)?(同意|不同意)")
_NOT_FITTING, _TWICE, _NOWHERE = "不合栏目要求，没有填入", "几处写得不同，只取第一处", "没有可填的栏目，没有填入"
_GUESSED = "结论按意见的文字判断"

Part = tuple[str | int, ...]


@dataclass(slots=True)
class Filled:
    """A field as its file will say it; `remarks` are in the order in which they first came up."""

    value: Any = ""
    notes: list[str] = field(default_factory=list)
    remarks: dict[str, None] = field(default_factory=dict)
    doubtful: bool = False

    def doubt(self, why: str) -> None:
        """Say why a person must look at the field."""
        self.doubtful = True
        self.remarks[why] = None


def fill(form: Form, field: Field, reads: Sequence[Read], boxes: Boxes) -> Filled:
    """Return what the field's file says after the reads; of several reads of one part the first one counts."""
    filled = Filled()
    said = _first(filled, reads)
    if field.type == "array":
        filled.value = _list(form, field, said, filled, boxes)
    elif field.children:
        filled.value = _object(form, field, said, filled)
    else:
        filled.value = "".join(_only(form, field.schema, said.get(()), filled, boxes))
        _nowhere(said, filled, ((),))
    if field.schema.get("x-lines") and isinstance(filled.value, str) and "\n" in filled.value:
        filled.value += "\n"
    return filled


def _first(filled: Filled, reads: Sequence[Read]) -> Mapping[Part, Read]:
    said: dict[Part, Read] = {}
    for each in reads:
        if not each.text.strip():
            continue
        first = said.setdefault(each.part, each)
        if first.text.split() != each.text.split():
            filled.notes.append(f"{each.where}另写作：{each.text}")
            filled.doubt(_TWICE)
    return said


def _nowhere(said: Mapping[Part, Read], filled: Filled, known: Collection[Part]) -> None:
    """Keep what is said of a part that the field does not have."""
    for part, each in said.items():
        if part not in known:
            filled.notes.append(f"{_way(part)}{each.where}原件写作：{each.text}")
            filled.doubt(_NOWHERE)


def _only(form: Form, schema: Schema, read: Read | None, filled: Filled, boxes: Boxes) -> Iterator[str]:
    """Yield the text of one part, nothing where nothing is said of it or it does not fit."""
    if read is None:
        return
    tidied = tidy(form, schema, read.text, boxes)
    _told(read, tidied, filled)
    if tidied.fits and tidied.text:
        yield tidied.text


def _told(read: Read, tidied: Tidied, filled: Filled) -> None:
    way = _way(read.part)
    if read.certainty is Certainty.DOUBTFUL or read.remark:
        filled.doubtful = filled.doubtful or read.certainty is Certainty.DOUBTFUL
        filled.remarks |= dict.fromkeys(filter(None, (read.remark,)))
        filled.notes += [f"{way}{'存疑：' if filled.doubtful else ''}{read.remark}"] if read.remark else []
    if tidied.doubt:
        filled.doubt(tidied.doubt)
        filled.notes.append(f"{way}存疑：{tidied.doubt}")
    if not tidied.fits:
        filled.doubt(_NOT_FITTING)
        filled.notes.append(f"{way}原件写作：{read.text}（{_NOT_FITTING}）")
    elif tidied.changed:
        filled.remarks |= dict.fromkeys(tidied.changed)
        filled.notes.append(f"{way}原件写作：{read.text}（{'；'.join(tidied.changed)}）")


def _way(part: Part) -> str:
    """Return the way to a part in words, with a colon; lines are counted from 1."""
    words = (f"第 {each + 1} 项" if isinstance(each, int) else each for each in part)
    return f"{' '.join(words)}：" if part else ""


def _object(form: Form, field: Field, said: Mapping[Part, Read], filled: Filled) -> Any:
    said = _parted(field, said)
    value: dict[str, str] = {}
    for child in field.children:
        for text in _only(form, child.schema, said.get((child.name,)), filled, {}):
            value[child.name] = text
    _nowhere(said, filled, tuple((child.name,) for child in field.children))
    return value or ""


def _parted(field: Field, said: Mapping[Part, Read]) -> Mapping[Part, Read]:
    """Return the reads with an opinion's whole text under 意见, and under 结论 what that says."""
    if not field.is_opinion:
        return said
    whole = said.get((_TEXT,)) or said.get(())
    parts = {part: each for part, each in said.items() if part}
    if whole is None:
        return parts
    parts[_TEXT,] = whole
    match = _AGREES.match("".join(whole.text.split()))
    if match and (_CONCLUSION,) not in parts:
        parts[_CONCLUSION,] = Read(field.name, match[1], whole.where, Certainty.DOUBTFUL, (_CONCLUSION,), _GUESSED)
    return parts


def _list(form: Form, field: Field, said: Mapping[Part, Read], filled: Filled, boxes: Boxes) -> Any:
    items = field.schema.get("items")
    schema: Schema = items if isinstance(items, Mapping) else {}
    if not field.children:
        said = _split(said)
        known = sorted((part for part in said if len(part) == 1 and isinstance(part[0], int)), key=_number)
        _nowhere(said, filled, known)
        return [text for part in known for text in _only(form, schema, said[part], filled, boxes)] or ""
    numbers = sorted({part[0] for part in said if part and isinstance(part[0], int)})
    _nowhere(said, filled, tuple((number, child.name) for number in numbers for child in field.children))
    lines = [_line(form, field, said, number, filled) for number in numbers]
    return [each for each in lines if each] or ""


def _number(part: Part) -> int:
    return part[0] if isinstance(part[0], int) else 0


def _line(form: Form, field: Field, said: Mapping[Part, Read], number: int, filled: Filled) -> dict[str, str]:
    line: dict[str, str] = {}
    for child in field.children:
        for text in _only(form, child.schema, said.get((number, child.name)), filled, {}):
            line[child.name] = text
    return line


def _split(said: Mapping[Part, Read]) -> Mapping[Part, Read]:
    """Return the reads with a text of several items as one read each."""
    whole = said.get(())
    if whole is None:
        return said
    texts = [each.strip() for each in _BETWEEN.split(whole.text) if each.strip()]
    parts: dict[Part, Read] = {
        (number,): Read(whole.field, text, whole.where, whole.certainty, (number,), whole.remark)
        for number, text in enumerate(texts)
    }
    return {**parts, **{part: each for part, each in said.items() if part}}
