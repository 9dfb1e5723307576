"""From what jsonschema says to our own findings: a table from keyword, kind and format to code.

In: errors of a validator, a document. Out: findings with places, in our words: no value, none of the library's text.
"""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.documents import Document

_KINDS = {
    "手机号": "S203",
    "固定电话": "S204",
    "邮箱": "S205",
    "日期": "S206",
    "身份证号": "S207",
    "统一社会信用代码": "S208",
    "姓名": "S209",
    "是否说明": "S211",
    "网址": "S212",
    "照片": "S216",
}
_FORMATS = {"姓名": "S209", "日期": "S206", "日": "S217", "成文日期": "S218", "发布时间": "S219"}
_TYPES = {"integer": "S213", "number": "S214", "boolean": "S215", "string": "S220", "array": "S221", "object": "S222"}
_KEYWORDS = {
    "enum": "S223",
    "const": "S224",
    "pattern": "S225",
    "format": "S226",
    "minLength": "S227",
    "maxLength": "S228",
    "minimum": "S229",
    "maximum": "S230",
    "exclusiveMinimum": "S231",
    "exclusiveMaximum": "S232",
    "multipleOf": "S233",
    "minItems": "S234",
    "maxItems": "S235",
    "uniqueItems": "S236",
    "minProperties": "S238",
    "maxProperties": "S239",
    "contains": "S241",
    "minContains": "S241",
    "maxContains": "S241",
}
SUPPORTED = frozenset(
    {
        *_KEYWORDS,
        *("type", "required", "additionalProperties", "properties", "items", "propertyNames", "dependentRequired"),
        *("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "unevaluatedProperties", "prefixItems"),
        *("title", "description", "examples", "default", "$comment", "$schema"),
        *("x-kind", "x-secret", "x-lines", "x-layout", "x-print"),
    }
)
_TOGETHER = "S242"
_ROOT_NAME = "—"
_NEAR, _ENOUGH = 0.5, 20


def findings(errors: Iterator[Any], document: Document, own_keys: tuple[str, ...] = ()) -> Iterator[Diagnostic]:
    """Yield a finding for every error; `own_keys` are known beside those of the schema."""
    for error in errors:
        pointer = tuple(error.absolute_path)
        if error.validator == "required":
            yield from _missing(error, document, pointer)
        elif error.validator in ("additionalProperties", "unevaluatedProperties"):
            yield from _unknown(error, document, pointer, own_keys)
        elif error.validator == "dependentRequired":
            yield from _dependent(error, document, pointer)
        elif "propertyNames" in error.absolute_schema_path:
            yield finding("S240", _key_place(error, document, pointer))
        else:
            yield _value(error, document, pointer)


def _missing(error: Any, document: Document, pointer: tuple[Any, ...]) -> Iterator[Diagnostic]:
    for name in error.validator_value:
        if name not in error.instance:
            yield finding("S201", document.at(*pointer, name), field=name)


def _dependent(error: Any, document: Document, pointer: tuple[Any, ...]) -> Iterator[Diagnostic]:
    for name, needed in error.validator_value.items():
        for each in needed:
            if name in error.instance and each not in error.instance:
                yield finding("S237", document.at(*pointer, name), field=name, other=each)


def _unknown(
    error: Any, document: Document, pointer: tuple[Any, ...], own_keys: tuple[str, ...]
) -> Iterator[Diagnostic]:
    known = [*(error.schema.get("properties") or {}), *(own_keys if not pointer else ())]
    free = [name for name in known if name not in document_part(document, pointer)]
    for key in error.instance:
        if key not in known:
            where = document.at_key(*pointer, key)
            near = _nearest(str(key), [each for each in error.schema.get("required") or () if each in free], free)
            yield finding("S202", where, near=near) if near else finding("S210", where, known=_some(known))


def document_part(document: Document, pointer: tuple[Any, ...]) -> Mapping[str, Any]:
    """Return the mapping that stands at a place of the document."""
    part: Any = document.values
    for step in pointer:
        part = part[step]
    return part if isinstance(part, Mapping) else {}


def _nearest(key: str, required: list[str], free: list[str]) -> str:
    """Return the known key that is meant, one that is still missing and required first; empty where none is near."""
    for names in (required, free):
        near = difflib.get_close_matches(key, names, 1, _NEAR)
        if near:
            return near[0]
    return ""


def _some(names: list[str]) -> str:
    return "、".join(names[:_ENOUGH]) + ("等" if len(names) > _ENOUGH else "")


def _key_place(error: Any, document: Document, pointer: tuple[Any, ...]) -> Location:
    return document.at_key(*pointer, error.instance) if isinstance(error.instance, str) else document.at(*pointer)


def _value(error: Any, document: Document, pointer: tuple[Any, ...]) -> Diagnostic:
    return finding(_code(error), document.at(*pointer), field=_name(pointer), **_words(error))


def _code(error: Any) -> str:
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    if error.validator == "type":
        wanted = error.validator_value if isinstance(error.validator_value, str) else error.validator_value[0]
        return _TYPES.get(wanted, _TOGETHER)
    if error.validator == "pattern" and schema.get("x-kind") in _KINDS:
        return _KINDS[schema["x-kind"]]
    if error.validator == "format":
        return _KINDS.get(schema.get("x-kind", ""), _FORMATS.get(error.validator_value, "S226"))
    return _KEYWORDS.get(error.validator, _TOGETHER)


def _words(error: Any) -> dict[str, object]:
    """Return what the words of the finding say of the schema: limits and choices, never the value."""
    words = error.validator_value
    if error.validator == "enum":
        return {"allowed": "、".join(map(str, words))}
    example = next(iter(error.schema.get("examples") or ()), "") if isinstance(error.schema, Mapping) else ""
    limit = words if isinstance(words, int | float | str) and not isinstance(words, bool) else ""
    return {"limit": limit, "example": example if isinstance(example, str | int) else ""}


def _name(pointer: tuple[Any, ...]) -> str:
    return next((str(each) for each in reversed(pointer) if isinstance(each, str)), _ROOT_NAME)
