"""From what jsonschema says to our own findings: a table from keyword, kind and format to code.

In: errors of a validator, the values judged, a document. Out: findings with places, in our words: no value, no key that
the schema does not have, none of the library's text.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from pipeline.diagnostics import Diagnostic, few, finding
from pipeline.documents import Document
from pipeline.forms import words
from pipeline.forms.convert import Items
from pipeline.forms.schema import field_names

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
_FORMATS = {
    "姓名": "S209",
    "日期": "S206",
    "日": "S217",
    "date": "S217",
    "成文日期": "S218",
    "发布时间": "S219",
    "身份证号": "S207",
    "统一社会信用代码": "S208",
    "email": "S205",
    "uri": "S212",
}
_TYPES = {"integer": "S213", "number": "S214", "boolean": "S215", "string": "S220", "array": "S221", "object": "S222"}
_KEYWORDS = {
    "enum": "S223",
    "const": "S224",
    "pattern": "S225",
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
        *("type", "format", "required", "additionalProperties", "properties", "items", "propertyNames"),
        *("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "unevaluatedProperties", "prefixItems"),
        *("dependentRequired", "title", "description", "examples", "default", "$comment", "$schema"),
        *("x-kind", "x-secret", "x-lines", "x-layout", "x-print", "x-rows", "x-after", "x-boxes", "x-absent"),
    }
)
_TOGETHER, _NO_WAY, _ONE_OF_THEM, _NOT_HERE = "S242", "S247", "S248", "S251"
_PLAINEST = ("type", "enum")
_WHOLE_FORM = "整份文件"
_NEAR, _MOST = 0.5, 100
# A file with more errors is another file, or in the wrong place: the rest is not looked for.
_ENOUGH = 2_000

Pointer = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was judged, by which schema, and what may be said of it."""

    document: Document
    values: Any
    own_keys: tuple[str, ...]
    names: frozenset[str] = field(repr=False)

    def place(self, path: Iterable[str | int]) -> Pointer:
        """Return the pointer in the file of a path in the values: items that say nothing are no values."""
        pointer: list[str | int] = []
        part: Any = self.values
        for step in path:
            at = part.places[step] if isinstance(part, Items) and isinstance(step, int) else step
            pointer.append(at)
            part = part[step]
        return tuple(pointer)

    def name(self, pointer: Pointer) -> str:
        """Return the nearest name that the schema knows: any other key was typed by somebody."""
        return next((str(each) for each in reversed(pointer) if each in self.names), _WHOLE_FORM)


def codes() -> Mapping[str, str]:
    """Return the findings' codes by what is asked for: a keyword, `type integer`, `kind 手机号`, `format date`."""
    tables = (("type", _TYPES), ("kind", _KINDS), ("format", _FORMATS))
    named = {f"{table} {name}": code for table, rows in tables for name, code in rows.items()}
    return {**_KEYWORDS, **named, "required": "S201", "together": _TOGETHER}


def findings(judge: Any, values: Any, document: Document, own_keys: tuple[str, ...] = ()) -> Iterator[Diagnostic]:
    """Yield a finding for everything that `judge` finds in the values; `own_keys` are known beside the schema's."""
    errors = list(islice(judge.iter_errors(values), _ENOUGH))
    if not errors:
        return
    judged = _Judged(document, values, own_keys, field_names(judge.schema))
    yield from few(each for error in _plainest(errors) for each in _of(error, judged))


def _plainest(errors: list[Any]) -> list[Any]:
    """Return the errors without those that follow from a plainer one: what is of another type, or no choice at all,
    is not of the right length or form either."""
    rank = {each: number for number, each in enumerate(_PLAINEST)}
    first: dict[tuple[Any, ...], int] = {}
    for each in errors:
        path = tuple(each.absolute_path)
        first[path] = min(first.get(path, len(rank)), rank.get(each.validator, len(rank)))
    return [each for each in errors if rank.get(each.validator, len(rank)) == first[tuple(each.absolute_path)]]


def _of(error: Any, judged: _Judged) -> Iterator[Diagnostic]:
    pointer = judged.place(error.absolute_path)
    at, at_key = judged.document.at, judged.document.at_key
    if "propertyNames" in error.absolute_schema_path:
        known = isinstance(error.instance, str)
        where = at_key(*pointer, error.instance) if known else at(*pointer)
        yield finding("S240", where, how=words.how(error.schema) or "见设置说明")
    elif error.validator == "required":
        yield from _missing(error, judged, pointer)
    elif error.validator in ("additionalProperties", "unevaluatedProperties"):
        yield from _unknown(error, judged, pointer)
    elif error.validator == "dependentRequired":
        yield from _dependent(error, judged, pointer)
    elif error.validator in ("anyOf", "oneOf", "not"):
        yield _together(error, judged, pointer)
    else:
        yield finding(_code(error), at(*pointer), field=judged.name(pointer), **_params(error))


def _missing(error: Any, judged: _Judged, pointer: Pointer) -> Iterator[Diagnostic]:
    known = error.schema.get("properties") or {}
    for name in error.validator_value:
        if name not in error.instance:
            where = judged.document.at(*pointer, name)
            yield finding("S201", where, field=name, example=words.example(known.get(name)))


def _dependent(error: Any, judged: _Judged, pointer: Pointer) -> Iterator[Diagnostic]:
    for name, needed in error.validator_value.items():
        for each in needed:
            if name in error.instance and each not in error.instance:
                yield finding("S237", judged.document.at(*pointer, name), field=name, other=each)


def _unknown(error: Any, judged: _Judged, pointer: Pointer) -> Iterator[Diagnostic]:
    known = [*(error.schema.get("properties") or {}), *(judged.own_keys if not pointer else ())]
    elsewhere = judged.names if error.validator == "unevaluatedProperties" else frozenset()
    needed = error.schema.get("required") or ()
    free = [name for name in known if name not in error.instance]
    unknown = [key for key in error.instance if key not in known and key not in elsewhere]
    if not unknown:
        yield finding(_TOGETHER, judged.document.at(*pointer), field=judged.name(pointer))
    for number, key in enumerate(unknown):
        where = judged.document.at_key(*pointer, key)
        near = nearest(str(key), [each for each in needed if each in free], free) if number < _MOST else ""
        yield finding("S202", where, near=near) if near else finding("S210", where, known=words.some(known) or "—")


def nearest(key: str, *groups: list[str]) -> str:
    """Return the known key that is meant, from the first group that has one near; empty where none is near."""
    for names in groups:
        import difflib  # noqa: PLC0415  # slow to load, and names are seldom mistyped

        near = difflib.get_close_matches(key, names, 1, _NEAR)
        if near:
            return near[0]
    return ""


def _together(error: Any, judged: _Judged, pointer: Pointer) -> Diagnostic:
    """What several fields, or several ways of filling in one, ask for."""
    where, branches = judged.document.at(*pointer), error.validator_value
    if branches == {}:
        return finding(_NOT_HERE, judged.document.at_key(*pointer), field=judged.name(pointer))
    asked = [each["required"] for each in branches if _asks_for_fields(each)] if error.validator != "not" else []
    if asked and len(asked) == len(branches) and error.context:
        return finding(_ONE_OF_THEM, where, fields="；".join("、".join(each) for each in asked))
    if error.validator == "not" and _asks_for_fields(branches) and isinstance(error.instance, Mapping):
        name = branches["required"][-1]
        return finding(_NOT_HERE, judged.document.at_key(*pointer, name), field=name)
    if isinstance(error.instance, Mapping) or not error.context:
        return finding(_TOGETHER, where, field=judged.name(pointer))
    return finding(_NO_WAY, where, field=judged.name(pointer), ways=words.ways(branches))


def _asks_for_fields(schema: Any) -> bool:
    return isinstance(schema, Mapping) and set(schema) <= {"required", "title", "description"} and "required" in schema


def _code(error: Any) -> str:
    kind = error.schema.get("x-kind", "")
    if error.validator == "type":
        wanted = error.validator_value if isinstance(error.validator_value, str) else error.validator_value[0]
        return _TYPES.get(wanted, _TOGETHER)
    if error.validator == "pattern":
        return _KINDS.get(kind, "S225")
    if error.validator == "format":
        return _KINDS.get(kind, _FORMATS.get(error.validator_value, "S225"))
    return _KEYWORDS.get(error.validator, _TOGETHER)


def _params(error: Any) -> dict[str, object]:
    """Return what the words of the finding say of the schema: limits and choices, never the value."""
    limit = error.validator_value
    if error.validator == "enum":
        return {"allowed": words.choices(limit)}
    if error.validator == "type":
        return {"parts": words.parts(error.schema), "example": words.example(error.schema)}
    if error.validator in ("pattern", "format"):
        return {"how": words.how(error.schema) or "见填写说明"}
    return {"limit": words.spelt(limit) if isinstance(limit, str | int | float) else ""}
