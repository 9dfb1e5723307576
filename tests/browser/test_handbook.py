"""The handbook in a real browser, from the file system, with the pictures that `make handbook` takes."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from pipeline.cli import cli
from pipeline.handbook import chapters
from pipeline.handbook.types import Picture
from tests.tools import pictures

WIDTHS = (375, 1280)
PLACE = Path(chapters.__file__).parent / "chapters"
NAMED = [
    part.name for each in PLACE.glob("*.md") for part in chapters.read(each.stem).parts if isinstance(part, Picture)
]


@pytest.fixture(scope="module")
def folder(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the handbook with all its pictures."""
    place = tmp_path_factory.mktemp("handbook")
    pictures.take(chromium, place / "pictures")
    order = ["handbook", "--output", str(place / "out"), "--pictures", str(place / "pictures")]
    assert CliRunner().invoke(cli, order).exit_code == 0
    return place / "out" / "site"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Give an empty page without scripts: the handbook needs none."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_every_picture_is_taken_at_its_size(folder: Path) -> None:
    """Every picture that a chapter names is there, as large as its screen; none is taken that no chapter shows."""
    sizes = {each.name: struct.unpack(">II", each.read_bytes()[16:24]) for each in (folder / "pictures").iterdir()}
    assert sizes == {each.name: (each.width, each.height) for each in pictures.SCREENS}
    assert sorted(NAMED) == sorted(sizes)


def test_nothing_is_wider_than_the_screen(folder: Path, chromium: Browser) -> None:
    """No page scrolls sideways, on a phone or a desk; nothing on it but the text of examples is cut."""
    page = chromium.new_page()
    overflowing = []
    # The pages of findings are of one make; that of the longest words stands for them.
    for each in sorted({*folder.glob("*.html")} - {*folder.glob("codes-[!x].html")}):
        page.goto(each.as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                overflowing.append((each.name, width))
    page.close()
    assert overflowing == []


def test_pages_are_read_without_scripts(folder: Path, page: Page) -> None:
    """Without a script, a reader goes on by “next”, and comes to the explanation of a code by its link."""
    page.goto((folder / "record.html").as_uri())
    page.get_by_role("link", name="R415").first.click()
    assert page.url.endswith("codes-r.html#R415")
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="下一页：安装").click()
    assert page.get_by_role("heading", level=1).inner_text() == "安装"
