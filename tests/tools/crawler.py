"""Follows every link of a site that lies in a folder.

In: the folder. Out: what leads nowhere, what nothing leads to, and which other hosts are named. Must not know pytest
or the product.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import html

HOME = "index.html"
# Programs and servers look for these by their names.
ASKED_BY_NAME = frozenset({"404.html", "robots.txt", "sitemap.xml", "_headers"})
_ATTRIBUTES = ("href", "src", "action", "poster")
_IN_STYLES = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")


@dataclass(frozen=True, slots=True)
class Link:
    """An address as it is written, and the file in which it stands."""

    source: str
    address: str


@dataclass
class Site:
    """A site in a folder. `root` is how pages that are served at any depth begin their addresses."""

    folder: Path
    root: str = "/"
    pages: dict[str, html.HtmlElement] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path in sorted(self.files):
            if path.endswith(".html"):
                text = (self.folder / path).read_text(encoding="utf-8")
                self.pages[path] = html.document_fromstring(text)

    @cached_property
    def files(self) -> frozenset[str]:
        """Return every file of the site."""
        return frozenset(each.relative_to(self.folder).as_posix() for each in self.folder.rglob("*") if each.is_file())

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Return every address that pages and styles name."""
        return tuple(self._links())

    def _links(self) -> Iterator[Link]:
        for path, page in self.pages.items():
            for element in page.iter(html.etree.Element):
                for name, value in element.attrib.items():
                    if name in _ATTRIBUTES or (name.startswith("data-") and self._target(path, value) in self.files):
                        yield Link(path, str(value))
        for path in sorted(self.files):
            if path.endswith(".css"):
                for found in _IN_STYLES.findall((self.folder / path).read_text(encoding="utf-8")):
                    yield Link(path, "".join(found))

    def dead(self) -> list[Link]:
        """Return the links within the site whose file or place in a page is not there."""
        return [each for each in self.links if self._is_inside(each.address) and not self._leads(each)]

    def absolute(self) -> list[Link]:
        """Return the links that would lead elsewhere below another path or on a file system."""
        rooted = (each for each in self.links if each.address.startswith("/") and each.source != "404.html")
        return [each for each in rooted if self._is_inside(each.address)]

    def unreachable(self) -> list[str]:
        """Return the files to which no way leads from the home page."""
        leads: dict[str, set[str]] = {}
        for each in self.links:
            leads.setdefault(each.source, set()).add(self._target(each.source, each.address))
        seen: set[str] = set()
        todo = [HOME]
        while todo:
            path = todo.pop()
            if path not in seen and path in self.files:
                seen.add(path)
                todo += leads.get(path, ())
        return sorted(self.files - seen - ASKED_BY_NAME)

    def hosts(self) -> set[str]:
        """Return the other hosts to which a link or a style leads."""
        return {host for each in self.links if (host := urlsplit(each.address).hostname)}

    def _is_inside(self, address: str) -> bool:
        parts = urlsplit(address)
        return not parts.scheme and not parts.netloc

    def _leads(self, link: Link) -> bool:
        target = self._target(link.source, link.address)
        if target not in self.files:
            return False
        fragment = unquote(urlsplit(link.address).fragment)
        return not fragment or target not in self.pages or bool(self.pages[target].xpath("//*[@id=$id]", id=fragment))

    def _target(self, source: str, address: str) -> str:
        """Return the file to which an address of a file leads."""
        parts = urlsplit(str(address))
        path = unquote(parts.path)
        if parts.scheme or parts.netloc:
            return ""
        if not path:
            return source
        if path.startswith(self.root):
            path = path.removeprefix(self.root) or "./"
            return normpath(join(path, HOME) if path.endswith("/") else path)
        return normpath(join(dirname(source), path, HOME if path.endswith("/") else ""))
