"""Asks the Nu HTML checker about pages and files.

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
# A page of this machine is one that it else declines to ask for.
HERE_TOO = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
MISTAKEN = "Inline script violates Content Security Policy"
PROGRAM = npm.file(PACKAGE, "build", "dist", "vnu.jar")


def lacking() -> str:
    """Return why it cannot be asked, nothing if it can."""
    return npm.lacking(PACKAGE) or ("" if shutil.which("java") else "there is no java")


def check(places: Iterable[Path | str]) -> list[str]:
    """Return every error and warning about files or addresses of HTML, CSS, SVG: the place, the line, the words."""
    asked = ("--also-check-css", "--also-check-svg", "--format", "json", *map(str, places))
    command = [str(shutil.which("java")), HERE_TOO, "-jar", str(PROGRAM), *asked]
    done = subprocess.run(command, capture_output=True, timeout=300, check=False)
    messages = json.loads(done.stderr)["messages"]
    # A block of data is no script: no browser runs it, nor do policies speak of it.
    messages = [each for each in messages if not each["message"].startswith(MISTAKEN)]
    return [f"{each.get('url', '')}:{each.get('lastLine', 0)} {each['message']}" for each in messages]
