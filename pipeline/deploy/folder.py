"""A folder of this machine, or a drive that looks like one, as a destination.

In: files. Out: the same files there, each replaced in one step. Raises FailedError (X991).

New files are written into `.gongshi/new/` first, brought to the disk together, and then renamed into their places; so
they lie on the same disk, and what a kill leaves lies there alone.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.deploy import ledger
from pipeline.deploy.destination import FailedError
from pipeline.deploy.source import Source
from pipeline.diagnostics import Location, finding
from pipeline.publish.disk import flush, flush_written
from pipeline.publish.look import digest
from pipeline.publish.places import has_folder

_NEW = ".gongshi/new"
# Readable by everybody whatever the umask: a web server is another user.
_FILE, _FOLDER = 0o644, 0o755


class Folder:
    """A folder as a destination."""

    takes_copies = True

    def __init__(self, place: Path) -> None:
        self.shown = str(place)
        self._place = place.resolve()

    def load(self) -> bytes | None:
        """Return the ledger; None where there is none."""
        with self._faults():
            try:
                return (self._place / ledger.PLACE).read_bytes()
            except FileNotFoundError:
                return None

    def save(self, ledger_bytes: bytes) -> None:
        """Bring what was done to the disk, then replace the ledger."""
        with self._faults():
            new = self._start() / "ledger"
            _write(new, ledger_bytes)
            flush(self._place)
            new.replace(self._place / ledger.PLACE)
            flush(self._place)
            shutil.rmtree(new.parent)

    def is_empty(self) -> bool:
        """Tell whether there is no folder yet, or nothing in it."""
        with self._faults():
            return not self._place.exists() or not any(self._place.iterdir())

    def survey(self, source: Source, paths: Iterable[str]) -> Mapping[str, str]:
        """Return the digest of each of the files that is there."""
        del source
        found = {}
        with self._faults():
            for path in paths:
                place = self._place / path
                if place.is_symlink() or place.exists():
                    found[path] = "" if place.is_symlink() or place.is_dir() else digest(place.read_bytes())
        return found

    def put(self, paths: Sequence[str], source: Source, step: Callable[[], None]) -> None:
        """Write all of them aside, then rename each into its place."""
        with self._faults():
            new = self._start()
            for number, path in enumerate(paths):
                _write(new / str(number), source.read(path))
                os.utime(new / str(number), ns=(source.time(path),) * 2)
            flush(self._place)
            for number, path in enumerate(paths):
                self._make_folder(path.rpartition("/")[0])
                (new / str(number)).replace(self._place / path)
                step()

    def remove(self, paths: Sequence[str], step: Callable[[], None]) -> None:
        """Remove files, and folders that hold nothing then."""
        with self._faults():
            for path in paths:
                self._check_way(path.rpartition("/")[0])
                (self._place / path).unlink(missing_ok=True)
                step()
            for folder in sorted({each for path in paths for each in _above(path)}, reverse=True):
                with suppress(OSError):
                    (self._place / folder).rmdir()

    def _start(self) -> Path:
        """Return the folder for new files, empty."""
        new = self._place / _NEW
        if has_folder(new):
            shutil.rmtree(new)
        if not self._place.exists():
            self._place.mkdir(parents=True)
            self._place.chmod(_FOLDER)
        self._check_way(".gongshi")
        new.mkdir(parents=True)
        return new

    def _make_folder(self, folder: str) -> None:
        self._check_way(folder)
        place = self._place
        for part in filter(None, folder.split("/")):
            place /= part
            if not place.exists():
                place.mkdir()
                place.chmod(_FOLDER)

    def _check_way(self, folder: str) -> None:
        """Raise where a link, by which files would land elsewhere, stands for a folder of the site."""
        place = self._place
        for part in filter(None, folder.split("/")):
            place /= part
            if place.is_symlink() or (place.exists() and not has_folder(place)):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            kind = errno.errorcode.get(error.errno or 0, "?")
            raise FailedError(finding("X991", Location(self.shown), kind=kind)) from error


def _write(place: Path, data: bytes) -> None:
    with place.open("xb") as stream:
        stream.write(data)
        stream.flush()
        flush_written(stream.fileno())
    place.chmod(_FILE)


def _above(path: str) -> Iterator[str]:
    """Yield the folders of a path."""
    folder = path.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
