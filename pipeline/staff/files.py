"""Files for staff: below output/staff/, for their owner's eyes only, whole or not there at all.

In: a folder, names, bytes. Out: files, or a finding. Must not know what is in them.
"""

import errno
import os
import re
from pathlib import Path

from pipeline import disk
from pipeline.diagnostics import Diagnostic, Location, finding

_FOLDER, _FILE = 0o700, 0o600
# What Windows takes in no name, what cannot be seen, and what turns the reading direction.
_UNSAFE = re.compile(
    '[\\\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+'
)
_TAKEN_BY_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_LONGEST = 150


def safe(text: str) -> str:
    """Return the text as a part of a file's name on any system: at most 150 bytes, no separators, nothing hidden."""
    plain = _UNSAFE.sub("_", text).strip(" ._")
    cut = plain.encode()[:_LONGEST].decode(errors="ignore").rstrip(" .")
    return f"_{cut}" if _TAKEN_BY_WINDOWS.fullmatch(cut) else cut


def folder(output: Path, slug: str) -> Path:
    """Return where a programme's files for staff stand."""
    return output / "staff" / (safe(slug) or "_")


def write(output: Path, file: Path, data: bytes) -> Diagnostic | None:
    """Write a file below `output`/staff in one step, over an older one; X932 where the system refused.

    Folders from staff/ down are made for the owner alone and closed to others where they stood open; so is the file.
    """
    try:
        _make_folders(output, file.parent)
        disk.put(file, data, _FILE, file.with_name(f".{os.getpid()}.tmp"))
    except OSError as error:
        kind = errno.errorcode.get(error.errno or 0, "OSError")
        return finding("X932", Location(f"{output.name}/staff"), kind=kind)
    return None


def _make_folders(output: Path, below: Path) -> None:
    output.mkdir(parents=True, exist_ok=True)
    place = output
    for name in below.relative_to(output).parts:
        place = place / name
        place.mkdir(mode=_FOLDER, exist_ok=True)
        if os.name == "posix" and place.stat().st_mode & 0o077:
            place.chmod(_FOLDER)
