"""The certified roster of a programme, as pages and as data; and those in office in all programmes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from pipeline.pages import addresses, finder, printed
from pipeline.pages.page import Official, Page, Table, TableFile
from pipeline.pages.paging import paged
from pipeline.pages.parts import Frame, brief, notice_briefs, tally
from pipeline.pages.rows import RosterLine, columns, roster_line
from pipeline.public.types import PublicProgramme, PublicSite

_LAST_COLUMNS = ("证书编号", "认定日期", "任期至", "状态", "状态起始日期", "核验网址")
_REMARK = "说明"


@dataclass(frozen=True, slots=True)
class Section:
    """Those in office of one series on one page; `total` counts the whole series."""

    series: str
    labels: tuple[str, ...]
    lines: tuple[RosterLine, ...]
    total: int
    several: bool
    measure: str
    roles: tuple[tuple[str, str], ...]


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Page | TableFile | Official]:
    """Yield the roster's pages and data files; none where nobody was ever certified."""
    if not programme.roster:
        return
    labels = columns(programme.roster_labels, programme.roster)
    lines = tuple(roster_line(each, labels, each.number, programme.slug) for each in programme.roster)
    search, index = finder.plan(
        addresses.people_of_roster(programme.slug),
        (finder.Group("", labels, lines, programme.roles, programme.measure),),
    )
    yield from index
    documents = tuple(printed.roster(programme, frame))
    yield from documents
    data: dict[str, object] = {
        "site": frame,
        "programme": brief(programme),
        "labels": labels,
        "order": programme.order,
        "total": len(lines),
        "tally": tally(each.standing for each in programme.roster),
        "notices": notice_briefs(programme),
        "pdf": printed.path_of(documents),
        "finder": search,
    }
    for rows, pager in paged(lines, partial(addresses.roster, programme.slug)):
        path = addresses.roster(programme.slug, pager.number)
        yield Page(path, "pages/roster.html", {**data, "lines": rows, "pager": pager})
    table = _table(programme, labels, lines, frame)
    for kind in ("csv", "json"):
        yield TableFile(addresses.roster_file(programme.slug, kind), table)


def plan_in_office(site: PublicSite, frame: Frame) -> Iterator[Page]:
    """Yield the pages of those in office; none where nobody was ever certified."""
    if not frame.in_office:
        return
    groups = tuple(_series(site))
    search, index = finder.plan(addresses.people_in_office(), tuple(map(_searched, groups)))
    yield from index
    rows = tuple((group, line) for group in groups for line in group.lines)
    for on_page, pager in paged(rows, addresses.in_office):
        sections = tuple(
            replace(group, lines=tuple(line for _, line in pairs))
            for group, pairs in groupby(on_page, key=lambda row: row[0])
        )
        data: dict[str, object] = {"site": frame, "sections": sections, "total": len(rows), "pager": pager}
        yield Page(addresses.in_office(pager.number), "pages/in_office.html", {**data, "finder": search})


def _searched(section: Section) -> finder.Group:
    return finder.Group(
        title=section.series,
        labels=section.labels,
        lines=section.lines,
        roles=section.roles,
        measure=section.measure,
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
        lines = tuple(
            roster_line(holder, labels, number, batch.slug, batch.name)
            for number, (batch, holder) in enumerate(held, 1)
        )
        if lines:
            yield Section(name, labels, lines, len(lines), len(batches) > 1, batches[0].measure, batches[0].roles)


def _table(programme: PublicProgramme, labels: tuple[str, ...], lines: tuple[RosterLine, ...], frame: Frame) -> Table:
    about: tuple[tuple[str, str | int | bool], ...] = (
        ("项目", programme.name),
        ("发布单位", programme.notice.issuer),
        ("截至", frame.as_of.isoformat()),
        ("条数", len(lines)),
        ("演示", bool(frame.banner)),
        ("说明", frame.banner),
        ("网址", addresses.public(frame.url, addresses.roster(programme.slug))),
    )
    last = (*_LAST_COLUMNS, _REMARK) if frame.banner else _LAST_COLUMNS
    return Table(_distinct(("序号", *labels, *last)), tuple(_row(each, labels, frame) for each in lines), about)


def _row(line: RosterLine, labels: tuple[str, ...], frame: Frame) -> tuple[str, ...]:
    cells = tuple(cell.text for cell in line.cells) or ("",) * len(labels)
    last = (
        line.certificate_number,
        line.certified_on.isoformat(),
        line.term_until.isoformat() if line.term_until else "",
        line.standing,
        line.since.isoformat(),
        addresses.public(frame.url, line.certificate) if line.certificate else "",
    )
    return (str(line.number), *cells, *last, *((frame.banner,) if frame.banner else ()))


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """A form may call a field 状态 too: the later column of a name gets a number."""
    seen: Counter[str] = Counter()
    return tuple(f"{name}（{seen[name]}）" if seen.update([name]) or seen[name] > 1 else name for name in names)
