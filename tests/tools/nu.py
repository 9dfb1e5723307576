"""Asks the Nu HTML checker about files.

In: the checker as `npm` brought it in, and a Java runtime. Out: what it says, one line each. Must not know pytest or
the product.
"""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.tools import npm

PACKAGE = "vnu-jar"
PROGRAM = npm.file(PACKAGE, "build", "dist", "vnu.jar")


def lacking() -> str:
    """Return why it cannot be asked, nothing if it can."""
    return npm.lacking(PACKAGE) or ("" if shutil.which("java") else "there is no java")


def check(files: Iterable[Path]) -> list[str]:
    """Return every error and warning about files of HTML, CSS, SVG: the file, the line, the words."""
    command = [
        str(shutil.which("java")),
        "-jar",
        str(PROGRAM),
        "--also-check-css",
        "--also-check-svg",
        "--format",
        "json",
    ]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, timeout=300, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [f"{each.get('url', '')}:{each.get('lastLine', 0)} {each['message']}" for each in messages]
