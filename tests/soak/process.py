"""A `gongshi serve` in a process of its own, and what it needs of the machine.

In: a root. Out: its address, its figures from /proc (zeros where there is none). Must not know what is edited.
"""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_REPOSITORY = Path(__file__).parents[2]
_PATIENCE = 120.0
_READY = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@dataclass(frozen=True, slots=True)
class Needs:
    """Resident memory in MiB, threads, open files, processor seconds so far."""

    memory: float
    threads: int
    files: int
    seconds: float


class Served:
    """The process; `port` is where it listens once it is ready."""

    def __init__(self, root: Path) -> None:
        self._log = root.with_name(f"{root.name}.log")
        command = [sys.executable, "-m", "pipeline", "--lang", "zh", "-q", "serve", "--port", "0"]
        environment = {**os.environ, "PYTHONPATH": str(_REPOSITORY), "PYTHONUNBUFFERED": "1"}
        with self._log.open("w", encoding="utf-8") as log:
            self._process = subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=log)
        self.port = self._wait()

    def _wait(self) -> int:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            found = _READY.search(self._log.read_text(encoding="utf-8"))
            if found:
                return int(found[1])
            time.sleep(0.05)
        self._process.kill()
        raise AssertionError(self._log.read_text(encoding="utf-8")[-2000:])

    def is_alive(self) -> bool:
        """Tell whether it still runs."""
        return self._process.poll() is None

    def faults(self) -> list[str]:
        """Return what it said of its own faults: an internal error, or a traceback."""
        return [
            line for line in self._log.read_text(encoding="utf-8").splitlines() if re.search("X900|Traceback", line)
        ]

    def needs(self) -> Needs:
        """Return what it needs now."""
        place = Path("/proc", str(self._process.pid))
        if not place.is_dir():
            return Needs(0, 0, 0, 0)
        said = dict(line.split(":\t", 1) for line in (place / "status").read_text().splitlines() if ":\t" in line)
        used = (place / "stat").read_text().rpartition(") ")[2].split()
        ticks = os.sysconf("SC_CLK_TCK")
        files = sum(1 for _ in (place / "fd").iterdir())
        seconds = (int(used[11]) + int(used[12])) / ticks
        return Needs(int(said["VmRSS"].split()[0]) / 1024, int(said["Threads"]), files, seconds)

    def end(self) -> int:
        """Interrupt it as Ctrl+C does, and return its exit code."""
        if self.is_alive():
            self._process.send_signal(signal.SIGINT)
        try:
            return self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()
