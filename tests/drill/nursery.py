"""A process that publishes generations in children, and has them killed on the way.

In: one order a line, JSON, from its standard input. Out: one answer a line. A process of its own, because only a
process with a single thread can fork in safety, and because a child must not be killed with the tests' own state in it.
"""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pipeline import publish
from pipeline.outputs import Output
from tests.drill import generations, steps

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Order:
    """Publish a generation; die before the n-th change of the disk, or after so many seconds, or not at all."""

    output: str
    generation: int
    pages: int
    by_renames: bool = False
    die_at: int | None = None
    die_after: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """How a child ended: was it killed, how many changes it made, how long it took, the codes of its findings."""

    killed: bool
    steps: int
    seconds: float
    codes: tuple[str, ...] = ()


class Nursery:
    """The process, as the tests see it."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.drill.nursery"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate(timeout=60)

    def order(self, order: Order) -> None:
        """Give an order; the answer comes later."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asdict(order)).encode() + b"\n")
        self._process.stdin.flush()

    def answer(self) -> Answer:
        """Wait for the next answer."""
        assert self._process.stdout
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return Answer(**answer | {"codes": tuple(answer["codes"])})

    def publish(self, order: Order) -> Answer:
        """Give an order and wait for its answer."""
        self.order(order)
        return self.answer()


def _obey(order: Order) -> Answer:
    near, far = os.pipe()
    begun = time.perf_counter()
    child = os.fork()
    if not child:
        _publish(order, far)
    os.close(far)
    if order.die_after is not None:
        time.sleep(order.die_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(near, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    if not killed and not said:
        raise RuntimeError("a child ended without a word")
    answer: dict[str, Any] = json.loads(said) if said else {"steps": 0, "codes": ()}
    return Answer(killed, answer["steps"], time.perf_counter() - begun, answer["codes"])


def _publish(order: Order, pipe: int) -> None:
    """Publish and say how it went; never returns."""

    def die(step: int, name: str, args: tuple[Any, ...]) -> None:
        if step == order.die_at:
            if name == "write":
                write(args[0], bytes(args[1])[: len(args[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)

    write = os.write
    outputs = [Output(path, data) for path, data in generations.files(order.generation, order.pages).items()]
    with ExitStack() as stack:
        if order.by_renames:
            stack.enter_context(steps.by_renames())
        tried = stack.enter_context(steps.watched(die))
        _, findings = publish.swap(outputs, Path(order.output))
    codes = [each.code for each in findings]
    write(pipe, json.dumps({"steps": len(tried), "codes": codes}).encode())
    os._exit(0)


def _main() -> None:
    for line in sys.stdin:
        sys.stdout.write(json.dumps(asdict(_obey(Order(**json.loads(line))))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _main()
