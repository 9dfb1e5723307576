"""What was written is brought to the disk itself, so that a power cut cannot undo half of it.

In: a folder or an open file. Out: nothing, or OSError. Must not know what was written.
"""

import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":

    def flush(_folder: Path) -> None:
        """Do nothing: there is no such call, and each file was flushed as it was written."""

    def flush_written(descriptor: int) -> None:
        """Bring one file of a tree to the disk."""
        os.fsync(descriptor)

else:

    def flush(folder: Path) -> None:
        """Bring all that was written on the folder's file system to the disk; OSError where the disk failed."""
        import ctypes  # noqa: PLC0415  # slow to load, and needed only where something was written

        call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
        if call is None:
            os.sync()
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            if call(descriptor):
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), str(folder))
        finally:
            os.close(descriptor)

    def flush_written(_descriptor: int) -> None:
        """Do nothing: one `flush` for all files is a hundred times faster than one for each."""


def flush_file(stream: IO[bytes]) -> None:
    """Bring one file to the disk."""
    stream.flush()
    os.fsync(stream.fileno())
