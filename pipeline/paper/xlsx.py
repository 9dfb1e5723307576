"""A list as a workbook for Excel, WPS and LibreOffice.

In: a title, columns, rows of text. Out: the bytes of an .xlsx, the same for the same list. Every cell is text and stays
text when somebody edits it, so nothing in it can become a formula, a link or a date. Must not know whose list it is.

The title stands somewhere in row TITLE_ROW, the headings in row HEADER_ROW, one line a row below. What the list is of
stands in the custom properties of the file, keyed as in `known`; one that was saved by WPS may have lost them.
"""

import io
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

TITLE_ROW, HEADER_ROW = 1, 2
PROGRAMME, VERSION = "gongshi-programme", "gongshi-version"
LONGEST = 32767
# A file that names no day is the same on every day.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  # the format knows no time zone
_HEADING, _WIDEST, _WIDEST_LONG = 14, 26, 50
_REPEATED = 2
# In points; the highest is as high as a spreadsheet allows. Programs do not reckon the height of a wrapped row alike.
_LINE, _LOWEST, _HIGHEST = 14, 20, 409
# Widths of columns that a page takes when it is set at three quarters of its size.
_PAGE = 170
_A4 = 9
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def to_xlsx(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    known: Mapping[str, str],
    note: str = "",
) -> bytes:
    """Return the workbook; `note` is printed at the foot of every page.

    Every row has as many texts as there are columns; a text longer than LONGEST, the most that a cell can hold, is cut.
    """
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415  # it carries no types, and is slow to load

    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, _OPTIONS)
    book.set_properties({"title": title, "created": _CREATED})
    for key, value in known.items():
        book.set_custom_property(key, value, "text")
    page = book.add_worksheet("名单")
    widths = [_width(heading, [row[place] for row in rows]) for place, heading in enumerate(columns)]
    _set_up(page, -(-sum(widths) // _PAGE), note)
    cell = {
        "num_format": "@",
        "border": 1,
        "valign": "vcenter",
        "text_wrap": True,
        "font_name": "宋体",
        "font_size": 10,
    }
    body = book.add_format(cell)
    head = book.add_format({**cell, "bold": True, "align": "center", "bg_color": "#F2F2F2"})
    top = book.add_format({"num_format": "@", "font_name": "宋体", "font_size": 16, "bold": True, "valign": "vcenter"})
    page.set_row(TITLE_ROW - 1, 32)
    page.write_string(TITLE_ROW - 1, _REPEATED, title, top)
    for number, lines in enumerate((columns, *rows), HEADER_ROW - 1):
        look = head if number == HEADER_ROW - 1 else body
        page.set_row(number, _height(lines, widths))
        for place, text in enumerate(lines):
            if text:
                page.write_string(number, place, text[:LONGEST], look)
            else:
                page.write_blank(number, place, None, look)
    for place, width in enumerate(widths):
        page.set_column(place, place, width)
    book.close()
    return _stored(data)


def _stored(data: io.BytesIO) -> bytes:
    """Return the container with its parts as they are: compressed, it would differ wherever another zlib is at work."""
    whole = io.BytesIO()
    with zipfile.ZipFile(data) as made, zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as stored:
        for part in made.infolist():
            stored.writestr(zipfile.ZipInfo(part.filename, part.date_time), made.read(part))
    return whole.getvalue()


def _set_up(page: Any, across: int, note: str) -> None:
    """Set the page: A4 landscape, `across` pages wide; headings and the first columns on every page and in sight."""
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.fit_to_pages(across, 0)
    page.repeat_columns(0, _REPEATED - 1)
    page.repeat_rows(TITLE_ROW - 1, HEADER_ROW - 1)
    page.freeze_panes(HEADER_ROW, _REPEATED)
    page.set_footer(f"&L{note.replace('&', '&&')}&R第 &P 页，共 &N 页")
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _width(heading: str, texts: Sequence[str]) -> int:
    """Return the width of a column in digits: the longest line's, within bounds; a long heading is wrapped."""
    longest = max((_digits(line) for text in texts for line in text.split("\n")), default=0)
    most = _WIDEST_LONG if any("\n" in text for text in texts) else _WIDEST
    return min(max(longest, min(_digits(heading), _HEADING)) + 2, most)


def _height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Return the height of a row in points: that of its fullest cell, wrapped to its column."""
    lines = (
        sum(max(1, -(-_digits(line) // (width - 2))) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(max(max(lines, default=1) * _LINE + 4, _LOWEST), _HIGHEST)


@lru_cache(maxsize=65536)
def _digits(line: str) -> int:
    return (
        len(line) if line.isascii() else sum(2 if unicodedata.east_asian_width(each) in "WFA" else 1 for each in line)
    )
