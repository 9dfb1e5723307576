"""What is at a destination: as its ledger says, or as it is found.

In: a destination, the site. Out: State; FailedError X985 where it is not ours, X996 where its ledger cannot be read.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.deploy import ledger
from pipeline.deploy.destination import Destination, FailedError
from pipeline.deploy.ledger import NOTHING, Ledger
from pipeline.deploy.source import Source
from pipeline.diagnostics import Location, finding


@dataclass(frozen=True, slots=True)
class State:
    """`ledger`: what is there. `by_hand`: files that should be as in the site, and were changed or removed there."""

    ledger: Ledger
    by_hand: tuple[str, ...] = ()


def look(destination: Destination, source: Source, verify: bool, adopt: bool) -> State:
    """Return what is there; `verify`: read every file; `adopt`: take what lies there already, whoever put it there."""
    kept = destination.load()
    if kept is None:
        if destination.is_empty():
            return State(NOTHING)
        if not adopt:
            raise FailedError(finding("X985", Location(destination.shown)))
        return State(_found(destination, source, source.digests))
    try:
        known = ledger.read(kept)
    except ValueError:
        raise FailedError(finding("X996", Location(destination.shown))) from None
    if not verify:
        return State(known)
    found = _found(destination, source, known.known() | source.digests.keys())
    should = {path for path, digest in source.digests.items() if known.files.get(path) == digest}
    return State(found, tuple(sorted(path for path in should if found.files.get(path) != source.digests[path])))


def _found(destination: Destination, source: Source, paths: Iterable[str]) -> Ledger:
    there = destination.survey(source, paths)
    return Ledger(
        {path: digest for path, digest in there.items() if digest},
        frozenset(path for path, digest in there.items() if not digest),
    )
