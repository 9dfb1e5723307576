"""Nothing was changed since the last build: then its findings and its site stand, and nothing need be read.

In: an open store, the root, the output folder, what was asked for. Out: what the last build of just that gave, or None.
Must not know what a build does. Our own files and libraries count among what may have changed.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pipeline import publish
from pipeline.cache import Store, key_of
from pipeline.diagnostics import Diagnostic, of_plain, plain
from pipeline.listing import libraries, listing
from pipeline.publish import Published

_OWN = Path(__file__).resolve().parent
# What a build reads below the root, and what it is made of.
_READ = ("content", "site_templates")
_TIMES = "SOURCE_DATE_EPOCH"


class Asked(NamedTuple):
    """What a build was asked for, as it looked before it began; `key` is empty where that cannot be told."""

    output: Path
    key: bytes = b""


class Before(NamedTuple):
    """What the last build gave: its day (YYYY-MM-DD), its findings, and its site, none of which was written anew."""

    day: str
    findings: tuple[Diagnostic, ...]
    published: Published


def asked(store: Store, root: Path, output: Path, wishes: Iterable[object]) -> Asked:
    """Look at everything that a build is made of; `wishes` are what else it depends on."""
    now = store.tick()
    try:
        seen = listing((*(root / each for each in _READ), _OWN, _OWN.parent / "site_templates"))
        installed = libraries()
    except OSError:
        return Asked(output)
    if now is None or not seen.is_settled(now):
        return Asked(output)
    others = (str(output.resolve()), os.environ.get(_TIMES, ""), *map(repr, wishes))
    told = (each.encode("utf-8", "surrogateescape") for each in others)
    return Asked(output, key_of((), (seen.digest, installed, *told)))


def recall(store: Store, what: Asked) -> Before | None:
    """Return what was kept of a build that was asked for the same, if its site still stands as it was."""
    kept = store.get(what.key) if what.key else None
    if kept is None:
        return None
    try:
        day, mark, findings = json.loads(kept)
        files = publish.stands(what.output, mark)
        return None if files is None else Before(day, tuple(map(of_plain, findings)), Published(0, 0, files))
    except (ValueError, TypeError):
        return None


def keep(store: Store, what: Asked, day: str, findings: Iterable[Diagnostic]) -> None:
    """Keep what a build gave, whose site stands now."""
    if what.key:
        told = [plain(each) for each in findings]
        store.keep(what.key, json.dumps([day, publish.mark(what.output), told]).encode())
