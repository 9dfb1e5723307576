"""Smaller copies of the site's texts, for servers that hand them out ready made.

In: an output. Out: the same, with a copy as gzip (`.gz`) and one as Brotli (`.br`) where it is a text and that is worth
a file; whether a copy still says what its original says. What was scanned need not be scanned again: a copy holds
neither a time nor a name. Must not know pages.
"""

import gzip
import io
import zlib
from collections.abc import Iterator
from importlib.util import find_spec

from pipeline.hosting import HEADERS_FILE
from pipeline.outputs import Output

_TEXTS = (".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt", ".ics")
# What fits into the first packets of an answer is there as soon without.
_LEAST = 1024
_MOST_LEFT = 0.9


def is_ready() -> bool:
    """Tell whether the Brotli library, which few need, is installed."""
    return find_spec("brotli") is not None


def family(output: Output) -> tuple[Output, ...]:
    """Return the output and its compressed copies."""
    return (output, *_copies(output))


def unpacks_to(copy: Output, original: bytes) -> bool | None:
    """Tell whether a `.gz` or `.br` says what its original says; None where the library for it is not installed.

    No more is unpacked than the original has.
    """
    if copy.path.endswith(".br") and not is_ready():
        return None
    try:
        return (_unpacked_br if copy.path.endswith(".br") else _unpacked_gz)(copy.data, len(original) + 1) == original
    except ValueError:
        return False


def _unpacked_gz(data: bytes, most: int) -> bytes:
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(data)).read(most)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError from error


def _unpacked_br(data: bytes, most: int) -> bytes:
    import brotli  # noqa: PLC0415  # only where it is asked for

    unpacker = brotli.Decompressor()
    try:
        unpacked: bytes = unpacker.process(data, output_buffer_limit=most)
    except brotli.error as error:
        raise ValueError from error
    if not unpacker.is_finished():
        raise ValueError
    return unpacked


def _copies(output: Output) -> Iterator[Output]:
    import brotli  # noqa: PLC0415  # only where it is asked for

    if not output.path.endswith(_TEXTS) or output.path == HEADERS_FILE or len(output.data) < _LEAST:
        return
    for suffix, data in ((".gz", _gzip(output.data)), (".br", brotli.compress(output.data, brotli.MODE_TEXT))):
        if len(data) < _MOST_LEFT * len(output.data):
            yield Output(output.path + suffix, data)


def _gzip(data: bytes) -> bytes:
    """Return it as gzip, with neither a time nor the system's number in the head."""
    stream = io.BytesIO()
    with gzip.GzipFile("", "wb", zlib.Z_BEST_COMPRESSION, stream, mtime=0) as file:
        file.write(data)
    return stream.getvalue()
