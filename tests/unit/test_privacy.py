"""No withheld text is in any output in any encoding; were the wall open, it would be seen."""

import importlib
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline import content, leaks, public
from pipeline.public import cells
from pipeline.public.guard import Guard
from pipeline.public.types import PublicSite
from pipeline.public.views import Views
from tests import strangers, worlds
from tests.worlds import World

SEEDS = st.integers(0, 2**32 - 1)


def projected(world: World, root: Path) -> tuple[PublicSite, Guard]:
    site, _ = content.load(world.write(root))
    assert [len(each.submissions) for each in site.programmes] == [len(world.submissions)]
    return public.project(site, world.as_of)


def leaked(world: World, text: str) -> list[tuple[str, str]]:
    """Return the texts that no list may show and that can be read all the same."""
    return [(each.field, each.text) for each in world.secrets if not each.lawful and each.text in text]


@settings(max_examples=12)
@given(SEEDS)
@example(0)
def test_no_withheld_text_is_in_any_output(seed: int) -> None:
    """Whatever the programme, the candidates and the day: what 公开 does not name cannot be read anywhere."""
    _holds(seed, whole=False)


@pytest.mark.drill
@settings(max_examples=200)
@given(SEEDS)
def test_no_withheld_text_is_in_any_document(seed: int) -> None:
    """The same with every PDF, Word file and workbook."""
    _holds(seed, whole=True)


def _holds(seed: int, *, whole: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = worlds.make(seed)
        view, guard = projected(world, Path(folder))
        files = strangers.outputs(view, Path(folder), whole=whole)
        assert leaked(world, strangers.seen(view, Path(folder), whole=whole)) == []
        assert leaks.scan(files, guard) == ()


def test_worlds_show_and_withhold() -> None:
    """The lots fall on both sides: some texts of candidates are lawful, and these are to be read."""
    every = [each for seed in range(30) for each in worlds.make(seed).secrets]
    assert {each.lawful for each in every} == {True, False}
    assert len({each.text for each in worlds.make(1).secrets}) == len(worlds.make(1).secrets)


def _too_open(*_: object) -> Views:
    everything = tuple(f"栏{kind}{at}" for kind in worlds._KINDS for at in range(len(worlds._KINDS)))
    return Views(("姓名", *everything), ("姓名", *everything), ("姓名", *everything))


@pytest.mark.parametrize("hole", ["a view that opens all fields", "a title that names a candidate"])
def test_a_hole_in_the_wall_is_caught(hole: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the wall itself changed, what no list may show is read, and the proof above fails."""
    world = next(each for each in map(worlds.make, range(50)) if _has_all(each))
    if hole.startswith("a view"):
        monkeypatch.setattr(cells, "open_views", _too_open)
        monkeypatch.setattr(cells, "label", lambda _, name: name)
    else:
        wall = importlib.import_module("pipeline.public.project")  # the function of this name hides the module
        monkeypatch.setattr(wall, "_notice", _telling(wall._notice))
    view, _ = projected(world, tmp_path)
    assert leaked(world, strangers.seen(view, tmp_path)) != []


def _has_all(world: World) -> bool:
    return any("事由" in event for each in world.submissions.values() for event in each["办理"])


def _telling(honest: Any) -> Any:
    def notice(programme: Any) -> Any:
        names = "、".join(str(each.values["姓名"]) for each in programme.submissions)
        reasons = "、".join(event.reason or "" for each in programme.submissions for event in each.events)
        return replace(honest(programme), title=f"{names}{reasons}")

    return notice
