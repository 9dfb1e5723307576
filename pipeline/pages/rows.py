"""Lines of lists: cells laid under the columns of the list.

In: entries and holders as the wall gives them. Out: lines whose cells stand in the order of the columns.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.public.types import Cell, Holder, RoundEntry


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a publicity list. `cells` is empty for a line that lost its name; `note` then says why."""

    number: int
    cells: tuple[Cell, ...]
    note: str


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One line of a roster; `programme` is its name where a list holds several."""

    number: int
    cells: tuple[Cell, ...]
    certificate_number: str
    certified_on: date
    term_until: date | None
    standing: str
    since: date
    in_office: bool
    programme: str = ""


def columns(labels: tuple[str, ...], lines: Iterable[RoundEntry | Holder]) -> tuple[str, ...]:
    """Return the list's columns: the declared ones, then any other that a line shows."""
    shown = (cell.label for line in lines for cell in line.cells)
    return tuple(dict.fromkeys((*labels, *shown)))


def entry_line(entry: RoundEntry, labels: tuple[str, ...]) -> Line:
    """Return the entry under the columns."""
    return Line(entry.number, aligned(entry.cells, labels), entry.note)


def roster_line(holder: Holder, labels: tuple[str, ...], number: int, programme: str = "") -> RosterLine:
    """Return the holder under the columns, as line `number`."""
    return RosterLine(
        number=number,
        cells=aligned(holder.cells, labels),
        certificate_number=holder.certificate_number,
        certified_on=holder.certified_on,
        term_until=holder.term_until,
        standing=holder.standing,
        since=holder.since,
        in_office=holder.in_office,
        programme=programme,
    )


def aligned(cells: tuple[Cell, ...], labels: tuple[str, ...]) -> tuple[Cell, ...]:
    """Return one cell a column, blank where the line shows none; no cell where it shows nothing at all."""
    if not cells:
        return ()
    by_label = {cell.label: cell for cell in cells}
    return tuple(by_label.get(label, Cell("", label, "")) for label in labels)
