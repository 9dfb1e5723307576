"""What a stranger can read out of a site, written apart from the product's own scan.

In: a public view, or the bytes of a file. Out: files, and texts in which every encoding that hides nothing is undone.
"""

import gzip
import html
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from pipeline import pages, render
from pipeline.outputs import Output
from pipeline.pages import FormFile, Official
from pipeline.public.types import PublicSite

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\(.)")


def readings(data: bytes) -> Iterator[str]:
    """Yield what a stranger could read out of a file; written apart from the product's own."""
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for each in archive.namelist():
                yield each
                yield from readings(archive.read(each))
    elif data[:2] == b"\x1f\x8b":
        yield from readings(gzip.decompress(data))
    else:
        text = data.decode("utf-8", errors="replace")
        yield from (text, html.unescape(text), unquote(text), html.unescape(html.unescape(text)))
        plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2], text)
        yield from (plain, html.unescape(plain))


def outputs(view: PublicSite, root: Path, *, whole: bool = False) -> tuple[Output, ...]:
    """Return the site's files; without `whole` those that no typesetter makes."""
    planned = [each for each in pages.plan(view) if whole or not isinstance(each, Official | FormFile)]
    return render.all(planned, root)[0]


def seen(view: PublicSite, root: Path, *, whole: bool = False) -> str:
    """Return everything that can be read out of the site; of a document also what it was made of."""
    found: list[str] = []
    for each in outputs(view, root, whole=whole):
        found += [each.path, each.reading, *readings(each.data)]
    return "\n".join(found)
