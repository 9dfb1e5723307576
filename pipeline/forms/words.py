"""What the words of a finding say of a schema: its limits, its choices, its examples; never a value.

In: a schema, a keyword. Out: parameters of a finding. Must not know documents.
"""

from collections.abc import Iterable, Mapping
from typing import Any

ENOUGH = 20
_SHORT = 8
_SAMPLES = {"array": "[甲, 乙]", "object": "{名称: 内容}"}


def some(names: Iterable[str]) -> str:
    """Return names for a sentence; a long list is cut and says so."""
    every = tuple(names)
    return "、".join(every[:ENOUGH]) + ("等" if len(every) > ENOUGH else "")


def choices(values: Iterable[Any]) -> str:
    """Return the choices of a schema as one writes them."""
    return some(spelt(each) for each in values)


def spelt(value: Any) -> str:
    """Return a value of a schema as one writes it on one line of YAML."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {spelt(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(spelt, value)) + "]" if isinstance(value, list | tuple) else str(value)


def example(schema: Any) -> str:
    """Return an example of what the schema accepts, by its own `examples`, choices or type."""
    if not isinstance(schema, Mapping):
        return "内容"
    given = [*schema.get("examples", ()), *schema.get("enum", ())]
    if given:
        return spelt(given[0])
    parts = schema.get("properties")
    if schema.get("type") == "object" and parts:
        needed = [name for name in parts if name in schema.get("required", parts)][:_SHORT]
        return "{" + ", ".join(f"{name}: {example(parts[name])}" for name in needed) + "}"
    items = schema.get("items")
    if schema.get("type") == "array" and isinstance(items, Mapping) and ("enum" in items or "properties" in items):
        return f"[{example(items)}]"
    return _SAMPLES.get(str(schema.get("type")), "内容")


def how(schema: Any) -> str:
    """Return how something is to be written, by the schema's description and example."""
    if not isinstance(schema, Mapping):
        return ""
    said = str(schema.get("description") or "")
    given = next(iter(schema.get("examples") or ()), None)
    return said + ("，" if said and given is not None else "") + ("" if given is None else f"例如：{spelt(given)}")


def parts(schema: Any) -> str:
    """Return the names of the parts that a schema knows."""
    known = schema.get("properties") if isinstance(schema, Mapping) else None
    return some(known) if known else "名称: 内容"


def ways(branches: Iterable[Any]) -> str:
    """Return what each of several ways of filling in a field is called or asks for, without repeating itself."""
    said = (_way(each) for each in branches)
    return "；".join(dict.fromkeys(each for each in said if each)) or "见填写说明"


def _way(schema: Any) -> str:
    if not isinstance(schema, Mapping):
        return ""
    if "const" in schema or "enum" in schema:
        return choices([*schema.get("enum", ()), *([schema["const"]] if "const" in schema else [])])
    return how(schema) or str(schema.get("title") or schema.get("x-kind") or "")
