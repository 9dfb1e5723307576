"""Telephone numbers as people write them → 区号-号码-分机, several with “、” between them.

In: a text. Out: the numbers and why they are doubtful. No area code is made up. Must not know fields.
"""

import re

from pipeline.intake.characters import narrow

_BETWEEN = re.compile(r"[;；、,，/\n]+|(?<=\d)\s{2,}(?=0?\d)|(?<=\d{7})\s+(?=0?\d{3})")
_DASHES = re.compile(r"\s*[-—–－ー―‐~]+\s*")
_REMARK = re.compile(r"[(（]?(传真|办公室?|办|电话|座机|宅|家)[)）]?[:：]?|(?i:tel|fax)[:.：]?")
_AREA = re.compile(r"[(（](0\d{2,3})[)）]\s*-?\s*")
_EXTENSION = re.compile(r"\s*(?:转|分机|ext\.?)\s*:?\s*(?=\d)")
_TOGETHER = re.compile(r"(010|02\d|0[3-9]\d{2})\s*(\d{7,8})")
_NATION = re.compile(r"^(?:\+|00)86[-\s]*")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_WITH_AREA = re.compile(r"0\d{2,3}-\d{7,8}(-\d{1,6})?")
_NO_AREA, _SAID_MORE, _SEVERAL = "没有区号", "去掉了号码以外的字", "写了几个号码，只取手机号"


def landlines(text: str) -> tuple[str, str]:
    """Return (numbers, doubt); what cannot be read as a number stays as it is among them."""
    doubts: dict[str, None] = {}
    numbers = [number for each in _BETWEEN.split(narrow(text).strip()) if (number := _landline(each, doubts))]
    return "、".join(numbers), "；".join(doubts)


def _landline(text: str, doubts: dict[str, None]) -> str:
    said = _REMARK.sub("", text)
    if said != text:
        doubts[_SAID_MORE] = None
    number = _EXTENSION.sub("-", _AREA.sub(r"\1-", _NATION.sub("", _DASHES.sub("-", said.strip()))))
    together = _TOGETHER.fullmatch(number)
    number = f"{together[1]}-{together[2]}" if together else re.sub(r"\s+", "", number)
    if number and not _WITH_AREA.fullmatch(number):
        doubts[_NO_AREA] = None
    return number


def mobile(text: str) -> tuple[str, str]:
    """Return (number, doubt); where several numbers are written, the only mobile one among them."""
    plain = narrow(text).strip()
    whole = re.sub(r"[\s\-—–－.]", "", _NATION.sub("", plain))
    if _MOBILE.fullmatch(whole):
        return whole, ""
    parts = (re.sub(r"[\s\-—–－]", "", each) for each in re.split(r"[;；、,，/\n]+", plain))
    found = dict.fromkeys(each for each in parts if _MOBILE.fullmatch(each))
    return (next(iter(found)), _SEVERAL) if len(found) == 1 else (text, "")
