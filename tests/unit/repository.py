"""A git repository made by hand, untouched by the settings of whoever runs the tests."""

import os
import subprocess
from pathlib import Path

import pytest

_OWN = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "示例",
    "GIT_AUTHOR_EMAIL": "shili@example.com",
    "GIT_COMMITTER_NAME": "示例",
    "GIT_COMMITTER_EMAIL": "shili@example.com",
}
_OTHERS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git know only what these tests tell it."""
    for name, said in _OWN.items():
        monkeypatch.setenv(name, said)
    for name in _OTHERS:
        monkeypatch.delenv(name, raising=False)


def git(root: Path, *arguments: str, told: str = "") -> str:
    """Run git in the folder and return what it writes; `told` goes to its stdin."""
    command = ("git", "-C", str(root), *arguments)
    done = subprocess.run(command, input=told, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


def start(root: Path) -> Path:
    """Make a repository of the folder, with all that is in it as the first commit on main."""
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "first")
    return root


def commit(root: Path, message: str) -> str:
    """Commit all that is there and return the commit's id."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD")
