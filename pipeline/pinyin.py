"""Characters → how they are read, as people type it: syllables without tones, `v` for ü.

In: characters and names. Out: syllables, the usual one first. Must not know lists. Of the library only its table of
characters is looked into, for those that are asked for: a name is not a phrase, names share some hundred characters,
and loading all of it takes a hundred times as long.
"""

import json
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

DOT = "·"
# The library goes on to readings that only old books know.
_MOST = 3
_LONGEST = 3
_TWO_DOTS = "\u0308"

Readings = tuple[str, ...]


@cache
def readings(character: str) -> Readings:
    """Return how a character is read, at most three ways; nothing for a letter or a sign."""
    said = _said(ord(character))
    return tuple(dict.fromkeys(_bare(each) for each in said.split(",") if each))[:_MOST]


@cache
def surname(start: str) -> tuple[Readings, ...]:
    """Return how each character of a surname is read; nothing where `start` is not read otherwise as a surname.

    The usual reading stands last: who does not know how a surname is read types that.
    """
    said = _surnames().get(start)
    if said is None:
        if len(start) > 1 or len(readings(start)) <= 1:
            return ()
        return (readings(start)[:1],)
    own = tuple(tuple(each.split("/")) for each in said.split())
    usual = readings(start)[:1] if len(start) == 1 else next(iter(surname(start[0])), readings(start[0])[:1])
    return (tuple(dict.fromkeys((*own[0], *usual))), *own[1:])


def start_of(name: str) -> str:
    """Return the surname where it is read in a way of its own, empty where it is not, or the name has a dot."""
    if DOT in name:
        return ""
    return next((name[:size] for size in range(_LONGEST, 0, -1) if len(name) > size and surname(name[:size])), "")


def spell(name: str) -> tuple[Readings, ...]:
    """Return the readings of a person's name, one tuple a character; a letter is its own reading, a dot has none."""
    start = surname(start_of(name)) if start_of(name) else ()
    rest = (readings(each) or (each.lower(),) for each in name[len(start) :] if each != DOT and not each.isspace())
    return (*start, *rest)


def _bare(syllable: str) -> str:
    parts = unicodedata.normalize("NFD", syllable)
    plain = "".join(each for each in parts if each == _TWO_DOTS or not unicodedata.combining(each))
    return plain.replace(f"u{_TWO_DOTS}", "v")


def _said(point: int) -> str:
    """Return the readings of the character of a code point as the library writes them, empty where it has none."""
    lines = _library()
    at = bisect_left(lines, point, key=_point)
    if at == len(lines) or _point(lines[at]) != point:
        return ""
    return str(json.loads(lines[at].partition(b":")[2].rstrip(b",")))


def _point(line: bytes) -> int:
    return int(line[1 : line.index(b'"', 1)])


@cache
def _library() -> Sequence[bytes]:
    """Return the lines of the library's table, a file of JSON beside it: one a character, sorted by code point."""
    spec = find_spec("pypinyin")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pypinyin")
    return Path(spec.origin).with_name("pinyin_dict.json").read_bytes().splitlines()[1:-1]


@cache
def _surnames() -> Mapping[str, str]:
    text = (Path(__file__).with_name("data") / "surnames.txt").read_text(encoding="utf-8")
    lines = (each.split(maxsplit=1) for each in text.splitlines() if not each.startswith("#"))
    return {start: said for start, said in lines}
