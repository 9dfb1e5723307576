"""Events and opinions of invented candidates, for the tests that fold them."""

from datetime import date

from pipeline.stages import Event, EventKind, Opinion

_DAYS = {"publicity_until", "term_until"}


def day(text: str) -> date:
    """Return the day written as year-month-day."""
    return date.fromisoformat(text)


def event(on: str, kind: str, **details: object) -> Event:
    """Return an event as staff would write it; days among the details are text too."""
    read = {name: day(str(value)) if name in _DAYS else value for name, value in details.items()}
    return Event(day(on), EventKind(kind), **read)  # type: ignore[arg-type]


RECEIVED = event("2020-12-07", "收到", paper=True, electronic=True)
PROPOSED = event("2020-12-14", "拟认定", publicity_until="2020-12-18")
CERTIFIED = event(
    "2020-12-25",
    "认定",
    document_number="示例〔2020〕1号",
    certificate_number="KCLD-2020-B001",
    term_until="2022-12-24",
)
LIFE = (RECEIVED, PROPOSED, CERTIFIED)
AGREED = (Opinion("单位意见", True, day("2020-12-01")), Opinion("科协意见", True, day("2020-12-04")))
