"""Every kind of page in a real browser, from a server with our headers: allowed, silent, light, and for everybody."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.tools import sites
from tests.tools.hosted import Hosted
from tests.tools.sites import Kind

pytestmark = pytest.mark.site

PREFIX = "/some/where/"
LIGHT = 60_000
WIDTHS = (320, 375, 768, 1280)
PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")


# The pages of the other sites differ little: `make test-web` and `make drill` look at them too.
LOOKED_AT = [
    pytest.param(each, id=each.name, marks=() if each.site == "demonstration" else pytest.mark.drill)
    for each in sites.KINDS
]


@pytest.fixture(params=LOOKED_AT)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Give each kind of page in turn."""
    shown: Kind = request.param
    return shown


@pytest.fixture
def hosted(kind: Kind, built: Path) -> Iterator[Hosted]:
    """Give the kind's site below a path; the page for any depth counts from the address that the content tells."""
    with Hosted(built / kind.site, "/" if kind.name == "lost" else PREFIX) as server:
        yield server


@pytest.fixture
def fresh(chromium: Browser) -> Iterator[Page]:
    """Give an empty page of a browser that knows nothing yet."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def address(hosted: Hosted, kind: Kind) -> str:
    return hosted.address + kind.path.removesuffix("index.html")


def probe(page: Page, name: str) -> Any:
    return page.evaluate(f"({PROBES}).{name}()")


def said_by(page: Page) -> list[str]:
    """Return the list in which all that the page says on its console will stand; what its policy refuses, too."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(error.message))
    return said


def test_every_kind_of_page_is_looked_at(built: Path) -> None:
    """No page of a site is of a kind (its body's class) that the list of kinds has not."""
    known = {kind_of(built / each.site / each.path) for each in sites.KINDS}
    there = {kind_of(file) for site in sites.SITES for file in (built / site).rglob("*.html")}
    assert sorted(there - known) == []


def kind_of(file: Path) -> str:
    (name,) = re.findall(r'<body class="([^"]+)"', file.read_text(encoding="utf-8"))
    return str(name)


def test_nothing_is_refused_missed_or_left_behind(fresh: Page, hosted: Hosted, kind: Kind) -> None:
    """Below any path a page has all its files, does what its policy allows, asks nobody else, and stores nothing.

    All that it loads before anybody touches it is under 60 KB, uncompressed.
    """
    said = said_by(fresh)
    asked: list[str] = []
    sizes: dict[str, int] = {}
    fresh.on("request", lambda request: asked.append(request.url))
    fresh.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}))
    fresh.goto(address(hosted, kind), wait_until="networkidle")
    assert said == []
    assert sum(sizes.values()) < LIGHT, sizes
    assert hosted.missing == []
    assert [each for each in asked if not each.startswith(hosted.address)] == []
    assert probe(fresh, "kept") == ["", 0, 0, 0, 0, 0]


def test_nothing_moves_and_wider_spacing_cuts_nothing(page: Page, hosted: Hosted, kind: Kind) -> None:
    """Nothing is animated, on the screen or on paper, so nobody has to ask for rest.

    With the spacing that people may set for themselves everything is there and nothing scrolls to the side.
    """
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address(hosted, kind))
    assert probe(page, "moving") == 0
    page.emulate_media(media="print")
    assert probe(page, "moving") == 0
    page.emulate_media(media="screen")
    probe(page, "space")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert probe(page, "cut") == []


def test_what_scrolls_to_the_side_is_reached_by_keys_and_has_a_name(page: Page, hosted: Hosted, kind: Kind) -> None:
    """At no width, nor with letters of twice the size, is anything in a box that only a mouse can scroll."""
    page.goto(address(hosted, kind))
    found = []
    for size in ("100%", "200%"):
        page.evaluate("size => document.documentElement.style.fontSize = size", size)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found += [(size, width, each) for each in probe(page, "boxes")]
    assert found == []


def test_focus_is_seen_wherever_it_goes(page: Page, hosted: Hosted, kind: Kind) -> None:
    """Each thing that the Tab key reaches has an outline of its own and nothing lies over it."""
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto(address(hosted, kind))
    found = []
    for _ in range(40):
        page.keyboard.press("Tab")
        found.append(probe(page, "unseen"))
    assert [each for each in found if each] == []


def test_skip_link_leads_past_the_navigation(page: Page, hosted: Hosted, kind: Kind) -> None:
    """The first link brings the keyboard into the main part: the next thing reached lies in it or after it."""
    page.goto(address(hosted, kind))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('header.masthead, nav') === null")
