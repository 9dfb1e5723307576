"""The rounds of a programme: each has pages of its own that stay; the latest also stands at `publicity/`."""

from collections.abc import Iterator
from functools import partial

from pipeline.pages import addresses, finder, printed
from pipeline.pages.page import Official, Page
from pipeline.pages.paging import paged
from pipeline.pages.parts import Frame, brief, notice_briefs, round_brief, round_briefs
from pipeline.pages.rows import columns, entry_line
from pipeline.public.types import PublicProgramme, PublicRound


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Page | Official]:
    """Yield the pages of every round and their PDF; none where nothing was ever in publicity."""
    rounds = sorted(programme.rounds, key=lambda each: each.on)
    for each in rounds:
        yield from printed.of_round(programme, each, frame)
        pages = tuple(_round(programme, frame, each))
        yield from pages
    if rounds:
        latest = pages[0]
        web = addresses.public(frame.url, latest.path)
        yield Page(addresses.latest_round(programme.slug), latest.template, latest.data, web)


def _round(programme: PublicProgramme, frame: Frame, of_day: PublicRound) -> Iterator[Page]:
    labels = columns(programme.round_labels, of_day.entries)
    lines = tuple(entry_line(each, labels) for each in of_day.entries)
    address = partial(addresses.publicity_round, programme.slug, of_day.on)
    search, index = finder.plan(
        addresses.people_of_round(programme.slug, of_day.on),
        (finder.Group("", labels, lines, programme.roles, programme.measure),),
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
    for rows, pager in paged(lines, address):
        yield Page(address(pager.number), "pages/publicity.html", {**data, "lines": rows, "pager": pager})
    yield from index
