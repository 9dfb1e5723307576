"""The files that a site consists of, and the addresses that they may have.

In: output paths of one site. Out: findings T605, T606. A path must mean the same file on every system that the site may
be copied to: plain letters, no way upwards, no name that differs from another by capitals only, no name that Windows
keeps for itself. One name that hosts of websites read begins otherwise.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline import hosting
from pipeline.diagnostics import Diagnostic, Location, finding

_RESERVED = r"(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|\Z)"
_PART = rf"(?!{_RESERVED})[A-Za-z0-9][A-Za-z0-9._-]{{0,99}}+(?<!\.)"
_PATH = re.compile(rf"{_PART}(?:/{_PART})*+\Z")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its path relative to the site's root, with `/`, and its bytes.

    `reading`: every text that a file of our own was made of, where its bytes do not show it (PDF).
    """

    path: str
    data: bytes
    reading: str = ""


def check(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield T605 for an address that two files have (capitals do not tell apart), T606 for an unsafe one."""
    seen: set[str] = set()
    folders: set[str] = set()
    for path in paths:
        if not is_safe(path):
            yield finding("T606", Location(_place(path)))
        low = path.lower()
        if low in seen:
            yield finding("T605", Location(_place(path)))
        seen.add(low)
        folder = low.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    files = seen & folders  # a file of that name cannot stand beside the folder
    if files:
        yield from (finding("T605", Location(_place(path))) for path in sorted(seen) if files & set(_parents(path)))


def is_safe(path: str) -> bool:
    """Tell whether the address means the same file on every system."""
    return path == hosting.HEADERS_FILE or (len(path) <= _LONGEST and _PATH.match(path) is not None)


def _parents(path: str) -> Iterator[str]:
    """Yield the folders of a path."""
    parts = path.split("/")
    for count in range(1, len(parts)):
        yield "/".join(parts[:count])


def _place(path: str) -> str:
    return f"output/site/{path}"
