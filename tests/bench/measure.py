"""How long a command takes, and how much memory it and all its children hold at once.

In: commands. Out: numbers. Must not know whose they are.
"""

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

from tests.bench.played import Run

# Memory is looked at this often (seconds): a look costs a millisecond or less.
LOOK = 0.04


class FailedError(Exception):
    """A command that ended with a failure; its words are what it said."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end. Memory is what all its processes hold, each page once."""
    before = _spent()
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    watch = _Watch(process.pid)
    said, _ = process.communicate()
    wall = time.perf_counter() - start
    most = watch.end()
    if process.returncode:
        raise FailedError(f"{' '.join(command[:6])} …: {said.decode('utf-8', 'replace')[-2000:]}")
    return Run(wall, _spent() - before, most)


def _spent() -> float:
    times = os.times()
    return times.children_user + times.children_system


class _Watch:
    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> int:
        self._over.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        with suppress(psutil.Error):
            process = psutil.Process(self._pid)
            while not self._over.wait(LOOK):
                self._most = max(self._most, _held(process))


def _held(process: psutil.Process) -> int:
    """Return the bytes that the process and its children hold; what several of them share is shared out among them."""
    children = process.children(recursive=True)
    if not children:
        return int(process.memory_info().rss)
    total = 0
    for each in (process, *children):
        with suppress(psutil.Error):
            held = each.memory_full_info()
            total += int(getattr(held, "pss", held.rss))
    return total


def floor(source: Path, site: Path, target: Path, kinds: frozenset[str]) -> tuple[float, float]:
    """Return the seconds that it takes to read all files of one folder, and to write those of another as they are."""
    start = time.perf_counter()
    for each in _files(source):
        each.read_bytes()
    read = time.perf_counter() - start
    wanted = [(target / each.relative_to(site), each.read_bytes()) for each in _files(site) if each.suffix in kinds]
    start = time.perf_counter()
    for path, data in wanted:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return read, time.perf_counter() - start


def weigh(site: Path, kinds: frozenset[str]) -> tuple[int, int]:
    """Return how many files of these kinds a folder holds, and how many bytes they have."""
    sizes = [each.stat().st_size for each in _files(site) if each.suffix in kinds]
    return len(sizes), sum(sizes)


def _files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file())


def file_system(place: Path) -> str:
    """Return what kind of file system a folder is on, and where that is mounted."""
    of_place = [each for each in psutil.disk_partitions(all=True) if _is_below(place.resolve(), each.mountpoint)]
    best = max(of_place, key=lambda each: len(each.mountpoint), default=None)
    return f"{best.fstype} ({best.mountpoint})" if best else "unknown"


def _is_below(place: Path, mount: str) -> bool:
    return place.is_relative_to(mount)


def load() -> float:
    """Return how many processors were busy in the last minute, on average."""
    return float(psutil.getloadavg()[0])
