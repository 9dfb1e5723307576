"""What is written for staff is on the disk before it has its name, and its name before anybody is told."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import disk, edits
from pipeline.cli import cli
from tests import samples
from tests.unit import repository

RETURNED = "姓名: 李示例\n类别: A\n手机号: 13800000209\n"
TODAY = ("site", "联系:", "演示: true\n今日: 2020-12-11\n联系:")


def gongshi(*arguments: str) -> Callable[[Path], None]:
    def run(root: Path) -> None:
        done = CliRunner().invoke(cli, ["--root", str(root), *arguments])
        assert done.exit_code == 0, done.output

    return run


def ingest(root: Path) -> None:
    (root / "returned.yml").write_text(RETURNED, encoding="utf-8")
    gongshi("ingest", str(root / "returned.yml"), "--programme", "shili")(root)


def hook(root: Path) -> None:
    repository.start(root)
    gongshi("hook", "install")(root)


# What is done, and what is new afterwards.
DEEDS: dict[str, tuple[Callable[[Path], None], str]] = {
    "record": (gongshi("record", "退回补正", "b-001", "--reason", "缺材料", "-y"), samples.SHORT["b-001"]),
    "ingest": (ingest, f"{samples.PROGRAMMES}/drafts/draft-*.yml"),
    "new submission": (
        gongshi("new", "submission", "a-009", "--association", "daxue"),
        f"{samples.PROGRAMMES}/submissions/daxue/a-009.yml",
    ),
    "new programme": (
        gongshi("new", "programme", "kepu-2026", "--name", "科普", "--issuer", "示例市科协"),
        "content/programmes/kepu-2026/programme.yml",
    ),
    "export": (gongshi("export", "register"), "output/staff/shili/汇总表.xlsx"),
    "schema": (gongshi("schema"), ".vscode/schemas/submissions/shili.json"),
    "settings": (gongshi("schema"), ".vscode/settings.json"),
    "hook": (hook, ".git/hooks/pre-commit"),
}


class Log:
    """In which order files and folders were brought to the disk, and names given, by inode."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[tuple[str, int]] = []
        self._fsync = os.fsync
        monkeypatch.setattr(os, "fsync", self._synced)
        for name in ("link", "rename", "replace"):
            monkeypatch.setattr(os, name, self._naming(getattr(os, name)))

    def _synced(self, descriptor: int) -> None:
        self._fsync(descriptor)
        self.said.append(("synced", os.fstat(descriptor).st_ino))

    def _naming(self, call: Callable[..., None]) -> Callable[..., None]:
        def run(source: Path, target: Path, **options: object) -> None:
            call(source, target, **options)
            self.said.append(("named", Path(target).stat().st_ino))

        return run

    def order(self, *inodes: int) -> list[tuple[str, int]]:
        """Return what was done with these."""
        return [each for each in self.said if each[1] in inodes]


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be flushed there")
@pytest.mark.parametrize("name", DEEDS)
def test_bytes_then_name_then_folder(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut at any moment leaves the old or the new, and what was said to be done stays done."""
    repository.settle(monkeypatch)
    root = samples.write(tmp_path, TODAY)
    deed, pattern = DEEDS[name]
    log = Log(monkeypatch)
    deed(root)
    (file,) = root.glob(pattern)
    itself, folder = file.stat().st_ino, file.parent.stat().st_ino
    said = log.order(itself, folder)
    if name == "new programme":
        above = folder, file.parent.parent.stat().st_ino
        said = log.order(itself, *above)
        assert said[-4:] == [("synced", itself), ("synced", folder), ("named", folder), ("synced", above[1])]
    else:
        at = said.index(("named", itself))
        assert ("synced", itself) in said[:at]
        assert said[at + 1] == ("synced", folder)


def test_folders_are_on_the_disk_before_what_is_in_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each new folder's name is flushed in the one above it, from the top down."""
    log = Log(monkeypatch)
    disk.make_folders(tmp_path / "a/b/c")
    places = (tmp_path, tmp_path / "a", tmp_path / "a/b")
    assert log.said == [("synced", each.stat().st_ino) for each in places] if os.name != "nt" else log.said == []
    disk.make_folders(tmp_path / "a/b/c")
    assert len(log.said) == (3 if os.name != "nt" else 0)


def test_failed_write_leaves_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the bytes did not reach the disk, the name still leads to the old ones and nothing lies beside it."""
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _descriptor: (_ for _ in ()).throw(OSError(5, "broken")))
    with pytest.raises(OSError, match="broken"):
        disk.put(tmp_path / "a", b"new")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a", b"old")]


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes")
def test_mode_is_kept_from_the_first_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is for its owner's eyes is so before there is anything to see."""
    modes: list[int] = []
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda each: (modes.append(os.fstat(each).st_mode & 0o777), fsync(each))[1])
    disk.put(tmp_path / "a", b"x", 0o600)
    disk.put(tmp_path / "b", b"x", 0o755)
    assert (modes[0], modes[2], (tmp_path / "b").stat().st_mode & 0o777) == (0o600, 0o755, 0o755)


def test_folder_is_made_whole_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be filled is not there; one that stands is not touched."""
    write = disk.write

    def fail(file: Path, data: bytes) -> None:
        if file.name == "b.md":
            raise OSError(28, "no room")
        write(file, data)

    monkeypatch.setattr(disk, "write", fail)
    with pytest.raises(OSError, match="no room"):
        edits.create_folder(tmp_path, "content/x", {"a.yml": "a", "b.md": "b"})
    assert list((tmp_path / "content").iterdir()) == []
    monkeypatch.undo()
    assert edits.create_folder(tmp_path, "content/x", {"a.yml": "a"})
    assert not edits.create_folder(tmp_path, "content/x", {"a.yml": "other"})
    assert (tmp_path / "content/x/a.yml").read_text(encoding="utf-8") == "a"
