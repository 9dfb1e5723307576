"""Takes the handbook's pictures of real screens: the demonstration's pages in a browser.

In: the repository's content, a browser. Out: PNG files by name. Must not know the handbook's text or pytest.

`python -m tests.tools.pictures FOLDER` writes them there; without a browser it says so and writes none.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from pipeline import build, render
from pipeline.staff.status import status
from tests.tools import browser

ROOT = Path(__file__).parents[2]
_NEVER = date(1, 1, 1)
_DESK = "desk.html"
_PROGRAMME = "longdu-2020"


def _fill(page: Page) -> None:
    """Fill in the form's first fields as an applicant does, and leave one of them wrong."""
    page.click("#fill-open")
    for label, text in (("姓名", "王示例"), ("所在单位", "示例大学"), ("职务", "科研处副处长"), ("手机号", "1380000")):
        page.get_by_label(label, exact=False).first.fill(text)
    page.get_by_label("邮箱", exact=False).first.focus()
    page.get_by_label("手机号", exact=False).first.evaluate("each => each.scrollIntoView({block: 'center'})")


def _to_the_list(page: Page) -> None:
    page.locator("table.list").first.evaluate("each => each.scrollIntoView()")


@dataclass(frozen=True, slots=True)
class Screen:
    """A picture: its name, the page that is shown, how large the window is, and what is done before it is taken."""

    name: str
    path: str
    width: int
    height: int
    first: Callable[[Page], object] = lambda _page: None


SCREENS = (
    Screen("notice.png", f"{_PROGRAMME}/index.html", 1180, 860),
    Screen("form.png", f"{_PROGRAMME}/form/index.html", 900, 860, _fill),
    Screen("publicity.png", f"{_PROGRAMME}/publicity/index.html", 390, 780, _to_the_list),
    Screen("roster.png", f"{_PROGRAMME}/roster/index.html", 1180, 860),
    Screen("certificate.png", f"{_PROGRAMME}/certificate/KCLD-2020-B001/index.html", 1000, 700),
    Screen("desk.png", _DESK, 1180, 760),
)


def take(instance: Browser, folder: Path) -> None:
    """Write every picture into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        site = _site(Path(place))
        for screen in SCREENS:
            size = ViewportSize(width=screen.width, height=screen.height)
            context = instance.new_context(viewport=size, color_scheme="light", locale="zh-CN")
            page = context.new_page()
            page.goto((site / screen.path).as_uri())
            screen.first(page)
            page.screenshot(path=folder / screen.name, animations="disabled")
            context.close()


def _site(place: Path) -> Path:
    """Build the demonstration, with the desk's page beside it as `serve` would answer it."""
    result = build.build(ROOT, place, _NEVER)
    if result.published is None:
        raise RuntimeError(f"the demonstration does not build: {result.findings}")
    judged = build.check(ROOT, _NEVER)
    (place / "site" / _DESK).write_bytes(render.desk(status(judged.site, judged.as_of), ROOT))
    return place / "site"


def main(folder: Path) -> None:
    """Take the pictures if there is a browser; else say that there are none."""
    path = browser.find()
    if path is None:
        sys.stderr.write("没有找到浏览器，手册没有配图 / no browser was found, the handbook has no pictures\n")
        return
    with sync_playwright() as driver:
        instance = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        take(instance, folder)
        instance.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
