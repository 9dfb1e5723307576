"""Large type: the address asks for it, every page of the site keeps it, and nothing is stored."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import SLUG, write
from tests.unit import public_fixture as public

LARGE, STANDARD = 24.0, 16.0


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the address of a site's home page on the disk."""
    return (write(tmp_path_factory.mktemp("site"), public.programme()) / "index.html").as_uri()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Give a page of the width of a phone."""
    context = chromium.new_context(viewport={"width": 375, "height": 800})
    yield context.new_page()
    context.close()


def size(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))


def test_link_to_large_type_works_without_script(chromium: Browser, home: str) -> None:
    """The link at the top alone makes type half as large again, and the one in its place takes it back."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home)
    before = size(page)
    page.get_by_role("link", name="大字版").click()
    assert (before, size(page), page.url) == (STANDARD, LARGE, f"{home}#large")
    page.get_by_role("link", name="标准版").click()
    assert size(page) == STANDARD
    context.close()


def test_large_type_goes_along(page: Page, home: str) -> None:
    """Links to other pages carry it; those to a place on the page and to other hosts are as they were."""
    page.goto(f"{home}#large")
    page.get_by_role("link", name="认定名单").first.click()
    page.wait_for_url(f"**/{SLUG}/roster/index.html#large")
    page.wait_for_load_state()
    assert size(page) == LARGE
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.url.endswith("#large")
    page.get_by_role("link", name="标准版").click()
    page.get_by_role("link", name="首页").first.click()
    page.wait_for_load_state()
    assert size(page) == STANDARD


@pytest.mark.parametrize("path", ["index.html", f"{SLUG}/index.html", f"{SLUG}/roster/index.html"])
def test_large_type_fits_a_phone(page: Page, home: str, path: str) -> None:
    """Nothing is wider than the screen, and what is to be touched is at least 44 px high."""
    page.goto(f"{home.removesuffix('index.html')}{path}#large")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    low = page.evaluate(
        "[...document.querySelectorAll('.site-nav a, .tabs a, .actions a, .reading a')]"
        ".map(each => each.getBoundingClientRect().height).filter(each => each > 0 && each < 44)"
    )
    assert low == []


def test_nothing_is_kept(page: Page, home: str) -> None:
    """Neither cookies nor storage know of it."""
    page.goto(f"{home}#large")
    page.get_by_role("link", name="认定名单").first.click()
    page.wait_for_load_state()
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
