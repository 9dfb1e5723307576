"""What a form may say: keywords that have words of their own, kinds and formats that are known, patterns that end.

In: form.yml as a document. Out: findings (S260–S262, S271, S273–S276). Must not know what a schema means.
"""

import re
from collections.abc import Iterator
from typing import Any

from pipeline.diagnostics import Diagnostic, finding
from pipeline.documents import Document
from pipeline.forms import patterns
from pipeline.forms.faults import SUPPORTED, nearest
from pipeline.forms.formats import FORMATS
from pipeline.forms.schema import KINDS, Step, inner, kinds
from pipeline.forms.types import RECEIPT, Secret

FIELD_NAME = re.compile(r"[\w（）/-]{1,30}")
_CLOSED = ("additionalProperties", "unevaluatedProperties")
_FORMATTED = ("pattern", "format")

_MOST_ROWS = 20


def check(document: Document) -> Iterator[Diagnostic]:
    """Yield what is wrong with the keywords of the form, wherever they stand."""
    yield from _schema(document.values, (), document)
    yield from _objects(document.values, (), document)


def _schema(schema: Any, pointer: Step, document: Document) -> Iterator[Diagnostic]:
    if not isinstance(schema, dict):
        return
    if any(key in schema for key in _FORMATTED) and not {"examples", "description", "x-kind"} & set(schema):
        place = next(key for key in _FORMATTED if key in schema)
        yield finding("S276", document.at_key(*pointer, place))
    for key, part in schema.items():
        here = (*pointer, key)
        yield from _keyword(key, part, here, document)
        for step, each in inner(key, part):
            yield from _schema(each, (*here, *step), document)


def _keyword(key: str, part: Any, here: Step, document: Document) -> Iterator[Diagnostic]:
    """A keyword must have words of its own, a reference be to one of our kinds, a pattern be readable."""
    if key == "$ref":
        if not isinstance(part, str) or not part.startswith(KINDS) or part.removeprefix(KINDS) not in kinds():
            yield finding("S261", document.at(*here), known="、".join(kinds()))
    elif key not in SUPPORTED:
        near = nearest(key, sorted(SUPPORTED))
        yield finding("S277", document.at_key(*here), near=near) if near else finding("S260", document.at_key(*here))
    elif key == "pattern" and not patterns.is_one(part):
        yield finding("S262", document.at(*here), longest=patterns.LONGEST_PATTERN)
    elif key == "enum" and part == []:
        yield finding("S263", document.at_key(*here), wanted="至少一个可选的内容")
    elif key == "format" and part not in tuple(FORMATS):
        yield finding("S275", document.at(*here), known="、".join(FORMATS))
    elif key.startswith("x-") and part not in _allowed(key, part):
        allowed = "、".join(str(each).lower() for each in _allowed(key, part))
        yield finding("S274", document.at(*here), keyword=key, allowed=allowed)


def _allowed(key: str, part: Any) -> tuple[Any, ...]:
    """Return what one of our own keywords may be; x-layout is looked at elsewhere, and x-print is any text."""
    if key == "x-print":
        return (part,) if isinstance(part, str) else ("文字",)
    if key == "x-rows":
        whole = isinstance(part, int) and not isinstance(part, bool)
        return (part,) if whole and 1 <= part <= _MOST_ROWS else (f"1 到 {_MOST_ROWS} 的整数",)
    choices = {
        "x-after": (RECEIPT,),
        "x-secret": tuple(map(str, Secret)),
        "x-lines": (True, False),
        "x-boxes": (True, False),
        "x-absent": (True, False),
        "x-kind": (*kinds(), "日"),
    }
    return choices.get(key, (part,))


def _objects(schema: Any, pointer: Step, document: Document) -> Iterator[Diagnostic]:
    """A form, and each part of it with fields of its own, should take no key that it does not know."""
    if not isinstance(schema, dict):
        return
    properties = schema.get("properties")
    if isinstance(properties, dict):
        if not any(key in schema for key in _CLOSED) and "$ref" not in schema:
            yield finding("S273", document.at_key(*pointer, "properties"))
        for name, part in properties.items():
            if pointer and not FIELD_NAME.fullmatch(name):
                yield finding("S271", document.at_key(*pointer, "properties", name))
            yield from _objects(part, (*pointer, "properties", name), document)
    yield from _objects(schema.get("items"), (*pointer, "items"), document)
