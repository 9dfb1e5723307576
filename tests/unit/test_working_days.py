"""Publicity arithmetic on the Chinese calendar: real years, unknown years, and what must hold for all."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from chinese_calendar import constants
from hypothesis import given
from hypothesis import strategies as st

from pipeline import working_days
from pipeline.working_days import (
    Calendar,
    PublicityRule,
    Unit,
    YearArrangement,
    count_days,
    is_working_day,
    publicity_until,
    term_until,
)

FIVE = PublicityRule(5, Unit.WORKING_DAYS, first_day_counts=True)
FIVE_FROM_THE_NEXT = PublicityRule(5, Unit.WORKING_DAYS, first_day_counts=False)
SEVEN_DAYS = PublicityRule(7, Unit.CALENDAR_DAYS, first_day_counts=True)
LIBRARY = Calendar()


def day(text: str) -> date:
    """Return the day written as year-month-day."""
    return date.fromisoformat(text)


def arranged(year: int, holidays: tuple[str, ...] = (), workdays: tuple[str, ...] = ()) -> Calendar:
    """Return a calendar with one year's own arrangement."""
    return Calendar({year: YearArrangement(frozenset(map(day, holidays)), frozenset(map(day, workdays)))})


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2020-12-14", "2020-12-18"),  # a plain week
        ("2020-12-16", "2020-12-22"),  # over a weekend
        ("2020-01-17", "2020-01-22"),  # Sunday 19 January is worked
        ("2020-01-22", "2020-02-05"),  # Spring Festival, extended to 2 February
        ("2020-09-25", "2020-09-30"),  # Sunday 27 September is worked
        ("2020-09-29", "2020-10-12"),  # National Day, Saturday 10 October is worked
        ("2021-02-08", "2021-02-19"),  # Spring Festival
        ("2021-02-18", "2021-02-23"),  # Saturday 20 February is worked
        ("2021-09-17", "2021-09-24"),  # Mid-Autumn, Saturday 18 September is worked
        ("2021-09-24", "2021-09-29"),  # Sunday 26 September is worked
        ("2021-09-30", "2021-10-12"),  # National Day, Saturday 9 October is worked
        ("2023-01-19", "2023-01-30"),  # Spring Festival, 28 and 29 January are a worked weekend
        ("2023-09-28", "2023-10-10"),  # Mid-Autumn and National Day, 7 and 8 October are a worked weekend
        ("2024-02-08", "2024-02-20"),  # Spring Festival, its eve and Sunday 18 February are worked
        ("2024-09-30", "2024-10-11"),  # National Day
        ("2025-01-24", "2025-02-06"),  # Spring Festival, Sunday 26 January is worked
        ("2025-09-26", "2025-10-09"),  # National Day and Mid-Autumn, Sunday 28 September is worked
        ("2019-12-30", "2020-01-06"),  # over the end of a year
        ("2020-12-19", "2020-12-25"),  # a Saturday cannot be the first day
        ("2020-10-01", "2020-10-14"),  # nor can a holiday
        ("2026-12-25", "2026-12-31"),  # the last day that the library knows
    ],
)
def test_five_working_days(start: str, expected: str) -> None:
    """Five working days with the first one end where the official arrangement of the year puts it."""
    assert day(expected) == publicity_until(day(start), FIVE, LIBRARY)


@pytest.mark.parametrize(
    ("start", "expected"),
    [("2020-12-14", "2020-12-21"), ("2021-02-10", "2021-02-23"), ("2020-12-19", "2020-12-25")],
)
def test_first_day_not_counted(start: str, expected: str) -> None:
    """Where the first day does not count, the next working day is the first that does."""
    assert day(expected) == publicity_until(day(start), FIVE_FROM_THE_NEXT, LIBRARY)


def test_calendar_days_pass_over_nothing() -> None:
    """Calendar days are counted as they come, holidays too, even in years that nobody knows."""
    from_the_next = PublicityRule(7, Unit.CALENDAR_DAYS, first_day_counts=False)
    ends = [
        publicity_until(day("2020-09-28"), SEVEN_DAYS, LIBRARY),
        publicity_until(day("2020-09-28"), from_the_next, LIBRARY),
        publicity_until(day("2026-12-28"), SEVEN_DAYS, LIBRARY),
    ]
    assert [day("2020-10-04"), day("2020-10-05"), day("2027-01-03")] == ends


@pytest.mark.parametrize("start", ["2026-12-28", "2027-03-01", "2003-12-31", "1999-06-01"])
def test_unknown_year_has_no_answer(start: str) -> None:
    """A period that touches a year without a known calendar has no end and no count."""
    first = day(start)
    last = first + timedelta(days=6)
    assert (publicity_until(first, FIVE, LIBRARY), count_days(first, last, FIVE, LIBRARY)) == (None, None)


def test_end_of_time_has_no_answer() -> None:
    """A period that would run past the last day there is has no end."""
    assert publicity_until(day("9999-12-30"), SEVEN_DAYS, LIBRARY) is None


def test_content_supplies_an_unknown_year() -> None:
    """A year that the library does not know counts as the content arranges it, other days as a plain week."""
    calendar = arranged(2027, holidays=("2027-01-01",), workdays=("2027-01-03",))
    assert day("2027-01-03") == publicity_until(day("2026-12-28"), FIVE, calendar)
    assert tuple(
        is_working_day(day(text), calendar) for text in ("2027-01-01", "2027-01-03", "2027-01-09", "2027-01-11")
    ) == (False, True, False, True)


def test_content_wins_over_the_library() -> None:
    """What the content says of a day holds; the other days of that year stay as the library has them."""
    calendar = arranged(2020, holidays=("2020-12-16",), workdays=("2020-12-19", "2020-10-01"))
    assert day("2020-12-19") == publicity_until(day("2020-12-14"), FIVE, calendar)
    assert (is_working_day(day("2020-10-01"), calendar), is_working_day(day("2020-10-02"), calendar)) == (True, False)


def test_day_named_twice_is_off() -> None:
    """A day that an arrangement names as off and as worked is off."""
    calendar = arranged(2020, holidays=("2020-12-16",), workdays=("2020-12-16",))
    assert is_working_day(day("2020-12-16"), calendar) is False


@pytest.fixture
def _fresh_library() -> Iterator[None]:
    working_days._library.cache_clear()
    yield
    working_days._library.cache_clear()


@pytest.mark.usefixtures("_fresh_library")
def test_half_known_year_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A year of which the library has fewer than seven holidays is not known."""
    known = {date(2027, 10, number): "National Day" for number in range(1, 8)}
    half_known = {date(2028, 10, number): "National Day" for number in range(1, 7)}
    monkeypatch.setattr(constants, "holidays", known | half_known)
    assert (is_working_day(date(2027, 11, 1), LIBRARY), is_working_day(date(2028, 11, 1), LIBRARY)) == (True, None)


@pytest.mark.parametrize(
    ("first", "last", "rule", "expected"),
    [
        ("2020-12-14", "2020-12-18", FIVE, 5),
        ("2020-12-14", "2020-12-19", FIVE, 5),
        ("2020-09-28", "2020-10-08", FIVE, 3),
        ("2020-12-14", "2020-12-18", FIVE_FROM_THE_NEXT, 4),
        ("2020-12-14", "2020-12-20", SEVEN_DAYS, 7),
        ("2020-12-14", "2020-12-11", FIVE, 0),
        ("2020-12-14", "2020-12-11", SEVEN_DAYS, 0),
    ],
)
def test_count_days(first: str, last: str, rule: PublicityRule, expected: int) -> None:
    """A period written down has so many days of the rule's unit."""
    assert expected == count_days(day(first), day(last), rule, LIBRARY)


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2020-12-25", 24, "2022-12-24"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2020-02-29", 48, "2024-02-28"),
        ("2023-03-01", 12, "2024-02-29"),
        ("2021-01-31", 1, "2021-02-28"),
        ("2024-01-30", 1, "2024-02-29"),
        ("2021-01-29", 1, "2021-02-28"),
        ("2021-01-28", 1, "2021-02-27"),
        ("2021-08-31", 1, "2021-09-30"),
        ("2021-11-30", 1, "2021-12-29"),
        ("2021-01-01", 12, "2021-12-31"),
        ("2021-12-01", 1, "2021-12-31"),
        ("9999-06-01", 12, "9999-12-31"),
    ],
)
def test_term_until(start: str, months: int, expected: str) -> None:
    """A term ends on the day before the anniversary, or on the last day of a month that has no such day."""
    assert day(expected) == term_until(day(start), months)


def test_library_is_read_late() -> None:
    """Importing the room does not import the calendar library, which no command but a few needs."""
    program = "import sys, pipeline.working_days; print('chinese_calendar' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"


starts = st.dates(date(2004, 1, 1), date(2026, 9, 1))
rules = st.builds(PublicityRule, st.integers(1, 20), st.sampled_from(Unit), st.booleans())


@given(start=starts, rule=rules)
def test_end_and_count_are_inverse(start: date, rule: PublicityRule) -> None:
    """A period's end has the rule's number of days, and the day before it does not."""
    until = publicity_until(start, rule, LIBRARY)
    assert until is not None
    assert rule.days == count_days(start, until, rule, LIBRARY)
    assert rule.days > (count_days(start, until - timedelta(days=1), rule, LIBRARY) or 0)


@given(start=starts, rule=rules, offset=st.integers(0, 30))
def test_added_holiday_never_shortens(start: date, rule: PublicityRule, offset: int) -> None:
    """A further day off moves the end of a period later or not at all."""
    off = start + timedelta(days=offset)
    without = publicity_until(start, rule, LIBRARY)
    with_it = publicity_until(start, rule, arranged(off.year, holidays=(off.isoformat(),)))
    assert without is not None
    assert with_it is not None
    assert without <= with_it


@given(start=st.dates(date(2000, 1, 1), date(2100, 1, 1)), months=st.integers(1, 120))
def test_later_start_never_ends_earlier(start: date, months: int) -> None:
    """A term that begins a day later ends no earlier, and one of a month more ends later."""
    until = term_until(start, months)
    assert until <= term_until(start + timedelta(days=1), months)
    assert until < term_until(start, months + 1)
