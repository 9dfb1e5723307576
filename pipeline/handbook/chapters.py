"""Chapters as they are written → parts to be drawn.

In: `chapters/<slug>.md`. Out: Chapters. A chapter is a `# title` and Markdown; a line `![words](name.png)` is a picture
of a screen; what stands between fences is an example, and its first line says what of:

    ```yaml form.yml                   a file, which the product accepts
    ```yaml form.yml 节选              part of it, in which the product accepts it
    ```yaml form.yml 节选 wrong S264   part of it, in which it gives this finding
    ```sh                              what is typed
    ```text                            what is answered
    ```include ci/github.yml           the shipped file `pipeline/data/ci/github.yml`, whole

A link to `record.md` leads to that chapter, where chapters are read as files and in the handbook.

Must not know other pages, templates or commands.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

from pipeline import markup
from pipeline.handbook.findings import address
from pipeline.handbook.types import Chapter, Example, Heading, Part, Picture, Prose
from pipeline.markup import Node
from pipeline.messages import CATALOGUE

_SPECIAL = re.compile(
    r"^```(?P<says>[^\n`]*)\n(?P<text>.*?)^```$|^!\[(?P<said>[^\]\n]+)\]\((?P<name>[a-z-]+\.png)\)$",
    re.MULTILINE | re.DOTALL,
)
_CHAPTER = re.compile(r"^([a-z]+)\.md(?=#|$)")
_NO_ANCHOR = re.compile(r"[^\w]+")
_PART, _WRONG, _INCLUDE = "节选", "wrong", "include"


def read(slug: str) -> Chapter:
    """Return a shipped chapter; raise ValueError where it does not begin with its title."""
    text = files("pipeline").joinpath("handbook", "chapters", f"{slug}.md").read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    if not first.startswith("# "):
        raise ValueError(f"the chapter {slug} does not begin with its title")
    return parsed(slug, first.removeprefix("# ").strip(), rest)


def parsed(slug: str, title: str, text: str) -> Chapter:
    """Return the chapter that the text makes."""
    parts: list[Part] = []
    headings: list[Heading] = []
    end = 0
    for found in _SPECIAL.finditer(text):
        parts += _prose(text[end : found.start()], headings)
        parts.append(_example(found) if found["name"] is None else Picture(found["name"], found["said"]))
        end = found.end()
    parts += _prose(text[end:], headings)
    return Chapter(slug, title, tuple(parts), tuple(headings))


def anchor(words: str) -> str:
    """Return where links to a heading lead: its words, without blanks and punctuation."""
    return _NO_ANCHOR.sub("", words)


def _example(found: re.Match[str]) -> Example:
    said = str(found["says"]).split()
    code = said[said.index(_WRONG) + 1] if _WRONG in said else ""
    file = "".join(said[1:2])
    if said[0] == _INCLUDE:
        shipped = files("pipeline").joinpath("data", *file.split("/")).read_text(encoding="utf-8")
        return Example(_INCLUDE, shipped.rstrip("\n"), file.rpartition("/")[2])
    return Example(said[0], str(found["text"]).rstrip("\n"), file, _PART in said, code)


def _prose(text: str, headings: list[Heading]) -> Iterator[Prose]:
    """Yield the text, if there is any; its headings get an anchor, and go on the list."""
    nodes = tuple(_anchored(_linked(each), headings) for each in markup.tokens(text, manual=True))
    if nodes:
        yield Prose(markup.html(nodes))


def _anchored(node: Node, headings: list[Heading]) -> Node:
    if node.tag not in ("h2", "h3"):
        return node
    heading = Heading(anchor(markup.plain(node)), markup.plain(node))
    if node.tag == "h2":
        headings.append(heading)
    return replace(node, attributes=(("id", heading.anchor), *node.attributes))


def _linked(node: Node) -> Node:
    """Return the node with every code of a finding leading to its explanation, and links to chapters to their pages."""
    if node.tag == "code" and markup.plain(node) in CATALOGUE:
        return Node("a", (node,), (("href", address(markup.plain(node))),))
    inside = tuple(_linked(each) if isinstance(each, Node) else each for each in node.children)
    attributes = tuple((name, _CHAPTER.sub(r"\1.html", value)) for name, value in node.attributes)
    return replace(node, children=inside, attributes=attributes)
