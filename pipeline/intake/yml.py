"""The file that the form's page saves → what it says.

In: bytes, the form. Out: `Found`, with keys that the form does not have left over. Must not know drafts.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline import documents
from pipeline.forms import Field, Form
from pipeline.intake.types import Certainty, Found, Read, Reading


def read_yml(data: bytes, form: Form, path: str) -> Found:
    """Return the one form in the file. Findings: those of reading any content file (Y1xx)."""
    document, findings = documents.parse(data, path)
    if document is None:
        return Found(findings=findings)
    reads: list[Read] = []
    leftover: list[tuple[str, str]] = []
    for key, value in document.values.items():
        field = form.field(key)
        for part, text in _texts(value):
            where = f"第 {document.at(key, *part).line} 行"
            if field is not None and _is_there(field, part):
                reads.append(Read(key, text, where, Certainty.SURE, part))
            elif text:
                leftover.append((text, f"{where} {'.'.join(map(str, (key, *part)))}"))
    return Found((Reading(tuple(reads), leftover=tuple(leftover)),), findings)


def _is_there(field: Field, part: tuple[str | int, ...]) -> bool:
    """Tell whether the field has that part: a text where it has parts, or parts of a text, is not."""
    named = [each for each in part if isinstance(each, str)]
    numbered = len(part) - len(named)
    names = {child.name for child in field.children}
    if field.type == "array":
        return numbered == 1 and isinstance(part[0], int) and (named[0] in names if named else not names)
    return not numbered and (bool(named) == bool(names)) and set(named) <= names and len(named) <= 1


def _texts(value: Any, part: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield (way, text) for every text in the value."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(each, (*part, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, (*part, number))
    else:
        yield part, str(value)
