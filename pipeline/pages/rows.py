"""Lines of lists: cells laid under the columns of the list.

In: entries and holders as the wall gives them. Out: lines whose cells stand in the order of the columns.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import count
from typing import Any, NamedTuple, TypeVar

from pipeline import memory
from pipeline.pages import addresses
from pipeline.pages.page import Slot
from pipeline.pages.paging import PER_PAGE
from pipeline.public.decisions import Cell, CertifiedEntry, Honour, Period, Record
from pipeline.public.types import Holder, RoundEntry

Entry = TypeVar("Entry")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a publicity list. `cells` is empty for a line that lost its name; `note` then says why."""

    number: int
    cells: tuple[Cell, ...]
    note: str
    again: Period | None


@dataclass(frozen=True, slots=True)
class CertifiedLine:
    """One line of a certification notice; `certificate` leads to its certificate, `since` belongs to the note."""

    number: int
    category: str
    cells: tuple[Cell, ...]
    certificate_number: str
    certificate: str
    note: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Link:
    """Another certification of the same holder: where it stands, and what it is called there."""

    path: str
    programme: str
    number: str
    certified_on: date


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One line of a roster; `programme` is its name where a list holds several, `certificate` leads to the certificate.

    `again` leads to the later certification that counts.
    """

    number: int
    cells: tuple[Cell, ...]
    certificate_number: str
    certified_on: date
    term_until: date | None
    standing: str
    since: date
    in_office: bool
    honours: tuple[Honour, ...]
    certificate: str
    again: Link | None
    programme: str = ""


class Beside(NamedTuple):
    """What a roster tells beside its columns: a certificate's number and a term, where any line has one."""

    numbered: bool
    termed: bool


def beside(lines: Iterable[RosterLine | Holder]) -> Beside:
    """Return what the whole roster has to tell beside its columns."""
    told = [(bool(each.certificate_number), each.term_until is not None) for each in lines]
    return Beside(any(numbered for numbered, _ in told), any(termed for _, termed in told))


def columns(labels: tuple[str, ...], lines: Iterable[RoundEntry | Holder | CertifiedEntry]) -> tuple[str, ...]:
    """Return the list's columns: the declared ones, then any other that a line shows."""
    shown = (cell.label for line in lines for cell in line.cells)
    return tuple(dict.fromkeys((*labels, *shown)))


def entry_lines(entries: Iterable[RoundEntry], labels: tuple[str, ...], name: str) -> tuple[Line, ...]:
    """Return the entries of a list under the columns; `name` is the list's own."""
    return _lines(tuple(entries), lambda each: entry_line(each, labels), name, labels)


def entry_line(entry: RoundEntry, labels: tuple[str, ...]) -> Line:
    """Return the entry under the columns."""
    return Line(entry.number, aligned(entry.cells, labels), entry.note, entry.again)


def certified_lines(
    entries: Iterable[CertifiedEntry], labels: tuple[str, ...], slug: str, name: str
) -> tuple[CertifiedLine, ...]:
    """Return the entries of a certification notice under the columns; `name` is the list's own."""
    return _lines(tuple(entries), lambda each: certified_line(each, labels, slug), name, (labels, slug))


def certified_line(entry: CertifiedEntry, labels: tuple[str, ...], slug: str) -> CertifiedLine:
    """Return the entry of a certification notice under the columns."""
    return CertifiedLine(
        number=entry.number,
        category=entry.category,
        cells=aligned(entry.cells, labels),
        certificate_number=entry.certificate_number,
        certificate=_certificate(slug, entry.certificate_number),
        note=entry.note,
        since=entry.since,
    )


def link_to(record: Record | None) -> Link | None:
    """Return the way to a certification: its certificate, else its roster."""
    if record is None:
        return None
    path = _certificate(record.slug, record.certificate_number) or addresses.roster(record.slug)
    return Link(path, record.programme, record.certificate_number, record.certified_on)


def _certificate(slug: str, number: str) -> str:
    return addresses.certificate(slug, number) if number else ""


def roster_lines(
    held: Iterable[tuple[Holder, int]], labels: tuple[str, ...], slug: str, programme: str, name: str
) -> tuple[RosterLine, ...]:
    """Return holders with their numbers as lines; `name` is the list's own, `programme` as for a line."""

    def line(held: tuple[Holder, int]) -> RosterLine:
        return roster_line(held[0], labels, held[1], slug, programme)

    return _lines(tuple(held), line, name, (labels, slug, programme))


def _lines(entries: tuple[Entry, ...], make: Callable[[Entry], Made], name: str, setting: object) -> tuple[Made, ...]:
    """Return the lines of a list; where a page of them is as in the last build of this process, they are those."""
    made: list[Made] = []
    for start in range(0, len(entries), PER_PAGE):
        some = entries[start : start + PER_PAGE]
        made += memory.latest(f"lines of {name}", str(start), (setting, some), partial(_all, make, some))
    return tuple(made)


def _all(make: Callable[[Entry], Made], entries: tuple[Entry, ...]) -> list[Made]:
    return [make(each) for each in entries]


def roster_line(holder: Holder, labels: tuple[str, ...], number: int, slug: str, programme: str = "") -> RosterLine:
    """Return the holder under the columns, as line `number`; `slug` is that of the programme."""
    return RosterLine(
        number=number,
        cells=aligned(holder.cells, labels),
        certificate_number=holder.certificate_number,
        certified_on=holder.certified_on,
        term_until=holder.term_until,
        standing=holder.standing,
        since=holder.since,
        in_office=holder.in_office,
        honours=holder.honours,
        certificate=_certificate(slug, holder.certificate_number),
        again=link_to(holder.again),
        programme=programme,
    )


def aligned(cells: tuple[Cell, ...], labels: tuple[str, ...]) -> tuple[Cell, ...]:
    """Return one cell a column, blank where the line shows none; no cell where it shows nothing at all."""
    if not cells:
        return ()
    if tuple([cell.label for cell in cells]) == labels:  # most are
        return cells
    by_label = {cell.label: cell for cell in cells}
    return tuple(by_label.get(label, Cell("", label, "")) for label in labels)


AnyLine = Line | CertifiedLine | RosterLine
# A name is set by its length, up to here.
_LONG = 9

Look = tuple[object, ...]
"""What lines have in common that differ in nothing but the texts of their slots."""


def own(line: AnyLine) -> tuple[Look, tuple[str, ...]] | None:
    """Return the line's look and its texts: number, certificate's number and way, cells, as `stencil` has its slots.

    None for a line that leads to another certification, as few do.
    """
    cells = [cell.text for cell in line.cells]
    filled = tuple(map(bool, cells)) if "" in cells else len(cells)
    length = min(len(cells[0]), _LONG) if cells else None
    if isinstance(line, Line):
        return (length, filled, line.note, line.again), (str(line.number), "", "", *cells)
    numbered = bool(line.certificate_number)
    texts = (str(line.number), line.certificate_number, line.certificate, *cells)
    if isinstance(line, CertifiedLine):
        return (length, filled, numbered, line.note, line.since), texts
    if line.again:
        return None
    days = (line.since, line.certified_on, line.term_until)
    return (length, filled, numbered, days, line.in_office, line.standing, line.honours, line.programme), texts


def stencil(line: AnyLine) -> AnyLine:
    """Return the line with slots for its number, its certificate's number and way, and its cells, in this order."""
    slots: Iterator[Any] = map(Slot, count())
    number, named, way = next(slots), next(slots), next(slots)
    shown: Any = [(each, Slot(place, min(len(each.text), _LONG))) for place, each in enumerate(line.cells, 3)]
    cells = tuple(replace(each, text=slot) if each.text else each for each, slot in shown)
    if isinstance(line, Line):
        return replace(line, number=number, cells=cells)
    certificate_number, certificate = (named if line.certificate_number else ""), (way if line.certificate else "")
    return replace(line, number=number, cells=cells, certificate_number=certificate_number, certificate=certificate)
