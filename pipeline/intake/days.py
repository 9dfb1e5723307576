"""A date as people write it → YYYY-MM-DD, YYYY-MM or YYYY; a day that is not written is never made up.

In: a text. Out: the date, and why it is doubtful. Must not know fields.
"""

import re
from datetime import date

_HAN = str.maketrans("○〇零一二三四五六七八九Oo０１２３４５６７８９", "00012345678900" + "0123456789")
_TENS = re.compile(r"(?P<tens>[1-9]?)十(?P<ones>[1-9]?)")
_APART = re.compile(r"(\d{4}|\d{2})\s*[-./年_、,，]\s*(\d{1,2})(?:\s*[-./月_、,，]\s*(\d{1,2})\s*[日号]?|\s*月?)")
_YEAR = re.compile(r"((?:19|20|21)\d{2})\s*年?")
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_SHORT = re.compile(r"(\d{2})(\d{2})")
_SIGNS = str.maketrans("．。／－—–－‐", "../-----")
_YEARS = range(1900, 2200)
# A year in two digits that is no later than this is of this century.
_CENTURY = 30
_TWO_DIGITS = "年份只写了两位"


def day(text: str) -> tuple[str, str]:
    """Return (date, doubt); the date is empty where the text is none.

    `2000.08`, `197711`, `2020年 11月 25日`, `二○一二年三月九日`, `65.09` (doubtful) are dates.
    """
    plain = _TENS.sub(_ten, _plain(text))
    match = _APART.fullmatch(plain) or _YEAR.fullmatch(plain) or _TOGETHER.fullmatch(plain) or _SHORT.fullmatch(plain)
    if match is None:
        return "", ""
    year, month, of_month = (*match.groups(), None, None)[:3]
    assert year is not None
    doubt = _TWO_DIGITS if len(year) == len("65") else ""
    return _real(_whole(year), month, of_month), doubt


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_HAN).translate(_SIGNS)).strip(" .")


def _ten(match: re.Match[str]) -> str:
    """Return 十, 二十, 十一, 二十五 as a number; the digits beside it are Arabic already."""
    return f"{match['tens'] or '1'}{match['ones'] or '0'}"


def _whole(year: str) -> int:
    number = int(year)
    if len(year) > len("65"):
        return number
    return number + (2000 if number <= _CENTURY else 1900)


def _real(year: int, month: str | None, of_month: str | None) -> str:
    """Return the date with the parts that are written, empty where there is no such day."""
    try:
        found = date(year, int(month or 1), int(of_month or 1))
    except ValueError:
        return ""
    parts = 1 + (month is not None) + (of_month is not None)
    return "-".join(found.isoformat().split("-")[:parts]) if year in _YEARS else ""
