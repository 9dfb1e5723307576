"""A first site may be written by a copy of the publishing process: it is the same, whatever becomes of the copy."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline import publish
from pipeline.outputs import Output
from pipeline.publish import AbandonError, Ahead, Asked, Published, Written, level, manifest, places
from tests.unit.publish_fixture import FIRST, contents, put, times

ROOT = Path(__file__).parents[2]
FILES = {f"{folder}/{number}/index.html": f"{folder}{number}" * 99 for folder in "ab" for number in range(40)}


class Copied(Ahead):
    """Takes every other file for one that a copy writes, which is this process all the same."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[type] = []

    def outputs(self) -> Generator[Asked]:
        """Yield the files as they come from the copy and from here."""
        for number, (path, text) in enumerate(FILES.items()):
            output = Output(path, text.encode())
            self._publisher = os.getpid() if number % 2 else 0
            made: Written | None = None
            with suppress(ChildProcessError):  # nothing comes from a copy that died
                made = self.write(output)
            self.seen.append(type(made or output))
            yield made or output


def swap(output: Path) -> tuple[Published | None, list[str], set[type]]:
    """Publish the files; return the kinds of what came, too."""
    ahead = Copied()
    published, findings = publish.swap(ahead.outputs(), output, ahead=ahead)
    return published, [each.code for each in findings], set(ahead.seen)


def test_first_site_is_written_by_two(tmp_path: Path) -> None:
    """The site, what is known of it, and what the next publish finds are as if one had written it."""
    one, two = places.below(tmp_path / "one"), places.below(tmp_path / "two")
    assert swap(tmp_path / "two") == (Published(len(FILES), 0, 0), [], {Written, Output})
    assert put(FILES, tmp_path / "one") == Published(len(FILES), 0, 0)
    assert contents(two.site) == FILES
    trees = [manifest.load(each.own, each.site) for each in (one, two)]
    known = [{path: (each.digest, each.mode) for path, each in tree.files.items()} for tree in trees if tree]
    modes = [{path: each.mode for path, each in tree.folders.items()} for tree in trees if tree]
    assert (known[0], modes[0]) == (known[1], modes[1])
    assert put(FILES, tmp_path / "two") == Published(0, 0, len(FILES))


def test_next_sites_are_written_by_one(tmp_path: Path) -> None:
    """Where a site stands a file may be in the way: the publishing process sees to it."""
    put(FIRST, tmp_path)
    assert swap(tmp_path) == (Published(len(FILES), len(FIRST), 0), [], {Output})
    assert contents(tmp_path / "site") == FILES


def test_time_that_is_asked_for_is_that_of_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH counts for the copy too."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert swap(tmp_path)[2] == {Written, Output}
    assert set(times(tmp_path / "site").values()) == {1_600_000_000 * 10**9}


def full(place: str, want: level.Wanted) -> level.File:
    """Write half of a file, and find the disk full."""
    Path(place).write_bytes(want.read()[:9])
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def dies(place: str, want: level.Wanted) -> level.File:
    """Write half of a file, and be seen no more."""
    Path(place).write_bytes(want.read()[:9])
    raise ChildProcessError


@pytest.mark.parametrize("harm", [full, dies])
def test_copy_that_fails_is_done_without(
    harm: Callable[[str, level.Wanted], level.File], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it could not write, or left half-written, the publishing process writes."""
    # The copy tries a file, which is then written here, as is the next.
    turns = iter((harm, level.write, level.write) * len(FILES))

    def write(place: str, want: level.Wanted) -> level.File:
        return next(turns)(place, want)

    monkeypatch.setattr(level, "write", write)
    assert swap(tmp_path) == (Published(len(FILES), 0, 0), [], {Output})
    assert contents(tmp_path / "site") == FILES


def test_full_disk_gets_its_room_back_when_the_copy_has_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written any more when the spare is removed, so nothing of it comes back."""
    spare = tmp_path / ".gongshi/spare"
    ended: list[bool] = []

    def outputs() -> Generator[Asked]:
        try:
            yield from (Output(path, text.encode()) for path, text in FILES.items())
        finally:
            ended.append(spare.is_dir())

    monkeypatch.setattr(level, "write", full)
    published, findings = publish.swap(outputs(), tmp_path, ahead=Ahead())
    assert (published, [each.code for each in findings]) == (None, ["X911"])
    assert (ended, spare.exists(), (tmp_path / "site").exists()) == ([True], False, False)


def test_site_that_is_abandoned_is_no_part_of_the_next(tmp_path: Path) -> None:
    """What a copy wrote of it goes."""
    ahead = Copied()

    def some() -> Generator[Asked]:
        for number, each in enumerate(ahead.outputs()):
            if number == len(FILES) // 2:
                raise AbandonError
            yield each

    assert publish.swap(some(), tmp_path, ahead=ahead) == (None, ())
    assert (set(ahead.seen), (tmp_path / "site").exists()) == ({Written, Output}, False)
    assert put(FIRST, tmp_path) == Published(len(FIRST), 0, 0)
    assert contents(tmp_path / "site") == FIRST


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is copied")
def test_real_copy_writes_its_part(tmp_path: Path) -> None:
    """A process and its copy share the writing; where tests run there are other threads, so they run elsewhere."""
    script = """
import os, sys
from pathlib import Path
from pipeline import crew, publish
from tests.unit.test_publish_ahead import FILES, Output
os.sched_getaffinity = lambda _: {0, 1}
ahead, kinds = publish.Ahead(), set()
def make(path):
    output = Output(path, FILES[path].encode())
    return ahead.write(output) or output
def outputs():
    for made in crew.spread(make, tuple(FILES)):
        kinds.add(type(made).__name__)
        yield made
print(publish.swap(outputs(), Path(sys.argv[1]), ahead=ahead)[0].written, sorted(kinds))
"""
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == (f"{len(FILES)} ['Output', 'Written']\n", "")
    assert contents(tmp_path / "site") == FILES
