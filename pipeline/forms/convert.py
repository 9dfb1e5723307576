"""Text becomes the value that a field's type asks for, before anything is judged.

In: the text tree of a document, a schema. Out: values; what is empty is absent. A text that is no value of its type
stays text, so that the schema says what is wrong. Must not know documents or findings.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.forms.names import name
from pipeline.forms.types import Value

ABSENT = frozenset({"", "无", "暂无", "/", "／", "-", "—", "——", "－", "~", "null"})
_WIDE = str.maketrans({chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)})
_NUMBER_KINDS = frozenset({"手机号", "固定电话", "身份证号", "统一社会信用代码"})
_NUMBER_TYPES = ("integer", "number")
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_YES = {"是": True, "true": True, "否": False, "false": False}
_ANYTHING: dict[str, Any] = {}
# Days, choices and the like are short and come again in the next file; names and telephone numbers do not.
_SHORT, _MOST_REMEMBERED = 24, 500


class Items(list["Value"]):
    """The items of a list that say something, where others say nothing; `places` are their positions in the file."""

    places: tuple[int, ...]

    @classmethod
    def of(cls, found: list[tuple[int, Value]]) -> "Items":
        """Return the items of (position in the file, value) pairs."""
        items = cls(value for _, value in found)
        items.places = tuple(place for place, _ in found)
        return items


@dataclass(frozen=True, slots=True)
class Reading:
    """How a kind of file is read: which texts say nothing, and whether a part of which nothing is filled in is there.

    A form's part with empty items is a cell that was left blank; in settings and in what the staff write, that is a
    mistake to be told, and 无 is a text like any other.
    """

    absent: frozenset[str] = ABSENT
    keeps_blank_parts: bool = False


FORM = Reading()
SETTINGS = Reading(frozenset({""}), keeps_blank_parts=True)


def convert(part: Any, schema: Any, reading: Reading = FORM) -> Value | None:
    """Return the value of a part of a document for a schema, None where nothing is filled in."""
    return Converter(schema, reading).value(part)


class Converter:
    """`convert` for one schema and many files: what a short text means is remembered."""

    def __init__(self, schema: Any, reading: Reading = FORM) -> None:
        self._schema: Mapping[str, Any] = schema if type(schema) is dict else _ANYTHING
        self._reading = reading
        self.texts = _Texts(self._schema, reading)

    @cached_property
    def _named(self) -> dict[str, "Converter"]:
        known = self._schema.get("properties") or {}
        return {key: Converter(each, self._reading) for key, each in known.items()}

    @cached_property
    def _others(self) -> "Converter":
        return Converter(self._schema.get("additionalProperties"), self._reading)

    @cached_property
    def _first(self) -> tuple["Converter", ...]:
        return tuple(Converter(each, self._reading) for each in self._schema.get("prefixItems") or ())

    @cached_property
    def _items(self) -> "Converter":
        return Converter(self._schema.get("items"), self._reading)

    def value(self, part: Any) -> Value | None:
        """Return the value of a part, None where nothing is filled in; a list that leaves items out is `Items`.

        A part that says what it means is its own value: of many files that is much memory.
        """
        kind = type(part)
        if kind is dict:
            return self._mapping(part)
        return self._list(part) if kind is list else self.texts[str(part)]

    def _mapping(self, part: dict[str, Any]) -> Value | None:
        named, others, filled, same = self._named, self._others, {}, True
        for key, each in part.items():
            inner = named.get(key, others)
            value = inner.texts[each] if type(each) is str else inner.value(each)
            if value is not None:
                filled[key] = value
            same = same and _is_same(value, each)
        if same and filled:
            return part
        return filled if filled or self._reading.keeps_blank_parts else None

    def _list(self, part: list[Any]) -> Value:
        first, others = self._first, self._items
        values = [(first[at] if at < len(first) else others).value(each) for at, each in enumerate(part)]
        if all(map(_is_same, values, part)):
            return part
        found = [each for each in values if each is not None]
        if len(found) == len(values):
            return found
        return Items.of([(at, each) for at, each in enumerate(values) if each is not None])


def _is_same(value: Value | None, part: Any) -> bool:
    return value is part or (type(part) is str and value == part)


class _Texts(dict[str, "Value | None"]):
    """Text → its value by a schema of one part; short texts are remembered, so many of them at most."""

    def __init__(self, schema: Mapping[str, Any], reading: Reading) -> None:
        super().__init__()
        self._schema = schema
        self._reading = reading

    def __missing__(self, text: str) -> Value | None:
        value = _scalar(text, self._schema, self._reading)
        if len(text) <= _SHORT and len(self) < _MOST_REMEMBERED:
            self[text] = value
        return value


def _scalar(text: str, schema: Mapping[str, Any], reading: Reading) -> Value | None:
    text = text.strip()
    if "enum" in schema or "const" in schema:
        choices = [*schema.get("enum", ()), *([schema["const"]] if "const" in schema else [])]
        return text if text in choices else _choice(text, choices, reading)
    kind = schema.get("x-kind")
    if text in reading.absent and not (text == "无" and kind == "是否说明"):
        return None
    types = schema.get("type")
    for wanted in types if isinstance(types, list) else [types]:
        value = _typed(text, wanted)
        if value is not None:
            return value
    return _tidy(text, kind)


def _choice(text: str, choices: list[Any], reading: Reading) -> Value | None:
    """Return the choice that the text spells; choices of a form may be numbers."""
    spelt = {str(each): each for each in choices if isinstance(each, str | int | float) and not isinstance(each, bool)}
    spelt |= {word: value for word, value in _YES.items() if any(value is each for each in choices)}
    found: Value | None = spelt.get(text, spelt.get(text.translate(_WIDE), text))
    return found if found in choices or text not in reading.absent else None


def _typed(text: str, wanted: object) -> Value | None:
    plain = text.translate(_WIDE) if wanted in _NUMBER_TYPES else text
    if wanted == "integer" and _WHOLE.fullmatch(plain):
        return int(plain)
    if wanted == "number" and _NUMBER.fullmatch(plain):
        # A whole number stays one: on paper 60 must not become 60.0.
        return int(plain) if _WHOLE.fullmatch(plain) else float(plain)
    return _YES.get(text) if wanted == "boolean" else None


def _tidy(text: str, kind: object) -> str:
    if kind in _NUMBER_KINDS:
        text = text.translate(_WIDE)
    if kind == "手机号":
        return re.sub(r"[\s\-]", "", text)
    return name(text) if kind == "姓名" else text
