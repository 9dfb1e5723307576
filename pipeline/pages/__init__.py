"""Which pages the site has, at which address, from which template, with which data; who is on which list.

In: a PublicSite. Out: planned files in the order of their addresses. Pure; must not know Markdown's inside, templates'
words, bytes, or anything private.
"""

from collections.abc import Iterator
from dataclasses import replace

from pipeline import hosting, memory
from pipeline.pages import (
    addresses,
    calendar,
    certificate,
    certification,
    feed,
    finder,
    form,
    home,
    lost,
    notice,
    publicity,
    roster,
    site_map,
    statistics,
)
from pipeline.pages.page import (
    CalendarFile,
    Code,
    Copy,
    FormFile,
    JsonFile,
    Official,
    Page,
    Planned,
    Slot,
    Table,
    TableFile,
)
from pipeline.pages.parts import Frame, frame
from pipeline.public.types import PublicSite

__all__ = [
    "CalendarFile",
    "Code",
    "Copy",
    "FormFile",
    "JsonFile",
    "Official",
    "Page",
    "Planned",
    "Slot",
    "Table",
    "TableFile",
    "plan",
]


def plan(view: PublicSite) -> tuple[Planned, ...]:
    """Return every file of the site in the order of addresses; renders nothing."""
    every = frame(view)
    own = (
        *_programmes(view, every),
        home.page(view, every),
        *roster.plan_in_office(view, every),
        *statistics.plan(view, every),
        site_map.page(view, every),
    )
    files = [_on_web(each, view.url) for each in own]
    files += _service(view, every, files)
    files += calendar.plan(view, every.banner, every.domain)
    files += _assets(view, every, files)
    return tuple(sorted(map(_known, files), key=lambda each: each.path.removesuffix("index.html")))


def _known(planned: Planned) -> Planned:
    """Return the file as the last build of this process planned it, if it is equal: of that the key is known, too."""
    if isinstance(planned, Page) and planned.among:  # those are known as they are planned
        return planned
    return memory.latest("planned", planned.path, planned, lambda: planned)


def _on_web(planned: Planned, url: str) -> Planned:
    if not url or not isinstance(planned, Page) or planned.web or not planned.path.endswith(".html"):
        return planned
    return replace(planned, web=addresses.public(url, planned.path))


def _programmes(view: PublicSite, every: Frame) -> Iterator[Planned]:
    for programme in view.programmes:
        yield from notice.plan(programme, every)
        yield from form.plan(programme, every)
        yield from publicity.plan(programme, every)
        yield from certification.plan(programme, every)
        yield from certificate.plan(programme, every)
        yield from roster.plan(programme, every)


def _service(view: PublicSite, every: Frame, files: list[Planned]) -> Iterator[Page]:
    """The pages for machines and for those who lost their way; without an address there is neither sitemap nor feed."""
    yield from feed.plan(view, every)
    sitemap = addresses.public(view.url, addresses.SITEMAP)
    yield Page(addresses.ROBOTS, "robots.txt", {"sitemap": sitemap})
    if sitemap:
        yield from site_map.plan(files, view.url)
    yield Page(addresses.HEADERS, "headers.txt", {"headers": hosting.HEADERS, "forever": hosting.FOREVER})
    yield lost.page(view, every)


def _assets(view: PublicSite, every: Frame, files: list[Planned]) -> Iterator[Page | Copy]:
    if every.emblem:
        yield Copy(every.emblem, every.imprint.emblem)
    scripts = addresses.FILL_SCRIPTS if any(each.form.fields for each in view.programmes) else ()
    if any(isinstance(each, Page) and finder.is_index(each) for each in files):
        scripts = (*scripts, *addresses.FINDER_SCRIPTS)
    for path in (addresses.STYLE, addresses.PRINT_STYLE, addresses.ICON, addresses.LARGE_SCRIPT, *scripts):
        yield Page(path, path, {})
