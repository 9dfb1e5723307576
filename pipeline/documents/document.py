"""What a file says, and where each part of it stands.

In: values and marks in the order of the file. Out: places by pointer. Must not know YAML or any key.
"""

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.diagnostics import Location
from pipeline.documents.fault import location

Pointer = tuple[str | int, ...]
Span = tuple[int, int, bool]


class Places:
    """The start of every key and value; the index by pointer is made when the first place is asked for.

    `marks` holds indexes into the text in the order of the file: of the root, then of each key and its value, of each
    list item. Most files have no finding, so most indexes are never made.
    """

    __slots__ = ("_marks", "_spans")

    def __init__(self, marks: "array[int]") -> None:
        self._marks = marks
        self._spans: dict[Pointer, Span] = {}

    def of(self, values: Mapping[str, Any], pointer: Pointer) -> Span:
        """Return (start of the key, start of the value, value is empty) of the part, or of its nearest ancestor."""
        if not self._spans:
            marks = iter(self._marks)
            root = next(marks)
            self._spans[()] = (root, root, False)
            self._spans.update(_spans(values, (), marks))
        while pointer not in self._spans:
            pointer = pointer[:-1]
        return self._spans[pointer]


def _spans(value: object, pointer: Pointer, marks: Iterator[int]) -> Iterator[tuple[Pointer, Span]]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield (*pointer, key), (next(marks), next(marks), child == "")
            yield from _spans(child, (*pointer, key), marks)
    elif isinstance(value, list):
        for position, child in enumerate(value):
            mark = next(marks)
            yield (*pointer, position), (mark, mark, child == "")
            yield from _spans(child, (*pointer, position), marks)


@dataclass(frozen=True, slots=True)
class Document:
    """One file. `path` is relative to the root with `/`; `values` is a dict of str, list and dict, to be read only.

    `text` is the file's text without byte order mark and with `\\n` as the only line end. In a schema (form.yml) plain
    scalars of JSON spelling are bool, None, int and float too.
    """

    path: str
    values: Mapping[str, Any] = field(hash=False)
    text: str = field(repr=False)
    places: Places = field(repr=False, compare=False)

    def at(self, *pointer: str | int) -> Location:
        """Return where the value stands; the key if the value is empty; the nearest ancestor if there is no part."""
        key, value, empty = self.places.of(self.values, pointer)
        return location(self.path, self.text, key if empty else value)

    def at_key(self, *pointer: str | int) -> Location:
        """Return where the key (or the list item) stands, or the nearest ancestor's key."""
        return location(self.path, self.text, self.places.of(self.values, pointer)[0])

    def line(self, number: int) -> str:
        """Return source line `number`, from 1, for a local panel only: it holds submitted values; "" beyond the end."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class NoticeText:
    """notice.md: its front matter, and its body as Markdown from line `body_line` on."""

    front: Document
    body: str = field(repr=False)
    body_line: int
