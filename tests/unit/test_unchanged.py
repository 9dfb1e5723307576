"""A build after which nothing was changed says the same again, and reads nothing."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline import build, content, unchanged
from pipeline.build import Result, Wish
from pipeline.listing import Listing, libraries, listing
from tests import samples

DAY = date(2020, 12, 16)
PROGRAMME = "content/programmes/shili"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give content that is old enough for its times to be trusted."""
    monkeypatch.setattr(Listing, "is_settled", lambda _self, _now: True)
    return samples.write(tmp_path / "root")


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Count how often content is read."""
    read: list[Path] = []
    ask = content.ask

    def counted(root: Path, question: Any) -> object:
        read.append(root)
        return ask(root, question)

    monkeypatch.setattr(content, "ask", counted)
    return read


def run(root: Path, as_of: date | None = DAY, wish: Wish = build.PLAIN) -> Result:
    return build.build(root, root / "output", DAY, as_of, wish)


def site(root: Path) -> dict[str, bytes]:
    folder = root / "output/site"
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_second_build_reads_nothing_and_says_the_same(root: Path, loads: list[Path]) -> None:
    """Findings, day and number of files are those of the first build."""
    first = run(root)
    second = run(root)
    assert len(loads) == 1
    assert first.published is not None
    assert second.published is not None
    assert (second.as_of, second.findings) == (first.as_of, first.findings)
    assert second.published.unchanged == first.published.written


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        path = root / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="\n")

    return change


def own_footer(root: Path) -> None:
    path = root / "site_templates/blocks/footer.html"
    path.parent.mkdir(parents=True)
    path.write_text("<p>自己的页脚</p>\n", encoding="utf-8")


def same_size_same_time(root: Path) -> None:
    """Write other bytes of the same number, and put the old time back."""
    path = root / PROGRAMME / "submissions/daxue/a-001.yml"
    before = path.stat()
    edit(path.relative_to(root).as_posix(), "科研处副处长", "科技处副处长")(root)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], None]] = {
    "a value": edit(f"{PROGRAMME}/submissions/daxue/a-001.yml", "示例大学\n", "样本大学\n"),
    "as many bytes at the same time": same_size_same_time,
    "a new file": lambda root: (
        shutil.copy(root / PROGRAMME / "notice.md", root / PROGRAMME / "certification.md") and None
    ),
    "a file gone": lambda root: (root / PROGRAMME / "submissions/xian/b-001.yml").unlink(),
    "a new name": lambda root: (
        (root / PROGRAMME / "submissions/xian/b-001.yml").rename(root / PROGRAMME / "submissions/xian/b-002.yml")
        and None
    ),
    "a template": own_footer,
    "a setting": edit("content/site.yml", "名称: ", "名称: 新"),
}
SPOILT: dict[str, Callable[[Path], object]] = {
    "by hand": lambda root: (root / "output/site/index.html").write_text("x", encoding="utf-8"),
    "a page taken away": lambda root: (root / "output/site/index.html").unlink(),
    "all of it": lambda root: shutil.rmtree(root / "output"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_any_change_is_seen(root: Path, loads: list[Path], tmp_path: Path, change: Callable[[Path], None]) -> None:
    """After it content is read again, and the site is what it would be if nothing had been there before."""
    run(root)
    change(root)
    found = run(root)
    assert len(loads) == 2
    clean = tmp_path / "clean"
    for folder in ("content", "site_templates"):
        if (root / folder).exists():
            shutil.copytree(root / folder, clean / folder)
    assert run(clean).findings == found.findings
    if found.published:
        assert site(root) == site(clean)


def test_site_that_was_spoilt_is_built_again(root: Path, loads: list[Path]) -> None:
    """Whatever was done to what stands there, content is read again, and the site is as it was."""
    first = run(root)
    before = site(root)
    for number, (name, spoil) in enumerate(SPOILT.items(), start=2):
        spoil(root)
        assert (run(root).findings, len(loads)) == (first.findings, number), name
        assert site(root) == before, name


def test_other_day_and_other_wish_are_other_builds(root: Path, loads: list[Path]) -> None:
    """The same content on another day, or with warnings that count, is judged again."""
    for as_of, wish in ((DAY, build.PLAIN), (date(2020, 12, 15), build.PLAIN), (DAY, Wish(strict=True))):
        run(root, as_of, wish)
    assert len(loads) == 3


def test_site_of_another_day_is_not_taken_for_ours(root: Path, loads: list[Path]) -> None:
    """Going back to a day that was built before builds it again, for another site stands there now."""
    first = run(root)
    before = site(root)
    run(root, date(2020, 12, 15))
    again = run(root)
    assert (len(loads), again.findings, site(root)) == (3, first.findings, before)


def test_nothing_is_kept_while_times_cannot_be_trusted(
    root: Path, loads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was changed a moment ago may be changed again within the same tick of the disk's clock."""
    monkeypatch.undo()
    ask = content.ask
    monkeypatch.setattr(content, "ask", lambda each, question: loads.append(each) or ask(each, question))
    run(root)
    run(root)
    assert len(loads) == 2


def test_build_that_was_stopped_is_no_build(root: Path, loads: list[Path]) -> None:
    """An error is found again each time."""
    edit(f"{PROGRAMME}/submissions/daxue/a-001.yml", "类别: A", "类别: 甲")(root)
    first, second = run(root), run(root)
    assert (first.published, second.published, first.findings, len(loads)) == (None, None, second.findings, 2)


def test_what_was_kept_is_not_believed_blindly(root: Path, loads: list[Path]) -> None:
    """A record that says nothing sensible is as none."""
    run(root)
    from pipeline import cache  # noqa: PLC0415

    senseless = (b"", b"[]", b'["2020-12-26", 1, 2]', b'["2020-12-26", "x", [["a"]]]', b"\xff")
    for number, kept in enumerate(senseless, start=2):
        with cache.opened(root) as store:
            what = unchanged.asked(store, root, root / "output", (DAY, DAY, build.PLAIN))
            assert store.get(what.key)
            store.keep(what.key, kept)
        run(root)
        assert len(loads) == number, kept


def test_nothing_is_kept_where_the_machine_decides(root: Path, loads: list[Path]) -> None:
    """Documents in the machine's own fonts change when its fonts do, which is not looked at."""
    edit("content/site.yml", "名称: ", "排版: {字体: 系统}\n名称: ")(root)
    assert run(root).published
    run(root)
    assert len(loads) == 2


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_nothing_is_settled_behind_a_link(tmp_path: Path) -> None:
    """A template that is a link may be changed where nobody looks."""
    (tmp_path / "far.html").write_text("a", encoding="utf-8")
    (tmp_path / "near").mkdir()
    assert listing([tmp_path / "near"]).is_settled(1 << 62)
    (tmp_path / "near/a.html").symlink_to(tmp_path / "far.html")
    assert not listing([tmp_path / "near"]).is_settled(1 << 62)


def test_a_build_anew_uses_nothing_kept(tmp_path: Path) -> None:
    """With `anew` the same site is made from the content alone, and the store is neither asked nor filled."""
    root = samples.write(tmp_path / "root")
    first = build.build(root, tmp_path / "output", DAY, wish=Wish(anew=True))
    assert first.published is not None
    assert not (root / ".cache").exists()
    again = build.build(root, tmp_path / "output", DAY, wish=Wish(anew=True))
    assert again.published is not None
    assert (again.published.written, again.findings) == (0, first.findings)


def test_another_version_of_a_library_is_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The names in the folders of libraries count, and a folder that is not there is none."""
    (tmp_path / "jinja2-3.1.5.dist-info").mkdir()
    monkeypatch.setattr("site.getsitepackages", lambda: [str(tmp_path / "none"), str(tmp_path)])
    before = libraries()
    (tmp_path / "jinja2-3.1.5.dist-info").rename(tmp_path / "jinja2-3.1.6.dist-info")
    assert (before, libraries()) == (b"jinja2-3.1.5.dist-info", b"jinja2-3.1.6.dist-info")
