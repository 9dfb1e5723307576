"""What the last build of this process made of things that are still the same, so that the next one need not.

In: while a memory is held, things and what steps make of them. Out: what a step made of the very same thing before.
Must not know what a step does. Nothing is held where nobody asked for it: a build that runs once lets go of all.

A thing is the same if it is the same object; what depends on more has a setting, and things that are said with it, and
those are compared. Frozen things are safe to keep. Of what a step was not asked for in one build, the next knows
nothing, so that no more is held than one build made.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")


class Known(Generic[Made]):
    """What one step made, by the thing that it was made of; without a memory nothing is known and nothing kept."""

    def __init__(self, before: dict[Any, tuple[Any, Any, Made]], keeps: bool) -> None:
        self.now: dict[Any, tuple[Any, Any, Made]] = {}
        self._before = before
        self._keeps = keeps

    def of(self, thing: Any, make: Callable[..., Made], *said: Any) -> Made:
        """Return `make(thing, *said)`, or what was made of the same thing when the same was said with it."""
        if not self._keeps:
            return make(thing, *said)
        found = self._before.get(id(thing))
        if found is None or found[0] is not thing or found[1] != said:
            found = (thing, said, make(thing, *said))
        self.now[id(thing)] = found
        return found[2]

    def has(self, name: str, look: object) -> bool:
        """Tell whether something was made under this name when it looked the same; it is then known further on."""
        found = self._before.get(name)
        if found is None or look is None or found[1] != look:
            return False
        self.now[name] = found
        return True

    def put(self, name: str, look: object, made: Made) -> None:
        """Keep what was made under a name; a look of None is that of nothing else."""
        self.now[name] = (name, look, made)

    def all(self) -> Iterator[Made]:
        """Yield all that was put or found."""
        return (made for _, _, made in self.now.values())


class _Memory:
    def __init__(self) -> None:
        self._steps: dict[str, tuple[object, Known[Any]]] = {}
        self._latest: dict[tuple[str, str], tuple[object, Any]] = {}

    def known(self, step: str, setting: object) -> Known[Any]:
        before = self._steps.get(step)
        same = before is not None and before[0] == setting
        known: Known[Any] = Known(before[1].now if before and same else {}, keeps=True)
        # The setting of before is kept, so that it is soon found to be the same again.
        self._steps[step] = (before[0] if before and same else setting, known)
        return known

    def latest(self, step: str, name: str, look: object, make: Callable[[], Any]) -> Any:
        found = self._latest.get((step, name))
        if found is None or found[0] != look:
            found = self._latest[step, name] = (look, make())
        return found[1]


_HELD: ContextVar[_Memory | None] = ContextVar("memory", default=None)


@contextmanager
def held() -> Iterator[None]:
    """Let every build of this thread, as long as this lasts, know what the one before made."""
    token = _HELD.set(_Memory())
    try:
        yield
    finally:
        _HELD.reset(token)


def is_held() -> bool:
    """Tell whether what is made is kept for a next build."""
    return _HELD.get() is not None


def known(step: str, setting: object = None) -> Known[Any]:
    """Return what the step made in the last build, if its setting was equal then; to be asked for once a build."""
    memory = _HELD.get()
    return memory.known(step, setting) if memory else Known({}, keeps=False)


def differing(now: Sequence[Made], before: Sequence[Made]) -> Sequence[Made]:
    """Return what is another than what stood in its place before; all, where there are more or fewer."""
    if len(now) != len(before):
        return now
    # Most is the very same thing, which is seen at less cost than that it is equal.
    return [each for each, other in zip(now, before, strict=True) if each is not other and each != other]


def latest(step: str, name: str, look: object, make: Callable[[], Made]) -> Made:
    """Return `make()`, or what it gave last time under this name, if that was for an equal `look`.

    For files of which there are few: what was made last is kept until it is made anew.
    """
    memory = _HELD.get()
    return memory.latest(step, name, look, make) if memory else make()
