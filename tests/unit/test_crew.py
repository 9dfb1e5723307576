"""Work is the same with a second process and without; that process may die, and is gone when the work is done."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from pipeline import crew

ROOT = Path(__file__).parents[2]
needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="copies of a process are made on Linux only")


def run(script: str) -> str:
    """Return what a script prints in a process of its own: where tests run there are other threads."""
    whole = "import os\nfrom pipeline import crew\nhere = os.getpid()\n" + textwrap.dedent(script)
    command = [sys.executable, "-c", whole]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    return done.stdout.strip()


def test_without_a_second_process_the_parts_are_done_in_turn() -> None:
    """Three parts are too few for a second process."""
    assert list(crew.spread(lambda part: part * part, [1, 2, 3])) == [1, 4, 9]


@needs_fork
def test_both_processes_take_part() -> None:
    """Every part is done once, some of them elsewhere, and nobody is left when the last is done."""
    script = """
        import time
        def work(part):
            time.sleep(0.002)
            return part, os.getpid()
        os.sched_getaffinity = lambda _: {0, 1}
        done = list(crew.spread(work, range(100)))
        print(sorted(part for part, _ in done) == list(range(100)), len({pid for _, pid in done}))
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            print("alone")
    """
    assert run(script).split() == ["True", "2", "alone"]


@needs_fork
@pytest.mark.parametrize("end", ["os._exit(1)", "os.kill(os.getpid(), 9)", "raise ValueError", "return lambda: 0"])
def test_what_the_second_process_cannot_do_is_done_here(end: str) -> None:
    """It may die, fail, or make what cannot be sent: all parts are done once."""
    script = f"""
        import time
        def work(part):
            time.sleep(0.001)
            if os.getpid() != here and part > 9:
                {end}
            return part
        os.sched_getaffinity = lambda _: {{0, 1}}
        print(sorted(crew.spread(work, range(60))) == list(range(60)))
    """
    assert run(script) == "True"


@needs_fork
def test_what_the_work_raises_is_raised() -> None:
    """An error of ours in any part is not lost with the process that it came in."""
    script = """
        def work(part):
            if part == 30:
                raise ValueError
            return part
        os.sched_getaffinity = lambda _: {0, 1}
        try:
            list(crew.spread(work, range(60)))
        except ValueError:
            print("raised")
    """
    assert run(script) == "raised"


@needs_fork
def test_who_stops_listening_ends_the_second_process() -> None:
    """Half of the work is enough for some, and they leave nobody behind."""
    script = """
        os.sched_getaffinity = lambda _: {0, 1}
        work = crew.spread(lambda part: b"x" * 100_000, range(100))
        next(work)
        work.close()
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            print("alone")
    """
    assert run(script) == "alone"
