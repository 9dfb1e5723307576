"""A planned file for programs → bytes.

In: a list, plain values, a calendar. Out: bytes, by the kind and the suffix of its address. Must not know whose it is.
"""

import json
from functools import partial
from pathlib import Path

from pipeline import cache
from pipeline.pages import CalendarFile, JsonFile, Table, TableFile
from pipeline.paper import calendar, table, xlsx


def draw(file: TableFile | JsonFile | CalendarFile) -> bytes:
    """Return the file's bytes."""
    if isinstance(file, JsonFile):
        return (json.dumps(file.value, ensure_ascii=False, indent=2, default=dict) + "\n").encode()
    if isinstance(file, CalendarFile):
        days = (
            calendar.Day(each.key, each.known, each.first, each.last, each.summary, each.description, each.url)
            for each in file.entries
        )
        return calendar.to_ics(file.name, file.domain, days)
    return _table(file.path, file.table)


def _table(path: str, made: Table) -> bytes:
    if path.endswith(".csv"):
        return table.to_csv(made.columns, made.rows)
    if path.endswith(".xlsx"):
        return _workbook(made)
    return table.to_json(dict(made.about), made.columns, made.rows)


def _workbook(made: Table) -> bytes:
    """Return the list as a workbook, which takes longer than all the list's pages."""
    about = {key: _said(value) for key, value in made.about}
    asked = json.dumps((made.title, made.columns, tuple(made.rows), about, made.note), ensure_ascii=False).encode()
    make = partial(xlsx.to_xlsx, made.title, made.columns, made.rows, about, made.note)
    return cache.remembered(("XlsxWriter",), (Path(xlsx.__file__).read_bytes(), asked), make)


def _said(value: str | int | bool) -> str:
    return ("是" if value else "否") if isinstance(value, bool) else str(value)
