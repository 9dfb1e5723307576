"""A new file appears under content/ whole or not at all, and never in the place of another.

In: the root, a path and a text or bytes. Out: whether the file was made. Must not know what it says.
"""

import os
from contextlib import suppress
from pathlib import Path

from pipeline.edits.batch import flush


def create(root: Path, path: str, text: str | bytes) -> bool:
    """Write a new file at `path` (relative to `root`, with `/`), its folder too; False where something stands there.

    Safe against a kill and against another process that does the same. Raises OSError where the disk refused.
    """
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(text.encode() if isinstance(text, str) else text)
            stream.flush()
            os.fsync(stream.fileno())
        return _placed(temporary, file)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _placed(temporary: Path, file: Path) -> bool:
    """Give the finished file its name unless that is taken; a link is made whole or not, and never over another."""
    try:
        os.link(temporary, file)
    except FileExistsError:
        return False
    except OSError:  # a disk without links
        if os.path.lexists(file):
            return False
        temporary.replace(file)
    flush(file.parent)
    return True
