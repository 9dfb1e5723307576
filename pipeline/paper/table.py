"""A list as CSV for spreadsheets and as JSON for programs.

In: columns and rows of text. Out: bytes, the same for the same table. Must not know whose list it is.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

_FORMULA_STARTS = frozenset("=+-@\t\r")
_BYTE_ORDER_MARK = "\ufeff"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=("\n", ":"))


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return the table as CSV (RFC 4180) in UTF-8.

    With a byte order mark, without which Excel in China reads GBK; a cell that a spreadsheet would take for a
    formula gets a leading apostrophe.
    """
    text = io.StringIO(newline="")
    text.write(_BYTE_ORDER_MARK)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_row(columns))
    writer.writerows(map(_row, rows))
    return text.getvalue().encode("utf-8")


def to_json(about: Mapping[str, object], columns: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the table as JSON in UTF-8: `meta` says what it is, `rows` has one object a row, keyed by column.

    One row stands on one line, so that two days' files can be compared line by line.
    """
    names = tuple(columns)
    meta = json.dumps({**about, "columns": names}, ensure_ascii=False)
    lines = ",\n".join(_objects(names, tuple(rows)))
    return f'{{"meta": {meta},\n"rows": [\n{lines}\n]}}\n'.encode()


def _row(cells: Iterable[str]) -> list[str]:
    return [f"'{each}" if each[:1] in _FORMULA_STARTS else each for each in cells]


def _objects(names: tuple[str, ...], rows: tuple[Sequence[str], ...]) -> Iterator[str]:
    """Return each row as an object; raises ValueError where one has not as many cells as there are names."""
    width = len(names)
    if any(len(row) != width for row in rows):
        raise ValueError("a row is not as wide as the table")
    shape = "{" + ", ".join(f"{name.replace('%', '%%')}: %s" for name in _written(names)) + "}"
    cells = _written(tuple(chain.from_iterable(rows)))
    return (shape % tuple(cells[at : at + width]) for at in range(0, len(cells), width))


def _written(texts: tuple[str, ...]) -> list[str]:
    """Return texts as JSON writes them, in which no text has an end of line. All at once, for to begin takes long."""
    return _ENCODER.encode(texts)[1:-1].split("\n") if texts else []
