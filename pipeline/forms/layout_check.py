"""What can be wrong with x-layout of a form.

In: the judged form document, the names of its fields. Out: findings (S250, S264–S268, S272, S279, S330–S336). Must
not know HTML, PDF or Word.
"""

import re
import unicodedata
from collections.abc import Iterator
from math import ceil
from typing import Any

from pipeline.diagnostics import Diagnostic, finding
from pipeline.documents import Document
from pipeline.forms.faults import nearest
from pipeline.forms.layout import HEADING, MOST_COLUMNS, MOST_ROWS, Written, cells_of, is_cell, items, parted, section
from pipeline.forms.paging import HIGHEST, blocks, pages
from pipeline.forms.types import Layout
from pipeline.forms.words import some

_LENGTH = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9])?)mm")
# A4 less margins of 20 mm at the sides.
_WIDEST = 170.0
# A text is printed in 9 pt at the least: a character, a line, what stays free, and a line to sign; in mm.
_CHARACTER, _LINE, _SIDES, _ABOVE, _TO_SIGN = 3.2, 4.3, 4.0, 2.0, 8.0
# Boxes are printed in 8 pt at the least: a character, a line.
_SMALL, _BOX_LINE = 2.82, 3.6
# A last page that holds less was hardly wanted.
_HARDLY = 25.0
_KEYS = ("封面", "列宽", "行")
_ASKS, _PRINTS = "格", ("标题", "文字")
_ROW_KEYS = ("高", _ASKS, *_PRINTS, "签字", "另起一页")


def check(document: Document, known: frozenset[str], needed: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with x-layout: lengths, fields, spans, and whether the table falls on pages of A4.

    `known`: the form's fields; `needed`: those that an applicant must fill in, for which paper must have room.
    """
    part = document.values.get("x-layout")
    if not isinstance(part, dict) or not _fits(items(part.get("列宽")), items(part.get("行"))):
        yield finding("S272", document.at("x-layout"))
        return
    yield from _unknown(document, part, ("x-layout",), _KEYS)
    yield from _widths(document, part)
    yield from _heights(document, part)
    seen: set[str] = set()
    taken: dict[int, set[int]] = {}
    for number in range(len(part["行"])):
        yield from _row(document, number, known, seen)
        yield from _places(document, number, taken)
    for name in sorted(needed - seen):
        yield finding("S279", document.at_key("properties", name), field=name)


def _fits(columns: list[Any], rows: list[Any]) -> bool:
    return 0 < len(columns) <= MOST_COLUMNS and 0 < len(rows) <= MOST_ROWS


def _row(document: Document, number: int, known: frozenset[str], seen: set[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with one row; `seen` collects the fields that have a cell."""
    here = ("x-layout", "行", number)
    row = section(document.values["x-layout"]["行"][number])
    yield from _unknown(document, row, here, _ROW_KEYS)
    if any(key in row for key in _PRINTS):
        yield from _printed(document, row, here)
        return
    cells = items(row.get("格"))
    if not cells or not all(map(is_cell, cells)):
        yield finding("S272", document.at(*here, "格"))
        return
    for place, (name, _, _) in enumerate(map(parted, cells)):
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
    row, held = section(part["行"][number]), taken.get(number, set())
    if held and any(key in row for key in _PRINTS):
        yield finding("S335", document.at(*here))
    written = items(row.get("格"))
    if not written or len(cells) < len(written):
        return
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


def _printed(document: Document, row: dict[str, Any], here: tuple[str | int, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a row that asks for nothing: it is one thing, in words, and has room for them."""
    said = [key for key in (_ASKS, *_PRINTS) if key in row]
    words = {key: row[key] for key in (*_PRINTS, "签字") if key in row}
    if len(said) > 1 or ("签字" in row and "文字" not in row):
        yield finding("S330", document.at(*here))
    for key, text in words.items():
        if not isinstance(text, str) or not text.strip():
            yield finding("S331", document.at(*here, key), key=key)


def _room(document: Document, part: dict[str, Any], heights: list[float]) -> Iterator[Diagnostic]:
    """Yield the rows that are too low for the text that is printed in them."""
    width = sum(filter(None, map(_length, part["列宽"]))) - _SIDES
    for number, row in enumerate(map(section, part["行"])):
        text = row.get("文字", row.get("标题"))
        if not isinstance(text, str) or width <= 0 or not heights[number]:
            continue
        lines = sum(max(ceil(_ems(each) * _CHARACTER / width), 1) for each in text.rstrip("\n").split("\n"))
        needed = ceil(lines * _LINE + _ABOVE + (_TO_SIGN if "签字" in row else 0))
        if needed > heights[number]:
            yield finding("S332", document.at("x-layout", "行", number), needed=needed)


def crowded(document: Document, table: Layout) -> Iterator[Diagnostic]:
    """Yield the cells whose boxes have no room even in the smallest type."""
    widths = [_length(each) or 0 for each in table.columns]
    heights = [_length(row.height) or 0 for row in table.rows]
    for number, (row, places) in enumerate(zip(table.rows, table.places(), strict=True)):
        for each, at in zip(row.cells, places, strict=True):
            if each.content == "choices":
                width = sum(widths[at : at + each.span]) - _SIDES
                if _box_lines(each.choices, width) * _BOX_LINE > sum(heights[number : number + each.down]) - _ABOVE:
                    yield finding("S336", document.at("x-layout", "行", number), field=each.field)


def _box_lines(choices: tuple[str, ...], width: float) -> int:
    """Return on how many lines boxes stand in 8 pt; none is parted from its words."""
    lines, filled = 1, 0.0
    for each in choices:
        needed = (_ems(each) + 1.2) * _SMALL
        if filled and filled + _SMALL + needed > width:
            lines, filled = lines + 1, 0.0
        filled += needed + (_SMALL if filled else 0)
        lines += int(needed // width) if needed > width else 0
    return lines


def _widths(document: Document, part: dict[str, Any]) -> Iterator[Diagnostic]:
    for number, each in enumerate(part["列宽"]):
        if _length(each) is None:
            yield finding("S267", document.at("x-layout", "列宽", number))
    total = sum(filter(None, map(_length, part["列宽"])))
    if total > _WIDEST:
        yield finding("S268", document.at("x-layout", "列宽"), total=f"{total:g}", most=f"{_WIDEST:g}", side="宽")


def _heights(document: Document, part: dict[str, Any]) -> Iterator[Diagnostic]:
    """Yield wrong heights, rows that no page could hold, and a last page on which hardly anything stands."""
    rows = [section(row) for row in part["行"]]
    heights = [_length(row.get("高", HEADING if "标题" in row else None)) for row in rows]
    for number, height in enumerate(heights):
        if height is None:
            yield finding("S267", document.at("x-layout", "行", number, "高"))
        if rows[number].get("另起一页", True) is not True:
            yield finding("S333", document.at("x-layout", "行", number, "另起一页"))
    yield from _room(document, part, [each or 0 for each in heights])
    if None not in heights:
        yield from _pages(document, rows, [each or 0 for each in heights])


def _pages(document: Document, rows: list[dict[str, Any]], heights: list[float]) -> Iterator[Diagnostic]:
    ties = [_tie(row, cells) for row, cells in zip(rows, cells_of(document), strict=True)]
    high = [(first, sum(heights[first:after])) for first, after in blocks(ties)]
    for first, height in high:
        if height > HIGHEST:
            where = document.at("x-layout", "行", first)
            yield finding("S268", where, total=f"{height:g}", most=f"{HIGHEST:g}", side="高")
    found = pages(heights, ties, [row.get("另起一页") is True for row in rows])
    last = sum(heights[found[-1][0] :])
    if len(found) > 1 and last < _HARDLY and rows[found[-1][0]].get("另起一页") is not True:
        yield finding("S334", document.at("x-layout", "行", found[-1][0]), pages=len(found), over=f"{last:g}")


def _tie(row: dict[str, Any], cells: tuple[Written, ...]) -> int:
    """Return how many rows below must stand on the row's page."""
    return max((down - 1 for _, _, down in cells), default=1 if "标题" in row else 0)


def _length(part: Any) -> float | None:
    match = _LENGTH.fullmatch(str(part))
    return float(match[1]) if match else None


def _ems(text: str) -> float:
    """Return about how wide a text is, in characters of Chinese."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else 0.55 for each in text)
