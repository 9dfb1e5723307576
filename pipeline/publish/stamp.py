"""SOURCE_DATE_EPOCH: one time for all files, for those who compare builds.

In: the environment. Out: a time, or X917. It sets nothing but the times of files.
"""

import re
from collections.abc import Mapping

from pipeline.diagnostics import Diagnostic, Location, finding

_SECONDS = re.compile(r"[0-9]{1,12}")
_NAME = "SOURCE_DATE_EPOCH"
_LATEST = 253_402_300_799  # the last second of the year 9999
_IN_NS = 1_000_000_000


def read(environment: Mapping[str, str]) -> tuple[int | None, tuple[Diagnostic, ...]]:
    """Return the time asked for, in ns since 1970, None where none is; X917 where it is no whole second up to 9999."""
    text = environment.get(_NAME, "").strip()
    if not text:
        return None, ()
    if not _SECONDS.fullmatch(text) or int(text) > _LATEST:
        return None, (finding("X917", Location(_NAME)),)
    return int(text) * _IN_NS, ()
