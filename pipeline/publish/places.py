"""Where the trees and what belongs to them stand below the output folder.

In: the output folder. Out: paths. Must not know what stands there.
"""

import stat
from dataclasses import dataclass
from os import stat_result
from pathlib import Path

# A junction of Windows looks like a folder and leads elsewhere.
_JUNCTION = 0xA0000003


@dataclass(frozen=True, slots=True)
class Places:
    """The places below one output folder; the package's docstring says what each is for."""

    site: Path
    own: Path
    spare: Path
    former: Path
    lock: Path


def below(output: Path) -> Places:
    """Return the places below an output folder."""
    own = output / ".gongshi"
    return Places(output / "site", own, own / "spare", own / "former", own / "lock")


def is_folder(status: stat_result) -> bool:
    """Tell whether an lstat is that of a real folder: no link, no junction."""
    return stat.S_ISDIR(status.st_mode) and getattr(status, "st_reparse_tag", 0) != _JUNCTION


def has_folder(place: Path) -> bool:
    """Tell whether a real folder stands there."""
    try:
        return is_folder(place.lstat())
    except FileNotFoundError:
        return False
