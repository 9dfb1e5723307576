"""The rounds and the roster of one programme, line by line.

In: the openings of the programme's candidates. Out: PublicRound and Holder lines. Copies only what an opening names.
"""

from collections.abc import Callable, Iterator
from datetime import date

from pipeline.history import value_on
from pipeline.model import AfterPeriod, Programme, Submission
from pipeline.public.ordering import Key
from pipeline.public.types import Cell, Holder, PublicRound, RoundEntry
from pipeline.public.values import category_of, text_of
from pipeline.public.views import LEFT, Opening
from pipeline.stages import Stage
from pipeline.working_days import Calendar, count_days

Sort = Callable[[Submission], Key]
_ROSTER_GROUPS = {Stage.IN_OFFICE: 0, Stage.TERM_OVER: 1}


def rounds(
    programme: Programme, openings: tuple[Opening, ...], sort: Sort, calendar: Calendar, as_of: date
) -> tuple[PublicRound, ...]:
    """Return the programme's rounds by day: all 拟认定 of one day are one round.

    The number of days is counted from the written dates, for that is what the page says.
    """
    by_day: dict[date, list[Opening]] = {}
    for each in sorted(openings, key=lambda each: sort(each.submission)):
        if each.standing.proposed_on:
            by_day.setdefault(each.standing.proposed_on, []).append(each)
    return tuple(_round(programme, by_day[day], calendar, day, as_of) for day in sorted(by_day))


def _round(programme: Programme, of_day: list[Opening], calendar: Calendar, on: date, as_of: date) -> PublicRound:
    until = max((each.standing.publicity_until or on for each in of_day), default=on)
    over = until < as_of
    objections = [objection for each in of_day for objection in each.standing.objections]
    return PublicRound(
        on=on,
        until=until,
        days=count_days(on, until, programme.publicity, calendar) or programme.publicity.days,
        unit=programme.publicity.unit.value,
        first_day_counts=programme.publicity.first_day_counts,
        running=on <= as_of and not over,
        entries=tuple(_round_entries(programme, of_day, as_of)),
        names_hidden=over and programme.after_period is not AfterPeriod.KEEP,
        objections_received=len(objections),
        objections_settled=sum(each.settled_on is not None for each in objections),
    )


def _round_entries(programme: Programme, of_day: list[Opening], as_of: date) -> Iterator[RoundEntry]:
    for number, each in enumerate(of_day, 1):
        fields = each.round_fields or ()
        yield RoundEntry(
            number=number,
            category=_category_name(programme, each.submission) if fields else "",
            cells=cells(programme, each.submission, fields, as_of, each.standing.publicity_until),
            note=each.round_note,
        )


def roster(openings: tuple[Opening, ...], sort: Sort) -> Iterator[Opening]:
    """Yield the openings of the certified in the roster's order: in office, then expired, then former."""
    certified = [each for each in openings if each.roster_fields is not None]
    yield from sorted(certified, key=lambda each: (_ROSTER_GROUPS.get(each.standing.stage, 2), sort(each.submission)))


def holder(programme: Programme, number: int, opening: Opening, as_of: date) -> Holder:
    """Return the roster's line of one certified candidate."""
    standing = opening.standing
    fields = opening.roster_fields or ()
    return Holder(
        number=number,
        category=_category_name(programme, opening.submission) if fields else "",
        cells=cells(programme, opening.submission, fields, as_of),
        standing=LEFT.get(standing.stage, standing.stage.value),
        since=standing.since or standing.certified_on or as_of,
        certified_on=standing.certified_on or as_of,
        term_until=standing.term_until,
        certificate_number=standing.certificate_number or "",
        in_office=standing.stage is Stage.IN_OFFICE,
    )


def cells(
    programme: Programme, submission: Submission, fields: tuple[str, ...], as_of: date, settled: date | None = None
) -> tuple[Cell, ...]:
    """Return the cells of the named fields, as they were on the day; see `history.value_on` for `settled`."""
    return tuple(
        Cell(name, label(programme, name), text_of(value_on(submission, name, as_of, settled), name, programme))
        for name in fields
    )


def label(programme: Programme, name: str) -> str:
    """Return what people read above a field's column: its short name, as the form's file calls it."""
    return name if programme.form.field(name) else ""


def _category_name(programme: Programme, submission: Submission) -> str:
    category = category_of(submission, programme)
    return category.name if category else ""
