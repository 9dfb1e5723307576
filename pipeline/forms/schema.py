"""A schema with our kinds written out, and the validator that judges by it.

In: schemas of form.yml and of pipeline/schemas. Out: schemas without references, validators. Alone touches jsonschema.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pipeline.forms import patterns, quick
from pipeline.forms.convert import FORM, Converter, Reading
from pipeline.forms.formats import FORMATS

_OURS = Path(__file__).parent.with_name("schemas")
KINDS = "gongshi:kinds#/"
_SCHEMAS = frozenset({"items", "additionalProperties", "propertyNames", "not", "if", "then", "else", "contains"})
_SCHEMAS |= {"unevaluatedProperties"}
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
# What holds of every part of allOf holds of the whole, so that a field's kind may stand in there.
_LIFTED = ("type", "x-kind", "x-lines", "title", "description", "examples", "properties", "items")
_BRANCHES = ("allOf", "anyOf", "oneOf")
# The same as `true` and `false`, but these can be asked what they say, and their errors know where they are.
_PLAIN: Mapping[bool, Mapping[str, Any]] = {True: {}, False: {"not": {}}}
_SECRETS = ("none", "name", "exact")

Step = tuple[str | int, ...]


@cache
def shipped(name: str) -> Mapping[str, Any]:
    """Return the schema `pipeline/schemas/<name>.json`; it was judged before it was shipped, so that no run need."""
    schema: Mapping[str, Any] = json.loads((_OURS / f"{name}.json").read_bytes())
    return schema


def kinds() -> Mapping[str, Mapping[str, Any]]:
    """Return the shared kinds by name."""
    found: Mapping[str, Mapping[str, Any]] = shipped("kinds")["$defs"]
    return found


def inner(key: str, part: Any) -> Iterator[tuple[Step, Any]]:
    """Yield the schemas inside a keyword, each with its pointer from there."""
    if key == "properties" and isinstance(part, dict):
        yield from (((name,), each) for name, each in part.items())
    elif key in _LISTS and isinstance(part, list):
        yield from (((number,), each) for number, each in enumerate(part))
    elif key in _SCHEMAS:
        yield (), part


def field_names(schema: Any) -> frozenset[str]:
    """Return every name under `properties` anywhere in the schema: the only keys that findings may repeat."""
    if not isinstance(schema, Mapping):
        return frozenset()
    names: set[str] = set(schema.get("properties") or ())
    for key, part in schema.items():
        for _, each in inner(key, part):
            names |= field_names(each)
    return frozenset(names)


def expand(schema: Any, codes: tuple[str, ...] = ()) -> Any:
    """Return the schema with every reference to a kind replaced by the kind; keywords beside the reference win.

    `codes`: what the kind 类别 may be. A reference that is none of ours is left for the form's own check.
    """
    if not isinstance(schema, dict):
        return schema
    name = str(schema.get("$ref", "")).removeprefix(KINDS)
    if name in kinds():
        schema = {**kinds()[name], **{key: part for key, part in schema.items() if key != "$ref"}}
    if name == "类别" and codes:
        schema = {**schema, "enum": list(codes)}
    return _lifted({key: _expanded(key, part, codes) for key, part in schema.items()})


def _expanded(key: str, part: Any, codes: tuple[str, ...]) -> Any:
    if key == "properties" and isinstance(part, dict):
        return {name: _PLAIN[each] if isinstance(each, bool) else expand(each, codes) for name, each in part.items()}
    if key in _LISTS and isinstance(part, list):
        return [expand(each, codes) for each in part]
    return expand(part, codes) if key in _SCHEMAS else part


def _lifted(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with what its branches say of the whole: the kind of allOf, the strictest secrecy of any."""
    branches = [each for key in _BRANCHES for each in _branches(schema, key)]
    if not branches:
        return schema
    every = _branches(schema, "allOf")
    lifted = {key: part for each in reversed(every) for key, part in each.items() if key in _LIFTED}
    secrets = [each["x-secret"] for each in (schema, *branches) if each.get("x-secret") in _SECRETS]
    strictest = {"x-secret": max(secrets, key=_SECRETS.index)} if secrets else {}
    return {**lifted, **schema, **strictest}


def _branches(schema: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Return the branches under a keyword; what is none is left for the form's own check."""
    part = schema.get(key)
    return [each for each in part if isinstance(each, dict)] if isinstance(part, list) else []


class Judge:
    """The judge of a schema: jsonschema decides and says why; what is right at first look it need not see."""

    def __init__(self, schema: Mapping[str, Any], reading: Reading = FORM) -> None:
        self.schema = schema
        self.converter = Converter(schema, reading)
        self._accepts = quick.accepts(schema)

    @cached_property
    def exact(self) -> Any:
        """The validator that is the authority, made when it is first needed."""
        return _validator(self.schema)

    def fits(self, schema: Mapping[str, Any], value: Any) -> bool:
        """Tell whether a value fits a part of the schema."""
        return bool(self.exact.evolve(schema=schema).is_valid(value))

    def iter_errors(self, values: Any) -> Iterable[Any]:
        """Return the errors of values of JSON; lists may be tuples."""
        return () if self._accepts(values) else self.exact.iter_errors(values)


def _validator(schema: Mapping[str, Any]) -> Any:
    """Return jsonschema's judge: JSON Schema 2020-12, our formats and values, patterns that cannot run away."""
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415  # `--help` must not wait for it
    from jsonschema.validators import extend  # noqa: PLC0415

    checker = FormatChecker(formats=())
    for name, fits in FORMATS.items():
        checker.checks(name)(lambda value, fits=fits: not isinstance(value, str) or fits(value))
    types = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "object": lambda _, value: isinstance(value, Mapping),
            "array": lambda _, value: isinstance(value, list | tuple),
        }
    )
    judge = extend(  # type: ignore[no-untyped-call]  # it carries no types
        Draft202012Validator, {"pattern": _pattern, "uniqueItems": _unique}, type_checker=types
    )
    return judge(schema, format_checker=checker)


def _pattern(judge: Any, pattern: str, value: Any, schema: Mapping[str, Any]) -> Iterator[Any]:
    """As jsonschema's own, but in bounded time; what is too long for its field is said by maxLength alone."""
    from jsonschema import ValidationError  # noqa: PLC0415

    if not judge.is_type(value, "string") or len(value) > schema.get("maxLength", len(value)):
        return
    if len(value) > patterns.LONGEST_TEXT or not patterns.holds(pattern, value):
        yield ValidationError("pattern")


def _unique(judge: Any, wanted: bool, value: Any, schema: Mapping[str, Any]) -> Iterator[Any]:
    """As jsonschema's own, but not comparing each item with each."""
    from jsonschema import ValidationError  # noqa: PLC0415

    del schema
    if wanted and judge.is_type(value, "array") and len({_frozen(each) for each in value}) < len(value):
        yield ValidationError("uniqueItems")


def _frozen(value: Any) -> object:
    """Return something to compare by: equal for equal JSON values, where true is not 1."""
    if isinstance(value, Mapping):
        return frozenset((key, _frozen(each)) for key, each in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(map(_frozen, value))
    return (bool, value) if isinstance(value, bool) else value
