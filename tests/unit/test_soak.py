"""`serve` under a few edits of the soak: every final state is served, and the site is that of a clean build."""

import os
import random
from datetime import date
from pathlib import Path

import pytest

from pipeline import build
from pipeline.diagnostics import stops
from tests.soak import edits
from tests.soak.process import Needs
from tests.soak.run import Told, Wish, grown, soak


@pytest.mark.skipif(os.name == "nt", reason="an interrupt is sent otherwise there")
def test_a_slice_of_the_soak(tmp_path: Path) -> None:
    """A dozen edits, broken content among them, with readers and listeners: nothing is wrong."""
    told = soak(tmp_path, Wish(edits=12, seconds=120, seed=5))
    assert told.faults == []
    assert (told.edits >= 12, told.broken >= 1, told.compared) == (True, True, 1)
    assert told.read > 10
    assert told.heard > 3


def _needs(*memory: float, threads: int = 5) -> list[Needs]:
    return [Needs(each, threads, 10, 1.0) for each in memory]


def test_what_grows_is_seen() -> None:
    """Memory that rises all the time is a fault; a step at the beginning, or noise, is none; too few tell nothing."""
    assert grown(_needs(*(100 + number * 0.2 for number in range(400)))) == ["memory grew from 119.9 to 175.9 MiB"]
    assert grown(_needs(*[80.0] * 50, *[150.0] * 350)) == []
    assert grown(_needs(*(100 + number * 2 for number in range(50)))) == []
    assert grown([*_needs(*[100.0] * 300), *_needs(*[100.0] * 100, threads=50)]) == ["threads grew from 5 to 50"]


def test_nothing_was_wrong_unless_it_is_said() -> None:
    """What a soak tells begins without faults."""
    assert Told().faults == []


def test_edits_do_what_they_are_called(tmp_path: Path) -> None:
    """On every branch the sound edits leave content without an error, and each breaking one makes one."""
    root, chance = edits.prepare(tmp_path / "root"), random.Random(3)
    for _ in range(5):
        for each in chance.sample(edits.SOUND, len(edits.SOUND)):
            each(root, chance)
        assert errors(root) == []
    for each in edits.BREAKING:
        if each.__name__ != "_bad_template":
            edits.mend(root, chance)
            each(root, chance)
            assert errors(root) != [], each.__name__


def errors(root: Path) -> list[str]:
    return [f"{each.where.path} {each.code}" for each in build.check(root, date(2021, 3, 17)).findings if stops([each])]
