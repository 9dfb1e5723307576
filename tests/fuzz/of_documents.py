"""The target `documents`: the bytes of any file of content."""

from pathlib import Path
from typing import Any

from pipeline.documents import Document, parse, parse_notice, parse_schema
from pipeline.documents.decode import decode
from tests import samples
from tests.fuzz import promises

BAD = Path(__file__).parents[1] / "bad" / "text"
_SMALL = 2_000
SEEDS = tuple(
    data
    for data in (
        *(text.encode() for text in samples.FILES.values()),
        *(each.read_bytes() for each in sorted(BAD.iterdir()) if each.suffix != ".expected"),
    )
    if len(data) <= _SMALL
)
WORDS = tuple(
    each.encode() for each in ("&a ", "*a", "!!str ", "<<: ", "%YAML 1.1\n", "|2-\n", ">+\n", "\\u202e", "\\x")
)


def run(data: bytes) -> None:
    """Read the bytes as each kind of file there is: there is a document or a finding, and a place for every part."""
    text = decode(data)[0] or ""
    for read in (parse, parse_schema):
        document, found = read(data, "a.yml")
        promises.findings(found, text)
        if document is None and not found:
            raise promises.BrokenError("neither a document nor a finding")
        if document is not None:
            _every_part_has_a_place(document, document.values, ())
    notice, found = parse_notice(data, "notice.md")
    promises.findings(found, text)
    if notice is None and not found:
        raise promises.BrokenError("neither a notice nor a finding")


def _every_part_has_a_place(document: Document, part: Any, pointer: tuple[str | int, ...]) -> None:
    where, key = document.at(*pointer), document.at_key(*pointer)
    if not (where.line and where.column and key.line and key.column):
        raise promises.BrokenError(f"no place for a part {len(pointer)} deep")
    parts = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for name, each in parts:
        _every_part_has_a_place(document, each, (*pointer, name))
