"""What sets up a fresh clone: the locks, pyproject.toml and the Makefile agree, and name no machine and no index."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = {"runtime": ROOT / "pipeline/requirements.lock", "tests": ROOT / "tests/requirements.lock"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def _blocks(lock: Path) -> dict[str, str]:
    """Return the line of each package: its pin, when it is wanted, its hashes."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", "")
    return {_name(line): line for line in text.splitlines()}


def _files(line: str) -> list[str]:
    return re.findall(r"==\S+|--hash=\S+", line)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_carries_hashes(lock: str) -> None:
    """Each line of a lock is one version of one package, with hashes and nothing else."""
    pin = re.compile(r"[\w.-]+(\[[\w,-]+\])?==[\w.]+( ; [^#]*?)?( +--hash=sha256:[0-9a-f]{64})+")
    lines = _blocks(LOCKS[lock]).values()
    assert lines
    assert [line for line in lines if not pin.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_address(lock: str) -> None:
    """A lock holds no index, no address and no path of the machine that made it."""
    text = LOCKS[lock].read_text(encoding="utf-8")
    assert re.findall(r"://|--index|--find-links|file:|@ |/", text) == []


def test_what_the_project_needs_is_locked() -> None:
    """Every dependency of pyproject.toml stands in its lock."""
    groups = PROJECT["dependency-groups"]
    needed = {_name(each) for each in (*PROJECT["project"]["dependencies"], *groups["build"])}
    assert needed - set(_blocks(LOCKS["runtime"])) == set()
    assert {_name(each) for each in groups["test"]} - set(_blocks(LOCKS["tests"])) == set()


def test_what_builds_the_project_is_locked() -> None:
    """The build group names the very requirements of the build system, so that no other build tool is fetched."""
    assert set(PROJECT["build-system"]["requires"]) <= set(PROJECT["dependency-groups"]["build"])


def test_tests_run_on_the_locked_product() -> None:
    """The tests' lock holds every file of the product's, so that what is tested is what is delivered."""
    runtime, tests = ({name: _files(line) for name, line in _blocks(lock).items()} for lock in LOCKS.values())
    assert {name: tests.get(name) for name in runtime} == runtime


def test_version_stands_in_one_place() -> None:
    """pyproject.toml has no version of its own; it takes the package's."""
    assert "version" not in PROJECT["project"]
    assert PROJECT["tool"]["hatch"]["version"] == {"path": "pipeline/__init__.py"}


def test_help_lists_every_target() -> None:
    """Each target that may be called by name has a line in `make help`."""
    callable_targets = re.findall(r"^\.PHONY: (\w+)$", MAKEFILE, re.MULTILINE)
    listed = re.findall(r"^(\w+):.*?## \S", MAKEFILE, re.MULTILINE)
    assert listed == callable_targets
    assert {"site", "test", "serve", "watch", "check", "lint", "types", "bless", "clean", "drill", "help"} <= set(
        listed
    )


@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("make"), reason="needs make and a POSIX shell")
@pytest.mark.parametrize(
    ("script", "advice"),
    [
        ("exit 1", ("没有找到 Python 3.11", "No Python 3.11 or later was found")),
        ('[ "$1" = -c ]', ("apt install python3-venv", "cannot make a virtual environment")),
    ],
    ids=["too old", "without venv"],
)
def test_unfit_python_is_explained(tmp_path: Path, script: str, advice: tuple[str, ...]) -> None:
    """A Python too old, or unable to make an environment: that is said in Chinese and English, and nothing is left."""
    for name in ("Makefile", "pyproject.toml", "pipeline/requirements.lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    python.chmod(0o755)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", f"PYTHON={python}", "site"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode != 0
    assert [words for words in advice if words not in done.stderr] == []
    assert not (tmp_path / ".venv").exists()
