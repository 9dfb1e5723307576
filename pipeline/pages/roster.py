"""The certified roster of a programme, as pages and as data; and those in office in all programmes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from pipeline.pages import addresses, changed, finder, open_data, printed
from pipeline.pages.days import written
from pipeline.pages.metadata import Meta, columns_of, numbered
from pipeline.pages.page import Page, Planned
from pipeline.pages.paging import paged
from pipeline.pages.parts import Frame, brief, notice_briefs, tally
from pipeline.pages.rows import Beside, RosterLine, beside, columns, roster_lines
from pipeline.public.types import Holder, PublicProgramme, PublicSite
from pipeline.terms import Terms


@dataclass(frozen=True, slots=True)
class Section:
    """Those in office of one series on one page; `total` counts the whole series."""

    series: str
    labels: tuple[str, ...]
    lines: tuple[RosterLine, ...]
    total: int
    several: bool
    measure: str
    terms: Terms
    roles: tuple[tuple[str, str], ...]
    beside: Beside


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Planned]:
    """Yield the roster's pages and data files; none where nobody was ever certified."""
    if not programme.roster:
        return
    labels = columns(programme.roster_labels, programme.roster)
    slug = programme.slug
    lines = roster_lines(((each, each.number) for each in programme.roster), labels, slug, "", addresses.roster(slug))
    search, index = finder.plan(
        addresses.people_of_roster(programme.slug),
        (finder.Group("", labels, lines, programme.roles, programme.terms),),
    )
    yield from index
    documents = tuple(printed.roster(programme, frame))
    yield from documents
    data: dict[str, object] = {
        "site": frame,
        "programme": brief(programme),
        "labels": labels,
        "beside": beside(programme.roster),
        "order": programme.order,
        "total": len(lines),
        "tally": tally(each.standing for each in programme.roster),
        "notices": notice_briefs(programme),
        "pdf": printed.path_of(documents),
        "finder": search,
    }
    day = changed.roster(programme)
    as_data = open_data.of_programme(programme, labels, lines, day, frame)
    total = f"共{len(lines)}{programme.measure}"
    for rows, pager in paged(lines, partial(addresses.roster, programme.slug)):
        path = addresses.roster(programme.slug, pager.number)
        meta = Meta(
            title=numbered(f"{programme.name}：{programme.terms.certify}名单", pager.number),
            description=f"{programme.name}的{programme.terms.certify}名单，截至{written(frame.as_of)}，{total}。",
            column=columns_of(programme.terms)["roster"],
            keywords=(programme.name, f"{programme.terms.certify}名单"),
            facts=open_data.facts(as_data, frame) if pager.number == 1 else "",
        )
        yield Page(path, "pages/roster.html", {**data, "meta": meta, "lines": rows, "pager": pager}, changed=day)
    yield from open_data.plan(as_data, frame)


def plan_in_office(site: PublicSite, frame: Frame) -> Iterator[Planned]:
    """Yield the pages and data files of those in office; none where nobody was ever certified."""
    if not frame.in_office:
        return
    groups = tuple(_series(site))
    search, index = finder.plan(addresses.people_in_office(), tuple(map(_searched, groups)))
    yield from index
    rows = tuple((group, line) for group in groups for line in group.lines)
    day = changed.roster(*site.programmes)
    held = tuple(open_data.Held(group.series, group.labels, group.lines) for group in groups)
    as_data = open_data.in_office(site.programmes, held, day, frame)
    for on_page, pager in paged(rows, addresses.in_office):
        sections = tuple(
            replace(group, lines=tuple(line for _, line in pairs))
            for group, pairs in groupby(on_page, key=lambda row: row[0])
        )
        meta = Meta(
            title=numbered(frame.terms.current, pager.number),
            description=f"截至{written(frame.as_of)}的{frame.terms.current}，含同一系列各批次。",
            column=columns_of(frame.terms)["in_office"],
            facts=open_data.facts(as_data, frame) if pager.number == 1 else "",
        )
        data: dict[str, object] = {
            "site": frame,
            "meta": meta,
            "sections": sections,
            "total": len(rows),
            "pager": pager,
            "files": {kind: addresses.roster_file("", kind) for kind, _ in open_data.MEDIA_TYPES},
            "data_page": addresses.roster_data(""),
            "finder": search,
        }
        yield Page(addresses.in_office(pager.number), "pages/in_office.html", data, changed=day)
    yield from open_data.plan(as_data, frame)


def _searched(section: Section) -> finder.Group:
    return finder.Group(
        title=section.series,
        labels=section.labels,
        lines=section.lines,
        roles=section.roles,
        terms=section.terms,
        several=section.several,
    )


def _series(site: PublicSite) -> Iterator[Section]:
    names = dict.fromkeys(each.series or each.name for each in site.programmes)
    for name in names:
        batches = [each for each in site.programmes if (each.series or each.name) == name]
        held = [(each, holder) for each in batches for holder in each.roster if holder.in_office]
        labels = columns(
            tuple(label for each in batches for label in each.roster_labels), (holder for _, holder in held)
        )
        numbered = groupby(enumerate(held, 1), key=lambda each: each[1][0].slug)
        lines = tuple(line for slug, of_batch in numbered for line in _in_office(name, labels, slug, of_batch))
        if lines:
            first = batches[0]
            yield Section(
                series=name,
                labels=labels,
                lines=lines,
                total=len(lines),
                several=len(batches) > 1,
                measure=first.measure,
                terms=first.terms,
                roles=first.roles,
                beside=beside(holder for _, holder in held),
            )


def _in_office(
    series: str, labels: tuple[str, ...], slug: str, held: Iterable[tuple[int, tuple[PublicProgramme, Holder]]]
) -> tuple[RosterLine, ...]:
    numbered = tuple((holder, number, batch.name) for number, (batch, holder) in held)
    name = f"{addresses.in_office()} {series} {slug}"
    return roster_lines(((holder, number) for holder, number, _ in numbered), labels, slug, numbered[0][2], name)
