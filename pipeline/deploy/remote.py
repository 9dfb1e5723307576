"""A folder of another machine as a destination, by rsync over ssh.

In: files. Out: the same files there, each replaced in one step, as rsync does it. Raises FailedError (X988 to X990).

Names, keys and hosts are ssh's own business (~/.ssh/config); where RSYNC_RSH names another way to the host, that is
taken. All steps share one connection, so that whoever types a passphrase types it once.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.deploy import ledger
from pipeline.deploy.address import RemoteAt
from pipeline.deploy.destination import FailedError
from pipeline.deploy.source import Source
from pipeline.diagnostics import Location, finding

# --delete-missing-args, by which just the files named are removed, came with 3.1.
_OLDEST = (3, 1)
_VERSION = re.compile(r"rsync +version v?(\d+)\.(\d+)")
_FILES = ("--times", "--perms", "--omit-dir-times", "--chmod=D755,F644", "--no-implied-dirs", "--dirs", "--checksum")
_DROP = ("--delete-missing-args", "--no-implied-dirs", "--dirs", "--itemize-changes", "--files-from=-", "--from0")
_GONE = "*deleting"
_CHANGED = re.compile(r"<f\S* (.+)")
# What rsync (man page, “EXIT VALUES”) and ssh (255) say by their exit codes.
_PARTIAL = 23
# As bash, dash and zsh say it.
_NO_RSYNC = re.compile(r"rsync: (?:command )?not found|command not found: rsync")
_KEEP = "ControlMaster=auto"
# A connection that never came about, and a program that is not there, look alike to rsync.
_NOT_THERE = frozenset({5, 10, 12, 30, 35, 127, 255})


class Remote:
    """A folder of another machine as a destination."""

    takes_copies = True

    def __init__(self, at: RemoteAt, shown: str, asks: bool) -> None:
        """Look for rsync (X988); `asks`: somebody can be asked for a passphrase."""
        self.shown = shown
        self._rsync = _found(shown)
        self._host, self._target = at.host, f"{at.host}:{at.path}/"
        self._own = tempfile.TemporaryDirectory(prefix="gongshi-")
        self._shell = _shell(os.environ.get("RSYNC_RSH") or "ssh", at.port, Path(self._own.name), asks)

    def load(self) -> bytes | None:
        """Return the ledger; None where there is none."""
        if ".gongshi" not in self._names(""):
            return None
        with tempfile.TemporaryDirectory(dir=self._own.name) as here:
            if ledger.PLACE.rpartition("/")[2] not in self._names(".gongshi/"):
                return None
            self._run(f"{self._target}{ledger.PLACE}", f"{here}/ledger")
            return (Path(here) / "ledger").read_bytes()

    def save(self, ledger_bytes: bytes) -> None:
        """Replace the ledger."""
        with tempfile.TemporaryDirectory(dir=self._own.name) as here:
            place = Path(here) / ledger.PLACE
            place.parent.mkdir()
            place.write_bytes(ledger_bytes)
            self._send((ledger.PLACE,), Path(here))

    def is_empty(self) -> bool:
        """Tell whether there is no folder yet, or nothing in it."""
        return not self._names("")

    def survey(self, source: Source, paths: Iterable[str]) -> Mapping[str, str]:
        """Ask rsync which of the files are there and, by their digests, which of those are as in the site."""
        there = self._tree() & set(paths)
        same = there & source.digests.keys()
        asked = ("--dry-run", "--checksum", "--itemize-changes", "--files-from=-", "--from0")
        said = self._run(*asked, f"{source.folder}/", self._target, told=same) if same else ""
        differs = {line[1] for line in map(_CHANGED.fullmatch, said.splitlines()) if line}
        return {path: source.digests[path] if path in same - differs else "" for path in there}

    def put(self, paths: Sequence[str], source: Source, step: Callable[[], None]) -> None:
        """Send copies of the files, so that a build meanwhile cannot mix two sites."""
        with tempfile.TemporaryDirectory(dir=self._own.name) as here:
            for path in paths:
                place = Path(here) / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(source.read(path))
                os.utime(place, ns=(source.time(path),) * 2)
            self._send(paths, Path(here))
        for _ in paths:
            step()

    def remove(self, paths: Sequence[str], step: Callable[[], None]) -> None:
        """Remove files, and folders that hold nothing then, the deepest first."""
        self._drop(paths)
        for _ in paths:
            step()
        folders = {each.rpartition("/")[0] for each in paths} - {""}
        while folders:
            deepest = max(each.count("/") for each in folders)
            level = {each for each in folders if each.count("/") == deepest}
            gone = self._drop(sorted(level), may_stay=True)
            folders = folders - level | {each.rpartition("/")[0] for each in gone} - {""}

    def close(self) -> None:
        """End the connection that was kept, and forget what was kept on this machine."""
        if _KEEP in self._shell:
            way = (*shlex.split(self._shell), "-O", "exit", self._host)
            subprocess.run(way, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        self._own.cleanup()

    def _send(self, paths: Sequence[str], here: Path) -> None:
        folders = (f"{each}/" for each in sorted(_folders(paths)))
        self._run(*_FILES, "--files-from=-", "--from0", f"{here}/", self._target, told=(*folders, *paths))

    def _drop(self, paths: Sequence[str], may_stay: bool = False) -> list[str]:
        """Remove just these, and return what is gone; `may_stay`: folders that still hold something are left there.

        rsync removes what it is asked for by name and does not find here, if it finds the folder of it.
        """
        with tempfile.TemporaryDirectory(dir=self._own.name) as here:
            for path in paths:
                (Path(here) / path).parent.mkdir(parents=True, exist_ok=True)
            said = self._run(*_DROP, f"{here}/", self._target, told=paths, may_fail=may_stay)
        return [line.removeprefix(_GONE).strip().rstrip("/") for line in said.splitlines() if line.startswith(_GONE)]

    def _names(self, folder: str) -> frozenset[str]:
        """Return what a folder there holds; nothing where there is none."""
        said = self._run("--list-only", f"{self._target}{folder}", may_fail=True)
        return frozenset(_listed(said)) - {"."}

    def _tree(self) -> set[str]:
        said = self._run("--list-only", "--recursive", self._target, may_fail=True)
        return {name for name in _listed(said)}

    def _run(self, *arguments: str, told: Iterable[str] = (), may_fail: bool = False) -> str:
        """Run rsync and return what it said; `may_fail`: not all that was asked for need be there."""
        # A connection that is kept holds on to where errors go, so that is a file: nobody waits for a file to end.
        with tempfile.TemporaryFile(dir=self._own.name) as errors:
            done = subprocess.run(
                (self._rsync, f"--rsh={self._shell}", *arguments),
                input="\0".join(told),
                stdout=subprocess.PIPE,
                stderr=errors,
                encoding="utf-8",
                errors="replace",
                env={**os.environ, "LC_ALL": "C"},
                check=False,
            )
            errors.seek(0)
            said = errors.read().decode(errors="replace").strip()
        if done.returncode == 0 or (may_fail and done.returncode == _PARTIAL):
            return done.stdout
        where = Location(self.shown)
        if done.returncode not in _NOT_THERE:
            found = finding("X990", where, kind=done.returncode)
        else:
            found = finding("X988" if _NO_RSYNC.search(said) else "X989", where)
        raise FailedError(found, said)


def _found(shown: str) -> str:
    program = shutil.which("rsync")
    if program:
        said = subprocess.run((program, "--version"), capture_output=True, encoding="utf-8", check=False).stdout
        version = _VERSION.match(said)
        if version and (int(version[1]), int(version[2])) >= _OLDEST:
            return program
    raise FailedError(finding("X988", Location(shown)))


def _shell(way: str, port: str, own: Path, asks: bool) -> str:
    """Return how rsync reaches the host; ssh is told to keep one connection, and not to ask where nobody is."""
    options = [*(("-p", port) if port else ())]
    if Path(way.split(maxsplit=1)[0]).stem == "ssh":
        options += () if asks else ("-o", "BatchMode=yes")
        if sys.platform != "win32":
            options += ("-o", _KEEP, "-o", f"ControlPath={own}/%C", "-o", "ControlPersist=20")
    return " ".join((way, *options))


def _folders(paths: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _listed(said: str) -> Iterable[str]:
    """Yield the names of a listing: mode, size, day, time, name."""
    for line in said.splitlines():
        columns = line.split(maxsplit=4)
        if len(columns) == 5:  # noqa: PLR2004  # the columns above
            yield columns[4]
