"""Lists as CSV and JSON: what the spreadsheet and the program get."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.paper.table import to_csv, to_json

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)


def _read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_opens_in_a_chinese_spreadsheet() -> None:
    """The file begins with the byte order mark and ends its lines as RFC 4180 says."""
    assert to_csv(("姓名", "单位"), (("王示例", '示例"大学"，'),)) == (
        '\ufeff姓名,单位\r\n王示例,"示例""大学""，"\r\n'.encode()
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_cell_never_becomes_a_formula(start: str) -> None:
    """A cell that a spreadsheet would reckon with gets an apostrophe, in the heads too."""
    assert _read(to_csv((f"{start}甲",), ((f"{start}1",),))) == [[f"'{start}甲"], [f"'{start}1"]]


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_csv_gives_back_every_cell(rows: list[tuple[str, str]]) -> None:
    """What was written is read again, but for the apostrophe that makes a cell harmless."""
    read = [[cell.removeprefix("'") for cell in row] for row in _read(to_csv(("甲", "乙"), rows))]
    assert read == [["甲", "乙"], *([cell.removeprefix("'") for cell in row] for row in rows)]


def test_json_is_one_object_a_row() -> None:
    """Rows are keyed by column, in the order of the columns; Chinese stands as it is."""
    data = to_json({"截至": "2021-03-17"}, ("姓名", "单位"), (("王示例", "示例大学"),))
    assert json.loads(data) == {
        "meta": {"截至": "2021-03-17", "columns": ["姓名", "单位"]},
        "rows": [{"姓名": "王示例", "单位": "示例大学"}],
    }
    assert '\n{"姓名": "王示例", "单位": "示例大学"}\n' in data.decode("utf-8")


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_json_gives_back_every_cell(rows: list[tuple[str, str]]) -> None:
    """Whatever stands in a cell, each row is one line, written as Python writes it."""
    data = to_json({}, ("甲%s", "乙"), rows).decode()
    assert json.loads(data)["rows"] == [{"甲%s": one, "乙": other} for one, other in rows]
    lines = [json.dumps({"甲%s": one, "乙": other}, ensure_ascii=False) for one, other in rows]
    assert data.endswith("".join((",\n".join(lines), "\n]}\n")))


def test_json_without_rows_is_whole() -> None:
    """An empty list is still JSON."""
    assert json.loads(to_json({}, ("姓名",), ())) == {"meta": {"columns": ["姓名"]}, "rows": []}
