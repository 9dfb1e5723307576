"""The level spare takes the place of the live tree; what was cut in half is finished at the next start.

In: the places. Out: names that changed, or OSError and the old site in its place. Must not know what the trees hold.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from pipeline.publish import manifest
from pipeline.publish.exchange import exchange
from pipeline.publish.places import Places, has_folder

# On Windows a folder cannot be renamed while anybody, a virus scanner too, reads a file in it (seconds between tries).
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0) if os.name == "nt" else ()


def put_up(places: Places) -> None:
    """Let the spare become the live tree, and the live tree, where there is one, the spare."""
    if not places.site.exists():
        _rename(places.spare, places.site)
    elif not exchange(places.spare, places.site):
        _put_up_by_renames(places)


def _put_up_by_renames(places: Places) -> None:
    _rename(places.site, places.former)
    try:
        _rename(places.spare, places.site)
    except OSError:
        _rename(places.former, places.site)
        raise
    # The new site stands; where the old one cannot be put away yet, the next start does it.
    with suppress(OSError):
        _rename(places.former, places.spare)


def is_cut(places: Places) -> bool:
    """Tell whether a swap by renames was cut in half."""
    return has_folder(places.former)


def finish(places: Places) -> None:
    """Finish a swap by renames that was cut in half: forward, for only a level spare is ever swapped in."""
    if not is_cut(places):
        return
    if not places.site.exists():
        level = has_folder(places.spare) and manifest.load(places.own, places.spare)
        _rename(places.spare if level else places.former, places.site)
    if is_cut(places):
        _put_away(places)


def _put_away(places: Places) -> None:
    """Let the old live tree become the spare; where there is a spare all the same, one is enough."""
    if has_folder(places.spare):
        import shutil  # noqa: PLC0415  # slow to load, and hardly ever needed

        shutil.rmtree(places.former)
    else:
        _rename(places.former, places.spare)


def _rename(source: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            source.rename(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.rename(target)
