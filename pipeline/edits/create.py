"""New files appear under content/ whole or not at all, and never in the place of others.

In: the root, a path and a text or bytes; or a folder and the texts in it. Out: whether it was made. Must not know what
it says.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pipeline import disk


def create(root: Path, path: str, text: str | bytes) -> bool:
    """Write a new file at `path` (relative to `root`, with `/`), its folder too; False where something stands there.

    Safe against a kill and against another process that does the same. Raises OSError where the disk refused.
    """
    file = root / path
    disk.make_folders(file.parent)
    temporary = disk.beside(file)
    try:
        disk.write(temporary, text.encode() if isinstance(text, str) else text)
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
    disk.flush(file.parent)
    return True


def create_folder(root: Path, path: str, texts: Mapping[str, str]) -> bool:
    """Make a new folder at `path` with these files in it, all or none; False where something stands there.

    `texts` by name. Raises OSError where the disk refused, also where another process has made it meanwhile.
    """
    import shutil  # noqa: PLC0415  # slow to load, and who only reads content makes no folder

    folder = root / path
    if os.path.lexists(folder):
        return False
    disk.make_folders(folder.parent)
    temporary = disk.beside(folder)
    try:
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir()
        for name, text in texts.items():
            disk.write(temporary / name, text.encode())
        disk.flush(temporary)
        temporary.rename(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    disk.flush(folder.parent)
    return True
