"""Whole sites as they are published, for tests that look at pages.

In: the repository's content and the golden content. Out: sites on disk, and one page of every kind. Must not know
pytest.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import build
from tests import models

ROOT = Path(__file__).parents[2]
NEVER = date(1, 1, 1)
# Each site: its content, and the day that it is of. On the later one no round runs, and every term is over.
SITES = {
    "demonstration": (ROOT, None),
    "later": (ROOT, date(2023, 1, 5)),
    "units": (models.golden("danwei"), None),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One page that stands for all of its kind; `path` is relative to the site, with `/`."""

    name: str
    site: str
    path: str


_LONGDU = "longdu-2020"
_UNITS = "kepu-jidi-2021"
KINDS = (
    Kind("home", "demonstration", "index.html"),
    Kind("notice", "demonstration", f"{_LONGDU}/index.html"),
    Kind("notice-of-units", "units", f"{_UNITS}/index.html"),
    Kind("form", "demonstration", f"{_LONGDU}/form/index.html"),
    Kind("form-of-units", "units", f"{_UNITS}/form/index.html"),
    Kind("round-running", "demonstration", f"{_LONGDU}/publicity/index.html"),
    Kind("round-over", "later", f"{_LONGDU}/publicity/2020-12-14/index.html"),
    Kind("certification", "demonstration", f"{_LONGDU}/certification/2020-12-25/index.html"),
    Kind("roster", "demonstration", f"{_LONGDU}/roster/index.html"),
    Kind("in-office", "demonstration", "roster/index.html"),
    Kind("nobody-in-office", "later", "roster/index.html"),
    Kind("statistics", "demonstration", "roster/statistics/index.html"),
    Kind("certificates", "demonstration", f"{_LONGDU}/certificate/index.html"),
    Kind("certificate-valid", "demonstration", f"{_LONGDU}/certificate/KCLD-2020-B001/index.html"),
    Kind("certificate-revoked", "demonstration", f"{_LONGDU}/certificate/KCLD-2020-A005/index.html"),
    Kind("certificate-left", "demonstration", f"{_LONGDU}/certificate/KCLD-2020-B005/index.html"),
    Kind("certificate-expired", "later", f"{_LONGDU}/certificate/KCLD-2020-B001/index.html"),
    Kind("data", "demonstration", f"{_LONGDU}/roster/data/index.html"),
    Kind("data-in-office", "demonstration", "roster/data/index.html"),
    Kind("site-map", "demonstration", "sitemap/index.html"),
    Kind("lost", "demonstration", "404.html"),
)


def write(folder: Path) -> Path:
    """Build every site into the folder, each under its name, and return the folder."""
    for name, (root, day) in SITES.items():
        result = build.build(root, folder / "built" / name, NEVER, day)
        if result.published is None:
            raise RuntimeError(f"{name}: {result.findings}")
        (folder / "built" / name / "site").rename(folder / name)
    return folder
