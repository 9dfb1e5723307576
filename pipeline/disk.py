"""What is written stands on the disk itself, and a file appears whole or not at all.

In: paths and bytes. Out: files and folders, or OSError. Must not know what is in them.

Whatever moment a power cut or a kill comes at, a name leads to the old bytes or to the new ones: the bytes are brought
to the disk before the name is given, and the folder that holds the name after it.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_OWNER, _ANYBODY = 0o600, 0o666


def put(file: Path, data: bytes, mode: int | None = None, temporary: Path | None = None) -> None:
    """Put the bytes in place of the file in one step; where that fails, everything is as it was.

    `mode`: who may use the file, just so; None: whom the umask lets. `temporary`: the name until it is whole, where
    somebody sweeps up behind those who were killed.
    """
    temporary = temporary or beside(file)
    try:
        write(temporary, data, mode)
        temporary.replace(file)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    flush(file.parent)


def write(file: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file of ours that nobody knows yet, over what a killed one left there."""
    file.unlink(missing_ok=True)
    descriptor = os.open(file, _NEW, _OWNER if mode is not None else _ANYBODY)
    with os.fdopen(descriptor, "wb") as stream:
        if mode is not None:
            file.chmod(mode)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def beside(file: Path) -> Path:
    """Return the name under which this process writes what is to become the file; no reader of content looks there."""
    return file.with_name(f".{file.name.lstrip('.')}.{os.getpid()}.tmp")


def make_folders(folder: Path) -> None:
    """Make a folder and those above it, each on the disk before something is put into it."""
    if not folder.is_dir():
        make_folders(folder.parent)
        folder.mkdir(exist_ok=True)
        flush(folder.parent)


if sys.platform == "win32":

    def flush(_folder: Path) -> None:
        """Do nothing: a folder cannot be flushed there."""

else:

    def flush(folder: Path) -> None:
        """Bring the names in a folder to the disk."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
