"""Text is inserted at a place of a document; comments and layout stay as staff wrote them.

In: a document, and an item for one of its lists or a text for one of its keys. Out: the new text, read again and
compared. Pure; must not know what an item means.
"""

import re
from collections.abc import Mapping
from typing import Any

from pipeline import documents
from pipeline.documents import Document

# Who only reads content does not wait for these to be compiled.
_PLAIN = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=][^:#,\[\]{}'\"\n]*"
_EMPTY_BRACKETS = r" ?\[\s*\]"
# A value that stands in one line, up to the comment behind it.
_ONE_LINE = r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^'"\[\]{}|>&*!%@`#\s](?:[^\s]|[ \t]+(?!#)(?=[^\s]))*"""


class EditError(Exception):
    """The text after the edit would not say what was meant; nothing was written."""


def append(document: Document, key: str, item: Mapping[str, str]) -> str:
    """Return the document's text with `item` added to the list under the top-level `key`, which may be absent.

    Raises EditError where the text, read again, does not hold the old content and the item, and nothing else.
    """
    old = document.values.get(key)
    items = [*(old if isinstance(old, list) else []), dict(item)]
    return _proved(document, _with_item(document, key, _flow(item)), {**document.values, key: items})


def replace(document: Document, key: str, text: str) -> str:
    """Return the document's text with `text` as the value of the top-level `key`, which may be absent.

    Raises EditError where the old value goes over several lines or is no text, or where the text, read again, does not
    hold the new value and everything else as it was.
    """
    return _proved(document, _with_value(document, key, _scalar(text)), {**document.values, key: text})


def _proved(document: Document, text: str, wanted: Mapping[str, Any]) -> str:
    again, _ = documents.parse(text.encode(), document.path)
    if again is None or again.values != wanted:
        raise EditError(document.path)
    return text


def _flow(item: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in item.items()) + "}"


def _scalar(text: str) -> str:
    if re.fullmatch(_PLAIN, text) and text == text.strip():
        return text
    return "'" + text.replace("'", "''").replace("\n", " ") + "'"


def _with_item(document: Document, key: str, item: str) -> str:
    lines = document.text.split("\n")
    old = document.values.get(key)
    if key not in document.values:
        return _at_the_end(lines, f"{key}:", f"  - {item}")
    line = document.at_key(key).line - 1
    if old == []:
        lines[line] = re.sub(_EMPTY_BRACKETS, "", lines[line], count=1).rstrip()
    if not old:
        return _inserted(lines, line + 1, f"  - {item}")
    start = document.at(key)
    if lines[start.line - 1][start.column - 1] == "[":
        return _into_brackets(document, lines, item, start.line - 1)
    return _inserted(lines, _end_of_block(lines, line + 1), " " * (start.column - 1) + f"- {item}")


def _with_value(document: Document, key: str, value: str) -> str:
    lines = document.text.split("\n")
    old = document.values.get(key, "")
    if not isinstance(old, str):
        raise EditError(document.path)
    if key not in document.values:
        return _at_the_end(lines, f"{key}: {value}")
    place = document.at(key) if old else document.at_key(key)
    line = lines[place.line - 1]
    if not old:
        head, colon, tail = line.partition(":")
        return "\n".join([*lines[: place.line - 1], f"{head}{colon} {value}{_comment(tail)}", *lines[place.line :]])
    match = re.compile(_ONE_LINE).match(line, place.column - 1)
    if match is None:
        raise EditError(document.path)
    lines[place.line - 1] = line[: match.start()] + value + line[match.end() :]
    return "\n".join(lines)


def _comment(tail: str) -> str:
    """Return the comment behind an empty value with the blanks before it, nothing where there is none."""
    return tail if tail.lstrip().startswith("#") else ""


def _at_the_end(lines: list[str], *new: str) -> str:
    last = max((index for index, line in enumerate(lines) if line.strip()), default=-1)
    return _inserted(lines, last + 1, *new)


def _inserted(lines: list[str], index: int, *new: str) -> str:
    text = "\n".join([*lines[:index], *new, *lines[index:]])
    return text if text.endswith("\n") else text + "\n"


def _end_of_block(lines: list[str], start: int) -> int:
    """Return the index after the last line of the block that begins below line `start` (from 1)."""
    end = start
    for index in range(start, len(lines)):
        text = lines[index]
        if text.strip() and not text.startswith((" ", "-", "#")):
            break
        if text.strip() and not text.lstrip().startswith("#"):
            end = index + 1
    return end


def _into_brackets(document: Document, lines: list[str], item: str, line: int) -> str:
    """Return the text with the item before the bracket that closes a list written in one line."""
    head, bracket, tail = lines[line].rpartition("]")
    if not bracket:
        raise EditError(document.path)
    return "\n".join([*lines[:line], f"{head}, {item}]{tail}", *lines[line + 1 :]])
