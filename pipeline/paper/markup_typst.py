"""A text's nodes → plain data that the print templates draw.

In: markup's nodes, placeholders already filled in. Out: lists and mappings of JSON, one mapping a block. No word of a
text becomes code: the templates get strings and set them as text. Levels are those of the source's headings; only a
level that was skipped is closed up, because a tagged document may not skip one. Must not know fonts or templates.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pipeline.markup import RUN_IN, Node

Block = dict[str, Any]

_INLINE = {"em": "em", "strong": "strong", "br": "break"}
_OUTSIDE = ("http:", "https:", "mailto:", "tel:")
_FIRST, _LEAST = 1, 2
# A paragraph of so many characters is about four lines.
_SHORT = 110


def blocks(nodes: Iterable[Node]) -> list[Block]:
    """Return the blocks of a text.

    `kind` is `heading` (`level`: 2 and on, `parts`), `paragraph` (`parts`, `short`), `list` (`items`: parts each) or
    `table` (`columns`, `head`: parts each, `rows`). A part is a text or a mapping of `kind` (`em`, `strong`, `run-in`,
    `link`, `break`, `plain`), `parts`, and `to` for a link.
    """
    made: list[Block] = []
    level = _FIRST
    for node in nodes:
        block = _block(node, level)
        level = block.get("level", level)
        made.append(block)
    return made


def text(parts: Iterable[Any]) -> str:
    """Return the words of a block's parts as one text."""
    return "".join(each if isinstance(each, str) else text(each["parts"]) for each in parts)


def _block(node: Node, level: int) -> Block:
    if node.tag.startswith("h"):
        wanted = max(_LEAST, int(node.tag[1:]))
        return {"kind": "heading", "level": min(wanted, level + 1), "parts": _inline(node.children)}
    if node.tag == "ul":
        return {"kind": "list", "items": [_inline(each.children) for each in _named(node, "li")]}
    if node.tag == "table":
        return _table(node)
    parts = _inline(node.children)
    return {"kind": "paragraph", "parts": parts, "short": len(text(parts)) <= _SHORT}


def _table(node: Node) -> Block:
    lines = list(_rows(node))
    columns = max((len(each) for each in lines), default=0)
    even = [[*line, *([[]] * (columns - len(line)))] for line in lines]
    return {"kind": "table", "columns": columns, "head": even[0] if even else [], "rows": even[1:]}


def _rows(node: Node) -> Iterator[list[list[Any]]]:
    for part in node.children:
        if isinstance(part, Node) and part.tag == "tr":
            yield [_inline(cell.children) for cell in part.children if isinstance(cell, Node)]
        elif isinstance(part, Node):
            yield from _rows(part)


def _named(node: Node, tag: str) -> Iterator[Node]:
    return (each for each in node.children if isinstance(each, Node) and each.tag == tag)


def _inline(parts: Sequence[Node | str]) -> list[Any]:
    return [each if isinstance(each, str) else _part(each) for each in parts]


def _part(node: Node) -> str | Block:
    attributes = dict(node.attributes)
    if node.tag == "img":
        return attributes.get("alt", "")
    to = attributes.get("href", "")
    if node.tag == "a" and to.lower().startswith(_OUTSIDE):
        return {"kind": "link", "parts": _inline(node.children), "to": to}
    kind = "run-in" if node.kind == RUN_IN else _INLINE.get(node.tag, "plain")
    return {"kind": kind, "parts": _inline(node.children)}
