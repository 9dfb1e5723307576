"""On a disk that is really full no command loses or cuts anything, and once there is room each comes to its end."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import samples
from tests.drill.commands import COMMANDS, end, hinder, prepare, whole
from tests.drill.desk import Desk, Order
from tests.drill.generations import standing

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a small disk is mounted as Linux does")

BUILD = ("build",)
# So many pages of 4 KiB are left: what a file, a store, a folder or a site takes, and what lies between.
ROOMS = (0, 1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256)
PARAGRAPH = "\n推荐人选应当热爱科技事业。\n"
WRITING = [pytest.param(name, marks=pytest.mark.drill if name not in {"record", "ingest"} else ()) for name in COMMANDS]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """Give the process whose children run commands."""
    with Desk() as process:
        yield process


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 16 MiB; skip where none may be mounted."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "gongshi-drill", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


class Ballast:
    """A file that leaves so many pages of a disk free."""

    def __init__(self, disk: Path, pages: int) -> None:
        self._file = disk / "ballast"
        room = os.statvfs(disk)
        self._file.write_bytes(bytes(max(0, room.f_bavail - pages) * room.f_bsize))

    def drop(self) -> None:
        """Make room."""
        self._file.unlink()


def _on_a_full_disk(desk: Desk, disk: Path, name: str, pages: int) -> int:
    """Run a command with so little room, and again with enough; return how it ended at first."""
    root = disk / "root"
    wanted = whole(desk, root, name)
    prepare(root)
    assert desk.run(Order(str(root), BUILD)).code == 0
    site = standing(root / "output/site")
    ballast = Ballast(disk, pages)
    answer = hinder(desk, root, wanted, Order(str(root), COMMANDS[name]))
    assert standing(root / "output/site") == site
    ballast.drop()
    end(desk, root, name, wanted)
    return answer.code


def _build_on_a_full_disk(desk: Desk, disk: Path, pages: int, longer: int) -> int:
    """Build a notice that grew with so little room, and again with enough; return how it ended at first."""
    root = disk / "root"
    text = samples.NOTICE + longer * PARAGRAPH
    (root / samples.SHORT["notice"]).write_text(text, encoding="utf-8", newline="\n")
    old = standing(root / "output/site")
    ballast = Ballast(disk, pages)
    answer = desk.run(Order(str(root), BUILD))
    assert answer.is_calm(), answer.said
    assert answer.code == 0 or ("X911" in answer.said and standing(root / "output/site") == old), answer.said
    ballast.drop()
    assert desk.run(Order(str(root), BUILD)).code == 0
    assert standing(root / "output/site") == _clean(desk, root)
    assert (root / samples.SHORT["notice"]).read_text(encoding="utf-8") == text
    return answer.code


def _clean(desk: Desk, root: Path) -> dict[str, bytes]:
    """Return the site of the content as nothing but it gives it."""
    answer = desk.run(Order(str(root), ("build", "--no-cache", "--output", "clean")))
    assert answer.code == 0, answer.said
    return standing(root / "clean/site")


@pytest.mark.parametrize("name", WRITING)
def test_no_room_for_a_command(name: str, desk: Desk, disk: Path) -> None:
    """On a disk without a free page the command says so, and nothing has happened."""
    assert _on_a_full_disk(desk, disk, name, 0) == 1


@pytest.mark.drill
@pytest.mark.parametrize("name", COMMANDS)
def test_little_room_for_a_command(name: str, desk: Desk, disk: Path) -> None:
    """However little room there is, a command has happened or not."""
    codes = [_on_a_full_disk(desk, disk, name, pages) for pages in ROOMS]
    assert (codes[0], codes[-1]) == (1, 0)


@pytest.fixture
def site(desk: Desk, disk: Path) -> Path:
    """Give a disk with a site on it."""
    samples.write(disk / "root", ("site", "联系:", "演示: true\n今日: 2020-12-26\n联系:"))
    assert desk.run(Order(str(disk / "root"), BUILD)).code == 0
    return disk


def test_no_room_for_a_site(desk: Desk, site: Path) -> None:
    """On a disk without a free page the old site stays, and the next build with room gives the new one."""
    assert _build_on_a_full_disk(desk, site, 0, 300) == 1


@pytest.mark.drill
def test_little_room_for_a_site(desk: Desk, site: Path) -> None:
    """However little room there is, the old site stands or the new one."""
    codes = [_build_on_a_full_disk(desk, site, pages, 300 * number) for number, pages in enumerate(ROOMS, 1)]
    assert (codes[0], codes[-1]) == (1, 0)
