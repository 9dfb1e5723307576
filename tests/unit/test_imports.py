"""What a command does not need, it does not wait for."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import samples
from tests.bench import content

ROOT = Path(__file__).parents[2]

# What takes long to import: each is loaded by the command that needs it, and by no other.
DEAR = frozenset(
    {
        *(
            "PIL",
            "ahocorasick_rs",
            "boto3",
            "botocore",
            "brotli",
            "chinese_calendar",
            "jinja2",
            "jsonschema",
            "jsonschema_rs",
            "lxml",
        ),
        *("markdown", "markupsafe", "openpyxl", "pypdf", "pypdfium2", "referencing", "rich", "segno", "typst"),
        *("watchdog", "xlsxwriter", "yaml", "zxingcpp"),
    }
)
# Days are counted by the calendar and files judged by the first look; the rest is for pages and paper.
OF_CHECK = frozenset({"chinese_calendar", "jsonschema_rs", "yaml"})
# What is open of a candidate is found out when the file is read.
OF_READING = OF_CHECK | {"ahocorasick_rs"}
# From this many submissions on, what they say is kept.
MANY = 130
# What of Python's own takes long to import, and is for a second process, for a swap, or for what went wrong.
LATE = frozenset(
    {"ctypes", "difflib", "gzip", "multiprocessing", "pickle", "shutil", "tempfile", "traceback", "zipfile"}
)
# What nobody asks where nothing was changed.
OF_A_BUILD = frozenset(
    f"pipeline.{room}"
    for room in ("content", "documents", "drawn", "forms", "model", "pages", "public", "render", "rules")
)

RUN = """
import contextlib, io, json, sys
from pipeline.cli import cli
from pipeline.listing import Listing
Listing.is_settled = lambda *_: True  # as for content that was written some seconds ago
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    cli(sys.argv[1:], standalone_mode=False)
print(json.dumps(sorted(sys.modules)))
"""


def modules(*arguments: str) -> frozenset[str]:
    """Return the modules that a process of its own has loaded when the command has ended."""
    done = subprocess.run(  # the arguments are ours
        [sys.executable, "-c", RUN, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return frozenset(json.loads(done.stdout))


def dear(loaded: frozenset[str]) -> frozenset[str]:
    """Return the dear libraries among the modules."""
    return DEAR & {each.partition(".")[0] for each in loaded}


@pytest.mark.parametrize(
    "command",
    ["", "check", "build", "serve", "watch", "record", "status", "export", "ingest", "deploy", "diff", "hook install"],
)
def test_help_waits_for_no_library(command: str) -> None:
    """`--help` of anything loads the commands and click alone."""
    loaded = modules(*command.split(), "--help")
    assert (frozenset(), "click" in loaded) == (dear(loaded), True)
    rooms = {each for each in loaded if each.startswith("pipeline.") and not each.startswith("pipeline.cli")}
    assert rooms <= {"pipeline.folding", "pipeline.listing"}
    assert LATE & loaded <= {"shutil"}  # of which click asks how wide the terminal is


def test_check_waits_only_for_what_it_needs() -> None:
    """A content without faults is judged without the libraries that word faults or draw pages."""
    file = "content/programmes/longdu-2020/programme.yml"
    loaded = modules("--root", str(ROOT), "check", file)
    assert dear(loaded) <= OF_READING
    assert LATE & loaded == frozenset()


def test_check_of_what_stands_as_before_waits_for_less(tmp_path: Path) -> None:
    """Where no submission is read again, nobody asks what is open of it, and nobody needs a second process."""
    content.write(tmp_path, MANY, seed=1)
    command = ("--root", str(tmp_path), "check")
    assert "pipeline.public" in modules(*command)
    loaded = modules(*command)
    assert dear(loaded) <= OF_CHECK
    assert (LATE | {"pipeline.public"}) & loaded == frozenset()


def test_a_build_after_which_nothing_changed_waits_for_nothing(tmp_path: Path) -> None:
    """What stands is found to stand without a library, and without the rooms that read, judge and draw."""
    command = ("--root", str(samples.write(tmp_path / "root")), "build", "--as-of", "2020-12-16")
    assert modules(*command) > OF_A_BUILD
    loaded = modules(*command)
    assert (dear(loaded), LATE & loaded, OF_A_BUILD & loaded) == (frozenset(), frozenset(), frozenset())
