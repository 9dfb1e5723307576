"""form.yml becomes a Form.

In: the document, the programme's categories. Out: a Form, or findings (S260–S279, S330–S337). Must not know candidates.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pipeline.diagnostics import Diagnostic, finding, ordered, stops
from pipeline.documents import Document
from pipeline.forms import cover, keywords, layout, layout_check, quick, words
from pipeline.forms.judge import OWN_KEYS
from pipeline.forms.schema import Judge, expand
from pipeline.forms.types import Field, Form, Secret

_TYPES = {"string": "文字", "integer": "整数", "number": "数字", "boolean": "true 或 false", "array": "列表"}
_OTHERS = {"uniqueItems": "各不相同的内容", "minItems": "至少一项"}
_TYPES |= {"object": "分项（每项写作“名称: 内容”）"}


def load_form(
    document: Document, categories: tuple[tuple[str, str], ...] = ()
) -> tuple[Form | None, tuple[Diagnostic, ...]]:
    """Return the Form of form.yml; `categories` are (code, printed name). A form with an error is None."""
    found = ordered((*keywords.check(document), *_fields_fit(document)))
    if stops(found):
        return None, found
    schema = expand(document.values, tuple(code for code, _ in categories))
    wrong = ordered(_schema_is_one(schema, document))
    if wrong:
        return None, ordered((*found, *wrong))
    fields = _fields(schema, document)
    needed = frozenset(name for name, each in fields.items() if each.required)
    found = ordered((*found, *layout_check.check(document, frozenset(fields), needed), *cover.check(document)))
    if stops(found):
        return None, found
    front = cover.cover(document, {name: each.title for name, each in fields.items()})
    table = replace(layout.layout(document, fields, categories), cover=front)
    found = ordered((*found, *layout_check.crowded(document, table)))
    title = str(schema.get("title", ""))
    version = layout.version(title, table)
    return Form(title, tuple(fields.values()), table, schema, document, Judge(schema), version), found


def _fields_fit(document: Document) -> Iterator[Diagnostic]:
    properties = document.values.get("properties")
    if not isinstance(properties, dict) or not properties:
        yield finding("S263", document.at("properties"), wanted="properties 和各栏目")
        return
    if not isinstance(document.values.get("title"), str):
        yield finding("S278", document.at_key("title"))
    if document.values.get("type", "object") != "object":
        yield finding("S263", document.at("type"), wanted="object")
    for name in properties:
        if name in OWN_KEYS:
            yield finding("S269", document.at_key("properties", name), field=name)
        elif not keywords.FIELD_NAME.fullmatch(name):
            yield finding("S271", document.at_key("properties", name))
    required = document.values.get("required")
    for number, name in enumerate(required if isinstance(required, list) else []):
        if not isinstance(name, str) or name not in properties:
            yield finding("S270", document.at("required", number))


def _schema_is_one(schema: Mapping[str, Any], document: Document) -> Iterator[Diagnostic]:
    """The expanded form must be a JSON Schema by its own metaschema."""
    if quick.is_schema(schema):
        return
    judged = Judge(schema).exact
    for error in type(judged)(judged.META_SCHEMA).iter_errors(schema):
        yield finding("S263", document.at(*error.absolute_path), wanted=_wanted(error))


def _wanted(error: Any) -> str:
    """Return what JSON Schema asks for at a place of the form, in words."""
    if "type" in list(error.absolute_path)[-1:]:
        return "、".join(_TYPES)
    if error.validator == "type":
        types = error.validator_value
        return "、".join(_TYPES.get(each, each) for each in ([types] if isinstance(types, str) else types))
    if error.validator == "enum":
        return words.choices(error.validator_value)
    least = error.validator_value if error.validator in ("minimum", "exclusiveMinimum") else None
    if least is not None:
        return f"{'不小于' if error.validator == 'minimum' else '大于'} {words.spelt(least)} 的数"
    return _OTHERS.get(error.validator, "JSON Schema 2020-12 规定的写法")


def _fields(schema: Mapping[str, Any], document: Document) -> dict[str, Field]:
    printed = {name for row in layout.cells_of(document) for name, _, _ in row}
    required = schema.get("required", ())
    return {name: _field(name, part, name in required, name in printed) for name, part in schema["properties"].items()}


def _field(name: str, schema: Any, required: bool, printed: bool) -> Field:
    schema = schema if isinstance(schema, Mapping) else {}
    inner = schema.get("items") if isinstance(schema.get("items"), dict) else schema
    properties = inner.get("properties") or {}
    needed = inner.get("required") or ()
    kind = schema.get("x-kind")
    types = schema.get("type", "string")
    return Field(
        name=name,
        title=str(schema.get("title") or name),
        kind=kind,
        type=types if isinstance(types, str) else str(types[0]),
        secret=Secret(schema.get("x-secret", Secret.NONE)),
        required=required,
        printed=printed,
        is_opinion=kind == "意见",
        schema=schema,
        children=tuple(_field(child, part, child in needed, printed) for child, part in properties.items()),
    )
