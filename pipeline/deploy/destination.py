"""What every kind of destination can do.

In: paths and the site's files. Out: what is there. Must not know plans or ledgers, which are bytes to it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from pipeline.diagnostics import Diagnostic

if TYPE_CHECKING:
    from pipeline.deploy.source import Source


class FailedError(Exception):
    """The destination or the site does not let us go on: why, and what another program said of it, if anything."""

    def __init__(self, found: Diagnostic, said: str = "") -> None:
        super().__init__(found.code)
        self.found, self.said = found, said


class Destination(Protocol):
    """Where a site is put. Every deed raises FailedError where it cannot be done; each file is replaced in one step."""

    @property
    def shown(self) -> str:
        """What messages call it."""

    @property
    def takes_copies(self) -> bool:
        """Whether a web server there hands out compressed copies that lie beside the files."""

    def load(self) -> bytes | None:
        """Return the ledger that is kept there; None where there is none."""

    def save(self, ledger: bytes) -> None:
        """Keep the ledger; what was put and removed before is there to stay when this returns."""

    def is_empty(self) -> bool:
        """Tell whether nothing at all is there."""

    def survey(self, source: "Source", paths: Iterable[str]) -> Mapping[str, str]:
        """Return which of the paths are there, with the digest of each; "" where it is not as in the site."""

    def put(self, paths: Sequence[str], source: "Source", step: Callable[[], None]) -> None:
        """Send files, in any order; call `step` after each."""

    def remove(self, paths: Sequence[str], step: Callable[[], None]) -> None:
        """Remove files, which may be gone already, and folders that hold nothing then; call `step` after each."""
