"""What can be found out of a candidate's file alone, so that a file that stands as before need not be studied again.

In: a programme, the calendar, the days. Out: for each candidate what the rules over one find, and what the wall opens
and withholds: plain, so that it can be kept, or found by another process. Must not know where it is kept, nor other
candidates.
"""

import json
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from datetime import date
from functools import cache as once
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pipeline import cache, content, rules
from pipeline.content.photos import KIND as PHOTO
from pipeline.diagnostics import Diagnostic, of_plain, plain
from pipeline.listing import own
from pipeline.model import Programme, Submission
from pipeline.rules.context import Context, look_up
from pipeline.working_days import Calendar

if TYPE_CHECKING:
    from pipeline import public

# No part of an answer holds it: they are JSON, and texts that are parted by what no value holds.
_PARTING = b"\x1e"
_NOTHING = b"[]"


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
    of = days(of_site, today, as_of)
    context = look_up(programme, calendar, of.now)

    @once
    def opener() -> "Callable[[Submission], public.Told]":
        from pipeline import public  # noqa: PLC0415  # slow to load, and where all stands as before nobody asks

        return public.opener(programme, of.shown)

    return content.Question(_key(programme, calendar, of), _fields(programme), partial(_answer, context, opener))


def findings(answers: Iterable[bytes]) -> Iterator[Diagnostic]:
    """Yield what the rules found."""
    found = (answer.partition(_PARTING)[0] for answer in answers)
    return (of_plain(each) for said in found if said != _NOTHING for each in json.loads(said))


def told(answers: MutableMapping[str, bytes], path: str) -> "public.Told | None":
    """Return what is open of the candidate whose file is at `path`, for `public.project`; None where nobody knows.

    It is asked for once, and an answer is let go then: of all candidates they are much.
    """
    from pipeline.public import Told  # noqa: PLC0415

    parts = answers.pop(path, b"").split(_PARTING)[1:]
    return Told(*parts) if parts else None


def _answer(
    context: Context, opener: "Callable[[], Callable[[Submission], public.Told]]", submission: Submission
) -> bytes:
    found = json.dumps([plain(each) for each in rules.of_submission(context, submission)]).encode()
    opened = opener()
    try:
        return _PARTING.join((found, *opened(submission)))
    except Exception:  # what a rule stops need not be fit to be shown
        return found


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


def _fields(programme: Programme) -> tuple[str, ...]:
    """Return the fields that the rules across candidates and the lists ask of all."""
    roles, shown = programme.roles, programme.shown
    lists = (*shown.publicity, *shown.roster, *shown.certificate, *shown.former)
    photos = (each.name for each in programme.form.fields if each.kind == PHOTO)
    named = (roles.name, roles.unit, roles.category, *roles.duplicates, *lists, *photos)
    return tuple(sorted({each for each in named if each}))
