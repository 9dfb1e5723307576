"""Every link of whole sites leads somewhere, everything can be reached, and no page asks another host for anything."""

import re
from pathlib import Path

import pytest

from tests.tools import sites
from tests.tools.crawler import Link, Site

pytestmark = pytest.mark.site
GOOD = {
    "index.html": '<p id="top"><a href="a/index.html#there">a</a> <a href="a/">a</a> <a href="#top">up</a></p>',
    "a/index.html": '<p id="there"><img src="../x.svg"><a href="../">home</a></p>',
    "x.svg": "<svg/>",
    "404.html": '<a href="/">home</a><a href="/a/index.html">a</a>',
}


def site_of(folder: Path, files: dict[str, str]) -> Site:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return Site(folder)


@pytest.fixture(scope="module", params=sites.SITES)
def site(request: pytest.FixtureRequest, built: Path) -> Site:
    """Give each whole site in turn."""
    return Site(built / str(request.param))


def test_every_link_leads_to_a_file_and_a_place_in_it(site: Site) -> None:
    """No link, picture, style or script is missing, and every fragment has its target."""
    assert site.pages.keys() >= {"index.html", "404.html"}
    assert site.dead() == []


def test_everything_can_be_reached_from_the_home_page(site: Site) -> None:
    """Nobody has to know an address by heart; nothing was written that nothing leads to."""
    assert site.unreachable() == []


def test_links_hold_below_any_path_and_on_a_file_system(site: Site) -> None:
    """No link counts from the host's root but those of the page that is served at any depth."""
    assert site.absolute() == []


def test_other_hosts_are_those_that_the_content_names(site: Site, request: pytest.FixtureRequest) -> None:
    """The site leads to no host that does not stand in its content."""
    root, _ = sites.SITES[request.node.callspec.params["site"]]
    files = [each for each in (root / "content").rglob("*") if each.suffix in {".yml", ".md"}]
    content = "".join(each.read_text(encoding="utf-8") for each in files)
    assert [each for each in site.hosts() if not re.search(rf"//{re.escape(each)}\b", content)] == []


def test_crawler_finds_nothing_in_a_good_site(tmp_path: Path) -> None:
    """Links to files, folders and places are followed as a browser follows them."""
    good = site_of(tmp_path, GOOD)
    assert (good.dead(), good.unreachable(), good.absolute(), good.hosts()) == ([], [], [], set())


def test_crawler_sees_each_fault(tmp_path: Path) -> None:
    """A missing file, a missing place, a style's missing picture, a lonely page, a way from the root, another host."""
    added = (
        '<a href="b.html">b</a><a href="a/#nowhere">n</a><a href="/a/">r</a><script src="//cdn.example/x.js"></script>'
    )
    style = "p { background: url('away.png') }"
    bad = site_of(tmp_path, {**GOOD, "index.html": GOOD["index.html"] + added, "c.html": "<p>c</p>", "d.css": style})
    assert bad.dead() == [Link("index.html", "b.html"), Link("index.html", "a/#nowhere"), Link("d.css", "away.png")]
    assert bad.unreachable() == ["c.html", "d.css"]
    assert bad.absolute() == [Link("index.html", "/a/")]
    assert bad.hosts() == {"cdn.example"}
