"""Is a published folder what the content gives?

In: the root, a folder, the day. Out: a Verdict, which names files and says nothing of what is in them. The site is
built anew in a place that goes away again; nothing is written into output/ or into the folder.
"""

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import build, compress, publish
from pipeline.outputs import Output
from pipeline.publish import look

# What version control keeps in a folder that is published by it.
_NOT_OURS = (".git",)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the folder differs from the site, by path; the digests of both; copies whose library is not there.

    The folder holds the site where the first three are empty.
    """

    differing: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    unread: tuple[str, ...]
    digest: str
    of_folder: str

    @property
    def holds(self) -> bool:
        """Tell whether the folder is the site."""
        return not (self.differing or self.missing or self.extra)


def verify(
    root: Path, folder: Path, today: date, as_of: date | None = None, wish: build.Wish = build.PLAIN
) -> tuple[build.Result, Verdict | None]:
    """Build the site of the day, and compare the folder with it; None where the content does not build.

    Raises OSError where the folder cannot be read.
    """
    theirs = dict(_files(folder))
    with tempfile.TemporaryDirectory(prefix="gongshi-", ignore_cleanup_errors=True) as place:
        result = build.build(root, Path(place), today, as_of, wish)
        if result.published is None:
            return result, None
        site = Path(place) / "site"
        return result, _compare(site, dict(_files(site)), folder, theirs)


def site_of(folder: Path) -> Path:
    """Return the published folder: the one named, or the site in it where that is an output folder of ours."""
    return folder / "site" if (folder / ".gongshi").is_dir() and (folder / "site").is_dir() else folder


def _files(folder: Path, below: str = "") -> Iterator[tuple[str, str]]:
    """Yield every file's path and digest; what is no plain file has none, and so equals nothing."""
    with os.scandir(folder / below) as entries:
        for each in sorted(entries, key=lambda entry: entry.name):
            path = f"{below}{each.name}"
            mode = each.stat(follow_symlinks=False).st_mode
            if path in _NOT_OURS:
                continue
            if stat.S_ISDIR(mode):
                yield from _files(folder, f"{path}/")
            else:
                yield path, _digest(Path(each.path)) if stat.S_ISREG(mode) else ""


def _digest(file: Path) -> str:
    return look.digest(file.read_bytes())


def _compare(site: Path, ours: Mapping[str, str], folder: Path, theirs: Mapping[str, str]) -> Verdict:
    copies = {
        each: _says_the_same(site, folder, each) for each in theirs if each not in ours and publish.is_copy(each, ours)
    }
    differing = [each for each in ours if each in theirs and theirs[each] != ours[each]]
    return Verdict(
        differing=tuple(sorted([*differing, *(path for path, same in copies.items() if same is False)])),
        missing=tuple(each for each in ours if each not in theirs),
        extra=tuple(each for each in theirs if each not in ours and each not in copies),
        unread=tuple(path for path, same in copies.items() if same is None),
        digest=publish.digest(ours),
        of_folder=publish.digest({path: each for path, each in theirs.items() if path not in copies}),
    )


def _says_the_same(site: Path, folder: Path, path: str) -> bool | None:
    if not (folder / path).is_file() or (folder / path).is_symlink():
        return False
    return compress.unpacks_to(Output(path, (folder / path).read_bytes()), (site / path[:-3]).read_bytes())
