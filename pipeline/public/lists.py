"""The rounds and the roster of one programme, line by line.

In: the openings of the programme's candidates. Out: PublicRound and Holder lines. Copies only what an opening names.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from pipeline import memory
from pipeline.model import AfterPeriod, Programme
from pipeline.public.changed import latest
from pipeline.public.decisions import Outcome, Period, Record
from pipeline.public.editions import editions
from pipeline.public.honours import honours
from pipeline.public.opening import Listing, Opening
from pipeline.public.ordering import Sort
from pipeline.public.types import Holder, PublicRound, RoundEntry
from pipeline.public.views import LEFT
from pipeline.stages import EventKind, Stage
from pipeline.terms import Terms
from pipeline.working_days import Calendar, count_days

AGAIN = "已再次认定"
_ROSTER_GROUPS = {Stage.IN_OFFICE: 0, Stage.TERM_OVER: 1}
_FORMER = 3
_DAY = timedelta(days=1)

KeyOf = Callable[[Opening], str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the lists of a programme are drawn by."""

    programme: Programme
    sort: Sort
    calendar: Calendar
    as_of: date
    terms: Terms

    def known(self, step: str) -> "memory.Known[Any]":
        """Return what the step made in the last build of lines whose candidates are opened as they were then."""
        return memory.known(
            f"{step} of {self.programme.slug}", (replace(self.programme, submissions=()), self.calendar, self.as_of)
        )


def rounds(setting: Setting, openings: tuple[Opening, ...], notice_of: KeyOf) -> tuple[PublicRound, ...]:
    """Return the programme's rounds by day: all 拟认定 of one day are one round.

    A line has the place that its name had when it was published, so that no number ever moves. `notice_of` returns the
    key of the notice by which a candidate was certified.
    """
    by_day: dict[date, list[Opening]] = {}
    for each in openings:
        if each.standing.proposed_on:
            by_day.setdefault(each.standing.proposed_on, []).append(each)
    return tuple(_round(setting, day, by_day[day], notice_of) for day in sorted(by_day))


def _round(setting: Setting, on: date, of_day: list[Opening], notice_of: KeyOf) -> PublicRound:
    programme = setting.programme
    rule = programme.publicity
    of_day.sort(key=lambda each: setting.sort(each.submission, on))
    period = _period(setting, on, max(_first_end(each) or on for each in of_day))
    objections = [objection for each in of_day for objection in each.standing.objections]
    certified = sorted({notice_of(each) for each in of_day if each.standing.certified_on})
    amended = editions(programme, enumerate(of_day, 1), Listing.ROUND)
    changes = (each.changed[Listing.ROUND] for each in of_day)
    return PublicRound(
        on=on,
        until=period.until,
        # Counted from the written dates, for that is what the page says.
        days=count_days(on, period.until, rule, setting.calendar) or rule.days,
        unit=rule.unit.value,
        first_day_counts=rule.first_day_counts,
        running=period.running,
        left=period.left,
        entries=tuple(_round_entries(setting, on, of_day)),
        names_hidden=period.until < setting.as_of and programme.after_period is not AfterPeriod.KEEP,
        objections_received=len(objections),
        objections_settled=sum(each.settled_on is not None for each in objections),
        outcome=_outcome(of_day),
        editions=amended,
        certifications=tuple(certified),
        changed_on=latest(changes, amended),
    )


def _first_end(opening: Opening) -> date | None:
    """Return the end of the round's own period: that of 重新公示 is the candidate's alone."""
    for each in opening.submission.events:
        if each.kind is EventKind.PROPOSED and each.publicity_until and each.on == opening.standing.proposed_on:
            return each.publicity_until
    return None


def _period(setting: Setting, on: date, until: date) -> Period:
    running = on <= setting.as_of <= until
    every = replace(setting.programme.publicity, first_day_counts=True)
    left = count_days(setting.as_of + _DAY, until, every, setting.calendar) if running else None
    return Period(on, until, running, left)


def _outcome(of_day: list[Opening]) -> Outcome:
    stages = Counter(each.standing.stage for each in of_day)
    certified = sum(each.standing.certified_on is not None for each in of_day)
    refused, withdrawn = stages[Stage.NOT_CERTIFIED], stages[Stage.WITHDRAWN]
    return Outcome(certified, refused, withdrawn, len(of_day) - certified - refused - withdrawn)


def _round_entries(setting: Setting, on: date, of_day: list[Opening]) -> Iterator[RoundEntry]:
    known = setting.known(f"round {on}")
    entry = partial(_round_entry, setting, on)
    return (known.of(each, entry, number) for number, each in enumerate(of_day, 1))


def _round_entry(setting: Setting, on: date, opening: Opening, number: int) -> RoundEntry:
    standing, note = opening.standing, opening.views.round_note
    anew = standing.publicity_from if standing.publicity_from != on else None
    return RoundEntry(
        number=number,
        category=opening.categories[Listing.ROUND],
        cells=opening.cells[Listing.ROUND],
        note=note,
        again=_period(setting, anew, standing.publicity_until or anew) if anew and not note else None,
        mark=opening.mark,
    )


def holders(
    setting: Setting, openings: tuple[Opening, ...], again: Callable[[Opening], Record | None]
) -> Iterator[Holder]:
    """Yield the roster: in office, then expired, then certified again, then former; `again` finds the later record."""
    certified = [each for each in openings if each.views.roster_fields is not None]
    later = {id(each): again(each) for each in certified}

    def place(each: Opening) -> tuple[object, ...]:
        group = _ROSTER_GROUPS.get(each.standing.stage, _FORMER) if later[id(each)] is None else _FORMER - 1
        return (group, setting.sort(each.submission, setting.as_of))

    known = setting.known("holders")
    holder = partial(_holder, setting)
    for number, each in enumerate(sorted(certified, key=place), 1):
        yield known.of(each, holder, number, later[id(each)])


def _holder(setting: Setting, opening: Opening, number: int, again: Record | None) -> Holder:
    standing = opening.standing
    certified = standing.certified_on or setting.as_of
    own = setting.terms
    return Holder(
        number=number,
        category=opening.categories[Listing.ROSTER],
        cells=opening.cells[Listing.ROSTER],
        standing=own.say(AGAIN if again else LEFT.get(standing.stage) or own.of_stage(standing.stage)),
        since=again.certified_on if again else standing.since or certified,
        certified_on=certified,
        term_until=standing.term_until,
        certificate_number=standing.certificate_number or "",
        in_office=standing.stage is Stage.IN_OFFICE and again is None,
        honours=tuple(each for each, _ in honours(setting.programme, opening)),
        again=again,
        changed_on=latest((opening.changed[Listing.ROSTER], again.certified_on if again else None)),
        mark=opening.mark,
    )
