"""The files of the site, as they were published.

In: the site's folder, the digest of each file. Out: bytes. A file that is not what was planned to be sent is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.deploy.destination import FailedError
from pipeline.diagnostics import Location, finding
from pipeline.publish.look import digest


@dataclass(frozen=True, slots=True)
class Source:
    """The folder that `publish` published, and the digest of each file by path."""

    folder: Path
    digests: Mapping[str, str]

    def read(self, path: str) -> bytes:
        """Return a file's bytes; raises FailedError (X982) where a build has replaced it since the plan was made."""
        try:
            data = (self.folder / path).read_bytes()
        except OSError:
            data = None
        if data is None or digest(data) != self.digests[path]:
            raise FailedError(finding("X982", Location("output/site")))
        return data

    def time(self, path: str) -> int:
        """Return when a file was last changed, in ns since 1970; 0 where it is gone."""
        try:
            return (self.folder / path).lstat().st_mtime_ns
        except OSError:
            return 0
