"""x-layout of a form becomes the table that drawers draw.

In: the judged form document, its fields. Out: a Layout and findings (S264–S272). Must not know HTML, PDF or Word.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from pipeline.diagnostics import Diagnostic, finding
from pipeline.documents import Document
from pipeline.forms.faults import nearest
from pipeline.forms.types import Field, Layout, LayoutCell, LayoutRow
from pipeline.forms.words import some

_LENGTH = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9])?)mm")
_CONTENTS = {"长文": "long", "照片": "photo"}
# Lines of a sub-table on a blank form where x-rows does not say.
_ROWS = 3
# A4 less margins of 20 mm at the sides, and of 15 mm with the title and the mark 附件 above the table.
_WIDEST, _HIGHEST = 170.0, 250.0
_PAIR, _TRIPLE = 2, 3
_MOST_COLUMNS, _MOST_ROWS = 20, 60
_KEYS, _ROW_KEYS = ("列宽", "行"), ("高", "格")

Written = tuple[str, int, int]


def cells_of(document: Document) -> tuple[tuple[Written, ...], ...]:
    """Return (field, columns of its value, rows) of each row's cells as x-layout writes them, without odd parts."""
    rows = _section(document.values.get("x-layout")).get("行")
    return tuple(tuple(_cell(each) for each in _list(_section(row).get("格")) if _is_cell(each)) for row in _list(rows))


def _cell(part: Any) -> Written:
    return (part, 1, 1) if isinstance(part, str) else (part[0], part[1], part[2] if len(part) == _TRIPLE else 1)


def _is_cell(part: Any) -> bool:
    if isinstance(part, str):
        return True
    if not isinstance(part, list) or len(part) not in (_PAIR, _TRIPLE) or not isinstance(part[0], str):
        return False
    limits = zip(part[1:], (_MOST_COLUMNS, _MOST_ROWS), strict=False)
    return all(isinstance(each, int) and not isinstance(each, bool) and 1 <= each <= most for each, most in limits)


def layout(document: Document, fields: dict[str, Field], categories: tuple[tuple[str, str], ...]) -> Layout:
    """Return the table; the document must have passed `check`. `categories` are (code, printed name)."""
    part = _section(document.values.get("x-layout"))
    rows = tuple(
        LayoutRow(str(_section(row).get("高")), tuple(_drawn(cells, fields, categories)))
        for row, cells in zip(_list(part.get("行")), cells_of(document), strict=True)
    )
    return Layout(tuple(map(str, _list(part.get("列宽")))), rows)


def _drawn(
    cells: tuple[Written, ...], fields: dict[str, Field], categories: tuple[tuple[str, str], ...]
) -> Iterator[LayoutCell]:
    for name, span, down in cells:
        field = fields[name]
        printed = str(field.schema.get("x-print", ""))
        boxes = _choices(field, categories)
        yield LayoutCell("label", name, field.title, 1, down=down)
        yield LayoutCell(
            "value",
            name,
            printed,
            span,
            _content(field, boxes),
            choices=tuple(shown for _, shown in boxes),
            values=tuple(value for value, _ in boxes),
            columns=tuple(each.title for each in field.children) if field.type == "array" else (),
            rows=int(field.schema.get("x-rows", _ROWS)) if field.type == "array" and field.children else 0,
            down=down,
        )


def _content(field: Field, boxes: tuple[tuple[str, str], ...]) -> str:
    if field.is_opinion:
        return "opinion"
    if boxes:
        return "choices"
    if field.type == "array" and field.children:
        return "table"
    return _CONTENTS.get(field.kind or "", "blank")


def _choices(field: Field, categories: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return (value in a file, text on paper) of the boxes to tick."""
    if field.kind == "类别":
        return categories
    if field.type == "boolean":
        return (("是", "是"), ("否", "否"))
    items = field.schema.get("items")
    inner = items if isinstance(items, dict) else field.schema
    return tuple((str(each), str(each)) for each in inner.get("enum", ()))


def check(document: Document, known: frozenset[str], needed: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with x-layout: lengths, fields, spans, and whether the table fits one A4 page.

    `known`: the form's fields; `needed`: those that an applicant must fill in, for which paper must have room.
    """
    part = document.values.get("x-layout")
    if not isinstance(part, dict) or not _fits(_list(part.get("列宽")), _list(part.get("行"))):
        yield finding("S272", document.at("x-layout"))
        return
    yield from _unknown(document, part, ("x-layout",), _KEYS)
    yield from _lengths(document, part)
    seen: set[str] = set()
    taken: dict[int, set[int]] = {}
    for number in range(len(part["行"])):
        yield from _row(document, number, known, seen)
        yield from _places(document, number, taken)
    for name in sorted(needed - seen):
        yield finding("S279", document.at_key("properties", name), field=name)


def _fits(columns: list[Any], rows: list[Any]) -> bool:
    return 0 < len(columns) <= _MOST_COLUMNS and 0 < len(rows) <= _MOST_ROWS


def _row(document: Document, number: int, known: frozenset[str], seen: set[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with one row; `seen` collects the fields that have a cell."""
    here = ("x-layout", "行", number)
    row = _section(document.values["x-layout"]["行"][number])
    yield from _unknown(document, row, here, _ROW_KEYS)
    cells = _list(row.get("格"))
    if not cells or not all(map(_is_cell, cells)):
        yield finding("S272", document.at(*here, "格"))
        return
    for place, (name, _, _) in enumerate(map(_cell, cells)):
        where = document.at(*here, "格", place)
        if name not in known:
            near = nearest(name, sorted(known - seen))
            yield finding("S264", where, known=near or some(sorted(known)))
        elif name in seen:
            yield finding("S265", where, field=name)
        seen.add(name)


def _places(document: Document, number: int, taken: dict[int, set[int]]) -> Iterator[Diagnostic]:
    """Yield whether a row's cells fill the columns that are left; `taken`: columns by row that cells above reach."""
    part = document.values["x-layout"]
    here, columns, rows = ("x-layout", "行", number), len(part["列宽"]), len(part["行"])
    cells = cells_of(document)[number]
    written = _list(_section(part["行"][number]).get("格"))
    if not written or len(cells) < len(written):
        return
    held = taken.get(number, set())
    free = [each for each in range(columns) if each not in held]
    if sum(1 + span for _, span, _ in cells) != len(free):
        yield finding("S266", document.at(*here), columns=len(free))
        return
    for name, span, down in cells:
        own, free = free[: 1 + span], free[1 + span :]
        whole = own[1:] == list(range(own[1], own[1] + span))
        if number + down > rows or not whole:
            yield finding("S250", document.at(*here), field=name)
        for below in range(number + 1, number + down):
            taken.setdefault(below, set()).update(own)


def _unknown(
    document: Document, part: dict[str, Any], here: tuple[str | int, ...], known: tuple[str, ...]
) -> Iterator[Diagnostic]:
    yield from (finding("S210", document.at_key(*here, key), known=some(known)) for key in part if key not in known)


def _lengths(document: Document, part: dict[str, Any]) -> Iterator[Diagnostic]:
    widths = [(("x-layout", "列宽", number), each) for number, each in enumerate(part["列宽"])]
    heights = [(("x-layout", "行", number, "高"), _section(row).get("高")) for number, row in enumerate(part["行"])]
    for lengths, most in ((widths, _WIDEST), (heights, _HIGHEST)):
        total = 0.0
        for pointer, each in lengths:
            match = _LENGTH.fullmatch(str(each))
            if match is None:
                yield finding("S267", document.at(*pointer))
            total += float(match[1]) if match else 0
        if total > most:
            yield finding("S268", document.at("x-layout"), total=f"{total:g}", most=f"{most:g}")


def _section(part: Any) -> dict[str, Any]:
    return part if isinstance(part, dict) else {}


def _list(part: Any) -> list[Any]:
    return part if isinstance(part, list) else []


def version(title: str, table: Layout) -> str:
    """Return the name of a form's version: eight characters that change when what the paper asks for changes."""
    said = [(cell.role, cell.field, cell.text, cell.values, cell.columns) for row in table.rows for cell in row.cells]
    return blake2b(repr((title, said)).encode(), digest_size=4).hexdigest()
