"""`python -m tests.soak --edits N --minutes M --seed S`: soak, tell the figures, fail where anything was wrong."""

import argparse
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tests.soak.edits import PAGE
from tests.soak.run import MOST_GROWTH, MOST_MORE, Told, Wish, soak
from tests.tools import network

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", network.NO_WAY_OUT)


def main() -> int:
    """Return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    # Started in the background, we may have been told not to hear an interrupt; the server must hear ours.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, _browser() as look:
        told = soak(Path(folder), Wish(asked.edits, asked.minutes * 60, asked.seed), look)
    sys.stdout.writelines(f"{line}\n" for line in _figures(told, time.monotonic() - begun, asked.seed))
    sys.stderr.writelines(f"{line}\n" for line in told.faults[:50])
    return bool(told.faults)


def _figures(told: Told, seconds: float, seed: int) -> Iterator[str]:
    needs = told.needs
    early, late = needs[len(needs) // 5 : len(needs) * 3 // 10] or needs, needs[-max(1, len(needs) // 10) :]
    memory = [median(each.memory for each in some) for some in (early, late)]
    yield f"seed {seed}: {told.edits} edits in {told.turns} turns, {told.broken} of them broken; {seconds:.0f} s"
    yield f"the longest wait for a final state: {told.longest:.1f} s; {told.read} pages read, {told.heard} states heard"
    yield f"compared byte for byte with a clean build: {told.compared} times"
    yield (
        f"memory: {memory[0]:.1f} MiB after the first fifth, {memory[1]:.1f} MiB in the last tenth, at most "
        f"{max(each.memory for each in needs):.1f} (bound: × {MOST_GROWTH} + {MOST_MORE:.0f} MiB)"
    )
    for name in ("threads", "files"):
        yield f"{name}: {' → '.join(f'{median(getattr(each, name) for each in some):.0f}' for some in (early, late))}"
    yield f"processor time of the server: {needs[-1].seconds:.0f} s, {needs[-1].seconds / told.turns:.2f} s a turn"
    yield f"faults: {len(told.faults)}"


@contextmanager
def _browser() -> Iterator[Callable[[int, bytes], None]]:
    """Give what looks at the page in a browser that stays open all the time; without one, nobody looks."""
    path = os.environ.get("CHROMIUM")
    if not path:
        yield lambda _port, _words: None
        return
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=[*FLAGS])
        page = browser.new_page()

        def look(port: int, words: bytes) -> None:
            if page.url == "about:blank":
                page.goto(f"http://127.0.0.1:{port}{PAGE}")
            page.get_by_text(words.decode()).first.wait_for(timeout=60_000)

        yield look
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
