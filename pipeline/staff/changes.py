"""What the public will see change.

In: two private sites and a day. Out: lines that enter or leave the public lists, and pages that come, go or change. All
of it goes through the wall, so that nothing is shown that would not be public.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline import pages, public
from pipeline.model import Site
from pipeline.public.decisions import Cell
from pipeline.public.types import PublicSite

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListChange:
    """A public list of a programme (公示, 认定名单), and the lines, as texts of cells, that enter or leave it.

    `became`: pairs of lines that tell the same name before and after.
    """

    programme: str
    title: str
    enters: tuple[Line, ...]
    leaves: tuple[Line, ...]
    became: tuple[tuple[Line, Line], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The lists that change, and the addresses of pages that come, go and change."""

    lists: tuple[ListChange, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def none(self) -> bool:
        """Whether the public will see nothing of it."""
        return not (self.lists or self.new or self.gone or self.changed)


def compare(before: Site, after: Site, on: date) -> Changes:
    """Return what changes for the public on the day."""
    old, new = public.project(before, on)[0], public.project(after, on)[0]
    if old == new:
        return Changes((), (), (), ())
    old_pages, new_pages = ({each.path: each for each in pages.plan(view)} for view in (old, new))
    return Changes(
        lists=tuple(_lists(old, new)),
        new=tuple(path for path in new_pages if path not in old_pages),
        gone=tuple(path for path in old_pages if path not in new_pages),
        changed=tuple(path for path, page in new_pages.items() if path in old_pages and page != old_pages[path]),
    )


def _lists(old: PublicSite, new: PublicSite) -> Iterator[ListChange]:
    before, after = dict(_rows(old)), dict(_rows(new))
    for key in dict.fromkeys((*before, *after)):
        was, now = Counter(before.get(key, ())), Counter(after.get(key, ()))
        leaves, enters = tuple((was - now).elements()), tuple((now - was).elements())
        if leaves or enters:
            yield _paired(key, enters, leaves)


def _rows(view: PublicSite) -> Iterator[tuple[tuple[str, str], tuple[Line, ...]]]:
    for each in view.programmes:
        for of_day in each.rounds:
            lines = tuple(_line(entry.cells, entry.note) for entry in of_day.entries)
            yield (each.name, f"公示 {of_day.on}—{of_day.until}"), lines
        yield (each.name, "认定名单"), tuple(_line(h.cells, h.standing, h.certificate_number) for h in each.roster)


def _line(cells: tuple[Cell, ...], *more: str) -> Line:
    return tuple(text for text in (*(cell.text for cell in cells), *more) if text)


def _paired(key: tuple[str, str], enters: tuple[Line, ...], leaves: tuple[Line, ...]) -> ListChange:
    """Bring lines together that begin with the same name, where just one such line leaves and one enters."""
    names = Counter(line[0] for line in enters if line) | Counter(line[0] for line in leaves if line)
    came = {line[0]: line for line in enters if line and names[line[0]] == 1}
    became = tuple((line, came[line[0]]) for line in leaves if line and line[0] in came and names[line[0]] == 1)
    olds, news = {old for old, _ in became}, {new for _, new in became}
    return ListChange(
        *key,
        enters=tuple(line for line in enters if line not in news),
        leaves=tuple(line for line in leaves if line not in olds),
        became=became,
    )
