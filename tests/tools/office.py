"""Finds LibreOffice for the tests and converts files with it.

In: SOFFICE, PATH, the usual places of each system. Out: the path of an executable, converted files. It brings nothing
in: LibreOffice is large, and most offices have it. Must not know pytest or the product.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

NAMES = ("soffice", "libreoffice")
WINDOWS_PLACES = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")
MAC_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)
MISSING = "LibreOffice is not installed (SOFFICE=/path/to/soffice names one)"
_PATIENCE = 180


@dataclass(frozen=True, slots=True)
class Office:
    """LibreOffice: the executable, and a folder for its profile, so that nobody's own settings are touched."""

    path: Path
    profile: Path

    def convert(self, files: Sequence[Path], kind: str, folder: Path) -> list[Path]:
        """Convert the files to `kind` (pdf, docx, doc …) into the folder, in one run; return what came out."""
        command = [
            str(self.path),
            f"-env:UserInstallation={self.profile.resolve().as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            *map(str, files),
        ]
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=True)
        suffix = kind.partition(":")[0]
        return [folder / f"{each.stem}.{suffix}" for each in files]


def find() -> Path | None:
    """Return LibreOffice: SOFFICE where that is set, else on PATH, else in a usual place; None where there is none."""
    named = os.environ.get("SOFFICE")
    found = shutil.which(named) if named else next(_candidates(), None)
    return Path(found) if found else None


def _candidates() -> Iterator[str]:
    yield from (found for name in NAMES if (found := shutil.which(name)))
    folders = [os.environ[each] for each in ("PROGRAMFILES", "PROGRAMFILES(X86)") if os.environ.get(each)]
    places = [*(Path(folder, place) for folder in folders for place in WINDOWS_PLACES), *map(Path, MAC_PLACES)]
    yield from (str(each) for each in places if each.is_file())
