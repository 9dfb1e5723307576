"""Whatever stops a whole build: the old or the new site is whole, and the next build gives just the new one."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import samples
from tests.drill.desk import Answer, Desk, Order
from tests.drill.generations import standing

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children that can be killed are forked")

ROOT = Path(__file__).parents[2]
TODAY = ("site", "联系:", "演示: true\n今日: 2020-12-26\n联系:")
BUILD = ("build",)
FAULTS = ("ENOSPC", "EDQUOT", "EACCES", "EROFS", "EIO", "REVOKE")
NOBODY = 65534
Site = dict[str, bytes]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """Give the process whose children build."""
    with Desk() as process:
        yield process


class Clean:
    """The site of each content, built where nothing was before: two files, each of which says one thing or another."""

    def __init__(self, desk: Desk, folders: pytest.TempPathFactory) -> None:
        self._desk, self._folders = desk, folders
        self._sites: dict[tuple[int, int], Site] = {}

    def site(self, one: int, other: int) -> Site:
        """Return the site of a content."""
        if (one, other) not in self._sites:
            root = write(self._folders.mktemp("clean"), one, other)
            answer = self._desk.run(Order(str(root), BUILD))
            assert answer.code == 0, answer.said
            self._sites[one, other] = standing(root / "output/site")
        return self._sites[one, other]


@pytest.fixture(scope="module")
def clean(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Clean:
    """Give the sites that builds must give."""
    return Clean(desk, tmp_path_factory)


def write(root: Path, one: int, other: int) -> Path:
    """Write the content: of the one the post is another, the other has a certificate or not."""
    samples.write(root, TODAY)
    put(root, "a-001", one)
    put(root, "notice", other)
    return root


def put(root: Path, name: str, number: int) -> None:
    """Let a file say the one or the other, at once."""
    file = root / samples.SHORT[name]
    new = file.with_name(f".{file.name}.new")
    new.write_text(said(name, number), encoding="utf-8", newline="\n")
    new.replace(file)


def fill(root: Path, name: str, number: int) -> None:
    """Let a file say the one or the other, where it stands, with a pause in the middle."""
    text = said(name, number)
    with (root / samples.SHORT[name]).open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text[: len(text) // 2])
        stream.flush()
        time.sleep(random.uniform(0, 0.03))
        stream.write(text[len(text) // 2 :])


def said(name: str, number: int) -> str:
    """Return what a file says, the one or the other."""
    text = {"a-001": samples.A_001, "notice": samples.NOTICE}[name]
    changed = text.replace("科研处副处长\n手机", "科技处处长\n手机").replace("热爱科技事业的", "热爱科学事业的")
    return changed if number else text


class Chain:
    """One root on which one content after the other is built, and builds are stopped in between."""

    def __init__(self, desk: Desk, root: Path, clean: Clean) -> None:
        self.root = root
        self._desk, self._clean = desk, clean
        self._number = 0
        self.seconds = desk.run(Order(str(write(root, 0, 0)), BUILD)).seconds

    def wanted(self) -> Site:
        """Return the site of the content as it is now."""
        return self._clean.site(self._number, self._number)

    def put(self, number: int) -> None:
        """Let both files say the one or the other."""
        self._number = number
        put(self.root, "a-001", number)
        put(self.root, "notice", number)

    def stop(self, order: Order) -> Answer:
        """Change the content and build it, stopped; the old or the new site stands, and no file of it was touched."""
        old = standing(self.root / "output/site")
        self.put(1 - self._number)
        before = standing(self.root / "content")
        answer = self._desk.run(order)
        assert answer.code in {0, 1, -9}, answer.said
        assert answer.code == -9 or answer.is_calm(), answer.said
        assert standing(self.root / "output/site") in ([self.wanted()] if answer.code == 0 else [old, self.wanted()])
        assert standing(self.root / "content") == before
        return answer

    def repair(self, user: int | None = None, rehearsal: str = "") -> None:
        """Build again; just the new site stands then, whatever was left in the store."""
        answer = self._desk.run(Order(str(self.root), BUILD, user=user, rehearsal=rehearsal))
        assert answer.code == 0, answer.said
        assert standing(self.root / "output/site") == self.wanted()


@pytest.fixture(scope="module")
def chain(desk: Desk, tmp_path_factory: pytest.TempPathFactory, clean: Clean) -> Chain:
    """Give a root of which every test leaves a site that is whole."""
    return Chain(desk, tmp_path_factory.mktemp("chain"), clean)


def steps(chain: Chain) -> int:
    """Return how many steps a build takes; fewer where much of the spare is as it should be."""
    count = chain.stop(Order(str(chain.root), BUILD)).steps
    assert count > 10
    return count


def orders(chain: Chain, at: int) -> Iterator[Order]:
    """Yield the ways to stop a build at a step."""
    yield Order(str(chain.root), BUILD, at)
    for deed in FAULTS[:-1]:
        yield Order(str(chain.root), BUILD, at, deed)
        yield Order(str(chain.root), BUILD, at, deed, for_good=True)


def test_stopped_at_some_steps(chain: Chain) -> None:
    """Two steps of a build, always the same ones: at one it is killed, at the other refused."""
    chance = random.Random(11)
    for number, at in enumerate(sorted(chance.sample(range(steps(chain)), 2))):
        killed, *refused = orders(chain, at)
        chain.stop((killed, chance.choice(refused))[number])
        chain.repair()


@pytest.mark.drill
def test_stopped_at_every_step(chain: Chain) -> None:
    """Every step of a build: killed, and in one of the other ways."""
    for at in range(steps(chain)):
        killed, *refused = orders(chain, at)
        for order in (killed, random.choice(refused)):
            chain.stop(order)
            chain.repair()


@pytest.mark.drill
def test_killed_at_200_random_moments(chain: Chain) -> None:
    """200 kills at any moment of the whole process, repaired now and then."""
    assert _kill(chain, 200) > 100


def test_killed_at_random_moments(chain: Chain) -> None:
    """Two kills at any moment."""
    assert _kill(chain, 2) <= 2


def _kill(chain: Chain, kills: int) -> int:
    killed = 0
    for _ in range(kills):
        order = Order(str(chain.root), BUILD, after=random.uniform(0, chain.seconds))
        killed += chain.stop(order).code == -9
        if random.random() < 0.5:
            chain.repair()
    chain.repair()
    return killed


@pytest.fixture
def as_nobody(clean: Clean, desk: Desk, tmp_path: Path) -> Iterator[tuple[Chain, Order]]:
    """Give a root that belongs to somebody whom permissions bind, and what he orders."""
    user = NOBODY if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    chain = Chain(desk, folder / "root", clean)
    if user:
        subprocess.run(["chown", "-R", str(user), str(folder)], check=True)
    rehearsal = write(tmp_path / "rehearsal", 0, 1)
    yield chain, Order(str(chain.root), BUILD, user=user, rehearsal=str(rehearsal))
    subprocess.run(["chmod", "-R", "u+rwx", str(folder)], check=True)
    shutil.rmtree(folder)


@pytest.mark.drill
def test_output_that_may_only_be_read(as_nobody: tuple[Chain, Order]) -> None:
    """Who may not write there is told so; once he may, the site is built."""
    chain, order = as_nobody
    chain.stop(order)
    for folder in ("output", "output/.gongshi", "output/.gongshi/spare"):
        (chain.root / folder).chmod(0o555)
    answer = chain.stop(order)
    assert (answer.code, "X912" in answer.said) == (1, True)
    for folder in ("output", "output/.gongshi", "output/.gongshi/spare"):
        (chain.root / folder).chmod(0o755)
    chain.repair(order.user, order.rehearsal)


@pytest.mark.drill
def test_permission_that_is_lost_on_the_way(as_nobody: tuple[Chain, Order]) -> None:
    """From some step on nothing below output/ may be written: it is told, and the next build repairs."""
    chain, order = as_nobody
    for at in (20, 60):
        chain.stop(Order(order.root, BUILD, at, "REVOKE", user=order.user, rehearsal=order.rehearsal))
        subprocess.run(["chmod", "-R", "u+rwx", str(chain.root / "output")], check=True)
        chain.repair(order.user, order.rehearsal)


@pytest.mark.drill
def test_builds_at_once(chain: Chain) -> None:
    """Three builds of different days at once take turns, share the store, and leave one whole site of one of them."""
    days = ("2020-12-01", "2020-12-15", "2020-12-26")
    sites = []
    for day in days:
        assert chain._desk.run(Order(str(chain.root), ("build", "--as-of", day))).code == 0
        sites.append(standing(chain.root / "output/site"))
    shutil.rmtree(chain.root / ".cache")
    command = [sys.executable, "-m", "pipeline", "-q", "build", "--as-of"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    at_once = [
        subprocess.Popen([*command, day], cwd=chain.root, env=environment, stderr=subprocess.PIPE) for day in days
    ]
    assert [(each.communicate()[1], each.returncode) for each in at_once] == [(b"", 0)] * 3
    assert standing(chain.root / "output/site") in sites
    chain.repair()


@pytest.mark.drill
@pytest.mark.parametrize("save", [put, fill])
def test_content_that_changes_while_it_is_read(
    save: Callable[[Path, str, int], None], chain: Chain, clean: Clean
) -> None:
    """Two files that somebody saves again and again: a build shows each as it was at one moment, or none of it."""
    over, sites = threading.Event(), [clean.site(one, other) for one in (0, 1) for other in (0, 1)]

    def write_on() -> None:
        while not over.is_set():
            for name in ("a-001", "notice"):
                save(chain.root, name, random.randrange(2))
                time.sleep(random.choice((0, 0.02, 0.5)))

    writer = threading.Thread(target=write_on)
    writer.start()
    codes = []
    try:
        for _ in range(40):
            old = standing(chain.root / "output/site")
            answer = chain._desk.run(Order(str(chain.root), BUILD))
            codes.append(answer.code)
            assert answer.code == 0 or "Y108" in answer.said, answer.said
            assert standing(chain.root / "output/site") in (sites if answer.code == 0 else [old])
    finally:
        over.set()
        writer.join()
    assert codes.count(0) > 20
    chain.put(0)
    chain.repair()
