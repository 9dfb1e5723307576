"""The days to keep in mind: deadlines, publicity periods, ends of terms.

In: a PublicSite. Out: entries of a calendar, by day. Nobody is named in it: it tells how many.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from pipeline.pages import addresses
from pipeline.pages.days import written
from pipeline.pages.page import CalendarFile, Entry
from pipeline.public.types import PublicProgramme, PublicRound, PublicSite


def plan(site: PublicSite, banner: str, domain: str) -> Iterator[CalendarFile]:
    """Yield the calendar; none where there is nothing to keep in mind."""
    found = entries(site, banner)
    if found:
        name = f"【演示】{site.name}" if banner else site.name
        yield CalendarFile(addresses.CALENDAR, name, domain, found)


def entries(site: PublicSite, banner: str = "") -> tuple[Entry, ...]:
    """Return what the calendar holds, by day; `banner` is a line that each entry carries, empty for none."""
    found = (entry for each in site.programmes for entry in _of_programme(each, site.url, banner))
    return tuple(sorted(found, key=lambda each: (each.first, each.key)))


def _of_programme(programme: PublicProgramme, url: str, banner: str) -> Iterator[Entry]:
    slug, foot = programme.slug, f"\n{banner}" if banner else ""
    if programme.deadline:
        ends = written(programme.deadline) + (programme.deadline_time or "（含当日）")
        yield Entry(
            key=f"{slug}-deadline",
            known=min(programme.notice.published_on or programme.deadline, programme.deadline),
            first=programme.deadline,
            last=programme.deadline,
            summary=f"{programme.terms.asks}截止：{programme.name}",
            description=f"{programme.terms.asks}材料报送截止于{ends}。{foot}",
            url=addresses.public(url, addresses.notice(slug)),
        )
    for each in programme.rounds:
        yield from _of_round(programme, each, addresses.public(url, addresses.publicity_round(slug, each.on)), foot)
    yield from _terms(programme, addresses.public(url, addresses.roster(slug)), foot)


def _of_round(programme: PublicProgramme, of_day: PublicRound, url: str, foot: str) -> Iterator[Entry]:
    yield Entry(
        key=f"{programme.slug}-publicity-{of_day.on.isoformat()}",
        known=of_day.on,
        first=of_day.on,
        last=of_day.until,
        summary=f"公示：{programme.name}",
        description=f"拟{programme.terms.certify}{len(of_day.entries)}{programme.measure}，公示期{written(of_day.on)}至"
        f"{written(of_day.until)}。有异议的，请在公示期内反映。{foot}",
        url=url,
    )
    anew = Counter((each.again.on, each.again.until) for each in of_day.entries if each.again)
    for (on, until), count in sorted(anew.items()):
        yield Entry(
            key=f"{programme.slug}-publicity-{of_day.on.isoformat()}-{on.isoformat()}-{until.isoformat()}",
            known=on,
            first=on,
            last=until,
            summary=f"重新公示：{programme.name}",
            description=f"重新公示{count}{programme.measure}，公示期{written(on)}至{written(until)}。{foot}",
            url=url,
        )


def _terms(programme: PublicProgramme, url: str, foot: str) -> Iterator[Entry]:
    over = programme.terms.term_over
    held = [each for each in programme.roster if each.term_until and (each.in_office or each.standing == over)]
    known: dict[date, date] = {}
    counts: Counter[date] = Counter()
    for each in held:
        end = each.term_until or each.certified_on
        counts[end] += 1
        known[end] = min(known.get(end, each.certified_on), each.certified_on)
    for end, count in sorted(counts.items()):
        yield Entry(
            key=f"{programme.slug}-term-{end.isoformat()}",
            known=known[end],
            first=end,
            last=end,
            summary=f"{over}：{programme.name}",
            description=f"{count}{programme.measure}的{programme.terms.term_until}{written(end)}（含当日）。{foot}",
            url=url,
        )
