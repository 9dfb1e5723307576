"""Finding people among twenty thousand: the page from the disk, its index whole, its lists by two hundred."""

import pytest
from playwright.sync_api import Page, expect

from pipeline import pages, render
from tests.browser.test_pages import SLUG
from tests.unit import crowd
from tests.unit import public_fixture as public

COUNT = 20_000
LIST = f"{SLUG}/roster/index.html"


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the address of the roster's first page, drawn with its index and what every page loads."""
    folder = tmp_path_factory.mktemp("site")
    planned = pages.plan(public.site(crowd.programme(COUNT)))
    wanted = [
        each for each in planned if each.path in (LIST, f"{SLUG}/roster/people.js") or each.path.startswith("assets/")
    ]
    outputs, _ = render.all(wanted, folder / "root")
    for each in outputs:
        file = folder / each.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(each.data)
    return (folder / LIST).as_uri()


@pytest.fixture
def page(page: Page) -> Page:
    """Give a page of the narrowest phone."""
    page.set_viewport_size({"width": 320, "height": 640})
    return page


def named(start: str) -> list[str]:
    """Return who is named on the roster with this beginning, as often as there are."""
    names = (each[0].text for each in crowd.people(COUNT))
    return [name for number, name in enumerate(names, 1) if number % 20 and name.startswith(start)]


@pytest.mark.parametrize("typed", ["诸葛", "zhuge", "zhug"])
def test_everybody_of_a_surname_is_found(page: Page, roster: str, typed: str) -> None:
    """On whatever page of a hundred they stand; and the phone does not scroll sideways."""
    page.goto(roster)
    page.get_by_role("searchbox").fill(typed)
    expect(page.get_by_role("status")).to_contain_text("找到")
    found = [each.strip() for each in page.locator(".finder-found th.name").all_text_contents()]
    assert sorted(each for each in found if each.startswith("诸葛")) == sorted(named("诸葛"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_many_are_counted_and_few_are_drawn(page: Page, roster: str) -> None:
    """The count is of all; the page draws no more than two hundred at once."""
    page.goto(roster)
    page.get_by_label("状态").select_option("在任")
    expect(page.get_by_role("status")).to_have_text("找到18000名，先列前200名。")
    assert page.locator(".finder-found tbody tr").count() == 200
