"""Settings are text; these turn a text that its schema has already judged into a value.

In: one text or a part of a document. Out: bool, int, float, Decimal, date, tuple. Must not know any key.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

# The same days come again in file after file.
_REMEMBERED = 1024
# Those of the forms' format: beyond them days cannot be counted with.
_YEARS = range(1900, 2200)
_YEAR_MONTH_DAY = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})")


def yes(text: object) -> bool | None:
    """Return True for 是 or true, False for 否 or false, None where nothing is written."""
    return {"是": True, "true": True, "否": False, "false": False}.get(str(text))


def day(text: object) -> date | None:
    """Return the first year-month-day in the text (`2020-12-08`, `2020年 11月 25日`), None where no such day is."""
    return _day(str(text))


@lru_cache(_REMEMBERED)
def _day(text: str) -> date | None:
    match = _YEAR_MONTH_DAY.search(text)
    try:
        found = date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    return found if found and found.year in _YEARS else None


def whole(text: object) -> int | None:
    """Return the whole number written in the text, None where there is none."""
    return int(str(text)) if re.fullmatch(r"[0-9]{1,9}", str(text)) else None


def number(text: object) -> float | None:
    """Return the number written in the text, None where there is none."""
    return float(str(text)) if re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", str(text)) else None


def points(text: object) -> Decimal | None:
    """Return the number written in the text, digit for digit; None where there is none."""
    return Decimal(str(text)) if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,2})?", str(text)) else None


def millimetres(text: object) -> float | None:
    """Return the length written in the text (`37mm`), None where there is none."""
    return number(str(text).removesuffix("mm")) if str(text).endswith("mm") else None


def words(part: object) -> tuple[str, ...]:
    """Return a list of texts, a single text as a list of one, nothing as an empty list."""
    if isinstance(part, list):
        return tuple(str(each) for each in part)
    return (str(part),) if part else ()


def section(part: object) -> Mapping[str, object]:
    """Return a mapping as it is, anything else as an empty one."""
    return part if isinstance(part, Mapping) else {}


def items(part: object) -> tuple[Mapping[str, object], ...]:
    """Return the mappings of a list, in order."""
    return tuple(section(each) for each in part) if isinstance(part, list) else ()


def text(part: Mapping[str, object], key: str, default: str = "") -> str:
    """Return the text under a key, `default` where it is absent or empty."""
    value = part.get(key)
    return str(value) if isinstance(value, str | int | float) and value != "" else default


def optional(part: Mapping[str, object], key: str) -> str | None:
    """Return the text under a key, None where it is absent or empty."""
    return text(part, key) or None
