"""A cell of a spreadsheet → the text that the office meant.

In: a cell's value and number format. Out: text, and why it is doubtful. Must not know headings or fields.
"""

import re
from datetime import date, datetime, time
from typing import Any

# Beyond this many digits a spreadsheet keeps a number only roughly.
_EXACT = 15
_IN_FORMATS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[Ee]\+\d+")
_ROUGH = "号码按数字存放，末几位可能已经失真"
_SHORTENED = "数字被写成了科学记数法，后面的位数已经丢失"
_FAULTY = "公式的结果有错"
_TIMED = "单元格里是时间"


def spoken(value: Any, number_format: str) -> tuple[str, str]:
    """Return (text, doubt) of a cell; a date has the parts that its format shows."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "是", False: "否"}[value], ""
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, date):
        return _day(value, number_format)
    return _text(str(value), "" if isinstance(value, str) else _TIMED)


def _text(text: str, doubt: str) -> tuple[str, str]:
    if text.startswith("#") and text.rstrip("!?").isupper():
        return text, _FAULTY
    return text, _SHORTENED if _SCIENTIFIC.fullmatch(text.strip()) else doubt


def _number(value: float) -> tuple[str, str]:
    if isinstance(value, float) and not value.is_integer():
        return repr(value), ""
    text = str(int(value))
    return text, _ROUGH if len(text) > _EXACT else ""


def _day(value: date, number_format: str) -> tuple[str, str]:
    text = (value.date() if isinstance(value, datetime) else value).isoformat()
    timed = isinstance(value, datetime) and value.time() != time()
    return "-".join(text.split("-")[: _parts(number_format)]), _TIMED if timed else ""


def _parts(number_format: str) -> int:
    """Return how many of year, month and day the format shows; one that shows none of them shows all we know."""
    shown = _IN_FORMATS.sub("", number_format).lower()
    if "d" in shown:
        return 3
    return 2 if "m" in shown else 1 if "y" in shown else 3
