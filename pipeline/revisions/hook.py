"""The hook by which git asks for a check before each commit.

In: the root, the Python that runs us. Out: the file that was written, or a finding: X979 another hook stands there, or
nothing can be written. A hook is of one machine and goes into no commit.
"""

import os
import shlex
from importlib.resources import files
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.revisions.git import run

_NAME = "pre-commit"
_OURS = "gongshi hook install"
_RUNNABLE = 0o755


def install(root: Path, python: Path) -> Path | Diagnostic:
    """Write the hook of the repository around `root`; one of ours is written anew, any other is left alone."""
    hook = _place(root)
    prefix = run(root, "rev-parse", "--show-prefix")
    if isinstance(hook, Diagnostic):
        return hook
    if isinstance(prefix, Diagnostic):
        return prefix
    # A hook runs at the top of the repository.
    text = _text(python, os.fsdecode(prefix.rstrip(b"\n")) or ".")
    try:
        if hook.exists() and _OURS not in hook.read_text(encoding="utf-8", errors="replace"):
            return finding("X979", Location(hook.name))
        hook.parent.mkdir(parents=True, exist_ok=True)
        hook.write_text(text, encoding="utf-8", newline="\n")
        hook.chmod(_RUNNABLE)
    except OSError:
        return finding("X979", Location(hook.name))
    return hook


def hook_of(root: Path) -> str:
    """Return `ours` or `other` for the hook of the repository around `root`; empty where there is none."""
    hook = _place(root)
    try:
        if isinstance(hook, Diagnostic):
            return ""
        return "ours" if _OURS in hook.read_text(encoding="utf-8", errors="replace") else "other"
    except OSError:
        return ""


def _place(root: Path) -> Path | Diagnostic:
    folder = run(root, "rev-parse", "--git-path", "hooks")
    return folder if isinstance(folder, Diagnostic) else root / os.fsdecode(folder.rstrip(b"\n")) / _NAME


def _text(python: Path, root: str) -> str:
    shipped = files("pipeline").joinpath("data", "git", _NAME).read_text(encoding="utf-8")
    # Git for Windows runs hooks in sh, which takes C:/… and no backslash.
    return shipped.replace("@PYTHON@", shlex.quote(python.as_posix())).replace("@ROOT@", shlex.quote(root))
