"""One build publishes at a time.

In: the lock's path. Out: a context that holds the lock, or BusyError. The system frees it when its holder dies, so a
lock file that was left behind locks nothing.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LOOK = 0.02
_LONGEST_NUMBER = 20


class BusyError(Exception):
    """Another process held the lock for all of our patience; its number, empty where it is not known."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def held(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock; wait up to `patience` seconds for another build to end, else raise BusyError."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o660)
    try:
        end = time.monotonic() + patience
        while not _take(descriptor):
            if time.monotonic() >= end:
                raise BusyError(_read_holder(descriptor))
            time.sleep(_LOOK)
        _sign(descriptor)
        yield
    finally:
        os.close(descriptor)


def _sign(descriptor: int) -> None:
    """Write down who holds the lock; a full disk is no reason not to hold it."""
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())


def _read_holder(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    text = os.read(descriptor, _LONGEST_NUMBER)
    return text.decode() if text.isdigit() else ""


if sys.platform == "win32":
    import msvcrt

    # A locked byte cannot be read by others, so it is one far behind the number.
    _BYTE = 1 << 20

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
