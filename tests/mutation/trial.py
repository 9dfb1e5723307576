"""Try one mutant: a copy of this process imports it instead of the file, and runs the room's tests until one fails.

In: a mutant, the tests. Out: `killed`, `survived` or `timeout`. Where there is no `os.fork` (Windows) this cannot run.
"""

import contextlib
import gc
import importlib.util
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from tests.mutation.mutants import Mutant
from tests.mutation.reach import Reach, learn
from tests.mutation.rooms import Room

# Nobody reads why a test failed, so its assertions need not be rewritten.
_FLAGS = ("-x", "-q", "--assert=plain", *(f"-pno:{name}" for name in ("randomly", "xdist", "cacheprovider", "cov")))
_OURS = ("pipeline", "tests")
_KEPT = "tests.mutation"
_SECONDS_OF_WALL = 300
# Most mutants are noticed by one of so few, and a long list takes long to be looked up.
_SOON = 20
_BYTES = 4 << 30


class Trials:
    """Mutants of one room. `begin` first: it loads what all trials need, and learns which tests come where."""

    def __init__(self, room: Room, kept: Path) -> None:
        self._room, self._kept = room, kept
        self._tests = tuple(room.paths())
        self._seconds = 900
        self._reach: Reach | None = None

    def begin(self) -> float:
        """Run the tests as they are and return the processor seconds; raises SystemExit where one fails."""
        with _silence():
            pytest.main([*_FLAGS, "--collect-only", *self._tests])
        for name in [each for each in sys.modules if each.partition(".")[0] in _OURS and not each.startswith(_KEPT)]:
            if name != "tests":
                del sys.modules[name]
        gc.freeze()  # what stands is not looked through again in every copy
        before = _spent()
        if self._tried(lambda: learn(_FLAGS, self._tests, self._room.files(), self._kept)) != "survived":
            raise SystemExit(f"the tests fail without any mutant: pytest {' '.join(self._tests)}")
        spent = _spent() - before
        self._seconds = int(spent * 3) + 5
        self._reach = Reach(self._kept)
        return spent

    def of(self, mutant: Mutant) -> str:
        """Return how the tests ended for the mutant."""
        return self._tried(lambda: self._end(mutant))

    def _tried(self, run: Callable[[], int]) -> str:
        """Return how a copy of this process ended."""
        child = os.fork()
        if child == 0:
            self._run(run)
        until = time.monotonic() + _SECONDS_OF_WALL
        while time.monotonic() < until:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return _verdict(os.waitstatus_to_exitcode(status))
            time.sleep(0.02)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return "timeout"

    def _run(self, run: Callable[[], int]) -> None:
        code = 70
        try:
            os.setsid()
            resource.setrlimit(resource.RLIMIT_CPU, (self._seconds, self._seconds))
            resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
            with _silence():
                code = run()
        finally:
            os._exit(code)

    def _end(self, mutant: Mutant) -> int:
        """Run the tests that can notice the mutant, the soonest first, until one fails."""
        assert self._reach is not None
        sys.meta_path.insert(0, _Instead(mutant))
        soonest, are_all = self._reach.of(mutant.file, mutant.line)
        for some in (soonest[:_SOON], soonest[_SOON:]):
            if some and (code := int(pytest.main([*_FLAGS, *some]))):
                return code
        if are_all:
            return 0
        # One file by one, so that what only later ones need is not even imported.
        return next((code for each in self._tests if (code := int(pytest.main([*_FLAGS, each])))), 0)


class _Instead(SourceFileLoader):
    """Finds and loads the mutant where its module is asked for."""

    def __init__(self, mutant: Mutant) -> None:
        path = Path(mutant.file)
        parts = path.with_suffix("").parts
        super().__init__(".".join(parts[:-1] if path.stem == "__init__" else parts), str(path.resolve()))
        self._source = mutant.source

    def find_spec(self, name: str, path: object = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return the mutant for its own name."""
        del path, target
        return importlib.util.spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_code(self, fullname: str) -> CodeType:
        """Return the mutant, and never kept bytecode."""
        del fullname
        return compile(self._source, self.path, "exec", dont_inherit=True)


def _verdict(code: int) -> str:
    if code in {-signal.SIGXCPU, -signal.SIGKILL}:
        return "timeout"
    return "survived" if code == 0 else "killed"


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Write nothing, at the level of file descriptors, for pytest holds the streams."""
    nowhere, kept = os.open(os.devnull, os.O_WRONLY), [os.dup(1), os.dup(2)]
    try:
        for stream in (1, 2):
            os.dup2(nowhere, stream)
        yield
    finally:
        for stream, was in zip((1, 2), kept, strict=True):
            os.dup2(was, stream)
            os.close(was)
        os.close(nowhere)
