"""The site in a real browser, opened from the file system: it fits, it links, it prints, it asks for nothing else."""

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from pipeline.forms import Layout, LayoutCell, LayoutRow
from pipeline.public.types import PublicForm
from tests.unit import public_fixture as public

WIDTHS = (320, 375, 768, 1280)
SLUG = public.SLUG
PAGES = (
    "index.html",
    "roster/index.html",
    f"{SLUG}/index.html",
    f"{SLUG}/form/index.html",
    f"{SLUG}/publicity/index.html",
    f"{SLUG}/publicity/2020-12-14/2/index.html",
    f"{SLUG}/roster/index.html",
    f"{SLUG}/certification/2020-12-25/index.html",
    f"{SLUG}/certificate/index.html",
    f"{SLUG}/certificate/YBZG-2020-A001/index.html",
    "roster/statistics/index.html",
)
A4 = (595, 842)
MM = 96 / 25.4


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site as files, with lists of two pages."""
    return write(tmp_path_factory.mktemp("site"), public.programme(201), public.fresh_programme())


def write(folder: Path, *programmes: public.PublicProgramme) -> Path:
    """Write the site of the programmes into the folder and return it."""
    for path, data in public.draw_all(public.site(*programmes), folder / "root").items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def without_script(chromium: Browser) -> Iterator[Page]:
    """Give a page on which scripts are forbidden."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def printed(page: Page, address: str) -> tuple[tuple[tuple[int, int], ...], str]:
    """Print the page as its stylesheet says; return the sheets' sizes in points and their text without blanks.

    PDF files give some characters as their radicals, so the text is brought back to characters (NFKC).
    """
    page.goto(address)
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    sizes = tuple((round(each.mediabox.width), round(each.mediabox.height)) for each in sheets)
    text = "".join("".join(each.extract_text().split()) for each in sheets)
    return sizes, unicodedata.normalize("NFKC", text)


@pytest.fixture(params=PAGES)
def address(request: pytest.FixtureRequest, folder: Path) -> str:
    """Give the address of each kind of page in turn."""
    return (folder / str(request.param)).as_uri()


def test_nothing_is_wider_than_the_screen(page: Page, address: str) -> None:
    """No page scrolls sideways, at any of the four widths, with letters of the usual size and of twice that."""
    overflowing = []
    page.goto(address)
    for size in ("100%", "200%"):
        page.evaluate("size => document.documentElement.style.fontSize = size", size)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                overflowing.append((size, width))
    assert overflowing == []


def test_page_asks_for_its_own_files_only_and_is_silent(page: Page, address: str, folder: Path) -> None:
    """All that a page loads lies in the site's folder, and the console stays empty.

    As the browser reads them from a file system, links name files that are there.
    """
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(error.message))
    page.goto(address)
    assert [each for each in asked if not each.startswith(folder.as_uri())] == []
    assert said == []
    links = page.evaluate("[...document.links].map(link => link.href)")
    files = [Path(unquote(urlsplit(each).path)) for each in links if each.startswith("file:")]
    assert files != []
    assert [each for each in files if not each.is_file()] == []


def test_page_reads_without_script(page: Page, without_script: Page, address: str) -> None:
    """With scripts forbidden the same words are there, in sight; only what searches them is not."""
    texts = []
    for each in (page, without_script):
        each.goto(address)
        each.evaluate("document.querySelectorAll('.finder').forEach(each => each.remove())")
        texts.append(each.inner_text("main"))
    assert texts[0] == texts[1] != ""


def test_keyboard_reaches_the_text_first(page: Page, address: str) -> None:
    """The first key press shows the way past the navigation."""
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") == 0


def test_words_stand_out_from_their_ground(page: Page, address: str) -> None:
    """Every text has a contrast of at least 4.5 to 1 with what is behind it, by day and by night."""
    page.goto(address)
    for day in (True, False):
        page.emulate_media(color_scheme="light" if day else "dark")
        assert page.evaluate(Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")) == []


def test_list_becomes_cards_on_a_phone(page: Page, folder: Path) -> None:
    """On a phone each value has its label before it, and a name of usual length is on one line."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto((folder / SLUG / "publicity/index.html").as_uri())
    before = "cell => getComputedStyle(cell, '::before').content"
    assert page.locator("tbody tr:first-child td[data-label]").evaluate_all(f"cells => cells.map({before})") == [
        *('"类别"', '"所在单位"', '"职务"'),
    ]
    lines = "names => names.map(name => Math.round(name.clientHeight / parseFloat(getComputedStyle(name).lineHeight)))"
    assert page.locator("tbody .name").evaluate_all(lines) == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("slug", "title"),
    [(SLUG, "附件示例市科协“样本之光”联络员推荐表"), ("ketizu-2021", "附件1示例课题组申报表")],
)
def test_form_prints_on_one_a4_page(page: Page, folder: Path, slug: str, title: str) -> None:
    """The blank form is one page of A4, with its mark, its title, a box to tick and its last cell on it."""
    sizes, text = printed(page, (folder / slug / "form/index.html").as_uri())
    assert sizes == (A4,)
    assert [each for each in (title, "□A类", "工作简历", "位科协意", "负责人签字") if each not in text] == []


def test_form_has_its_measures_on_paper(page: Page, folder: Path) -> None:
    """On paper the columns and rows are as wide and high as the form says, and the table is within the page."""
    page.set_viewport_size({"width": round(190 * MM), "height": round(277 * MM)})
    page.emulate_media(media="print")
    page.goto((folder / SLUG / "form/index.html").as_uri())
    grid = page.locator(".form-grid").bounding_box()
    rows = page.locator(".form-grid tr").evaluate_all("rows => rows.map(row => row.getBoundingClientRect().height)")
    columns = page.locator(".form-grid tr:nth-child(2) > *").evaluate_all(
        "cells => cells.map(cell => cell.getBoundingClientRect().width)"
    )
    assert grid is not None
    assert [round(each / MM) for each in columns] == [28, 50, 28, 50]
    assert [round(each / MM) for each in rows] == [10, 10, 10, 10, 14, 70, 35, 35]
    assert grid["x"] >= 0
    assert grid["x"] + grid["width"] <= 190 * MM
    assert grid["y"] + grid["height"] <= 277 * MM


def test_greatest_form_prints_on_one_page(page: Page, tmp_path: Path) -> None:
    """A form as wide and as high as forms may be is still one page."""
    cells = (LayoutCell("label", "甲", "甲", 1), LayoutCell("value", "甲", "", 1, "opinion"))
    layout = Layout(("40mm", "130mm"), (LayoutRow("100mm", cells), LayoutRow("150mm", cells)))
    great = replace(
        public.programme(), form=PublicForm("示例市科协“样本之光”联络员推荐表", layout, "附件1", "0a1b2c3d")
    )
    sizes, _ = printed(page, (write(tmp_path, great) / SLUG / "form/index.html").as_uri())
    assert sizes == (A4,)


def test_printed_notice_is_the_document_alone(page: Page, folder: Path) -> None:
    """On paper the notice has its title and its pages' numbers, and nothing of the screen's navigation."""
    sizes, text = printed(page, (folder / SLUG / "index.html").as_uri())
    assert set(sizes) == {A4}
    assert [each for each in ("办理进展", "在任名单", "首页", "联系方式") if each in text] == []
    assert "联络员推荐认定工作的通知" in text


def test_printed_publicity_says_how_to_object(page: Page, folder: Path) -> None:
    """On paper too it is a whole notice: basis, period, ways to object, the list."""
    _, text = printed(page, (folder / SLUG / "publicity/index.html").as_uri())
    told = ("根据《示例市科协", "公示期自2021年3月15日", "0393-0003009", "特此公示", "王示例")
    assert [each for each in told if each not in text] == []
