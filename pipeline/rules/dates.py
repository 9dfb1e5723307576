"""Rules over dates: against the calendar, the programme's deadline, the site's day, and the other candidates.

In: a context and a submission, or a programme. Out: findings.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.model import Programme, Submission
from pipeline.rules.context import Context
from pipeline.rules.periods import is_too_long
from pipeline.stages import Event, EventKind

_EARLIEST = date(2000, 1, 1)


def received_by_the_deadline(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """The first 收到 must not be later than 截止, that day included; later is an error only under 逾期: 拒收."""
    deadline = context.programme.deadline
    received = [each for each in submission.events if each.kind is EventKind.RECEIVED]
    if deadline is None or not received:
        return
    first = min(received, key=lambda each: each.on)
    if first.on > deadline:
        code = "E357" if context.programme.refuse_late else "E356"
        yield finding(code, _at(submission, first, "日期"), on=first.on, deadline=deadline)


def not_later_than_today(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """An event or opinion should not be dated after the site's day, nor before 2000."""
    today = context.as_of
    for event in submission.events:
        if event.on > today:
            where = _at(submission, event, "日期")
            yield finding("E350", where, label=event.kind.value, on=event.on, today=today)
        until = event.publicity_until
        if event.on < _EARLIEST or (until is not None and is_too_long(event.on, until)):
            yield finding("E351", _at(submission, event, "日期"), label=event.kind.value, on=event.on)
    for opinion in submission.opinions:
        if opinion.on is not None and opinion.on > today:
            where = submission.at(opinion.field, "日期")
            yield finding("E350", where, label=opinion.field, on=opinion.on, today=today)
        if opinion.on is not None and opinion.on < _EARLIEST:
            yield finding("E351", submission.at(opinion.field, "日期"), label=opinion.field, on=opinion.on)


def publicity_fits_the_calendar(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """A publicity period should begin and end on a working day and have the days that the programme says.

    The end is written down and stays; a year that the calendar does not know can only be checked by hand.
    """
    for event in submission.events:
        if event.publicity_until is not None:
            for code, key, params in context.periods.wrong(event.on, event.publicity_until):
                yield finding(code, _at(submission, event, key), **params)


def term_fits_the_programme(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """任期至 should be the last day of the programme's term, the day before its anniversary (notice, 四（三）)."""
    for event in submission.events:
        if event.kind is not EventKind.CERTIFIED or event.term_until is None:
            continue
        expected = context.programme.term_end(event.on)
        if expected not in (None, event.term_until):
            yield finding("E360", _at(submission, event, "任期至"), until=event.term_until, expected=expected)


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
    expressions: dict[tuple[int, str], re.Pattern[str]] = {}
    for submission, event in _all(programme, EventKind.CERTIFIED):
        number = event.certificate_number
        if number is None:
            if programme.certificate_pattern:
                yield finding("R433", _at(submission, event, "事项"))
            continue
        other = first.setdefault(number, submission)
        if other is not submission:
            yield finding("R434", _at(submission, event, "证书编号"), other=other.document.path)
        if programme.certificate_pattern:
            given = (event.on.year, str(submission.values.get(programme.roles.category or "", "")))
            if given not in expressions:
                expressions[given] = _expression(programme.certificate_pattern, *given)
            if expressions[given].fullmatch(number) is None:
                yield finding("R435", _at(submission, event, "证书编号"), pattern=programme.certificate_pattern)


def _expression(pattern: str, year: int, code: str) -> re.Pattern[str]:
    """Return what matches the numbers that the pattern gives a candidate of the category certified in the year."""
    known = {"年": str(year), "类别": re.escape(code)}
    return re.compile("".join(_part(part, known) for part in re.split(r"(\{[^{}]*\})", pattern)))


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
