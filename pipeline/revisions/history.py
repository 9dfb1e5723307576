"""Revisions by name, and what differs between one of them and the files.

In: the root, which may be a folder within a repository; a revision as git reads it. Out: ids of commits and paths of
content files, or a finding: X973 there is no such revision, X974 it may lie in what was not fetched of the history.
"""

import os
from pathlib import Path

from pipeline.diagnostics import Diagnostic, finding
from pipeline.revisions.git import WHERE, run

CONTENT = "content"
INDEX = ""
"""What is staged for the next commit, in place of a commit's id."""
_HEAD = "HEAD"


def look(root: Path) -> Diagnostic | None:
    """Return what stands against reading the history of `root`, None where it can be read."""
    inside = run(root, "rev-parse", "--is-inside-work-tree")
    if isinstance(inside, Diagnostic):
        return inside
    return None if inside.strip() == b"true" else finding("X971", WHERE)


def resolve(root: Path, revision: str) -> str | Diagnostic:
    """Return the id of the commit that `revision` names."""
    told = finding("X973", WHERE, revision=revision)
    if not revision or revision.startswith("-") or "\0" in revision:
        return told
    found = run(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if not isinstance(found, Diagnostic):
        return found.decode("ascii").strip()
    shallow = run(root, "rev-parse", "--is-shallow-repository")
    return finding("X974", WHERE, revision=revision) if shallow == b"true\n" else told


def head(root: Path) -> str | Diagnostic:
    """Return the id of the last commit, or of what holds nothing where there is none yet."""
    found = resolve(root, _HEAD)
    if not isinstance(found, Diagnostic):
        return found
    made = run(root, "hash-object", "-t", "tree", "--stdin")
    return made if isinstance(made, Diagnostic) else made.decode("ascii").strip()


def changed(root: Path, commit: str, staged: bool) -> frozenset[str] | Diagnostic:
    """Return the paths of content that differ from the commit, from the root: those staged, or those in the folder.

    Of the folder, new files count too, unless they are ignored.
    """
    plain = ("--no-ext-diff", "--no-textconv", "--no-renames", "--name-only", "--relative", "-z")
    known = run(root, "diff", *plain, *(("--cached",) if staged else ()), commit, "--", CONTENT)
    new = b"" if staged else run(root, "ls-files", "--others", "--exclude-standard", "-z", "--", CONTENT)
    if isinstance(known, Diagnostic):
        return known
    if isinstance(new, Diagnostic):
        return new
    return frozenset(os.fsdecode(each) for each in (known + new).split(b"\0") if each)
