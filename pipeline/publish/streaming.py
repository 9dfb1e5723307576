"""A publish itself: compare what comes with the live tree, bring the spare level from the first difference on, swap.

In: the places, locked and repaired; outputs, each of which is let go when the next one comes. Out: what was done, or
findings. Nothing half-written is ever public.
"""

import errno
import os
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace

from pipeline import crew
from pipeline.diagnostics import Diagnostic
from pipeline.outputs import Output
from pipeline.publish import disk, faults, look, manifest, places, renames
from pipeline.publish.ahead import Ahead, Written
from pipeline.publish.asked import Addresses, Asked, Kept, draw
from pipeline.publish.level import Draft, Wanted, folders_of, write_apart
from pipeline.publish.manifest import File, Tree
from pipeline.publish.places import Places

_AT_A_TIME = 64


@dataclass(frozen=True, slots=True)
class Published:
    """How many files of the site were written, removed and left as they were, against the site before.

    `digests`: those of all its files by path; none where nobody looked at them.
    """

    written: int
    removed: int
    unchanged: int
    digests: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)


class Publishing:
    """One publish; `time` is the time that all files get, in ns, None where each keeps its own."""

    def __init__(self, there: Places, time: int | None, ahead: Ahead | None) -> None:
        self._there = there
        self._time = time
        self._remembered = manifest.load(there.own, there.site)
        self._live = self._see_live()
        self._digests: dict[str, str] = {}
        self._same: dict[str, File] = {}
        self._written = 0
        self._left = set(self._live.files)
        self._draft: Draft | None = None
        # Where nothing stands in the spare nothing can be in the way, and two processes may write to it.
        self._is_spare_new = not places.has_folder(there.spare)
        if ahead and self._is_spare_new and not self._live.files:
            self._draft = self._begin()
            ahead.open(there.spare, time)

    def run(self, outputs: Generator[Asked]) -> tuple[Published | None, tuple[Diagnostic, ...]]:
        """Publish the outputs; T605 or T606 for the first address that cannot stand."""
        addresses = Addresses()
        try:
            with closing(outputs):  # nobody is to write any more when this is over, however it ends
                for each in outputs:
                    stops = addresses.take(
                        each.path, is_known=bool(self._remembered and each.path in self._remembered.files)
                    )
                    if stops:
                        return None, stops
                    self._take(each)
            return self._finish(), ()
        except OSError as error:
            _give_room_back(self._there, error)
            raise

    def _see_live(self) -> Tree:
        """Return what the live tree holds; it is read file by file only where it does not look as remembered.

        This comes first, because the bytes of what is as it was are taken from the live tree and from nowhere else.
        """
        if self._remembered and look.is_as_remembered(self._there.site, self._remembered):
            return self._remembered
        return look.survey(self._there.site, self._remembered)

    def _take(self, asked: Asked) -> None:
        if isinstance(asked, Written) and self._draft:
            self._digests[asked.path] = asked.file.digest
            self._written += 1
            self._draft.note(asked.path, asked.file)
        elif not isinstance(asked, Written):
            self._compare(asked)

    def _compare(self, asked: Output | Kept) -> None:
        now = self._live.files.get(asked.path)
        self._left.discard(asked.path)
        if isinstance(asked, Kept):
            stands = now is not None and now.digest == asked.digest
            data = None if stands else draw(asked)
            digest = asked.digest if data is None else look.digest(data)
        else:
            data, digest = asked.data, look.digest(asked.data)
        self._digests[asked.path] = digest
        if now is not None and now.digest == digest and self._time in (None, now.time):
            self._same[asked.path] = now
            return
        self._written += 1
        if self._draft is None:
            self._draft = self._begin()
        read = self._reader(asked.path, digest) if data is None else lambda: data
        self._draft.put(Wanted(asked.path, digest, read, self._time_of(asked.path, digest)))

    def _reader(self, path: str, digest: str) -> Callable[[], bytes]:
        def read() -> bytes:
            data = (self._there.site / path).read_bytes()
            if look.digest(data) != digest:
                self._distrust(path)
                raise OSError(errno.EIO, os.strerror(errno.EIO), path)
            return data

        return read

    def _distrust(self, path: str) -> None:
        """Note that a live file was changed by hand under the look of before; the next publish writes it anew."""
        files = {**self._live.files, path: self._live.files[path]._replace(digest="")}
        manifest.save(self._there.own, self._there.site, replace(self._live, files=files))

    def _wanted_as_it_is(self, path: str) -> Wanted:
        digest = self._same[path].digest
        return Wanted(path, digest, self._reader(path, digest), self._time_of(path, digest))

    def _copy(self, paths: Sequence[str]) -> list[tuple[str, File]]:
        """Write what does not differ to a new spare."""
        return [(path, write_apart(self._there.spare, self._wanted_as_it_is(path))) for path in paths]

    def _time_of(self, path: str, digest: str) -> int | None:
        """Return the time that a file should have: the one asked for, else that of the same file in the live tree."""
        file = self._live.files.get(path)
        return file.time if self._time is None and file and file.digest == digest else self._time

    def _begin(self) -> Draft:
        """Take the spare, to bring it level."""
        there = self._there
        if not places.has_folder(there.spare):
            there.spare.unlink(missing_ok=True)
            there.spare.mkdir()
        known = manifest.load(there.own, there.spare)
        if known is None or not look.is_as_remembered(there.spare, known):
            known = look.survey(there.spare, known)
        manifest.withdraw(there.own, there.spare)
        return Draft(there.spare, known)

    def _finish(self) -> Published:
        """Swap where anything differs; else nothing was written, but for a manifest that did not fit any more."""
        published = Published(self._written, len(self._left), len(self._same), self._digests)
        if self._draft is None and not self._left and _is_tidy(self._live) and places.has_folder(self._there.site):
            if self._live is not self._remembered:
                manifest.save(self._there.own, self._there.site, self._live)
            return published
        self._put_up(self._draft or self._begin())
        return published

    def _put_up(self, draft: Draft) -> None:
        there = self._there
        lacking = draft.adopt(self._same)
        if self._is_spare_new:
            parts = [lacking[at : at + _AT_A_TIME] for at in range(0, len(lacking), _AT_A_TIME)]
            for copied in crew.spread(self._copy, parts):
                for each in copied:
                    draft.note(*each)
        else:
            for path in lacking:
                draft.put(self._wanted_as_it_is(path))
        tree = draft.finish()
        disk.flush(there.spare)
        manifest.save(there.own, there.spare, tree)
        renames.put_up(there)
        # The new site stands: what cannot be tidied up now is no fault of it.
        with suppress(OSError):
            manifest.forget_others(there.own, there.site, there.spare)


def _is_tidy(tree: Tree) -> bool:
    """Tell whether a tree holds nothing strange, no folder too many, and none that is closed to anybody."""
    return (
        not tree.strange
        and tree.folders.keys() == folders_of(tree.files)
        and all(look.is_open(each.mode) for each in tree.folders.values())
    )


def _give_room_back(there: Places, error: OSError) -> None:
    """Remove the half-written spare from a full disk; the next build makes it anew."""
    if error.errno in faults.FULL:
        import shutil  # noqa: PLC0415  # as in `renames`

        shutil.rmtree(there.spare, ignore_errors=True)
