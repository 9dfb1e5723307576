"""What `make mutation` goes by: its rooms, what it keeps, and the survivors that are explained."""

from pathlib import Path

import pytest

from tests.mutation import kept
from tests.mutation.rooms import ROOMS

ROOT = Path(__file__).parents[2]
KEY = ("pipeline/rules/a.py", "if x < 1:", "if x <= 1:", 0)


@pytest.mark.parametrize("explained", kept.explanations(), ids=lambda each: f"{each.file}: {each.was}")
def test_what_is_explained_is_still_there(explained: kept.Explanation) -> None:
    """An explanation is of lines that stand in the file, says what they become, and why nobody can notice."""
    lines = [line.strip() for line in (ROOT / explained.file).read_text(encoding="utf-8").splitlines()]
    assert "\n" + explained.was + "\n" in "\n" + "\n".join(lines) + "\n"
    assert explained.why.strip() and explained.becomes != explained.was


@pytest.mark.parametrize("name", ROOMS)
def test_rooms_have_files_and_tests(name: str) -> None:
    """A room that is tried has modules, and every test that is to notice is there."""
    room = ROOMS[name]
    assert all(list((ROOT / folder).glob("*.py")) for folder in room.folders)
    assert [path for path in room.paths() if not (ROOT / path).is_file()] == []


def test_the_last_verdict_counts(tmp_path: Path) -> None:
    """A survivor that a new test kills is killed."""
    file = tmp_path / "kept/stages.jsonl"
    for verdict in ("survived", "killed"):
        kept.add(file, KEY, verdict)
    kept.add(file, (*KEY[:3], 1), "timeout")
    assert kept.read(file) == {KEY: "killed", (*KEY[:3], 1): "timeout"}
    assert kept.read(tmp_path / "none.jsonl") == {}


def test_an_explanation_is_of_its_own_lines() -> None:
    """It is of the mutant that it names, and of every mutant of the lines where it names none."""
    of_one = kept.Explanation(KEY[0], KEY[1], "why", KEY[2])
    of_all = kept.Explanation(KEY[0], KEY[1], "why")
    other = (*KEY[:2], "if x > 1:", 0)
    assert [(each.is_of(KEY), each.is_of(other)) for each in (of_one, of_all)] == [(True, True), (True, False)][::-1]
    assert not of_all.is_of(("pipeline/rules/b.py", *KEY[1:]))
