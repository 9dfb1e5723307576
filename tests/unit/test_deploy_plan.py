"""What is sent, in which order, and that no step of it, nor its sudden end, leads a reader astray."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import deploy
from pipeline.deploy import Deed, ledger, order
from pipeline.deploy.ledger import Ledger
from tests.unit.deploy_fixture import HOME, KilledError, Memory, digest_of, lost, page, send, source

FIRST = {
    "index.html": page(["a/index.html"]),
    "a/index.html": "notice",
    "a/roster/index.html": "list",
    "a/certificate/1/index.html": "certificate",
    "a/roster/roster.csv": "data",
    "assets/site.0123456789.css": "style",
    "feed.xml": "feed",
}


def test_kinds_follow_what_links_to_what() -> None:
    """Every file has a kind by its path; a compressed copy that of its original."""
    kinds = {
        path: order.kind(path) for path in (*FIRST, "a/notice.pdf", "404.html", "sitemap-2.xml", "roster/index.html")
    }
    assert kinds == {
        "index.html": "home",
        "a/index.html": "notice",
        "a/roster/index.html": "list",
        "a/certificate/1/index.html": "page",
        "a/roster/roster.csv": "document",
        "assets/site.0123456789.css": "asset",
        "feed.xml": "map",
        "a/notice.pdf": "document",
        "404.html": "home",
        "sitemap-2.xml": "map",
        "roster/index.html": "notice",
    }
    assert {order.kind(f"{path}.{copy}") == order.kind(path) for path in FIRST for copy in ("gz", "br")} == {True}


def test_first_deploy_ends_with_the_home_page() -> None:
    """Nobody finds into a site before the rest of it is there."""
    plan = deploy.draw(dict.fromkeys(FIRST, "1"), ledger.NOTHING)
    assert [(batch.deed, batch.kind) for batch in plan.batches] == [
        (Deed.NEW, kind) for kind in ("asset", "document", "page", "list", "notice", "map", "home")
    ]


def test_new_then_changed_then_removed() -> None:
    """What differs is sent and no more: new files, changed ones with the feed last, removals from above."""
    before = Ledger({path: "1" for path in FIRST} | {"b/index.html": "1", "b/roster/index.html": "1", "b/x.pdf": "1"})
    wanted = {path: "2" if path in ("index.html", "feed.xml", "a/roster/index.html") else "1" for path in FIRST}
    plan = deploy.draw({**wanted, "a/certificate/2/index.html": "2"}, before)
    assert [(batch.deed.value, batch.paths) for batch in plan.batches] == [
        ("new", ("a/certificate/2/index.html",)),
        ("changed", ("a/roster/index.html",)),
        ("changed", ("index.html",)),
        ("changed", ("feed.xml",)),
        ("removed", ("b/index.html",)),
        ("removed", ("b/roster/index.html",)),
        ("removed", ("b/x.pdf",)),
    ]
    assert plan.same == len(FIRST) - 3


def test_copy_of_a_page_that_is_there_counts_as_changed() -> None:
    """A server hands out the copy for the page, so a first copy waits until all that is new is there."""
    plan = deploy.draw(
        {"index.html": "1", "index.html.gz": "1", "x.html": "1", "x.html.br": "1"}, Ledger({"index.html": "1"})
    )
    assert (plan.of(Deed.NEW), plan.of(Deed.CHANGED)) == (("x.html", "x.html.br"), ("index.html.gz",))


def test_what_was_half_done_is_done_again() -> None:
    """Files of which the ledger is not sure are sent in the step that fits, or removed."""
    before = Ledger({"same": "1"}, frozenset({"changing", "gone"}), frozenset({"maybe", "gone-too"}))
    plan = deploy.draw({"same": "1", "changing": "1", "maybe": "1"}, before)
    assert [plan.of(each) for each in Deed] == [("maybe",), ("changing",), ("gone", "gone-too")]


def test_many_files_go_in_parts_after_which_the_ledger_is_written(tmp_path: Path) -> None:
    """A deploy that is cut short after 500 of 600 new files sends only the others."""
    files = {f"a/certificate/{number}/index.html": "x" for number in range(600)} | {"index.html": "home"}
    site, there = source(files, tmp_path), Memory()
    there.left = 510
    with pytest.raises(KilledError):
        send(site, there)
    there.left = -1
    plan, _ = send(site, there)
    assert (len(plan.of(Deed.NEW)), plan.same, there.files) == (101, 500, files)


def test_ledger_is_read_as_it_was_written() -> None:
    """A ledger survives being written; what is none, or of another version, is refused."""
    whole = Ledger({"b": "2", "a": "1"}, frozenset("c"), frozenset("d"))
    assert ledger.read(ledger.write(whole)) == whole
    for data in (b"", b"{}", b"[]", b"\xff", b'{"made_by":"gongshi","version":2,"files":{},"changing":[],"maybe":[]}'):
        with pytest.raises(ValueError):
            ledger.read(data)


Site = Mapping[str, str]
NAMES = ("a/index.html", "b/index.html", "c.html", "d.html", "e.pdf", "assets/f.css")


@st.composite
def _sites(draw: st.DrawFn) -> Site:
    """Give a site in which every link arrives: pages at the root link to some others."""
    paths = [HOME, *draw(st.lists(st.sampled_from(NAMES), unique=True))]
    roots = [path for path in paths if "/" not in path]
    return {
        path: page(draw(st.lists(st.sampled_from(paths), unique=True)), draw(st.integers(0, 1)))
        if path in roots
        else str(draw(st.integers(0, 1)))
        for path in paths
    }


@given(st.lists(st.tuples(_sites(), st.one_of(st.none(), st.integers(0, 20))), min_size=1, max_size=5), _sites())
def test_no_step_and_no_kill_leads_a_reader_astray(cut: list[tuple[Site, int | None]], last: Site) -> None:
    """From the home page, and from pages that were there and stay, every link arrives at each step of each deploy.

    Some deploys die at any step, and the next brings another site. What the ledger is sure of is so all the time, and
    in the end just the last site is there.
    """
    there, staying = Memory(), set[str]()

    def check() -> None:
        assert lost(there.files, {HOME, *staying}) == set()
        told = there.told()
        assert {path: digest_of(there.files[path]) for path in told.files} == dict(told.files)
        assert told.changing <= there.files.keys() <= told.known()

    with TemporaryDirectory() as folder:
        for files, left in (*cut, (last, None)):
            site = source(files, Path(folder))
            staying &= files.keys()
            there.left, there.after = -1 if left is None else left, check
            try:
                send(site, there)
            except KilledError:
                continue
            staying = set(files)
            assert there.files == files
    assert there.files == last
    assert there.told() == Ledger({path: digest_of(text) for path, text in last.items()})
