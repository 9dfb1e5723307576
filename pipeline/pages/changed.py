"""On which day a page changed last: for sitemaps, of what happened and not of when the site was built.

In: the public types, and the day. Out: a day, None where it is not known. A page that counts days changes every day
while it does; that the foot of every page names the day of the site is no change.
"""

from datetime import date

from pipeline.pages.days import after, latest
from pipeline.public.decisions import PublicCertification
from pipeline.public.types import PublicProgramme, PublicRound, PublicSite


def form(programme: PublicProgramme, as_of: date) -> date | None:
    """Return when the form's page changed: it says since when it is too late."""
    closed = after(programme.deadline, as_of) if programme.deadline else None
    return latest(programme.notice.published_on, closed)


def notice(programme: PublicProgramme, as_of: date) -> date | None:
    """Return when the notice's page changed: it tells how far things are."""
    turns = (turn for each in programme.rounds for turn in (each.on, after(each.until, as_of)))
    return latest(form(programme, as_of), *turns, *(each.on for each in programme.certifications))


def of_round(programme: PublicProgramme, of_day: PublicRound, as_of: date) -> date | None:
    """Return when a round's page changed, which also tells of the other rounds; None where events are not known."""
    periods = [each.again for each in of_day.entries if each.again]
    if of_day.running or any(each.running for each in periods):
        return as_of
    if of_day.changed_on is None:
        return None
    turns = (turn for each in programme.rounds for turn in (each.on, after(each.until, as_of)))
    return latest(of_day.changed_on, *turns, *(after(each.until, as_of) for each in periods))


def certification(notice: PublicCertification) -> date | None:
    """Return when a certification notice's page changed; None where its events are not known."""
    return notice.changed_on and latest(notice.on, notice.changed_on)


def roster(*programmes: PublicProgramme) -> date | None:
    """Return when a roster of the programmes changed; None where the events of a line are not known."""
    days = [each.changed_on for programme in programmes for each in programme.roster]
    return None if None in days else latest(*days)


def statistics(site: PublicSite) -> date | None:
    """Return when the numbers changed; on the New Year's Day after it the last year is no longer told up to now."""
    years = (int(each.word) for series in site.statistics for each in series.years)
    over = date(max(years, default=site.as_of.year) + 1, 1, 1)
    return latest(_standings(site), over if over <= site.as_of else None)


def _standings(site: PublicSite) -> date | None:
    """Return when people or units came last, or came into another standing."""
    held = [each for programme in site.programmes for each in programme.roster]
    return latest(*(day for each in held for day in (each.certified_on, each.since)))


def home(site: PublicSite) -> date | None:
    """Return when the home page changed: it counts days, and those in office."""
    periods = [of_round(programme, each, site.as_of) for programme in site.programmes for each in programme.rounds]
    notices = (notice(each, site.as_of) for each in site.programmes)
    return latest(*periods, *notices, _standings(site))


def listing(site: PublicSite) -> date | None:
    """Return when a page came to the site last."""
    notices = (each.notice.published_on for each in site.programmes)
    rounds = (of_day.on for each in site.programmes for of_day in each.rounds)
    return latest(*notices, *rounds, *(given.on for each in site.programmes for given in each.certifications))
