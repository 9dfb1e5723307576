"""Steps of a build under a clock: how long each takes, less the steps within it.

In: names of steps and where each is looked up when called. Out: seconds of the processor, calls. Must not know what is
built.
"""

import builtins
import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import process_time
from typing import Any

IMPORTS = "imports"
Naming = Callable[..., str]


@dataclass(slots=True)
class Clock:
    """Seconds and calls by step; `missing` are the places at which there was no step."""

    spent: dict[str, float] = field(default_factory=dict)
    calls: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    _inside: list[float] = field(default_factory=list)

    def timed(self, name: Naming, step: Callable[..., Any]) -> Callable[..., Any]:
        """Return the step, timed under what `name` says of its arguments; what a generator yields is made at once."""
        is_lazy = inspect.isgeneratorfunction(step)

        def run(*given: Any, **named: Any) -> Any:
            start = process_time()
            self._inside.append(0.0)
            try:
                return list(step(*given, **named)) if is_lazy else step(*given, **named)
            finally:
                whole = process_time() - start
                own = whole - self._inside.pop()
                if self._inside:
                    self._inside[-1] += whole
                called = name(*given, **named)
                self.spent[called] = self.spent.get(called, 0.0) + own
                self.calls[called] = self.calls.get(called, 0) + 1

        return run

    @contextmanager
    def watching(self, steps: Iterable[tuple[Naming, str]]) -> Iterator[None]:
        """Time the steps, and all imports apart, for as long as this lasts."""
        changed: list[tuple[Any, str, Any]] = [(builtins, "__import__", builtins.__import__)]
        naming = {"__import__": named(IMPORTS)}
        for name, where in steps:
            try:
                owner, attribute = _owner(where)
                changed.append((owner, attribute, getattr(owner, attribute)))
                naming[where] = name
            except (ImportError, AttributeError):
                self.missing.append(where)
        for (owner, attribute, step), name in zip(changed, naming.values(), strict=True):
            setattr(owner, attribute, self.timed(name, step))
        try:
            yield
        finally:
            for owner, attribute, step in changed:
                setattr(owner, attribute, step)


def named(name: str) -> Naming:
    """Return what calls a step `name` whatever its arguments are."""
    return lambda *_, **__: name


def _owner(where: str) -> tuple[Any, str]:
    module, _, path = where.partition(":")
    *parents, attribute = path.split(".")
    owner: Any = importlib.import_module(module)
    for each in parents:
        owner = getattr(owner, each)
    return owner, attribute
