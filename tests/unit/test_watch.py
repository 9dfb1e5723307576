"""Changes on disk and the change of the day become rebuilds, one for each burst, and none is lost."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from pipeline.watch import Watch

PATIENCE = 10.0


class Builds:
    """Counts rebuilds and lets a test wait for the next one."""

    def __init__(self) -> None:
        self.count = 0
        self._condition = threading.Condition()
        self.during: Callable[[], None] = lambda: None

    def __call__(self) -> None:
        self.during()
        with self._condition:
            self.count += 1
            self._condition.notify_all()

    def reach(self, count: int) -> bool:
        with self._condition:
            return self._condition.wait_for(lambda: self.count >= count, PATIENCE)


class Clock:
    day = date(2021, 3, 17)

    def __call__(self) -> date:
        return self.day


@contextmanager
def watching(root: Path, builds: Builds, clock: Clock | None = None, poll: bool = False) -> Iterator[None]:
    (root / "content").mkdir(exist_ok=True)
    watch = Watch(root, ("content", "site_templates"), clock or Clock(), poll)
    thread = threading.Thread(target=watch.run, args=(builds,))
    thread.start()
    try:
        assert watch.ready.wait(PATIENCE)
        yield
    finally:
        watch.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive()


@pytest.mark.parametrize("poll", [False, True])
def test_rebuilds_when_a_file_is_written(tmp_path: Path, poll: bool) -> None:
    """A new file below a watched folder leads to a rebuild."""
    builds = Builds()
    with watching(tmp_path, builds, poll=poll):
        (tmp_path / "content" / "a.yml").write_text("a", encoding="utf-8")
        assert builds.reach(1)


def test_rebuilds_when_an_editor_writes_by_rename(tmp_path: Path) -> None:
    """A file that an editor puts in place by renaming a temporary one leads to a rebuild."""
    builds = Builds()
    with watching(tmp_path, builds):
        (tmp_path / "a.tmp").write_text("a", encoding="utf-8")
        (tmp_path / "a.tmp").rename(tmp_path / "content" / "a.yml")
        assert builds.reach(1)


def test_a_burst_is_one_rebuild(tmp_path: Path) -> None:
    """A hundred files written at once lead to fewer rebuilds than files: once for the burst, at most once more."""
    builds = Builds()
    with watching(tmp_path, builds):
        for number in range(100):
            (tmp_path / "content" / f"{number}.yml").write_text("a", encoding="utf-8")
        assert builds.reach(1)
    assert builds.count <= 3


def test_a_change_during_a_build_leads_to_another(tmp_path: Path) -> None:
    """What is written while a build runs is built afterwards."""
    builds = Builds()

    def write_once() -> None:
        if builds.count == 0:
            (tmp_path / "content" / "late.yml").write_text("a", encoding="utf-8")

    builds.during = write_once
    with watching(tmp_path, builds):
        (tmp_path / "content" / "a.yml").write_text("a", encoding="utf-8")
        assert builds.reach(2)


def test_survives_a_deleted_and_recreated_folder(tmp_path: Path) -> None:
    """A watched folder that goes away and comes back is watched again."""
    builds = Builds()
    with watching(tmp_path, builds):
        shutil.rmtree(tmp_path / "content")
        assert builds.reach(1)
        (tmp_path / "content").mkdir()
        assert builds.reach(2)
        before = builds.count
        (tmp_path / "content" / "a.yml").write_text("a", encoding="utf-8")
        assert builds.reach(before + 1)


def test_rebuilds_when_the_day_changes(tmp_path: Path) -> None:
    """Midnight leads to a rebuild without any change on disk."""
    builds, clock = Builds(), Clock()
    with watching(tmp_path, builds, clock):
        clock.day = date(2021, 3, 18)
        assert builds.reach(1)


def test_a_change_during_the_first_build_is_not_lost(tmp_path: Path) -> None:
    """What is written after the watch was started, and before it runs, is built as soon as it runs."""
    (tmp_path / "content").mkdir()
    watch = Watch(tmp_path, ("content",), Clock())
    watch.start()
    (tmp_path / "content" / "a.yml").write_text("a", encoding="utf-8")
    builds = Builds()
    thread = threading.Thread(target=watch.run, args=(builds,))
    thread.start()
    assert builds.reach(1)
    watch.stop()
    thread.join(PATIENCE)
    assert not thread.is_alive()
