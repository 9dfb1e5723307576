"""Days in words and for machines. In: days of UTC+8. Out: texts. Must not know what happened on them."""

import re
from datetime import date, timedelta

DAY = timedelta(days=1)
_TIME = re.compile(r"(?<![0-9])([01]?[0-9]|2[0-3])[:：]([0-5][0-9])(?![0-9])")


def written(day: date) -> str:
    """Return a day as official documents write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def moment(day: date, said: str = "") -> str:
    """Return the day's moment at UTC+8 (RFC 3339): the time that `said` holds, else the day's beginning."""
    found = _TIME.search(said)
    hour, minute = (int(found[1]), found[2]) if found else (0, "00")
    return f"{day.isoformat()}T{hour:02}:{minute}:00+08:00"


def published(day: date, said: str) -> str:
    """Return when something was published for machines: to the minute where `said` holds a time, else the day."""
    return moment(day, said) if _TIME.search(said) else day.isoformat()


def latest(*days: date | None) -> date | None:
    """Return the last of the days that are known."""
    return max((each for each in days if each), default=None)


def after(last: date, as_of: date) -> date | None:
    """Return the day after `last`, where it has come."""
    return last + DAY if last < as_of else None
