"""The certification notices of a programme: each has pages of its own that stay."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from pipeline import markup
from pipeline.pages import addresses, printed
from pipeline.pages.page import Official, Page
from pipeline.pages.paging import paged
from pipeline.pages.parts import Frame, brief, filled
from pipeline.pages.rows import CertifiedLine, certified_line, columns
from pipeline.public.decisions import PublicCertification
from pipeline.public.types import PublicProgramme


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one category on one page, empty where the list knows none; `total` counts the whole category."""

    category: str
    lines: tuple[CertifiedLine, ...]
    total: int


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Page | Official]:
    """Yield the pages of every certification notice and its PDF."""
    for each in programme.certifications:
        yield from printed.certification(programme, each, frame)
        yield from _notice(programme, frame, each)


def _notice(programme: PublicProgramme, frame: Frame, notice: PublicCertification) -> Iterator[Page]:
    labels = columns(programme.roster_labels, notice.entries)
    lines = tuple(certified_line(each, labels, programme.slug) for each in notice.entries)
    totals = Counter(each.category for each in lines)
    address = partial(addresses.certification, programme.slug, notice.key)
    data: dict[str, object] = {
        "site": frame,
        "programme": brief(programme),
        "notice": notice,
        "title": filled(notice.title, notice.words),
        "list_title": filled(notice.list_title, notice.words),
        "body": markup.to_html(notice.body, dict(notice.words)),
        "labels": labels,
        "order": programme.order,
        "total": len(lines),
        "first_page": address(1),
        "pdf": printed.path_of(tuple(printed.certification(programme, notice, frame))),
    }
    for rows, pager in paged(lines, address):
        by_category = groupby(rows, key=lambda each: each.category)
        groups = tuple(Group(name, tuple(of_page), totals[name]) for name, of_page in by_category)
        yield Page(address(pager.number), "pages/certification.html", {**data, "groups": groups, "pager": pager})
