"""What can be found out of a candidate's file alone, so that a file that stands as before need not be studied again.

In: a programme, the calendar, the days. Out: for each candidate what the rules over one find, and what the wall opens
and withholds: plain, so that it can be kept, or found by another process. Must not know where it is kept, nor other
candidates.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache as once
from functools import partial
from typing import Any, NamedTuple

from pipeline import cache, content, rules
from pipeline.content.photos import KIND as PHOTO
from pipeline.diagnostics import Diagnostic, of_plain, plain
from pipeline.listing import own
from pipeline.model import Programme, Submission
from pipeline.rules.context import Context, look_up
from pipeline.working_days import Calendar

Plain = Mapping[str, Any]


class Days(NamedTuple):
    """The day that the site is of, and the one by which is told what is later than now."""

    shown: date
    now: date


def days(of_site: date | None, today: date, as_of: date | None) -> Days:
    """Return the days: the one asked for, else the site's 今日, else `today`.

    What is later than the day asked for is no slip where it is not later than now.
    """
    now = of_site or today
    shown = as_of or now
    return Days(shown, max(shown, now))


def question(
    today: date, as_of: date | None, programme: Programme, calendar: Calendar, of_site: date | None
) -> content.Question:
    """Return what is asked about each candidate of the programme, for `content.ask`."""
    told = days(of_site, today, as_of)
    context = look_up(programme, calendar, told.now)

    @once
    def opener() -> Callable[[Submission], Any]:
        from pipeline import public  # noqa: PLC0415  # slow to load, and where all stands as before nobody asks

        return public.opener(programme, told.shown)

    return content.Question(_key(programme, calendar, told), _fields(programme), partial(_answer, context, opener))


def findings(answers: Iterable[Plain]) -> Iterator[Diagnostic]:
    """Yield what the rules found."""
    return (of_plain(each) for answer in answers for each in answer["findings"])


def opened(answers: Mapping[str, Plain]) -> Mapping[str, Any]:
    """Return what is open of each candidate, for `public.project`, by the path of the file."""
    return {path: each["opened"] for path, each in answers.items() if "opened" in each}


def _answer(context: Context, opener: Callable[[], Callable[[Submission], Any]], submission: Submission) -> Plain:
    found = [plain(each) for each in rules.of_submission(context, submission)]
    opened = opener()
    try:
        return {"findings": found, "opened": opened(submission)}
    except Exception:  # what a rule stops need not be fit to be shown
        return {"findings": found}


def _key(programme: Programme, calendar: Calendar, told: Days) -> bytes:
    """Return what stands for all that is known besides a file and the form, empty where that cannot be told."""
    certification = programme.certification
    texts = (
        programme.slug,
        programme.document.text,
        programme.form.document.text,
        *(programme.notice.document.text, programme.notice.body),
        *((certification.document.text, certification.body) if certification else ()),
        repr(sorted((year, sorted(each.holidays), sorted(each.workdays)) for year, each in calendar.years.items())),
        repr(told),
    )
    try:
        return cache.key_of((), (b"study", own(), *(each.encode("utf-8", "surrogatepass") for each in texts)))
    except OSError:
        return b""


def _fields(programme: Programme) -> frozenset[str]:
    """Return the fields that the rules across candidates and the lists ask of all."""
    roles, shown = programme.roles, programme.shown
    lists = (*shown.publicity, *shown.roster, *shown.certificate, *shown.former)
    photos = (each.name for each in programme.form.fields if each.kind == PHOTO)
    named = (roles.name, roles.unit, roles.category, *roles.duplicates, *lists, *photos)
    return frozenset(each for each in named if each)
