"""Whether a published folder is what the content gives: byte for byte, by names only, and nothing is written."""

import gzip
import hashlib
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import brotli
import pytest
from click.testing import CliRunner, Result

from pipeline import build, compress, publish, verify
from pipeline.cli import cli
from pipeline.outputs import Output
from tests import samples

TODAY = date(2021, 3, 17)
PAGE = "shili/index.html"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a root with a built site, with compressed copies; what a test changes in the site it mends."""
    root = samples.write(tmp_path_factory.mktemp("made"), ("site", "联系:", "演示: true\n今日: 2021-03-17\n联系:"))
    assert build.build(root, root / "output", TODAY, wish=build.Wish(compressed=True)).published
    return root


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), "--lang", "zh", "verify", *arguments])


def verdict(root: Path, folder: Path, as_of: date | None = None) -> verify.Verdict:
    _, told = verify.verify(root, folder, TODAY, as_of)
    assert told is not None
    return told


def test_what_was_built_is_what_the_content_gives(made: Path) -> None:
    """Copies count by what they unpack to; both digests are the one that `build` prints."""
    before = {each: each.stat().st_mtime_ns for each in (made / "output").rglob("*")}
    told = verdict(made, made / "output" / "site")
    assert (told.holds, told.digest, told.of_folder) == (True, publish.published(made / "output"), told.digest)
    assert {each: each.stat().st_mtime_ns for each in (made / "output").rglob("*")} == before


def test_every_difference_is_named(made: Path, tmp_path: Path) -> None:
    """A byte changed, a file gone, a file too many, a copy that says something else, a link in a file's place."""
    folder = tmp_path / "site"
    subprocess.run(["cp", "-r", made / "output" / "site", folder], check=True)
    page = folder / PAGE
    page.write_bytes(page.read_bytes() + b" ")
    (folder / "robots.txt").unlink()
    (folder / "旧 名单.html").write_text("x", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("x", encoding="utf-8")
    copy = folder / "404.html.gz"
    copy.write_bytes(gzip.compress(b"x" * 100_000))
    (folder / "404.html.br").write_bytes(b"no brotli")
    (folder / "feed.xml").unlink()
    (folder / "feed.xml").symlink_to(made / "output" / "site" / "feed.xml")
    told = verdict(made, folder)
    differing = {PAGE, "404.html.gz", "404.html.br", "feed.xml"}
    assert (set(told.differing), told.missing, told.extra) == (differing, ("robots.txt",), ("旧 名单.html",))
    assert told.digest != told.of_folder


def test_another_day_is_another_site(made: Path, tmp_path: Path) -> None:
    """What was built for a day is compared with that day's site."""
    assert build.build(made, tmp_path, TODAY, date(2020, 12, 14)).published
    assert not verdict(made, tmp_path / "site").holds
    assert verdict(made, tmp_path / "site", date(2020, 12, 14)).holds


def test_the_command_tells_names_and_digests(made: Path, tmp_path: Path) -> None:
    """0 and a sentence where it holds, also for the folder around it; 1 and the names where not; 2 for no folder."""
    assert run(made, str(made / "output")).exit_code == 0
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "x\x1b[31m.html").write_text("x", encoding="utf-8")
    done = run(made, str(tmp_path / "site"))
    assert done.exit_code == 1
    assert f"缺少  {PAGE}" in done.stdout or "另有" in done.stdout
    assert "多出  x?[31m.html" in done.stdout
    assert "网站摘要" in done.stderr
    assert run(made, str(tmp_path / "nowhere")).exit_code == 2
    rows = json.loads(run(made, str(tmp_path / "site"), "--format", "json").stdout)
    assert (rows["holds"], PAGE in rows["missing"], rows["as_of"]) == (False, True, "2021-03-17")


def test_content_with_errors_is_not_compared(tmp_path: Path) -> None:
    """The findings are shown instead."""
    root = samples.write(tmp_path, ("b-001", "手机号: 13800000002", "手机号: 1380000000"))
    done = run(root, str(tmp_path))
    assert done.exit_code == 1
    assert "S203" in done.stderr


def test_digest_is_what_the_handbook_of_it_says() -> None:
    """Sorted lines of digest and path, as `sha256sum` and `cut` give them; copies do not count, other archives do."""
    files = {"b.html": b"b", "a.html": b"a", "a.html.gz": b"z", "forms.tar.gz": b"t"}
    lines = "".join(
        f"{hashlib.sha256(files[each]).hexdigest()[:32]}  {each}\n" for each in ("a.html", "b.html", "forms.tar.gz")
    )
    digests = {path: hashlib.sha256(data).hexdigest()[:32] for path, data in files.items()}
    assert publish.digest(digests) == hashlib.sha256(lines.encode()).hexdigest()[:32]


@pytest.mark.parametrize(
    ("suffix", "data", "same"),
    [
        (".gz", gzip.compress(b"one"), True),
        (".gz", gzip.compress(b"two"), False),
        (".gz", gzip.compress(b"one")[:-4], False),
        (".gz", b"", False),
        (".br", brotli.compress(b"one"), True),
        (".br", brotli.compress(b"one" * 100_000), False),
        (".br", brotli.compress(b"one")[:-1], False),
        (".br", b"x", False),
    ],
    ids=["gz", "other gz", "cut gz", "empty gz", "br", "long br", "cut br", "no br"],
)
def test_a_copy_unpacks_to_its_original_or_not(suffix: str, data: bytes, same: bool) -> None:
    """A copy that is cut, empty, of something else or far too long is none."""
    assert compress.unpacks_to(Output(f"a.html{suffix}", data), b"one") is same


def test_without_brotli_its_copies_are_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the same nor not."""
    monkeypatch.setitem(sys.modules, "brotli", None)
    monkeypatch.setattr(compress, "is_ready", lambda: False)
    assert compress.unpacks_to(Output("a.html.br", b""), b"") is None
