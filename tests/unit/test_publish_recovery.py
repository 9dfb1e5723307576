"""A swap by renames that was cut in half is finished at the next start, by `recover` or by the next publish."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import publish
from pipeline.publish import places
from pipeline.publish.lock import held
from pipeline.publish.places import Places
from tests.drill import steps
from tests.unit.publish_fixture import FIRST, SECOND, contents, put

THIRD = {"index.html": "third"}


class CutError(Exception):
    """The publish ends here, as if the machine had been turned off."""


def _cut_before_rename(number: int) -> Callable[[int, str, object], None]:
    """Cut before the rename of this number that a publish makes."""
    count = 0

    def hinder(_step: int, name: str, _args: object) -> None:
        nonlocal count
        count += name == "rename"
        if name == "rename" and count > number:
            raise CutError

    return hinder


def _cut(output: Path, number: int) -> Places:
    """Publish FIRST, then SECOND up to one of its three renames."""
    put(FIRST, output)
    with steps.by_renames(), steps.watched(_cut_before_rename(number)), pytest.raises(CutError):
        put(SECOND, output)
    return places.below(output)


@pytest.mark.parametrize(("number", "stands"), [(0, FIRST), (1, None), (2, SECOND)])
def test_cut_leaves_old_new_or_neither(number: int, stands: dict[str, str] | None, tmp_path: Path) -> None:
    """Between the two renames there is no site; before it is the old, after it the new."""
    there = _cut(tmp_path, number)
    assert (contents(there.site) if there.site.exists() else None) == stands


@pytest.mark.parametrize(("number", "expected"), [(0, FIRST), (1, SECOND), (2, SECOND)])
def test_recover_puts_a_whole_site_in_its_place(number: int, expected: dict[str, str], tmp_path: Path) -> None:
    """The next start finishes what was begun, and the one after has nothing to do."""
    there = _cut(tmp_path, number)
    assert publish.recover(tmp_path) == ()
    assert contents(there.site) == expected
    assert not there.former.exists()
    assert publish.recover(tmp_path) == ()
    assert contents(there.site) == expected


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("files", [FIRST, SECOND, THIRD])
def test_next_publish_repairs(files: dict[str, str], number: int, tmp_path: Path) -> None:
    """A publish needs no `recover` before it."""
    there = _cut(tmp_path, number)
    put(files, tmp_path)
    assert contents(there.site) == files
    assert not there.former.exists()


def test_old_site_comes_back_where_the_new_is_not_whole(tmp_path: Path) -> None:
    """A spare without a manifest is not put up, whatever happened to it."""
    there = _cut(tmp_path, 1)
    (there.own / f"{there.spare.stat().st_ino}.json").unlink()
    assert publish.recover(tmp_path) == ()
    assert contents(there.site) == FIRST


def test_old_site_comes_back_where_the_new_is_gone(tmp_path: Path) -> None:
    """Without a spare the old site is put up again."""
    there = _cut(tmp_path, 1)
    shutil.rmtree(there.spare)
    assert publish.recover(tmp_path) == ()
    assert contents(there.site) == FIRST


def test_site_made_by_hand_in_between_is_in_nobodys_way(tmp_path: Path) -> None:
    """Whoever put a site there meanwhile keeps it until the next publish, and nothing is left over."""
    there = _cut(tmp_path, 1)
    shutil.copytree(there.former, there.site)
    assert publish.recover(tmp_path) == ()
    assert contents(there.site) == FIRST
    assert not there.former.exists()
    with steps.by_renames():
        put(THIRD, tmp_path)
    assert contents(there.site) == THIRD


def test_recover_touches_nothing_where_nothing_is_wrong(tmp_path: Path) -> None:
    """Without a half swap, and without an output folder, there is nothing to do and nothing is made."""
    assert publish.recover(tmp_path / "nowhere") == ()
    assert list(tmp_path.iterdir()) == []


def test_recover_leaves_it_to_a_build_at_work(tmp_path: Path) -> None:
    """A build that holds the lock is just between its renames, and is not disturbed."""
    there = _cut(tmp_path, 1)
    with held(there.lock, 0):
        assert publish.recover(tmp_path) == ()
        assert not there.site.exists()


def test_recover_tells_what_the_system_refuses(tmp_path: Path) -> None:
    """Where the site cannot be put back, that is a finding."""
    _cut(tmp_path, 1)

    def hinder(_step: int, name: str, _args: object) -> None:
        if name == "rename":
            raise PermissionError(13, "refused")

    with steps.watched(hinder):
        assert [each.code for each in publish.recover(tmp_path)] == ["X912"]
    assert publish.recover(tmp_path) == ()


def test_rename_that_is_refused_is_undone(tmp_path: Path) -> None:
    """Where the new site cannot take its place, the old one comes back at once."""
    put(FIRST, tmp_path)
    renamed = 0

    def hinder(_step: int, name: str, _args: object) -> None:
        nonlocal renamed
        renamed += name == "rename"
        if name == "rename" and renamed == 2:
            raise PermissionError(13, "refused")

    with steps.by_renames(), steps.watched(hinder):
        published, findings = publish.swap((), tmp_path)
    assert (published, [each.code for each in findings]) == (None, ["X912"])
    assert contents(tmp_path / "site") == FIRST
