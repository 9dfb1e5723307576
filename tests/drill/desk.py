"""A process that runs commands in children, as somebody, with a disk that fails, and has them killed on the way.

In: one order a line, JSON, from its standard input. Out: one answer a line. A process of its own, because only one with
a single thread can fork in safety; everything is imported before, so that a child costs only what the command does.

A step is a call by which the command changes what stands below the root: a file opened for writing, a name given, taken
or moved, a folder made, a mode or time set. Before step `at` the child is killed, or the system refuses that step, or
every one from there on.
"""

import codecs
import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[2]
_CHANGES = frozenset(
    {"os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.utime", "os.truncate"}
)
_UNWOUND = 99
# What commands load when they come to it. Nothing is run here: what works with threads must not be forked.
_LOADED = (
    *("pipeline.cli", "pipeline.unchanged", "pipeline.publish", "pipeline.render", "pipeline.leaks", "pipeline.rules"),
    *("pipeline.intake.ingest", "pipeline.staff.record", "pipeline.staff.exports", "pipeline.scaffold"),
    *("pipeline.forms.editor", "pipeline.forms.editor_form", "pipeline.forms.editor_programme"),
    *("PIL.Image", "chinese_calendar", "jsonschema_rs", "pypdf"),
)
# What another user may not be able to load any more.
_ENCODINGS = ("ascii", "gb18030", "idna", "latin-1", "unicode-escape", "utf-8-sig")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True, slots=True)
class Order:
    """A command line in a root. `deed`: KILL, REVOKE (the root's output/ may be written no more), or a name of errno.

    `user`: a number to run as, where root runs the tests; `largest`: no file may grow beyond so many bytes; `after`: it
    is killed after so many seconds; `rehearsal`: a root where the same is done first, so that all is loaded by then.
    """

    root: str
    arguments: tuple[str, ...]
    at: int = -1
    deed: str = "KILL"
    for_good: bool = False
    user: int | None = None
    largest: int | None = None
    after: float | None = None
    rehearsal: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a child ended: its exit code (less than 0: killed), steps tried, what it said, how long it took."""

    code: int
    steps: int
    said: str
    seconds: float

    def is_calm(self) -> bool:
        """Tell whether it ended by its own will and confessed no fault of ours."""
        return self.code in {0, 1} and "X900" not in self.said and "Traceback" not in self.said


class Desk:
    """The process, as the tests see it."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.drill.desk"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate(timeout=60)

    def run(self, order: Order) -> Answer:
        """Give an order and wait for its answer."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asdict(order)).encode() + b"\n")
        self._process.stdin.flush()
        return Answer(**json.loads(self._process.stdout.readline()))


def _obey(order: Order) -> Answer:
    near, far = os.pipe()
    begun = time.perf_counter()
    child = os.fork()
    if not child:
        _run(order, far)
    os.close(far)
    if order.after is not None:
        time.sleep(order.after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(near, encoding="utf-8", errors="replace") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    text, _, steps = said.partition("\nsteps: ")
    return Answer(os.waitstatus_to_exitcode(status), int(steps or 0), text, time.perf_counter() - begun)


def _run(order: Order, pipe: int) -> None:
    """Run the command and never return."""
    from pipeline.cli import main  # noqa: PLC0415

    sys.stdout = sys.stderr = open(pipe, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.argv = ["gongshi", "--lang", "zh", *order.arguments]
    code: Any = _UNWOUND
    watched = _Watched(order)
    try:
        if order.rehearsal:
            os.chdir(order.rehearsal)
            for name in ("output", ".cache"):
                shutil.rmtree(name, ignore_errors=True)
            _main_of(main)
        os.chdir(order.root)
        _become(order)
        sys.addaudithook(watched)
        code = _main_of(main)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(pipe, f"\nsteps: {watched.steps}".encode())
        os._exit(code)


def _main_of(main: Callable[[], None]) -> Any:
    try:
        main()
    except SystemExit as ended:
        return ended.code or 0
    return 0


def _become(order: Order) -> None:
    import resource  # noqa: PLC0415  # not on every system

    if order.largest is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order.largest, order.largest))
    if order.user is not None:
        for name in _ENCODINGS:
            codecs.lookup(name)
        os.setgroups([])
        os.setgid(order.user)
        os.umask(0o022)
        os.setuid(order.user)


class _Watched:
    """Counts the steps, and does the deed."""

    def __init__(self, order: Order) -> None:
        self.steps = 0
        self._order = order
        self._root = os.path.realpath(order.root) + os.sep
        self._process = os.getpid()
        self._is_off = False

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._is_off or os.getpid() != self._process or not self._is_step(event, arguments):
            return
        self.steps += 1
        if self.steps - 1 == self._order.at or (self._order.for_good and self.steps - 1 > self._order.at >= 0):
            self._deed()

    def _is_step(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if event == "open":
            changes = bool(isinstance(arguments[2], int) and arguments[2] & _WRITING)
        else:
            changes = event in _CHANGES
        named = arguments[0] if arguments else None
        return changes and isinstance(named, str | os.PathLike) and self._is_below(os.fspath(named))

    def _is_below(self, path: str) -> bool:
        return os.path.join(os.getcwd(), path).startswith(self._root)  # noqa: PTH109, PTH118  # a Path asks too much here

    def _deed(self) -> None:
        if self._order.deed == "KILL":
            os.kill(os.getpid(), signal.SIGKILL)
        elif self._order.deed == "REVOKE":
            self._is_off = True
            _revoke(Path(self._order.root) / "output")
        else:
            number = getattr(errno, self._order.deed)
            raise OSError(number, os.strerror(number))


def _revoke(output: Path) -> None:
    """Take away the permission to write from every folder below output/, and from itself."""
    for folder, _, _ in os.walk(output, topdown=False):
        Path(folder).chmod(0o555)


def _main() -> None:
    for module in _LOADED:
        __import__(module)
    for line in sys.stdin:
        told = json.loads(line)
        answer = _obey(Order(**told | {"arguments": tuple(told["arguments"])}))
        sys.stdout.write(json.dumps(asdict(answer)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _main()
