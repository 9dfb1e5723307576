"""Changes on disk, and the change of the day, become rebuilds: one for each burst.

In: the root, the folders to watch, `today()`. Out: calls of `rebuild`. Must not know what a build does.
A flag is all that the observer's thread sets; one loop reads it, waits until the burst is over, and rebuilds, so a
change that comes during a build is never lost and two builds never run at once.
"""

import threading
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

# A burst is over after this long without a change; an endless one is cut after the second figure (seconds).
QUIET, LONGEST = 0.03, 1.0
# How often the loop looks whether the day changed or a watched folder was replaced (seconds).
TICK = 0.5
_READ_ONLY = ("opened", "closed_no_write")
_LEFT_BY_EDITORS = (".swp", ".swx", "~", ".tmp", ".git")


def means() -> str:
    """Return by what this system tells of changes, as the library calls it."""
    return Observer.__name__  # type: ignore[no-any-return,attr-defined]


class Watch:
    """Watches `folders` below `root`; `run` calls `rebuild` after every burst of changes and every change of the day.

    `ready` is set once a change can no longer be missed.
    """

    def __init__(self, root: Path, folders: Iterable[str], today: Callable[[], date], poll: bool = False) -> None:
        self._places = tuple(root / each for each in folders)
        self._today = today
        self._poll = poll
        self._changed = threading.Event()
        self._stopped = threading.Event()
        self.ready = threading.Event()

    def stop(self) -> None:
        """Let `run` return soon."""
        self._stopped.set()
        self._changed.set()

    def run(self, rebuild: Callable[[], None]) -> None:
        """Rebuild on change until `stop`; the first build is the caller's."""
        day = self._today()
        observer, seen = self._observe()
        self.ready.set()
        try:
            while not self._stopped.is_set():
                changed = self._changed.wait(TICK)
                if self._stopped.is_set():
                    break
                if _identities(self._places) != seen:
                    _end(observer)
                    observer, seen = self._observe()
                    changed = True
                if changed or self._today() != day:
                    day = self._today()
                    self._settle()
                    rebuild()
        finally:
            _end(observer)

    def _settle(self) -> None:
        """Wait until the burst is over."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end and not self._stopped.is_set():
            self._changed.clear()
            if not self._changed.wait(QUIET):
                return

    def _observe(self) -> tuple[BaseObserver, tuple[object, ...]]:
        seen = _identities(self._places)
        observer = PollingObserver(timeout=TICK) if self._poll else Observer()
        handler = _Flag(self._changed)
        for place in self._places:
            if place.is_dir():
                observer.schedule(handler, str(place), recursive=True)
        observer.start()
        return observer, seen


class _Flag(FileSystemEventHandler):
    """Sets the flag at every change that an author can have made."""

    def __init__(self, changed: threading.Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = (str(event.src_path), str(event.dest_path or event.src_path))
        if event.event_type not in _READ_ONLY and not all(each.endswith(_LEFT_BY_EDITORS) for each in names):
            self._changed.set()


def _identities(places: Iterable[Path]) -> tuple[object, ...]:
    """Return what tells a folder from another one of its name: an observer does not notice that it was replaced."""
    return tuple(_identity(place) for place in places)


def _identity(place: Path) -> object:
    try:
        status = place.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _end(observer: BaseObserver) -> None:
    observer.stop()
    observer.join()
