"""The forms and the shipped schemas as an editor reads them while a file is being written.

In: a form, what its programme adds, the name of a shipped schema. Out: JSON Schema draft-07 without references, with
titles, hover texts, examples and snippets. An editor sees `13800000000` as a number, a blank value as null and texts
before they are tidied; whatever our own judge takes must have no red line there. Pure; must not know files or editors'
settings.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.documents.json_schema import resolve
from pipeline.forms import shapes, words
from pipeline.forms.convert import ABSENT, FORM, SETTINGS, Reading
from pipeline.forms.schema import expand, shipped

DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]

_SAME = ("minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "required")
_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_KINDS_IN_WORDS = frozenset({"姓名", "邮箱", "照片", "网址", "是否说明"})
_FORMATS_IN_WORDS = frozenset({"姓名", "日", "成文日期", "发布时间", "date", "email", "uri"})
# A number as an editor sees it has no pattern, but bounds.
_AS_NUMBER = {
    "手机号": {"minimum": 13_000_000_000, "maximum": 19_999_999_999},
    "日期": {"minimum": 1900, "maximum": 2199},
}
_DIGITS = {
    "integer": r"^\s*[-－]?[0-9０-９]{1,15}\s*$",
    "number": r"^\s*[-－]?[0-9０-９]{1,15}([.．][0-9０-９]{1,15})?\s*$",
}
_YES_AND_NO = ("是", "否")


def document(schema: Mapping[str, Any], reading: Reading) -> Schema:
    """Return a whole file's schema: what it requires must not be blank, every other part may be."""
    made = _strict(schema, reading)[0]
    needed = schema.get("required", ())
    made["properties"] = {
        name: part(each, reading, name, needed=name in needed) for name, each in schema.get("properties", {}).items()
    }
    return {"$schema": DRAFT, **_said(schema, str(schema.get("title", ""))), **made}


def settings(name: str) -> Schema:
    """Return the schema of a settings file; `name` is that of a file in pipeline/schemas/."""
    return document(expand(shipped(name)), SETTINGS)


def part(schema: Any, reading: Reading = FORM, name: str = "", needed: bool = False) -> Schema:
    """Return the schema of one part of a file; `name` is its key, `needed` whether it must not be blank."""
    if not isinstance(schema, Mapping):
        return {}
    ways = [*_strict(schema, reading), *([] if needed else [_blank(reading)])]
    said = _said(schema, name)
    return {**said, **ways[0]} if len(ways) == 1 else {**said, "anyOf": ways}


def one_of(values: Iterable[Any]) -> list[Schema]:
    """Return the ways to write one of these values: those to be offered, and those that mean the same."""
    offered = [each for value in values for each in (_YES_AND_NO if isinstance(value, bool) else (value,))]
    offered = [each for number, each in enumerate(offered) if each not in offered[:number]]
    same = [each for value in values for each in _spellings(value) if not any(each is one for one in offered)]
    shown: Schema = {"enum": offered, "errorMessage": f"应为：{words.choices(offered)}"}
    # A completion offers whatever stands in an enum, unless it stands in a `not`.
    return [shown, {"not": {"not": {"enum": same}}}] if same else [shown]


def _spellings(value: Any) -> list[Any]:
    if isinstance(value, bool):
        return [True, False, "true", "false"]
    if not isinstance(value, str | int | float):
        return []
    typed = resolve(value) if isinstance(value, str) else str(value)
    return [] if typed is None or typed == value else [typed]


def _blank(reading: Reading) -> Schema:
    """Return what says that nothing is filled in. It names no type, so that no completion offers `null`."""
    if reading is not FORM:
        return {"not": {"type": ["object", "array", "string", "number", "boolean"]}}
    said = "|".join(sorted(filter(None, ABSENT)))
    return {"not": {"type": ["object", "array", "number", "boolean"]}, "pattern": rf"^\s*({said})?\s*$"}


def _said(schema: Mapping[str, Any], name: str) -> Schema:
    """Return what an editor shows: the title, how to fill it in, an example, what to insert."""
    title = str(schema.get("title") or name)
    told = [str(schema.get("description") or ""), _bounds(schema)]
    text = "。".join(each.rstrip("。") for each in told if each)
    examples = [_natural(each) for each in schema.get("examples", ())]
    snippets = _snippets(schema)
    said = {"title": title, "markdownDescription": text, "examples": examples, "defaultSnippets": snippets}
    return {key: each for key, each in said.items() if each}


def _bounds(schema: Mapping[str, Any]) -> str:
    most = schema.get("maxLength")
    return f"最多 {most} 字" if most and schema.get("x-lines") else ""


def _natural(value: Any) -> Any:
    """Return an example as one writes it: digits are a number, without quotes."""
    if isinstance(value, Mapping):
        return {str(key): _natural(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_natural(each) for each in value]
    return resolve(value) if isinstance(value, str) else value


def _snippets(schema: Mapping[str, Any]) -> list[Schema]:
    if schema.get("x-kind") == "意见":
        parts = [name for name in schema["properties"] if name != "结论"]
        stops = {name: f"${number}" for number, name in enumerate(parts, 1)}
        agree = schema["properties"]["结论"]["enum"]
        return [{"label": word, "body": {"结论": word, **stops}} for word in agree]
    return [{"label": "分行填写", "bodyText": "|\n  $1"}] if schema.get("x-lines") else []


def _strict(schema: Mapping[str, Any], reading: Reading) -> list[Schema]:
    """Return the ways to write a value that the schema takes, the first of them with everything it asks for."""
    if "enum" in schema or "const" in schema:
        return one_of([*schema.get("enum", ()), *([schema["const"]] if "const" in schema else [])])
    types = schema.get("type")
    types = types if isinstance(types, list) else [types] if types else []
    if types == ["boolean"]:
        return one_of([True])
    made: Schema = {key: schema[key] for key in (*_SAME, *_NUMBERS) if key in schema}
    if types:
        names = list(dict.fromkeys(each for wanted in types for each in _types(wanted, schema)))
        made["type"] = names if len(names) > 1 else names[0]
    texts, inside = _texts(schema, types), _inside(schema, reading)
    every = [*texts.pop("allOf", ()), *inside.pop("allOf", ())]
    made |= {**texts, **inside, **({"allOf": every} if every else {})}
    if types and not {"object", "array"} & set(types):
        made["errorMessage"] = _message(schema, types)
    return [made]


def _types(wanted: str, schema: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the types that a value of the wanted type may have in an editor's eyes."""
    if wanted in _DIGITS:
        return wanted, "string"
    if wanted != "string":
        return (wanted,)
    if schema.get("x-kind") in _KINDS_IN_WORDS or schema.get("format") in _FORMATS_IN_WORDS:
        return ("string",)
    return ("string", "integer" if schema.get("format") == "日期" else "number")


def _texts(schema: Mapping[str, Any], types: list[str]) -> Schema:
    """Return what a text must look like, and the bounds of one that an editor takes for a number."""
    digits = [pattern for wanted, pattern in _DIGITS.items() if wanted in types]
    if digits:
        return {"pattern": digits[-1]}
    asked = [{"pattern": pattern, "errorMessage": message} for pattern, message in shapes.of_text(schema)]
    bounds = _AS_NUMBER.get(str(schema.get("x-kind")), {})
    return {**bounds, **({"allOf": asked} if asked else {})}


def _message(schema: Mapping[str, Any], types: list[str]) -> str:
    told = words.how(schema)
    kind = "数字" if set(types) & set(_DIGITS) else "文字"
    return f"应为：{told}" if told else f"应为{kind}"


def _inside(schema: Mapping[str, Any], reading: Reading) -> Schema:
    """Return the keywords that hold other schemas. Those that turn on what does not hold are left to the judge."""
    made: Schema = {}
    if "properties" in schema:
        made["properties"] = {name: part(each, reading, name) for name, each in schema["properties"].items()}
    others = schema.get("additionalProperties")
    if others is not None:
        made["additionalProperties"] = others if isinstance(others, bool) else _other(others, reading)
    if isinstance(schema.get("propertyNames"), Mapping):
        made["propertyNames"] = _texts(schema["propertyNames"], [])
    if "dependentRequired" in schema:
        made["dependencies"] = schema["dependentRequired"]
    return made | _items(schema, reading) | _branches(schema, reading)


def _other(schema: Any, reading: Reading) -> Any:
    return False if schema == {"not": {}} else part(schema, reading)


def _items(schema: Mapping[str, Any], reading: Reading) -> Schema:
    first = [part(each, reading) for each in schema.get("prefixItems", ())]
    others = _other(schema["items"], reading) if "items" in schema else None
    if not first:
        return {} if others is None else {"items": others}
    return {"items": first, **({} if others is None else {"additionalItems": others})}


def _branches(schema: Mapping[str, Any], reading: Reading) -> Schema:
    """Return allOf as it is, and the others as “at least one of these”."""
    made: Schema = {}
    every = [each for each in schema.get("allOf", ()) if isinstance(each, Mapping)]
    if every:
        made["allOf"] = [{"anyOf": _strict(each, reading)} for each in every]
    some = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    if some:
        made["anyOf"] = [
            way for each in some for way in (_strict(each, reading) if isinstance(each, Mapping) else [{}])
        ]
    return made
