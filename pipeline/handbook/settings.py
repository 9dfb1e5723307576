"""Every key of the settings' schemas, as one writes it.

In: the schemas in pipeline/schemas/. Out: Settings, in the schemas' own order. Must not know pages.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.forms import words
from pipeline.forms.schema import expand, shipped
from pipeline.handbook.types import Setting

_TYPES = {"string": "文字", "integer": "整数", "array": "列表", "object": "一组"}
_FORMATS = {
    "日": "日期（年-月-日）",
    "日期": "日期（年-月-日、年-月或者年）",
    "成文日期": "日期（如 2020年11月25日）",
    "发布时间": "年-月-日，后面可以写时刻",
    "uri": "网址",
}
_LIMITS = {"maxLength": "最多 {} 字", "maxItems": "最多 {} 项", "minimum": "不小于 {}", "maximum": "不大于 {}"}
_DIGITS_ONLY = re.compile(r"\^[\[(0-9][!-@\[-`{-~]*\$")
# A text that begins so would be read as something else than a text.
_TO_BE_QUOTED = re.compile(r"""[\[{"'&*#!|>%@`]""")


def of(name: str) -> tuple[Setting, ...]:
    """Return every key of the settings file whose schema is `pipeline/schemas/<name>.json`."""
    return tuple(_inside(expand(shipped(name)), ()))


def about(name: str) -> tuple[str, str]:
    """Return what the file is called, and what it is for."""
    schema = shipped(name)
    return str(schema["title"]), str(schema["description"])


def takes(schema: Mapping[str, Any]) -> str:
    """Return what a value may be, in words."""
    if "enum" in schema:
        return f"只能写：{words.choices(schema['enum'])}"
    if schema.get("format") in _FORMATS:
        return _FORMATS[schema["format"]]
    types = schema.get("type", "string")
    told = "或者".join(_TYPES[each] for each in (types if isinstance(types, list) else [types]))
    if types == "string" and _DIGITS_ONLY.fullmatch(schema.get("pattern", "")):
        told = "数字"
    limits = [words_of.format(schema[key]) for key, words_of in _LIMITS.items() if key in schema]
    items = schema.get("items")
    if isinstance(items, Mapping) and "enum" in items:
        limits.append(f"各项只能写：{words.choices(items['enum'])}")
    return "，".join((told, *limits))


def line(key: str, value: Any) -> str:
    """Return `key: value` as one writes it on a line of YAML."""
    text = words.spelt(value)
    return f'{key}: "{text}"' if isinstance(value, str) and _TO_BE_QUOTED.match(text) else f"{key}: {text}"


def _inside(schema: Any, path: tuple[str, ...]) -> Iterator[Setting]:
    """Yield the keys inside a part: those with names, those that one names oneself, those of each item of a list."""
    if not isinstance(schema, Mapping):
        return
    needed = schema.get("required", ())
    for name, each in schema.get("properties", {}).items():
        yield from _setting(each, (*path, name), name, name in needed)
    named = schema.get("additionalProperties")
    if isinstance(named, Mapping) and "title" in schema.get("propertyNames", {}):
        given = next((each for each in schema.get("examples", ()) if isinstance(each, Mapping)), {})
        key = next(iter(given), schema["propertyNames"]["title"])
        yield from _setting(named, (*path, f"〈{schema['propertyNames']['title']}〉"), str(key), needed=False)
    yield from _inside(schema.get("items"), path)


def _setting(schema: Mapping[str, Any], path: tuple[str, ...], key: str, needed: bool) -> Iterator[Setting]:
    given = next(iter(schema.get("examples", ())), None)
    example = "" if given is None else line(key, given)
    yield Setting(path, needed, str(schema.get("description", "")), takes(schema), example)
    yield from _inside(schema, path)
