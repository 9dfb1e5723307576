"""What checkers of others say about our pages: axe of accessibility, Nu of markup. Run by `make test-web`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.tools import npm, nu, sites
from tests.tools.hosted import Hosted
from tests.tools.sites import Kind

pytestmark = pytest.mark.web

AXE = "axe-core"
# WCAG 2.2 AA with all that it builds upon, and what axe holds to be good practice beyond it.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
ASK = "tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(found => found.violations)"
WIDTHS = (375, 1280)


@pytest.fixture(scope="module")
def axe() -> str:
    """Give axe's script."""
    reason = npm.lacking(AXE)
    if reason:
        pytest.fail(reason)
    return npm.file(AXE, "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """Give an empty page, by day and by night."""
    context = chromium.new_context(color_scheme=request.param)
    yield context.new_page()
    context.close()


@pytest.fixture(params=sites.KINDS, ids=lambda each: each.name)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Give each kind of page in turn."""
    shown: Kind = request.param
    return shown


def violations(page: Page, axe: str) -> list[tuple[int, str, str]]:
    """Return what axe finds at each width: the width, the rule, the first place."""
    page.evaluate(axe)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        answer: list[dict[str, Any]] = page.evaluate(ASK, TAGS)
        found += [(width, each["id"], str(each["nodes"][0]["html"])) for each in answer]
    return found


def test_axe_finds_nothing(page: Page, axe: str, built: Path, kind: Kind) -> None:
    """No kind of page breaks a rule, on a phone and at a desk, as a file as well, nor in large type."""
    address = (built / kind.site / kind.path).as_uri()
    page.goto(address)
    assert violations(page, axe) == []
    page.goto(f"{address}#large")
    assert violations(page, axe) == []


@pytest.mark.parametrize("kind", [each for each in sites.KINDS if each.name.startswith("form")], indirect=True)
def test_axe_finds_nothing_in_a_form_that_is_filled_in(page: Page, axe: str, built: Path, kind: Kind) -> None:
    """Neither as it is opened nor when it says what must be mended."""
    page.goto((built / kind.site / kind.path).as_uri())
    page.click("#fill-open")
    page.wait_for_selector("#fill")
    assert violations(page, axe) == []
    page.click("#fill-save")
    page.wait_for_selector("#fill-summary")
    assert violations(page, axe) == []


def test_axe_sees_faults(page: Page, axe: str) -> None:
    """A page with faults has them found: otherwise silence would say nothing."""
    page.set_content('<img src="x.png"><a href="#"></a>')
    assert {"image-alt", "link-name", "html-has-lang"} <= {rule for _, rule, _ in violations(page, axe)}


@pytest.fixture(scope="module")
def checker() -> None:
    """Fail where the Nu HTML checker cannot be asked."""
    reason = nu.lacking()
    if reason:
        pytest.fail(reason)


@pytest.mark.usefixtures("checker")
@pytest.mark.parametrize("site", sites.SITES)
def test_markup_is_valid(built: Path, site: str) -> None:
    """Every page, picture and style of whole sites, without an error or a warning.

    Pages are asked for from a server: only there the checker knows which files are a page's own.
    """
    files = sorted(each for each in (built / site).rglob("*") if each.suffix in {".html", ".svg", ".css"})
    pages = [each for each in files if each.suffix == ".html"]
    assert len(pages) > 5
    with Hosted(built / site) as hosted:
        addresses = [hosted.address + each.relative_to(built / site).as_posix() for each in pages]
        assert nu.check([*addresses, *(each for each in files if each.suffix != ".html")]) == []


@pytest.mark.usefixtures("checker")
def test_checker_sees_faults(tmp_path: Path) -> None:
    """A page with faults has them found."""
    page = tmp_path / "a.html"
    page.write_text("<!doctype html>\n<html lang=zh-CN><title>a</title>\n<p><b>a</p>", encoding="utf-8")
    assert [each.split(" ", 1)[1] for each in nu.check([page])] == [
        "End tag “p” seen, but there were open elements.",
        "Unclosed element “b”.",
    ]
