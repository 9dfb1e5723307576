"""Finding people in a long list: what the search on its pages asks for, and the index that its script reads.

In: the lines of a list as its pages show them. Out: a Finder for the pages, and the index as a page of its own,
drawn by the macros that draw the list. Nothing is in it that the list does not show.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

from pipeline import memory, pinyin
from pipeline.pages import columns
from pipeline.pages.later import Data
from pipeline.pages.page import Page
from pipeline.pages.rows import Beside, Line, RosterLine, beside
from pipeline.public.decisions import Cell
from pipeline.terms import Terms

# A list that is read at a glance needs no search; beyond so many words choosing is harder than typing.
FEWEST = 5
_MOST_WORDS = 100
# What the script puts an address or a number in place of.
GAP = "~"
_SAMPLE = "〇"
# Only people have surnames.
_TEMPLATE = "people.js"
# Its script puts the way to the site's home in place of it.
_FROM_HOME = "/"
_KEYS = ("category", "unit", "association")
# What a line of a roster tells beside what is its own.
_TOLD = attrgetter("certified_on", "term_until", "standing", "since", "in_office", "honours", "programme")


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading; `roles` as of a programme, `several` where the lines tell their batch."""

    title: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...] | tuple[RosterLine, ...]
    roles: tuple[tuple[str, str], ...]
    terms: Terms
    several: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Words to choose one from; `key` is what the address calls it, `label` what people read, empty for our own."""

    key: str
    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """What the search asks for; `index` is its address. `name` and `others`: the labels of what is searched."""

    index: str
    name: str
    others: tuple[str, ...]
    measure: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A group in the index: `samples` are the rows that the script copies, `data` what it fills in."""

    title: str
    labels: tuple[str, ...]
    terms: Terms
    several: bool
    samples: tuple[Line | RosterLine, ...]
    beside: Beside
    data: dict[str, object]


def plan(path: str, groups: tuple[Group, ...]) -> tuple[Finder | None, tuple[Page, ...]]:
    """Return the search over the groups and its index, which stands at `path`; neither where the names are few."""
    return memory.latest("finder", path, groups, lambda: _plan(path, groups))


def _plan(path: str, groups: tuple[Group, ...]) -> tuple[Finder | None, tuple[Page, ...]]:
    groups = tuple(each for each in groups if any(_names(each)))
    if sum(1 for each in groups for _ in _names(each)) < FEWEST:
        return None, ()
    labels = tuple(dict.fromkeys(label for each in groups for label in each.labels))
    named = tuple(dict.fromkeys(each.labels[_place_of_name(each)] for each in groups))
    measures = {each.terms.measure for each in groups}
    finder = Finder(
        index=path,
        name="、".join(named),
        others=tuple(each for each in labels if each not in named),
        measure=measures.pop() if len(measures) == 1 else "条",
        choices=tuple(_choices(groups)),
    )
    return finder, (Page(path, _TEMPLATE, Data(_index, *groups), base=_FROM_HOME),)


def _index(*groups: Group) -> Mapping[str, object]:
    """Return what the index is made of."""
    return {
        "certified": isinstance(groups[0].lines[0], RosterLine),
        "readings": _readings(name for each in groups for name in _names(each)),
        "surnames": _surnames(name for each in groups if each.terms.are_people for name in _names(each)),
        "parts": tuple(map(_part, groups)),
    }


def is_index(page: Page) -> bool:
    """Tell whether the page is the index of a list."""
    return page.template == _TEMPLATE


def _names(group: Group) -> Iterator[str]:
    place = _place_of_name(group)
    return (each.cells[place].text for each in group.lines if each.cells)


def _place_of_name(group: Group) -> int:
    label = dict(group.roles).get("name", "")
    return group.labels.index(label) if label in group.labels else 0


def _readings(names: Iterable[str]) -> str:
    """Return the characters of the names under their syllables: a阿啊ai爱…"""
    by_syllable: dict[str, list[str]] = {}
    for character in sorted(set("".join(names))):
        for syllable in pinyin.readings(character):
            by_syllable.setdefault(syllable, []).append(character)
    return "".join(f"{syllable}{''.join(by_syllable[syllable])}" for syllable in sorted(by_syllable))


def _surnames(names: Iterable[str]) -> dict[str, str]:
    """Return how surnames are read that are read in a way of their own: 单 shan/dan, 万俟 mo/wan qi."""
    starts = sorted({pinyin.start_of(name) for name in set(names)} - {""})
    return {start: " ".join("/".join(each) for each in pinyin.surname(start)) for start in starts}


def _choices(groups: tuple[Group, ...]) -> Iterator[Choice]:
    total = sum(len(each.lines) for each in groups)
    for key in (*_KEYS, "batch", "standing"):
        of_groups = [(label, words) for each in groups for label, words in _words(each, key)]
        different = tuple(filter(None, dict.fromkeys(chain.from_iterable(words for _, words in of_groups))))
        if 1 < len(different) <= min(_MOST_WORDS, total - 1):
            yield Choice(key, of_groups[0][0], different)


def _words(group: Group, key: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the label and the words of one key, a word a line; nothing where the list does not show them."""
    label = dict(group.roles).get(key, "")
    if label in group.labels:
        place = group.labels.index(label)
        yield label, tuple([each.cells[place].text if each.cells else "" for each in group.lines])
    elif key == "batch" and group.several:
        yield "", tuple([each.programme for each in _rows(group)])
    elif key == "standing" and isinstance(group.lines[0], RosterLine):
        yield "", tuple([each.standing for each in _rows(group)])


def _rows(group: Group) -> tuple[RosterLine, ...]:
    return tuple([each for each in group.lines if isinstance(each, RosterLine)])


def _part(group: Group) -> Part:
    blank = tuple(Cell("", label, "") for label in group.labels)
    lines: tuple[Line | RosterLine, ...] = group.lines
    looks = [_look(each) for each in lines]
    samples: dict[tuple[object, ...], Line | RosterLine] = {}
    for look, line in zip(looks, lines, strict=True):
        samples.setdefault(look, line)
    shapes = tuple(_shape(each, blank) for each in samples.values())
    cells = [[cell.text for cell in each.cells] or [""] * len(blank) for each in group.lines]
    data: dict[str, object] = {
        "rows": len(group.lines),
        "name": _place_of_name(group),
        "columns": tuple(columns.texts(column) for column in zip(*cells, strict=True)),
        "keys": {key: group.labels.index(label) for key, label in group.roles if label in group.labels},
        "words": {
            key: columns.texts(words) for key in ("batch", "standing") for _, words in _words(group, key) if any(words)
        },
        "shapes": len(shapes),
        "c": columns.codes(looks, tuple(samples)),
        "ways": dict(_ways(group)),
    }
    lengths = sorted({len(each[0]) for each in cells if each[0]})
    return Part(
        title=group.title,
        labels=group.labels,
        terms=group.terms,
        several=group.several,
        samples=(*shapes, *_named(shapes[0], blank, lengths)),
        beside=beside(_rows(group)),
        data=data,
    )


def _look(line: Line | RosterLine) -> tuple[object, ...]:
    """Return what two lines have in common that have one shape, at less cost than the shape."""
    if isinstance(line, Line):
        return bool(line.cells), line.note, line.again
    way = line.certificate.replace(line.certificate_number, GAP) if line.certificate else ""
    again = line.again.certified_on if line.again else None
    return bool(line.cells), way, again, *_TOLD(line)


def _shape(line: Line | RosterLine, blank: tuple[Cell, ...]) -> Line | RosterLine:
    """Return the line without what is its own: few lines then differ, and each difference is drawn once."""
    cells = blank if line.cells else ()
    if isinstance(line, Line):
        return replace(line, number=0, cells=cells)
    return replace(
        line,
        number=0,
        cells=cells,
        certificate_number="",
        certificate=line.certificate.replace(line.certificate_number, GAP) if line.certificate else "",
        again=replace(line.again, path=GAP, programme="", number=GAP) if line.again else None,
    )


def _named(line: Line | RosterLine, blank: tuple[Cell, ...], lengths: Iterable[int]) -> Iterator[Line | RosterLine]:
    """Yield a line for each length of a name: how a name is set depends on it."""
    for length in lengths:
        cells = (replace(blank[0], text=_SAMPLE * length), *blank[1:])
        yield Line(0, cells, "", None) if isinstance(line, Line) else replace(line, cells=cells)


def _ways(group: Group) -> Iterator[tuple[str, columns.Written]]:
    """Yield the numbers of the certificates, and where a later certification stands and how it is called."""
    rows = _rows(group)
    if rows:
        yield "code", columns.numbers([each.certificate_number for each in rows])
    again = tuple(each.again for each in rows)
    if any(again):
        yield "way", columns.numbers([each.path if each else "" for each in again])
        yield "other", columns.numbers([(each.number or each.programme) if each else "" for each in again])
