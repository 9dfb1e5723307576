"""The cases of one module, one after the other in one process, and what each cost and touched.

Run as `python -m tests.hostile.watched MODULE FOLDER`. In: a module of tests.hostile with CASES. Out: a line of JSON a
case on stdout, its name and what it came to: its codes, and every promise that was broken. What is opened for
writing, moved or removed outside the case's folder, each way to another host and each program that is started is told
by the interpreter itself (audit hook). Memory is limited by the system.
"""

import gc
import importlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from tests.hostile.case import Case, spelt

SECONDS, MEGABYTES = 2.0, 300
_PATIENCE = 8.0
_HARD = 4 << 30
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_MOVES = frozenset(
    {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate"}
)
_AWAY = frozenset(
    {"socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"}
)
# What Python itself may write where it likes: its compiled modules.
_OWN = ("__pycache__", os.devnull)


class Watch:
    """What was touched outside a folder since the last look."""

    def __init__(self) -> None:
        self.inside = ""
        self.touched: list[str] = []

    def hook(self, event: str, said: tuple[Any, ...]) -> None:
        """Take note of an event of the interpreter."""
        if not self.inside:
            return
        if event in _AWAY:
            self.touched.append(event)
        elif event in _MOVES or (event == "open" and _is_writing(said)):
            paths = [os.fsdecode(each) for each in said[:2] if isinstance(each, str | bytes)]
            paths = paths[:1] if event == "open" else paths
            outside = [each for each in paths if not Path(each).resolve().is_relative_to(self.inside)]
            if outside and not any(own in each for own in _OWN for each in outside):
                self.touched.append(event)


def _is_writing(said: tuple[Any, ...]) -> bool:
    _, mode, flags = said
    return any(each in mode for each in "wax+") if isinstance(mode, str) else bool((flags or 0) & _WRITES)


def main(module: str, folder: Path) -> None:
    """Try every case of the module."""
    cases: dict[str, Case] = importlib.import_module(f"tests.hostile.{module}").CASES
    _limit()
    watch = Watch()
    sys.addaudithook(watch.hook)
    for number, (name, case) in enumerate(cases.items()):
        place = folder / str(number)
        place.mkdir()
        sys.stdout.write(json.dumps([name, _tried(case, place.resolve(), watch)]) + "\n")
        sys.stdout.flush()


def _tried(case: Case, folder: Path, watch: Watch) -> str:
    made = case.make(folder)
    before, begun = _megabytes(), time.process_time()
    watch.inside, watch.touched = str(folder), []
    _wake_after(_PATIENCE)
    try:
        said = spelt(case.look(made))
    except Exception as error:  # a traceback is what must not be
        said = f"{type(error).__name__}: {error}"[:200]
    _wake_after(0)
    watch.inside = ""
    took, grown = time.process_time() - begun, _megabytes()
    broken = [f"touched {each}" for each in dict.fromkeys(watch.touched)]
    broken += [f"{took:.1f} s"] if took > SECONDS else []
    broken += [f"{grown} MB"] if grown > max(before, MEGABYTES) else []
    gc.collect()
    return "; ".join((said, *broken))


def _wake_after(seconds: float) -> None:
    """Interrupt what takes this much of a processor, so that the other cases are tried; 0 for no more of it."""
    if sys.platform != "win32":
        import signal  # noqa: PLC0415  # of POSIX only

        def wake(*_: object) -> None:
            raise TimeoutError

        signal.signal(signal.SIGPROF, wake)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # of POSIX only

        resource.setrlimit(resource.RLIMIT_AS, (_HARD, _HARD))


def _megabytes() -> int:
    """Return the most memory that this process ever held at once; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415  # of POSIX only

    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
