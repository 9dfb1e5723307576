"""Whatever the disk refuses, at whatever step, is a finding; a whole site stands, and the next publish goes on."""

import ctypes
import errno
import multiprocessing
import os
import threading
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline import publish
from pipeline.diagnostics import Location, finding
from pipeline.publish import Published, disk, exchange, places, renames
from pipeline.publish.lock import held
from tests.drill import steps
from tests.unit.publish_fixture import FIRST, SECOND, contents, outputs, put, refused

THIRD = {"index.html": "third", "a/index.html": "a", "e/f/index.html": "e", "g": ""}
FAULTS = {
    errno.ENOSPC: "X911",
    errno.EDQUOT: "X911",
    errno.EACCES: "X912",
    errno.EROFS: "X912",
    errno.EIO: "X913",
    errno.EXDEV: "X914",
}


def _ways(by_renames: bool) -> AbstractContextManager[None]:
    return steps.by_renames() if by_renames else nullcontext()


def _once(at: int, number: int) -> steps.Hinder:
    def hinder(step: int, name: str, _args: object) -> None:
        if step == at:
            raise OSError(number, f"at {name}")

    return hinder


def _from(at: int, number: int) -> steps.Hinder:
    def hinder(step: int, name: str, _args: object) -> None:
        if step >= at:
            raise OSError(number, f"from {name}")

    return hinder


def _steps_of(output: Path) -> int:
    put(FIRST, output)
    put(SECOND, output)
    with steps.watched(lambda *_: None) as tried:
        put(THIRD, output)
    return len(tried)


@pytest.fixture(scope="module", params=[False, True], ids=["exchange", "renames"])
def way(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[bool, int]:
    """Give whether two names cannot be exchanged, and how many changes a publish makes then."""
    with _ways(request.param):
        return request.param, _steps_of(tmp_path_factory.mktemp("count"))


@pytest.mark.parametrize("number", FAULTS, ids=errno.errorcode.get)
def test_fault_at_any_step_is_a_finding(number: int, way: tuple[bool, int], tmp_path: Path) -> None:
    """One change that the system refuses, whichever, is told or does not matter; what is told is true."""
    by_renames, count = way
    put(FIRST, tmp_path)
    for at in range(count):
        old, new = (SECOND, THIRD) if at % 2 else (THIRD, SECOND)
        with _ways(by_renames):
            put(old, tmp_path)
            with steps.watched(_once(at, number)):
                published, findings = publish.swap(outputs(new), tmp_path)
            assert [each.code for each in findings] in ([], [FAULTS[number]])
            assert (published is None) == bool(findings)
            assert contents(tmp_path / "site") == (new if published else old)
            put(new, tmp_path)
            assert contents(tmp_path / "site") == new


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
def test_disk_that_fails_for_good_leaves_a_whole_site(number: int, way: tuple[bool, int], tmp_path: Path) -> None:
    """Where nothing can be changed any more from some step on, a whole site stands as soon as something can."""
    by_renames, count = way
    put(FIRST, tmp_path)
    for at in range(count):
        old, new = (SECOND, THIRD) if at % 2 else (THIRD, SECOND)
        with _ways(by_renames):
            put(old, tmp_path)
            with steps.watched(_from(at, number)):
                publish.swap(outputs(new), tmp_path)
            assert publish.recover(tmp_path) == ()
            assert contents(tmp_path / "site") in (old, new)
            put(new, tmp_path)
            assert contents(tmp_path / "site") == new


def test_spare_that_may_be_half_written_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all files have one time and one size, a spare that was left half-written is still told from a level one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1606262400")
    first, second, third = ({path: text * 9 for path in FIRST} for text in ("1", "2", "3"))
    for at in range(40):
        put(first, tmp_path)
        put(second, tmp_path)
        with steps.watched(_once(at, errno.EIO)) as tried:
            publish.swap(outputs(third), tmp_path)
        put(first, tmp_path)
        assert contents(tmp_path / "site") == first
    assert len(tried) < 40


def test_full_disk_gets_its_room_back(tmp_path: Path) -> None:
    """What was half-written does not stay on a full disk."""
    put(FIRST, tmp_path)
    with steps.watched(lambda _step, name, args: _fail_on(name == "write" and args[1] == b"second", errno.ENOSPC)):
        assert refused(SECOND, tmp_path) == "X911"
    assert not (tmp_path / ".gongshi" / "spare").exists()
    assert contents(tmp_path / "site") == FIRST


def _fail_on(condition: bool, number: int) -> None:
    if condition:
        raise OSError(number, "as asked")


def test_data_that_did_not_reach_the_disk_is_not_published(tmp_path: Path) -> None:
    """A disk that fails only when it is flushed keeps the old site, and the spare is not trusted."""
    put(FIRST, tmp_path)
    with steps.watched(lambda _step, name, _args: _fail_on(name == "flush", errno.EIO)):
        assert refused(SECOND, tmp_path) == "X913"
    spare = tmp_path / ".gongshi" / "spare"
    assert not (tmp_path / ".gongshi" / f"{spare.stat().st_ino}.json").exists()
    assert contents(tmp_path / "site") == FIRST


@pytest.mark.skipif(os.name != "posix", reason="Windows flushes each file")
def test_flush_that_fails_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system answers to a flush is heard."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_args, **_options: SimpleNamespace(syncfs=lambda _descriptor: -1))
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EIO)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        disk.flush(tmp_path)


def test_exchange_that_fails_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that can exchange two names, and does not, is not asked to rename them."""
    put(FIRST, tmp_path)
    monkeypatch.setattr(exchange, "_call", lambda _one, _other: errno.EBUSY)
    assert refused(SECOND, tmp_path) == "X914"
    assert contents(tmp_path / "site") == FIRST


def test_finding_names_the_folder_and_nothing_of_the_machine(tmp_path: Path) -> None:
    """The finding says what it is about in the words of the system, and no path of this machine."""
    put(FIRST, tmp_path / "output")
    with steps.watched(lambda _step, name, _args: _fail_on(name == "exchange", errno.EIO)):
        published, findings = publish.swap(outputs(SECOND), tmp_path / "output")
    assert (published, findings) == (None, (finding("X913", Location("output/site"), kind="EIO"),))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root is refused nothing")
def test_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    """A folder without the permission to write is a finding."""
    tmp_path.chmod(0o555)
    try:
        assert refused(FIRST, tmp_path) == "X912"
    finally:
        tmp_path.chmod(0o755)


def test_file_in_the_place_of_the_output_is_told(tmp_path: Path) -> None:
    """Where a file stands in the place of the output folder, it is told and stays."""
    (tmp_path / "output").write_text("by hand", encoding="utf-8")
    assert refused(FIRST, tmp_path / "output") == "X913"
    assert (tmp_path / "output").read_text(encoding="utf-8") == "by hand"


def test_second_build_waits(tmp_path: Path) -> None:
    """A publish waits while another one holds the lock, and goes on when it is free."""
    put(FIRST, tmp_path)
    with held(places.below(tmp_path).lock, 0):
        later = threading.Thread(target=put, args=(SECOND, tmp_path))
        later.start()
        later.join(0.1)
        assert later.is_alive()
        assert contents(tmp_path / "site") == FIRST
    later.join(10)
    assert contents(tmp_path / "site") == SECOND


def test_second_build_gives_up_and_says_who_is_at_work(tmp_path: Path) -> None:
    """When the patience is over, the finding names the process that publishes."""
    put(FIRST, tmp_path)
    with held(places.below(tmp_path).lock, 0):
        published, findings = publish.swap(outputs(SECOND), tmp_path, patience=0.05)
    expected = finding("X910", Location(f"{tmp_path.name}/site"), holder=os.getpid(), seconds=0)
    assert (published, findings) == (None, (expected,))
    assert contents(tmp_path / "site") == FIRST


def test_lock_of_the_dead_locks_nothing(tmp_path: Path) -> None:
    """A lock file that a killed build left behind is in nobody's way."""
    put(FIRST, tmp_path)
    killed = multiprocessing.get_context("spawn").Process(target=_hold_for_ever, args=(tmp_path,))
    killed.start()
    while not (tmp_path / "taken").exists():
        assert killed.is_alive()
    assert refused(SECOND, tmp_path) == "X910"
    killed.kill()
    killed.join()
    assert put(SECOND, tmp_path) == Published(2, 1, 2)


def _hold_for_ever(output: Path) -> None:
    with held(places.below(output).lock, 0):
        (output / "taken").touch()
        threading.Event().wait()


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM], ids=errno.errorcode.get)
def test_system_that_cannot_exchange_renames(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system does not know how to exchange two names, the site is swapped all the same."""
    monkeypatch.setattr(exchange, "_call", lambda _one, _other: number)
    for files in (FIRST, SECOND, FIRST):
        put(files, tmp_path)
        assert contents(tmp_path / "site") == files


def test_library_without_the_call_renames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A C library without the calls for exchanging and flushing is no fault."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_args, **_options: object())
    for files in (FIRST, SECOND, FIRST):
        put(files, tmp_path)
        assert contents(tmp_path / "site") == files


@pytest.mark.skipif(os.name != "posix", reason="on Windows the renames are all there is")
def test_names_are_exchanged_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here two names are exchanged in one step, so that no reader ever misses the site."""
    put(FIRST, tmp_path)
    monkeypatch.setattr(renames, "_put_up_by_renames", None)
    for files in (SECOND, FIRST):
        put(files, tmp_path)
        assert contents(tmp_path / "site") == files
