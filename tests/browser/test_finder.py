"""Finding people in a long list: as one types, by characters, sounds and initials, on a page from the disk."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import SLUG, write
from tests.unit import crowd

COUNT = 450
NAMES = tuple(each[0].text for each in crowd.people(COUNT))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a site with a crowd on its roster."""
    return write(tmp_path_factory.mktemp("site"), crowd.programme(COUNT))


@pytest.fixture
def roster(site: Path) -> str:
    """Give the address of the roster on the disk."""
    return (site / SLUG / "roster/index.html").as_uri()


@pytest.fixture
def page(page: Page) -> Page:
    """Give a page of the width of a phone."""
    page.set_viewport_size({"width": 375, "height": 800})
    return page


def names(page: Page) -> list[str]:
    """Return the names that are found."""
    return [each.strip() for each in page.locator(".finder-found th.name").all_text_contents()]


def shown(name: str) -> int:
    """Count who is called so and is still named on the roster."""
    return sum(each == name for number, each in enumerate(NAMES, 1) if number % 20)


def test_nothing_is_fetched_before_it_is_asked_for(page: Page, roster: str) -> None:
    """A page of a list loads one small script; the index comes when somebody goes to the search."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(roster)
    assert [each for each in asked if each == "people.js" or each.startswith("finder-search.")] == []
    page.get_by_role("searchbox").focus()
    expect(page.locator("#finder")).to_be_visible()
    page.get_by_role("searchbox").fill(NAMES[0])
    expect(page.locator("#finder-found")).to_be_visible()
    assert [each for each in asked if each == "people.js"] == ["people.js"]


def test_name_is_found_by_characters_sounds_and_initials(page: Page, roster: str) -> None:
    """Whoever has the name is listed, on whatever page of the list he stands, and the count is announced."""
    page.goto(roster)
    field = page.get_by_role("searchbox")
    wanted = NAMES[321]
    field.fill(wanted)
    expect(page.get_by_role("status")).to_have_text(f"找到{shown(wanted)}名。")
    assert set(names(page)) == {wanted}
    expect(page.locator(".finder-whole")).to_be_hidden()
    link = page.locator(".finder-found .code a").first
    assert (link.get_attribute("href") or "").endswith(f"certificate/{link.text_content()}/index.html")


@pytest.mark.parametrize("typed", ["欧阳", "ouyang", "ouy", "oy", "OU YANG", "ōuyáng"])
def test_sounds_mean_what_characters_mean(page: Page, roster: str, typed: str) -> None:
    """Pinyin in full, in part, by initials, spaced, in capitals or with tones finds a surname of two characters."""
    page.goto(roster)
    page.get_by_role("searchbox").fill(typed)
    expect(page.locator("#finder-found")).to_be_visible()
    there = {name for number, name in enumerate(NAMES, 1) if name.startswith("欧阳") and number % 20}
    assert there
    assert there - set(names(page)) == set()


def test_nobody_found_is_said_with_what_to_try(page: Page, roster: str) -> None:
    """An empty list says so and helps."""
    page.goto(roster)
    page.get_by_role("searchbox").fill("不存在的人")
    expect(page.get_by_role("status")).to_have_text("没有找到。")
    expect(page.locator(".finder-none")).to_be_visible()
    assert names(page) == []


def test_choice_and_words_narrow_each_other(page: Page, roster: str) -> None:
    """A category and a unit's name together list those who have both."""
    page.goto(roster)
    page.get_by_label("类别").select_option("A类")
    page.get_by_role("searchbox").fill("大学")
    expect(page.locator("#finder-found")).to_be_visible()
    rows = page.locator(".finder-found tbody tr").all_text_contents()
    assert rows
    assert [each for each in rows if "A类" not in each or "大学" not in each] == []


def test_address_brings_the_same_people_back(chromium: Browser, page: Page, roster: str) -> None:
    """What is looked for stands in the address: who opens it sees the same list."""
    page.goto(roster)
    page.get_by_role("searchbox").fill(NAMES[7])
    page.wait_for_url("**q=**")
    other = chromium.new_context().new_page()
    other.goto(page.url)
    expect(other.get_by_role("searchbox")).to_have_value(NAMES[7])
    expect(other.get_by_role("status")).to_have_text(f"找到{shown(NAMES[7])}名。")
    assert names(other) == names(page)
    other.context.close()


def test_escape_and_button_give_the_whole_list_back(page: Page, roster: str) -> None:
    """Esc in the field and the button both clear what was looked for."""
    page.goto(roster)
    for clear in (lambda: page.keyboard.press("Escape"), lambda: page.get_by_role("button", name="清除").click()):
        page.get_by_role("searchbox").fill(NAMES[7])
        expect(page.locator(".finder-whole")).to_be_hidden()
        clear()
        expect(page.locator(".finder-whole")).to_be_visible()
        expect(page.get_by_role("searchbox")).to_have_value("")
        expect(page.get_by_role("searchbox")).to_be_focused()


def test_many_results_come_by_two_hundred(page: Page, roster: str) -> None:
    """The rest is listed on request, and the keyboard goes on where it begins."""
    page.goto(roster)
    page.get_by_label("状态").select_option("在任")
    total = sum(each.standing == "在任" for each in crowd.programme(COUNT).roster)
    expect(page.get_by_role("status")).to_have_text(f"找到{total}名，先列前200名。")
    page.get_by_role("button", name="再列").click()
    assert page.locator(".finder-found tbody tr").count() == total if total <= 400 else 400
    assert page.evaluate("document.activeElement.rowIndex") == 201


def test_without_script_there_is_the_list_and_no_search(chromium: Browser, roster: str) -> None:
    """Nothing is offered that would not work."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(roster)
    assert page.locator("#finder").is_hidden()
    assert page.locator(".finder-whole tbody tr").count() == 200
    context.close()
