"""What a reader or a program could get out of an output: its bytes as they stand, and as they read where encoded.

In: an output. Out: bytes in UTF-8, several for one output. Must not know what is searched.
"""

import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from pipeline.outputs import Output

_ZIPPED = (".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods")
_MEMBER_LIMIT = 64 * 1024 * 1024
_JSON_ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4}|\\[\\\"/bfnrt])+")


class UnreadableError(Exception):
    """An output whose inside cannot be searched."""


def readings(output: Output) -> Iterator[bytes]:
    """Yield what can be read out of an output; of a PDF of our own, all that it was made of instead.

    Raises UnreadableError where the inside cannot be had.
    """
    if output.reading:
        yield output.reading.encode("utf-8", errors="replace")
    else:
        yield from _readings(output.path, output.data)


def _readings(path: str, data: bytes) -> Iterator[bytes]:
    if path.lower().endswith(_ZIPPED):
        yield from _members(data)
    elif path.lower().endswith(".pdf"):
        yield _pdf_text(data).encode("utf-8", errors="replace")
    yield data
    for mark, decode in _ENCODINGS:
        if mark in data:
            yield _decoded(data, mark, decode)


def _decoded(data: bytes, mark: bytes, decode: Callable[[str], str]) -> bytes:
    """Return the lines that hold the mark, decoded; every encoding keeps to its line."""
    marked = b"\n".join([line for line in data.split(b"\n") if mark in line])
    # Half of a pair is no character, and no search takes it.
    return decode(marked.decode("utf-8", errors="replace")).encode("utf-8", errors="replace")


def _json(text: str) -> str:
    return _JSON_ESCAPE.sub(lambda match: json.loads(f'"{match[0]}"'), text)


_ENCODINGS = ((b"&", html.unescape), (b"%", unquote), (b"\\", _json))


def _members(data: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                if member.file_size > _MEMBER_LIMIT:
                    raise UnreadableError
                yield member.filename.encode("utf-8", errors="replace")
                yield from _readings(member.filename, archive.read(member))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise UnreadableError from error


def _pdf_text(data: bytes) -> str:
    from pypdf import PdfReader  # noqa: PLC0415  # slow to import, and few sites have a PDF
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        reader = PdfReader(io.BytesIO(data))
        return "\n".join((*(page.extract_text() for page in reader.pages), *map(str, (reader.metadata or {}).values())))
    except (PyPdfError, ValueError, KeyError, TypeError, OSError) as error:
        raise UnreadableError from error
