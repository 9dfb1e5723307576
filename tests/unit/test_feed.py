"""The feed: Atom by RFC 4287, of what happened and no more, with ids that stay."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import etree

from pipeline.pages import Page, plan
from pipeline.pages.feed import MOST, Item
from pipeline.public.decisions import Amendment, Edition
from pipeline.public.types import PublicSite
from tests.unit import public_fixture as public
from tests.unit.html_reader import read

SLUG = public.SLUG
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00")


def _items(site: PublicSite) -> tuple[Item, ...]:
    page = next(each for each in plan(site) if isinstance(each, Page) and each.path == "feed.xml")
    items = page.data["items"]
    assert isinstance(items, tuple)
    return items


def _parsed(site: PublicSite, folder: Path) -> etree._Element:
    return etree.fromstring(public.draw(site, folder)["feed.xml"].encode())


def _texts(node: etree._Element, name: str) -> list[str]:
    return [each.text or "" for each in node.findall(f"{ATOM}{name}")]


def _links(node: etree._Element) -> Iterator[tuple[str, str]]:
    yield from ((each.get("rel", ""), each.get("href", "")) for each in node.findall(f"{ATOM}link"))


def _published() -> PublicSite:
    programme = public.programme()
    notice = replace(programme.notice, published_on=date(2020, 11, 25))
    return public.site(replace(programme, notice=notice), public.fresh_programme())


def test_feed_is_valid(tmp_path: Path) -> None:
    """What RFC 4287 asks of a feed and of each entry is there once, with moments by RFC 3339 and absolute addresses."""
    feed = _parsed(_published(), tmp_path)
    assert (feed.tag, feed.get("{http://www.w3.org/XML/1998/namespace}lang")) == (f"{ATOM}feed", "zh-CN")
    entries = feed.findall(f"{ATOM}entry")
    for node in (feed, *entries):
        assert [len(_texts(node, name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert MOMENT.fullmatch(_texts(node, "updated")[0])
        assert all(address.startswith("https://shili.example/") for _, address in _links(node))
        assert [rel for rel, _ in _links(node)].count("alternate") == 1
    assert ("self", "https://shili.example/feed.xml") in _links(feed)
    assert [each.findtext(f"{ATOM}name") for each in feed.findall(f"{ATOM}author")] == ["示例市科协推荐认定公示"]
    ids = [_texts(each, "id")[0] for each in entries]
    assert len(ids) == len(set(ids)) > 0
    moments = [_texts(each, "updated")[0] for each in entries]
    assert moments == sorted(moments, reverse=True)
    assert _texts(feed, "updated") == moments[:1]


def test_feed_tells_what_happened_in_turn() -> None:
    """Notice, beginning and end of publicity, certification, correction and revocation, each at its moment."""
    assert [(each.category, each.updated, each.id.rpartition(f"{SLUG}/")[2]) for each in _items(_published())] == [
        ("公示开始", "2021-03-15T00:00:00+08:00", "publicity/2021-03-15/#begins"),
        ("取消资格", "2021-03-05T00:00:00+08:00", "roster/#revoked-2021-03-05"),
        ("更正", "2021-01-08T00:00:00+08:00", "certification/2020-12-25/#edition-2"),
        ("认定", "2020-12-25T00:00:00+08:00", "certification/2020-12-25/#certified"),
        ("公示期满", "2020-12-19T00:00:00+08:00", "publicity/2020-12-14/#ends"),
        ("公示开始", "2020-12-14T00:00:00+08:00", "publicity/2020-12-14/#begins"),
        ("通知", "2020-11-25T09:30:00+08:00", "#notice"),
    ]


def test_nobody_is_named() -> None:
    """An entry counts and numbers, and leads to the page that may name."""
    shown = _published()
    names = {cell.text for each in shown.programmes[0].roster for cell in each.cells if cell.field == "姓名"}
    texts = "".join(f"{each.title}{each.summary}" for each in _items(shown))
    assert [each for each in names if each in texts] == []
    revoked = next(each for each in _items(shown) if each.category == "取消资格")
    assert revoked.summary == "2021年3月5日取消资格1名，证书编号：YBZG-2020-A012。"


def test_ids_and_moments_stay() -> None:
    """Another day's site tells the same of what was before."""
    today = _published()
    later = replace(today, as_of=today.as_of + timedelta(days=400))
    before = {each.id: each for each in _items(today)}
    assert {key: each for key, each in ((one.id, one) for one in _items(later)) if key in before} == before


def test_end_is_told_when_it_is_over() -> None:
    """On the last day of a period it is not over yet."""
    shown = _published()
    for day, told in ((19, False), (20, True)):
        found = {each.id for each in _items(replace(shown, as_of=date(2021, 3, day)))}
        assert (f"https://shili.example/{SLUG}/publicity/2021-03-15/#ends" in found) is told


def test_publicity_anew_is_told_with_its_edition() -> None:
    """A correction that opened a period says so."""
    programme = public.programme()
    anew = Edition(2, date(2020, 12, 16), (Amendment("更正", 2, "", None, None, date(2020, 12, 22)),))
    rounds = (replace(programme.rounds[0], editions=(anew,)), *programme.rounds[1:])
    items = _items(public.site(replace(programme, rounds=rounds)))
    told = next(each for each in items if each.id.endswith("publicity/2020-12-14/#edition-2"))
    assert told.summary == "更正1处，其中重新公示1处，见更正说明。"


def test_feed_is_short() -> None:
    """Of a site of many years the newest entries are in the feed."""
    programme = public.programme()
    rounds = tuple(public.publicity_round(date(2000 + year, 5, 6), 1, running=False) for year in range(20))
    many = [replace(programme, slug=f"p-{number}", rounds=rounds) for number in range(3)]
    items = _items(public.site(*many))
    assert len(items) == MOST
    assert items[-1].updated >= "2010"


@pytest.mark.parametrize("url", ["https://shili.example/", ""])
def test_pages_lead_to_the_feed_where_there_is_one(url: str, tmp_path: Path) -> None:
    """Without an address of its own a site has no feed and says nothing of one."""
    files = public.draw(public.site(url=url), tmp_path)
    found = [
        each for each in read(files[f"{SLUG}/index.html"]).all("link") if each.get("type") == "application/atom+xml"
    ]
    expected = {
        "rel": "alternate",
        "type": "application/atom+xml",
        "title": "示例市科协推荐认定公示",
        "href": "../feed.xml",
    }
    assert found == ([expected] if url else [])
    assert ("feed.xml" in files) is bool(url)


def test_site_without_programmes_has_an_empty_feed(tmp_path: Path) -> None:
    """It is as valid as any, and is of the day of the site."""
    feed = _parsed(replace(public.site(), programmes=(), statistics=()), tmp_path)
    assert feed.findall(f"{ATOM}entry") == []
    assert _texts(feed, "updated") == ["2021-03-17T00:00:00+08:00"]
