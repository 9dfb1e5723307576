"""The sitemap: every page once, with the day on which it changed last, as far as that is known."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from pipeline import content, pages, public, render
from pipeline.pages import JsonFile, Page, TableFile, site_map
from pipeline.pages.days import written
from pipeline.pages.site_map import Place
from pipeline.public.types import PublicSite
from tests.unit import public_fixture as fixture
from tests.unit.html_reader import read

ROOT = Path(__file__).parents[2]
SLUG = "longdu-2020"
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TURNS = [date(2020, 11, 25), *(date(2020, 12, day) for day in (8, 9, 14, 15, 18, 19, 20, 25, 26))]
TURNS += [date(2021, 1, 8), date(2021, 2, 26), date(2021, 3, 5), date(2021, 3, 6), date(2021, 3, 19), date(2021, 3, 20)]


@cache
def _content() -> object:
    return content.load(ROOT)[0]


def _site(day: date) -> PublicSite:
    return public.project(_content(), day)[0]  # type: ignore[arg-type]  # cached as an object


def _places(site: PublicSite, path: str = "sitemap.xml") -> dict[str, str]:
    page = next(each for each in pages.plan(site) if each.path == path and isinstance(each, Page))
    places = page.data["places"]
    assert isinstance(places, tuple)
    return {each.address.removeprefix(site.url): each.changed for each in places}


def test_sitemap_names_every_page_once() -> None:
    """It holds the addresses that name pages, without data files and the page of lost ways."""
    slug = fixture.SLUG
    assert list(_places(fixture.site())) == [
        *("", "ketizu-2021/", "ketizu-2021/form/", f"{slug}/", f"{slug}/certificate/"),
        *(f"{slug}/certificate/YBZG-2020-A{number:03}/" for number in range(1, 13)),
        *(f"{slug}/certification/2020-12-25/", f"{slug}/form/"),
        *(f"{slug}/publicity/2020-12-14/", f"{slug}/publicity/2021-03-15/", f"{slug}/roster/", f"{slug}/roster/data/"),
        *("roster/", "roster/data/", "roster/statistics/", "sitemap/"),
    ]


def test_days_are_those_of_events() -> None:
    """Of the demonstration: deadlines, ends of periods, decisions and corrections, not the day of the site."""
    found = _places(_site(date(2021, 3, 17)))
    certificate = f"{SLUG}/certificate/KCLD-2020-"
    expected = {
        "": "2021-03-17",
        f"{SLUG}/": "2021-03-15",
        f"{SLUG}/form/": "2020-12-09",
        f"{SLUG}/publicity/2020-12-14/": "2021-03-15",
        f"{SLUG}/publicity/2021-03-15/": "2021-03-17",
        f"{SLUG}/certification/2020-12-25/": "2021-03-05",
        f"{SLUG}/roster/": "2021-03-05",
        "roster/statistics/": "2021-03-05",
        f"{certificate}A001/": "2020-12-25",
        f"{certificate}A005/": "2021-03-05",
        "sitemap/": "2021-03-15",
    }
    assert {each: found[each] for each in expected} == expected


def _told(site: PublicSite) -> Iterator[tuple[str, str, str]]:
    """Yield each page that has a day, and its main part without the day of the site."""
    planned = [each for each in pages.plan(site) if isinstance(each, Page | TableFile | JsonFile)]
    outputs, findings = render.all(planned, ROOT)
    assert findings == ()
    texts = {each.path: each.data.decode("utf-8", errors="replace") for each in outputs}
    for each in planned:
        if isinstance(each, Page) and each.web and each.changed:
            main = texts[each.path].partition("<main")[2].partition("</main>")[0]
            main = re.sub(rf"截至(<time[^>]*>)?{written(site.as_of)}", "", main)
            yield each.path, each.changed.isoformat(), main


def test_a_page_that_changed_says_so() -> None:
    """Between two days a page of the demonstration that says something else has another day, after the first.

    How large a file is says nothing of the list: its day alone makes it so.
    """
    told = [(day, {path: (changed, main) for path, changed, main in _told(_site(day))}) for day in TURNS]
    for (before, old), (after, new) in pairwise(told):
        assert [path for path, (changed, _) in new.items() if changed > after.isoformat()] == []
        differ = {path for path in old.keys() & new.keys() if old[path][1] != new[path][1] and "/data/" not in path}
        assert {path: new[path][0] for path in differ if new[path][0] <= before.isoformat()} == {}


def test_a_page_that_did_not_change_keeps_its_day() -> None:
    """A quiet year moves no date but those of ends that come by themselves."""
    quiet = [_places(_site(date(2021, 4, 1) + timedelta(days=days))) for days in (0, 100, 270)]
    assert quiet[0] == quiet[1] == quiet[2]


def test_what_is_not_known_has_no_day() -> None:
    """A site that cannot say when its lists changed does not pretend to."""
    found = _places(fixture.site())
    assert found[f"{fixture.SLUG}/roster/"] == found[f"{fixture.SLUG}/certificate/YBZG-2020-A001/"] == ""


def test_sitemap_is_valid(tmp_path: Path) -> None:
    """By the protocol: an address and perhaps a day each."""
    site = _site(date(2021, 3, 17))
    outputs, findings = render.all([each for each in pages.plan(site) if each.path == "sitemap.xml"], tmp_path)
    assert findings == ()
    tree = etree.fromstring(outputs[0].data)
    assert tree.tag == f"{NAMESPACE}urlset"
    for node in tree:
        assert [each.tag for each in node] in (
            [f"{NAMESPACE}loc"],
            [f"{NAMESPACE}loc", f"{NAMESPACE}lastmod"],
        )
        assert (node.findtext(f"{NAMESPACE}loc") or "").startswith("https://gongshi.example/")


def test_above_fifty_thousand_there_are_parts(tmp_path: Path) -> None:
    """An index leads to parts that are not too long, and tells the newest day of each."""
    url = "https://shili.example/"
    files = [
        Page(f"{number}/index.html", "", {}, f"{url}{number:06}/", changed=date(2020, 1, 1 + number // site_map.MOST))
        for number in range(site_map.MOST + 1)
    ]
    first, second, index = site_map.plan(files, url)
    assert (first.path, second.path, index.path) == ("sitemap-1.xml", "sitemap-2.xml", "sitemap.xml")
    assert first.data["places"][-1:] + second.data["places"] == (  # type: ignore[index, operator]  # data is untyped
        Place(f"{url}049999/", "2020-01-01"),
        Place(f"{url}050000/", "2020-01-02"),
    )
    tree = etree.fromstring(render.all([index], tmp_path)[0][0].data)
    assert [[each.text for each in node] for node in tree] == [
        [f"{url}sitemap-1.xml", "2020-01-01"],
        [f"{url}sitemap-2.xml", "2020-01-02"],
    ]


@pytest.mark.parametrize("url", ["https://shili.example/", ""])
def test_people_have_a_list_of_all_pages(url: str, tmp_path: Path) -> None:
    """Every page but the certificates' own and later pages of lists is led to, and every page leads to that list."""
    files = fixture.draw(fixture.site(url=url), tmp_path)
    links = {each["href"].removeprefix("../") for each in read(files["sitemap/index.html"]).all("a")}
    single = {path for path in files if path.endswith("index.html") and "/certificate/Y" not in path}
    assert single - links == {"sitemap/index.html", f"{fixture.SLUG}/publicity/index.html"}
    assert [path for path in files if path.endswith("index.html") and "网站地图" not in files[path]] == []


def test_site_without_programmes_lists_itself(tmp_path: Path) -> None:
    """Nothing is missing where there is nothing."""
    empty = replace(fixture.site(), programmes=(), statistics=())
    assert list(_places(empty)) == ["", "sitemap/"]
    assert "sitemap/index.html" in fixture.draw(empty, tmp_path)
