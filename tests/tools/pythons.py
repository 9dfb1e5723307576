"""`make pythons`: the same content gives the same site under every Python at hand, in any locale and time zone.

In: PYTHONS (paths, separated by the system's separator), else every python3.11 and later that PATH has. Out: a line a
site on stdout; exit code 1 where two differ, 2 where there is but one Python. Each gets an environment of its own below
.cache/pythons/, made from the lock.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLACE = ROOT / ".cache" / "pythons"
MINORS = range(11, 20)
WORLDS = (
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.GB18030", "PYTHONHASHSEED": "2"},
)
_DIGEST = re.compile(r"\b[0-9a-f]{32}\b")
_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"


def pythons() -> Iterator[tuple[str, str]]:
    """Yield (version, path) of every Python that is new enough, each version once."""
    named = os.environ.get("PYTHONS", "").split(os.pathsep)
    found = [each for each in named if each] or [shutil.which(f"python3.{minor}") or "" for minor in MINORS]
    seen: set[str] = set()
    for path in (sys.executable, *filter(None, found)):
        asked = subprocess.run([path, "-c", _VERSION], capture_output=True, text=True, check=False)
        version = asked.stdout.strip()
        if asked.returncode == 0 and version not in seen:
            seen.add(version)
            yield version, path


def environment(version: str, path: str) -> Path:
    """Return the Python of an environment that has what the lock names, making it where it is not there."""
    place = PLACE / version
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    lock = ROOT / "pipeline" / "requirements.lock"
    mark = place / ".ready"
    if not mark.exists() or mark.stat().st_mtime < lock.stat().st_mtime:
        sys.stderr.write(f"  Python {version}: …\n")
        subprocess.run([path, "-m", "venv", "--clear", str(place)], check=True)
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        subprocess.run([str(python), *install, "--requirement", str(lock)], check=True)
        mark.touch()
    return python


def digest(python: Path, world: dict[str, str]) -> str:
    """Return what a build says of its site; a build that fails says why, and ends everything."""
    with tempfile.TemporaryDirectory() as folder:
        # A root of its own, so that nothing is remembered from another build.
        shutil.copytree(ROOT / "content", Path(folder, "content"))
        command = [str(python), "-m", "pipeline", "--root", folder, "build"]
        built = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **world}, capture_output=True, encoding="utf-8", check=False
        )
    found = _DIGEST.search(built.stdout + built.stderr)
    if built.returncode or not found:
        sys.exit(built.stderr)
    return found[0]


def main() -> int:
    """Build under each Python in each world, and compare."""
    sites: set[str] = set()
    versions = list(pythons())
    for version, path in versions:
        python = environment(version, path)
        for world in WORLDS:
            site = digest(python, world)
            sites.add(site)
            sys.stdout.write(f"Python {version}, {world['LC_ALL']}, {world['TZ']}: {site}\n")
    if len(versions) == 1:
        sys.stdout.write("there is no second Python: name one by PYTHONS=/path/to/python3\n")
        return 2
    return int(len(sites) > 1)


if __name__ == "__main__":
    sys.exit(main())
