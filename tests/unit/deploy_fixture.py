"""Sites whose pages say what they link to, and a destination that can fail at any step."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from pipeline import deploy
from pipeline.deploy import Destination, Plan, Source, ledger
from pipeline.deploy.state import State
from pipeline.publish.look import digest
from tests.unit.publish_fixture import put

HOME = "index.html"
_LINK = re.compile(r'(?:href|src)="([^"#:?]+)["#?]')


class KilledError(Exception):
    """The process that deploys ends here."""


def page(links: Iterable[str], form: object = "") -> str:
    """Return a page at the root that links to these paths."""
    return f"<p>{form}</p>" + "".join(f'<a href="{each}"></a>' for each in sorted(links))


def source(files: Mapping[str, str], output: Path) -> Source:
    """Publish files as a site and return it ready to be deployed."""
    put(files, output)
    site, trouble = deploy.may_leave(output, as_demonstration=True)
    assert site is not None, trouble
    return site


def send(
    site: Source,
    destination: Destination,
    step: Callable[[], None] = lambda: None,
    verify: bool = False,
    adopt: bool = False,
) -> tuple[Plan, State]:
    """Deploy a site, and return what was done, and what was there before."""
    state = deploy.look(destination, site, verify, adopt)
    plan = deploy.draw(deploy.wanted(site.digests, destination), state.ledger)
    deploy.carry(plan, site, destination, step)
    return plan, state


def lost(there: Mapping[str, str], start: Iterable[str]) -> set[str]:
    """Return the paths that links lead to from pages of the start on, and that are not there."""
    ahead, seen, missing = [each for each in start if each in there], set[str](), set[str]()
    while ahead:
        path = ahead.pop()
        if path in seen:
            continue
        seen.add(path)
        folder = path.rpartition("/")[0]
        for link in _LINK.findall(there[path]) if path.endswith(".html") else ():
            target = resolved(folder, link)
            (ahead.append if target in there else missing.add)(target)
    return missing


def resolved(folder: str, link: str) -> str:
    """Return the path that a link in a folder leads to."""
    parts = folder.split("/") if folder and not link.startswith("/") else []
    for part in f"{link}index.html".split("/") if link.endswith("/") else link.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def texts(place: Path) -> dict[str, str]:
    """Return every file of a site that was deployed into a folder, without what deploys keep there for themselves."""
    found = (each for each in place.rglob("*") if each.is_file())
    named = ((each.relative_to(place).as_posix(), each) for each in found)
    return {path: each.read_text("utf-8", "replace") for path, each in named if not path.startswith(".gongshi/")}


class Memory:
    """A destination of which a test sees everything; `left`: how many things can be done before it fails."""

    shown = "memory"
    takes_copies = True

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.ledger: bytes | None = None
        self.left = -1
        self.after: Callable[[], None] = lambda: None

    def load(self) -> bytes | None:
        return self.ledger

    def save(self, ledger_bytes: bytes) -> None:
        self._spend()
        self.ledger = ledger_bytes
        self.after()

    def is_empty(self) -> bool:
        return not self.files

    def survey(self, source: Source, paths: Iterable[str]) -> Mapping[str, str]:
        del source
        return {path: digest_of(self.files[path]) for path in paths if path in self.files}

    def put(self, paths: Sequence[str], source: Source, step: Callable[[], None]) -> None:
        for path in paths:
            self._spend()
            self.files[path] = source.read(path).decode()
            self.after()
            step()

    def remove(self, paths: Sequence[str], step: Callable[[], None]) -> None:
        for path in paths:
            self._spend()
            self.files.pop(path, None)
            self.after()
            step()

    def told(self) -> ledger.Ledger:
        """Return the ledger that is kept."""
        return ledger.read(self.ledger) if self.ledger else ledger.NOTHING

    def _spend(self) -> None:
        if self.left == 0:
            raise KilledError
        self.left -= 1


def digest_of(text: str) -> str:
    """Return the digest of a file that holds this text."""
    return digest(text.encode())
