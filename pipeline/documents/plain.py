"""Files as most of them are, read at a fifth of the parser's cost.

In: readable text without odd characters. Out: the values that the parser would give, or None. Must not know keys.

Taken are, one after the other from the first line to the last: “key: text”, “key: |” with lines that are indented
alike, “key: {key: text, …}”, and “key:” with such braces in a list. Keys are plain names, and texts hold no character
that YAML, or a trap of ours, knows a meaning for. Whatever else there is, and every file with something to find fault
with, is left to the parser, which stays the authority (tested).
"""

import re
from sys import intern
from typing import Any

# What may stand in a text beside letters and digits, though not at its beginning.
_BESIDE = r"\-./@+—–·～、，。；！？（）《》〔〕…"  # Chinese texts are written so
_NAME = r"[^\W_]{1,40}+"
_TEXT = rf"[\w（《〔](?:[\w{_BESIDE} ]*[\w{_BESIDE}])?"
_BRACES = rf"\{{{_NAME}: {_TEXT}(?:, {_NAME}: {_TEXT})*+\}}"
_ENTRY = re.compile(
    rf"({_NAME}):(?: ({_TEXT})\n| ({_BRACES})\n"
    r"| \|\n((?P<in>\ ++)[^ \n][^\n]*+\n(?:(?P=in)\ *+[^ \n][^\n]*+\n)*+)"
    rf"|\n((?P<by>\ {{1,8}}+)- {_BRACES}\n(?:(?P=by)- {_BRACES}\n)*+))"
)
_PAIR = re.compile(rf"({_NAME}): ({_TEXT})")
# Far fewer parts than the parser's limit: each takes two characters at least.
_LONGEST = 16_000


def read(text: str) -> dict[str, Any] | None:
    """Return the values of the file, None where the parser has to read it."""
    if len(text) > _LONGEST or "\t" in text:
        return None
    values: dict[str, Any] = {}
    at, end, count, entry = 0, len(text), 0, _ENTRY.match
    while at < end:
        match = entry(text, at)
        if match is None:
            return None
        key, plain, braces, block, indent, items, _ = match.groups()
        if plain is not None:
            value: Any = plain
        elif braces is not None:
            value = _mapping(braces)
        elif block is not None:
            value = f"\n{block}".replace(f"\n{indent}", "\n")[1:]
        else:
            value = [_mapping(each) for each in items.splitlines()]
            value = None if None in value else value
        if value is None:
            return None
        values[intern(key)] = value
        at, count = match.end(), count + 1
    return values if len(values) == count > 0 else None


def _mapping(braces: str) -> dict[str, str] | None:
    """Return what stands in the braces, None where a key stands there twice."""
    pairs = _PAIR.findall(braces)
    values = {intern(key): value for key, value in pairs}
    return values if len(values) == len(pairs) else None
