"""What an event says beyond what staff tell: counted from the programme's rules, never asked for.

In: the site, a programme, a candidate, a kind of event and its day. Out: details as texts by attribute of Event.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline import history
from pipeline.model import Programme, Site, Submission
from pipeline.rules.digests import digested_fields
from pipeline.staff.numbers import Serials
from pipeline.stages import EventKind, derive
from pipeline.working_days import publicity_until, term_until

Details = Iterator[tuple[str, str]]
_MATERIALS = {"纸质": "paper", "电子": "electronic"}


@dataclass(frozen=True, slots=True)
class Case:
    """One event to be: of whom, on which day, and what staff told of it."""

    site: Site
    programme: Programme
    submission: Submission
    kind: EventKind
    on: date
    told: Mapping[str, str]
    serials: Serials


def counted(case: Case) -> dict[str, str]:
    """Return the details that are counted; what staff told of the same is left to them."""
    return dict(_COUNTED[case.kind](case)) if case.kind in _COUNTED else {}


def _received(case: Case) -> Details:
    for material in case.programme.materials:
        if material.name in _MATERIALS:
            yield _MATERIALS[material.name], "是"
    yield _digest(case)


def _proposed(case: Case) -> Details:
    yield from _period(case)
    yield _digest(case)


def _certified(case: Case) -> Details:
    if case.programme.certificate_pattern and "certificate_number" not in case.told:
        yield "certificate_number", case.serials.next(case.submission)
    if end := case.programme.term_end(case.on):
        yield "term_until", end.isoformat()
    yield _digest(case)


def _renewed(case: Case) -> Details:
    """The new term begins when the old one ends, or on the day where that one is over."""
    if case.programme.term_months:
        old = derive(case.submission.events, case.submission.opinions, case.on).term_until
        start = max(case.on, old + timedelta(days=1)) if old else case.on
        yield "term_until", term_until(start, case.programme.term_months).isoformat()


def _changed(case: Case) -> Details:
    if case.told.get("republish") == "是":
        yield from _period(case)


def _period(case: Case) -> Details:
    """The round's last day: as the others of the day have it, else counted; nothing where a year is not known."""
    others = (
        event.publicity_until
        for each in case.programme.submissions
        for event in each.events
        if event.kind is case.kind is EventKind.PROPOSED and event.on == case.on
    )
    until = next((each for each in others if each), None)
    until = until or publicity_until(case.on, case.programme.publicity, case.site.calendar)
    if until:
        yield "publicity_until", until.isoformat()


def _digest(case: Case) -> tuple[str, str]:
    return "digest", history.digest(case.submission, digested_fields(case.programme, case.kind), case.on)


_COUNTED: Mapping[EventKind, Callable[[Case], Details]] = {
    EventKind.RECEIVED: _received,
    EventKind.PROPOSED: _proposed,
    EventKind.CERTIFIED: _certified,
    EventKind.RENEWED: _renewed,
    EventKind.CORRECTED: _changed,
    EventKind.CHANGED: _changed,
}
