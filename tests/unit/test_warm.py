"""Whatever was changed since the last build, and on whatever day: the site is that of a clean build."""

from pathlib import Path

import pytest

from pipeline import cache
from tests import warm


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk's clock be well after every change, so that what looks as before is taken for the same."""
    tick = cache.Store.tick

    def later(store: cache.Store) -> int | None:
        now = tick(store)
        return now and now + 3600 * 10**9

    monkeypatch.setattr(cache.Store, "tick", later)


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("templates", [True, False])
def test_random_edits_built_warm(tmp_path: Path, templates: bool) -> None:
    """A few turns of the drill, with templates of an office's own and with the shipped ones."""
    assert warm.drill(warm.content(tmp_path / "root", templates), seed=3, turns=2) > 0


@pytest.mark.drill
@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("seed", range(8))
def test_many_random_edits_built_warm(tmp_path: Path, seed: int) -> None:
    """Many turns, of which most publish; every other seed with templates of an office's own."""
    assert warm.drill(warm.content(tmp_path / "root", seed % 2 == 0), seed, turns=25) > 5
