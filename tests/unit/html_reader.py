"""Reads a page as a browser's parser would, as far as tests need it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = frozenset({"meta", "link", "br", "hr", "img", "col", "input"})


@dataclass
class Reading:
    """A page's elements with their attributes, in order, and its text."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    open_at_end: list[str] = field(default_factory=list)

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of the tag."""
        return [attributes for name, attributes in self.elements if name == tag]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.reading = Reading()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.reading.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.reading.open_at_end.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.reading.open_at_end.pop() == tag

    def handle_data(self, data: str) -> None:
        self.reading.text += data


def read(html: str) -> Reading:
    """Read a page; an element that is closed out of turn fails the test."""
    reader = _Reader()
    reader.feed(str(html))
    reader.close()
    return reader.reading


def text_of(html: str) -> str:
    """Return the page's text without any blank."""
    return "".join(read(html).text.split())
