"""The rounds of a programme: each has pages of its own that stay; the latest also stands at `publicity/`."""

from collections.abc import Iterator
from functools import partial

from pipeline.pages import addresses, changed, finder, linked_data, printed
from pipeline.pages.days import written
from pipeline.pages.metadata import Article, Meta, columns_of
from pipeline.pages.page import Code, Official, Page
from pipeline.pages.paging import paged
from pipeline.pages.parts import Frame, brief, notice_briefs, round_brief, round_briefs
from pipeline.pages.rows import columns, entry_lines
from pipeline.public.types import PublicProgramme, PublicRound


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Page | Official | Code]:
    """Yield the pages of every round and their PDF; none where nothing was ever in publicity."""
    rounds = sorted(programme.rounds, key=lambda each: each.on)
    for each in rounds:
        yield from printed.of_round(programme, each, frame)
        pages = tuple(_round(programme, frame, each))
        yield from pages
        if frame.url:
            own = addresses.public(frame.url, addresses.publicity_round(programme.slug, each.on))
            yield Code(addresses.round_code(programme.slug, each.on), own)
    if rounds:
        latest = pages[0]
        web = addresses.public(frame.url, latest.path)
        path = addresses.latest_round(programme.slug)
        yield Page(path, latest.template, latest.data, web, changed=latest.changed)


def _round(programme: PublicProgramme, frame: Frame, of_day: PublicRound) -> Iterator[Page]:
    labels = columns(programme.round_labels, of_day.entries)
    lines = entry_lines(of_day.entries, labels, addresses.publicity_round(programme.slug, of_day.on))
    address = partial(addresses.publicity_round, programme.slug, of_day.on)
    search, index = finder.plan(
        addresses.people_of_round(programme.slug, of_day.on),
        (finder.Group("", labels, lines, programme.roles, programme.terms),),
    )
    data: dict[str, object] = {
        "site": frame,
        "programme": brief(programme),
        "round": round_brief(programme, of_day),
        "rounds": round_briefs(programme),
        "order": programme.order,
        "objection": programme.objection,
        "labels": labels,
        "first_page": address(1),
        "editions": of_day.editions,
        "pdf": printed.path_of(tuple(printed.of_round(programme, of_day, frame))),
        "finder": search,
        "notices": tuple(each for each in notice_briefs(programme) if each.key in of_day.certifications),
    }
    day = changed.of_round(programme, of_day, frame.as_of)
    for rows, pager in paged(lines, address):
        more = {
            "lines": rows,
            "pager": pager,
            "meta": _meta(programme, of_day, frame, pager.number),
            "print_code": addresses.round_code(programme.slug, of_day.on) if frame.url and pager.number == 1 else "",
        }
        yield Page(address(pager.number), "pages/publicity.html", {**data, **more}, changed=day)
    yield from index


def _meta(programme: PublicProgramme, of_day: PublicRound, frame: Frame, number: int) -> Meta:
    listed = f"拟{programme.terms.certify}名单"
    whole = f"{programme.name}{listed}公示"
    counted = "含首日" if of_day.first_day_counts else "首日不计入"
    span = f"公示期{written(of_day.on)}至{written(of_day.until)}，{of_day.days}个{of_day.unit}（{counted}）"
    description = f"{whole}，{span}。"
    on = of_day.on.isoformat()
    return Meta(
        title=f"{whole}（{written(of_day.on)}）{f'第{number}页' if number > 1 else ''}",
        description=description,
        column=columns_of(programme.terms)["publicity"],
        article=Article(whole, programme.notice.issuer, on, on),
        keywords=(programme.name, "公示", listed),
        facts=linked_data.event(programme, of_day, frame, whole, description) if number == 1 else "",
    )
