"""The formats that our kinds and settings use.

In: a text. Out: whether it has the format. Must not know fields.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from pipeline.forms.names import PLAIN

# Days and the names of those who sign come again in file after file.
_REMEMBERED = 1024
# Han characters by their blocks and the numeral 〇: a library may not know the newest of them.
_HAN = "[〇㐀-鿿\U00020000-\U0003fffd]"
_LETTERS_GO_ON = frozenset(" .'’-")
_YEARS = ("1900", "2199")
_PARTIAL_DAY = re.compile(r"(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?")
_PRINTED_DAY = r"([0-9]{4})年\s*([0-9]{1,2})月\s*([0-9]{1,2})日"
_TIME = r"([0-9-]{10})( ([01][0-9]|2[0-3]):[0-5][0-9])?"
_IDENTITY = r"[1-9][0-9]{16}[0-9X]"
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_EMAIL = r"[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}"
# A host of letters in any script, digits and hyphens, or an address of IPv4 or IPv6; a port; a path.
_URL = re.compile(
    r"https?://(?:[^\W_](?:[\w.-]{0,250}[^\W_])?|\[[0-9A-Fa-f:.]{2,45}\])(?::([0-9]{1,5}))?(?:[/?#][^\s\\<>\"`{}|^]*)?"
)
_MOST_PORTS = 65_535
_CREDIT = r"[0-9A-HJ-NPQRTUWXY]{18}"
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@lru_cache(_REMEMBERED)
def is_day(text: str) -> bool:
    """Tell whether the text is a real day as YYYY-MM-DD, of a year that somebody alive may have to do with."""
    try:
        return date.fromisoformat(text).isoformat() == text and _YEARS[0] <= text[:4] <= _YEARS[1]
    except ValueError:
        return False


def is_partial_day(text: str) -> bool:
    """Tell whether the text is a day, a month or a year: YYYY-MM-DD, YYYY-MM or YYYY."""
    return is_day(text) or bool(_PARTIAL_DAY.fullmatch(text))


def is_printed_day(text: str) -> bool:
    """Tell whether the text is a day as a notice prints it, blanks allowed, or YYYY-MM-DD."""
    match = re.fullmatch(_PRINTED_DAY, text)
    return is_day(text) or (match is not None and is_day(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"))


def is_time(text: str) -> bool:
    """Tell whether the text is YYYY-MM-DD or YYYY-MM-DD HH:MM."""
    match = re.fullmatch(_TIME, text)
    return match is not None and is_day(match[1])


@lru_cache(_REMEMBERED)
def is_name(text: str) -> bool:
    """Tell whether the text can be a person's name: letters of any script, with · between the parts.

    Unicode's categories are not asked: a library may not know the newest ideographs.
    """
    return all(map(_is_name_part, text.split("·")))


def _is_name_part(part: str) -> bool:
    """A part in Han characters has nothing else in it; one in letters may have blanks, points and hyphens."""
    if PLAIN.fullmatch(part):
        return True
    if not part or part != part.strip() or not all(map(_may_stand_in_a_name, part)):
        return False
    return not re.search(_HAN, part) or not _LETTERS_GO_ON.intersection(part)


def _may_stand_in_a_name(character: str) -> bool:
    return character.isalpha() or character in _LETTERS_GO_ON or bool(re.match(_HAN, character))


def is_identity_number(text: str) -> bool:
    """Tell whether the text is an identity number with a real day of birth and a fitting check character (GB 11643)."""
    if not re.fullmatch(_IDENTITY, text):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, _IDENTITY_WEIGHTS, strict=False))
    born = f"{text[6:10]}-{text[10:12]}-{text[12:14]}"
    return is_day(born) and "10X98765432"[total % 11] == text[-1]


def is_credit_code(text: str) -> bool:
    """Tell whether the text is a unified social credit code with a fitting check character (GB 32100-2015)."""
    if not re.fullmatch(_CREDIT, text):
        return False
    total = sum(_CREDIT_ALPHABET.index(each) * 3**place % 31 for place, each in enumerate(text[:17]))
    return _CREDIT_ALPHABET[-total % 31] == text[17]


def is_email(text: str) -> bool:
    """Tell whether the text is one e-mail address, in ASCII."""
    return bool(re.fullmatch(_EMAIL, text))


def is_url(text: str) -> bool:
    """Tell whether the text is an address that a browser opens: a host, no account, nothing that ends an attribute."""
    match = _URL.fullmatch(text)
    if match is None or int(match[1] or 0) > _MOST_PORTS:
        return False
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:  # brackets round what is no address, letters that fold into signs
        return False


# The last three are JSON Schema's own names, for forms written by people who know it.
FORMATS: dict[str, Callable[[str], bool]] = {
    "姓名": is_name,
    "日": is_day,
    "日期": is_partial_day,
    "成文日期": is_printed_day,
    "发布时间": is_time,
    "身份证号": is_identity_number,
    "统一社会信用代码": is_credit_code,
    "date": is_day,
    "email": is_email,
    "uri": is_url,
}
