"""Work in parts, with the help of a second process where there is one to be had.

In: a function and the parts that it is to be called with. Out: what it gives for each, as they get done. Must not know
what the work is.

The second process is a copy of this one at the moment when the work begins (fork), so nothing need be sent to it; what
it gives is sent back. It is done without where the system has no such copies, where there is one core only, where other
threads run (a copy of a process has one thread), and where there are too few parts. If it dies, this process does its
parts: the work is the same with it and without it.
"""

import gc
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Part = TypeVar("Part")
Done = TypeVar("Done")

_FEWEST = 4
# Enough that the other never waits for an order.
_ORDERS_AHEAD = 8
_ROOM = 1 << 20


def spread(work: Callable[[Part], Done], parts: Sequence[Part]) -> Iterator[Done]:
    """Yield `work(part)` for every part, in any order; what it raises is raised here."""
    if len(parts) < _FEWEST or not _has_a_hand():
        yield from map(work, parts)
        return
    waiting = deque(range(len(parts)))
    with _Mate(work, parts) as mate:
        while waiting or mate.orders:
            # Towards the end it is told less ahead, so that both have done when there is no more to do.
            while len(mate.orders) < min(_ORDERS_AHEAD, (len(waiting) + 1) // 2) and not mate.is_gone:
                mate.order(waiting.popleft())
            if mate.has_something() or (mate.orders and not waiting):
                yield from mate.take()
            else:
                yield work(parts[waiting.popleft()])


def _has_a_hand() -> bool:
    """Tell whether a copy can be made that gains something; a copy makes none of itself."""
    from multiprocessing import current_process  # noqa: PLC0415  # slow to load, and few parts need no hand

    alone = threading.active_count() == 1 and not current_process().daemon
    return sys.platform == "linux" and alone and len(os.sched_getaffinity(0)) > 1


class _Mate(Generic[Part, Done]):
    """The second process. `orders`: the parts that it was told to do and has not given back."""

    def __init__(self, work: Callable[[Part], Done], parts: Sequence[Part]) -> None:
        self.orders: deque[int] = deque()
        self.is_gone = False
        self._work = work
        self._parts = parts

    def __enter__(self) -> "_Mate[Part, Done]":
        from multiprocessing import get_context  # noqa: PLC0415  # as in `_has_a_hand`

        context = get_context("fork")
        told, self._telling = context.Pipe(duplex=False)
        self._given, giving = context.Pipe(duplex=False)
        _widen(giving)
        self._process = context.Process(target=self._serve, args=(told, giving), daemon=True)
        _give_back()
        with _frozen():
            self._process.start()
        told.close()
        giving.close()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.join()
        self._telling.close()
        self._given.close()

    def order(self, number: int) -> None:
        """Tell it to do a part."""
        self.orders.append(number)
        with suppress(OSError):
            self._telling.send(number)

    def has_something(self) -> bool:
        """Tell whether a part is done."""
        return bool(self.orders) and self._given.poll()

    def take(self) -> Iterator[Done]:
        """Yield the part that it was told first; all that it was told, done here, if it is gone."""
        import pickle  # noqa: PLC0415  # as in `_has_a_hand`

        try:
            done: tuple[Done, ...] = pickle.loads(self._given.recv_bytes())
        except (EOFError, OSError):
            self.is_gone = True
            while self.orders:
                yield self._work(self._parts[self.orders.popleft()])
            return
        number = self.orders.popleft()
        yield from done or (self._work(self._parts[number]),)

    def _serve(self, told: "Connection", giving: "Connection") -> None:
        """Do what is told until nobody listens; a part that cannot be done is given back undone."""
        self._telling.close()
        self._given.close()
        with suppress(EOFError, OSError, KeyboardInterrupt):
            while True:
                giving.send_bytes(self._try(told.recv()))

    def _try(self, number: int) -> bytes:
        import pickle  # noqa: PLC0415  # as in `_has_a_hand`

        try:
            return pickle.dumps((self._work(self._parts[number]),), pickle.HIGHEST_PROTOCOL)
        except Exception:
            return pickle.dumps(())


def _widen(pipe: "Connection") -> None:
    """Let some parts wait in the pipe, so that neither process stands still for the other."""
    import fcntl  # noqa: PLC0415  # not everywhere, and neither is `fork`

    with suppress(OSError):
        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _ROOM)


def _give_back() -> None:
    """Give the system back what was freed: the C library keeps it, and each process would keep it for itself."""
    import ctypes  # noqa: PLC0415  # slow to import, and only a process with a second one needs it

    with suppress(OSError, AttributeError):  # another C library has no such function
        ctypes.CDLL(None).malloc_trim(0)


@contextmanager
def _frozen() -> Iterator[None]:
    """Keep what is there from being gone through, and so copied, by the second process' search for garbage."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
