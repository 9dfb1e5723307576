"""Files of a first site, written by a copy of this process that draws them, so that their bytes need not be sent here.

In: outputs that were found clean, in the copy. Out: what was written, for the process that publishes. It alone says
what stands: of a file that it is not told of, or whose writing failed or was cut short, it writes the bytes itself.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pipeline import outputs
from pipeline.outputs import Output
from pipeline.publish import level, look
from pipeline.publish.manifest import File


class Written(NamedTuple):
    """A file that stands in the spare already."""

    path: str
    file: File


class Ahead:
    """Open while a first site is published: then nothing stands in the spare, so that nothing is in anybody's way."""

    def __init__(self) -> None:
        self._place: Path | None = None
        self._time: int | None = None
        self._publisher = os.getpid()

    def open(self, place: Path, time: int | None) -> None:
        """Let copies that are made from now on write below a place; `time` as for `Wanted`."""
        self._place, self._time = place, time

    def write(self, output: Output) -> Written | None:
        """Write the file if this is a copy; None where the publishing process has to do it."""
        if self._place is None or os.getpid() == self._publisher or not outputs.is_safe(output.path):
            return None
        want = level.Wanted(output.path, look.digest(output.data), lambda: output.data, self._time)
        try:
            return Written(output.path, level.write_apart(self._place, want))
        except OSError:
            with suppress(OSError):
                (self._place / output.path).unlink()
            return None
