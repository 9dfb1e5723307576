"""What was read of one candidate → a draft submission and the table that says where everything came from.

In: a reading, the form. Out: values, comments and rows, in the order of the form. What fits no field is kept as a
comment, and a row never holds a value. Pure; must not know files.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.forms import Field, Form
from pipeline.intake.filling import Filled, fill
from pipeline.intake.types import Certainty, Read, Reading

ASSOCIATION, SOURCE = "推荐单位", "来源"
NOT_READ = "没有读到"
_RANK = (Certainty.DOUBTFUL, Certainty.BY_LABEL, Certainty.SURE)
_MOST_PLACES = 3
_LONGEST_LEFT = 2_000


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: a field by its title, how sure, from which cells, and what was changed. No value."""

    field: str
    certainty: str
    where: str
    remark: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A submission to be completed: what its file says, the comments before its keys, and the rows of the report."""

    values: Mapping[str, Any]
    comments: Mapping[str, tuple[str, ...]]
    left: tuple[str, ...]
    rows: tuple[Row, ...]


def draft(form: Form, reading: Reading, associations: Sequence[str]) -> Draft:
    """Return the draft of a reading; `associations`: the names that 推荐单位 may have."""
    boxes = _boxes(form)
    values: dict[str, Any] = {}
    comments: dict[str, tuple[str, ...]] = {}
    rows: list[Row] = []
    for field in form.fields:
        reads = [each for each in reading.reads if each.field == field.name]
        filled = fill(form, field, reads, boxes.get(field.name, {}))
        if filled.value or filled.notes or not field.is_opinion:
            values[field.name] = filled.value
            comments[field.name] = (*_sources(reads), *filled.notes)
        rows += _rows(field, reads, filled)
    values[ASSOCIATION], comments[ASSOCIATION] = _association(reading.reads, associations)
    return Draft(values, {key: each for key, each in comments.items() if each}, _left(form, reading), tuple(rows))


def _boxes(form: Form) -> Mapping[str, Mapping[str, str]]:
    """Return, for each field with boxes, from the words beside a box to its value."""
    cells = (cell for row in form.layout.rows for cell in row.cells if cell.values)
    return {cell.field: dict(zip(cell.choices, cell.values, strict=True)) for cell in cells}


def _sources(reads: Sequence[Read]) -> tuple[str, ...]:
    if not any(each.text.strip() for each in reads):
        return ()
    return (f"出处：{_places(reads)}（{_certainty(reads)}）",)


def _places(reads: Iterable[Read]) -> str:
    places = tuple(dict.fromkeys(each.where for each in reads if each.where))
    more = f"等 {len(places)} 处" if len(places) > _MOST_PLACES else ""
    return "、".join(places[:_MOST_PLACES]) + more


def _certainty(reads: Iterable[Read], doubtful: bool = False) -> Certainty:
    found = {each.certainty for each in reads} | ({Certainty.DOUBTFUL} if doubtful else set())
    return next(each for each in _RANK if each in found)


def _rows(field: Field, reads: Sequence[Read], filled: Filled) -> tuple[Row, ...]:
    if any(each.text.strip() for each in reads):
        certainty = _certainty(reads, filled.doubtful)
        return (Row(field.title, certainty.value, _places(reads), "；".join(filled.remarks)),)
    return (Row(field.title, NOT_READ, "", "必填"),) if field.required else ()


def _association(reads: Iterable[Read], associations: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    said = next((each for each in reads if each.field == ASSOCIATION and each.text.strip()), None)
    if said is None:
        return "", ("由谁推荐：请照原件填写",) if associations else ()
    text = "".join(said.text.split())
    if text in associations:
        return text, (f"出处：{said.where}",)
    return "", (f"出处：{said.where}", f"原件写作：{said.text}（项目设置中没有这个推荐单位）")


def _left(form: Form, reading: Reading) -> tuple[str, ...]:
    """Return what no field took, a comment line each."""
    known = {each.name for each in form.fields} | {ASSOCIATION}
    others = [(each.text, f"{each.where} {each.field}") for each in reading.reads if each.field not in known]
    return tuple(f"{where}：{text[:_LONGEST_LEFT]}" for text, where in (*reading.leftover, *others) if text.strip())
