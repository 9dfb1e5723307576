"""What was made once is not made again; a store that is no good is done without."""

import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import cache


def maker(made: list[str], text: str = "x") -> Callable[[], bytes]:
    def make() -> bytes:
        made.append(text)
        return text.encode()

    return make


def place(root: Path) -> Path:
    return root / ".cache/gongshi.sqlite"


def remember(root: Path, made: list[str], *parts: bytes, makers: tuple[str, ...] = ()) -> bytes:
    with cache.opened(root):
        return cache.remembered(makers, parts, maker(made))


def test_same_parts_are_made_once(tmp_path: Path) -> None:
    """A second store on the same root has what the first one made; other parts, in number or order, are others."""
    made: list[str] = []
    for parts in ((b"a", b"b"), (b"a", b"b"), (b"ab",), (b"b", b"a"), (b"a", b"b", b"")):
        assert remember(tmp_path, made, *parts) == b"x"
    assert len(made) == 4


def test_versions_of_makers_count(tmp_path: Path) -> None:
    """What another library makes, or none that is installed, is something else."""
    made: list[str] = []
    for makers in ((), ("PyYAML",), ("Jinja2",), ("no-such-library",), ("PyYAML",)):
        remember(tmp_path, made, b"a", makers=makers)
    assert len(made) == 4


def test_without_a_store_everything_is_made(tmp_path: Path) -> None:
    """Nothing is kept where no build is on, nor after one."""
    made: list[str] = []
    remember(tmp_path, made, b"a")
    cache.remembered((), (b"a",), maker(made))
    assert len(made) == 2


def test_what_was_made_is_kept_though_the_build_fails(tmp_path: Path) -> None:
    """A build that is stopped later need not make it again."""
    made: list[str] = []
    with pytest.raises(KeyError), cache.opened(tmp_path):
        cache.remembered((), (b"a",), maker(made))
        raise KeyError
    remember(tmp_path, made, b"a")
    assert len(made) == 1


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_damaged_store_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    """What is no database is done without, and the next builds have one again."""
    made: list[str] = []
    remember(tmp_path, made, b"a")
    place(tmp_path).write_bytes(damage)
    for _ in range(3):
        assert remember(tmp_path, made, b"a") == b"x"
    assert len(made) in {2, 3}
    assert remember(tmp_path, made, b"a") == b"x"
    assert len(made) in {2, 3}


def test_cut_store_never_gives_half(tmp_path: Path) -> None:
    """Wherever the file ends, what comes out is whole."""
    with cache.opened(tmp_path):
        cache.remembered((), (b"a",), lambda: bytes(range(256)) * 200)
    whole = place(tmp_path).read_bytes()
    for end in range(0, len(whole), 1537):
        place(tmp_path).write_bytes(whole[:end])
        with cache.opened(tmp_path):
            assert cache.remembered((), (b"a",), lambda: bytes(range(256)) * 200) == bytes(range(256)) * 200


def test_store_that_another_build_holds_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds at once: the one that cannot write makes its own and goes on."""
    monkeypatch.setattr(cache, "_WAIT", 0.01)
    made: list[str] = []
    remember(tmp_path, made, b"a")
    holder = sqlite3.connect(place(tmp_path), isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert remember(tmp_path, made, b"a") == b"x"
    holder.execute("ROLLBACK")
    holder.close()
    assert remember(tmp_path, made, b"a") == b"x"
    assert len(made) == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_folder_that_may_not_be_written_is_left_alone(tmp_path: Path) -> None:
    """A content folder that is read only builds all the same."""
    tmp_path.chmod(stat.S_IREAD | stat.S_IEXEC)
    made: list[str] = []
    assert remember(tmp_path, made, b"a") == b"x"
    tmp_path.chmod(stat.S_IRWXU)


def test_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    """Where `.cache` is a file, nothing is kept and nothing is lost."""
    (tmp_path / ".cache").write_text("mine", encoding="utf-8")
    made: list[str] = []
    assert [remember(tmp_path, made, b"a") for _ in range(2)] == [b"x", b"x"]
    assert ((tmp_path / ".cache").read_text(encoding="utf-8"), len(made)) == ("mine", 2)


def test_store_keeps_itself_out_of_repositories(tmp_path: Path) -> None:
    """Whoever adds all files of his content to a commit does not add ours."""
    remember(tmp_path, [], b"a")
    assert (tmp_path / ".cache/.gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.skipif(os.name == "nt", reason="permissions do not bind here")
def test_store_is_its_owners_alone(tmp_path: Path) -> None:
    """It holds what submissions say, and other users of the machine cannot enter it."""
    remember(tmp_path, [], b"a")
    assert stat.S_IMODE((tmp_path / ".cache").stat().st_mode) == 0o700


def test_what_nobody_asks_for_goes(tmp_path: Path) -> None:
    """After many builds without it, it is made again; what each of them asked for is still there."""
    made: list[str] = []
    remember(tmp_path, made, b"old")
    for number in range(cache._BUILDS_KEPT + 1):
        remember(tmp_path, made, b"always")
        remember(tmp_path, made, str(number).encode())
    count = len(made)
    remember(tmp_path, made, b"always")
    assert len(made) == count
    remember(tmp_path, made, b"old")
    assert len(made) == count + 1
