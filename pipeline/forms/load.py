"""form.yml becomes a Form.

In: the document, the programme's categories. Out: a Form, or findings (S260–S272). Must not know candidates.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.diagnostics import Diagnostic, finding, ordered, stops
from pipeline.documents import Document
from pipeline.forms import layout
from pipeline.forms.faults import SUPPORTED
from pipeline.forms.judge import OWN_KEYS
from pipeline.forms.schema import KINDS, expand, kinds, validator
from pipeline.forms.types import Field, Form, Secret

_FIELD_NAME = re.compile(r"[\w（）/-]{1,30}")
_LONGEST_PATTERN = 500
_SCHEMAS = ("items", "additionalProperties", "propertyNames", "not", "if", "then", "else", "contains")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")


def load_form(
    document: Document, categories: tuple[tuple[str, str], ...] = ()
) -> tuple[Form | None, tuple[Diagnostic, ...]]:
    """Return the Form of form.yml; `categories` are (code, printed name). A form with an error is None."""
    found = ordered((*_keywords(document.values, (), document), *_fields_fit(document)))
    if stops(found):
        return None, found
    schema = expand(document.values, tuple(code for code, _ in categories))
    wrong = ordered(_schema_is_one(schema, document))
    if wrong:
        return None, ordered((*found, *wrong))
    fields = _fields(schema, document)
    found = ordered((*found, *layout.check(document, frozenset(fields))))
    if stops(found):
        return None, found
    table = layout.layout(document, fields, tuple(printed for _, printed in categories))
    title = str(schema.get("title", ""))
    return Form(title, tuple(fields.values()), table, schema, document, validator(schema)), found


def _keywords(schema: Any, pointer: tuple[str | int, ...], document: Document) -> Iterator[Diagnostic]:
    """Every keyword must be one that has words of its own; every reference one of our kinds; every pattern readable."""
    if not isinstance(schema, dict):
        return
    for key, part in schema.items():
        here = (*pointer, key)
        if key == "$ref" and str(part).removeprefix(KINDS) not in kinds():
            yield finding("S261", document.at(*here), known="、".join(kinds()))
        elif key == "pattern" and not _is_pattern(part):
            yield finding("S262", document.at(*here))
        elif key not in SUPPORTED and key != "$ref":
            yield finding("S260", document.at_key(*here))
        for step, inner in _inner(key, part):
            yield from _keywords(inner, (*here, *step), document)


def _inner(key: str, part: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield the schemas inside a keyword, each with the rest of its pointer."""
    if key == "properties" and isinstance(part, dict):
        yield from (((name,), each) for name, each in part.items())
    elif key in _LISTS and isinstance(part, list):
        yield from (((number,), each) for number, each in enumerate(part))
    elif key in _SCHEMAS:
        yield (), part


def _is_pattern(part: Any) -> bool:
    try:
        re.compile(part)
    except (re.error, TypeError):
        return False
    return len(part) <= _LONGEST_PATTERN


def _fields_fit(document: Document) -> Iterator[Diagnostic]:
    properties = document.values.get("properties")
    if not isinstance(properties, dict) or not properties:
        yield finding("S263", document.at("properties"))
        return
    for name in properties:
        if name in OWN_KEYS:
            yield finding("S269", document.at_key("properties", name), field=name)
        elif not _FIELD_NAME.fullmatch(name):
            yield finding("S271", document.at_key("properties", name))
    required = document.values.get("required")
    for number, name in enumerate(required if isinstance(required, list) else []):
        if not isinstance(name, str) or name not in properties:
            yield finding("S270", document.at("required", number))


def _schema_is_one(schema: Mapping[str, Any], document: Document) -> Iterator[Diagnostic]:
    """The expanded form must be a JSON Schema by its own metaschema."""
    judged = validator(schema)
    for error in type(judged)(judged.META_SCHEMA).iter_errors(schema):
        yield finding("S263", document.at(*error.absolute_path))


def _fields(schema: Mapping[str, Any], document: Document) -> dict[str, Field]:
    printed = {name for row in layout.cells_of(document) for name, _ in row}
    required = schema.get("required", ())
    return {name: _field(name, part, name in required, name in printed) for name, part in schema["properties"].items()}


def _field(name: str, schema: Mapping[str, Any], required: bool, printed: bool) -> Field:
    inner = schema.get("items") if isinstance(schema.get("items"), dict) else schema
    properties = (inner or {}).get("properties") or {}
    needed = (inner or {}).get("required") or ()
    kind = schema.get("x-kind")
    return Field(
        name=name,
        title=str(schema.get("title") or name),
        kind=kind,
        type=str(schema.get("type", "string")),
        secret=Secret(schema.get("x-secret", Secret.NONE)),
        required=required,
        printed=printed,
        is_opinion=kind == "意见",
        schema=schema,
        children=tuple(_field(child, part, child in needed, printed) for child, part in properties.items()),
    )
