"""Where a title is broken over lines.

In: a title. Out: its lines. A title that its author broke keeps its lines; any other is broken where a phrase ends,
into lines of about one length. Must not know what a title is about.
"""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

# 2号 in 156 mm; one character is left free on each side.
MOST = 18.0
_HALF, _CAPITAL = 0.56, 0.7
_OPENING, _CLOSING = "“‘《〈（〔【「『", "”’》〉）〕】」』"
_NOT_FIRST = _CLOSING + "，。、；：？！…·的了"
_NOT_LAST = _OPENING + "第"
# What a title does begins well on a new line; what it is of ends one.
_BEFORE = (
    *("推荐", "认定", "评选", "评审", "申报", "遴选", "选拔", "征集", "开展", "举办", "组织", "印发", "公布", "表扬"),
    *("联络员", "拟认定", "名单", "工作", "活动", "关于", "进一步", "全国", "全省", "全市", "优秀", "做好"),
)
_AFTER = ("”", "》", "）", "年度", "年", "加强", "单位", "人员", "项目", "基地", "开展", "公布", "同志", "名单")
_BAD, _AWKWARD, _GOOD = 1000.0, 6.0, -2.0


def lines(title: str, most: float = MOST) -> tuple[str, ...]:
    """Return the title's lines, each at most about `most` full-width characters long."""
    own = tuple(each.strip() for each in title.split("\n") if each.strip())
    return tuple(line for each in own for line in (_broken(each, most) if len(own) == 1 else (each,)))


def width(text: str) -> float:
    """Return about how long a text is, in full-width characters."""
    return sum(map(_width, text))


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    return _CAPITAL if character.isupper() else _HALF


def _broken(title: str, most: float) -> Sequence[str]:
    count = int(-(-width(title) // most))
    if count < 2:  # noqa: PLR2004
        return (title,)
    share = width(title) / count
    rest = title
    made: list[str] = []
    while width(rest) > most and (line := _first(rest, share, most)) != rest:
        made.append(line)
        rest = rest[len(line) :]
    return (*made, rest)


def _first(title: str, share: float, most: float) -> str:
    """Return the title's first line: of all places to break at, the best one."""
    places = [each for each in range(1, len(title)) if width(title[:each]) <= most]
    best = min(places, key=lambda each: _cost(title, each, share), default=len(title))
    return title[:best]


def _cost(title: str, place: int, share: float) -> float:
    before, after = title[:place], title[place:]
    cost = abs(width(before) - share)
    if _held(before, after):
        return cost + _BAD
    if not (before.endswith(_AFTER) or after.startswith(_BEFORE)):
        cost += _AWKWARD
    elif before.endswith(_CLOSING):
        cost += _GOOD
    return cost


def _held(before: str, after: str) -> bool:
    """Tell whether nothing may be broken here: inside quotation marks, before a mark, inside a number or a word."""
    inside = any(before.count(left) > before.count(right) for left, right in zip(_OPENING, _CLOSING, strict=True))
    joined = any(a.isascii() and b.isascii() for a, b in pairwise((before[-1], after[0])))
    number = before[-1].isdigit() or after[0] in "年月日度届批"
    return inside or joined or number or after[0] in _NOT_FIRST or before[-1] in _NOT_LAST
