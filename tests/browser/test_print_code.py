"""The code of a page on paper, and the data blocks, in a real browser under a strict policy."""

from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from tests.browser.test_pages import printed, write
from tests.unit import public_fixture as public

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
PATHS = (f"{public.SLUG}/", f"{public.SLUG}/publicity/2020-12-14/", f"{public.SLUG}/certification/2020-12-25/")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """Give the address of the served site and the paths that were asked for."""
    asked: list[str] = []
    folder = write(tmp_path_factory.mktemp("site"), public.programme())

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(Path(folder)))  # type: ignore[arg-type]  # as the server hands them

        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            asked.append(self.path)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", PATHS)
def test_code_is_fetched_for_paper_alone(path: str, served: tuple[str, list[str]], chromium: Browser) -> None:
    """A screen neither shows nor fetches it; a print holds it."""
    address, asked = served
    page = chromium.new_page()
    asked.clear()
    page.goto(address + path, wait_until="networkidle")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    assert [each for each in asked if each.endswith("qr.svg")] == []
    _, text = printed(page, address + path)
    assert [each for each in asked if each.endswith("qr.svg")] == [f"/{path}qr.svg"]
    assert f"{public.site().url}{path}" in text
    page.close()


@pytest.mark.parametrize("path", ["", *PATHS, f"{public.SLUG}/roster/", "roster/", "sitemap/"])
def test_data_blocks_are_no_scripts(path: str, served: tuple[str, list[str]], chromium: Browser) -> None:
    """A policy that allows the site's own scripts only has nothing to say against them."""
    page = chromium.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(served[0] + path)
    assert said == []
    page.close()
