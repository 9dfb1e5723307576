"""Files of older or other office programs (.doc, .wps, .rtf, .odt) → .docx, by LibreOffice where it is installed.

In: files. Out: for each a .docx in a folder that goes away again, or the code of a finding. LibreOffice gets a profile
of its own with macros and outside links switched off; many files go through one run. Must not know forms.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

NOT_INSTALLED, FAILED, TOO_SLOW = "X952", "X953", "X954"
_NAMES = ("soffice", "libreoffice")
_WINDOWS = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")
_MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_AT_ONCE = 100
# Seconds: to start, for each file of a run, for one file by itself.
_START, _EACH, _ALONE = 60, 5, 60
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""

Converted = Mapping[Path, Path | str]


def find() -> Path | None:
    """Return LibreOffice's executable: on PATH, else in a usual place; None where there is none."""
    on_path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    folders = [os.environ[each] for each in ("PROGRAMFILES", "PROGRAMFILES(X86)") if os.environ.get(each)]
    usual = (*(Path(folder, place) for folder in folders for place in _WINDOWS), Path(_MAC))
    return Path(on_path) if on_path else next((each for each in usual if each.is_file()), None)


@contextmanager
def converted(files: Sequence[Path]) -> Iterator[Converted]:
    """Give a .docx for each file, or X952, X953 or X954 in its stead; they are there while the block runs."""
    program = find() if files else None
    if program is None:
        yield dict.fromkeys(files, NOT_INSTALLED)
        return
    with tempfile.TemporaryDirectory(prefix="gongshi-", ignore_cleanup_errors=True) as folder:
        yield _Run(program, Path(folder)).convert(files)


class _Run:
    """LibreOffice with a profile in a folder of its own; files go in by number, so that no name does harm."""

    def __init__(self, program: Path, folder: Path) -> None:
        self._program, self._folder = program, folder
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        for each in ("in", "out"):
            (folder / each).mkdir()

    def convert(self, files: Sequence[Path]) -> Converted:
        """Convert the files; those of a run that broke off are tried again one by one."""
        done: dict[Path, Path | str] = {}
        for start in range(0, len(files), _AT_ONCE):
            batch = dict(enumerate(files[start : start + _AT_ONCE], start))
            inside = {number: found for number, file in batch.items() if (found := self._copy(number, file))}
            self._start(tuple(inside.values()), _START + _EACH * len(inside))
            for number, file in batch.items():
                done[file] = self._out(number) or self._alone(inside.get(number), number)
        return done

    def _alone(self, inside: Path | None, number: int) -> Path | str:
        if inside is None:
            return FAILED
        in_time = self._start((inside,), _ALONE)
        return self._out(number) or (FAILED if in_time else TOO_SLOW)

    def _copy(self, number: int, file: Path) -> Path | None:
        inside = self._folder / "in" / f"{number}{_suffix(file)}"
        with suppress(OSError):
            shutil.copyfile(file, inside)
            return inside
        return None

    def _out(self, number: int) -> Path | None:
        path = self._folder / "out" / f"{number}.docx"
        return path if path.is_file() and path.stat().st_size else None

    def _start(self, files: Sequence[Path], seconds: int) -> bool:
        """Run LibreOffice over the files; return whether it came to an end in time."""
        profile = (self._folder / "profile").resolve().as_uri()
        flags = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
        to = ("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(self._folder / "out"))
        command = (str(self._program), f"-env:UserInstallation={profile}", *flags, *to, *map(str, files))
        none = subprocess.DEVNULL
        try:
            process = subprocess.Popen(command, stdin=none, stdout=none, stderr=none, start_new_session=True)
        except OSError:
            return True
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            return False
        return True


def _suffix(file: Path) -> str:
    """Return the ending that the content has: LibreOffice trusts it."""
    with suppress(OSError), file.open("rb") as stream:
        start = stream.read(5)
        return ".rtf" if start == b"{\\rtf" else ".odt" if start.startswith(b"PK") else ".doc"
    return ".doc"


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End LibreOffice and what it started."""
    if sys.platform == "win32":
        subprocess.run(("taskkill", "/F", "/T", "/PID", str(process.pid)), check=False, capture_output=True)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
