"""Every call by which publishing changes the disk, counted, so that any one of them can be the last.

In: what to do before the n-th change. Out: the names of the changes in their order. Used in the process that publishes.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from pipeline.publish import disk, renames

Hinder = Callable[[int, str, tuple[Any, ...]], None]

_CALLS: tuple[tuple[ModuleType, str], ...] = (
    *(
        (os, name)
        for name in ("mkdir", "open", "write", "unlink", "rmdir", "utime", "chmod", "rename", "replace", "fsync")
    ),
    (renames, "exchange"),
    (disk, "flush"),
)


@contextmanager
def watched(hinder: Hinder) -> Iterator[list[str]]:
    """Call `hinder(n, name, arguments)` before each change and give the list of those tried."""
    tried: list[str] = []

    def wrapped(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **options: Any) -> Any:
            tried.append(name)
            hinder(len(tried) - 1, name, args)
            return call(*args, **options)

        return run

    before = [(module, name, getattr(module, name)) for module, name in _CALLS]
    for module, name, call in before:
        setattr(module, name, wrapped(name, call))
    try:
        yield tried
    finally:
        for module, name, call in before:
            setattr(module, name, call)


@contextmanager
def by_renames() -> Iterator[None]:
    """Let no two names be exchanged, as on Windows."""
    before = renames.exchange
    renames.exchange = lambda _one, _other: False
    try:
        yield
    finally:
        renames.exchange = before
