"""Whatever somebody did below the output folder by hand, the next publish gives just the outputs, and loses nothing."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.publish import Published, look, manifest
from tests.unit.publish_fixture import FIRST, SECOND, contents, put, refused, times

POSIX = pytest.mark.skipif(os.name != "posix", reason="only POSIX has these")


def _edit(tree: Path) -> None:
    (tree / "index.html").write_text("by hand", encoding="utf-8")


def _edit_same_size(tree: Path) -> None:
    place = tree / "a" / "index.html"
    place.write_text("x" * place.stat().st_size, encoding="utf-8")


def _edit_and_date_back(tree: Path) -> None:
    before = (tree / "index.html").stat()
    (tree / "index.html").write_text("by hand", encoding="utf-8")
    os.utime(tree / "index.html", ns=(before.st_atime_ns, before.st_mtime_ns))


def _cut(tree: Path) -> None:
    (tree / "roster.csv").write_bytes(b"")


def _delete(tree: Path) -> None:
    (tree / "roster.csv").unlink()


def _delete_folder(tree: Path) -> None:
    shutil.rmtree(tree / "a")


def _delete_all(tree: Path) -> None:
    shutil.rmtree(tree)


def _add(tree: Path) -> None:
    (tree / ".htaccess").write_text("by hand", encoding="utf-8")


def _add_below(tree: Path) -> None:
    (tree / "a" / "more" / "deep").mkdir(parents=True)
    (tree / "a" / "more" / "x").write_text("by hand", encoding="utf-8")


def _empty_folder(tree: Path) -> None:
    (tree / "empty").mkdir()


def _rename(tree: Path) -> None:
    (tree / "index.html").rename(tree / "INDEX.html")


def _file_to_folder(tree: Path) -> None:
    (tree / "index.html").unlink()
    (tree / "index.html" / "x").mkdir(parents=True)


def _folder_to_file(tree: Path) -> None:
    shutil.rmtree(tree / "a")
    (tree / "a").write_text("by hand", encoding="utf-8")


def _link_file(tree: Path) -> None:
    (tree / "index.html").unlink()
    (tree / "index.html").symlink_to(tree.parent / "kept" / "kept.txt")


def _link_folder(tree: Path) -> None:
    shutil.rmtree(tree / "a")
    (tree / "a").symlink_to(tree.parent / "kept", target_is_directory=True)


def _loop(tree: Path) -> None:
    (tree / "loop").symlink_to("loop")


def _pipe(tree: Path) -> None:
    os.mkfifo(tree / "pipe")


def _odd_name(tree: Path) -> None:
    (tree / os.fsdecode(b"\xff\xfe")).write_text("by hand", encoding="utf-8")


def _close_file(tree: Path) -> None:
    (tree / "index.html").chmod(0o600)


def _close_folder(tree: Path) -> None:
    (tree / "a").chmod(0o700)


def _close_tree(tree: Path) -> None:
    tree.chmod(0o700)


EVERYWHERE = (_edit, _edit_same_size, _edit_and_date_back, _cut, _delete, _delete_folder, _delete_all, _add,
              _add_below, _empty_folder, _rename, _file_to_folder, _folder_to_file)  # fmt: skip
ON_POSIX = (_link_file, _link_folder, _loop, _pipe, _odd_name, _close_file, _close_folder, _close_tree)
DEEDS = [*EVERYWHERE, *(pytest.param(each, marks=POSIX) for each in ON_POSIX)]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Give an output folder with a site, a spare, and a folder of somebody else that links may lead to."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "kept.txt").write_text("kept", encoding="utf-8")
    put(SECOND, tmp_path)
    put(FIRST, tmp_path)
    return tmp_path


def _is_whole(output: Path, files: dict[str, str]) -> bool:
    site = output / "site"
    modes = [each.lstat().st_mode for each in (site, *site.rglob("*"))]
    return (
        contents(site) == files
        and all(mode & 0o444 == 0o444 for mode in modes)
        and contents(output / "kept") == {"kept.txt": "kept"}
    )


def _is_remembered(output: Path) -> bool:
    """Tell whether the site's manifest describes it, so that the next publish need not read a single file."""
    tree = manifest.load(output / ".gongshi", output / "site")
    return tree is not None and look.is_as_remembered(output / "site", tree)


@pytest.mark.parametrize("deed", DEEDS)
def test_damage_is_mended_by_the_same_site(deed: Callable[[Path], None], output: Path) -> None:
    """The same outputs again put right whatever was done to the site, and then nothing is left to do."""
    deed(output / "site")
    put(FIRST, output)
    assert _is_whole(output, FIRST)
    assert _is_remembered(output)
    assert put(FIRST, output) == Published(0, 0, 4)


@pytest.mark.parametrize("deed", DEEDS)
def test_damage_never_comes_back(deed: Callable[[Path], None], output: Path) -> None:
    """What was done to the site is gone with the next one, and with the one after, which is written into that tree."""
    deed(output / "site")
    for text in ("third", "fourth", "fifth"):
        put(FIRST | {"index.html": text}, output)
        assert _is_whole(output, FIRST | {"index.html": text})


@pytest.mark.parametrize("deed", DEEDS)
def test_damaged_spare_is_mended(deed: Callable[[Path], None], output: Path) -> None:
    """Whatever was done to the spare, it is brought level before it is swapped in."""
    deed(output / ".gongshi" / "spare") if deed not in (_delete_folder, _folder_to_file) else shutil.rmtree(
        output / ".gongshi" / "spare" / "a"
    )
    for files in (SECOND, FIRST, SECOND):
        put(files, output)
        assert _is_whole(output, files)


def test_one_edited_file_costs_one_file(output: Path) -> None:
    """What was edited is counted, and what was not stays as it is."""
    before = times(output / "site")
    _edit_same_size(output / "site")
    assert put(FIRST, output) == Published(1, 0, 3)
    after = times(output / "site")
    assert {path for path in before if before[path] != after[path]} == {"a/index.html"}


def test_touched_file_is_not_written(output: Path) -> None:
    """A file that was only touched says what it said: nothing is published."""
    os.utime(output / "site" / "index.html", (1, 1))
    before = (output / "site").stat().st_ino
    assert put(FIRST, output) == Published(0, 0, 4)
    assert (output / "site").stat().st_ino == before
    assert times(output / "site")["index.html"] == 10**9
    assert _is_remembered(output)


def test_copied_output_is_taken_up(output: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An output folder that was copied to another disk goes on where it was."""
    copy = tmp_path_factory.mktemp("copy") / "output"
    shutil.copytree(output, copy)
    assert put(FIRST, copy) == Published(0, 0, 4)
    assert put(SECOND, copy) == Published(2, 1, 2)
    assert contents(copy / "site") == SECOND


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"version": 1}',
        '{"version": 2, "files": {"index.html": [1]}, "folders": {}}',
        '{"version": 2, "files": [], "folders": {}}',
    ],
)
def test_manifest_that_is_none_is_not_believed(text: str, output: Path) -> None:
    """A manifest that was spoilt makes the tree be read, and changes nothing else."""
    for each in (output / ".gongshi").glob("*.json"):
        each.write_text(text, encoding="utf-8")
    assert put(FIRST, output) == Published(0, 0, 4)
    assert put(SECOND, output) == Published(2, 1, 2)
    assert _is_whole(output, SECOND)


def test_manifest_of_another_version_is_not_believed(output: Path) -> None:
    """What another version wrote down may mean something else, so it is not even looked at."""
    for each in (output / ".gongshi").glob("*.json"):
        part = json.loads(each.read_text(encoding="utf-8"))
        part["version"] += 1
        part["files"] = {path: ["of another kind", *rest] for path, (_, *rest) in part["files"].items()}
        each.write_text(json.dumps(part), encoding="utf-8")
    assert put(FIRST, output) == Published(0, 0, 4)


def test_site_that_was_removed_is_made_anew(output: Path) -> None:
    """Without a site the same outputs are published again."""
    shutil.rmtree(output / "site")
    assert put(FIRST, output) == Published(4, 0, 0)
    assert _is_whole(output, FIRST)


def test_spare_that_is_no_folder_is_replaced(output: Path) -> None:
    """A file in the spare's place is in nobody's way."""
    shutil.rmtree(output / ".gongshi" / "spare")
    (output / ".gongshi" / "spare").write_text("by hand", encoding="utf-8")
    put(SECOND, output)
    assert _is_whole(output, SECOND)


@POSIX
def test_spare_that_is_a_link_is_not_followed(output: Path) -> None:
    """A link in the spare's place is removed, and what it leads to is not touched."""
    shutil.rmtree(output / ".gongshi" / "spare")
    (output / ".gongshi" / "spare").symlink_to(output / "kept", target_is_directory=True)
    put(SECOND, output)
    assert _is_whole(output, SECOND)


def test_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """A folder that we never published into is not replaced, so that nobody loses what stands in it."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.doc").write_text("ten years", encoding="utf-8")
    assert refused(FIRST, tmp_path) == "X916"
    assert contents(tmp_path / "site") == {"thesis.doc": "ten years"}
    shutil.rmtree(tmp_path / "site")
    assert put(FIRST, tmp_path) == Published(4, 0, 0)


def test_empty_folder_is_taken(tmp_path: Path) -> None:
    """A folder that stands there empty is as good as none."""
    (tmp_path / "site").mkdir()
    assert put(FIRST, tmp_path) == Published(4, 0, 0)
    assert contents(tmp_path / "site") == FIRST


@POSIX
@pytest.mark.parametrize("target", ["kept", "nowhere", "kept/kept.txt"])
def test_linked_site_is_refused(target: str, output: Path) -> None:
    """A site that is a link is told: replacing the link would leave the public with what it leads to."""
    shutil.rmtree(output / "site")
    (output / "site").symlink_to(output / target)
    assert refused(FIRST, output) == "X915"
    assert (output / "site").is_symlink()


def test_file_in_the_place_of_the_site_is_refused(output: Path) -> None:
    """A file called site is told and stays."""
    shutil.rmtree(output / "site")
    (output / "site").write_text("by hand", encoding="utf-8")
    assert refused(FIRST, output) == "X915"
    assert (output / "site").read_text(encoding="utf-8") == "by hand"
