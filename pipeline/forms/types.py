"""What a form is: its fields, its table, its schema.

In: nothing. Out: frozen types. Must not know YAML, files or values of candidates.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pipeline.documents import Document

Value = str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"]


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


@dataclass(frozen=True, slots=True)
class LayoutCell:
    """One cell: a label, or the room for a value (`role`: `label` or `value`); `text` is what is printed in it.

    `content` says how the room is drawn: `blank` one line, `long` many, `choices` the boxes of `choices` to tick,
    `opinion` with a line to sign, `photo`, `table` with the headings of `columns` and `rows` lines to fill in.
    `values` are the choices as a file writes them, in the order of `choices`.
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


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """One row: its height as a length of CSS, and its cells from left to right."""

    height: str
    cells: tuple[LayoutCell, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The table as it is printed: the widths of its columns as lengths of CSS, and its rows."""

    columns: tuple[str, ...] = ()
    rows: tuple[LayoutRow, ...] = ()


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
