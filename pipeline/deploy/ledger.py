"""What earlier deploys put at a destination, as it is written there.

In: bytes. Out: Ledger, and what it becomes while files come and go. The package's docstring tells what it is for.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

PLACE = ".gongshi/deployed.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Ledger:
    """`files`: what is there, by path, with its digest. `changing`: there, in one form or another. `maybe`: or not."""

    files: Mapping[str, str]
    changing: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()

    def known(self) -> frozenset[str]:
        """Return every path that an earlier deploy may have put there."""
        return frozenset(self.files) | self.changing | self.maybe


NOTHING = Ledger({})


def read(data: bytes) -> Ledger:
    """Return the ledger; raises ValueError where these bytes are none that this version can read."""
    try:
        told = json.loads(data)
        if told["made_by"] != "gongshi" or told["version"] != _VERSION:
            raise ValueError
        files = {str(path): str(digest) for path, digest in told["files"].items()}
        changing, maybe = (frozenset(map(str, told[name])) for name in ("changing", "maybe"))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError from error
    return Ledger(files, changing, maybe)


def write(ledger: Ledger) -> bytes:
    """Return the ledger as it is kept; equal ledgers give equal bytes."""
    told = {
        "made_by": "gongshi",
        "version": _VERSION,
        "files": dict(sorted(ledger.files.items())),
        "changing": sorted(ledger.changing),
        "maybe": sorted(ledger.maybe),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def coming_or_going(ledger: Ledger, paths: Iterable[str]) -> Ledger:
    """Return the ledger while these are put or removed: perhaps there."""
    some = frozenset(paths)
    return Ledger(_without(ledger, some), ledger.changing - some, ledger.maybe | some)


def changing(ledger: Ledger, paths: Iterable[str]) -> Ledger:
    """Return the ledger while these are replaced: there, in one form or the other."""
    some = frozenset(paths)
    return Ledger(_without(ledger, some), ledger.changing | some, ledger.maybe - some)


def settled(ledger: Ledger, there: Mapping[str, str], gone: Iterable[str] = ()) -> Ledger:
    """Return the ledger when some files are there with these digests, and others are gone."""
    some = frozenset(there) | frozenset(gone)
    return Ledger({**_without(ledger, some), **there}, ledger.changing - some, ledger.maybe - some)


def _without(ledger: Ledger, paths: frozenset[str]) -> dict[str, str]:
    return {path: digest for path, digest in ledger.files.items() if path not in paths}
