"""Every kind of page by Lighthouse, as on a phone: quick, and without a fault. Run by `make test-lighthouse`."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools import browser, lighthouse, npm, sites
from tests.tools.hosted import Hosted
from tests.tools.sites import Kind

pytestmark = pytest.mark.lighthouse

QUICK = 95


@pytest.fixture(scope="module")
def chrome() -> Path:
    """Give the browser, and fail where it or Lighthouse is missing."""
    found, reason = browser.find(), npm.lacking(lighthouse.PACKAGE)
    if found is None or reason:
        pytest.fail(reason or "there is no browser")
    return found


@pytest.fixture(params=sites.KINDS, ids=lambda each: each.name)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Give each kind of page in turn."""
    shown: Kind = request.param
    return shown


@pytest.fixture
def hosted(kind: Kind, built: Path) -> Iterator[Hosted]:
    """Give the kind's site."""
    with Hosted(built / kind.site) as server:
        yield server


def test_page_has_full_marks(kind: Kind, hosted: Hosted, chrome: Path, tmp_path: Path) -> None:
    """At least 95 for speed, and nothing lacking in accessibility, good practice and what search engines need."""
    address = hosted.address + kind.path.removesuffix("index.html")
    marks = lighthouse.measure(address, chrome, tmp_path)
    logging.getLogger(__name__).info("%s: %s", kind.name, marks)
    assert [each for each in marks.lacking if not each.startswith("performance:")] == []
    assert (marks.accessibility, marks.best_practices, marks.seo) == (100, 100, 100)
    assert marks.performance >= QUICK, marks.lacking
