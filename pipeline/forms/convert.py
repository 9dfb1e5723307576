"""Text becomes the value that a field's type asks for, before anything is judged.

In: the text tree of a document, a schema. Out: values; what is empty is absent. A text that is no value of its type
stays text, so that the schema says what is wrong. Must not know documents or findings.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pipeline.forms.types import Value

ABSENT = frozenset({"", "无", "/", "／", "-", "—", "——", "－"})
DOTS = str.maketrans(dict.fromkeys("•‧・･∙⋅．●", "·"))
_WIDE = str.maketrans({chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)})
_NUMBERS = frozenset({"手机号", "固定电话", "身份证号", "统一社会信用代码", "整数"})
_BETWEEN_HAN = re.compile(
    r"(?<=[\u3400-\u9fff\U00020000-\U000323af])[\s\u3000]+(?=[\u3400-\u9fff\U00020000-\U000323af])"
)
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_YES = {"是": True, "true": True, "否": False, "false": False}


def convert(part: Any, schema: Mapping[str, Any]) -> Value | None:
    """Return the value of a part of a document for a schema, None where nothing is filled in."""
    if isinstance(part, dict):
        return _mapping(part, schema)
    if isinstance(part, list):
        items = (convert(each, schema.get("items") or {}) for each in part)
        return tuple(each for each in items if each is not None)
    return _scalar(str(part), schema)


def _mapping(part: dict[str, Any], schema: Mapping[str, Any]) -> Value:
    known = schema.get("properties") or {}
    values = ((key, convert(each, known.get(key) or {})) for key, each in part.items())
    return MappingProxyType({key: each for key, each in values if each is not None})


def _scalar(text: str, schema: Mapping[str, Any]) -> Value | None:
    text = text.strip()
    kind, kind_of_value = schema.get("x-kind"), schema.get("type")
    if text in ABSENT and "enum" not in schema and kind != "是否说明":
        return None
    if kind in _NUMBERS:
        text = text.translate(_WIDE)
    if kind == "手机号":
        text = re.sub(r"[\s\-－]", "", text)
    elif kind == "姓名":
        text = name(text)
    if kind_of_value == "integer" and _WHOLE.fullmatch(text):
        return int(text)
    if kind_of_value == "number" and _NUMBER.fullmatch(text):
        return float(text)
    if kind_of_value == "boolean":
        return _YES.get(text, text)
    return text


def name(text: str) -> str:
    """Return a name with its dots as U+00B7 and without blanks between Han characters."""
    return _BETWEEN_HAN.sub("", text.strip().translate(DOTS))
