"""Who enters a list, leaves it, or changes on it.

In: two PublicSites. Out: Changes of lines. A line is the same before and after if its mark is, else if it says the same
(a file was renamed). Nothing else ties two lines: it might tell the one's name in the place of the other's. That a line
has another number is no change: rosters are numbered anew whenever somebody enters.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

from pipeline.difference.rows import Key, Row, of_site
from pipeline.difference.types import Became, Change, Deed, Subject
from pipeline.difference.values import Pairs, became
from pipeline.public.types import PublicSite

Shown = Mapping[str, frozenset[tuple[str, str]]]
Pair = tuple[Row | None, Row | None]
_SAME: tuple[Callable[[Row], Hashable], ...] = (
    lambda row: row.mark,
    lambda row: (row.cells, row.facts) if row.cells else None,
)


def changes(old: PublicSite, new: PublicSite) -> Iterator[Change]:
    """Yield the changes of every list's lines, those that came or stayed by number, then those that left."""
    before, after = of_site(old), of_site(new)
    shown = _shown(after)
    for key in dict.fromkeys((*after, *before)):
        for was, now in _paired(before.get(key, ()), after.get(key, ())):
            yield from _change(was, now, shown)


def _shown(lists: Mapping[Key, tuple[Row, ...]]) -> Shown:
    """Return what the view shows of each candidate on any list."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for rows in lists.values():
        for row in rows:
            if row.mark:
                found[row.mark].update(row.cells)
    return {mark: frozenset(cells) for mark, cells in found.items()}


def _paired(old: tuple[Row, ...], new: tuple[Row, ...]) -> Iterator[Pair]:
    left = list(old)
    partners: dict[int, Row] = {}
    for same in _SAME:
        left = _settle(left, new, same, partners)
    yield from ((partners.get(place), row) for place, row in enumerate(new))
    yield from ((row, None) for row in left)


def _settle(
    left: list[Row], new: tuple[Row, ...], same: Callable[[Row], Hashable], partners: dict[int, Row]
) -> list[Row]:
    """Give partners to lines of `new` that have none, one by one, and return the old ones that are still left."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for place, row in enumerate(new):
        if place not in partners and same(row):
            waiting[same(row)].append(place)
    still = []
    for row in left:
        places = waiting.get(same(row)) if same(row) else None
        if places:
            partners[places.pop(0)] = row
        else:
            still.append(row)
    return still


def _change(was: Row | None, now: Row | None, shown: Shown) -> Iterator[Change]:
    if now is None:
        if was is not None:
            yield _left(was, shown)
    elif was is None:
        yield _line(Deed.ADDED, now, now.name, _said(now.cells), became((), _new(now)))
    elif values := (*became(was.cells, now.cells), *became(was.facts, now.facts)):
        yield _line(Deed.CHANGED, now, now.name, (), values)


def _left(was: Row, shown: Shown) -> Change:
    told = tuple(each for each in was.cells if each in shown.get(was.mark, ()))
    name = was.name if any(text == was.name for _, text in told) else ""
    return _line(Deed.REMOVED, was, name, told)


def _line(deed: Deed, row: Row, name: str, cells: Pairs = (), values: tuple[Became, ...] = ()) -> Change:
    return Change(deed, Subject.LINE, row.path, row.title, row.programme, row.number, name, cells, values)


def _new(row: Row) -> Pairs:
    """Return what the line says beside its cells, apart from what a cell says too (the category)."""
    texts = {text for _, text in row.cells}
    return tuple((label, text) for label, text in row.facts if text not in texts)


def _said(pairs: Iterable[tuple[str, str]]) -> Pairs:
    return tuple((label, text) for label, text in pairs if text)
