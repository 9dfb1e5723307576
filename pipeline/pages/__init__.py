"""Which pages the site has, at which address, from which template, with which data; who is on which list.

In: a PublicSite. Out: planned files in the order of their addresses. Pure; must not know Markdown's inside, templates'
words, bytes, or anything private.
"""

from collections.abc import Iterator
from dataclasses import replace

from pipeline import hosting
from pipeline.pages import addresses, certificate, certification, form, home, notice, publicity, roster, statistics
from pipeline.pages.page import Code, Copy, FormFile, Official, Page, Planned, Table, TableFile
from pipeline.pages.parts import Frame, brief, frame
from pipeline.public.types import PublicSite

__all__ = ["Code", "Copy", "FormFile", "Official", "Page", "Planned", "Table", "TableFile", "plan"]


def plan(view: PublicSite) -> tuple[Planned, ...]:
    """Return every file of the site in the order of addresses; renders nothing."""
    every = frame(view)
    own = (
        *_programmes(view, every),
        home.page(view, every),
        *roster.plan_in_office(view, every),
        *statistics.plan(view, every),
    )
    files = [_on_web(each, view.url) for each in own]
    files += _service(view, every, files)
    files += _assets(view)
    return tuple(sorted(files, key=lambda each: each.path.removesuffix("index.html")))


def _on_web(planned: Planned, url: str) -> Planned:
    if not isinstance(planned, Page) or planned.web or not planned.path.endswith(".html"):
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
    """The pages for machines and for those who lost their way; a site without an address of its own has no sitemap."""
    sitemap = addresses.public(view.url, addresses.SITEMAP)
    yield Page(addresses.ROBOTS, "robots.txt", {"sitemap": sitemap})
    if sitemap:
        on_web = sorted({each.web for each in files if isinstance(each, Page) and each.web})
        yield Page(addresses.SITEMAP, "sitemap.xml", {"addresses": tuple(on_web)})
    yield Page(addresses.HEADERS, "headers.txt", {"headers": hosting.HEADERS, "forever": hosting.FOREVER})
    lost = {"site": every, "programmes": tuple(map(brief, view.programmes))}
    yield Page(addresses.NOT_FOUND, "pages/not_found.html", lost, base=addresses.from_anywhere(view.url))


def _assets(view: PublicSite) -> Iterator[Page]:
    scripts = addresses.FILL_SCRIPTS if any(each.form.fields for each in view.programmes) else ()
    for path in (addresses.STYLE, addresses.PRINT_STYLE, addresses.ICON, *scripts):
        yield Page(path, path, {})
