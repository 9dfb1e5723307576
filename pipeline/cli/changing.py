"""What `check` tells of a change: its own faults and those that it makes elsewhere, no old ones; and the hook for it.

In: the root, a revision or the index. Out: findings; a hook in the repository.
"""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from pipeline.cli.talk import FOUND, USAGE, Talk, today

if TYPE_CHECKING:
    from pipeline.diagnostics import Diagnostic

_HEAD = "HEAD"


def findings(talk: Talk, root: Path, since: str | None, staged: bool, as_of: date | None) -> "tuple[Diagnostic, ...]":
    """Return the findings in files that changed since the revision, and those elsewhere that were not there before.

    `staged`: of what the next commit would hold, since the last one; else of the folder as it is.
    """
    from pipeline import build, revisions  # noqa: PLC0415
    from pipeline.diagnostics import Diagnostic  # noqa: PLC0415

    if staged and since not in (None, _HEAD):
        talk.say("staged_since")
        sys.exit(USAGE)
    commit = _commit(talk, root, since or _HEAD)
    changed = revisions.changed(root, commit, staged)
    if isinstance(changed, Diagnostic):
        _refuse(talk, changed)
    if not changed:
        talk.tell("nothing_changed")
        return ()
    with revisions.unpacked(root, commit) as before:
        if isinstance(before, Diagnostic):
            _refuse(talk, before)
        old = build.check(before, today(), as_of).findings
    if not staged:
        return _told(talk, build.check(root, today(), as_of).findings, old, changed)
    with revisions.unpacked(root, revisions.INDEX) as after:
        if isinstance(after, Diagnostic):
            _refuse(talk, after)
        return _told(talk, build.check(after, today(), as_of).findings, old, changed)


def _commit(talk: Talk, root: Path, revision: str) -> str:
    from pipeline import revisions  # noqa: PLC0415
    from pipeline.diagnostics import Diagnostic  # noqa: PLC0415

    trouble = revisions.look(root)
    if trouble:
        _refuse(talk, trouble)
    commit = revisions.head(root) if revision == _HEAD else revisions.resolve(root, revision)
    if isinstance(commit, Diagnostic):
        _refuse(talk, commit)
    return commit


def _refuse(talk: Talk, found: "Diagnostic") -> NoReturn:
    from pipeline import report  # noqa: PLC0415

    report.show((found,), "text", talk.lang, sys.stderr)
    sys.exit(FOUND)


def _told(
    talk: Talk, now: "tuple[Diagnostic, ...]", old: "tuple[Diagnostic, ...]", changed: frozenset[str]
) -> "tuple[Diagnostic, ...]":
    # An old finding may name another place by now: a line was written above it.
    known = {(each.where, each.code) for each in old}
    told = tuple(each for each in now if (each.where, each.code) not in known or _touches(each, changed))
    talk.tell("changed_only", files=len(changed), others=len(now) - len(told))
    return told


def _touches(found: "Diagnostic", changed: frozenset[str]) -> bool:
    """Tell whether the finding stands in a changed file, or names one."""
    named = (found.where.path, *(said.partition(":")[0] for _, said in found.params))
    return any(each in changed for each in named)


@click.group()
def hook() -> None:
    """Hold what is done about the hook."""


@hook.command()
@click.pass_obj
def install(talk: Talk) -> None:
    """Write the hook and say where."""
    from pipeline import revisions  # noqa: PLC0415
    from pipeline.diagnostics import Diagnostic  # noqa: PLC0415

    root = talk.root
    trouble = revisions.look(root) or revisions.install(root, Path(sys.executable))
    if isinstance(trouble, Diagnostic):
        _refuse(talk, trouble)
    talk.tell("hook_installed", where=trouble)
