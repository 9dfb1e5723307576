"""Killed at any moment, the old or the new site stands whole, and the next publish gives just the new one."""

import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import publish
from pipeline.outputs import Output
from pipeline.publish import Published
from tests.drill import generations, steps
from tests.drill.generations import INDEX, LINKED, standing
from tests.drill.nursery import Answer, Nursery, Order

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children that can be killed are forked")

FEW, SOME, MANY = 6, 60, 300
WAYS = pytest.mark.parametrize("by_renames", [False, True], ids=["exchange", "renames"])


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """Give the process whose children are killed."""
    with Nursery() as process:
        yield process


class Chain:
    """One output folder on which generation after generation is published, with kills in between."""

    def __init__(self, nursery: Nursery, output: Path, pages: int, by_renames: bool) -> None:
        self._nursery = nursery
        self.output = output
        self.pages = pages
        self._by_renames = by_renames
        self._generation = 0

    def publish(self, generation: int) -> Answer:
        """Publish a generation unharmed; just that stands then."""
        answer = self._nursery.publish(self._order(generation))
        assert (answer.killed, answer.codes) == (False, ())
        assert standing(self.output / "site") == generations.files(generation, self.pages)
        self._generation = generation
        return answer

    def kill(self, at: int | None = None, after: float | None = None) -> bool:
        """Publish the next generation, killed; a whole site stands after the next start. Tell whether it was killed."""
        following = self._generation + 1
        answer = self._nursery.publish(self._order(following, at, after))
        if self._by_renames:
            assert publish.recover(self.output) == ()
        found = standing(self.output / "site") if self._generation or (self.output / "site").exists() else {}
        old = generations.files(self._generation, self.pages) if self._generation else {}
        new = generations.files(following, self.pages)
        assert found in ([old, new] if answer.killed else [new])
        return answer.killed

    def repair(self) -> None:
        """Publish the generation that was killed."""
        self.publish(self._generation + 1)

    def _order(self, generation: int, at: int | None = None, after: float | None = None) -> Order:
        return Order(str(self.output), generation, self.pages, self._by_renames, at, after)


@WAYS
def test_kill_before_every_change_of_the_disk(by_renames: bool, nursery: Nursery, tmp_path: Path) -> None:
    """A publish that dies before any one of its changes, or in the middle of a write, leaves a whole site."""
    chain = Chain(nursery, tmp_path, FEW, by_renames)
    step, killed = 0, True
    for generation in (1, 2, 3):
        chain.publish(generation)
    while killed:
        killed = chain.kill(at=step)
        chain.repair()
        step += 1
    assert step > 20


@WAYS
def test_kill_before_every_change_of_the_first_publish(by_renames: bool, nursery: Nursery, tmp_path: Path) -> None:
    """The first publish that dies leaves no site or a whole one."""
    step, killed = 0, True
    while killed:
        chain = Chain(nursery, tmp_path / str(step), FEW, by_renames)
        killed = chain.kill(at=step)
        chain.repair()
        step += 1
    assert step > 30


@WAYS
def test_kill_again_and_again(by_renames: bool, nursery: Nursery, tmp_path: Path) -> None:
    """A publish that dies a few changes later each time, without a whole one in between, gets through in the end."""
    chain = Chain(nursery, tmp_path, FEW, by_renames)
    chain.publish(1)
    chain.publish(2)
    step, killed = 0, True
    while killed:
        killed = chain.kill(at=step)
        step += 1
    assert step > 2
    chain.repair()


@WAYS
def test_kill_at_random_moments(by_renames: bool, nursery: Nursery, tmp_path: Path) -> None:
    """15 kills at any moment leave whole sites."""
    assert _kill_at_random(Chain(nursery, tmp_path, SOME, by_renames), 15) >= 1


@pytest.mark.drill
@WAYS
def test_kill_at_200_random_moments(by_renames: bool, nursery: Nursery, tmp_path: Path) -> None:
    """200 kills at any moment leave whole sites."""
    assert _kill_at_random(Chain(nursery, tmp_path, MANY, by_renames), 200) >= 50


def _kill_at_random(chain: Chain, kills: int) -> int:
    """Kill so often, repairing now and then, and return how many publishes did not come to their end."""
    chain.publish(1)
    chain.publish(2)
    longest = chain.publish(3).seconds
    killed = 0
    for _ in range(kills):
        killed += chain.kill(after=random.uniform(0, longest))
        if random.random() < 0.7:
            chain.repair()
    chain.repair()
    return killed


def test_two_builders_and_a_reader(nursery: Nursery, tmp_path: Path) -> None:
    """Two builds at once take turns, and whoever reads the site meanwhile reads whole pages of one site or the next."""
    seen: list[tuple[int, int, int]] = []
    over = threading.Event()
    nursery.publish(Order(str(tmp_path), 1, FEW))

    def read() -> None:
        site = tmp_path / "site"
        while not over.is_set():
            pages = [(site / each).read_bytes() for each in (INDEX, LINKED, INDEX)]
            seen.append(tuple(map(generations.number, pages)))  # type: ignore[arg-type]

    reader = threading.Thread(target=read)
    reader.start()
    try:
        with Nursery() as other:
            other.publish(Order(str(tmp_path), 4, FEW))
            for _ in range(20):
                nursery.order(Order(str(tmp_path), 3, FEW))
                other.order(Order(str(tmp_path), 4, FEW))
            answers = [each.answer() for _ in range(20) for each in (nursery, other)]
    finally:
        over.set()
        reader.join(10)
    assert {(each.killed, each.codes) for each in answers} == {(False, ())}
    assert {number for pages in seen for number in pages} >= {3, 4}
    assert {number for pages in seen for number in pages} <= {1, 3, 4}
    assert standing(tmp_path / "site") in (generations.files(3, FEW), generations.files(4, FEW))


def test_reader_sees_no_page_of_an_older_site(nursery: Nursery, tmp_path: Path) -> None:
    """While sites are swapped, no page is ever missing, and what a page links to is never older than the page."""
    nursery.publish(Order(str(tmp_path), 1, FEW))
    for generation in range(2, 40):
        nursery.order(Order(str(tmp_path), generation, FEW))
    seen = [1]
    while seen[-1] < 39:
        seen += [generations.number((tmp_path / "site" / each).read_bytes()) for each in (INDEX, LINKED)]
    assert [nursery.answer().codes for _ in range(38)] == [()] * 38
    assert seen == sorted(seen)
    assert len(set(seen)) > 2


@pytest.mark.drill
@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount a small disk")
@pytest.mark.parametrize("by_renames", [False, True], ids=["exchange", "renames"])
def test_disk_that_is_full(by_renames: bool, tmp_path: Path) -> None:
    """On a disk with room for one site and a half, the next site is a finding, and goes out when there is room."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "gongshi-drill", tmp_path], check=True)
    try:
        _fill(tmp_path / "output", tmp_path / "ballast", by_renames)
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def _fill(output: Path, ballast: Path, by_renames: bool) -> None:
    first, second = ([Output(f"{page}.html", bytes([kind]) * 4096) for page in range(200)] for kind in (1, 2))
    assert publish.swap(first, output) == (Published(200, 0, 0), ())
    ballast.write_bytes(bytes(1_500_000))
    for _ in range(2):
        published, findings = publish.swap(second, output)
        assert (published, [each.code for each in findings]) == (None, ["X911"])
        assert standing(output / "site") == {each.path: each.data for each in first}
    ballast.unlink()
    if by_renames:
        with steps.by_renames():
            assert publish.swap(second, output) == (Published(200, 0, 0), ())
    else:
        assert publish.swap(second, output) == (Published(200, 0, 0), ())
    assert standing(output / "site") == {each.path: each.data for each in second}
