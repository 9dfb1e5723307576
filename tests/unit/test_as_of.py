"""The site of a day depends on nothing that happened after it."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from pipeline import content, history, public
from pipeline.model import Site, Submission
from pipeline.public.types import PublicSite
from tests import models

ROOTS = {"longdu": Path(__file__).parents[2], "danwei": models.golden("danwei")}
DAYS = [date(2020, 11, 20) + timedelta(days=7 * week) for week in range(0, 130, 3)]
TURNS = [date(2020, 12, day) for day in (13, 14, 15, 16, 18, 19, 24, 25)] + [date(2021, 3, day) for day in range(1, 20)]


@cache
def site(name: str) -> Site:
    loaded, findings = content.load(ROOTS[name])
    assert findings == ()
    return loaded


def as_it_stood(submission: Submission, day: date) -> Submission:
    """Return the file as it was that evening: later events and opinions not yet written, later changes not yet made."""
    changed = {event.changed_field for event in submission.events if event.on > day and event.kind in history.EDITS}
    undone = {name: history.value_on(submission, str(name), day) for name in changed}
    values = {**submission.values, **undone}
    return replace(
        submission,
        values={name: value for name, value in values.items() if value is not None},
        events=tuple(event for event in submission.events if event.on <= day),
        opinions=tuple(
            each if each.on is None or each.on <= day else replace(each, agrees=None, on=None)
            for each in submission.opinions
        ),
    )


def seen(whole: Site, day: date) -> PublicSite:
    return public.project(whole, day)[0]


@pytest.mark.parametrize("name", ROOTS)
@pytest.mark.parametrize("day", [*DAYS, *TURNS], ids=str)
def test_a_day_shows_nothing_of_later_days(name: str, day: date) -> None:
    """The site of a day, drawn from today's files, is the one drawn from the files as they stood that day."""
    today = site(name)
    then = replace(
        today,
        programmes=tuple(
            replace(each, submissions=tuple(as_it_stood(one, day) for one in each.submissions))
            for each in today.programmes
        ),
    )
    assert seen(today, day) == seen(then, day)


@pytest.mark.parametrize("name", ROOTS)
def test_between_turning_days_nothing_changes(name: str) -> None:
    """A page changes only on a day that an event, an opinion, a period, a term, a deadline or the notice explains."""
    whole = site(name)
    turning = {day for each in whole.programmes for day in (each.deadline, each.notice.published_on) if day}
    turning |= {day + timedelta(days=1) for each in whole.programmes for day in (each.deadline,) if day}
    for programme in whole.programmes:
        for submission in programme.submissions:
            turning |= {each.on for each in submission.opinions if each.on}
            for event in submission.events:
                ends = (end for end in (event.publicity_until, event.term_until) if end)
                turning |= {event.on, *(end + timedelta(days=1) for end in ends)}
                running = (event.publicity_until - event.on).days if event.publicity_until else 0
                turning |= {event.on + timedelta(days=each) for each in range(running + 1)}  # the countdown
    days = sorted(turning)
    for first, following in zip(days, [*days[1:], date(2040, 1, 1)], strict=True):
        last = following - timedelta(days=1)
        assert replace(seen(whole, last), as_of=first) == seen(whole, first), first
