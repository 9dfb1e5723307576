"""Finds a browser for the tests, or brings one in.

In: CHROMIUM, PATH, the usual places of each system; to bring one in also the system's package manager, or playwright's
own download. Out: the path of an executable, or the reason why there is none. Must not know pytest or the product.

`python -m tests.tools.browser` prints the path alone to stdout and everything else to stderr.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
WINDOWS_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
MAC_PLACES = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)


class NoBrowserError(Exception):
    """There is no browser; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Manager:
    """A system's package manager: its command, whether it wants root, its arguments, what it calls the things we need.

    `packages` has `browser`, and where the system may lack them `fonts` (Chinese) and `driver` (playwright's library).
    """

    command: str
    as_root: bool
    refresh: tuple[str, ...]
    install: tuple[str, ...]
    packages: Mapping[str, str]


MANAGERS = (
    Manager(
        command="apt-get",
        as_root=True,
        refresh=("-o", "DPkg::Lock::Timeout=300", "-qq", "update"),
        install=("-o", "DPkg::Lock::Timeout=300", "-qq", "install", "-y", "--no-install-recommends"),
        packages={"browser": "chromium", "fonts": "fonts-noto-cjk", "driver": "libatomic1"},
    ),
    Manager(
        command="dnf",
        as_root=True,
        refresh=("makecache",),
        install=("install", "-y"),
        packages={"browser": "chromium", "fonts": "google-noto-sans-cjk-fonts", "driver": "libatomic"},
    ),
    Manager(
        command="pacman",
        as_root=True,
        refresh=("-Sy", "--noconfirm"),
        install=("-S", "--noconfirm", "--needed"),
        packages={"browser": "chromium", "fonts": "noto-fonts-cjk"},
    ),
    Manager(
        command="brew",
        as_root=False,
        refresh=("update",),
        install=("install", "--cask"),
        packages={"browser": "google-chrome"},
    ),
)


def find() -> Path | None:
    """Return the browser that is already here: CHROMIUM, else on PATH, else in a usual place, else playwright's own.

    Raises NoBrowserError where CHROMIUM names something that is not there.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if found is None:
            raise NoBrowserError(f"CHROMIUM={named} is not an executable file")
        return Path(found)
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[Path]:
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if os.environ.get(variable):
            yield from (Path(os.environ[variable], place) for place in WINDOWS_PLACES)
    yield from (Path("/Applications", place) for place in MAC_PLACES)
    yield from _downloaded()


def _downloaded() -> Iterator[Path]:
    # It stands in the environment and goes with it; a later download goes to the same place.
    os.environ.setdefault("PLAYWRIGHT_BROWSERS_PATH", "0")
    place = _output(sys.executable, "-c", _ASK_FOR_PLACE).strip()
    if place:
        yield Path(place)


_ASK_FOR_PLACE = """
from playwright.sync_api import sync_playwright
with sync_playwright() as driver:
    print(driver.chromium.executable_path)
"""


def _starts(path: Path) -> bool:
    """Tell whether it is a browser and not a stub that only says where to get one."""
    if not path.is_file():
        return False
    if sys.platform == "win32":  # there `--version` opens a window
        return True
    try:
        answer = subprocess.run(
            [path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def has_chinese_font() -> bool:
    """Tell whether a Chinese font is installed; Windows and macOS always have one."""
    if not sys.platform.startswith("linux"):
        return True
    lister = shutil.which("fc-list")
    return lister is not None and bool(_output(lister, ":lang=zh", "family").strip())


def _output(*command: str) -> str:
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False).stdout


def has_driver() -> bool:
    """Tell whether playwright's own program starts here."""
    return bool(_output(sys.executable, "-m", "playwright", "--version").strip())


def provide() -> Path:
    """Return a browser, brought in if need be with what it takes to drive it and a Chinese font where one can be had.

    Raises NoBrowserError with everything that was tried.
    """
    found = find()
    if os.environ.get("CHROMIUM") and found:
        return found
    lacking = {"browser": found is None, "fonts": not has_chinese_font(), "driver": not has_driver()}
    tried = _bring_in([thing for thing, is_lacking in lacking.items() if is_lacking])
    found = found or find()
    if found is None:
        tried += _download()
        found = find()
    if lacking["driver"] and not has_driver():
        tried.append("  playwright's own program does not start here: run `python -m playwright --version` to see why")
        found = None
    if found is None:
        raise NoBrowserError("\n".join(("no browser could be had for the tests:", *tried, *WAYS_OUT)))
    if not has_chinese_font():
        _say("no Chinese font is installed; printed pages may not look as they should")
    return found


WAYS_OUT = (
    "  install Chromium, Chrome or Edge, or name one by CHROMIUM=/path/to/it,",
    "  or leave the browser tests out: BROWSER_TESTS=0 make test",
)


def _bring_in(things: list[str]) -> list[str]:
    """Install by the system's package manager what is lacking; return a line for each thing that did not work."""
    if not things:
        return []
    manager = next((each for each in MANAGERS if shutil.which(each.command)), None)
    if manager is None:
        return ["  no package manager was found that is known here"]
    prefix = _right_to_install(manager)
    if prefix is None:
        return [f"  {manager.command} needs root, or sudo without a password"]
    packages = [manager.packages[thing] for thing in things if thing in manager.packages]
    failed = [] if _ran(*prefix, manager.command, *manager.refresh) else [f"  {manager.command}: refreshing failed"]
    return failed + [
        f"  {manager.command} could not install {package}"
        for package in packages
        if not _ran(*prefix, manager.command, *manager.install, package)
    ]


def _right_to_install(manager: Manager) -> tuple[str, ...] | None:
    """Return what must stand before the command, or None where we may not."""
    if not manager.as_root or (hasattr(os, "geteuid") and os.geteuid() == 0):
        return ()
    sudo = shutil.which("sudo")
    if sudo and _ran(sudo, "-n", "true"):
        return (sudo, "-n")
    return None


def _download() -> list[str]:
    if _ran(sys.executable, "-m", "playwright", "install", "chromium"):
        return []
    return ["  playwright could not download a browser"]


def _ran(*command: str) -> bool:
    """Run it with its output on stderr; tell whether it went well."""
    _say(" ".join(command))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environment, timeout=900, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def main() -> int:
    """Print the browser's path; with BROWSER_TESTS=0 print nothing."""
    if os.environ.get("BROWSER_TESTS") == "0":
        return 0
    try:
        path = provide()
    except NoBrowserError as error:
        _say(str(error))
        return 1
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
