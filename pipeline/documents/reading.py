"""The recipe: bytes → text → events → document.

In: bytes and the path that findings name. Out: a document, or None, and every finding of the file at once.
Must not know disks.
"""

from typing import Any

from pipeline.diagnostics import Diagnostic, ordered
from pipeline.documents import characters, json_schema, plain
from pipeline.documents.compose import Resolve, compose
from pipeline.documents.decode import decode
from pipeline.documents.document import Document
from pipeline.documents.events import read
from pipeline.documents.fault import Fault, placed
from pipeline.documents.places import Places

Findings = tuple[Diagnostic, ...]

_GUESSES = ("Y101", "Y183", "Y185", "Y186")


def parse(data: bytes, path: str) -> tuple[Document | None, Findings]:
    """Read content: every scalar is text as it stands in the file, and what is empty is "".

    `path` is relative to the root with `/`. Findings: Y101, Y110–Y186. None where the structure is uncertain.
    """
    return _parse(data, path, None)


def parse_schema(data: bytes, path: str) -> tuple[Document | None, Findings]:
    """Read form.yml: as `parse`, but plain scalars of JSON spelling are bool, None, int, float."""
    return _parse(data, path, json_schema.resolve)


def _parse(data: bytes, path: str, resolve: Resolve | None) -> tuple[Document | None, Findings]:
    text, fault = decode(data)
    if text is None:
        return None, placed([fault] if fault else [], path, "")
    odd = characters.check(text)
    values = None if odd or resolve else plain.read(text)
    if values is not None:
        return Document(path, values, text, Places(text)), ()
    document, faults = document_of(characters.readable(text) if odd else text, path, resolve)
    return document, ordered(placed(odd + faults, path, text)) if odd or faults else ()


def document_of(
    text: str, path: str, resolve: Resolve | None, end: int | None = None
) -> tuple[Document | None, list[Fault]]:
    """Build the document from the text up to `end`; characters are not looked at."""
    source = text if end is None else text[:end]
    reading = read(source)
    if reading.faults and not reading.events:
        return None, reading.faults
    composed = compose(reading.events, source, resolve)
    if reading.faults:
        return None, reading.faults + _settled(composed.faults, reading.events[-1])
    if composed.values is None:
        return None, composed.faults
    return Document(path, composed.values, text, Places(source)), composed.faults


def _settled(faults: list[Fault], last: Any) -> list[Fault]:
    """Without the guesses about the last text before the reading stopped: what stopped it explains them."""
    return [each for each in faults if each.code not in _GUESSES or 0 <= each.index < last.start_mark.index]
