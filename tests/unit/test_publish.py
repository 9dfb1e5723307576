"""A set of outputs becomes the site: just those files, in one step, and only what differs is written."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import publish
from pipeline.diagnostics import Location, finding
from pipeline.outputs import Output
from pipeline.publish import Published, look, manifest
from tests.unit.publish_fixture import FIRST, SECOND, contents, outputs, put, refused, times

POSIX = pytest.mark.skipif(os.name != "posix", reason="only POSIX has modes, hard links of open files and a umask")


def _identities(tree: Path) -> dict[str, int]:
    return {each.relative_to(tree).as_posix(): each.stat().st_ino for each in tree.rglob("*") if each.is_file()}


def test_first_site_is_just_the_outputs(tmp_path: Path) -> None:
    """The first publish writes every output, and nothing else can be seen in the site."""
    assert put(FIRST, tmp_path / "deep" / "output") == Published(4, 0, 0)
    assert contents(tmp_path / "deep" / "output" / "site") == FIRST


def test_next_site_replaces_the_whole(tmp_path: Path) -> None:
    """What changed, came and went is counted against the site before, and written down for the next publish."""
    for files, expected in (
        (FIRST, Published(4, 0, 0)),
        (SECOND, Published(2, 1, 2)),
        (FIRST, Published(2, 1, 2)),
        (FIRST | {"new.html": "n"}, Published(1, 0, 4)),
        (FIRST | {"a/index.html": "other", "a/b/index.html": "other"}, Published(2, 1, 2)),
        (FIRST | {"a/index.html": "third", "a/b/new.html": "n"}, Published(3, 0, 2)),
        (FIRST | {"a/b/index.html": "third"}, Published(2, 1, 2)),
    ):
        assert put(files, tmp_path) == expected
        assert contents(tmp_path / "site") == files
        tree = manifest.load(tmp_path / ".gongshi", tmp_path / "site")
        assert tree is not None
        assert look.is_as_remembered(tmp_path / "site", tree)


def test_nothing_changed_writes_nothing(tmp_path: Path) -> None:
    """The same outputs again leave every file and folder below the output folder alone, but for the lock."""
    put(SECOND, tmp_path)
    put(FIRST, tmp_path)
    everything = [each for each in tmp_path.rglob("*") if each.name not in (".gongshi", "lock")]
    before = [(each, each.stat().st_ino, each.stat().st_mtime_ns, each.stat().st_ctime_ns) for each in everything]
    assert put(FIRST, tmp_path) == Published(0, 0, 4)
    assert before == [
        (each, each.stat().st_ino, each.stat().st_mtime_ns, each.stat().st_ctime_ns) for each in everything
    ]


def test_cost_is_what_changed(tmp_path: Path) -> None:
    """The spare keeps the files that are right, and only the others are made anew."""
    put(FIRST, tmp_path)
    put(SECOND, tmp_path)
    spare = _identities(tmp_path / ".gongshi" / "spare")
    for number, path in enumerate(spare):
        os.link(tmp_path / ".gongshi" / "spare" / path, tmp_path / f"held-{number}")
    put(FIRST | {"index.html": "third"}, tmp_path)
    now = _identities(tmp_path / "site")
    assert {path for path in now if now[path] == spare.get(path)} == {"a/index.html", "a/b/index.html", "roster.csv"}


def test_trees_share_no_file(tmp_path: Path) -> None:
    """The live tree and the spare are never one file under two names, or levelling the spare would change the site."""
    put(FIRST, tmp_path)
    put(SECOND, tmp_path)
    live = set(_identities(tmp_path / "site").values())
    assert live.isdisjoint(_identities(tmp_path / ".gongshi" / "spare").values())


_NAMES = st.sampled_from(["a", "b", "c.html", "d"])
_PATHS = st.lists(_NAMES, min_size=1, max_size=3).map("/".join)
_SITES = st.dictionaries(_PATHS, st.sampled_from(["", "1", "2", "33"]), max_size=8).map(
    lambda files: {path: text for path, text in files.items() if not any(each.startswith(f"{path}/") for each in files)}
)


@given(st.lists(_SITES, min_size=1, max_size=6))
def test_any_site_follows_any_other(sites: list[dict[str, str]]) -> None:
    """Whatever sites follow each other, each stands just as it was asked for, and apart from the spare."""
    with TemporaryDirectory() as folder:
        output = Path(folder)
        before: dict[str, str] = {}
        for files in sites:
            same = sum(before.get(path) == text for path, text in files.items())
            assert put(files, output) == Published(len(files) - same, len(before.keys() - files.keys()), same)
            assert contents(output / "site") == files
            spare = output / ".gongshi" / "spare"
            assert set(_identities(output / "site").values()).isdisjoint(_identities(spare).values())
            before = files


def test_file_and_folder_may_change_places(tmp_path: Path) -> None:
    """A path that was a file may become a folder, and the other way round."""
    for files in ({"a": "file", "b/c": "below"}, {"a/x/y": "below", "b": "file"}, {"a": "file", "b/c": "below"}):
        for _ in range(2):
            put(files, tmp_path)
        assert contents(tmp_path / "site") == files
        put({"other": ""}, tmp_path)


def test_name_may_change_its_capitals(tmp_path: Path) -> None:
    """A path that differs by capitals alone is another path, on every system."""
    for files in ({"a/x.html": "1"}, {"A/X.html": "2"}, {"a/x.html": "1"}, {"A/x.html": "1"}):
        put(files, tmp_path)
        assert contents(tmp_path / "site") == files


def test_other_folders_of_the_output_are_not_touched(tmp_path: Path) -> None:
    """What else stands in the output folder stays: it is not ours."""
    (tmp_path / "staff").mkdir()
    (tmp_path / "staff" / "register.csv").write_text("private", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    put(FIRST, tmp_path)
    put(SECOND, tmp_path)
    assert contents(tmp_path / "staff") == {"register.csv": "private"}
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_bytes_go_out_as_they_are(tmp_path: Path) -> None:
    """No newline is turned and no byte is lost, even in an empty file."""
    data = {"a.bin": bytes(range(256)) * 700, "empty": b"", "lines.txt": b"\r\n\n\r\x1a"}
    publish.swap([Output(path, each) for path, each in data.items()], tmp_path)
    assert {each.name: each.read_bytes() for each in (tmp_path / "site").iterdir()} == data


@POSIX
def test_reader_keeps_the_file_that_it_opened(tmp_path: Path) -> None:
    """Whoever has a page open, or linked, keeps its old bytes through any number of swaps."""
    put(FIRST, tmp_path)
    os.link(tmp_path / "site" / "index.html", tmp_path / "linked.html")
    with (tmp_path / "site" / "index.html").open(encoding="utf-8") as reader:
        for text in ("second", "third", "fourth"):
            put(FIRST | {"index.html": text}, tmp_path)
        assert reader.read() == "first"
    assert (tmp_path / "linked.html").read_text(encoding="utf-8") == "first"


def test_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    """A page that says what it said keeps its time; one that changed has a later one, though it stood before."""
    put(FIRST, tmp_path)
    seen = [times(tmp_path / "site")]
    for text in ("second", "first", "second", "first"):
        put(FIRST | {"index.html": text}, tmp_path)
        seen.append(times(tmp_path / "site"))
    changed = [each.pop("index.html") for each in seen]
    assert seen == [seen[0]] * 5
    assert changed == sorted(set(changed))


def test_source_date_epoch_sets_times_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH gives every file one time, also where the site stood already, and changes no byte."""
    put(FIRST, tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1606262400")
    assert put(FIRST, tmp_path) == Published(4, 0, 0)
    assert put(FIRST, tmp_path) == Published(0, 0, 4)
    assert set(times(tmp_path / "site").values()) == {1606262400 * 10**9}
    assert put(SECOND, tmp_path) == Published(2, 1, 2)
    assert set(times(tmp_path / "site").values()) == {1606262400 * 10**9}
    assert contents(tmp_path / "site") == SECOND


@pytest.mark.parametrize("text", ["yesterday", "-1", "1.5", "²", "253402300800", "9" * 5000])
def test_source_date_epoch_that_is_no_time_is_told(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no whole second is a warning, and the site is published all the same."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    published, findings = publish.swap(outputs(FIRST), tmp_path)
    assert published == Published(4, 0, 0)
    assert findings == (finding("X917", Location("SOURCE_DATE_EPOCH")),)


@POSIX
@pytest.mark.parametrize("mask", [0o077, 0o022, 0o002])
def test_everybody_may_read_the_site(mask: int, tmp_path: Path) -> None:
    """A web server may read every file and enter every folder, whatever the umask, but not the folder of the spare."""
    before = os.umask(mask)
    try:
        put(FIRST, tmp_path)
        put(SECOND, tmp_path)
    finally:
        os.umask(before)
    trees = [tmp_path / "site", tmp_path / ".gongshi" / "spare"]
    modes = {(each.is_dir(), each.stat().st_mode & 0o777) for tree in trees for each in (tree, *tree.rglob("*"))}
    assert modes == {(False, 0o666 & ~mask | 0o444), (True, 0o777 & ~mask | 0o555)}
    assert (tmp_path / ".gongshi").stat().st_mode & 0o007 == 0


@pytest.mark.parametrize(
    "path",
    [
        "/etc/x",
        "../x",
        "a/../../x",
        "a//b",
        "a/",
        ".",
        "a\\b",
        "C:/x",
        "a:b",
        "con",
        "aux.html",
        "a/nul.txt",
        "x.",
        "a\0b",
        "",
    ],
)
def test_unsafe_address_is_refused(path: str, tmp_path: Path) -> None:
    """An address that leads out of the site, or that Windows cannot have, is refused, and no such file is written.

    What came before it may stand in the spare by then, and nowhere else.
    """
    put(FIRST, tmp_path / "output")
    assert refused(SECOND | {path: "out"}, tmp_path / "output") in ("T605", "T606")
    spare = tmp_path / "output" / ".gongshi" / "spare"
    assert contents(spare).keys() <= SECOND.keys()
    assert contents(tmp_path / "output" / "site") == FIRST
    elsewhere = {each for each in contents(tmp_path) if not each.startswith(("output/.gongshi/", "output/site/"))}
    assert elsewhere == set()


def test_two_files_at_one_address_are_refused(tmp_path: Path) -> None:
    """One address twice is refused even where all addresses are those of the site that stands."""
    put(FIRST, tmp_path)
    published, findings = publish.swap((*outputs(FIRST), *outputs({"index.html": "other"})), tmp_path)
    assert (published, [each.code for each in findings]) == (None, ["T605"])
    assert contents(tmp_path / "site") == FIRST


def test_room_is_kept_tidy(tmp_path: Path) -> None:
    """After any number of swaps there are two trees with a manifest each, and the lock."""
    own = tmp_path / ".gongshi"
    for text in ("1", "2", "3", "4"):
        put(FIRST | {"index.html": text}, tmp_path)
        (own / "1.json").write_text("of a tree that is no more", encoding="utf-8")
    put(FIRST, tmp_path)
    manifests = {f"{tree.stat().st_ino}.json" for tree in (tmp_path / "site", own / "spare")}
    assert {each.name for each in own.iterdir()} == {"lock", "spare"} | manifests
