"""Brings in the test tools that npm has: checkers of pages, and the YAML language server of editors.

In: npm, and the versions and digests of tests/tools/node/package-lock.json. Out: packages under .cache/. Must not know
pytest or the product.

`python -m tests.tools.npm` brings them in; WEB_TESTS=0 leaves them alone.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = Path(__file__).parent / "node"
PLACE = ROOT / ".cache" / "node"
WAY_IN = "`python -m tests.tools.npm` brings it in"


def file(package: str, *parts: str) -> Path:
    """Return where a file of a package stands, or would stand."""
    return PLACE.joinpath("node_modules", package, *parts)


def lacking(*packages: str) -> str:
    """Return why these packages cannot be used, nothing if they can; without a name, all that we ask for."""
    if shutil.which("node") is None:
        return "there is no node"
    locked = json.loads((LOCK / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for package in packages or locked[""]["dependencies"]:
        found = file(package, "package.json")
        if not found.is_file():
            return f"{package} is not here: {WAY_IN}"
        if json.loads(found.read_text(encoding="utf-8"))["version"] != locked[f"node_modules/{package}"]["version"]:
            return f"{package} is here in another version: {WAY_IN}"
    return ""


def provide() -> str:
    """Install exactly what the lock file says; npm checks every digest. Return why it could not be, or nothing."""
    if not lacking():
        return ""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return "there is no node, or no npm"
    PLACE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(LOCK / name, PLACE / name)
    command = [npm, "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    try:
        done = subprocess.run(command, cwd=PLACE, stdin=subprocess.DEVNULL, stdout=sys.stderr, timeout=900, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return "npm did not come to an end"
    return lacking() if done.returncode == 0 else f"npm failed with {done.returncode}"


def main() -> int:
    """Bring them in; with WEB_TESTS=0 do nothing; a failure is one under WEB_TESTS=1 and else a remark."""
    wish = os.environ.get("WEB_TESTS")
    reason = "" if wish == "0" else provide()
    if reason:
        sys.stderr.write(f"the tests that need npm are left out: {reason}\n")
    return int(bool(reason) and wish == "1")


if __name__ == "__main__":
    sys.exit(main())
