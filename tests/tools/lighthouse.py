"""Measures a page by Lighthouse, as on a phone of the middle class with a slow connection.

In: Lighthouse as `npm` brought it in, a browser. Out: four marks of a hundred and what lowered them. Must not know
pytest or the product.
"""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.tools import network, npm

PACKAGE = "lighthouse"
_AGAIN = "Please run Lighthouse again"
PROGRAM = npm.file(PACKAGE, "cli", "index.js")
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", network.NO_WAY_OUT)


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of a hundred, and the audits that a full mark lacks, by category."""

    performance: int
    accessibility: int
    best_practices: int
    seo: int
    lacking: tuple[str, ...]


def measure(address: str, browser: Path, folder: Path) -> Marks:
    """Return the marks of the page at an address of this machine; `folder` is for a file on the way.

    Where the browser gave Lighthouse no trace, which it then asks for, it is run once more.
    """
    report = folder / "report.json"
    read = _run(address, browser, report)
    if _AGAIN in read.get("runtimeError", {}).get("message", ""):
        read = _run(address, browser, report)
    if trouble := read.get("runtimeError"):
        raise RuntimeError(trouble["message"])
    return _read(read)


def _run(address: str, browser: Path, report: Path) -> dict[str, Any]:
    command = [str(shutil.which("node")), str(PROGRAM), address, "--quiet", "--output=json", f"--output-path={report}"]
    command += ["--no-enable-error-reporting", f"--chrome-flags={' '.join(FLAGS)}"]
    environment = {**os.environ, "CHROME_PATH": str(browser)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)
    if not report.is_file():
        raise RuntimeError(done.stderr)
    told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return told


def _read(report: dict[str, Any]) -> Marks:
    audits, categories = report["audits"], report["categories"]
    lacking = [
        f"{name}: {each['id']}"
        for name, category in categories.items()
        for each in category["auditRefs"]
        if each["weight"] and (score := audits[each["id"]]["score"]) is not None and score < 1
    ]
    performance, accessibility, practices, seo = (
        round(100 * categories[each]["score"]) for each in ("performance", "accessibility", "best-practices", "seo")
    )
    return Marks(performance, accessibility, practices, seo, tuple(lacking))
