"""Python, libraries, encodings, the clock, LibreOffice.

In: what the interpreter and the system say, the moment. Out: Found. Must not know content.
"""

import re
import struct
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from importlib.metadata import PackageNotFoundError, requires, version

from pipeline.doctor.types import Found, found
from pipeline.intake import office as libreoffice

OLDEST = (3, 11)
_BEIJING = timezone(timedelta(hours=8))
_DISTRIBUTION = "gongshi"
_NEEDED = re.compile(r"([\w.-]+)\s*>=\s*([\d.]+)(.*)")
# A screen that shows every character that a name may have.
_WHOLE = frozenset({"utf8", "gb18030"})
_TOO_LONG = timedelta(days=5 * 365)
_DAY = timedelta(days=1)


def python() -> Found:
    """Tell of Python."""
    told = ".".join(map(str, sys.version_info[:3]))
    return found("python" if sys.version_info >= OLDEST else "python_old", version=told, bits=struct.calcsize("P") * 8)


def libraries() -> Found:
    """Tell of the libraries that our own package asks for, those for extras left out."""
    try:
        needed = [match for each in requires(_DISTRIBUTION) or () if (match := _NEEDED.match(each))]
    except PackageNotFoundError:
        return found("libraries_untold")
    least = {match[1]: match[2] for match in needed if "extra" not in match[3]}
    there = {name: _version(name) for name in least}
    wrong = [name for name, has in there.items() if has is None or _numbers(has) < _numbers(least[name])]
    if wrong:
        return found("libraries_wrong", names=_listed(f"{name} {there[name] or ''}".strip() for name in wrong))
    return found("libraries", count=len(there), versions=_listed(f"{name} {has}" for name, has in there.items()))


def _listed(names: Iterator[str]) -> str:
    return ", ".join(names)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in re.findall(r"\d+", text)[:3])


def encoding(screen: str) -> Iterator[Found]:
    """Tell how names of files are read, and what the screen can show."""
    names = sys.getfilesystemencoding()
    if _plain(names) not in _WHOLE:
        yield found("encoding_names", names=names)
    if _plain(screen) not in _WHOLE:
        yield found("encoding_screen", screen=screen)
    if {_plain(names), _plain(screen)} <= _WHOLE:
        yield found("encoding", names=names, screen=screen)


def _plain(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "")


def clock(now: datetime, latest: float | None) -> Found:
    """Tell whether the clock can be right; `latest`: when the content was last changed (seconds since 1970)."""
    told, zone = f"{now.astimezone(_BEIJING):%Y-%m-%d %H:%M}", f"UTC{now:%z}"
    changed = None if latest is None else datetime.fromtimestamp(latest, UTC)
    if changed and changed - now > _DAY:
        return found("clock_behind", now=told, latest=f"{changed.astimezone(_BEIJING):%Y-%m-%d}")
    if changed and now - changed > _TOO_LONG:
        return found("clock_ahead", now=told, years=(now - changed).days // 365)
    return found("clock", now=told, zone=zone)


def office() -> Found:
    """Tell whether LibreOffice is there."""
    return found("office" if libreoffice.find() else "office_missing")
