"""A clock that goes backwards, and files that come from the future, change nothing about what a build gives."""

import os
from datetime import date
from pathlib import Path

import pytest

from pipeline import build
from tests import samples

LATER, EARLIER = date(2020, 12, 26), date(2020, 12, 15)
FUTURE = 4_102_444_800  # 2100
A_001 = samples.SHORT["a-001"]


def site(root: Path, today: date) -> dict[str, bytes]:
    """Build with the day that the clock says, and return what stands."""
    result = build.build(root, root / "output", today)
    assert result.published is not None
    folder = root / "output/site"
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def put(root: Path, old: str, new: str, when: float) -> None:
    """Change a word of the candidate's file, which has this time afterwards."""
    file = root / A_001
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="\n")
    os.utime(file, (when, when))


def test_day_that_comes_again(tmp_path: Path) -> None:
    """Where the clock is set back, the site is that of the day it says, and of the later one when it is that day."""
    root, clean = samples.write(tmp_path / "root"), samples.write(tmp_path / "clean")
    later, earlier = site(root, LATER), site(clean, EARLIER)
    assert later != earlier
    assert site(root, EARLIER) == earlier
    assert site(root, LATER) == later


@pytest.mark.parametrize("when", [FUTURE, 0.0], ids=["the future", "1970"])
def test_files_of_another_time(when: float, tmp_path: Path) -> None:
    """A change is seen though the file has the same size and the same wrong time before and after it."""
    root = samples.write(tmp_path / "root")
    put(root, "科研处副处长", "科研处正处长", when)
    first = site(root, LATER)
    put(root, "科研处正处长", "科技处正处长", when)
    second = site(root, LATER)
    clean = samples.write(tmp_path / "clean", ("a-001", "职务: 科研处副处长", "职务: 科技处正处长"))
    assert "科研处正处长".encode() in first["shili/roster/index.html"]
    assert second["shili/roster/index.html"] == site(clean, LATER)["shili/roster/index.html"]


def test_site_and_store_from_the_future(tmp_path: Path) -> None:
    """What an earlier build wrote while the clock was ahead is neither believed blindly nor in the way."""
    root = samples.write(tmp_path / "root")
    wanted = site(root, LATER)
    for each in (*(root / "output").rglob("*"), *(root / ".cache").rglob("*")):
        os.utime(each, (FUTURE, FUTURE))
    (root / "output/site/index.html").write_bytes(b"by hand")
    os.utime(root / "output/site/index.html", (FUTURE, FUTURE))
    assert site(root, LATER) == wanted
    put(root, "科研处副处长", "科技处正处长", 1.0)
    assert "科技处正处长".encode() in site(root, LATER)["shili/roster/index.html"]
