"""Whom staff mean: ids as they are typed, lists that come as a table, or all who stand somewhere.

In: a programme, ids, the bytes of a list. Out: candidates, and what nobody is called. Must not know events' details.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.model import Programme, Site, Submission
from pipeline.stages import Stage, derive

COLUMN = "编号"
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Listed:
    """An id that a list names, and the line on which it does."""

    id: str
    line: int


def recommended(programme: Programme, on: date) -> tuple[Submission, ...]:
    """Return the candidates who stand as 已推荐 on the day."""
    return tuple(
        each for each in programme.submissions if derive(each.events, each.opinions, on).stage is Stage.RECOMMENDED
    )


def chosen(programme: Programme, ids: Iterable[str]) -> tuple[tuple[Submission, ...], tuple[str, ...]]:
    """Return the candidates of the ids, each once, and the ids that nobody has."""
    by_id = {each.id: each for each in programme.submissions}
    wanted = dict.fromkeys(ids)
    return tuple(by_id[each] for each in wanted if each in by_id), tuple(each for each in wanted if each not in by_id)


def programmes_of(site: Site, slug: str | None, ids: Iterable[str]) -> tuple[Programme, ...]:
    """Return the programmes that can be meant: the one named, else those that know every id, else all."""
    if slug is not None:
        return tuple(each for each in site.programmes if each.slug == slug)
    wanted = frozenset(ids)
    knowing = (each for each in site.programmes if wanted <= {candidate.id for candidate in each.submissions})
    return tuple(knowing) or site.programmes


def listed(data: bytes) -> tuple[Listed, ...] | None:
    """Return the ids of a table: its column 编号, else its first one; None where it is no text.

    The text is UTF-8 with or without byte order mark, or GB 18030 as spreadsheets here save it.
    """
    text = _decoded(data)
    if text is None:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    filled = [(line, row) for line, row in rows if any(row)]
    column = 0
    if filled and COLUMN in filled[0][1]:
        column = filled[0][1].index(COLUMN)
        filled = filled[1:]
    return tuple(Listed(row[column] if column < len(row) else "", line) for line, row in filled)


def _decoded(data: bytes) -> str | None:
    if b"\0" in data:
        return None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _delimiter(text: str) -> str:
    """Return what parts the cells of the first line; Excel's choice depends on the machine."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)
