"""Rules over dates: against the calendar, the programme's deadline, the site's day, and the other candidates.

In: a programme or a submission, the calendar, the day. Out: findings.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.model import Programme, Submission
from pipeline.stages import Event, EventKind, Opinion
from pipeline.working_days import Calendar, Unit, count_days, is_working_day, publicity_until, term_until

_EARLIEST = date(2000, 1, 1)
_LONGEST_PERIOD = timedelta(days=366)


def received_by_the_deadline(programme: Programme, submission: Submission) -> Iterator[Diagnostic]:
    """The first 收到 must not be later than 截止, that day included; later is an error only under 逾期: 拒收."""
    received = [each for each in submission.events if each.kind is EventKind.RECEIVED]
    if programme.deadline is None or not received:
        return
    first = min(received, key=lambda each: each.on)
    if first.on > programme.deadline:
        code = "E357" if programme.refuse_late else "E356"
        yield finding(code, _at(submission, first, "日期"), on=first.on, deadline=programme.deadline)


def not_later_than_today(submission: Submission, as_of: date) -> Iterator[Diagnostic]:
    """An event or opinion should not be dated after the site's day, nor before 2000."""
    for event in submission.events:
        if event.on > as_of:
            where = _at(submission, event, "日期")
            yield finding("E350", where, label=event.kind.value, on=event.on, today=as_of)
        if event.on < _EARLIEST or _is_too_long(event):
            yield finding("E351", _at(submission, event, "日期"), label=event.kind.value, on=event.on)
    for opinion in submission.opinions:
        yield from _opinion_is_plausible(submission, opinion, as_of)


def _is_too_long(event: Event) -> bool:
    return event.publicity_until is not None and event.publicity_until - event.on > _LONGEST_PERIOD


def _opinion_is_plausible(submission: Submission, opinion: Opinion, as_of: date) -> Iterator[Diagnostic]:
    if opinion.on is None:
        return
    where = submission.at(opinion.field, "日期")
    if opinion.on > as_of:
        yield finding("E350", where, label=opinion.field, on=opinion.on, today=as_of)
    if opinion.on < _EARLIEST:
        yield finding("E351", where, label=opinion.field, on=opinion.on)


def publicity_fits_the_calendar(
    programme: Programme, submission: Submission, calendar: Calendar
) -> Iterator[Diagnostic]:
    """A publicity period should begin and end on a working day and have the days that the programme says.

    The end is written down and stays; a year that the calendar does not know can only be checked by hand.
    """
    for event in submission.events:
        until = event.publicity_until
        if until is None or until < event.on or _is_too_long(event):
            continue
        wrong = tuple(_has_the_days(programme, submission, event, calendar))
        if not wrong and programme.publicity.unit is Unit.WORKING_DAYS:
            wrong = tuple(_ends_on_working_days(submission, event, calendar))
        yield from wrong


def _ends_on_working_days(submission: Submission, event: Event, calendar: Calendar) -> Iterator[Diagnostic]:
    until = event.publicity_until or event.on
    unknown = next((day for day in (event.on, until) if is_working_day(day, calendar) is None), None)
    if unknown is not None:
        yield finding("E355", _at(submission, event, "公示至"), year=unknown.year)
        return
    if not is_working_day(event.on, calendar):
        yield finding("E353", _at(submission, event, "日期"), on=event.on)
    if not is_working_day(until, calendar):
        yield finding("E352", _at(submission, event, "公示至"), until=until)


def _has_the_days(
    programme: Programme, submission: Submission, event: Event, calendar: Calendar
) -> Iterator[Diagnostic]:
    rule, until = programme.publicity, event.publicity_until or event.on
    count = count_days(event.on, until, rule, calendar)
    expected = publicity_until(event.on, rule, calendar)
    if count is not None and expected is not None and count != rule.days:
        yield finding(
            "E354",
            _at(submission, event, "公示至"),
            on=event.on,
            until=until,
            count=count,
            days=rule.days,
            unit=rule.unit.value,
            expected=expected,
        )


def term_fits_the_programme(programme: Programme, submission: Submission) -> Iterator[Diagnostic]:
    """任期至 should be the last day of the programme's term, the day before its anniversary (notice, 四（三）)."""
    for event in submission.events:
        if event.kind is not EventKind.CERTIFIED or event.term_until is None or programme.term_months is None:
            continue
        expected = term_until(event.on, programme.term_months)
        if event.term_until != expected:
            where = _at(submission, event, "任期至")
            yield finding("E360", where, until=event.term_until, months=programme.term_months, expected=expected)


def round_shares_its_end(programme: Programme) -> Iterator[Diagnostic]:
    """All 拟认定 of one day are one round and must share one 公示至."""
    rounds: dict[date, list[tuple[Submission, Event, date]]] = {}
    for submission, event in _all(programme, EventKind.PROPOSED):
        if event.publicity_until is not None:
            rounds.setdefault(event.on, []).append((submission, event, event.publicity_until))
    for of_day in rounds.values():
        usual = _usual(until for _, _, until in of_day)
        for submission, event, until in of_day:
            if until != usual:
                yield finding("E358", _at(submission, event, "公示至"), on=event.on, until=until, other=usual)


def document_number_has_one_day(programme: Programme) -> Iterator[Diagnostic]:
    """All 认定 under one 文号 must share one day: they are one certification notice."""
    notices: dict[str, list[tuple[Submission, Event]]] = {}
    for submission, event in _all(programme, EventKind.CERTIFIED):
        if event.document_number is not None:
            notices.setdefault(event.document_number, []).append((submission, event))
    for of_number in notices.values():
        usual = _usual(event.on for _, event in of_number)
        for submission, event in of_number:
            if event.on != usual:
                yield finding("E359", _at(submission, event, "文号"), on=event.on, other=usual)


def certificate_number_is_used_once(programme: Programme) -> Iterator[Diagnostic]:
    """A certificate's number must be given once and follow the programme's pattern."""
    first: dict[str, Submission] = {}
    for submission, event in _all(programme, EventKind.CERTIFIED):
        number = event.certificate_number
        if number is None:
            if programme.certificate_pattern:
                yield finding("R433", _at(submission, event, "事项"))
            continue
        other = first.setdefault(number, submission)
        if other is not submission:
            yield finding("R434", _at(submission, event, "证书编号"), other=other.document.path)
        if programme.certificate_pattern and not _follows(number, programme, submission, event.on):
            yield finding("R435", _at(submission, event, "证书编号"), pattern=programme.certificate_pattern)


def _follows(number: str, programme: Programme, submission: Submission, on: date) -> bool:
    """Tell whether the number is one that the pattern gives a candidate certified on that day."""
    code = str(submission.values.get(programme.roles.category or "", ""))
    known = {"年": str(on.year), "类别": re.escape(code)}
    expression = "".join(_part(part, known) for part in re.split(r"(\{[^{}]*\})", programme.certificate_pattern or ""))
    return re.fullmatch(expression, number) is not None


def _part(part: str, known: dict[str, str]) -> str:
    if not part.startswith("{"):
        return re.escape(part)
    name, _, width = part.strip("{}").partition(":")
    return known.get(name, f"[0-9]{{{int(width or 1)},}}")


def _usual(days: Iterable[date]) -> date:
    """Return the day that most have, the earliest on a tie: the others are the ones to look at."""
    counts = Counter(days)
    return min(counts, key=lambda day: (-counts[day], day))


def _all(programme: Programme, kind: EventKind) -> Iterator[tuple[Submission, Event]]:
    for submission in programme.submissions:
        for event in submission.events:
            if event.kind is kind:
                yield submission, event


def _at(submission: Submission, event: Event, key: str) -> Location:
    return submission.at("办理", event.index, key)
