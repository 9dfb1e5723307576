"""A folder into which files are dropped → the files that are complete and were not handed out yet.

In: a folder, looked at again and again. Out: paths. A file is complete once it has not changed between two looks; one
that changes later is handed out again. Nothing is moved or deleted. Must not know what a file says, or the clock.
"""

from pathlib import Path

from pipeline.intake.gathering import gather

Stamp = tuple[int, int]


class Inbox:
    """Remembers between two looks how large and how old each file was."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[Path, Stamp] = {}
        self._handed_out: dict[Path, Stamp] = {}

    def complete(self) -> tuple[Path, ...]:
        """Return the files that are as they were at the last look, each once; an empty one is not complete."""
        now = {each: stamp for each in gather((self._folder,))[0] if (stamp := _stamp(each)) and stamp[0]}
        still = {each: stamp for each, stamp in now.items() if self._seen.get(each) == stamp}
        new = {each: stamp for each, stamp in still.items() if self._handed_out.get(each) != stamp}
        self._seen = now
        self._handed_out |= new
        return tuple(new)


def _stamp(file: Path) -> Stamp | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
