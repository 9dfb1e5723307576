"""Stroke orders of characters become sort keys of names.

In: names, and orders of characters outside the built-in table. Out: keys that put names into the two customary orders.
Pure; must not know candidates or files of the content.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

FIRST, LAST = 0x4E00, 0x9FA5
_ON_A_LINE = 16
DOT = "·"

Place = tuple[int, str, int]
Key = tuple[tuple[Place, ...], str]
_BLANK: Place = (0, "", 0)
# Behind every known character, so that the order stays total; a finding asks for the missing order.
_UNKNOWN = 999
_SINGLE = 1
# The unified ideographs, all extensions, as planes: a library may not know the newest ones.
_HAN = ((0x3007, 0x3007), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFD))

_COMPOUND = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠
公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁
拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯
西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 第二 爱新觉罗 叶赫那拉 完颜
纳兰 富察 钮祜禄 佟佳
"""
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())


@dataclass(frozen=True, slots=True)
class StrokeTable:
    """Stroke orders as digits, 1 横 2 竖 3 撇 4 点 5 折: the built-in ones by code point, and the content's own."""

    built_in: tuple[str, ...] = field(repr=False)
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)
    # The places that were asked for so far: names share their characters.
    known: dict[str, Place] = field(default_factory=dict, init=False, repr=False, compare=False)

    def with_extra(self, extra: Mapping[str, str]) -> "StrokeTable":
        """Return the table with further characters; an order of the content wins over the built-in one."""
        return StrokeTable(self.built_in, MappingProxyType({**self.extra, **extra}))

    def order(self, character: str) -> str | None:
        """Return the stroke order of a character, None where the table does not have it."""
        if character in self.extra:
            return self.extra[character]
        point = ord(character)
        return self.built_in[point - FIRST] if FIRST <= point <= LAST else None

    def place(self, character: str) -> Place:
        """Return number of strokes, then stroke order, then code point."""
        found = self.known.get(character)
        if found is None:
            order = self.order(character)
            found = (len(order), order, ord(character)) if order else (_UNKNOWN, "", ord(character))
            self.known[character] = found
        return found


@cache
def load_table() -> StrokeTable:
    """Return the built-in table: the 20,902 characters of GB 13000.1."""
    text = (Path(__file__).with_name("data") / "strokes.txt").read_text(encoding="utf-8")
    orders = text[text.index(f"\n{FIRST:04X} ") :].split()
    del orders[:: _ON_A_LINE + 1]  # the code points at the beginning of the lines
    return StrokeTable(tuple(orders))


def missing(name: str, table: StrokeTable) -> tuple[str, ...]:
    """Return the characters of a name without a stroke order, each once; dots, blanks and Latin letters need none."""
    return tuple(dict.fromkeys(each for each in name if _needs_order(each) and table.order(each) is None))


def surname_key(name: str, table: StrokeTable) -> Key:
    """Return the key of 按姓氏笔画: surname first; a given name of one character stands before all of two.

    A name of one given character is read as if a blank stood before it (National CPPCC and Party congress lists).
    Compound surnames go by their first character. A name with · has no surname to tell and goes character by character.
    Names that differ in dots and blanks alone go by code point, so that no two names share a key.
    """
    if DOT in name:
        return full_name_key(name, table)
    plain = _plain(name)
    surname = next((size for size in (4, 3, 2) if plain[:size] in COMPOUND_SURNAMES and len(plain) > size), 1)
    places = [table.place(each) for each in plain]
    if len(plain) - surname == _SINGLE:
        places.insert(surname, _BLANK)
    return tuple(places), name


def full_name_key(name: str, table: StrokeTable) -> Key:
    """Return the key of 按姓名笔画: character by character (National People's Congress lists)."""
    return tuple([table.place(each) for each in _plain(name)]), name


def _plain(name: str) -> str:
    if name.isalpha():  # most names are
        return name
    return "".join(each for each in name if each != DOT and not each.isspace())


def _needs_order(character: str) -> bool:
    """Tell whether the character is a Han character; other signs in a name are another rule's business."""
    return any(first <= ord(character) <= last for first, last in _HAN)
