"""The frame of a publish: lock, repair, publish, and what a fault becomes.

In: outputs and the output folder. Out: what was done, or findings. Nothing half-written is ever public.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from pipeline.diagnostics import Diagnostic, ordered
from pipeline.publish import faults, lock, places, renames, stamp
from pipeline.publish.ahead import Ahead
from pipeline.publish.asked import AbandonError, Asked, SourceError, drawn
from pipeline.publish.streaming import Published, Publishing

PATIENCE = 60.0
Findings = tuple[Diagnostic, ...]


def swap(
    outputs: Iterable[Asked], output: Path, patience: float = PATIENCE, ahead: Ahead | None = None
) -> tuple[Published | None, Findings]:
    """Make `output`/site hold just these outputs, in one step; wait `patience` seconds for another build to end.

    The outputs may be drawn as they are asked for: each is asked for once, while the lock is held, and let go. `ahead`
    lets copies of this process, made while the outputs are asked for, write what they draw of a first site. Where
    they raise AbandonError the site stays as it was; any other exception of theirs passes through, and it does too.

    Findings: T605, T606 an address that no site may have, X910 another build is running, X911 no room on the disk,
    X912 not allowed, X913 any other fault of the disk, X914 the site cannot be swapped, X915 the site is a link or a
    file, X916 the site is not ours; with any of them the site stays as it was. X917 SOURCE_DATE_EPOCH is no time.
    """
    there = places.below(output)
    time, findings = stamp.read(os.environ)
    try:
        there.own.mkdir(mode=0o770, parents=True, exist_ok=True)
        with lock.held(there.lock, patience):
            renames.finish(there)
            stops = faults.of_places(there, output)
            if stops:
                return None, ordered((*findings, *stops))
            published, stops = Publishing(there, time, ahead).run(drawn(outputs))
            return published, ordered((*findings, *stops))
    except AbandonError:
        return None, findings
    except SourceError as error:
        raise error.error from None
    except lock.BusyError as error:
        return None, (*findings, faults.of_lock(error, output, patience))
    except OSError as error:
        return None, (*findings, faults.of_system(error, output))


def recover(output: Path) -> Findings:
    """Put the site back in its place where a swap by renames was cut in half; a publish does this by itself.

    Findings: as `swap`, where the system does not let it. A build that is publishing just now repairs, too.
    """
    there = places.below(output)
    try:
        if renames.is_cut(there):
            with lock.held(there.lock, 0):
                renames.finish(there)
    except lock.BusyError:
        return ()
    except OSError as error:
        return (faults.of_system(error, output),)
    return ()
