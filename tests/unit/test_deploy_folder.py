"""A site is put into a folder: whole files, only what changed, and nothing lost however it ends."""

import os
from datetime import date
from pathlib import Path

import pytest

from pipeline import build, deploy
from pipeline.deploy import Deed, FailedError
from pipeline.deploy.folder import Folder
from tests import samples
from tests.unit.deploy_fixture import HOME, KilledError, lost, page, send, source, texts

FIRST = {
    HOME: page(["a/index.html", "x.html"]),
    "a/index.html": "a",
    "x.html": page(["index.html"]),
    "assets/s.0123456789.css": "old",
}
SECOND = {
    HOME: page(["a/index.html", "b/index.html", "y.html"], "second"),
    "a/index.html": "a",
    "b/index.html": "b",
    "y.html": page(["index.html"]),
    "assets/s.0000000000.css": "new",
}
POSIX = pytest.mark.skipif(os.name != "posix", reason="only POSIX has modes, links that anybody may make, and a umask")


def test_folder_becomes_the_site_and_only_changes_are_written(tmp_path: Path) -> None:
    """The second site replaces the first; what is the same is not touched, and what is empty then goes."""
    place = tmp_path / "deep" / "public"
    send(source(FIRST, tmp_path / "output"), Folder(place))
    assert texts(place) == FIRST
    same = (place / "a" / HOME).stat()
    plan, _ = send(source({**SECOND, "c/d/e.pdf": "e"}, tmp_path / "output"), Folder(place))
    assert [len(plan.of(each)) for each in Deed] == [4, 1, 2]
    assert texts(place) == {**SECOND, "c/d/e.pdf": "e"}
    assert ((place / "a" / HOME).stat().st_ino, plan.same) == (same.st_ino, 1)
    send(source(SECOND, tmp_path / "output"), Folder(place))
    assert sorted(each.name for each in place.iterdir()) == [".gongshi", "a", "assets", "b", "index.html", "y.html"]
    assert [each.name for each in (place / ".gongshi").iterdir()] == ["deployed.json"]


def test_same_site_again_writes_nothing(tmp_path: Path) -> None:
    """Where nothing differs, no file, no folder and no time changes."""
    site = source(FIRST, tmp_path / "output")
    send(site, Folder(tmp_path / "public"))
    before = {each: each.stat().st_mtime_ns for each in (tmp_path / "public").rglob("*")}
    plan, _ = send(site, Folder(tmp_path / "public"))
    assert (plan.batches, {each: each.stat().st_mtime_ns for each in (tmp_path / "public").rglob("*")}) == ((), before)


@POSIX
def test_everybody_may_read_and_times_stay(tmp_path: Path) -> None:
    """A web server is another user, whatever the umask; a file has the time that it had."""
    before = os.umask(0o077)
    try:
        site = source(FIRST, tmp_path / "output")
        send(site, Folder(tmp_path / "public"))
    finally:
        os.umask(before)
    modes = {
        (each.is_dir(), each.stat().st_mode & 0o777)
        for each in (tmp_path / "public").rglob("*")
        if each.name != ".gongshi"
    }
    assert modes == {(True, 0o755), (False, 0o644)}
    times = {path: (tmp_path / "public" / path).stat().st_mtime_ns for path in FIRST}
    assert times == {path: site.time(path) for path in FIRST}


def test_killed_before_any_change_it_is_finished_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deploy that dies before any rename or removal leaves links that arrive, and the next one finishes it."""
    replace, unlink = Path.replace, Path.unlink
    left = -1

    def spend() -> None:
        nonlocal left
        if left == 0:
            raise KilledError
        left -= 1

    def replacing(self: Path, target: Path) -> Path:
        spend()
        return replace(self, target)

    def unlinking(self: Path, missing_ok: bool = False) -> None:
        spend()
        unlink(self, missing_ok)

    killed, step = True, 0
    while killed:
        place = tmp_path / str(step)
        send(source(FIRST, tmp_path / "output"), Folder(place))
        site = source(SECOND, tmp_path / "output")
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", replacing)
            patched.setattr(Path, "unlink", unlinking)
            left, killed = step, False
            try:
                send(site, Folder(place))
            except KilledError:
                killed = True
        assert lost(texts(place), [HOME]) == set()
        send(site, Folder(place))
        assert texts(place) == SECOND
        assert [each.name for each in (place / ".gongshi").iterdir()] == ["deployed.json"]
        step += 1
    assert step > 10


def test_links_of_a_real_site_arrive_at_every_step(tmp_path: Path) -> None:
    """Two sites as they are built, the second with another certificate number: no link of a seen page leads nowhere."""
    today = ("site", "联系:", "演示: true\n今日: 2021-03-17\n联系:")
    place, pages = tmp_path / "public", set[str]()
    for edits in ((today,), (today, ("a-001", "SL-2020-A001", "SL-2020-A009"))):
        root = samples.write(tmp_path / "root", *edits)
        assert build.build(root, root / "output", date(2021, 3, 17)).published
        site, _ = deploy.may_leave(root / "output", as_demonstration=True)
        assert site is not None
        staying = pages & site.digests.keys()
        missing: list[set[str]] = []
        plan, _ = send(
            site,
            Folder(place),
            lambda staying=staying, missing=missing: missing.append(lost(texts(place), {HOME, *staying})),
        )
        assert missing == [set()] * sum(len(plan.of(each)) for each in Deed)
        pages = set(site.digests)
    assert [bool(plan.of(each)) for each in Deed] == [True, True, True]
    assert texts(place).keys() == pages


def test_changed_by_hand_is_found_by_verify_alone(tmp_path: Path) -> None:
    """The ledger is trusted, unless everything is to be compared; what others put there is left alone."""
    place, site = tmp_path / "public", source(FIRST, tmp_path / "output")
    send(site, Folder(place))
    (place / HOME).write_text("by hand")
    (place / "x.html").unlink()
    (place / "robots.txt").write_text("theirs")
    plan, state = send(site, Folder(place))
    assert (plan.batches, state.by_hand) == ((), ())
    plan, state = send(site, Folder(place), verify=True)
    assert (state.by_hand, plan.of(Deed.NEW), plan.of(Deed.CHANGED)) == ((HOME, "x.html"), ("x.html",), (HOME,))
    assert texts(place) == {**FIRST, "robots.txt": "theirs"}


def test_folder_of_others_is_taken_only_when_told_to(tmp_path: Path) -> None:
    """X985 where something lies already; adopted, files of the same name become ours, and no others."""
    place, site = tmp_path / "public", source(FIRST, tmp_path / "output")
    place.mkdir()
    for name, text in ((HOME, "old"), ("x.html", FIRST["x.html"]), ("theirs.html", "theirs")):
        (place / name).write_text(text)
    with pytest.raises(FailedError) as failed:
        send(site, Folder(place))
    assert (failed.value.found.code, (place / HOME).read_text()) == ("X985", "old")
    plan, _ = send(site, Folder(place), adopt=True)
    assert (plan.of(Deed.CHANGED), plan.same) == ((HOME,), 1)
    send(source({HOME: "last"}, tmp_path / "output"), Folder(place))
    assert texts(place) == {HOME: "last", "theirs.html": "theirs"}


@POSIX
def test_links_there_lead_nobody_astray(tmp_path: Path) -> None:
    """X991 where a link stands for a folder of the site; one that stands for a file is replaced, not followed."""
    place, site = tmp_path / "public", source(FIRST, tmp_path / "output")
    (tmp_path / "private").mkdir()
    (tmp_path / "private.html").write_text("private")
    place.mkdir()
    (place / HOME).symlink_to(tmp_path / "private.html")
    (place / "assets").symlink_to(tmp_path / "private")
    with pytest.raises(FailedError) as failed:
        send(site, Folder(place), adopt=True)
    assert (failed.value.found.code, dict(failed.value.found.params)) == ("X991", {"kind": "ENOTDIR"})
    assert list((tmp_path / "private").iterdir()) == []
    (place / "assets").unlink()
    send(site, Folder(place))
    assert (texts(place), (tmp_path / "private.html").read_text()) == (FIRST, "private")


def test_record_that_cannot_be_read_stops_everything(tmp_path: Path) -> None:
    """X996 for a ledger that is damaged; nothing is touched."""
    place, site = tmp_path / "public", source(FIRST, tmp_path / "output")
    send(site, Folder(place))
    (place / ".gongshi" / "deployed.json").write_text("{")
    with pytest.raises(FailedError) as failed:
        send(site, Folder(place))
    assert failed.value.found.code == "X996"


def test_site_that_was_built_meanwhile_is_not_mixed(tmp_path: Path) -> None:
    """X982 where a build replaces the site while it is sent; what arrived is of the one that was planned."""
    place, site = tmp_path / "public", source(FIRST, tmp_path / "output")
    source(SECOND, tmp_path / "output")
    with pytest.raises(FailedError) as failed:
        send(site, Folder(place))
    assert failed.value.found.code == "X982"
    assert texts(place).items() <= FIRST.items()
