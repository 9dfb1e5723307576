"""Days as a calendar that programs subscribe to (iCalendar, RFC 5545).

In: a name, days. Out: bytes, the same for the same days: the only time in it is when a day became known. Must not know
what the days are of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

_ZONE = timezone(timedelta(hours=8))
_DAY = timedelta(days=1)
_MAKER = "-//gongshi//calendar//ZH"
# In bytes without the line's end, as the format has it; a continued line begins with a blank.
_LONGEST = 75
_NOWHERE = "gongshi"
_ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))


@dataclass(frozen=True, slots=True)
class Day:
    """What happens from `first` to `last`, both included; `key` names it for ever.

    `known`: since when it is known. `url` may be empty.
    """

    key: str
    known: date
    first: date
    last: date
    summary: str
    description: str
    url: str = ""


def to_ics(name: str, domain: str, days: Iterable[Day]) -> bytes:
    """Return the calendar; `domain` is where it is published, empty where that is not known."""
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_MAKER}", "CALSCALE:GREGORIAN"),
        *(f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"),
        *(line for each in days for line in _event(each, domain or _NOWHERE)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(day: Day, domain: str) -> Iterator[str]:
    known = datetime.combine(day.known, time(), _ZONE).astimezone(UTC)
    yield "BEGIN:VEVENT"
    yield f"UID:{day.key}@{domain}"
    yield f"DTSTAMP:{known:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_date(day.first)}"
    yield f"DTEND;VALUE=DATE:{_date(day.last + _DAY)}"
    yield f"SUMMARY:{_text(day.summary)}"
    yield f"DESCRIPTION:{_text(day.description)}"
    if day.url:
        yield f"URL:{day.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _date(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    for plain, escaped in _ESCAPES:
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> Iterator[str]:
    """Yield the line in parts that are not too long; no character is cut."""
    part, room = "", _LONGEST
    for each in line:
        size = len(each.encode())
        if size > room:
            yield part
            part, room = " ", _LONGEST - 1
        part += each
        room -= size
    yield part
