"""Compressed copies say what their originals say, stand beside them on request, and go with them."""

import gzip
import random
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import brotli
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from pipeline import build, compress, publish
from pipeline.cli import cli
from pipeline.cli.talk import CLEAN, USAGE
from pipeline.hosting import HEADERS_FILE
from pipeline.outputs import Output
from pipeline.publish import look, manifest
from tests import samples

TODAY = date(2021, 3, 17)
LONG = "公示名单，按姓氏笔画排列。".encode() * 200
NOISE = random.Random(1).randbytes(5000)
COMPRESSED = build.Wish(compressed=True)


def added(output: Output) -> dict[str, bytes]:
    """Return what is added for an output, by suffix."""
    first, *copies = compress.family(output)
    assert first == output
    return {each.path.removeprefix(output.path): each.data for each in copies}


def tree(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@given(st.binary(max_size=50), st.integers(100, 2000))
def test_copies_say_what_the_original_says(data: bytes, times: int) -> None:
    """Whatever a text holds, each copy unpacks to just that, and is smaller."""
    copies = added(Output("a/index.html", data * times))
    unpack = {".gz": gzip.decompress, ".br": brotli.decompress}
    assert {unpack[suffix](each) for suffix, each in copies.items()} <= {data * times}
    assert [each for each in copies.values() if len(each) >= len(data * times)] == []


@pytest.mark.parametrize(
    "path", ["index.html", "assets/a.css", "a.js", "a.json", "a.csv", "a.svg", "feed.xml", "a.ics"]
)
def test_texts_have_copies(path: str) -> None:
    """Every kind of text that a browser asks for."""
    assert sorted(added(Output(path, LONG))) == [".br", ".gz"]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.pdf", LONG),
        ("a.xlsx", LONG),
        ("a.docx", LONG),
        ("emblem.png", LONG),
        (HEADERS_FILE, LONG),
        ("short.html", b"<p>a</p>"),
        ("noise.txt", NOISE),
    ],
)
def test_nothing_is_added_where_nothing_is_won(path: str, data: bytes) -> None:
    """What is packed already, short, no better packed, or read by hosts only stands alone."""
    assert added(Output(path, data)) == {}


def test_copies_hold_neither_time_nor_name() -> None:
    """The head of a gzip file says no more than that it is one: no flags, no time, no system."""
    assert added(Output("secret-name.html", LONG))[".gz"][:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return samples.write(tmp_path / "root")


def test_copies_come_and_go_on_request(root: Path) -> None:
    """A build adds them, the next one alike changes nothing, and one without removes them; the rest is the same."""
    output = root / "output"
    plain = build.build(root, output, TODAY).published
    before = tree(output / "site")
    made = build.build(root, output, TODAY, wish=COMPRESSED).published
    both = tree(output / "site")
    copies = {path for path in both if path.endswith((".gz", ".br"))}
    assert plain is not None
    assert made == replace(plain, written=len(copies), unchanged=len(before))
    assert {path: data for path, data in both.items() if path not in copies} == before
    assert {"index.html.gz", "index.html.br"} <= copies
    assert "404.html.br" in copies
    again = build.build(root, output, TODAY, wish=COMPRESSED).published
    assert again == publish.Published(0, 0, len(both))
    assert build.build(root, output, TODAY).published == publish.Published(0, len(copies), len(before))
    assert tree(output / "site") == before


def test_copies_are_in_the_manifest(root: Path) -> None:
    """What was written is remembered, copies too, so that the next publish sees whether somebody touched them."""
    output = root / "output"
    build.build(root, output, TODAY, wish=COMPRESSED)
    held = manifest.load(output / ".gongshi", output / "site")
    assert held is not None
    assert {"index.html.gz", "index.html.br"} <= held.files.keys()
    (output / "site" / "index.html.gz").write_bytes(b"else")
    assert not look.is_as_remembered(output / "site", held)
    build.build(root, output, TODAY, wish=COMPRESSED)
    files = tree(output / "site")
    assert gzip.decompress(files["index.html.gz"]) == files["index.html"]


def test_command_needs_the_library(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the command ends before it does anything, and says how to get it."""
    monkeypatch.setattr(compress, "find_spec", lambda _: None)
    done = CliRunner().invoke(cli, ["--root", str(root), "build", "--compress"])
    assert done.exit_code == USAGE
    assert f"{sys.executable} -m pip install brotli" in done.stderr
    assert not (root / "output").exists()


def test_command_hands_the_wish_on(root: Path) -> None:
    """`--compress` adds the copies."""
    done = CliRunner().invoke(cli, ["--root", str(root), "build", "--compress"])
    assert done.exit_code == CLEAN
    assert (root / "output" / "site" / "index.html.br").is_file()
