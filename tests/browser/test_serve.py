"""`serve` in a real browser: pages reload on change, findings lie over the last good page, and go when mended."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).parents[2]
PATIENCE = 20_000
NOTICE = "content/programmes/longdu-2020/notice.md"


# Headless, every page counts as seen, so it is told that it is not.
SEEN = """(state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
KEPT = "(name) => { dispatchEvent(new PageTransitionEvent(name, { persisted: true })); }"


class Served:
    """A `gongshi serve` of a content copy, in a process of its own."""

    def __init__(self, root: Path, port: int = 0) -> None:
        self.root = root
        self._log = root / "serve.log"
        arguments = [sys.executable, "-m", "pipeline", "--lang", "zh", "serve", "--port", str(port)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        with self._log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(arguments, cwd=root, env=environment, stderr=log)
        self.address = self._address()

    def _address(self) -> str:
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end and self.process.poll() is None:
            match = re.search(r"http://127\.0\.0\.1:\d+/", self._log.read_text(encoding="utf-8"))
            if match:
                return match[0]
            time.sleep(0.05)
        self.process.kill()
        self.process.wait()
        raise AssertionError(self._log.read_text(encoding="utf-8"))

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


@pytest.fixture
def served(content_copy: Path) -> Iterator[Served]:
    instance = Served(content_copy)
    yield instance
    if instance.process.poll() is None:
        instance.process.kill()
        instance.process.wait()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield page
    context.close()


def mobile_line(root: Path) -> str:
    (file,) = (root / "content").rglob("a-001.yml")
    return next(each for each in file.read_text(encoding="utf-8").splitlines() if each.startswith("手机号:"))


def test_the_page_follows_the_notice(served: Served, page: Page) -> None:
    """A word changed in the notice is on the open page without a hand on the browser."""
    page.goto(served.address + "longdu-2020/")
    served.edit(NOTICE, "能在本单位长期工作", "能在本单位长期稳定工作")
    expect(page.get_by_text("能在本单位长期稳定工作")).to_be_visible()


def test_many_pages_are_open_at_once(served: Served, page: Page) -> None:
    """Pages that nobody sees take no connection from the others, and follow once they are seen again."""
    hidden, kept = ([page.context.new_page() for _ in range(4)] for _ in range(2))
    for each in (*hidden, *kept):
        each.goto(served.address + "longdu-2020/", timeout=PATIENCE)
        each.evaluate(*((SEEN, "hidden") if each in hidden else (KEPT, "pagehide")))
    page.goto(served.address + "longdu-2020/")
    served.edit(NOTICE, "能在本单位长期工作", "能在本单位长久工作")
    expect(page.get_by_text("能在本单位长久工作")).to_be_visible()
    expect(hidden[0].get_by_text("能在本单位长期工作")).to_be_visible()
    hidden[0].evaluate(SEEN, "visible")
    kept[0].evaluate(KEPT, "pageshow")
    for each in (hidden[0], kept[0]):
        expect(each.get_by_text("能在本单位长久工作")).to_be_visible()


def test_a_page_outlives_the_server(served: Served, page: Page) -> None:
    """A page that stays open while the server is ended, the content changed and the server begun again is not old."""
    page.goto(served.address + "longdu-2020/")
    assert served.end() == 0
    served.edit(NOTICE, "能在本单位长期工作", "能在本单位持续工作")
    again = Served(served.root, urlsplit(served.address).port or 0)
    try:
        expect(page.get_by_text("能在本单位持续工作")).to_be_visible()
    finally:
        again.end()


def test_findings_lie_over_the_last_good_page(served: Served, page: Page) -> None:
    """Place, line and hint are shown, the page below stays usable, and all goes when it is mended."""
    page.goto(served.address)
    (file,) = (served.root / "content").rglob("a-001.yml")
    path, line = file.relative_to(served.root).as_posix(), mobile_line(served.root)
    served.edit(path, line, "手机号: 12345")
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text(path)
    expect(panel).to_contain_text("应为 11 位手机号码")
    expect(panel).to_contain_text("手机号: 12345")
    page.locator("main a").first.click()
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("应为 11 位手机号码")
    served.edit(path, "手机号: 12345", line)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_it_survives_deleted_content(served: Served, page: Page) -> None:
    """With content/ gone the last good page stays; when it is back, the site follows again."""
    page.goto(served.address + "longdu-2020/")
    (served.root / "content").rename(served.root / "away")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    shutil.move(served.root / "away", served.root / "content")
    expect(page.get_by_role("alert")).to_have_count(0)
    served.edit(NOTICE, "能在本单位长期工作", "能在本单位一直工作")
    expect(page.get_by_text("能在本单位一直工作")).to_be_visible()


def test_the_desk_follows_the_files_and_is_not_in_the_site(served: Served, page: Page) -> None:
    """The staff's page shows who stands where, reloads on change, and no file of the site holds it."""
    page.goto(served.address + "__gongshi/status")
    expect(page.get_by_role("row", name="a-019")).to_contain_text("未收到")
    (file,) = (served.root / "content").rglob("a-019.yml")
    with file.open("a", encoding="utf-8", newline="\n") as stream:
        stream.write("办理:\n  - {日期: 2020-12-07, 事项: 收到, 纸质: 是, 电子: 是}\n")
    expect(page.get_by_role("row", name="a-019")).to_contain_text("已收到")
    pages = [each.read_bytes() for each in (served.root / "output" / "site").rglob("*") if each.is_file()]
    assert [each for each in pages if "办理一览".encode() in each] == []


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt is sent otherwise there")
def test_an_interrupt_ends_it_quietly(served: Served, page: Page) -> None:
    """Ctrl+C ends with exit code 0 while a browser is connected."""
    page.goto(served.address)
    assert served.end() == 0
