"""A fast first look: most files are right, and for those nothing needs to be worded.

In: a schema, values. Out: true only where jsonschema, which stays the authority, finds nothing either; false says
nothing at all. Alone touches jsonschema_rs.
"""

from collections.abc import Callable, Mapping
from typing import Any

from pipeline.forms import patterns
from pipeline.forms.formats import FORMATS

_SCHEMAS = frozenset({"items", "additionalProperties", "propertyNames", "not", "if", "then", "else", "contains"})
_SCHEMAS |= {"unevaluatedProperties"}
_MAPS = frozenset({"properties"})
_LISTS = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
# Beside these nothing of a schema decides; what only explains it is left out.
_AS_THEY_ARE = frozenset({"type", "enum", "const", "required", "dependentRequired", "minLength", "maxLength"})
_AS_THEY_ARE |= {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "uniqueItems"}
_AS_THEY_ARE |= {"minProperties", "maxProperties", "minContains", "maxContains"}
_ONLY_EXPLAIN = frozenset({"title", "description", "examples", "default", "$comment", "$schema"})
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
# A part that accepts less in one of these may make the whole accept more.
_EITHER_WAY = frozenset({"not", "if", "oneOf", "contains"})
_POINT = "[^\\n\\r\\u2028\\u2029]"

Accepts = Callable[[Any], bool]


class _UnsureError(Exception):
    """The schema says something that the two might understand differently."""


def accepts(schema: Mapping[str, Any]) -> Accepts:
    """Return the first look for a schema without references; for a schema that it is not sure of, it never accepts."""
    judge = _judge(schema)

    def accept(values: Any) -> bool:
        try:
            return judge is not None and bool(judge.is_valid(values))
        except (ValueError, OverflowError):  # a text or a number that JSON does not have
            return False

    return accept


def is_schema(schema: Mapping[str, Any]) -> bool:
    """Take a first look at whether this is a JSON Schema 2020-12; false says nothing."""
    import jsonschema_rs  # noqa: PLC0415

    try:
        return schema.get("$schema", _DRAFT) == _DRAFT and bool(jsonschema_rs.meta.is_valid(dict(schema)))
    except (ValueError, OverflowError):
        return False


def is_sure(schema: Mapping[str, Any]) -> bool:
    """Tell whether the first look understands the schema."""
    return _judge(schema) is not None


def _judge(schema: Mapping[str, Any]) -> Any:
    import jsonschema_rs  # noqa: PLC0415  # `--help` must not wait for it

    formats: dict[str, Accepts] = {f"our {name}": fits for name, fits in FORMATS.items()}
    try:
        plain = _plain(schema, formats)
        return jsonschema_rs.Draft202012Validator(plain, formats=formats, validate_formats=True)
    except (_UnsureError, ValueError):
        return None


def _plain(schema: Any, formats: dict[str, Accepts], stricter: bool = True) -> Any:
    """Return the schema for the first look; `stricter`: where it may accept less, and never may accept more."""
    if isinstance(schema, bool):
        return schema
    if not isinstance(schema, Mapping):
        raise _UnsureError
    made: dict[str, Any] = {}
    for key, part in schema.items():
        if key == "pattern":
            made["allOf"] = [*made.get("allOf", ()), _pattern(part, formats, stricter)]
        elif key == "allOf":
            made["allOf"] = [*made.get("allOf", ()), *_inner(key, part, formats, stricter)]
        elif key not in _ONLY_EXPLAIN and not key.startswith("x-"):
            made[key] = _keyword(key, part, formats, stricter)
    return made


def _keyword(key: str, part: Any, formats: dict[str, Accepts], stricter: bool) -> Any:
    if key == "format":
        return f"our {part}"
    if key in _AS_THEY_ARE or (key == "multipleOf" and isinstance(part, int)):
        return part
    if key in _SCHEMAS | _MAPS | _LISTS:
        return _inner(key, part, formats, stricter and key not in _EITHER_WAY)
    raise _UnsureError


def _inner(key: str, part: Any, formats: dict[str, Accepts], stricter: bool) -> Any:
    if key in _MAPS and isinstance(part, Mapping):
        return {name: _plain(each, formats, stricter) for name, each in part.items()}
    if key in _LISTS and isinstance(part, list | tuple):
        return [_plain(each, formats, stricter) for each in part]
    if key in _SCHEMAS:
        return _plain(part, formats, stricter)
    raise _UnsureError


def _pattern(pattern: Any, formats: dict[str, Accepts], stricter: bool) -> dict[str, Any]:
    """Return what accepts only what the pattern holds for: the same pattern where both read it alike."""
    if not stricter or not isinstance(pattern, str):
        raise _UnsureError
    if "\\" in pattern:
        name = f"our pattern {pattern}"
        formats[name] = lambda text: len(text) <= patterns.LONGEST_TEXT and patterns.holds(pattern, text)
        return {"format": name}
    return {"pattern": _translated(pattern), "maxLength": patterns.LONGEST_TEXT}


def _translated(pattern: str) -> str:
    """Return the pattern as Rust reads it: its point takes some line ends, and `[` and `&` have a sense in a class."""
    inside, made = False, []
    for character in pattern:
        if inside and character in "[&~":
            raise _UnsureError
        inside = (inside or character == "[") and character != "]"
        made.append(_POINT if character == "." and not inside else character)
    return "".join(made)
