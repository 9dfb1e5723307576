"""What lies in the wrong place, or is no file at all, is said; the rest is read."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import content
from tests import models, samples

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
SUBMISSIONS = f"{samples.PROGRAMMES}/submissions"


def found(root: Path) -> list[tuple[str, str]]:
    return [(each.where.path, each.code) for each in content.load(root)[1]]


def put(path: str, text: str = "x") -> Callable[[Path], None]:
    def act(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return act


def drop(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink()


CASES: dict[str, tuple[Callable[[Path], None], list[tuple[str, str]]]] = {
    "no site.yml": (drop("content/site.yml"), [("content/site.yml", "S290")]),
    "no programme.yml": (drop(samples.SHORT["programme"]), [(samples.SHORT["programme"], "S290")]),
    "no notice": (drop(samples.SHORT["notice"]), [(samples.SHORT["notice"], "Y107")]),
    "no form": (drop(samples.SHORT["form"]), [(samples.SHORT["form"], "Y107")]),
    "capital ending": (put(f"{SUBMISSIONS}/xian/c-001.YML"), [(f"{SUBMISSIONS}/xian/c-001.YML", "S292")]),
    "other ending": (put(f"{SUBMISSIONS}/xian/c-001.yaml"), [(f"{SUBMISSIONS}/xian/c-001.yaml", "S292")]),
    "stray file": (put(f"{SUBMISSIONS}/xian/扫描件.jpg"), [(f"{SUBMISSIONS}/xian/扫描件.jpg", "S293")]),
    "left by an editor": (put(f"{SUBMISSIONS}/xian/.b-001.yml.swp"), []),
    "left by Word": (put(f"{SUBMISSIONS}/xian/~$表.docx"), []),
    "calendar of no year": (
        put("content/calendar/明年.yml", "放假: []\n上班: []\n"),
        [("content/calendar/明年.yml", "S294")],
    ),
    "file among programmes": (put("content/programmes/x.txt"), [("content/programmes/x.txt", "S295")]),
    "programme that is no address": (put("content/programmes/示例/x.yml"), [("content/programmes/示例", "S296")]),
    "programme with a taken name": (put("content/programmes/roster/x.yml"), [("content/programmes/roster", "S296")]),
    "folder named x.yml": (
        lambda root: (root / SUBMISSIONS / "xian" / "c-001.yml").mkdir(),
        [(f"{SUBMISSIONS}/xian/c-001.yml", "Y104")],
    ),
    "folder among attachments": (
        put(f"{samples.PROGRAMMES}/attachments/sub/x.pdf"),
        [(f"{samples.PROGRAMMES}/attachments/sub", "S298")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_does_not_belong_is_said(case: str, tmp_path: Path) -> None:
    """One thing out of place gives exactly its finding."""
    act, expected = CASES[case]
    root = samples.write(tmp_path)
    act(root)
    assert found(root) == expected


@posix
@pytest.mark.parametrize(("target", "code"), [("/etc/hostname", "Y103"), ("nowhere", "Y103")])
def test_a_link_is_not_followed(tmp_path: Path, target: str, code: str) -> None:
    """A symbolic link named x.yml is a finding, wherever it leads."""
    root = samples.write(tmp_path)
    (root / SUBMISSIONS / "xian" / "c-001.yml").symlink_to(target)
    assert found(root) == [(f"{SUBMISSIONS}/xian/c-001.yml", code)]


@posix
def test_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    """A link to a folder is said; what lies behind it is not read, not even a loop."""
    root = samples.write(tmp_path)
    (root / SUBMISSIONS / "loop").symlink_to(root / SUBMISSIONS)
    assert found(root) == [(f"{SUBMISSIONS}/loop", "S291")]


@posix
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    """A FIFO named x.yml is a finding at once."""
    root = samples.write(tmp_path)
    os.mkfifo(root / SUBMISSIONS / "xian" / "c-001.yml")
    assert found(root) == [(f"{SUBMISSIONS}/xian/c-001.yml", "Y105")]


def test_no_content_at_all_is_said(tmp_path: Path) -> None:
    """An empty folder has no site and no programme."""
    assert found(tmp_path) == [("content/site.yml", "S290"), ("content/programmes", "S297")]


def test_one_broken_file_hides_no_other(tmp_path: Path) -> None:
    """Findings of all files come in one run, and the good candidates are still there."""
    root = samples.write(
        tmp_path,
        ("a-001", "手机号: 13800000001", "手机号: 1"),
        ("b-001", "姓名: 欧阳例", "姓名：欧阳例"),
        ("programme", "截止: 2020-12-08", "截止日: 2020-12-08"),
    )
    assert {code[:1] for _, code in found(root)} == {"S", "Y"}
    assert len({path for path, _ in found(root)}) == 3


def test_another_programme_dropped_in_is_read_beside_the_first(tmp_path: Path) -> None:
    """A second programme of another kind needs no line of Python."""
    import shutil  # noqa: PLC0415

    root = samples.write(tmp_path)
    (other,) = (models.golden("danwei") / "content" / "programmes").iterdir()
    shutil.copytree(other, root / "content" / "programmes" / other.name)
    site, findings = content.load(root)
    assert findings == ()
    assert [each.slug for each in site.programmes] == sorted(["shili", other.name])
