"""The lists of official documents: who stands in which row, and how wide the columns are.

In: rounds, certification notices and rosters as the wall gives them. Out: JSON for the print templates: `size` in
points, `columns` (`title`, `width` in em, `middle`) and `groups` (`title`, `rows`); a row is a list of cells (text,
columns it spans).
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from pipeline.pages.rows import RosterLine, beside, certified_line, columns, entry_line, roster_line
from pipeline.paper.official_titles import width
from pipeline.public.decisions import Cell, PublicCertification
from pipeline.public.types import Holder, PublicProgramme, PublicRound

Row = list[tuple[str, int]]
Group = tuple[str, Sequence[Row]]

# What a page has room for, in points: 156 mm, and 225 mm across. 小四, and 五号 where a list is too wide for it.
UPRIGHT, ACROSS = 442.0, 637.0
LARGE, SMALL = 12.0, 10.5
_PADDING = 0.8
_SHORT = 6.0
_NARROWEST, _WHOLE = 2.2, 7.0
_UNBROKEN = re.compile(r"[!-~]+|[（(]?[^!-~]{1,2}")


def spelt(day: date) -> str:
    """Return a day as official documents print it."""
    return f"{day.year}年{day.month}月{day.day}日"


def of_round(programme: PublicProgramme, of_day: PublicRound) -> dict[str, Any]:
    """Return the list of a round."""
    labels = columns(programme.round_labels, of_day.entries)
    lines = [entry_line(each, labels) for each in of_day.entries]
    rows = [_row(each.number, each.cells, len(labels), _remark(each.note, each.again)) for each in lines]
    return listing(("序号", *labels), (("", rows),))


def of_certification(programme: PublicProgramme, notice: PublicCertification) -> dict[str, Any]:
    """Return the list of a certification notice, by category; certificates have a column where any was given."""
    labels = columns(programme.roster_labels, notice.entries)
    lines = [certified_line(each, labels, programme.slug) for each in notice.entries]
    numbered = any(each.certificate_number for each in lines)
    groups: list[Group] = []
    for category, members in groupby(lines, key=lambda each: each.category):
        rows: list[Row] = []
        for each in members:
            since = f"，{spelt(each.since)}" if each.since else ""
            row = _row(each.number, each.cells, len(labels), f"（{each.note}{since}）" if each.note else "")
            rows.append([*row, (each.certificate_number, 1)] if numbered else row)
        groups.append((f"{category}（{len(rows)}{programme.measure}）" if category else "", rows))
    return listing(("序号", *labels, *(("证书编号",) if numbered else ())), groups)


def of_roster(programme: PublicProgramme, holders: Sequence[Holder]) -> dict[str, Any]:
    """Return a roster or a part of it, on a page across."""
    labels = columns(programme.roster_labels, programme.roster)
    lines = [roster_line(each, labels, each.number, programme.slug) for each in holders]
    told, terms = beside(programme.roster), programme.terms
    rows = [
        [
            *_row(each.number, each.cells, len(labels), "" if each.cells else f"（{terms.gone}）"),
            *([(each.certificate_number, 1)] if told.numbered else []),
            (_term(each) if told.termed else spelt(each.certified_on), 1),
            (_standing(each), 1),
        ]
        for each in lines
    ]
    numbers = ("证书编号",) if told.numbered else ()
    term = terms.term if told.termed else f"{terms.certify}日期"
    return listing(("序号", *labels, *numbers, term, "状态"), (("", rows),), ACROSS)


def listing(titles: Sequence[str], groups: Sequence[Group], room: float = UPRIGHT) -> dict[str, Any]:
    """Return a list with columns of these titles; `room`: how wide it may be, in points."""
    texts: list[list[str]] = [[each] for each in titles]
    for _, rows in groups:
        for row in rows:
            _sort(row, texts)
    natural = sum(max(map(_width, column)) + _PADDING for column in texts)
    size = LARGE if natural * LARGE <= room else SMALL
    fitted = _fitted(texts, room / size - _PADDING * len(titles))
    return {
        "size": size,
        "columns": [
            {"title": title, "width": round(share + _PADDING, 2), "middle": max(map(_width, column)) <= _SHORT}
            for title, share, column in zip(titles, fitted, texts, strict=True)
        ],
        "groups": [{"title": title, "rows": [[list(cell) for cell in row] for row in rows]} for title, rows in groups],
    }


def _sort(row: Row, texts: list[list[str]]) -> None:
    """Lay the row's texts under their columns; what spans several asks for no room of its own."""
    at = 0
    for text, span in row:
        if span == 1:
            texts[at].append(text)
        at += span


def _wanted(column: Sequence[str]) -> float:
    """Return how wide a column would be: four of five texts on one line, the longest on two."""
    widths = sorted(map(_width, column))
    return max(widths[len(widths) * 4 // 5], widths[-1] / 2, _least(column))


def _fitted(texts: Sequence[Sequence[str]], room: float) -> list[float]:
    """Return widths that fill the room: every text on one line, else what columns want, the widest cut first."""
    least = [_least(column) for column in texts]
    on_one_line = [max(_NARROWEST, *map(_width, column)) for column in texts]
    for wanted in (on_one_line, [_wanted(column) for column in texts]):
        if sum(wanted) <= room:
            return [each * room / sum(wanted) for each in wanted]
    low, high = 0.0, max(wanted)
    for _ in range(40):
        most = (low + high) / 2
        total = sum(max(min(each, most), floor) for each, floor in zip(wanted, least, strict=True))
        low, high = (low, most) if total > room else (most, high)
    return [max(min(each, low), floor) for each, floor in zip(wanted, least, strict=True)]


def _least(column: Sequence[str]) -> float:
    """Return how narrow a column may become: names and other short texts stay whole, as do words and numbers."""
    whole = max(map(_width, column))
    words = max((width(each) for text in column for each in _UNBROKEN.findall(text)), default=0.0)
    return max(_NARROWEST, whole if whole <= _WHOLE else min(words, _WHOLE * 2))


def _width(text: str) -> float:
    return max(map(width, text.split("\n")))


def _row(number: int, cells: tuple[Cell, ...], count: int, remark: str) -> Row:
    if not cells:
        return [(str(number), 1), (remark, count)]
    first, *rest = cells
    return [(str(number), 1), (first.text + remark, 1), *((each.text, 1) for each in rest)]


def _remark(note: str, again: Any) -> str:
    if note:
        return f"（{note}）"
    return f"（重新公示：{spelt(again.on)}至{spelt(again.until)}）" if again else ""


def _term(line: RosterLine) -> str:
    begins = spelt(line.certified_on)
    return f"{begins}\n至{spelt(line.term_until)}" if line.term_until else f"{begins}起"


def _standing(line: RosterLine) -> str:
    return "；".join(_told(line))


def _told(line: RosterLine) -> Iterable[str]:
    if line.again:
        yield f"{line.standing}\n（{spelt(line.again.certified_on)}，见{line.again.number or line.again.programme}）"
    elif line.in_office:
        yield line.standing
    else:
        yield f"{line.standing}\n（自{spelt(line.since)}起）"
    yield from (f"{each.word}（{each.on.year}年）" for each in line.honours)
