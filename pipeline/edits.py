"""Text is inserted at a place of a document; comments and layout stay as staff wrote them.

In: a document and an item for one of its lists. Out: the new text, read again and compared before anything is written.
The only room that writes under content/. Must not know what an item means.
"""

import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pipeline import documents
from pipeline.documents import Document

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=][^:#,\[\]{}'\"\n]*")


class EditError(Exception):
    """The text after the edit would not say what was meant; nothing was written."""


def append(document: Document, key: str, item: Mapping[str, str]) -> str:
    """Return the document's text with `item` added to the list under the top-level `key`, which may be absent.

    Raises EditError where the text, read again, does not hold the old content and the item, and nothing else.
    """
    old = document.values.get(key)
    text = _with_item(document, key, _flow(item))
    again, _ = documents.parse(text.encode(), document.path)
    wanted = {**document.values, key: [*(old if isinstance(old, list) else []), dict(item)]}
    if again is None or again.values != wanted:
        raise EditError(document.path)
    return text


def write(file: Path, text: str) -> None:
    """Put the text in place of the file in one step: the old or the new content stands, whatever happens."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            temporary.chmod(file.stat().st_mode & 0o777)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _flow(item: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in item.items()) + "}"


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text == text.strip():
        return text
    return "'" + text.replace("'", "''").replace("\n", " ") + "'"


def _with_item(document: Document, key: str, item: str) -> str:
    lines = document.text.rstrip("\n").split("\n")
    old = document.values.get(key)
    if key not in document.values:
        return "\n".join([*lines, f"{key}:", f"  - {item}", ""])
    if not isinstance(old, list) or not old:
        line = document.at_key(key).line - 1
        lines[line] = f"{key}:"
        return "\n".join([*lines[: line + 1], f"  - {item}", *lines[line + 1 :], ""])
    first = document.at(key, 0)
    if "[" in lines[document.at_key(key).line - 1]:
        return _into_brackets(document, key, item)
    dash = lines[first.line - 1].index("-")
    end = _end_of_block(lines, document.at_key(key).line)
    return "\n".join([*lines[:end], " " * dash + f"- {item}", *lines[end:], ""])


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


def _into_brackets(document: Document, key: str, item: str) -> str:
    """Return the text with the item before the bracket that closes a list written in one line."""
    lines = document.text.rstrip("\n").split("\n")
    line = document.at_key(key).line - 1
    head, bracket, tail = lines[line].rpartition("]")
    if not bracket:
        raise EditError(document.path)
    lines[line] = f"{head}, {item}]{tail}"
    return "\n".join([*lines, ""])
