"""Two folders exchange their names in one step, where the system can.

In: two paths on one file system. Out: whether it was done. Must not know what the folders hold.
"""

import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
# The kernel, the file system or a sandbox does not know the call; where EPERM means more, the renames will say so.
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names at once; False where this system or file system cannot.

    Linux: renameat2 with RENAME_EXCHANGE; macOS: renamex_np with RENAME_SWAP. Raises OSError for any other fault.
    """
    number = _call(os.fsencode(one), os.fsencode(other))
    if number in _CANNOT:
        return False
    if number:
        raise OSError(number, os.strerror(number), str(one))
    return True


def _call(one: bytes, other: bytes) -> int:
    """Return 0 or the error number; ENOSYS where there is no such call."""
    if sys.platform == "win32":
        return errno.ENOSYS
    import ctypes  # noqa: PLC0415  # as in `disk`

    library = ctypes.CDLL(None, use_errno=True)
    arguments: tuple[object, ...]
    if sys.platform == "darwin":
        name, arguments = "renamex_np", (one, other, _RENAME_SWAP)
    else:
        name, arguments = "renameat2", (_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    function = getattr(library, name, None)
    if function is None:
        return errno.ENOSYS
    return ctypes.get_errno() if function(*arguments) else 0
