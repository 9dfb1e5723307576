"""git: the repository, where it is pushed to, what is kept out of it, and the hook.

In: the root. Out: Found. An address is never told, only its host: it may hold a password.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from pipeline import revisions
from pipeline.diagnostics import Diagnostic
from pipeline.doctor.types import Found, found
from pipeline.revisions.git import run

# Anybody may have a repository on these, and a repository on these may be anybody's to read.
PUBLIC_HOSTS = (
    *("github.com", "gitee.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sourceforge.net", "git.sr.ht"),
    *("gitcode.com", "gitcode.net", "coding.net", "jihulab.com", "atomgit.com", "cnb.cool", "sourcehut.org"),
)
_HOST = re.compile(r"(?:[a-z+]+://)?(?:[^@/]*@)?\[?([^/:\]]+)\]?[:/]", re.IGNORECASE)
_TROUBLE = {"X970": "git_none", "X971": "git_no_repository", "X972": "git_foreign"}
# A path that stands for a folder → the line of .gitignore that keeps it out.
_KEPT_OUT = {
    "output/site/index.html": "/output/",
    ".cache/x": "/.cache/",
    "content/programmes/x/drafts/x.yml": "/content/programmes/*/drafts/",
}
_TRACKED = ("output/site", "output/staff", ".cache", ":(glob)content/programmes/*/drafts/**")


def all_of(root: Path) -> Iterator[Found]:
    """Yield everything about the repository."""
    trouble = revisions.look(root)
    if trouble:
        yield found(_TROUBLE.get(trouble.code, "git_failed"))
        return
    yield _state(root)
    yield _remotes(root)
    yield _ignored(root)
    yield found({"": "hook_none", "ours": "hook", "other": "hook_other"}[revisions.hook_of(root)])


def _state(root: Path) -> Found:
    version = _lines(run(root, "version"))
    changed = _lines(run(root, "status", "--porcelain", "--", "content"))
    told = version[0] if version else "git"
    return found("git_changed", version=told, count=len(changed)) if changed else found("git", version=told)


def _lines(told: bytes | Diagnostic) -> list[str]:
    return [] if isinstance(told, Diagnostic) else os.fsdecode(told).splitlines()


def _remotes(root: Path) -> Found:
    addresses = (each.split()[1] for each in _lines(run(root, "remote", "--verbose")) if len(each.split()) > 1)
    hosts = sorted({host for each in addresses if (host := host_of(each))})
    public = [each for each in hosts if each.endswith(PUBLIC_HOSTS)]
    if public:
        return found("remote_public", hosts="、".join(public))
    return found("remote", hosts="、".join(hosts)) if hosts else found("remote_none")


def host_of(address: str) -> str:
    """Return the host of a remote's address; empty for a folder of this machine."""
    match = None if re.match(r"[./~]|[A-Za-z]:[\\/]|file:", address) else _HOST.match(address)
    return match[1].lower() if match else ""


def _ignored(root: Path) -> Found:
    tracked = _lines(run(root, "ls-files", "--", *_TRACKED))
    if tracked:
        return found("ignored_tracked", names=" ".join(sorted({_folder(each) for each in tracked})))
    # git answers with a fault where none is ignored.
    ignored = set(_lines(run(root, "check-ignore", "--no-index", "--", *_KEPT_OUT)))
    out = {path: line for path, line in _KEPT_OUT.items() if path not in ignored}
    if out:
        return found(
            "ignored_not", names="、".join(line.strip("/") for line in out.values()), lines="  ".join(out.values())
        )
    return found("ignored")


def _folder(path: str) -> str:
    """Return the folder that should not be there, of a file in it."""
    parts = path.split("/")
    return "/".join(parts[: parts.index("drafts") + 1] if "drafts" in parts else parts[: 1 + (parts[0] == "output")])
