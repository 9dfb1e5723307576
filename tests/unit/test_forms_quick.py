"""The first look accepts nothing that jsonschema, the authority, finds fault with."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms import quick
from pipeline.forms.formats import FORMATS
from pipeline.forms.schema import Judge, expand, kinds, shipped
from tests.unit.test_forms_patterns import TREES

TEXTS = st.text("aAbB01.-年月日王·é\n\r\u2028 𠮷", max_size=6) | st.sampled_from(
    ["2020-12-01", "2020-12", "13800000000", "a@b.cn", "11010519491231002X", "王·例", "是：有", "https://a.cn/", "[a]"]
)
NUMBERS = st.integers(-3, 5) | st.sampled_from([0.5, 1.0, 1.5, 2.0, -0.0, 1e15, 2**53])
VALUES = st.recursive(
    TEXTS | NUMBERS | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("甲乙丙"), inner, max_size=3),
    max_leaves=5,
)
SMALL = st.integers(0, 3)
WORDS: dict[str, st.SearchStrategy[Any]] = {
    "type": st.sampled_from(["string", "integer", "number", "boolean", "array", "object"]),
    "enum": st.lists(TEXTS | NUMBERS | st.booleans(), min_size=1, max_size=3),
    "const": TEXTS | NUMBERS | st.booleans(),
    "pattern": st.tuples(st.sampled_from(["", "^"]), TREES, st.sampled_from(["", "$"])).map("".join) | st.just("^.*$"),
    "format": st.sampled_from(sorted(FORMATS)),
    "minimum": NUMBERS,
    "maximum": NUMBERS,
    "exclusiveMinimum": NUMBERS,
    "exclusiveMaximum": NUMBERS,
    "multipleOf": st.sampled_from([1, 2, 3, 0.5, 0.1]),
    "required": st.lists(st.sampled_from("甲乙丙"), max_size=2, unique=True),
    "dependentRequired": st.dictionaries(st.sampled_from("甲乙"), st.just(["丙"]), max_size=1),
    "uniqueItems": st.booleans(),
    "title": st.just("甲"),
    "x-secret": st.just("none"),
}
WORDS |= {f"{end}{part}": SMALL for end in ("min", "max") for part in ("Length", "Items", "Properties")}
PARTS = (
    "items",
    "additionalProperties",
    "propertyNames",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "unevaluatedProperties",
)


def schemas() -> st.SearchStrategy[dict[str, Any]]:
    def larger(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
        some = st.lists(inner, min_size=1, max_size=2)
        part = st.sampled_from(PARTS).flatmap(lambda key: st.tuples(st.just(key), inner))
        lists = st.sampled_from(("allOf", "anyOf", "oneOf", "prefixItems")).flatmap(
            lambda key: st.tuples(st.just(key), some)
        )
        properties = st.tuples(st.just("properties"), st.dictionaries(st.sampled_from("甲乙"), inner, max_size=2))
        more = st.lists(part | lists | properties, min_size=1, max_size=2).map(dict)
        return st.tuples(inner, more).map(lambda pair: {**pair[0], **pair[1]})

    plain = st.lists(
        st.sampled_from(sorted(WORDS)).flatmap(lambda key: st.tuples(st.just(key), WORDS[key])), max_size=2
    ).map(dict)
    return st.recursive(plain, larger, max_leaves=3)


def is_right(schema: Any, value: Any) -> bool:
    return not list(Judge(schema).exact.iter_errors(value))


@given(schemas(), VALUES)
def test_what_is_accepted_is_right(schema: dict[str, Any], value: Any) -> None:
    """Whatever the schema and the value: what the first look accepts has no error."""
    assert not quick.accepts(schema)(value) or is_right(schema, value)


def _is_schema(schema: Any) -> bool:
    judge = Judge({}).exact
    return bool(type(judge)(judge.META_SCHEMA).is_valid(schema))


@given(schemas(), st.sampled_from(sorted((*WORDS, *PARTS, "properties", "allOf", "$schema", "$id"))), VALUES)
def test_what_is_taken_for_a_schema_is_one(schema: dict[str, Any], word: str, value: Any) -> None:
    """Whatever a keyword says: what the first look takes for a schema, jsonschema does too."""
    assert quick.is_schema(schema)
    for odd in ({**schema, word: value}, {"properties": {"甲": {**schema, word: value}}}):
        assert not quick.is_schema(odd) or _is_schema(odd)


@pytest.mark.parametrize(
    ("dialect", "expected"),
    [
        ("https://json-schema.org/draft/2020-12/schema", True),
        ("https://json-schema.org/draft/2019-09/schema", False),
        (1, False),
    ],
)
def test_a_form_says_which_dialect_it_is_of(dialect: object, expected: bool) -> None:
    """A form that names the one dialect there is needs no second look; another name is for the authority."""
    assert quick.is_schema({"$schema": dialect, "type": "object"}) == expected


@given(st.sampled_from(sorted(kinds())), VALUES)
def test_kinds_are_judged_alike(name: str, value: Any) -> None:
    """On the shared kinds, of which most forms consist, the two agree both ways."""
    schema = expand(kinds()[name])
    assert quick.accepts(schema)(value) == is_right(schema, value)


@pytest.mark.parametrize("name", ["submission", "programme", "site", "notice", "calendar", "strokes"])
def test_shipped_schemas_are_understood(name: str) -> None:
    """None of them says what the first look is unsure of: it accepts something."""
    assert quick.is_sure(expand(shipped(name)))


@pytest.mark.parametrize("value", ["\ud800", {1: 2}, object()])
def test_what_is_no_json_is_not_accepted(value: object) -> None:
    """A value that JSON does not have goes to the authority."""
    assert not quick.accepts({})(value)
