"""Runs git, and says what went wrong.

In: the folder, arguments. Out: what git wrote, or a finding: X970 there is no git, X971 no repository, X972 the
repository is another user's, X975 git failed. What git says of a failure is read in English and never passed on: it
names paths of the machine.
"""

import os
import subprocess
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, finding

WHERE = Location("content")
# A hook is told where its repository is, from the folder in which it runs; we look from ours. The index may be one that
# was made for this commit alone.
_LOOKED_FOR = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_LITERAL_PATHSPECS"})
_INDEX = "GIT_INDEX_FILE"
_WORDS = (("not a git repository", "X971"), ("dubious ownership", "X972"))


def run(root: Path, *arguments: str, given: bytes = b"") -> bytes | Diagnostic:
    """Return what git writes to stdout when it is run in `root`; `given` goes to its stdin."""
    command = ("git", "-C", str(root), "-c", "core.fsmonitor=false", *arguments)
    try:
        done = subprocess.run(command, check=False, capture_output=True, env=_surroundings(), input=given)
    except OSError:
        return finding("X970", WHERE)
    return done.stdout if done.returncode == 0 else _trouble(done.stderr, arguments[0])


def _surroundings() -> dict[str, str]:
    kept = {name: said for name, said in os.environ.items() if name not in _LOOKED_FOR}
    if kept.get(_INDEX):
        kept[_INDEX] = str(Path(kept[_INDEX]).absolute())
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def _trouble(said: bytes, command: str) -> Diagnostic:
    for words, code in _WORDS:
        if words.encode() in said:
            return finding(code, WHERE)
    return finding("X975", WHERE, command=f"git {command}")
