"""What is wrong with a publicity period: the period of a round is reckoned once and not once a candidate.

In: the programme's rule, the calendar, two days. Out: codes, the key of the event that they are about, their words.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.working_days import Calendar, PublicityRule, Unit, count_days, is_working_day, publicity_until

_LONGEST = timedelta(days=366)


class Wrong(NamedTuple):
    """One thing that is wrong."""

    code: str
    key: str
    params: Mapping[str, object]


class Periods:
    """The periods of one programme, by their days."""

    def __init__(self, rule: PublicityRule, calendar: Calendar) -> None:
        self._rule = rule
        self._calendar = calendar
        self._known: dict[tuple[date, date], tuple[Wrong, ...]] = {}

    def wrong(self, on: date, until: date) -> tuple[Wrong, ...]:
        """Return what is wrong; a period that ends before it begins, or too late to be true, is judged elsewhere."""
        days = (on, until)
        if days not in self._known:
            plausible = on <= until and not is_too_long(on, until)
            self._known[days] = tuple(self._judge(on, until)) if plausible else ()
        return self._known[days]

    def _judge(self, on: date, until: date) -> tuple[Wrong, ...]:
        wrong = tuple(self._has_the_days(on, until))
        if not wrong and self._rule.unit is Unit.WORKING_DAYS:
            wrong = tuple(self._ends_on_working_days(on, until))
        return wrong

    def _ends_on_working_days(self, on: date, until: date) -> Iterator[Wrong]:
        unknown = next((day for day in (on, until) if is_working_day(day, self._calendar) is None), None)
        if unknown is not None:
            yield Wrong("E355", "公示至", {"year": unknown.year})
            return
        if not is_working_day(on, self._calendar):
            yield Wrong("E353", "日期", {"on": on})
        if not is_working_day(until, self._calendar):
            yield Wrong("E352", "公示至", {"until": until})

    def _has_the_days(self, on: date, until: date) -> Iterator[Wrong]:
        rule = self._rule
        count = count_days(on, until, rule, self._calendar)
        expected = publicity_until(on, rule, self._calendar)
        if count is not None and expected is not None and count != rule.days:
            words = {"on": on, "until": until, "count": count, "expected": expected}
            yield Wrong("E354", "公示至", {**words, "days": rule.days, "unit": rule.unit.value})


def is_too_long(on: date, until: date) -> bool:
    """Tell whether a period is longer than anybody means."""
    return until - on > _LONGEST
