"""All pages of the site: as a list for people, and for search engines.

In: the public site, the planned files. Out: a page, and sitemaps (sitemaps.org) by parts that are not too long.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline import memory
from pipeline.pages import addresses, changed
from pipeline.pages.metadata import Meta
from pipeline.pages.page import Page, Planned
from pipeline.pages.parts import Brief, Frame, NoticeBrief, RoundBrief, brief, notice_briefs, round_briefs
from pipeline.public.types import PublicSite

# As many as the protocol allows in one file.
MOST = 50_000


@dataclass(frozen=True, slots=True)
class Branch:
    """A programme's pages: those that every programme may have, its rounds, and its certification notices."""

    programme: Brief
    rounds: tuple[RoundBrief, ...]
    notices: tuple[NoticeBrief, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """An address of the web, and the last day on which what stands there changed (YYYY-MM-DD, empty: not known)."""

    address: str
    changed: str


def page(site: PublicSite, frame: Frame) -> Page:
    """Return the list for people."""
    branches = tuple(Branch(brief(each), round_briefs(each), notice_briefs(each)) for each in site.programmes)
    meta = Meta("网站地图", f"{frame.name}的全部栏目和页面。")
    data: dict[str, object] = {
        "site": frame,
        "meta": meta,
        "branches": branches,
        "data": addresses.roster_data("") if frame.in_office else "",
    }
    return Page(addresses.site_map(), "pages/site_map.html", data, changed=changed.listing(site))


def plan(files: Iterable[Planned], url: str) -> Iterator[Page]:
    """Yield the sitemap, as an index and its parts where there are more addresses than one file may hold."""
    known = memory.known("places of the site map")
    told = {each.web: known.of(each, _place) for each in files if isinstance(each, Page) and each.web}
    places = tuple([told[web] for web in sorted(told)])
    if len(places) <= MOST:
        yield Page(addresses.SITEMAP, "sitemap.xml", {"places": places})
        return
    parts = [places[start : start + MOST] for start in range(0, len(places), MOST)]
    for number, part in enumerate(parts, 1):
        yield Page(addresses.sitemap_part(number), "sitemap.xml", {"places": part})
    index = tuple(
        Place(addresses.public(url, addresses.sitemap_part(number)), max(each.changed for each in part))
        for number, part in enumerate(parts, 1)
    )
    yield Page(addresses.SITEMAP, "sitemap_index.xml", {"parts": index})


def _place(page: Page) -> Place:
    return Place(page.web, page.changed.isoformat() if page.changed else "")
