"""A request's path → a file of the site, whatever is swapped meanwhile.

In: the site folder, the path as it was asked. Out: bytes and suffix, or nothing. Reads only, and only what stands in
the tree itself under an address that a site may have.
"""

import os
import time
from pathlib import Path
from urllib.parse import unquote

from pipeline import outputs

_SWAP_TRIES = 20


def path_of(raw: str) -> str | None:
    """Return the path below the site that was asked for, without slashes at its ends; None where no site has such."""
    try:
        path = unquote(raw, errors="strict")
    except UnicodeDecodeError:
        return None
    path = "/".join(part for part in path.split("/") if part)
    return None if path and any(outputs.check((path,))) else path


def read(site: Path, path: str) -> tuple[bytes, str] | None:
    """Return a file's bytes and suffix; between two renames the site may be away for a moment, so look again."""
    place = site / path
    for _ in range(_SWAP_TRIES):
        try:
            if _is_in_the_tree(site, place) and place.is_file():
                return place.read_bytes(), place.suffix.lower()
        except OSError:
            pass
        if site.is_dir():
            return None
        time.sleep(0.01)
    return None


def has_page(site: Path, path: str) -> bool:
    """Tell whether the path is a folder with a page in it."""
    return read(site, f"{path}/index.html") is not None


def _is_in_the_tree(site: Path, place: Path) -> bool:
    """Tell whether no part of the place leads elsewhere: no link, and no name that the system takes for another."""
    return os.path.realpath(place) == str(Path(os.path.realpath(site)) / place.relative_to(site))
