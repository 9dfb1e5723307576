"""What a publish is asked for, one file after the other, and whether the addresses can stand together.

In: outputs, kept files. Out: findings. Must not know any tree.
"""

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass

from pipeline import outputs
from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.outputs import Output
from pipeline.publish.ahead import Written


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that need not be drawn where the live tree has it: its path, the digest of its bytes, how to draw it.

    `draw` is called where the live tree has no such file, and gives its bytes; whoever gives it sees to their scan.
    """

    path: str
    digest: str
    draw: Callable[[], bytes]


class AbandonError(Exception):
    """Raised by those who give the outputs: nothing is to be published after all."""


class SourceError(Exception):
    """An error of the system that came while an output was drawn: no fault of the folder that is written to."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


Asked = Output | Kept | Written


def drawn(outputs: Iterable[Asked]) -> Generator[Asked]:
    """Yield what is given; raise SourceError where the giver fails."""
    try:
        yield from outputs
    except OSError as error:
        raise SourceError(error) from error


def draw(kept: Kept) -> bytes:
    """Return the bytes of a kept file; raise SourceError where it cannot be drawn."""
    try:
        return kept.draw()
    except OSError as error:
        raise SourceError(error) from error


class Addresses:
    """The addresses of a site as they come; capitals do not tell two apart. Which may stand, `outputs` says."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def take(self, path: str, is_known: bool) -> tuple[Diagnostic, ...]:
        """Return T606 for an unsafe address, T605 for one that cannot stand beside those before; else nothing.

        What `is_known` stood before and was found safe then.
        """
        unsafe = () if is_known or outputs.is_safe(path) else tuple(outputs.check((path,)))
        low = path.lower()
        taken = low in self._files or low in self._folders
        self._files.add(low)
        folder = low.rpartition("/")[0]
        while folder and folder not in self._folders:
            taken = taken or folder in self._files
            self._folders.add(folder)
            folder = folder.rpartition("/")[0]
        return (*unsafe, finding("T605", Location(f"output/site/{path}"))) if taken else unsafe
