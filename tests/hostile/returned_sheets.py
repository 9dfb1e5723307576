"""Spreadsheets that were made to do harm, and that were made by accident."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import openpyxl

from tests.hostile.returned import returned

HEADINGS = ("序号", "姓名", "手机号", "类别")
PERSON = ("1", "王示例", "13800000001", "A")
SHEET, STRINGS, STYLES, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
_LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
JOINED = '<mergeCell ref="A1:XFD1048576"/>'
Rows = tuple[tuple[Any, ...], ...]


def workbook(rows: Rows = (HEADINGS, PERSON), formats: Mapping[str, str] | None = None) -> bytes:
    """Return a workbook of these rows; `formats`: of what look the values of cells are."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    for cell, look in (formats or {}).items():
        sheet[cell].number_format = look
    book.save(out)
    return out.getvalue()


def changed(change: Mapping[str, Callable[[bytes], bytes]], more: Mapping[str, bytes] | None = None) -> bytes:
    """Return a good workbook of which some parts are others."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            data = old.read(each)
            new.writestr(each.filename, change[each.filename](data) if each.filename in change else data)
        for name, data in (more or {}).items():
            new.writestr(name, data)
    return out.getvalue()


def put(old: str, new: str) -> Callable[[bytes], bytes]:
    """Return what replaces a piece of a part; a piece that is not there fails, so that no case passes by accident."""

    def act(data: bytes) -> bytes:
        assert old.encode() in data, data[:500]
        return data.replace(old.encode(), new.encode(), 1)

    return act


def sheet(rows: str) -> bytes:
    """Return a workbook with more rows, written as they are."""
    return changed({SHEET: put("</sheetData>", f"{rows}</sheetData>")})


def cell(said: str, kind: str = "", place: str = "B3") -> bytes:
    """Return a workbook with one more cell."""
    of_kind = f' t="{kind}"' if kind else ""
    return sheet(f'<row r="3"><c r="{place}"{of_kind}>{said}</c></row>')


def many_strings() -> bytes:
    """Return a workbook that lists more texts than it shows."""
    texts = "".join(f"<si><t>{number:x}</t></si>" for number in range(1_400_000))
    return changed({STRINGS: put("</sst>", f"{texts}</sst>")})


def many_cells() -> bytes:
    """Return a workbook with a million cells."""
    row = "".join(f"<c><v>{number}</v></c>" for number in range(200))
    return sheet("".join(f"<row>{row}</row>" for _ in range(4_900)))


def many_styles() -> bytes:
    """Return a workbook with more looks than anybody can tell apart."""
    looks = "".join(f'<numFmt numFmtId="{number}" formatCode="0.{number}"/>' for number in range(200, 60_200))
    return changed({STYLES: put("<fonts", f'<numFmts count="60000">{looks}</numFmts><fonts')})


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a good one": (workbook, "read"),
    "cut in half": (lambda: workbook()[:3000], "X943"),
    "without a sheet": (lambda: changed({SHEET: lambda _: b""}), "X943"),
    "without strings": (lambda: changed({STRINGS: lambda _: b"<sst/>"}), "read"),
    "without a workbook": (lambda: changed({BOOK: lambda _: b"<a/>"}), "X948"),
    "a sheet that is no XML": (lambda: changed({SHEET: lambda data: data[:200]}), "X943"),
    "laughs": (lambda: changed({SHEET: lambda data: _LAUGHS + data}), "X944"),
    "macros": (lambda: changed({}, {"xl/vbaProject.bin": b"x"}), "X944"),
    "outside links": (
        lambda: changed({}, {"xl/externalLinks/externalLink1.xml": b'<externalLink xmlns:r="r" r:id="r1"/>'}),
        "read",
    ),
    "many strings": (many_strings, "read"),
    "many cells": (many_cells, "X944"),
    "many styles": (many_styles, "read"),
    "many rows": (lambda: workbook((HEADINGS, *[PERSON] * 6_000)), "X968 read"),
    "many joined cells": (
        lambda: changed({SHEET: put("</sheetData>", f"</sheetData><mergeCells>{JOINED * 900}</mergeCells>")}),
        "read",
    ),
    "a size that is none": (lambda: changed({SHEET: put('ref="A1:D2"', 'ref="A1:XFD1048576"')}), "read"),
    "a row far down": (
        lambda: sheet('<row r="1048576"><c r="B1048576" t="inlineStr"><is><t>甲</t></is></c></row>'),
        "read",
    ),
    "a row that is no number": (lambda: sheet('<row r="甲"><c r="B3"><v>1</v></c></row>'), "X943"),
    "a cell far right": (lambda: cell("<v>1</v>", place="XFD3"), "read"),
    "a cell of no place": (lambda: cell("<v>1</v>", place="甲3"), "X943"),
    "a text that is not listed": (lambda: cell("<v>99999</v>", "s"), "X943"),
    "a text before the first": (lambda: cell("<v>-1</v>", "s"), "X943"),
    "a number that is none": (lambda: cell("<v>甲</v>"), "X943"),
    "no number at all": (lambda: cell("<v>NaN</v>"), "X943"),
    "a number beyond count": (lambda: cell("<v>1e999</v>"), "read"),
    "a number of many digits": (lambda: cell(f"<v>{'9' * 5_000}</v>"), "X943"),
    "an error": (lambda: cell("<v>#REF!</v>", "e"), "read"),
    "a day that is none": (lambda: cell("<v>2020-13-45</v>", "d"), "X943"),
    "a kind that is none": (lambda: cell("<v>1</v>", "zzz"), "read"),
    "a formula": (
        lambda: workbook((HEADINGS, ("2", "=cmd|' /C calc'!A0", '=HYPERLINK("http://127.0.0.1")', "A"))),
        "read",
    ),
    "a mobile number that looks like a day": (
        lambda: workbook((HEADINGS, ("1", "王示例", 13800000001, "A")), {"C2": "yyyy-mm-dd"}),
        "read",
    ),
    "a day before all days": (lambda: workbook((HEADINGS, ("1", "王示例", -5, "A")), {"C2": "yyyy-mm-dd"}), "read"),
    "a day with a time": (
        lambda: workbook((HEADINGS, ("1", "王示例", datetime.fromisoformat("2020-01-02T03:04"), "A"))),
        "read",
    ),
    "a look that is none": (lambda: workbook((HEADINGS, PERSON), {"C2": '[$-804]yyyy"年"m"月";@' * 20}), "read"),
    "a long word": (lambda: workbook((HEADINGS, ("1", "王" * 32_000, "13800000001", "A"))), "read"),
    "a mark that turns": (lambda: workbook((HEADINGS, ("1", "王\u202e示例", "13800000001", "A"))), "read"),
    "headings only": (lambda: workbook((HEADINGS,)), "X948"),
    "headings twice": (lambda: workbook((HEADINGS, HEADINGS, PERSON)), "read"),
    "headings in a column": (lambda: workbook(tuple((each,) for each in HEADINGS)), "X948"),
    "no rows": (lambda: workbook(()), "X948"),
    "a script": (lambda: workbook((HEADINGS, ("1", "<script>alert(1)</script>", "{{ 7 * 7 }}", "A"))), "read"),
}
CASES = {name: returned("a.xlsx", make, expected) for name, (make, expected) in FILES.items()}
