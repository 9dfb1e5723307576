"""The formats that our kinds and settings use.

In: a text. Out: whether it has the format. Must not know fields.
"""

import re
from collections.abc import Callable
from datetime import date

_SUPPLEMENTARY = 0x20000
_LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z .'’-]*")
_PARTIAL_DAY = re.compile(r"[12][0-9]{3}(-(0[1-9]|1[0-2]))?")
_PRINTED_DAY = re.compile(r"([12][0-9]{3})年\s*([0-9]{1,2})月\s*([0-9]{1,2})日")
_TIME = re.compile(r"([0-9-]{10})( ([01][0-9]|2[0-3]):[0-5][0-9])?")
_IDENTITY = re.compile(r"[1-9][0-9]{16}[0-9X]")
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CREDIT = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def is_day(text: str) -> bool:
    """Tell whether the text is a real day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_partial_day(text: str) -> bool:
    """Tell whether the text is a day, a month or a year: YYYY-MM-DD, YYYY-MM or YYYY."""
    return is_day(text) or bool(_PARTIAL_DAY.fullmatch(text))


def is_printed_day(text: str) -> bool:
    """Tell whether the text is a day as a notice prints it, blanks allowed, or YYYY-MM-DD."""
    match = _PRINTED_DAY.fullmatch(text)
    return is_day(text) or (match is not None and is_day(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"))


def is_time(text: str) -> bool:
    """Tell whether the text is YYYY-MM-DD or YYYY-MM-DD HH:MM."""
    match = _TIME.fullmatch(text)
    return match is not None and is_day(match[1])


def is_name(text: str) -> bool:
    """Tell whether the text can be a person's name: letters of any script, with · between the parts.

    Unicode's categories are not asked: a library may not know the newest ideographs.
    """
    return bool(_LATIN_NAME.fullmatch(text)) or all(map(_is_name_part, text.split("·")))


def _is_name_part(part: str) -> bool:
    return bool(part) and all(each.isalpha() or ord(each) >= _SUPPLEMENTARY for each in part)


def is_identity_number(text: str) -> bool:
    """Tell whether the text is an identity number with a fitting check character (GB 11643)."""
    if not _IDENTITY.fullmatch(text):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, _IDENTITY_WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == text[-1]


def is_credit_code(text: str) -> bool:
    """Tell whether the text is a unified social credit code with a fitting check character (GB 32100-2015)."""
    if not _CREDIT.fullmatch(text):
        return False
    total = sum(_CREDIT_ALPHABET.index(each) * 3**place % 31 for place, each in enumerate(text[:17]))
    return _CREDIT_ALPHABET[-total % 31] == text[17]


FORMATS: dict[str, Callable[[str], bool]] = {
    "姓名": is_name,
    "日": is_day,
    "日期": is_partial_day,
    "成文日期": is_printed_day,
    "发布时间": is_time,
    "身份证号": is_identity_number,
    "统一社会信用代码": is_credit_code,
}
