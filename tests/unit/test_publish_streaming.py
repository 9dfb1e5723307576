"""Outputs may come one by one, some only by name: the site is the same, and nothing stands before the last has come."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import publish
from pipeline.outputs import Output
from pipeline.publish import AbandonError, Kept, Published, look
from tests.unit.publish_fixture import FIRST, SECOND, Files, contents, outputs, put


def _never() -> bytes:
    raise AssertionError("asked to draw what stands")


def _kept(files: Files) -> list[Output | Kept]:
    return [Kept(path, look.digest(text.encode()), _never) for path, text in files.items()]


def test_output_is_written_before_the_next_is_asked_for(tmp_path: Path) -> None:
    """What differs is in the spare, and let go, when the next one is drawn; the site stands only after the last."""
    put(FIRST, tmp_path)
    spare = tmp_path / ".gongshi" / "spare"

    def drawn() -> Iterator[Output]:
        for path, text in SECOND.items():
            yield Output(path, text.encode())
            assert FIRST.get(path) == text or (spare / path).read_text(encoding="utf-8") == text
            assert contents(tmp_path / "site") == FIRST

    assert publish.swap(drawn(), tmp_path) == (Published(2, 1, 2), ())
    assert contents(tmp_path / "site") == SECOND


@pytest.mark.parametrize("error", [AbandonError, ValueError, PermissionError])
@pytest.mark.parametrize("after", range(5))
def test_site_stays_where_the_giver_stops(after: int, error: type[Exception], tmp_path: Path) -> None:
    """Wherever the outputs end by an error nothing is published, and the next publish is whole."""
    put(SECOND, tmp_path)
    put(FIRST, tmp_path)

    def drawn() -> Iterator[Output]:
        yield from outputs(SECOND | {"more/x": "1"})[:after]
        raise error

    if error is AbandonError:
        assert publish.swap(drawn(), tmp_path) == (None, ())
    else:
        with pytest.raises(error):
            publish.swap(drawn(), tmp_path)
    assert contents(tmp_path / "site") == FIRST
    assert put(SECOND, tmp_path) == Published(2, 1, 2)
    assert contents(tmp_path / "site") == SECOND


def test_kept_file_is_not_drawn(tmp_path: Path) -> None:
    """What the live tree has is not asked for, whether the spare has it, has another, or has no file there."""
    put(FIRST, tmp_path)
    for text in ("second", "third", "fourth"):
        changed = Output("index.html", text.encode())
        kept = _kept({path: each for path, each in FIRST.items() if path != "index.html"})
        for given_ in ([changed, *kept], [*kept, Output("index.html", f"{text}!".encode())]):
            assert publish.swap(given_, tmp_path) == (Published(1, 0, 3), ())
        assert contents(tmp_path / "site") == FIRST | {"index.html": f"{text}!"}
    before = (tmp_path / "site").stat().st_ino
    assert publish.swap(_kept(FIRST | {"index.html": "fourth!"}), tmp_path) == (Published(0, 0, 4), ())
    assert (tmp_path / "site").stat().st_ino == before


@pytest.mark.parametrize("deed", ["edited", "gone", "other"])
def test_kept_file_that_does_not_stand_is_drawn(deed: str, tmp_path: Path) -> None:
    """Where the live tree has no such file, or another one, it is drawn after all, and the rest is not."""
    put(FIRST, tmp_path)
    if deed == "edited":
        (tmp_path / "site" / "index.html").write_text("by hand", encoding="utf-8")
    if deed == "gone":
        (tmp_path / "site" / "index.html").unlink()
    wanted = FIRST | {"index.html": "other" if deed == "other" else "first"}
    kept = _kept(FIRST)
    kept[0] = Kept("index.html", look.digest(wanted["index.html"].encode()), wanted["index.html"].encode)
    assert publish.swap(kept, tmp_path) == (Published(1, 0, 3), ())
    assert contents(tmp_path / "site") == wanted


def test_kept_file_whose_drawing_fails_is_its_givers_fault(tmp_path: Path) -> None:
    """An error of the system in a drawing is not told as one of the output folder."""
    put(FIRST, tmp_path)

    def draw() -> bytes:
        raise PermissionError

    with pytest.raises(PermissionError):
        publish.swap([Kept("new.html", "?", draw)], tmp_path)
    assert contents(tmp_path / "site") == FIRST


def test_bytes_are_looked_at_before_they_are_taken_over(tmp_path: Path) -> None:
    """A live file changed under the same size and time is a fault, not a page, and is put right by the next publish."""
    put(FIRST, tmp_path)
    place = tmp_path / "site" / "index.html"
    before = place.stat()
    place.write_text("FIRST", encoding="utf-8")
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
    changed = FIRST | {"roster.csv": "3"}
    published, findings = publish.swap(outputs(changed), tmp_path)
    assert (published, [each.code for each in findings]) == (None, ["X913"])
    put(changed, tmp_path)
    assert contents(tmp_path / "site") == changed


_PATHS = st.sampled_from(["a", "b/c", "b/d.html", "e/f/g", "h"])
_SITES = st.dictionaries(_PATHS, st.tuples(st.sampled_from(["", "1", "2", "33"]), st.booleans()), max_size=5)


@given(st.lists(_SITES, min_size=1, max_size=6))
def test_kept_and_drawn_give_one_site(sites: list[dict[str, tuple[str, bool]]]) -> None:
    """Whatever is kept and whatever is drawn, in any order of sites, each site is just what was asked for."""
    with TemporaryDirectory() as folder:
        for site in sites:
            asked = [
                Kept(path, look.digest(text.encode()), text.encode) if kept else Output(path, text.encode())
                for path, (text, kept) in site.items()
            ]
            published, findings = publish.swap(iter(asked), Path(folder))
            assert findings == ()
            assert published is not None
            assert contents(Path(folder) / "site") == {path: text for path, (text, _) in site.items()}
