"""The home page: which programmes there are, and what is open now."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.pages import addresses, changed, linked_data
from pipeline.pages.metadata import Meta
from pipeline.pages.page import Page
from pipeline.pages.parts import OPEN_PHASES, Brief, Frame, RoundBrief, brief, round_briefs
from pipeline.public.types import PublicProgramme, PublicSite

_MOST_FOLLOWING = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A programme on the home page; `running` are the rounds of today, `in_office` counts people or units.

    `following`: the next days on which something ends, what, and of how many.
    """

    programme: Brief
    deadline: date | None
    deadline_time: str
    running: tuple[RoundBrief, ...]
    in_office: int
    following: tuple[tuple[date, str, int], ...]


def page(site: PublicSite, frame: Frame) -> Page:
    """Return the home page: what is open now first, then the rest, each in the content's order."""
    now = tuple(_entry(each, site.as_of) for each in site.programmes if each.phase in OPEN_PHASES)
    others = tuple(_entry(each, site.as_of) for each in site.programmes if each.phase not in OPEN_PHASES)
    certify, listed = frame.terms.certify, f"{frame.terms.certify}名单"
    meta = Meta(
        title="首页",
        description=f"{frame.name}：推荐{certify}项目的通知、{frame.terms.form}、公示和{listed}。",
        keywords=("推荐", certify, "公示", listed),
        facts=linked_data.website(frame),
    )
    data: dict[str, object] = {"site": frame, "meta": meta, "now": now, "others": others}
    return Page(addresses.HOME, "pages/home.html", data, changed=changed.home(site))


def _following(programme: PublicProgramme, as_of: date) -> Iterator[tuple[date, str, int]]:
    yield from ((each.until, "公示期满", len(each.entries)) for each in programme.rounds if each.until >= as_of)
    ends = Counter(each.term_until for each in programme.roster if each.in_office and each.term_until)
    yield from ((until, programme.terms.term_over, count) for until, count in ends.items())


def _entry(programme: PublicProgramme, as_of: date) -> Entry:
    return Entry(
        following=tuple(sorted(_following(programme, as_of)))[:_MOST_FOLLOWING],
        programme=brief(programme),
        deadline=programme.deadline,
        deadline_time=programme.deadline_time,
        running=tuple(each for each in round_briefs(programme) if each.running or each.anew),
        in_office=sum(each.in_office for each in programme.roster),
    )
