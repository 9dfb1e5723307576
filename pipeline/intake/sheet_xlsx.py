"""A filled-in spreadsheet, one row a candidate → what stands under the form's headings.

In: bytes, the form. Out: `Found`, one reading a row. The row of headings is found by what it says; titles above it and
repeated headings are passed over. Must not know drafts.
"""

import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.diagnostics import Location, finding
from pipeline.forms import Field, Form
from pipeline.intake import labels
from pipeline.intake.cells import spoken
from pipeline.intake.labels import Named, squeezed
from pipeline.intake.types import Certainty, Found, Read, Reading

ASSOCIATION = "推荐单位"
# What stands between the parts of a sub-table's line in one cell, as our own register writes it.
_BETWEEN = "｜"
_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS = 5_000, 200, 50
_LOOK_FOR_HEADINGS = 30
_FEWEST_HEADINGS = 2
_NOT_A_PERSON = (
    "合计",
    "总计",
    "小计",
    "备注",
    "说明",
    "填表",
    "制表",
    "审核人",
    "注",
    "联系人",
    "负责人",
    "单位负责人",
)
_NUMBER = frozenset({"序号", "编号", "no", "号"})


@dataclass(frozen=True, slots=True)
class _Cell:
    place: str
    text: str
    doubt: str


_BLANK = _Cell("", "", "")
Row = tuple[_Cell, ...]
Headings = Mapping[int, tuple[str, Named | None]]


def read_xlsx(data: bytes, form: Form, path: str) -> Found:
    """Return a reading for each filled row. Findings: X948 no headings of the form, X968 too many rows.

    Raises whatever the library raises for a broken file.
    """
    place = Location(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sheets, cut = _sheets(data)
    known = labels.known(form)
    readings = tuple(
        each for name, rows in sheets for each in _readings(form, known, rows, name if len(sheets) > 1 else "")
    )
    findings = [finding("X968", place, what=what, most=most) for what, most in cut]
    if not readings:
        findings.append(finding("X948", place))
    return Found(readings, tuple(findings))


def _sheets(data: bytes) -> tuple[tuple[tuple[str, tuple[Row, ...]], ...], list[tuple[str, str]]]:
    """Return (name, rows) of the sheets that are shown, and what was cut."""
    import openpyxl  # noqa: PLC0415  # slow to import, and few files are spreadsheets

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        shown = [each for each in book.worksheets if each.sheet_state == "visible"]
        cut = [("工作表", f"{_MOST_SHEETS} 张")] if len(shown) > _MOST_SHEETS else []
        sheets = tuple((each.title, _rows(each, cut)) for each in shown[:_MOST_SHEETS])
    finally:
        book.close()
    return sheets, cut


def _rows(page: Any, cut: list[tuple[str, str]]) -> tuple[Row, ...]:
    page.reset_dimensions()  # what the file says of its size may be anything
    rows = []
    for number, row in enumerate(page.iter_rows(max_row=_MOST_ROWS + 1), 1):
        cells = tuple(_cell(each, place, number) for place, each in enumerate(row[:_MOST_COLUMNS]))
        if number > _MOST_ROWS:
            cut += [("行数", f"{_MOST_ROWS} 行")] if any(each.text for each in cells) else []
            break
        rows.append(cells)
    return tuple(rows)


def _cell(cell: Any, place: int, number: int) -> _Cell:
    if cell.value is None:
        return _BLANK
    text, doubt = spoken(cell.value, getattr(cell, "number_format", None) or "")
    return _Cell(f"{_letters(place)}{number}", text.strip(), doubt)


def _letters(place: int) -> str:
    more, rest = divmod(place, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + rest)


def _readings(form: Form, known: Mapping[str, Named], rows: tuple[Row, ...], sheet: str) -> Iterator[Reading]:
    at = _heading_row(known, rows)
    if at is None:
        return
    headings = _headings(known, rows[at])
    said = [squeezed(each.text) for each in rows[at]]
    for row in rows[at + 1 :]:
        if [squeezed(each.text) for each in row][: len(said)] != said and _is_somebody(headings, row):
            yield _reading(form, headings, row, sheet)


def _heading_row(known: Mapping[str, Named], rows: tuple[Row, ...]) -> int | None:
    """Return the place of the row that names the most fields, None where none names enough."""
    named = [len(set(_named(known, row))) for row in rows[:_LOOK_FOR_HEADINGS]]
    best = max(named, default=0)
    return named.index(best) if best >= _FEWEST_HEADINGS else None


def _named(known: Mapping[str, Named], row: Row) -> Iterator[Named]:
    yield from (named for each in row if each.text and (named := labels.find(known, each.text)))


def _headings(known: Mapping[str, Named], row: Row) -> Headings:
    """Return what each column is of; of two columns with one heading the first is the field's."""
    found: dict[int, tuple[str, Named | None]] = {}
    taken: set[Named] = set()
    for place, each in enumerate(row):
        named: Named | None = (ASSOCIATION, ()) if squeezed(each.text) == ASSOCIATION else None
        named = labels.find(known, each.text) or named
        found[place] = (each.text, None if named in taken else named)
        taken |= {named} if named else set()
    return found


def _is_somebody(headings: Headings, row: Row) -> bool:
    """Tell whether the row is filled in for a candidate, and is no sum or remark below the list."""
    texts = [each.text for place, each in enumerate(row) if each.text and headings.get(place, ("", None))[1]]
    first = squeezed(next((each.text for each in row if each.text), ""))
    lone = len(texts) < _FEWEST_HEADINGS and first.startswith(_NOT_A_PERSON)
    of_sums = first in ("合计", "总计", "小计")
    return bool(texts) and not lone and not of_sums


def _reading(form: Form, headings: Headings, row: Row, sheet: str) -> Reading:
    reads: list[Read] = []
    leftover: list[tuple[str, str]] = []
    for place, each in enumerate(row):
        heading, named = headings.get(place, ("", None))
        where = f"{sheet}!{each.place}" if sheet else each.place
        if not each.text or squeezed(heading) in _NUMBER:
            continue
        if named is None:
            leftover.append((each.text, f"{where} {heading}".strip()))
        else:
            reads += _reads(form.field(named[0]), named, each, where)
    return Reading(tuple(reads), leftover=tuple(leftover))


def _reads(field: Field | None, named: Named, cell: _Cell, where: str) -> Iterator[Read]:
    """Yield what a cell says: the lines of a sub-table stand in one cell, their parts apart by a mark."""
    name, part = named
    certainty = Certainty.DOUBTFUL if cell.doubt else Certainty.BY_LABEL
    if field is not None and field.type == "array" and field.children and not part:
        for number, line in enumerate(filter(None, (each.strip() for each in cell.text.split("\n")))):
            texts = line.split(_BETWEEN)
            if len(texts) > len(field.children):
                texts = [*texts[: len(field.children) - 1], _BETWEEN.join(texts[len(field.children) - 1 :])]
            for child, text in zip(field.children, texts, strict=False):
                if text.strip():
                    yield Read(name, text.strip(), where, certainty, (number, child.name), cell.doubt)
        return
    yield Read(name, cell.text, where, certainty, part, cell.doubt)
