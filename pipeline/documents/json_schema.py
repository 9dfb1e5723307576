"""A plain scalar by the JSON schema of YAML.

In: the text of a plain scalar. Out: bool, None, int or float where it is spelled as in JSON, else the text (dates,
`yes`, `~`, `0x10` and `007` are text). Must not know where it stands.
"""

import re

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?([eE][-+]?[0-9]{1,2})?")


def resolve(text: str) -> bool | int | float | str | None:
    """Return the JSON value that the text spells; a number of more than 18 digits stays text."""
    if text in _WORDS:
        return _WORDS[text]
    match = _NUMBER.fullmatch(text)
    if match is None:
        return text
    return float(text) if match[1] or match[2] else int(text)
