"""The soak itself: turns of edits, after each of which the final state must be served.

In: a folder, how much. Out: `Told`: figures, and every fault. Must not know the command line.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.soak import edits
from tests.soak.process import Needs, Served
from tests.soak.readers import Listener, Reader, get

Look = Callable[[int, bytes], None]
_REPOSITORY = Path(__file__).parents[2]
_PATIENCE = 120.0
_LOOK = 0.02
_READERS, _LISTENERS = 2, 3
_PATHS = (
    *("/", edits.PAGE, "/longdu-2020/form/", "/longdu-2020/publicity/", "/longdu-2020/roster/", "/roster/"),
    *("/longdu-2020/roster/roster.csv", "/feed.xml", "/missing/", "/sitemap/", "/longdu-2020/certificate/"),
)
# What is there after the first fifth may grow by so much to the end.
MOST_GROWTH, MOST_MORE = 1.10, 8.0
_FEWEST_SAMPLES = 100
# One hand saves one file; a script, a merge or a cloud drive saves many at once.
_BURSTS = (1, 1, 2, 3, 5, 8, 13, 21, 34)
# A browser that looks in now and then keeps six connections, its stream, and one to spare.
_OF_A_BROWSER = 8
_LIVE = re.compile(rb'<script src="/__gongshi/live\.js" data-build="\d+" defer></script>')


@dataclass(frozen=True, slots=True)
class Wish:
    """How long: so many edits or seconds, whichever is over first; `compare_every` turns the site is compared."""

    edits: int
    seconds: float
    seed: int
    compare_every: int = 200


@dataclass(slots=True)
class Told:
    """What happened: figures by name, and what should not have happened."""

    edits: int = 0
    turns: int = 0
    broken: int = 0
    compared: int = 0
    read: int = 0
    heard: int = 0
    longest: float = 0.0
    needs: list[Needs] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def soak(folder: Path, wish: Wish, look: Look = lambda _port, _words: None) -> Told:
    """Serve a repository below the folder and edit it; `look` is called with what a browser must show now and then."""
    root = edits.prepare(folder / "root")
    served = Served(root)
    work = _Soak(root, wish, served, look)
    try:
        work.run()
        work.told.faults += served.faults()
    finally:
        code = served.end()
    work.told.faults += [f"ended with {code}"] if code else []
    work.told.faults += grown(work.told.needs)
    return work.told


class _Soak:
    """One repository that is served and edited; `told` is what happened."""

    def __init__(self, root: Path, wish: Wish, served: Served, look: Look) -> None:
        self.told = Told()
        self._root, self._wish, self._served, self._look = root, wish, served, look
        self._chance = random.Random(wish.seed)

    def run(self) -> None:
        """Edit, with readers; compare the last state with a clean build."""
        end = time.monotonic() + self._wish.seconds
        with self._readers() as listeners:
            while self.told.edits < self._wish.edits and time.monotonic() < end and self._served.is_alive():
                self._turn(listeners)
            edits.mend(self._root, self._chance)
            if not self._shows(edits.mark(self._root, 0)):
                self.told.faults.append("the last state is not served")
            self._compare()

    @contextmanager
    def _readers(self) -> Iterator[list[Listener]]:
        """Let people read and listen meanwhile."""
        over, port = threading.Event(), self._served.port
        chances = [random.Random(self._chance.random()) for _ in range(_READERS + _LISTENERS)]
        readers = [Reader(port, _PATHS, each, over) for each in chances[:_READERS]]
        listeners = [Listener(port, each, over) for each in chances[_READERS:]]
        people: tuple[Reader | Listener, ...] = (*readers, *listeners)
        for each in people:
            each.start()
        try:
            yield listeners
        finally:
            over.set()
            for reader in readers:
                reader.join(_PATIENCE)
            self.told.read = sum(each.read for each in readers)
            self.told.heard = sum(each.heard for each in listeners)
            self.told.faults += [wrong for each in people for wrong in each.wrong]

    def _turn(self, listeners: list[Listener]) -> None:
        told = self.told
        told.turns += 1
        broken, done = _edit(self._root, self._chance)
        told.edits += done
        if broken:
            told.broken += 1
            if not _wait(lambda: any(each.state.get("findings") for each in listeners)):
                told.faults.append(f"turn {told.turns}: no findings")
            edits.mend(self._root, self._chance)
        else:
            words, since = edits.mark(self._root, told.turns), time.monotonic()
            if not self._shows(words):
                told.faults.append(f"turn {told.turns}: a lost rebuild")
            told.longest = max(told.longest, time.monotonic() - since)
            if told.turns % self._wish.compare_every == 0:
                self._look(self._served.port, words)
                self._compare()
        told.edits += 1
        told.needs.append(self._served.needs())

    def _shows(self, words: bytes) -> bool:
        """Tell whether the page shows the words, within our patience."""
        return _wait(lambda: words in get(self._served.port, edits.PAGE)[1])

    def _compare(self) -> None:
        self.told.faults += _compared(self._root, self._served.port)
        self.told.compared += 1


def _edit(root: Path, chance: random.Random) -> tuple[bool, int]:
    """Make some edits, in a burst or not; tell whether the content is broken now, and how many they were."""
    count = chance.choice(_BURSTS)
    for _ in range(count):
        chance.choice(edits.SOUND)(root, chance)
        time.sleep(chance.choice((0, 0, 0.01, 0.05)))
    if chance.random() < 0.25:
        chance.choice(edits.BREAKING)(root, chance)
        return True, count + 1
    return False, count


def _wait(is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            if is_so():
                return True
        except OSError:
            return False
        time.sleep(_LOOK)
    return False


def _compared(root: Path, port: int) -> list[str]:
    """Compare what is served and what stands with a clean build of the same content."""
    clean = root.with_name("clean")
    shutil.rmtree(clean, ignore_errors=True)
    for name in ("content", "site_templates"):
        shutil.copytree(root / name, clean / name)
    command = [sys.executable, "-m", "pipeline", "-q", "build"]
    done = subprocess.run(command, cwd=clean, env={**os.environ, "PYTHONPATH": str(_REPOSITORY)}, check=False)
    if done.returncode:
        return ["the clean build failed"]
    wanted, found = files(clean / "output/site"), files(root / "output/site")
    wrong = [f"differs: {path}" for path in sorted(wanted.keys() | found.keys()) if wanted.get(path) != found.get(path)]
    for path, data in wanted.items():
        status, body = get(port, f"/{path}")
        live = _LIVE.sub(b"", body, count=1)
        wrong += [] if (status, live) == (200, data) else [f"is served otherwise: {path}"]
    return wrong


def files(site: Path) -> dict[str, bytes]:
    """Return every file of a site."""
    return {each.relative_to(site).as_posix(): each.read_bytes() for each in site.rglob("*") if each.is_file()}


def grown(needs: list[Needs]) -> list[str]:
    """Return what the server needs more of at the end than after the first fifth."""
    if len(needs) < _FEWEST_SAMPLES or not needs[0].threads:
        return []
    share = len(needs) // 10
    early, late = needs[2 * share : 3 * share], needs[-share:]
    wrong = []
    before, after = (median(each.memory for each in some) for some in (early, late))
    if after > before * MOST_GROWTH + MOST_MORE:
        wrong.append(f"memory grew from {before:.1f} to {after:.1f} MiB")
    for name in ("threads", "files"):
        before, after = (median(getattr(each, name) for each in some) for some in (early, late))
        if after > before + _OF_A_BROWSER:
            wrong.append(f"{name} grew from {before:.0f} to {after:.0f}")
    return wrong
