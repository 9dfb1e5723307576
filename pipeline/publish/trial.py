"""Whether a site can be published at a place, tried out in a folder that goes away again.

In: the output folder. Out: Trial, or OSError where nothing can be written. What stands there is left alone.
"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pipeline.publish.exchange import exchange


@dataclass(frozen=True, slots=True)
class Trial:
    """`free` bytes that we may write, and whether two folders can exchange their names there in one step."""

    free: int
    exchanges: bool


def trial(output: Path) -> Trial:
    """Try at the output folder, or where it would be made."""
    place = next(each for each in (output, *output.absolute().parents) if each.is_dir())
    with tempfile.TemporaryDirectory(prefix=".gongshi-", dir=place) as folder:
        one, other = Path(folder, "one"), Path(folder, "other")
        one.mkdir()
        other.mkdir()
        return Trial(shutil.disk_usage(place).free, exchange(one, other))
