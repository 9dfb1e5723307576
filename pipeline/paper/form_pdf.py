"""The form as PDF, blank or filled in: sheet after sheet of A4, tagged, to be archived.

In: sheets, folders of templates, fonts. Out: a PDF. A text that does not fit its cell at the least size goes on a sheet
of its own (续页), so nothing is ever cut. Must not know whose sheets they are.
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.forms import LayoutCell, LayoutRow
from pipeline.paper import official_titles, qr
from pipeline.paper.sheet import Sheet, WrittenOpinion
from pipeline.paper.typeset import PACKAGED, Fonts, typeset

TEMPLATE = "print/form.typ"
# Sides of the QR code in mm: an address is read at 15, what a whole form holds at 30.
_SMALL, _LARGE = 18, 30
_LONGEST_ADDRESS = 120
# Above the table stand the mark, the title and the code; a code that holds the whole form needs more room.
_ROOM, _HEAD, _LARGE_HEAD = 271.0, 24.0, 36.0
_NOTE = 8.0
_PNG = b"\x89PNG"
# In mm: a character of the largest size, what the edges of a cell take, a row that has room for a line.
_LARGEST, _EDGES, _ONE_LINE = 4.4, 5.0, 7.0
_FLEXIBLE, _FIXED = ("long", "opinion"), ("table", "photo", "choices")
# A column of a sub-table, in characters.
_NARROW, _WIDE = 4.0, 16.0
# The widest line of the title, in characters.
_TITLE, _LARGE_TITLE = 20.0, 14.0


def to_pdf(sheets: Sequence[Sheet], places: Sequence[Path], fonts: Fonts = PACKAGED, day: date | None = None) -> bytes:
    """Return the sheets as one PDF, a page each and more where a text is too long for its cell.

    `day`: the document's date. UnprintableError where no font has a character, TypesettingError where a template of
    the office's own is wrong.
    """
    data = {"title": sheets[0].title.replace("\n", ""), "sheets": [_sheet(each) for each in sheets]}
    return typeset(TEMPLATE, data, places, fonts, day)


def _sheet(sheet: Sheet) -> dict[str, Any]:
    columns = [_mm(each) for each in sheet.layout.columns]
    rows = _heights(sheet)
    large = len(sheet.code) > _LONGEST_ADDRESS
    return {
        "title": official_titles.lines(sheet.title, _LARGE_TITLE if large else _TITLE),
        "mark": sheet.mark,
        "holder": sheet.holder,
        "version": sheet.version,
        "head": _LARGE_HEAD if large else _HEAD,
        "notes": sheet.notes,
        "code": qr.data_to_svg(sheet.code).decode("ascii") if sheet.code else "",
        "code-note": sheet.code_note,
        "code-side": _LARGE if large else _SMALL,
        "cover": _cover(sheet),
        "columns": columns,
        "pages": sheet.layout.pages,
        "rows": [
            {"height": rows[number], "cells": list(_cells(sheet, number, rows, columns))}
            for number in range(len(sheet.layout.rows))
        ],
    }


def _cover(sheet: Sheet) -> Mapping[str, Any] | None:
    """Return what the page before the table says, None where there is none."""
    cover = sheet.layout.cover
    if cover is None:
        return None
    lines = [{"label": each.label, "text": sheet.texts.get(each.field, "")} for each in cover.lines]
    return {"lines": lines, "foot": cover.foot}


def _heights(sheet: Sheet) -> list[float]:
    """Return the rows' heights; where the code and its note need room, the page's highest row of a long text gives way.

    The code stands on the first page, its note under the table's last row there.
    """
    rows = [_mm(row.height) for row in sheet.layout.rows]
    head = _LARGE_HEAD if len(sheet.code) > _LONGEST_ADDRESS else _HEAD
    after = sheet.layout.pages[0][1]
    over = sum(rows[:after]) + head + (_NOTE if sheet.code_note else 0) - _ROOM
    if over > 0:
        highest = max(range(after), key=lambda each: (_gives(sheet.layout.rows[each]), rows[each], -each))
        rows[highest] -= min(over, rows[highest] / 2)
    return rows


def _gives(row: LayoutRow) -> bool:
    """Tell whether a row can do with less: a text is set smaller, lines and pictures are not."""
    return any(each.content in _FLEXIBLE for each in row.cells) and all(
        each.content not in _FIXED for each in row.cells
    )


def _cells(sheet: Sheet, number: int, rows: Sequence[float], columns: Sequence[float]) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    label = ""
    for cell, at in zip(sheet.layout.rows[number].cells, sheet.layout.places()[number], strict=True):
        width = sum(columns[at : at + cell.span])
        height = sum(rows[number : number + cell.down])
        label = cell.text if cell.role == "label" else label
        made.append(
            {
                "role": cell.role,
                "width": width,
                "height": height,
                "span": cell.span,
                "down": cell.down,
                "label": label,
                "fits": _fits(cell.text if cell.role == "label" else sheet.texts.get(cell.field, ""), width, height),
                **(_value(cell, sheet) if cell.role == "value" else {"text": cell.text, "sign": cell.sign}),
            }
        )
    return made


def _value(cell: LayoutCell, sheet: Sheet) -> Mapping[str, Any]:
    name = cell.field
    photo = sheet.photos.get(name, b"")
    return {
        "content": cell.content,
        "printed": cell.text,
        "text": sheet.texts.get(name, ""),
        "boxes": [
            {"text": text, "ticked": value in sheet.ticked.get(name, frozenset())}
            for text, value in zip(cell.choices, cell.values, strict=True)
        ],
        "opinion": _opinion(sheet.opinions.get(name, WrittenOpinion())),
        "columns": cell.columns,
        "shares": _shares(cell.columns, sheet.tables.get(name, ())),
        "lines": sheet.tables.get(name, ()),
        "blank": cell.rows,
        "photo": _picture(photo) if photo else "",
    }


def _shares(columns: Sequence[str], lines: Sequence[Sequence[str]]) -> list[float]:
    """Return the columns' shares of a sub-table's width: by what stands in them, even where nothing does."""
    said = [[official_titles.width(text) for text in column] for column in zip(*lines, strict=True)]
    return [min(max(_NARROW, *widths), _WIDE) for widths in said] if lines else [1.0] * len(columns)


def _picture(data: bytes) -> str:
    """Return a photo as SVG: the template's data are text, and nothing else is read."""
    kind = "png" if data.startswith(_PNG) else "jpeg"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400" viewBox="0 0 300 400">'
        f'<image width="300" height="400" href="data:image/{kind};base64,{b64encode(data).decode()}"/></svg>'
    )


def _opinion(opinion: WrittenOpinion) -> dict[str, str]:
    return {"text": opinion.text or opinion.conclusion, "person": opinion.person, "day": opinion.day}


def _fits(text: str, width: float, height: float) -> bool:
    """Tell whether a text surely stands on one line of its cell as large as can be: most do, and need no trial."""
    return height >= _ONE_LINE and "\n" not in text and official_titles.width(text) * _LARGEST < width - _EDGES


def _mm(length: str) -> float:
    return float(length.removesuffix("mm"))
