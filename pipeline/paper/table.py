"""A list as CSV for spreadsheets and as JSON for programs.

In: columns and rows of text. Out: bytes, the same for the same table. Must not know whose list it is.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping

from pipeline import memory

_FORMULA_STARTS = frozenset("=+-@\t\r")
_BYTE_ORDER_MARK = "\ufeff"


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[str]], name: str = "") -> bytes:
    """Return the table as CSV (RFC 4180) in UTF-8.

    With a byte order mark, without which Excel in China reads GBK; a cell that a spreadsheet would take for a
    formula gets a leading apostrophe. `name` tells the table from others, for those who write it again and again.
    """
    text = io.StringIO(newline="")
    text.write(_BYTE_ORDER_MARK)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_row(columns))
    known = memory.known(f"cells of {name}")
    writer.writerows(known.of(each, _row) for each in rows)
    return text.getvalue().encode("utf-8")


def to_json(
    about: Mapping[str, object], columns: Iterable[str], rows: Iterable[Iterable[str]], name: str = ""
) -> bytes:
    """Return the table as JSON in UTF-8: `meta` says what it is, `rows` has one object a row, keyed by column.

    One row stands on one line, so that two days' files can be compared line by line. `name` as for CSV.
    """
    names = tuple(columns)
    meta = _json({**about, "columns": names})
    known = memory.known(f"lines of {name}", names)
    lines = ",\n".join(known.of(row, _object, names) for row in rows)
    return f'{{"meta": {meta},\n"rows": [\n{lines}\n]}}\n'.encode()


def _row(cells: Iterable[str]) -> list[str]:
    return [f"'{each}" if each[:1] in _FORMULA_STARTS else each for each in cells]


# Made once: to make one costs more than a row.
_json = json.JSONEncoder(ensure_ascii=False).encode


def _object(row: Iterable[str], names: tuple[str, ...]) -> str:
    return _json(dict(zip(names, row, strict=True)))
