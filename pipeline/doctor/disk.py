"""The disk: that a site can be published on it, and who may read what staff exported.

In: the root. Out: Found. What is tried goes away again.
"""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.doctor.types import Found, found
from pipeline.publish.trial import trial

_GIGABYTE, _MEGABYTE = 1 << 30, 1 << 20
_LEAST, _LITTLE = 100 * _MEGABYTE, _GIGABYTE
_OTHERS = 0o077


def all_of(root: Path) -> Iterator[Found]:
    """Yield everything about the disk."""
    output = root / "output"
    try:
        tried = trial(output)
    except OSError as error:
        yield found("output_closed", reason=errno.errorcode.get(error.errno or 0, type(error).__name__))
    else:
        key = "output_full" if tried.free < _LEAST else "output_tight" if tried.free < _LITTLE else "output"
        yield found(key, free=_size(tried.free))
        yield found("swap" if tried.exchanges else "swap_renames")
    yield found("case_same" if _same_in_capitals(root / "content") else "case")
    yield _staff(output / "staff")


def _size(count: int) -> str:
    return f"{count / _GIGABYTE:.1f} GB" if count >= _GIGABYTE else f"{count // _MEGABYTE} MB"


def _same_in_capitals(place: Path) -> bool:
    return place.with_name(place.name.upper()).exists()


def _staff(folder: Path) -> Found:
    if not folder.is_dir():
        return found("staff_none")
    if sys.platform == "win32":
        return found("staff_windows")
    there = (folder, *folder.rglob("*"))
    count = sum(bool(os.lstat(each).st_mode & _OTHERS) for each in there)
    # What lies in a closed folder is closed, however it stands there.
    closed = not folder.stat().st_mode & _OTHERS
    return found("staff") if closed or not count else found("staff_open", count=count)
