"""A file that somebody is saving is read once it is saved, and not by halves."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.documents import Document, load, writers, writers_awaited

WHOLE = "姓名: 王示例\n办理:\n  - {日期: 2020-12-14, 事项: 撤回}\n"
HALF = "姓名: 王示例\n"
QUIET = 0.1
SECOND = 1_000_000_000
NOW = 1_600_000_000 * SECOND
LONG_AGO = NOW - 60 * SECOND


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a file of which half is written, just now, to those who wait."""
    monkeypatch.setattr(writers, "QUIET", QUIET)
    file = tmp_path / "a-001.yml"
    put(file, HALF, NOW)
    return file


def put(file: Path, text: str, changed: int) -> None:
    """Write a file, as if at that time."""
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(changed, changed))


def asleep(monkeypatch: pytest.MonkeyPatch, do: Callable[[], None]) -> list[float]:
    """Let something be done while we wait, in no time, and return how long we meant to wait."""
    waited: list[float] = []

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        do()

    monkeypatch.setattr(time, "sleep", sleep)
    return waited


def read(file: Path, now: int | None) -> tuple[Document | None, list[str]]:
    """Return what is read by the disk's time, and the codes of the findings."""
    with writers_awaited(now):
        document, findings = load(file, "a-001.yml")
    return document, [each.code for each in findings]


@pytest.mark.parametrize("late", [0, SECOND // 20, -SECOND // 2])
def test_what_was_changed_just_now_is_read_when_it_is_left_alone(
    late: int, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who saves a file is given time to end."""
    waited = asleep(monkeypatch, lambda: put(file, WHOLE, LONG_AGO))
    document, codes = read(file, NOW + late)
    assert codes == []
    assert document is not None
    assert [each["事项"] for each in document.values["办理"]] == ["撤回"]
    assert len(waited) == 1
    assert 0 < waited[0] <= QUIET


def test_what_is_saved_without_end_is_a_finding(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody writes all the time is no reason to wait for ever."""
    waited = asleep(monkeypatch, lambda: put(file, HALF, NOW))
    assert read(file, NOW) == (None, ["Y108"])
    assert len(waited) == 20


@pytest.mark.parametrize("now", [None, NOW + SECOND // 10, NOW + 3600 * SECOND, NOW - 2 * SECOND])
def test_nobody_waits_without_need(now: int | None, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody asked, and where a file was changed long ago or by another clock, it is read at once."""
    waited = asleep(monkeypatch, lambda: None)
    document, codes = read(file, now)
    assert codes == []
    assert document is not None
    assert document.values == {"姓名": "王示例"}
    assert waited == []


def test_the_time_goes_by(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was changed just now when reading began is old enough a tenth of a second later."""
    waited = asleep(monkeypatch, lambda: None)
    started = time.monotonic_ns()
    with writers_awaited(NOW):
        monkeypatch.setattr(time, "monotonic_ns", lambda: started + SECOND)
        assert load(file, "a-001.yml")[1] == ()
    assert waited == []
