"""`doctor` sees what is wrong with a machine and a repository, says what to do, and changes nothing."""

import ast
import json
import re
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import doctor
from pipeline.cli import cli
from pipeline.doctor import State, content, disk, machine, repository
from pipeline.doctor.types import Found
from pipeline.doctor.words import WORDS
from pipeline.paper import typeset
from pipeline.publish.trial import Trial
from tests import samples
from tests.unit.repository import commit, git, settle

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settle(monkeypatch)
    return samples.write(tmp_path)


def keys(found: "list[Found] | tuple[Found, ...]") -> set[str]:
    return {each.key for each in found}


def keys_of_repository(root: Path) -> set[str]:
    return keys(list(repository.all_of(root)))


def test_every_row_is_said_in_both_languages() -> None:
    """With the same words in braces; what is not fine has advice; a GBK console can show it."""
    for key, words in WORDS.items():
        for both in (words.item, words.says, words.advice):
            named = [set(re.findall(r"\{(\w+)\}", both[lang])) for lang in ("zh", "en")]
            assert named[1] <= named[0], key
            both["zh"].encode("gbk")
            assert bool(both["zh"]) == bool(both["en"])
        assert bool(words.advice["zh"]) == (words.state is not State.FINE), key


def test_every_key_has_a_row_and_every_row_a_use() -> None:
    """A key that is written in the code stands in the table; a row that nothing names is none."""
    named: set[str] = set()
    for file in (ROOT / "pipeline" / "doctor").glob("*.py"):
        if file.name != "words.py":
            constants = (
                each for each in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(each, ast.Constant)
            )
            named |= {str(each.value) for each in constants}
    assert set(WORDS) - named == set()


def test_a_fresh_repository_is_examined_whole(root: Path) -> None:
    """Every item is told of once, in an order that does not change, with all its words filled in."""
    git(root, "init")
    found = list(doctor.examine(root, NOW, "utf-8"))
    items = [WORDS[each.key].item["zh"] for each in found]
    assert len(items) == len(set(items))
    assert {words.item["zh"] for words in WORDS.values()} == set(items)
    for each in found:
        words = WORDS[each.key]
        for lang in ("zh", "en"):
            assert "{" not in words.says[lang].format_map(dict(each.params))
            words.advice[lang].format_map(dict(each.params))
    assert not (root / "output").exists()


def test_without_content_the_machine_alone_is_examined(tmp_path: Path) -> None:
    """It says so, and what to do."""
    done = CliRunner().invoke(cli, ["--root", str(tmp_path), "--lang", "zh", "doctor"])
    assert "gongshi new programme" in done.stdout
    assert "git" not in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_what_is_wrong_ends_with_1(root: Path) -> None:
    """JSON names each item's state; a folder for staff that others can read is wrong."""
    folder = root / "output" / "staff"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    done = CliRunner().invoke(cli, ["--root", str(root), "--lang", "zh", "doctor", "--format", "json"])
    rows = {each["key"]: each for each in json.loads(done.stdout)["found"]}
    assert done.exit_code == 1
    assert (rows["staff_open"]["state"], "chmod" in rows["staff_open"]["advice"]) == ("wrong", True)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://github.com/someone/content.git", "github.com"),
        ("https://someone:secret@gitee.com/x/y.git", "gitee.com"),
        ("git@gitlab.com:x/y.git", "gitlab.com"),
        ("ssh://git@git.example.org:2222/x/y", "git.example.org"),
        ("/srv/git/content.git", ""),
        ("../content.git", ""),
        ("C:/git/content.git", ""),
        ("file:///srv/git/content.git", ""),
    ],
)
def test_the_host_of_a_remote(address: str, host: str) -> None:
    """A folder has none; a password is no part of it."""
    assert repository.host_of(address) == host


def test_a_public_remote_is_warned_of(root: Path) -> None:
    """It cannot be seen whether it is public, so it is said what to look at; never the address."""
    git(root, "init")
    git(root, "remote", "add", "origin", "https://someone:secret@github.com/x/y.git")
    (told,) = (each for each in repository.all_of(root) if each.key.startswith("remote"))
    assert (told.key, dict(told.params)) == ("remote_public", {"hosts": "github.com"})
    git(root, "remote", "set-url", "origin", "git@git.example.org:x/y.git")
    assert "remote" in keys_of_repository(root)
    git(root, "remote", "remove", "origin")
    assert "remote_none" in keys_of_repository(root)


def test_what_must_not_be_committed(root: Path) -> None:
    """Said before, by the lines that .gitignore lacks, and after, by what is in git already."""
    git(root, "init")
    (told,) = (each for each in repository.all_of(root) if each.key.startswith("ignored"))
    assert (told.key, dict(told.params)["lines"]) == (
        "ignored_not",
        "/output/  /.cache/  /content/programmes/*/drafts/",
    )
    (root / ".gitignore").write_text("/output/\n/.cache/\n/content/programmes/*/drafts/\n", encoding="utf-8")
    assert "ignored" in keys_of_repository(root)
    draft = root / "content/programmes/shili/drafts/x.yml"
    draft.parent.mkdir()
    draft.write_text("姓名: 王示例\n", encoding="utf-8")
    git(root, "add", "--force", str(draft))
    (told,) = (each for each in repository.all_of(root) if each.key.startswith("ignored"))
    assert (told.key, dict(told.params)) == ("ignored_tracked", {"names": "content/programmes/shili/drafts"})


def test_the_state_of_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, changes, none, and no git at all."""
    assert keys_of_repository(root) == {"git_no_repository"}
    git(root, "init")
    assert {"git_changed", "hook_none"} <= keys_of_repository(root)
    commit(root, "x")
    assert "git" in keys_of_repository(root)
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\n", encoding="utf-8")
    assert "hook_other" in keys_of_repository(root)
    hook.unlink()
    assert CliRunner().invoke(cli, ["--root", str(root), "hook", "install"]).exit_code == 0
    assert "hook" in keys_of_repository(root)
    monkeypatch.setenv("PATH", str(root))
    assert keys_of_repository(root) == {"git_none"}


@pytest.mark.parametrize(
    ("changed", "key"),
    [(timedelta(), "clock"), (timedelta(days=3), "clock_behind"), (timedelta(days=-3000), "clock_ahead")],
)
def test_a_clock_that_cannot_be_right(changed: timedelta, key: str) -> None:
    """Earlier than what was written, or years after it."""
    assert machine.clock(NOW, (NOW + changed).timestamp()).key == key
    assert machine.clock(NOW, None).key == "clock"


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        ("utf-8", {"encoding"}),
        ("GB18030", {"encoding"}),
        ("cp936", {"encoding_screen"}),
        ("ascii", {"encoding_screen"}),
    ],
)
def test_a_screen_that_lacks_characters(screen: str, expected: set[str]) -> None:
    """GBK has no rare characters of names."""
    assert keys(list(machine.encoding(screen))) == expected


def test_libraries_that_are_missing_or_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is named; what only an extra asks for is not missed."""
    asked = ["click>=8.5", "rich>=99", "no-such-thing>=1", 'brotli>=99; extra == "compress"']
    monkeypatch.setattr(machine, "requires", lambda _name: asked)
    told = machine.libraries()
    assert told.key == "libraries_wrong"
    assert re.fullmatch(r"rich [\d.]+, no-such-thing", dict(told.params)["names"])


def test_the_calendar_of_next_year_is_missed_in_december(root: Path) -> None:
    """Before December it is nobody's business."""

    def told(day: datetime) -> set[str]:
        return {each.key for each in content.all_of(root, day) if each.key.startswith("calendar")}

    assert told(NOW) == {"calendar"}
    assert told(datetime(2026, 12, 1, tzinfo=UTC)) == {"calendar_missing"}


def test_fonts_of_the_machine_are_looked_for_where_they_are_wanted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under 字体: 系统 alone; what is missing is named by what it is for."""

    def told() -> dict[str, str]:
        (one,) = (each for each in content.all_of(root, NOW) if each.key.startswith("fonts"))
        return {"key": one.key, **dict(one.params)}

    assert told() == {"key": "fonts_packaged"}
    samples.write(root, ("site", "联系:", "排版: {字体: 系统}\n联系:"))
    monkeypatch.setattr(typeset, "families", lambda: frozenset({"仿宋", "SimHei"}))
    assert told() == {"key": "fonts_missing", "names": "方正小标宋、楷体"}
    monkeypatch.setattr(typeset, "families", lambda: frozenset({"仿宋", "SimHei", "STZhongsong", "KaiTi"}))
    assert told()["key"] == "fonts"


def test_a_disk_that_is_full_or_closed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room, little room, and no permission, each with its name; nothing is left of what was tried."""
    for free, exchanges, expected in (
        (1, True, {"output_full", "swap"}),
        (200 << 20, False, {"output_tight", "swap_renames"}),
    ):
        monkeypatch.setattr(disk, "trial", lambda _output, f=free, e=exchanges: Trial(f, e))
        assert expected <= keys(list(disk.all_of(root)))
    monkeypatch.undo()
    before = set(root.iterdir())
    assert {"output", "case", "staff_none"} <= keys(list(disk.all_of(root))) | {"output"}
    assert set(root.iterdir()) == before

    def closed(_output: Path) -> None:
        raise PermissionError(13, "x")

    monkeypatch.setattr(disk, "trial", closed)
    assert "output_closed" in keys(list(disk.all_of(root)))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_what_lies_in_a_closed_folder_is_closed(root: Path) -> None:
    """However open the file itself stands."""
    folder = root / "output" / "staff"
    folder.mkdir(parents=True, mode=0o700)
    (folder / "x.pdf").write_bytes(b"x")
    assert "staff" in keys(list(disk.all_of(root)))
    folder.chmod(0o755)
    assert "staff_open" in keys(list(disk.all_of(root)))
    shutil.rmtree(folder)
