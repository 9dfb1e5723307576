"""A plan's files are written, all or none, one batch at a time.

In: the root and the edits. Out: findings why nothing was written; none where all was.
"""

import errno
from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline import edits
from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.edits import Edit
from pipeline.publish.lock import BusyError, held

_LOCK = "content/.record.lock"
_PATIENCE = 10.0


def write(root: Path, made: Mapping[str, Edit]) -> tuple[Diagnostic, ...]:
    """Write the batch. Findings: X921 it counts but must be finished, X922 to X925 nothing was written."""
    return _alone(root, lambda: _commit(root, made))


def resume(root: Path) -> tuple[bool, tuple[Diagnostic, ...]]:
    """Finish a batch that was cut short, and tell whether there was one. Findings: X922 to X925."""
    if not (root / edits.JOURNAL).exists():
        return False, ()
    return True, _alone(root, lambda: _recover(root))


def _alone(root: Path, work: Callable[[], None]) -> tuple[Diagnostic, ...]:
    where = Location(edits.JOURNAL)
    try:
        with held(root / _LOCK, _PATIENCE):
            work()
    except BusyError as error:
        return (finding("X923", where, holder=error.holder or "?"),)
    except edits.MovedError as error:
        return (finding("X922", Location(error.path)),)
    except edits.UnfinishedError:
        return (finding("X921", where),)
    except edits.UnreadableJournalError:
        return (finding("X925", where),)
    except OSError as error:
        return (finding("X924", where, kind=errno.errorcode.get(error.errno or 0, "?")),)
    return ()


def _commit(root: Path, made: Mapping[str, Edit]) -> None:
    edits.recover(root)
    edits.commit(root, made)


def _recover(root: Path) -> None:
    edits.recover(root)
