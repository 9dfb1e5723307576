"""Whatever stops a command at whatever step: no submission is lost or cut, and the same command ends it later."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drill.commands import COMMANDS, stop, whole
from tests.drill.desk import Desk, Order

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children that can be killed are forked")

FAULTS = ("ENOSPC", "EACCES", "EROFS", "EIO", "EDQUOT")


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """Give the process whose children run commands."""
    with Desk() as process:
        yield process


def orders(root: Path, name: str, at: int) -> Iterator[Order]:
    """Yield the ways to stop a command at a step."""
    yield Order(str(root), COMMANDS[name], at)
    for deed in FAULTS:
        yield Order(str(root), COMMANDS[name], at, deed)
        yield Order(str(root), COMMANDS[name], at, deed, for_good=True)


@pytest.mark.parametrize("name", ["record", "ingest", "submission"])
def test_stopped_at_some_steps(name: str, desk: Desk, tmp_path: Path) -> None:
    """Two steps of what writes submissions, always the same ones, at which it is killed or refused."""
    root, chance = tmp_path / "root", random.Random(name)
    wanted = whole(desk, root, name)
    assert wanted.steps >= 3
    for at in sorted(chance.sample(range(wanted.steps), 2)):
        killed, *refused = orders(root, name, at)
        stop(desk, root, name, wanted, chance.choice((killed, chance.choice(refused))))


@pytest.mark.drill
@pytest.mark.parametrize("name", COMMANDS)
def test_stopped_at_every_step(name: str, desk: Desk, tmp_path: Path) -> None:
    """Every step of each command, in every way."""
    root = tmp_path / "root"
    wanted = whole(desk, root, name)
    for at in range(wanted.steps):
        for order in orders(root, name, at):
            stop(desk, root, name, wanted, order)


@pytest.mark.parametrize("name", ["record", "ingest"])
def test_write_that_ends_in_the_middle(name: str, desk: Desk, tmp_path: Path) -> None:
    """Where the disk takes only the first bytes of a file, the file is not there, or as it was."""
    root = tmp_path / "root"
    wanted = whole(desk, root, name)
    answer = stop(desk, root, name, wanted, Order(str(root), COMMANDS[name], largest=200))
    assert answer.code == 1
