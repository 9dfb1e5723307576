"""A print template and data → PDF: tagged, to be archived, the same bytes for the same input.

In: a template's name, data for it (JSON), folders of templates, fonts, the document's day. Out: bytes. By default only
the packaged fonts are used, so that every machine sets the same file. Must not know what a document says.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import Any, cast

import pylopdf_fonts_zh_cn as packaged
import typst

from pipeline import cache

_SERIF, _SANS = "Noto Serif SC", "Noto Sans SC"
# A document without a day of its own still needs one: its level of the standard asks for it.
_NO_DAY = date(2000, 1, 1)
_MAKERS = ("typst", "pylopdf-fonts-zh-cn")
_STANDARDS: list[Any] = ["a-3a", "ua-1"]
# The typesetter writes a text as Rust does: marks and what cannot be seen are escaped.
_NOT_SHOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))", re.DOTALL)
# A package would be looked for on the network.
_PACKAGE = re.compile(rb'"@[a-z0-9-]+/')
_TRIAL = b"""
#let data = json(bytes(sys.inputs.data))
#set document(title: [x])
#set text(font: data.fonts)
#data.text
"""


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a document by their names, the first that is there wins; `system`: those of the machine too."""

    system: bool = False
    title: tuple[str, ...] = (_SERIF,)
    body: tuple[str, ...] = (_SERIF,)
    hei: tuple[str, ...] = (_SANS,)
    kai: tuple[str, ...] = (_SERIF,)


PACKAGED = Fonts()

_RARE = ("SimSun-ExtB", "SimSun-ExtG", "BabelStone Han", "HanaMinA", "HanaMinB", "Plangothic P1", "Plangothic P2")
OFFICE = Fonts(
    system=True,
    title=(
        "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05",
        "方正小标宋简体",
        "方正小标宋_GBK",
        "STZhongsong",
        _SERIF,
        *_RARE,
    ),
    body=("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "FZFangSong-Z02S", _SERIF, *_RARE),
    hei=("SimHei", "黑体", "STHeiti", "FZHei-B01S", _SANS, *_RARE),
    kai=("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "FZKai-Z03S", _SERIF, *_RARE),
)


class TypesettingError(Exception):
    """A template cannot be set; the text is the typesetter's."""


class UnprintableError(Exception):
    """No font at hand has some of the `characters`; `field`: where they stand, as far as it is known."""

    def __init__(self, characters: tuple[str, ...], field: str = "") -> None:
        super().__init__("no font has a character")
        self.characters = characters
        self.field = field


def typeset(
    template: str, data: Mapping[str, Any], places: Sequence[Path], fonts: Fonts = PACKAGED, day: date | None = None
) -> bytes:
    """Return the PDF (A-3a, UA-1) that the template makes of the data; the first of `places` that has a file wins.

    `template`: its path in a folder of templates. The template reads the data as `json(bytes(sys.inputs.data))`, with
    the names of the fonts under `fonts`; beside it, it can import any other template of its folder. `day`: the
    document's date. UnprintableError where no font has a character, TypesettingError where a template is wrong.
    """
    sources = _sources(tuple(places), str(PurePosixPath(template).parent))
    name = PurePosixPath(template).name
    if name not in sources or any(_PACKAGE.search(sources[each]) for each in _reached(name, sources)):
        raise TypesettingError(f"{template} is missing, or asks for a package")
    return _compile({**sources, "main": sources[name]}, {**data, "fonts": _named(fonts)}, fonts, day or _NO_DAY)


def missing(texts: Iterable[str], fonts: Fonts = PACKAGED) -> tuple[str, ...]:
    """Return the characters of the texts that no font at hand has, in their order."""
    text = "".join(dict.fromkeys("".join(texts)))
    try:
        _compile({"main": _TRIAL}, {"text": text, "fonts": (*fonts.body, *fonts.hei)}, fonts, _NO_DAY)
    except UnprintableError as error:
        return error.characters
    return ()


def families() -> frozenset[str]:
    """Return the names of all fonts at hand, those of the machine too."""
    return frozenset(typst.Fonts(include_system_fonts=True).families())


def own_names() -> dict[str, tuple[str, ...]]:
    """Return the names of the office's fonts, by what they are for; neither the packaged ones nor those for rare
    characters.
    """
    others = {_SERIF, _SANS, *_RARE}
    roles = {"title": OFFICE.title, "body": OFFICE.body, "hei": OFFICE.hei, "kai": OFFICE.kai}
    return {role: tuple(each for each in names if each not in others) for role, names in roles.items()}


def _compile(sources: Mapping[str, bytes], data: Mapping[str, Any], fonts: Fonts, day: date) -> bytes:
    at = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    text = json.dumps(data, ensure_ascii=False)
    make = partial(_set, sources, text, fonts.system, at)
    # What fonts the machine has, and which file they are, is not for us to know.
    if fonts.system:
        return make()
    files = (part for name in sorted(sources) for part in (name.encode(), sources[name]))
    return cache.remembered(_MAKERS, (str(at).encode(), text.encode(), *files), make)


def _set(sources: Mapping[str, bytes], data: str, with_system_fonts: bool, at: int) -> bytes:
    try:
        return typst.compile(
            cast(Any, dict(sources)),  # files in memory by name; the stub knows one file only
            font_paths=_fonts(with_system_fonts),
            format="pdf",
            pdf_standards=_STANDARDS,
            sys_inputs={"data": data},
            timestamp=at,
        )
    except typst.TypstError as error:
        told = _NOT_SHOWN.findall(error.diagnostic)
        if told:
            raise UnprintableError(tuple(dict.fromkeys(_ESCAPE.sub(_unescaped, "".join(told))))) from None
        raise TypesettingError(error.message) from None


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}.get(found[2], found[2])


def _named(fonts: Fonts) -> dict[str, tuple[str, ...]]:
    return {"title": fonts.title, "body": fonts.body, "hei": fonts.hei, "kai": fonts.kai}


def _sources(places: tuple[Path, ...], folder: str) -> dict[str, bytes]:
    files = [each for place in reversed(places) for each in sorted((place / folder).glob("*.typ"))]
    return {each.name: each.read_bytes() for each in files}


def _reached(name: str, sources: Mapping[str, bytes]) -> set[str]:
    """Return the template and those that it, or one of them, names."""
    found, waiting = {name}, [name]
    while waiting:
        text = sources[waiting.pop()]
        more = [each for each in sources if each not in found and each.encode() in text]
        found.update(more)
        waiting += more
    return found


@lru_cache(maxsize=2)
def _fonts(system: bool) -> typst.Fonts:
    own = [packaged.serif_path().parent]
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=own)
