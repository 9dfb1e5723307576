"""What happened, newest first, for those who subscribe (Atom, RFC 4287).

In: a PublicSite with an address. Out: the feed's page. Nobody is named: an entry leads to the page that may do so.
An entry keeps its id, the address of its page and a word, for ever, and its moment is that of the event.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pipeline.pages import addresses
from pipeline.pages.days import DAY, moment, written
from pipeline.pages.page import Page
from pipeline.pages.parts import Frame, filled
from pipeline.public.decisions import Edition, PublicCertification
from pipeline.public.types import Holder, PublicProgramme, PublicRound, PublicSite

MOST = 50
REVOKED = "已取消资格"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: what happened (`category`), its title, a sentence, its moment (RFC 3339), its page and its id."""

    category: str
    title: str
    summary: str
    updated: str
    url: str
    id: str


def plan(site: PublicSite, frame: Frame) -> Iterator[Page]:
    """Yield the feed; none where the site has no address of its own."""
    if not frame.feed:
        return
    found = sorted((item for each in site.programmes for item in _items(each, frame)), key=lambda each: each.id)
    newest = tuple(sorted(found, key=lambda each: each.updated, reverse=True)[:MOST])
    data: dict[str, object] = {
        "site": frame,
        "items": newest,
        "updated": newest[0].updated if newest else moment(site.as_of),
        "own": addresses.public(frame.url, addresses.FEED),
    }
    yield Page(addresses.FEED, "feed.xml", data)


def _items(programme: PublicProgramme, frame: Frame) -> Iterator[Item]:
    url = addresses.public(frame.url, addresses.notice(programme.slug))
    notice = programme.notice
    if notice.published_on:
        summary = f"{notice.issuer}发布{f'，{notice.document_number}' if notice.document_number else ''}。"
        title = notice.title.replace("\n", "")
        yield Item("通知", title, summary, moment(notice.published_on, notice.published_at), url, f"{url}#notice")
    for of_day in programme.rounds:
        at = addresses.public(frame.url, addresses.publicity_round(programme.slug, of_day.on))
        yield from _of_round(programme, of_day, at, frame.as_of)
        yield from _editions(f"{programme.name}：拟{programme.terms.certify}名单", of_day.editions, at)
    for given in programme.certifications:
        at = addresses.public(frame.url, addresses.certification(programme.slug, given.key))
        yield _certified(programme, given, at)
        yield from _editions(
            f"{programme.name}：{programme.terms.certify}名单（{written(given.on)}）", given.editions, at
        )
    yield from _revoked(programme, addresses.public(frame.url, addresses.roster(programme.slug)))


def _of_round(programme: PublicProgramme, of_day: PublicRound, url: str, as_of: date) -> Iterator[Item]:
    span = f"公示期{written(of_day.on)}至{written(of_day.until)}"
    count = f"拟{programme.terms.certify}{len(of_day.entries)}{programme.measure}"
    title = f"{programme.name}：拟{programme.terms.certify}名单公示"
    yield Item("公示开始", f"{title}开始", f"{count}，{span}。", moment(of_day.on), url, f"{url}#begins")
    if of_day.until < as_of:
        over = moment(of_day.until + DAY)
        yield Item("公示期满", f"{title}期满", f"{count}，{span}，已期满。", over, url, f"{url}#ends")


def _certified(programme: PublicProgramme, given: PublicCertification, url: str) -> Item:
    number = f"，{given.document_number}" if given.document_number else ""
    summary = f"{given.issuer}发布{number}，{programme.terms.certify}{len(given.entries)}{programme.measure}。"
    title = filled(given.title, given.words).replace("\n", "")
    return Item(programme.terms.certify, title, summary, moment(given.on), url, f"{url}#certified")


def _editions(title: str, editions: tuple[Edition, ...], url: str) -> Iterator[Item]:
    for each in editions:
        kinds = "、".join(dict.fromkeys(amendment.kind for amendment in each.amendments))
        anew = f"，其中重新公示{count}处" if (count := sum(bool(one.until) for one in each.amendments)) else ""
        yield Item(
            category="更正",
            title=f"{title}{kinds}（第{each.number}版）",
            summary=f"{kinds}{len(each.amendments)}处{anew}，见更正说明。",
            updated=moment(each.on),
            url=url,
            id=f"{url}#edition-{each.number}",
        )


def _revoked(programme: PublicProgramme, url: str) -> Iterator[Item]:
    """Yield one entry for each day on which certifications were revoked; numbers of certificates stay public."""
    gone = sorted((each for each in programme.roster if each.standing == REVOKED), key=lambda each: each.since)
    for on, of_day in groupby(gone, key=lambda each: each.since):
        held = tuple(of_day)
        what = f"取消资格{len(held)}{programme.measure}"
        summary = f"{written(on)}{what}{_numbers(held)}。"
        yield Item("取消资格", f"{programme.name}：{what}", summary, moment(on), url, f"{url}#revoked-{on.isoformat()}")


def _numbers(held: tuple[Holder, ...]) -> str:
    numbers = sorted(each.certificate_number for each in held if each.certificate_number)
    return f"，证书编号：{'、'.join(numbers)}" if numbers else ""
