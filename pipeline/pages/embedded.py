"""JSON that stands inside a page. In: plain values. Out: text in which no element can begin or end."""

import json


def as_json(value: object) -> str:
    """Return the value as JSON that is safe between the tags of a data block."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=dict)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
