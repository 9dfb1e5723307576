"""The benchmark's content is what it says it is, both sites hold the same pages, and its tables tell the truth."""

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pipeline import build
from tests.bench import content, hugo, targets
from tests.bench.clock import Clock
from tests.bench.played import COLD, OURS, THEIRS, Run, Scenes

DAY = date(2021, 3, 17)
COUNT = 30
KINDS = (".html", ".csv", ".json", ".xml")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a root with the content of thirty candidates; only to be read."""
    root = tmp_path_factory.mktemp("bench") / "root"
    content.write(root, COUNT, 1)
    return root


@pytest.fixture(scope="module")
def ours(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site that gongshi builds of it as it is compared; only to be read."""
    output = tmp_path_factory.mktemp("ours")
    start = [sys.executable, "-m", "tests.bench.web", "--quiet", "--root", str(tree), "build", "--output", str(output)]
    subprocess.run(start, cwd=content.ROOT, check=True, capture_output=True)
    return output / "site"


def test_content_is_the_same_for_a_seed() -> None:
    """A seed gives the same files at every run, another seed others, and a larger tree begins as a smaller one."""
    once = tuple(content.candidates(COUNT, 1))
    assert tuple(content.candidates(2 * COUNT, 1))[:COUNT] == once
    assert tuple(content.candidates(COUNT, 2)) != once


def test_candidates_differ_and_end_in_every_way() -> None:
    """In a thousand files nobody shares a telephone or a number, and candidates leave at every step."""
    made = tuple(content.candidates(1000, 1))
    numbers = [each.number for each in made if each.number]
    assert len(set(numbers)) == len(numbers)
    assert len({re.search(r"手机号: (\d+)", each.text)[1] for each in made}) == len(made)  # type: ignore[index]
    assert set(Counter(each.ends for each in made)) == {
        "在任", "取消资格", "退出", "撤回", "不予认定", "不予推荐", "公示中",
    }  # fmt: skip
    assert 1100 < sum(len(each.text.encode()) for each in made) / len(made) < 1300


def test_content_has_no_finding(tree: Path) -> None:
    """What is generated is judged clean, so that nothing is measured but the work."""
    assert build.check(tree, DAY).findings == ()


def test_edit_shows_on_its_page(tmp_path: Path) -> None:
    """The file that is changed is that of a candidate in office, and what is written is found in it."""
    content.write(tmp_path / "root", COUNT, 1)
    edit = content.edit(tmp_path / "root", COUNT, 1)
    unit = edit.make(7)
    text = edit.path.read_text(encoding="utf-8")
    assert f"\n所在单位: {unit}\n" in text
    assert f"证书编号: {edit.number}," in text
    assert build.check(tmp_path / "root", DAY).findings == ()


def test_site_that_is_compared_has_no_paper(ours: Path) -> None:
    """PDF and Word are left out, a spreadsheet has no rows, and no page is missing."""
    suffixes = Counter(each.suffix for each in ours.rglob("*") if each.is_file())
    assert (suffixes[".pdf"], suffixes[".docx"], suffixes[".xlsx"]) == (0, 0, 2)
    numbers = {each.number for each in content.candidates(COUNT, 1) if each.number}
    assert {each.parent.name for each in ours.glob("*/certificate/*/index.html")} == numbers


def test_hugo_makes_the_same_pages(tree: Path, ours: Path, tmp_path: Path) -> None:
    """Hugo's site has a file for every file of ours that is compared, and none besides."""
    program = hugo.find()
    if program is None:
        pytest.skip(hugo.MISSING)
    hugo.prepare(tmp_path / "site", tree)
    subprocess.run(hugo.build(program, tmp_path / "site", tmp_path / "theirs"), check=True, capture_output=True)
    assert _compared(tmp_path / "theirs") == _compared(ours)


def _compared(site: Path) -> set[str]:
    return {each.relative_to(site).as_posix() for each in site.rglob("*") if each.suffix in KINDS}


@pytest.mark.parametrize(
    ("count", "expected"), [(100, None), (1_000, 0.8), (9_999, 0.8), (10_000, 0.5), (50_000, 0.45), (100_000, 0.45)]
)
def test_target_is_that_of_the_size_before(count: int, expected: float | None) -> None:
    """A size between two that are named is held to the smaller one's target."""
    assert targets.most(targets.RATIOS[0].most, count) == expected


def test_verdicts() -> None:
    """A ratio at its target meets it, one above does not, and without Hugo nothing is claimed."""
    verdicts = []
    for theirs in (10.0, 9.0, None):
        scenes = Scenes(10_000)
        for tool, wall in ((OURS, 5.0), (THEIRS, theirs)):
            if wall is not None:
                scenes.runs[COLD, tool] = [Run(wall, wall, 1)]
        verdicts.append(next(line for line in targets.lines(scenes) if "must" in line).split()[-1])
    assert verdicts == ["met", "MET", "measured"]


def test_clock_counts_no_second_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A step's own time is without that of the steps within it, and both are counted as often as they were called."""
    ticks = iter((0.0, 1.0, 3.0, 4.0, 7.0, 11.0))
    monkeypatch.setattr("tests.bench.clock.process_time", lambda: next(ticks))
    clock = Clock()
    inner = clock.timed(lambda: "inner", lambda: None)
    outer = clock.timed(lambda: "outer", lambda: [inner() for _ in range(2)])
    outer()
    assert (clock.spent, clock.calls) == ({"inner": 5.0, "outer": 6.0}, {"inner": 2, "outer": 1})
