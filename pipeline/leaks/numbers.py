"""Mobile and identity numbers in a text, whoever's they are.

In: the numbers that the site says lawfully; bytes. Out: codes of findings. Must not know any value.
"""

import re
from collections.abc import Iterator

# Every digit as 0 and all else as a space: eleven digits in a row are then found without a pattern.
_DIGITS = bytes(ord("0") if chr(each) in "0123456789" else ord(" ") for each in range(256))
_ROW = b"0" * 11
# A long number with whatever letters and digits follow it.
_LONG = re.compile(r"[0-9]{11,}[A-Za-z0-9]*")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_IDENTITY = re.compile(r"[1-9][0-9]{16}[0-9Xx]")
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


class Numbers:
    """The numbers that may be said."""

    def __init__(self, declared: frozenset[str]) -> None:
        self._declared = declared

    def of(self, text: bytes) -> Iterator[str]:
        """Yield P503 for each undeclared mobile number, P504 for each undeclared identity number."""
        if _ROW in text.translate(_DIGITS):
            yield from self._long(text.decode("utf-8", errors="replace"))

    def _long(self, text: str) -> Iterator[str]:
        for match in _LONG.finditer(text):
            number, before = match[0], text[match.start() - 1 : match.start()]
            if before.isascii() and before.isalpha():
                continue
            if _MOBILE.fullmatch(number) and number not in self._declared:
                yield "P503"
            if _IDENTITY.fullmatch(number) and number.lower() not in self._declared and _is_identity_number(number):
                yield "P504"


def _is_identity_number(text: str) -> bool:
    """Tell whether the check character fits (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(text, _IDENTITY_WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == text[-1].upper()
