"""Fixtures that every test may use, and the rules that hold for all of them."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.documents import writers
from tests.tools import browser, network, office, sites

ROOT = Path(__file__).parents[1]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Slowness is no fault: the machine may be busy.
SLOW = (HealthCheck.too_slow,)
settings.register_profile("quick", derandomize=True, max_examples=30, deadline=None, suppress_health_check=SLOW)
settings.register_profile("drill", max_examples=500, deadline=None, suppress_health_check=SLOW, print_blob=True)
settings.load_profile("quick")

# What `make test` leaves out: the mark of a group, the variable that asks for it, and the target that sets it.
GROUPS = (("web", "WEB_TESTS", "make test-web"), ("lighthouse", "LIGHTHOUSE_TESTS", "make test-lighthouse"))
BY_TARGET = {mark: target for mark, _, target in GROUPS} | {"office": "make test-office", "browser": "make test"}

network.close()
# A test has saved what it builds, so nobody need be waited for; test_documents_writers asks whether somebody would be.
writers.QUIET = 0


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--bless`."""
    parser.addoption("--bless", action="store_true", help="write the expected sites anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser or LibreOffice; leave out browsers under BROWSER_TESTS=0, and groups unasked for."""
    left_out = pytest.mark.skip(reason="BROWSER_TESTS=0")
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
            if os.environ.get("BROWSER_TESTS") == "0":
                item.add_marker(left_out)
        if "soffice" in getattr(item, "fixturenames", ()):
            item.add_marker("office")
        for mark, variable, target in GROUPS:
            if item.get_closest_marker(mark) and os.environ.get(variable) != "1":
                item.add_marker(pytest.mark.skip(reason=f"run by `{target}`"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which groups were left out, and what runs them."""
    skipped = terminalreporter.getreports("skipped")
    # A test may be of several groups: it counts in the first.
    groups = [next((mark for mark in BY_TARGET if mark in each.keywords), "") for each in skipped]
    counts = {mark: groups.count(mark) for mark in BY_TARGET}
    told = [f"{count} {mark} ({BY_TARGET[mark]})" for mark, count in counts.items() if count]
    if config.getoption("markexpr") == "not drill":
        told.append("the drills (make drill)")
    if told:
        terminalreporter.write_line(f"left out: {', '.join(told)}")


@pytest.fixture(autouse=True)
def _nothing_leaves() -> Iterator[None]:
    """Fail the test during which anything, the browser too, asked for another host."""
    network.attempts.clear()
    yield
    assert network.attempts == []


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give a headless Chromium that reaches files and loopback and nothing else."""
    try:
        path = browser.find()
    except browser.NoBrowserError as error:
        pytest.fail(str(error))
    if path is None:
        pytest.fail("\n".join(("there is no browser: `make test` brings one in, or", *browser.WAYS_OUT)))
    with sync_playwright() as driver:
        instance = driver.chromium.launch(executable_path=path, args=[*FLAGS, network.NO_WAY_OUT])
        network.watch(instance)
        yield instance
        instance.close()


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Iterator[Page]:
    """Give a page that the tests of a module have in common: a window of its own costs each of them a second."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def page(tab: Page) -> Page:
    """Give the common page as a new one looks: empty, of the usual size, and nothing emulated."""
    tab.goto("about:blank")
    tab.set_viewport_size({"width": 1280, "height": 720})
    tab.emulate_media(media="null", color_scheme="null")
    return tab


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> office.Office:
    """Give LibreOffice with a profile of its own; skip where it is missing, fail there under OFFICE_TESTS=1."""
    path = office.find()
    if path is None:
        (pytest.fail if os.environ.get("OFFICE_TESTS") == "1" else pytest.skip)(office.MISSING)
    return office.Office(path, tmp_path_factory.mktemp("office-profile"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with whole sites, each under its name in `sites.SITES`; only to be read."""
    return sites.write(tmp_path_factory.mktemp("built"))


@pytest.fixture
def content_copy(tmp_path: Path) -> Path:
    """Give a root with a copy of the repository's content/ and site_templates/, to be spoilt at will."""
    root = tmp_path / "root"
    for name in ("content", "site_templates"):
        shutil.copytree(ROOT / name, root / name)
    return root
