"""Markdown → a tree of known nodes → safe HTML.

In: the Markdown text of a notice. Out: frozen nodes (for every drawer: screen now, paper later) or HTML.
Safe by construction: the tree holds only the tags and attributes named here, every text is escaped when it is
written, raw HTML in the source is text like any other, and a link or picture whose address is not of a known kind
is only its words. Must not know pages, templates or whose text it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString
from markupsafe import Markup, escape

RUN_IN = "run-in"
# Level 1 is the page's own title, so a text's headings begin at 2.
_RENAMED = {"h1": "h2"}
_BLOCKS = frozenset({"h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr"})
_TAGS = _BLOCKS | {"th", "td", "em", "strong", "code", "br", "a", "img"}
_FLOW = frozenset({"p", "li", "td", "th"})
_EMPTY = frozenset({"br", "img"})

# What a clerk types by chance must stay as it was typed: a number opens no list that counts by itself, indented text
# is no program, a row of dashes no heading and no rule, `[1]: …` no hidden address, `&…;` and `<…>` no HTML, `_` no
# emphasis.
_UNUSED_BLOCKS = ("indent", "code", "setextheader", "hr", "olist", "quote", "reference")
_UNUSED_PATTERNS = (
    *("backtick", "link", "image_link", "autolink", "automail", "html", "entity"),
    *("reference", "image_reference", "short_reference", "short_image_ref"),
)
# What a manual has beside what a notice has: lists that count by themselves, and words to be typed as they stand.
_MANUAL_BLOCKS = frozenset({"olist"})
_CODE = r"`([^`\n]{1,300})`"
_TREE_STEPS = ("inline", "unescape")

_LINK = r"(?<!!)\[([^\[\]\n]{1,300})\]\(([^\s()]{1,2000})\)"
_PICTURE = r"!\[([^\[\]\n]{0,300})\]\(([^\s()]{1,2000})\)"
_OUTSIDE = re.compile(r"(?:https?://[^\s\\\x00-\x1f]+|mailto:[^\s\\\x00-\x1f]+|tel:[0-9+*#,;-]+)\Z", re.IGNORECASE)
_RELATIVE = re.compile(r"(?![/\\])[^\s:\\\x00-\x1f]+\Z")

_BARE_ADDRESS = re.compile(
    r"(?P<web>https?://[A-Za-z0-9][!#$%&*+,./0-9:;=?@A-Z\[\]_a-z~-]{0,300}[A-Za-z0-9/])"
    r"|(?<![A-Za-z0-9._%+@-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}(?![A-Za-z0-9@-])"
)

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NUMBERED_LINE = re.compile(r"\n(?=\d{1,3}\\?[.．、](?!\d)[^|\n]*(?:\n|\Z))")
_WIDE = "\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_BREAK_IN_CHINESE = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n[ \t]*(?=[{_WIDE}])")
_PARAGRAPH_GAP = re.compile(r"\n[ \t]*\n")
# No notice and no paragraph of one is longer. In what is, marks stay as typed: finding their ends would take too long.
_LONGEST_TEXT = 60_000
_MOST_LINES = 2_000
_LONGEST_PARAGRAPH = 5_000
_MOST_STARS = 200
_ROW_OF_STARS = "****"
# Nor has one lists in lists in lists without end.
_DEEP_LIST = re.compile(r"^(?:[ \t]{40,}[-*+][ \t]|(?:[ \t]*[-*+][ \t]+){6})", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\{([^{}\n]{1,40})\}")


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a text: an HTML tag, its parts and attributes; `kind` is RUN_IN where a heading opens a paragraph."""

    tag: str
    children: tuple["Node | str", ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    kind: str = ""


def tokens(markdown: str, *, manual: bool = False) -> tuple[Node, ...]:
    """Return the text's blocks in order. Any text is accepted; what is no Markdown stays text.

    `manual`: numbered lines are a list and `…` is code, as those who write a manual mean them, and no notice does.
    """
    text = _CONTROL.sub("", markdown.replace("\r\n", "\n"))
    if len(text) > _LONGEST_TEXT or text.count("\n") > _MOST_LINES or _DEEP_LIST.search(text):
        paragraphs = (each.strip() for each in _PARAGRAPH_GAP.split(text))
        return tuple(Node("p", (_BREAK_IN_CHINESE.sub("", each),)) for each in paragraphs if each)
    return tuple(part for part in _parts(_read(text, manual)) if isinstance(part, Node))


def fill(nodes: tuple[Node, ...], words: Mapping[str, str | None]) -> tuple[Node, ...]:
    """Return the blocks with `{placeholder}` replaced by its word, which is text and never Markdown.

    A block in which a placeholder has no word (None) is left out. A paragraph that is one placeholder alone becomes a
    paragraph for each line of its word. A placeholder that `words` does not know stays as it is.
    """
    return tuple(filled for node in nodes for filled in _filled_block(node, words))


def to_html(markdown: str, words: Mapping[str, str | None] | None = None) -> Markup:
    """Return the text as HTML, safe to put into a page as it is; `words` as for `fill`."""
    return html(fill(tokens(markdown), words or {}))


def html(nodes: tuple[Node, ...]) -> Markup:
    """Return the blocks as HTML, safe to put into a page as it is."""
    return Markup("\n").join(map(_html, nodes))


def plain(part: Node | str) -> str:
    """Return the words of a part, without tags."""
    return part if isinstance(part, str) else "".join(map(plain, part.children))


def _filled_block(node: Node, words: Mapping[str, str | None]) -> Iterator[Node]:
    if any(words.get(name, name) is None for name in _placeholders(node)):
        return
    only = node.children[0] if node.tag == "p" and len(node.children) == 1 else None
    alone = _PLACEHOLDER.fullmatch(only.strip()) if isinstance(only, str) else None
    if alone:
        yield from (replace(node, children=(line,)) for line in _word(alone, words).splitlines())
    else:
        yield _filled(node, words)


def _filled(node: Node, words: Mapping[str, str | None]) -> Node:
    parts = (
        _filled(each, words)
        if isinstance(each, Node)
        else _PLACEHOLDER.sub(lambda found: _word(found, words).replace("\n", ""), each)
        for each in node.children
    )
    return replace(node, children=tuple(parts))


def _word(found: re.Match[str], words: Mapping[str, str | None]) -> str:
    return words.get(found[1], found[0]) or ""


def _placeholders(part: Node | str) -> Iterator[str]:
    if isinstance(part, str):
        yield from _PLACEHOLDER.findall(part)
    else:
        yield from (name for each in part.children for name in _placeholders(each))


class _Address(InlineProcessor):
    """`[words](address)` and `![words](address)`, of bounded length, so that no row of brackets can stall it."""

    def __init__(self, reader: Markdown, pattern: str, tag: str, attribute: str) -> None:
        super().__init__(pattern, reader)
        self._tag = tag
        self._attribute = attribute

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002
        element = Element(self._tag, {self._attribute: self.unescape(m.group(2))})
        element.text = AtomicString(m.group(1)) if self._tag == "img" else m.group(1)
        return element, m.start(0), m.end(0)


class _Code(InlineProcessor):
    """`words` between grave accents: code, in which nothing else is Markdown."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002
        element = Element("code")
        element.text = AtomicString(m.group(1))
        return element, m.start(0), m.end(0)


def _reader(manual: bool) -> Markdown:
    reader = Markdown(extensions=["tables"])
    for name in _UNUSED_BLOCKS:
        if not (manual and name in _MANUAL_BLOCKS):
            reader.parser.blockprocessors.deregister(name)
    for name in _UNUSED_PATTERNS:
        reader.inlinePatterns.deregister(name)
    if reader.delimiters is not None:
        reader.delimiters.remove("_")
    reader.inlinePatterns.register(_Address(reader, _LINK, "a", "href"), "link", 160)
    reader.inlinePatterns.register(_Address(reader, _PICTURE, "img", "src"), "picture", 150)
    if manual:
        reader.inlinePatterns.register(_Code(_CODE, reader), "code", 190)
    return reader


def _read(markdown: str, manual: bool) -> Element:
    reader = _reader(manual)
    text = markdown if manual else _NUMBERED_LINE.sub("\n\n", markdown)
    lines = reader.preprocessors["normalize_whitespace"].run(text.split("\n"))
    root = cast(Element, reader.parser.parseDocument(lines).getroot())
    for element in root.iter():
        text = element.text or ""
        if len(text) > _LONGEST_PARAGRAPH or text.count("*") > _MOST_STARS or _ROW_OF_STARS in text:
            element.text = AtomicString(text)
    for name in _TREE_STEPS:
        reader.treeprocessors[name].run(root)
    return root


def _parts(element: Element) -> Iterator[Node | str]:
    if element.text:
        yield from _text(element, element.text)
    opening = element.tag == "p" and not (element.text or "").strip()
    for child in element:
        yield from _part(child, opening)
        opening = False
        if child.tail:
            yield from _text(element, child.tail)


def _text(parent: Element, text: str) -> Iterator[Node | str]:
    """Yield the text; a line break inside Chinese is the editor's own and would print as a gap."""
    flowing = _BREAK_IN_CHINESE.sub("", text)
    if parent.tag in _FLOW:
        yield from _linked(flowing)
    elif text.strip() or parent.tag not in _BLOCKS:
        yield flowing


def _linked(text: str) -> Iterator[Node | str]:
    """Yield the text with its bare addresses as links: they can be followed, and broken over lines."""
    end = 0
    for found in _BARE_ADDRESS.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield Node("a", (found[0],), (("href", found[0] if found["web"] else f"mailto:{found[0]}"),))
        end = found.end()
    if end < len(text):
        yield text[end:]


def _part(element: Element, opening: bool) -> Iterator[Node | str]:
    """Yield the element as a node, or only its words where it is of no known kind or leads nowhere safe."""
    tag = _RENAMED.get(element.tag, element.tag)
    attributes = tuple(_attributes(element))
    if tag == "img" and not attributes:
        yield element.text or ""
    elif tag not in _TAGS or (tag == "a" and not attributes):
        yield from _parts(element)
    elif tag == "img":
        yield Node(tag, (), (*attributes, ("alt", element.text or "")))
    else:
        yield Node(tag, tuple(_parts(element)), attributes, RUN_IN if opening and tag == "em" else "")


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    href, source = element.get("href", ""), element.get("src", "")
    if element.tag == "a" and (_OUTSIDE.match(href) or _RELATIVE.match(href)):
        yield "href", href
    elif element.tag == "img" and _RELATIVE.match(source):
        yield "src", source
    elif element.tag == "th":
        yield "scope", "col"


def _html(part: Node | str) -> Markup:
    if isinstance(part, str):
        return escape(part)
    attributes = Markup("").join(Markup(' {}="{}"').format(*each) for each in _written(part))
    if part.tag in _EMPTY:
        return Markup("<{}{}>").format(Markup(part.tag), attributes)
    inside = Markup("").join(_html(each) for each in part.children)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(part.tag), attributes, inside)


def _written(node: Node) -> Iterator[tuple[str, str]]:
    if node.kind:
        yield "class", node.kind
    yield from node.attributes
