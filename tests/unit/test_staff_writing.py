"""A batch of files is written all or none: under faults of the disk, after a kill, and beside other writers."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import content, edits
from pipeline.content import source
from pipeline.edits import Edit
from pipeline.publish.lock import held
from pipeline.staff import writing
from tests import samples

ROOT = Path(__file__).parents[2]
NAMES = ("a-001", "b-001")
EVENT = "  - {日期: 2021-03-01, 事项: 变更}\n"

# Commits the batch of the sample and dies at the event of the number given; prints how many there were if it lives.
DRIVER = """
import os, signal, sys
from pathlib import Path
from pipeline import edits
root, deadly = Path(sys.argv[1]), int(sys.argv[2])
made = {}
for path in sys.argv[3:]:
    old = (root / path).read_text("utf-8")
    made[path] = edits.Edit(old, old + "  - {日期: 2021-03-01, 事项: 变更}\\n")
seen = 0
def hook(name, arguments):
    global seen
    if not armed or name.startswith(("object.", "sys.", "import", "compile", "exec", "marshal", "code.")):
        return
    seen += 1
    if seen == deadly:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
armed = False
sys.addaudithook(hook)
armed = True
edits.commit(root, made)
armed = False
print(seen)
"""


def path(name: str) -> str:
    return samples.SHORT[name]


def texts(root: Path) -> dict[str, str]:
    return {name: (root / path(name)).read_text(encoding="utf-8") for name in NAMES}


def batch(root: Path) -> dict[str, Edit]:
    return {path(name): Edit(text, text + EVENT) for name, text in texts(root).items()}


def files(root: Path) -> list[str]:
    return sorted(each.relative_to(root).as_posix() for each in root.rglob("*") if each.is_file())


def have(root: Path) -> list[bool]:
    """Tell for each candidate whether whoever reads the content sees the event."""
    return [len(each.document.values["办理"]) in (4, 2) for each in content.load(root)[0].programmes[0].submissions]


def written(root: Path) -> list[bool]:
    return [text.endswith(EVENT) for text in texts(root).values()]


def test_batch_is_written_whole(tmp_path: Path) -> None:
    """Every file says the new text, and nothing is left but the lock."""
    root = samples.write(tmp_path)
    before = files(root)
    assert writing.write(root, batch(root)) == ()
    assert written(root) == [True, True]
    assert files(root) == sorted([*before, "content/.record.lock"])


@pytest.mark.parametrize(
    "data",
    [
        "办理:\r\n  - {日期: 1}  # 一\r\n".encode(),
        "\ufeff办理:\n  - {日期: 1}\n".encode(),
        "\ufeff# 注\r\n办理:\r\n  - {日期: 1}".encode(),
        "姓名: 王\n办理:\r\n  - {日期: 1}\r\n\r\n".encode(),
    ],
)
def test_line_ends_and_mark_stay(tmp_path: Path, data: bytes) -> None:
    """What was there stays to the byte; the new line has the file's own line end."""
    file = tmp_path / "content" / "x.yml"
    file.parent.mkdir()
    file.write_bytes(data)
    old = data.decode("utf-8-sig").replace("\r\n", "\n")
    new = old.rstrip("\n") + "\n  - {日期: 2}\n" + "\n" * old.count("\n\n")
    edits.commit(tmp_path, {"content/x.yml": Edit(old, new)})
    end = b"\r\n" if b"\r\n" in data else b"\n"
    kept = data.rstrip(b"\r\n")
    tail = data[len(kept) + len(end) :] if data.endswith(end) else b""
    assert file.read_bytes() == kept + end + b"  - {\xe6\x97\xa5\xe6\x9c\x9f: 2}" + end + tail


def test_mode_of_a_file_stays(tmp_path: Path) -> None:
    """A file keeps who may read it."""
    root = samples.write(tmp_path)
    (root / path("a-001")).chmod(0o640)
    assert writing.write(root, batch(root)) == ()
    assert (root / path("a-001")).stat().st_mode & 0o777 == 0o640


def test_file_that_was_changed_meanwhile_stops_the_batch(tmp_path: Path) -> None:
    """Nothing is written over what somebody else wrote."""
    root = samples.write(tmp_path)
    made = batch(root)
    with (root / path("b-001")).open("a", encoding="utf-8") as stream:
        stream.write("# 手工\n")
    assert [each.code for each in writing.write(root, made)] == ["X922"]
    assert written(root) == [False, False]


@pytest.mark.parametrize("number", range(1, 7))
def test_fault_of_the_disk_leaves_no_file_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Whichever write or rename fails, the files are as they were and no journal stands."""
    root = samples.write(tmp_path)
    before, made = files(root), batch(root)
    count = 0

    def fail(*_arguments: object) -> None:
        nonlocal count
        count += 1
        if count == number:
            raise OSError(28, "no room")

    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda descriptor: (fail(), fsync(descriptor))[1])
    monkeypatch.setattr(Path, "replace", lambda self, target: (fail(), replace(self, target))[1])
    assert [each.code for each in writing.write(root, made)] == ["X924"]
    monkeypatch.undo()
    assert written(root) == [False, False]
    assert files(root) == sorted([*before, "content/.record.lock"])


def test_disk_that_stays_broken_leaves_a_batch_that_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files can be neither written nor put back, the batch counts, is said to, and is finished later."""
    root = samples.write(tmp_path)
    replace = Path.replace
    left = 2

    def some(self: Path, target: Path) -> Path:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(5, "broken")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", some)
    assert [each.code for each in writing.write(root, batch(root))] == ["X921"]
    monkeypatch.undo()
    assert (written(root), have(root)) == ([True, False], [True, True])
    assert writing.resume(root) == (True, ())
    assert written(root) == [True, True]


def drive(root: Path, deadly: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", DRIVER, str(root), str(deadly), *(path(name) for name in NAMES)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def kill_at(root: Path, deadly: int) -> None:
    """Kill a writer at its event of the number; then all readers see the same, and the next start finishes it."""
    samples.write(root)
    before = files(root)
    assert drive(root, deadly).returncode == -signal.SIGKILL
    seen = have(root)
    assert seen in ([True, True], [False, False])
    assert writing.resume(root)[1] == ()
    assert written(root) == have(root) == seen
    assert writing.write(root, batch(root)) == ()
    left = set(files(root)) - set(before) - {"content/.record.lock"}
    assert left == set()


def events_of_a_commit(root: Path) -> int:
    done = drive(samples.write(root), 0)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


posix = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")


@posix
def test_kill_leaves_all_or_none(tmp_path: Path) -> None:
    """A few moments of a batch, always the same ones: a kill leaves all of it or none."""
    count = events_of_a_commit(tmp_path / "whole")
    assert count > 20
    for deadly in sorted(random.Random(7).sample(range(1, count + 1), 6)):
        kill_at(tmp_path / str(deadly), deadly)


@posix
@pytest.mark.drill
def test_kill_at_every_moment_leaves_all_or_none(tmp_path: Path) -> None:
    """At whatever call a writer is killed, all of the batch is there or none."""
    for deadly in range(1, events_of_a_commit(tmp_path / "whole") + 1):
        kill_at(tmp_path / str(deadly), deadly)


def interrupted(root: Path) -> Path:
    """Leave a batch with its journal and one of two files written."""
    samples.write(root)
    made = batch(root)
    edits.commit(root, made)
    (root / path("b-001")).write_text(made[path("b-001")].old, encoding="utf-8", newline="\n")
    journal = {
        "version": 1,
        "files": [
            {"path": name, "before": hashlib.sha256(edit.old.encode()).hexdigest(), "after": edit.new}
            for name, edit in made.items()
        ],
    }
    (root / edits.JOURNAL).write_text(json.dumps(journal), encoding="utf-8")
    return root


def test_whoever_reads_sees_a_cut_short_batch_whole(tmp_path: Path) -> None:
    """The content is read as if all were written, a warning says so, and reading writes nothing."""
    root = interrupted(tmp_path)
    before = texts(root)
    _, findings = content.load(root)
    assert (have(root), written(root), texts(root)) == ([True, True], [True, False], before)
    assert "X921" in [each.code for each in findings]


def test_file_changed_after_a_cut_short_batch_is_left_alone(tmp_path: Path) -> None:
    """What somebody wrote since is not written over: both reading and resuming say so."""
    root = interrupted(tmp_path)
    (root / path("b-001")).write_text("姓名: 王\n", encoding="utf-8")
    assert [each.code for each in content.load(root)[1] if each.code.startswith("X")] == ["X921", "X922"]
    assert [each.code for each in writing.resume(root)[1]] == ["X922"]
    assert (root / path("b-001")).read_text(encoding="utf-8") == "姓名: 王\n"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"files": [{"path": "content/../x.yml", "before": "", "after": ""}]}',
     '{"files": [{"path": "pipeline/x.yml", "before": "", "after": ""}]}', '{"files": [{"path": "content/x.yml"}]}'],
)  # fmt: skip
def test_journal_that_cannot_be_followed_is_said(tmp_path: Path, text: str) -> None:
    """A broken journal, or one that leads elsewhere, is an error and never followed."""
    root = samples.write(tmp_path)
    (root / edits.JOURNAL).write_text(text, encoding="utf-8")
    assert [each.code for each in content.load(root)[1]] == ["X925"]
    assert [each.code for each in writing.resume(root)[1]] == ["X925"]


def test_reader_meets_no_half_of_a_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch that is written while the content is read makes the reader read again."""
    root = samples.write(tmp_path)
    fetch, done = source.Source.fetch, []

    def slow(self: source.Source, name: str) -> tuple[bytes | None, source.Findings]:
        fetched = fetch(self, name)
        if name == path("a-001") and not done:
            done.append(writing.write(root, batch(root)))
        return fetched

    monkeypatch.setattr(source.Source, "fetch", slow)
    assert (have(root), len(done)) == ([True, True], 1)


def test_a_second_writer_gives_up_at_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another batch is being written, the second one waits a little and then writes nothing."""
    root = samples.write(tmp_path)
    before = texts(root)
    monkeypatch.setattr(writing, "_PATIENCE", 0.0)
    with held(root / "content/.record.lock", 0.0):
        assert [each.code for each in writing.write(root, batch(root))] == ["X923"]
    assert texts(root) == before
