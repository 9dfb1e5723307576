"""What is to be done at a destination, and in which order.

In: the files of the site with their digests, the ledger of the destination. Out: Plan. Pure.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from pipeline.deploy import order
from pipeline.deploy.destination import Destination
from pipeline.deploy.ledger import Ledger

# After so many files the ledger is written, so that a deploy cut short need not send them again.
_AT_A_TIME = 500


class Deed(StrEnum):
    """What is done to a file; deeds are done in this order."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Batch:
    """Files to which the same is done, in any order: of one kind (`order.KINDS`)."""

    deed: Deed
    kind: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: `wanted` will be there in the end; `before` is the ledger now; `same` files need nothing."""

    wanted: Mapping[str, str]
    before: Ledger
    batches: tuple[Batch, ...]
    same: int

    def of(self, deed: Deed) -> tuple[str, ...]:
        """Return the paths to which this is done, in order."""
        return tuple(path for batch in self.batches if batch.deed is deed for path in batch.paths)


def wanted(digests: Mapping[str, str], destination: Destination) -> Mapping[str, str]:
    """Return the files of the site that are put there: all, or all but compressed copies."""
    if destination.takes_copies:
        return digests
    return {
        path: each
        for path, each in digests.items()
        if order.original(path) == path or order.original(path) not in digests
    }


def draw(wanted: Mapping[str, str], before: Ledger) -> Plan:
    """Return what brings the destination from its ledger to what is wanted."""
    there = before.files.keys() | before.changing
    new, changed = [], []
    for path, digest in wanted.items():
        # A copy of a page that is there already shows its new form to whoever is given copies.
        if path not in there and order.original(path) not in there:
            new.append(path)
        elif before.files.get(path) != digest:
            changed.append(path)
    removed = before.known() - wanted.keys()
    batches = (
        *_batches(Deed.NEW, new, order.NEW_KINDS),
        *_batches(Deed.CHANGED, changed, order.KINDS),
        *_batches(Deed.REMOVED, removed, order.KINDS[::-1]),
    )
    return Plan(wanted, before, batches, len(wanted) - len(new) - len(changed))


def _batches(deed: Deed, paths: Iterable[str], kinds: tuple[str, ...]) -> Iterator[Batch]:
    ordered = sorted((kinds.index(order.kind(path)), path) for path in paths)
    for rank, group in groupby(ordered, key=lambda each: each[0]):
        some = [path for _, path in group]
        for at in range(0, len(some), _AT_A_TIME):
            yield Batch(deed, kinds[rank], tuple(some[at : at + _AT_A_TIME]))
