"""Submissions that look as before are not read again, and are the same as if they were."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipeline import build, cache, content
from pipeline.content import submission
from pipeline.diagnostics import Diagnostic
from pipeline.model import Site

DAY = date(2021, 3, 17)
FOLDER = "content/programmes/longdu-2020/submissions"
ROOT = Path(__file__).parents[2]
LONG_AGO = 1_600_000_000
MANY = 150


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return content with so many submissions that they are kept in groups; their times are settled."""
    root = tmp_path / "root"
    shutil.copytree(ROOT / "content", root / "content")
    model = next((root / FOLDER).rglob("a-001.yml")).read_text(encoding="utf-8").partition("办理:")[0]
    for number in range(MANY):
        copy = root / FOLDER / "shili-daxue" / f"x-{number:03}.yml"
        wrong = "手机号: 1" if number % 10 == 0 else f"手机号: {13800000000 + number}"
        lines = [wrong if line.startswith("手机号:") else line for line in model.splitlines()]
        copy.write_text("\n".join(lines), encoding="utf-8")
    (root / FOLDER / "shili-daxue" / "broken.yml").write_text("姓名: [", encoding="utf-8")
    return root


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let the disk's clock be well after every change; the list holds by how many seconds."""
    ahead = [3600]
    tick = cache.Store.tick

    def later(store: cache.Store) -> int | None:
        now = tick(store)
        return now and now + ahead[0] * 10**9

    monkeypatch.setattr(cache.Store, "tick", later)
    return ahead


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths that are read from now on."""
    read = submission.read
    paths: list[str] = []

    def counted(data: bytes, path: str, form: object) -> object:
        paths.append(path)
        return read(data, path, form)  # type: ignore[arg-type]

    monkeypatch.setattr(submission, "read", counted)
    return paths


def load(root: Path) -> tuple[Site, tuple[Diagnostic, ...]]:
    with cache.opened(root):
        return content.load(root)


def said(loaded: tuple[Site, tuple[Diagnostic, ...]]) -> object:
    """Return all that is compared of what was loaded: a validator is never equal to another."""
    site, findings = loaded
    return [each.submissions for each in site.programmes], sorted(findings)


def test_what_looks_as_before_is_not_read_again(root: Path, reads: list[str]) -> None:
    """The second time nothing is read, and candidates, texts, places and findings are the same."""
    first = load(root)
    assert len(reads) > MANY
    reads.clear()
    again = load(root)
    assert reads == []
    assert said(again) == said(first) == said(content.load(root))
    assert [each.document.text for each in again[0].programmes[0].submissions] == [
        each.document.text for each in first[0].programmes[0].submissions
    ]


def change(root: Path) -> None:
    file = root / FOLDER / "shili-daxue" / "x-007.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("类别: A", "类别: B"), encoding="utf-8")


def change_under_its_old_time(root: Path) -> None:
    file = root / FOLDER / "shili-daxue" / "x-007.yml"
    before = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("类别: A", "类别: B"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def remove(root: Path) -> None:
    (root / FOLDER / "shili-daxue" / "x-007.yml").unlink()


def rename(root: Path) -> None:
    file = root / FOLDER / "shili-daxue" / "x-007.yml"
    file.rename(file.with_name("y-007.yml"))


def change_the_form(root: Path) -> None:
    file = root / "content/programmes/longdu-2020/form.yml"
    text = file.read_text(encoding="utf-8")
    assert "邮箱, 工作简历]" in text
    file.write_text(text.replace("邮箱, 工作简历]", "邮箱, 工作简历, 社会职务]"), encoding="utf-8")


def change_the_categories(root: Path) -> None:
    file = root / "content/programmes/longdu-2020/programme.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  A:", "  C:", 1), encoding="utf-8")


CHANGES = (change, change_under_its_old_time, remove, rename, change_the_form, change_the_categories)


@pytest.mark.parametrize("edit", CHANGES)
def test_every_change_is_read(root: Path, edit: Callable[[Path], None]) -> None:
    """However a file or what it is read by was changed, what is loaded is what a first reading gives."""
    before = load(root)
    edit(root)
    after = load(root)
    assert said(after) == said(content.load(root))
    assert said(after) != said(before)


def test_one_change_reads_few(root: Path, reads: list[str]) -> None:
    """A change costs the reading of the files that are kept with it."""
    load(root)
    reads.clear()
    change(root)
    load(root)
    assert 0 < len(reads) < MANY * 2 // 3


def test_what_changed_just_now_is_not_kept(root: Path, reads: list[str], settled: list[int]) -> None:
    """A second change within one step of the disk's clock could look like none."""
    settled[0] = 0
    load(root)
    reads.clear()
    load(root)
    assert len(reads) > MANY


def test_a_damaged_store_is_passed_by(root: Path, reads: list[str]) -> None:
    """Bytes that are not as they were kept give nothing."""
    first = load(root)
    store = root / ".cache" / "gongshi.sqlite"
    data = bytearray(store.read_bytes())
    for at in range(8192, len(data), 997):
        data[at] ^= 1
    store.write_bytes(bytes(data))
    reads.clear()
    assert said(load(root)) == said(first)


def test_a_warm_build_gives_the_same_site(root: Path) -> None:
    """Built from what was kept, the site is byte for byte that of a first build."""
    for file in (root / FOLDER / "shili-daxue").glob("x-*0.yml"):
        file.unlink()
    (root / FOLDER / "shili-daxue" / "broken.yml").unlink()

    def site(output: Path) -> dict[str, bytes]:
        assert build.build(root, output, DAY).published is not None
        return {str(each.relative_to(output)): each.read_bytes() for each in (output / "site").rglob("*.html")}

    first = site(root / "one")
    assert site(root / "two") == first
