"""Content is read from git as it was, whole, beside the folder and without a trace; what goes wrong is a finding."""

import stat
import sys
from pathlib import Path

import pytest

from pipeline import revisions
from pipeline.diagnostics import Diagnostic
from pipeline.revisions import INDEX
from pipeline.revisions import git as runner
from tests import samples
from tests.unit.repository import commit, git, settle, start


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    settle(monkeypatch)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return start(samples.write(tmp_path / "root"))


def code(found: object) -> str:
    return found.code if isinstance(found, Diagnostic) else f"no finding: {found}"


def head(root: Path) -> str:
    found = revisions.resolve(root, "HEAD")
    assert isinstance(found, str)
    return found


def tree(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_revision_is_unpacked_as_it_was(root: Path) -> None:
    """A commit's content is there byte for byte though the folder says otherwise by now, and is gone afterwards."""
    before = tree(root / "content")
    samples.write(root, ("site", "名称: 示例市", "名称: 另一示例市"))
    (root / samples.SHORT["b-001"]).unlink()
    with revisions.unpacked(root, head(root)) as folder:
        assert isinstance(folder, Path)
        assert tree(folder / "content") == before
    assert not folder.exists()


def test_index_is_unpacked_without_what_is_not_staged(root: Path) -> None:
    """Of the index there is what was staged, not what was written afterwards."""
    samples.write(root, ("site", "名称: 示例市", "名称: 第二示例市"))
    git(root, "add", "content/site.yml")
    samples.write(root, ("site", "名称: 示例市", "名称: 第三示例市"))
    with revisions.unpacked(root, INDEX) as folder:
        assert isinstance(folder, Path)
        assert "第二示例市" in (folder / "content/site.yml").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards a user's folders otherwise")
def test_unpacked_content_is_for_its_owner_alone(root: Path) -> None:
    """Nobody else on the machine can look into the folder."""
    with revisions.unpacked(root, head(root)) as folder:
        assert isinstance(folder, Path)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_root_may_be_a_folder_of_the_repository(tmp_path: Path) -> None:
    """Paths are told from the root, and content of other folders is none of ours."""
    samples.write(tmp_path / "repository/office")
    samples.write(tmp_path / "repository/other")
    start(tmp_path / "repository")
    root = tmp_path / "repository/office"
    for name in ("office", "other"):
        (tmp_path / "repository" / name / "content/site.yml").write_text("名称: 示例\n", encoding="utf-8")
    assert revisions.changed(root, head(root), staged=False) == {"content/site.yml"}
    with revisions.unpacked(root, head(root)) as folder:
        assert isinstance(folder, Path)
        assert sorted(tree(folder)) == sorted(samples.FILES)


def test_changed_files_are_those_that_differ_are_new_or_gone(root: Path) -> None:
    """Written, new and removed files count, those ignored or outside content/ do not; staged ones alone on demand."""
    commit_id = head(root)
    (root / ".gitignore").write_text("drafts/\n", encoding="utf-8")
    new = {"content/新文件.yml": "a: b\n", f"{samples.PROGRAMMES}/drafts/x.yml": "a: b\n"}
    samples.write(root, ("site", "名称: 示例市", "名称: 另一示例市"), **new)
    (root / samples.SHORT["b-001"]).unlink()
    assert revisions.changed(root, commit_id, staged=True) == set()
    assert revisions.changed(root, commit_id, staged=False) == {
        "content/site.yml",
        "content/新文件.yml",
        samples.SHORT["b-001"],
    }
    git(root, "add", "content/site.yml")
    assert revisions.changed(root, commit_id, staged=True) == {"content/site.yml"}


def test_other_files_have_their_size_alone(root: Path) -> None:
    """A photo is not copied: only that it is there, and how large it is."""
    photo = root / samples.PROGRAMMES / "attachments/photo.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"\xff\xd8 private")
    with revisions.unpacked(root, commit(root, "photo")) as folder:
        assert isinstance(folder, Path)
        assert (folder / photo.relative_to(root)).read_bytes() == bytes(len(b"\xff\xd8 private"))


def test_nothing_of_a_revision_is_run(root: Path, tmp_path: Path) -> None:
    """Attributes that name a filter, and hooks, have no effect; the folder and the index stay as they are."""
    witness = tmp_path / "witness"
    git(root, "config", "filter.evil.smudge", f"touch '{witness.as_posix()}'; cat")
    (root / ".gitattributes").write_text("*.yml filter=evil\n", encoding="utf-8")
    hook = root / ".git/hooks/post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch '{witness.as_posix()}'\n", encoding="utf-8")
    hook.chmod(0o755)
    made = commit(root, "attributes")
    with revisions.unpacked(root, made) as folder:
        assert isinstance(folder, Path)
    assert (witness.exists(), git(root, "status", "--porcelain")) == (False, "")


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights on Windows")
def test_link_is_no_way_out(root: Path, tmp_path: Path) -> None:
    """A link in a revision is a small file that says where it leads, and leads nowhere."""
    (tmp_path / "secret.yml").write_text("手机号: 13800000001\n", encoding="utf-8")
    link = root / samples.PROGRAMMES / "submissions/xian/b-002.yml"
    link.symlink_to(tmp_path / "secret.yml")
    with revisions.unpacked(root, commit(root, "link")) as folder:
        assert isinstance(folder, Path)
        file = folder / link.relative_to(root)
        assert (file.is_symlink(), file.read_text(encoding="utf-8")) == (False, str(tmp_path / "secret.yml"))


def test_name_that_leads_elsewhere_is_refused(root: Path) -> None:
    """A tree made by hand may hold `..`; it is not written anywhere."""
    blob = git(root, "rev-parse", "HEAD:content/site.yml")
    inner = git(root, "mktree", told=f"100644 blob {blob}\tx\\..\\evil.yml\n")
    outer = git(root, "mktree", told=f"040000 tree {inner}\tcontent\n")
    with revisions.unpacked(root, outer) as folder:
        assert code(folder) == "X976"


@pytest.mark.parametrize("revision", ["nobody", "--all", "", "HEAD~7", "main..main"])
def test_unknown_revision_is_told(root: Path, revision: str) -> None:
    """What git knows no commit by is a finding that names it."""
    found = revisions.resolve(root, revision)
    assert isinstance(found, Diagnostic)
    assert (found.code, dict(found.params)) == ("X973", {"revision": revision})


def test_no_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder outside of any repository has no history; git's own words, which hold its path, are not repeated."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    found = revisions.look(samples.write(tmp_path))
    assert isinstance(found, Diagnostic)
    assert (found.code, found.params) == ("X971", ())


def test_no_git_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no git can be started, it says so."""
    monkeypatch.setenv("PATH", str(root))
    assert code(revisions.look(root)) == "X970"


def test_repository_of_another_user_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """git's refusal of a folder that another user made is told with its remedy."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert code(revisions.look(root)) == "X972"


def test_failure_of_git_is_told_without_its_words(root: Path) -> None:
    """Any other failure names the command and nothing of the machine."""
    found = runner.run(root, "cat-file", "--no-such-option")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.params) == ("X975", (("command", "git cat-file"),))


def test_shallow_clone_is_told(root: Path, tmp_path: Path) -> None:
    """Where the history was cut, an unknown revision may lie in the part that is missing."""
    first = head(root)
    commit(root, "second")
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "clone")
    assert [code(revisions.resolve(tmp_path / "clone", each)) for each in ("HEAD~1", first)] == ["X974", "X974"]


def test_before_the_first_commit_there_is_nothing(tmp_path: Path) -> None:
    """In a new repository every file is changed, and the last commit holds none."""
    root = samples.write(tmp_path)
    git(root, "init", "--quiet")
    git(root, "add", "content")
    nothing = revisions.head(root)
    assert isinstance(nothing, str)
    assert revisions.changed(root, nothing, staged=True) == set(samples.FILES)
    with revisions.unpacked(root, nothing) as folder:
        assert isinstance(folder, Path)
        assert tree(folder) == {}


def test_hook_is_not_led_astray_by_its_surroundings(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """git tells a hook where it is and which index counts; only the index is heeded, from the folder of the hook."""
    other = start(samples.write(tmp_path / "other"))
    monkeypatch.chdir(root)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/of-this-commit")
    samples.write(root, ("site", "名称: 示例市", "名称: 另一示例市"))
    assert revisions.changed(root, head(root), staged=True) == set(samples.FILES)
