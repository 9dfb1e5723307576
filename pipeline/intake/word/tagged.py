"""Controls of our own Word files → reads by their tags.

In: controls in the order of the document, the form. Out: reads. What a tag says stands in `pipeline.paper.word`. Must
not know tables.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.forms import Field, Form, LayoutCell
from pipeline.intake.labels import Part
from pipeline.intake.types import Certainty, Read
from pipeline.intake.word.pieces import Control
from pipeline.paper.word_control import LONGEST_TAG, cut_tag

_LINE = re.compile(r"(.*)/([1-9]\d{0,2})/([1-9]\d?)", re.DOTALL)
_MOST_LINES = 60
_SEVERAL = "勾选不止一项"
_TWICE = "同一个内容控件出现两次，内容不同"

Target = tuple[str, Part]


def read_tags(form: Form, controls: Sequence[Control]) -> Iterator[Read]:
    """Yield what the form's own controls say; a blank one says nothing."""
    cells = {cell.field: cell for row in form.layout.rows for cell in row.cells if cell.role == "value"}
    boxes, texts = _boxes(cells), _texts(form, cells)
    ticked: dict[str, list[tuple[str, Control]]] = {}
    lines: dict[str, list[tuple[int, str, Control]]] = {}
    seen: dict[Target, Read] = {}
    for each in controls:
        if each.ticked and each.tag in boxes:
            ticked.setdefault(boxes[each.tag][0], []).append((boxes[each.tag][1], each))
        elif each.ticked is None and each.text:
            name, part = texts.get(each.tag) or _line(cells, form, each.tag) or ("", ())
            if part and isinstance(part[0], int):
                lines.setdefault(name, []).append((part[0], str(part[1]), each))
            elif name:
                yield from _text(seen, name, part, each)
    for name, said in ticked.items():
        yield from _choices(form.field(name), said)
    for name, found in lines.items():
        yield from _numbered(name, found)


def _boxes(cells: Mapping[str, LayoutCell]) -> Mapping[str, tuple[str, str]]:
    """Return (field, words of the box) by tag."""
    return {
        cut_tag(f"{name}:{value}"): (name, shown)
        for name, cell in cells.items()
        for value, shown in zip(cell.values, cell.choices, strict=True)
    }


def _texts(form: Form, cells: Mapping[str, LayoutCell]) -> Mapping[str, Target]:
    """Return the target of each tag that names one; the lines of sub-tables only where their tags are cut."""
    found: dict[str, Target] = {}
    for name, cell in cells.items():
        field = form.field(name)
        if cell.content == "opinion":
            found |= {cut_tag(f"{name}/{part}"): (name, (part,)) for part in ("结论", "意见", "负责人", "日期")}
        elif cell.content in ("blank", "long"):
            found[cut_tag(name)] = (name, ())
        elif cell.content == "table" and field is not None and len(name) > LONGEST_TAG - len("/999/99"):
            for number in range(_MOST_LINES):
                for column, child in enumerate(field.children, 1):
                    found[cut_tag(f"{name}/{number + 1}/{column}")] = (name, (number, child.name))
    return found


def _line(cells: Mapping[str, LayoutCell], form: Form, tag: str) -> Target | None:
    match = _LINE.fullmatch(tag)
    field = form.field(match[1]) if match and match[1] in cells else None
    if match is None or field is None or int(match[3]) > len(field.children):
        return None
    return field.name, (int(match[2]) - 1, field.children[int(match[3]) - 1].name)


def _text(seen: dict[Target, Read], name: str, part: Part, control: Control) -> Iterator[Read]:
    """Yield a text; a control that was copied with another text makes a second, doubtful one."""
    before = seen.get((name, part))
    if before is not None and before.text == control.text:
        return
    doubt = control.doubt or (_TWICE if before else "")
    read = Read(name, control.text, control.where, Certainty.DOUBTFUL if doubt else Certainty.SURE, part, doubt)
    seen[name, part] = read
    yield read


def _choices(field: Field | None, said: Sequence[tuple[str, Control]]) -> Iterator[Read]:
    if field is None:
        return
    shown = tuple(dict.fromkeys(each for each, _ in said))
    doubt = next((each.doubt for _, each in said if each.doubt), "")
    where = said[0][1].where
    if field.type == "array":
        certainty = Certainty.DOUBTFUL if doubt else Certainty.SURE
        yield from (Read(field.name, each, where, certainty, (number,), doubt) for number, each in enumerate(shown))
        return
    doubt = doubt or (_SEVERAL if len(shown) > 1 else "")
    yield Read(field.name, "、".join(shown), where, Certainty.DOUBTFUL if doubt else Certainty.SURE, (), doubt)


def _numbered(name: str, found: Sequence[tuple[int, str, Control]]) -> Iterator[Read]:
    """Yield the lines of a sub-table, numbered as they stand there: a row that somebody copied has the same tags."""
    rows: list[tuple[int, dict[str, Control]]] = []
    for number, child, control in found:
        if not rows or rows[-1][0] != number or child in rows[-1][1]:
            rows.append((number, {}))
        rows[-1][1][child] = control
    for place, (_, parts) in enumerate(rows):
        for child, control in parts.items():
            certainty = Certainty.DOUBTFUL if control.doubt else Certainty.SURE
            yield Read(name, control.text, control.where, certainty, (place, child), control.doubt)
