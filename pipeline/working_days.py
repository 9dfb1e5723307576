"""Publicity arithmetic on the Chinese calendar, and the last day of a term.

In: days, a rule, and the arrangements that the content gives for single years. Out: days and counts, None where the
calendar of a year is not known. Must not know programmes, events or the clock.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache

# The library lets a year pass as soon as one of its days is in the table; a full year has seven holidays or more.
_HOLIDAYS_OF_A_FULL_YEAR = 7
_SATURDAY = 5
_DAY = timedelta(days=1)


class Unit(StrEnum):
    """What a publicity period is counted in (单位)."""

    WORKING_DAYS = "工作日"
    CALENDAR_DAYS = "自然日"


@dataclass(frozen=True, slots=True)
class YearArrangement:
    """What the content says of one year: days off (放假) and days worked (上班) that a plain week would not have."""

    holidays: frozenset[date]
    workdays: frozenset[date]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years that the content arranges itself.

    Each day that an arrangement names is as it says; the other days of that year are as the library has them or,
    where the library does not know the year, as in a plain week from Monday to Friday.
    """

    years: Mapping[int, YearArrangement] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PublicityRule:
    """How long a publicity period is: `days` (1 or more) of `unit`; whether the day it begins on can be the first."""

    days: int
    unit: Unit
    first_day_counts: bool


def is_working_day(day: date, calendar: Calendar) -> bool | None:
    """Tell whether people work on the day; None where the calendar of its year is not known.

    A day that an arrangement names both as 放假 and as 上班 is a day off.
    """
    own = calendar.years.get(day.year)
    if own and day in own.holidays:
        return False
    if own and day in own.workdays:
        return True
    library = _library()
    if day.year in library.years:
        return day in library.workdays or (day.weekday() < _SATURDAY and day not in library.holidays)
    return day.weekday() < _SATURDAY if own else None


def publicity_until(start: date, rule: PublicityRule, calendar: Calendar) -> date | None:
    """Return the last day of the publicity period that begins on `start`; None where its years are not known.

    The last day is the one on which the count reaches the rule's days. A day that does not count (a day off where
    working days are counted, or the first day where it is not counted) is passed over. Calendar days are counted as
    they come: the end of such a period is not moved off a holiday.
    """
    missing = rule.days
    for day in _days(start, date.max):
        counts = _counts(day, start, rule, calendar)
        if counts is None:
            return None
        missing -= counts
        if missing <= 0:
            return day
    return None


def count_days(first: date, last: date, rule: PublicityRule, calendar: Calendar) -> int | None:
    """Return how many days of the rule's unit a period from `first` to `last` has; None where its years are not known.

    The rule's own number of days plays no part; a period that ends before it begins has none.
    """
    if rule.unit is Unit.CALENDAR_DAYS:
        return max(0, (last - first).days + rule.first_day_counts)
    total = 0
    for day in _days(first, last):
        counts = _counts(day, first, rule, calendar)
        if counts is None:
            return None
        total += counts
    return total


@lru_cache(maxsize=4096)
def term_until(start: date, months: int) -> date:
    """Return the last day of a term of `months` (1 or more) that begins on `start`: the day before the anniversary.

    Where the last month has no such day, its last day is the last of the term (Civil Code, article 202: 没有对应日的，
    月末日为期间的最后一日), so 31 January and one month give 28 or 29 February.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    try:
        anniversary = date(year, month + 1, start.day)
    except ValueError:
        anniversary = date(year, month + 2, 1)  # only February and months of 30 days lack a day: never December
    return anniversary - _DAY


def _counts(day: date, start: date, rule: PublicityRule, calendar: Calendar) -> bool | None:
    if day == start and not rule.first_day_counts:
        return False
    return True if rule.unit is Unit.CALENDAR_DAYS else is_working_day(day, calendar)


def _days(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


@dataclass(frozen=True, slots=True)
class _Library:
    years: frozenset[int]
    holidays: frozenset[date]
    workdays: frozenset[date]


@cache
def _library() -> _Library:
    """Return the library's tables, read at the first question: many commands never ask one."""
    from chinese_calendar import constants  # noqa: PLC0415  # 14 ms to import

    found = Counter(day.year for day in constants.holidays)
    years = frozenset(year for year, holidays in found.items() if holidays >= _HOLIDAYS_OF_A_FULL_YEAR)
    return _Library(years, frozenset(constants.holidays), frozenset(constants.workdays))
