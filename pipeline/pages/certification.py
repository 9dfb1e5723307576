"""The certification notices of a programme: each has pages of its own that stay."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from pipeline import markup
from pipeline.pages import addresses, changed, printed
from pipeline.pages.days import written
from pipeline.pages.metadata import Article, Meta, columns_of, numbered
from pipeline.pages.page import Code, Official, Page
from pipeline.pages.paging import paged
from pipeline.pages.parts import Frame, brief, filled
from pipeline.pages.rows import CertifiedLine, certified_lines, columns
from pipeline.public.decisions import PublicCertification
from pipeline.public.types import PublicProgramme


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one category on one page, empty where the list knows none; `total` counts the whole category."""

    category: str
    lines: tuple[CertifiedLine, ...]
    total: int


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Page | Official | Code]:
    """Yield the pages of every certification notice and its PDF."""
    for each in programme.certifications:
        yield from printed.certification(programme, each, frame)
        yield from _notice(programme, frame, each)
        if frame.url:
            own = addresses.public(frame.url, addresses.certification(programme.slug, each.key))
            yield Code(addresses.certification_code(programme.slug, each.key), own)


def _notice(programme: PublicProgramme, frame: Frame, notice: PublicCertification) -> Iterator[Page]:
    labels = columns(programme.roster_labels, notice.entries)
    own = addresses.certification(programme.slug, notice.key)
    lines = certified_lines(notice.entries, labels, programme.slug, own)
    totals = Counter(each.category for each in lines)
    address = partial(addresses.certification, programme.slug, notice.key)
    data: dict[str, object] = {
        "site": frame,
        "programme": brief(programme),
        # Without the list: a page is not drawn again because a line of another one changed.
        "notice": replace(notice, entries=()),
        "title": filled(notice.title, notice.words),
        "list_title": filled(notice.list_title, notice.words),
        "body": markup.to_html(notice.body, dict(notice.words)),
        "labels": labels,
        "numbered": any(each.certificate_number for each in lines),
        "order": programme.order,
        "total": len(lines),
        "first_page": address(1),
        "pdf": printed.path_of(tuple(printed.certification(programme, notice, frame))),
    }
    for rows, pager in paged(lines, address):
        by_category = groupby(rows, key=lambda each: each.category)
        groups = tuple(Group(name, tuple(of_page), totals[name]) for name, of_page in by_category)
        code = addresses.certification_code(programme.slug, notice.key) if frame.url and pager.number == 1 else ""
        more = {"groups": groups, "pager": pager, "meta": _meta(programme, notice, pager.number), "print_code": code}
        path = address(pager.number)
        yield Page(path, "pages/certification.html", {**data, **more}, changed=changed.certification(notice))


def _meta(programme: PublicProgramme, notice: PublicCertification, number: int) -> Meta:
    title = filled(notice.title, notice.words).replace("\n", "")
    said = f"（{notice.document_number}）" if notice.document_number else ""
    certify = programme.terms.certify
    count = f"{certify}{len(notice.entries)}{programme.measure}"
    on = notice.on.isoformat()
    return Meta(
        title=numbered(title, number),
        description=f"{notice.issuer}{written(notice.on)}发布：{title}{said}，{count}。",
        column=columns_of(programme.terms)["certification"],
        article=Article(title, notice.issuer, on, on),
        keywords=(programme.name, f"{certify}通知", f"{certify}名单"),
    )
