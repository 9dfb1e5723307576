"""How everything looks that a site is made of, without reading it.

In: folders. Out: a digest of the names, sizes and times of all that is in them. Two listings that are equal and settled
mean that nothing was changed between them.
"""

import os
import site
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_OWN = Path(__file__).resolve().parent
# Nobody sees here what is changed behind a link, so with one in it nothing is ever settled.
NEVER = 1 << 63
# Some systems keep times in steps of two seconds; what changes twice within one step looks as before.
_STEP = 2_500_000_000


class Listing(NamedTuple):
    """`digest`: 20 bytes. `newest`: the latest time of change in it, in ns."""

    digest: bytes
    newest: int

    def is_settled(self, now: int) -> bool:
        """Tell whether whatever is changed from `now` on, in ns, will look different."""
        return self.newest + _STEP < now


def listing(folders: Iterable[Path]) -> Listing:
    """Look at every file and folder below the folders; raises OSError where one cannot be looked at.

    Files count by name, size, inode, time of change and time of writing; links are not followed.
    """
    digest = blake2b(digest_size=20)
    newest = 0
    for place in folders:
        for line, time in _below(os.fspath(place)):
            digest.update(line)
            newest = max(newest, time)
    return Listing(digest.digest(), newest)


def _below(place: str) -> Iterator[tuple[bytes, int]]:
    try:
        found = sorted(os.scandir(place), key=lambda each: each.name)
    except (FileNotFoundError, NotADirectoryError):
        yield f"{place}\0".encode("utf-8", "surrogateescape"), 0
        return
    for entry in found:
        if entry.name == "__pycache__":
            continue
        status = entry.stat(follow_symlinks=False)
        times = (status.st_mtime_ns, status.st_ctime_ns)
        look = f"{entry.path}\0{status.st_mode} {status.st_size} {status.st_ino} {times}\0"
        yield look.encode("utf-8", "surrogateescape"), NEVER if entry.is_symlink() else max(times)
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)


@cache
def own() -> bytes:
    """Return a digest of how our own files look, and of the names of all libraries, which tell their versions.

    It is that of the first time it was asked for, for no other code runs in this process. Raises OSError.
    """
    digest = blake2b(listing((_OWN,)).digest, digest_size=20)
    digest.update(sys.version.encode())
    digest.update(libraries())
    return digest.digest()


def libraries() -> bytes:
    """Return the names of all that is installed beside us, which tell the versions of the libraries. Raises OSError."""
    places = (each for each in site.getsitepackages() if os.path.isdir(each))  # noqa: PTH112
    names = "\0".join(sorted(name for each in places for name in os.listdir(each)))  # noqa: PTH208
    return names.encode("utf-8", "surrogateescape")
