"""What a file says, and where each part of it stands.

In: values and places. Out: locations by pointer. Must not know YAML or any key.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.diagnostics import Location
from pipeline.documents.fault import location
from pipeline.documents.places import Places

_Said = tuple[Mapping[str, Any], str, Places]


class Document:
    """One file. `path` is relative to the root with `/`; `values` is a dict of str, list and dict, to be read only.

    `text` is the file's text without byte order mark and with `\\n` as the only line end. In a schema (form.yml) plain
    scalars of JSON spelling are bool, None, int and float too.
    """

    __slots__ = ("_said", "path")

    def __init__(self, path: str, values: Mapping[str, Any], text: str, places: Places) -> None:
        self.path = path
        self._said: _Said | Callable[[], tuple[Mapping[str, Any], str]] = (values, text, places)

    @classmethod
    def later(cls, path: str, read: Callable[[], tuple[Mapping[str, Any], str]]) -> "Document":
        """Return a document of which few ask more than the path; `read` gives values and text when somebody does."""
        document = cls.__new__(cls)
        document.path = path
        document._said = read
        return document

    @property
    def values(self) -> Mapping[str, Any]:
        """Return the file's values."""
        return self._read()[0]

    @property
    def text(self) -> str:
        """Return the file's text."""
        return self._read()[1]

    @property
    def places(self) -> Places:
        """Return where the parts stand."""
        return self._read()[2]

    def _read(self) -> _Said:
        said = self._said
        if not isinstance(said, tuple):
            values, text = said()
            said = self._said = (values, text, Places(text))
        return said

    def __eq__(self, other: object) -> bool:
        """Tell whether another document says the same in the same words, at the same path."""
        if not isinstance(other, Document):
            return NotImplemented
        return self.path == other.path and self.text == other.text and self.values == other.values

    def __hash__(self) -> int:
        """Return what equal documents share."""
        return hash((self.path, self.text))

    def __repr__(self) -> str:
        """Return the document without its text."""
        return f"Document(path={self.path!r}, values={self.values!r})"

    def at(self, *pointer: str | int) -> Location:
        """Return where the value stands; the key if the value is empty; the nearest ancestor if there is no part."""
        key, value, empty = self.places.of(pointer)
        return location(self.path, self.text, key if empty else value)

    def at_key(self, *pointer: str | int) -> Location:
        """Return where the key (or the list item) stands, or the nearest ancestor's key."""
        return location(self.path, self.text, self.places.of(pointer)[0])

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
