"""x-layout of a form becomes the table that drawers draw.

In: the judged form document, its fields. Out: a Layout. Must not know HTML, PDF or Word, nor what may be wrong.
"""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from pipeline.documents import Document
from pipeline.forms.types import Field, Layout, LayoutCell, LayoutRow

HEADING = "9mm"
"""How high a row with a heading is where it does not say so."""
MOST_COLUMNS, MOST_ROWS = 20, 120
_CONTENTS = {"长文": "long", "照片": "photo"}
# Lines of a sub-table on a blank form where x-rows does not say.
_ROWS = 3
_PAIR, _TRIPLE = 2, 3

Written = tuple[str, int, int]


def cells_of(document: Document) -> tuple[tuple[Written, ...], ...]:
    """Return (field, columns of its value, rows) of each row's cells as x-layout writes them, without odd parts."""
    rows = section(document.values.get("x-layout")).get("行")
    return tuple(tuple(parted(each) for each in items(section(row).get("格")) if is_cell(each)) for row in items(rows))


def parted(part: Any) -> Written:
    """Return a cell of 格 as (field, columns of its value, rows)."""
    return (part, 1, 1) if isinstance(part, str) else (part[0], part[1], part[2] if len(part) == _TRIPLE else 1)


def is_cell(part: Any) -> bool:
    """Tell whether a part of 格 is a field, or a field and how many columns and rows it takes."""
    if isinstance(part, str):
        return True
    if not isinstance(part, list) or len(part) not in (_PAIR, _TRIPLE) or not isinstance(part[0], str):
        return False
    limits = zip(part[1:], (MOST_COLUMNS, MOST_ROWS), strict=False)
    return all(isinstance(each, int) and not isinstance(each, bool) and 1 <= each <= most for each, most in limits)


def layout(document: Document, fields: dict[str, Field], categories: tuple[tuple[str, str], ...]) -> Layout:
    """Return the table; the document must have passed `check`. `categories` are (code, printed name)."""
    part = section(document.values.get("x-layout"))
    widths = tuple(map(str, items(part.get("列宽"))))
    rows = tuple(
        LayoutRow(
            str(section(row).get("高", HEADING)),
            (*_whole(section(row), len(widths)), *_drawn(cells, fields, categories)),
            section(row).get("另起一页") is True,
        )
        for row, cells in zip(items(part.get("行")), cells_of(document), strict=True)
    )
    return Layout(widths, rows)


def _whole(row: dict[str, Any], columns: int) -> Iterator[LayoutCell]:
    """Yield the one cell of a row that asks for nothing: a heading, or a text that is printed."""
    if "标题" in row:
        yield LayoutCell("heading", "", row["标题"], columns, "heading")
    elif "文字" in row:
        yield LayoutCell("words", "", row["文字"].rstrip("\n"), columns, "words", sign=row.get("签字", ""))


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
    if boxes and field.schema.get("x-boxes") is not False:
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


def section(part: Any) -> dict[str, Any]:
    """Return a mapping as it is, anything else as an empty one."""
    return part if isinstance(part, dict) else {}


def items(part: Any) -> list[Any]:
    """Return a list as it is, anything else as an empty one."""
    return part if isinstance(part, list) else []


def version(title: str, table: Layout) -> str:
    """Return the name of a form's version: eight characters that change when what the paper asks for changes."""
    said: list[Any] = [
        (cell.role, cell.field, cell.text, cell.values, cell.columns) for row in table.rows for cell in row.cells
    ]
    said += [each.label for each in table.cover.lines] if table.cover else []
    return blake2b(repr((title, said)).encode(), digest_size=4).hexdigest()
