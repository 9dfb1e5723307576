"""What a form is: its fields, its table, its schema.

In: nothing. Out: frozen types. Must not know YAML, files or values of candidates.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pipeline.documents import Document
from pipeline.forms import paging

Value = str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"]


RECEIPT = "收到"
"""What `x-after` of an opinion says: it is given once the form was received, by the office itself or a panel."""


class Secret(StrEnum):
    """How the scan looks for a withheld value of a field: anywhere, as a whole cell only, or not at all."""

    EXACT = "exact"
    NAME = "name"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Field:
    """One field (栏目). `name` is what files call it, `title` what the paper calls it, `kind` the shared kind it is of.

    `printed`: stands in the table; others are staff's own. `children`: the fields of an object or of a list's items.
    """

    name: str
    title: str
    kind: str | None
    type: str
    secret: Secret
    required: bool
    printed: bool
    is_opinion: bool
    schema: Mapping[str, Any] = field(repr=False, hash=False)
    children: tuple["Field", ...] = ()

    @property
    def after_receipt(self) -> bool:
        """Whether the field, an opinion, is filled in only once the form was received."""
        return bool(self.schema.get("x-after") == RECEIPT)

    @property
    def may_be_absent(self) -> bool:
        """Whether the field, an opinion, is not asked of every candidate."""
        return self.schema.get("x-absent") is True


@dataclass(frozen=True, slots=True)
class LayoutCell:
    """One cell: `role` is `label`, `value` (the room for one), `heading` of a part of the form, or `words` on paper.

    `text` is what is printed in it. A heading and words take the whole row; `sign`: who signs the words.

    `content` says how the room is drawn: `blank` one line, `long` many, `choices` the boxes of `choices` to tick,
    `opinion` with a line to sign, `photo`, `table` with the headings of `columns` and `rows` lines to fill in.
    `values` are the choices as a file writes them, in the order of `choices`. `down`: the rows that the cell takes.
    """

    role: str
    field: str
    text: str
    span: int
    content: str = "blank"
    choices: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: int = 0
    down: int = 1
    sign: str = ""


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """One row: its height as a length of CSS, its cells from left to right, and whether it begins a page."""

    height: str
    cells: tuple[LayoutCell, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class CoverLine:
    """A line of the cover to write on: its label, and the field whose text it says; empty where it is always blank."""

    field: str
    label: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The page before the table (封面): under the title some lines, and at the foot who made the form (落款)."""

    lines: tuple[CoverLine, ...]
    foot: str = ""


def _placed(row: LayoutRow, number: int, taken: list[set[int]]) -> Iterator[int]:
    at = 0
    for cell in row.cells:
        while at in taken[number]:
            at += 1
        for below in taken[number + 1 : number + cell.down]:
            below.update(range(at, at + cell.span))
        yield at
        at += cell.span


@dataclass(frozen=True, slots=True)
class Layout:
    """The table as it is printed: the widths of its columns as lengths of CSS, and its rows; before it, a cover."""

    columns: tuple[str, ...] = ()
    rows: tuple[LayoutRow, ...] = ()
    # Word files that are out already name what stands in the table, in which a cover has no part.
    cover: Cover | None = field(default=None, repr=False)

    def places(self) -> tuple[tuple[int, ...], ...]:
        """Return the first column of each row's cells: a cell of several rows keeps its columns in those below."""
        taken: list[set[int]] = [set() for _ in self.rows]
        return tuple(tuple(_placed(row, number, taken)) for number, row in enumerate(self.rows))

    @property
    def pages(self) -> tuple[tuple[int, int], ...]:
        """The rows of each page of A4: the number of its first, and that of the one after its last."""
        heights = [float(row.height.removesuffix("mm")) for row in self.rows]
        return paging.pages(heights, self._ties(), [row.new_page for row in self.rows])

    def _ties(self) -> list[int]:
        """Return how many rows below each row must stand on its page: those of its cells, and one below a heading."""
        return [max((cell.down - 1 + (cell.role == "heading") for cell in row.cells), default=0) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Form:
    """A form (推荐表): `schema` is JSON Schema 2020-12 without references; `validator` is built once from it.

    `version` names what the paper asks for, in eight characters; sheets that come back say it.
    """

    title: str
    fields: tuple[Field, ...]
    layout: Layout
    schema: Mapping[str, Any] = field(repr=False, hash=False)
    document: Document = field(repr=False)
    validator: Any = field(repr=False, compare=False)
    version: str = ""

    def field(self, name: str) -> Field | None:
        """Return the field of that name, None where the form has none."""
        return next((each for each in self.fields if each.name == name), None)

    @property
    def opinions(self) -> tuple[Field, ...]:
        """The opinion fields, in the order of the form."""
        return tuple(each for each in self.fields if each.is_opinion)
