"""The second lock: every emitted byte is searched for what must not be in it.

In: the outputs and the guard. Out: findings; one is enough that nothing is published. Outputs are decoded first
(HTML entities, percent, JSON escapes, members of zip files, text of PDF files), so that no encoding hides a value.
Must not know who may see what: the guard says it.
"""

import html
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.diagnostics import Diagnostic, Location, finding, ordered
from pipeline.public.types import Guard, Withheld
from pipeline.render import Output

_ZIPPED = (".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods")
_MEMBER_LIMIT = 64 * 1024 * 1024
_JSON_ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
# A long number with whatever letters and digits follow it; looking for these first is three times as fast.
_LONG = re.compile(r"[0-9]{11,}[A-Za-z0-9]*")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_IDENTITY = re.compile(r"[1-9][0-9]{16}[0-9Xx]")
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def scan(outputs: Iterable[Output], guard: Guard) -> tuple[Diagnostic, ...]:
    """Return a finding for every private value in an output; each names the output and the value's field and file.

    P501 a withheld value anywhere, P502 a withheld name standing alone, P503 an undeclared mobile number,
    P504 an undeclared identity number, P505 an output that cannot be read.
    """
    search = _Search(guard)
    return ordered(each for output in outputs for each in search.look(output))


class _Search:
    """The guard's values as one automaton, built once a build."""

    def __init__(self, guard: Guard) -> None:
        self._declared = guard.declared
        self._withheld: dict[str, Withheld] = {each.text.casefold(): each for each in guard.withheld}
        self._texts = tuple(self._withheld)
        self._automaton = AhoCorasick(self._texts, matchkind=MatchKind.Standard) if self._texts else None

    def look(self, output: Output) -> Iterator[Diagnostic]:
        """Yield the findings of one output."""
        place = Location(f"output/site/{output.path}")
        try:
            for text in _texts(output):
                yield from self._values(text.casefold(), place)
                yield from self._numbers(text, place)
        except _UnreadableError:
            yield finding("P505", place)

    def _values(self, text: str, place: Location) -> Iterator[Diagnostic]:
        if self._automaton is None:
            return
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            value = self._withheld[self._texts[index]]
            if value.secret == "exact":
                yield finding("P501", place, field=value.field, source=value.path)
            elif _stands_alone(text, start, end):
                yield finding("P502", place, field=value.field, source=value.path)

    def _numbers(self, text: str, place: Location) -> Iterator[Diagnostic]:
        for match in _LONG.finditer(text):
            number, before = match[0], text[match.start() - 1 : match.start()]
            if before.isascii() and before.isalpha():
                continue
            if _MOBILE.fullmatch(number) and number not in self._declared:
                yield finding("P503", place)
            if _IDENTITY.fullmatch(number) and number.lower() not in self._declared and _is_identity_number(number):
                yield finding("P504", place)


class _UnreadableError(Exception):
    """An output whose inside cannot be searched."""


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _is_identity_number(text: str) -> bool:
    """Tell whether the check character fits (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(text, _IDENTITY_WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == text[-1].upper()


def _texts(output: Output) -> Iterator[str]:
    """Yield what can be read out of an output; of a PDF of our own, all that it was made of instead."""
    if output.reading:
        yield output.reading
    else:
        yield from _readings(output.path, output.data)


def _readings(path: str, data: bytes) -> Iterator[str]:
    """Yield the texts that a reader or a program could get out of an output."""
    if path.lower().endswith(_ZIPPED):
        yield from _members(data)
    elif path.lower().endswith(".pdf"):
        yield _pdf_text(data)
    text = data.decode("utf-8", errors="replace")
    yield text
    if "&" in text:
        yield html.unescape(text)
    if "%" in text:
        yield unquote(text)
    if "\\u" in text:
        read = _JSON_ESCAPE.sub(lambda match: json.loads(f'"{match[0]}"'), text)
        # Half of a pair is no character, and no search takes it.
        yield read.encode("utf-8", errors="replace").decode("utf-8")


def _members(data: bytes) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                if member.file_size > _MEMBER_LIMIT:
                    raise _UnreadableError
                yield member.filename
                yield from _readings(member.filename, archive.read(member))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise _UnreadableError from error


def _pdf_text(data: bytes) -> str:
    from pypdf import PdfReader  # noqa: PLC0415  # slow to import, and few sites have a PDF
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        reader = PdfReader(io.BytesIO(data))
        return "\n".join((*(page.extract_text() for page in reader.pages), *map(str, (reader.metadata or {}).values())))
    except (PyPdfError, ValueError, KeyError, TypeError, OSError) as error:
        raise _UnreadableError from error
