"""What the desk must do, and by when.

In: a programme with its candidates' standings, the calendar, the day. Out: what is due, and the rounds that run.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from pipeline import terms
from pipeline.model import Programme, Submission
from pipeline.stages import Stage, Standing
from pipeline.working_days import Calendar, count_days, publicity_until, term_until

SOON = timedelta(days=60)
_DAY = timedelta(days=1)
_MONTHS = 12

Stood = tuple[Submission, Standing]


class Task(StrEnum):
    """What is due, beside the end of a term; the value is the word that staff read."""

    DEADLINE = "报送截止"
    DECISION = "公示期满待认定"
    OBJECTION = "异议待处理"
    EVALUATION = "年度评估"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due: its day (past: overdue), the word for it, and whose it is (None: the programme's)."""

    on: date
    task: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """A round in publicity. `left`: days of the rule's unit after today, today not counted; None: year unknown.

    `otherwise`: the last day if the first day were counted the other way, for information.
    """

    on: date
    until: date
    left: int | None
    unit: str
    otherwise: date | None
    first_day_counts: bool


def due(programme: Programme, stood: Iterable[Stood], as_of: date) -> tuple[Due, ...]:
    """Return what is due on the day or within 60 days, and what is overdue, by day."""
    found: list[Due] = []
    if programme.deadline and _is_near(programme.deadline, as_of):
        found.append(Due(programme.deadline, Task.DEADLINE))
    for submission, standing in stood:
        found += _of_candidate(programme, submission.id, standing, as_of)
    return tuple(sorted(found, key=lambda each: (each.on, each.task, each.id or "")))


def _is_near(day: date, as_of: date) -> bool:
    return as_of <= day <= as_of + SOON


def _of_candidate(programme: Programme, name: str, standing: Standing, as_of: date) -> Iterator[Due]:
    if standing.stage is Stage.PUBLICITY_OVER and standing.publicity_until:
        yield Due(standing.publicity_until + _DAY, Task.DECISION, name)
    yield from (Due(each.on, Task.OBJECTION, name) for each in standing.objections if each.settled_on is None)
    if standing.stage is Stage.IN_OFFICE:
        yield from (Due(day, Task.EVALUATION, name) for day in evaluations_due(standing, as_of + SOON))
        if standing.term_until and _is_near(standing.term_until, as_of):
            yield Due(standing.term_until, terms.of_programme(programme).term_over, name)


def evaluations_due(standing: Standing, until: date) -> tuple[date, ...]:
    """Return the anniversaries of 认定 up to `until`, within the term, whose year has no 年度评估.

    The last year of a term is due on the day after it. An evaluation is of the first year that had begun by then and
    was not evaluated yet, so a late one is of the year before, and two within one year do not stand for two.
    """
    if standing.certified_on is None:
        return ()
    end = min(until, standing.term_until + _DAY if standing.term_until and standing.term_until < date.max else until)
    open_years: list[tuple[date, date]] = []
    start, number = standing.certified_on, 1
    while (anniversary := term_until(standing.certified_on, _MONTHS * number) + _DAY) <= end:
        open_years.append((start, anniversary))
        start, number = anniversary, number + 1
    for evaluation in standing.evaluations:
        meant = next((year for year in open_years if year[0] <= evaluation.on), None)
        if meant:
            open_years.remove(meant)
    return tuple(anniversary for _, anniversary in open_years)


def running(programme: Programme, stood: Iterable[Stood], calendar: Calendar, as_of: date) -> tuple[Running, ...]:
    """Return the rounds that run on the day; a period that was opened anew (重新公示) counts as one of its own."""
    periods = {
        (standing.publicity_from, standing.publicity_until)
        for _, standing in stood
        if standing.stage is Stage.IN_PUBLICITY and standing.publicity_from and standing.publicity_until
    }
    return tuple(_running(programme, on, until, calendar, as_of) for on, until in sorted(periods))


def _running(programme: Programme, on: date, until: date, calendar: Calendar, as_of: date) -> Running:
    rule = programme.publicity
    every = replace(rule, first_day_counts=True)
    other = replace(rule, first_day_counts=not rule.first_day_counts)
    return Running(
        on=on,
        until=until,
        left=count_days(as_of + _DAY, until, every, calendar),
        unit=rule.unit.value,
        otherwise=publicity_until(on, other, calendar),
        first_day_counts=rule.first_day_counts,
    )
