"""Two folders exchange their names in one step where the system can.

In: two paths on one file system. Out: True where it was done. Must not know what the folders hold.
"""

import ctypes
import ctypes.util
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names at once; False where this system or file system cannot.

    Linux: renameat2 with RENAME_EXCHANGE; macOS: renamex_np with RENAME_SWAP. Raises OSError for any other fault.
    """
    call = _call(os.fsencode(one), os.fsencode(other))
    if call is None:
        return False
    if call == 0:
        return True
    if call in _CANNOT:
        return False
    raise OSError(call, os.strerror(call), str(one))


def _call(one: bytes, other: bytes) -> int | None:
    """Return 0, the error number, or None where there is no such call."""
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        function = getattr(library, "renamex_np", None)
        arguments: tuple[object, ...] = (one, other, _RENAME_SWAP)
    else:
        function = getattr(library, "renameat2", None)
        arguments = (_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    if function is None:
        return None
    return ctypes.get_errno() if function(*arguments) else 0


def flush(folder: Path) -> None:
    """Bring everything written on the folder's file system to the disk."""
    if sys.platform == "win32":
        return
    library = ctypes.CDLL(None, use_errno=True)
    function = getattr(library, "syncfs", None)
    if function is None:
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        function(descriptor)
    finally:
        os.close(descriptor)
