"""What is looked for and how the page is read share one address: sent, gone back to, in large type, printed."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import SLUG, printed, write
from tests.unit import crowd

COUNT = 60
NAME = crowd.people(COUNT)[6][0].text
LARGE, STANDARD = "24px", "16px"
# As a browser does that lets no file change its address.
REFUSING = "history.replaceState = () => { throw new DOMException('refused', 'SecurityError'); };"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a site with a crowd on its roster."""
    return write(tmp_path_factory.mktemp("site"), crowd.programme(COUNT))


@pytest.fixture
def roster(site: Path) -> str:
    """Give the address of the roster on the disk."""
    return (site / SLUG / "roster/index.html").as_uri()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Give a page of the width of a phone."""
    context = chromium.new_context(viewport={"width": 375, "height": 800})
    yield context.new_page()
    context.close()


def size(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).fontSize"))


def look_for(page: Page, word: str) -> None:
    """Type the word and wait until it stands in the address."""
    page.get_by_role("searchbox").fill(word)
    page.wait_for_url(lambda address: f"q={word}" in unquote(address))


def test_large_type_and_what_is_looked_for_stand_together(page: Page, roster: str) -> None:
    """Neither takes the other away, in whatever order they come, and both are there when the page is opened again."""
    page.goto(f"{roster}#large")
    look_for(page, NAME)
    sent = str(page.evaluate("location.href"))
    assert unquote(sent) == f"{roster}?q={NAME}#large"
    page.goto("about:blank")
    page.goto(sent)
    expect(page.locator("#finder-found")).to_be_visible()
    assert (page.get_by_role("searchbox").input_value(), size(page)) == (NAME, LARGE)
    page.get_by_role("link", name="标准版").click()
    assert (page.get_by_role("searchbox").input_value(), size(page)) == (NAME, STANDARD)
    page.get_by_role("link", name="大字版").click()
    assert unquote(str(page.evaluate("location.href"))) == f"{roster}?q={NAME}#large"


def test_going_back_gives_the_same_people(page: Page, roster: str) -> None:
    """Typing adds nothing to the history: one step back from another page leads to what was found."""
    page.goto(roster)
    before = page.evaluate("history.length")
    look_for(page, NAME[:1])
    look_for(page, NAME)
    assert page.evaluate("history.length") == before
    page.get_by_role("link", name="首页").first.click()
    page.wait_for_url("**/index.html")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value(NAME)
    expect(page.locator("#finder-found")).to_be_visible()


def test_address_that_must_not_change_keeps_it_behind_its_mark(chromium: Browser, roster: str) -> None:
    """Where a browser refuses, the part after # does; large type, which stands there too, is left alone."""
    context = chromium.new_context()
    context.add_init_script(REFUSING)
    page = context.new_page()
    page.goto(roster)
    look_for(page, NAME)
    sent = str(page.evaluate("location.href"))
    assert unquote(sent) == f"{roster}#q={NAME}"
    other = context.new_page()
    other.goto(sent)
    expect(other.locator("#finder-found")).to_be_visible()
    other.get_by_role("link", name="大字版").click()
    other.get_by_role("searchbox").fill(NAME[:1])
    # Longer than the script waits before it writes the address.
    other.wait_for_timeout(600)
    assert (other.evaluate("location.href"), size(other)) == (f"{roster}#large", LARGE)
    context.close()


def test_print_says_what_was_looked_for(page: Page, roster: str) -> None:
    """On paper a part of the list is known as such: with the word, the count, and nobody else; no button."""
    _, text = printed(page, f"{roster}?q={NAME}")
    assert [each for each in ("查找结果", "找到1名。", f"查找{NAME}") if each not in text] == []
    assert [each for each in ("清除", "可以输入") if each in text] == []
    _, whole = printed(page, roster)
    assert [each for each in ("查找", "找到") if each in whole] == []
