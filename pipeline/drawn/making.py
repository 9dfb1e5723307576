"""The files of one build, one by one: drawn and searched, or kept as they stand.

In: a drawing, the guard, the output folder. Out: what `publish` is asked for, and findings. Must not know any page.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pipeline import compress, crew, leaks
from pipeline.diagnostics import Diagnostic, stops
from pipeline.drawn.before import Before, Sheet, keep, recall
from pipeline.outputs import Output
from pipeline.pages import Planned
from pipeline.public.guard import Guard
from pipeline.publish import AbandonError, Ahead, Asked, Kept, Published, Written
from pipeline.render import Drawing

_AT_A_TIME = 16

Files = tuple[Planned, ...]


class _Made(NamedTuple):
    """What came of one planned file: its files, or the digest of the one that stands; and all findings.

    `sheet` is what the next build is to know of it, None for what is drawn every time. It comes from another process,
    so it is small.
    """

    path: str
    files: tuple[Output | Written, ...]
    findings: tuple[Diagnostic, ...]
    sheet: Sheet | None
    digest: str = ""


class Making:
    """One run over a drawing. `strict`: a warning stops it too; `compressed`: texts come with compressed copies.

    `ahead`: a second process may write what it finds clean.
    """

    def __init__(self, drawing: Drawing, guard: Guard, output: Path, *, strict: bool, compressed: bool) -> None:
        self.ahead = Ahead()
        self._drawing = drawing
        self._guard = guard
        self._search = leaks.Search(guard)
        self._strict = strict
        self._compressed = compressed
        # Compressed copies are made of bytes, which nobody has of a file that is not drawn.
        self._before = Before() if compressed else recall(drawing.templates(), output, guard)
        self._sheets: dict[str, Sheet] = {}

    def outputs(self, found: list[Diagnostic], told: Callable[[int, int], None]) -> Iterator[Asked]:
        """Yield every file, with its findings added to `found`; `told` hears how many files are done, of how many.

        Raises AbandonError at the end where one of them stops the build; from there on no more is yielded, only found.
        """
        stopped = False
        done, every = 0, len(self._drawing.order)
        with closing(self._all()) as parts:  # so that the second process ends with this
            for some in parts:
                done += len(some)
                told(done, every)
                for made in some:
                    found += made.findings
                    stopped = stopped or stops(made.findings, self._strict)
                    if made.sheet and not made.findings:
                        self._sheets[made.path] = made.sheet
                    if not stopped:
                        yield from self._given(made)
        if stopped:
            raise AbandonError

    def _all(self) -> Generator[list[_Made]]:
        """Yield every file; most stand after one change, and to see that costs less than to begin a second process."""
        yield from map(self._make, ((each,) for each in self._drawing.first))
        standing, small, large = self._sorted_out()
        yield standing
        parts = [(each,) for each in large] + [small[at : at + _AT_A_TIME] for at in range(0, len(small), _AT_A_TIME)]
        yield from crew.spread(self._make, parts)

    def _sorted_out(self) -> tuple[list[_Made], Files, Files]:
        """Return what stands, and the small and large files that are to be drawn or searched."""
        small, large = self._drawing.small, self._drawing.large
        if self._before.search or not self._before.sheets:
            return [], small, large
        standing = {each.path: self._standing(each, self._drawing.key(each)) for each in (*large, *small)}
        lacking = [tuple([each for each in some if standing[each.path] is None]) for some in (small, large)]
        return [each for each in standing.values() if each], lacking[0], lacking[1]

    def _given(self, made: _Made) -> Iterator[Asked]:
        yield from made.files
        if made.digest:
            yield Kept(made.path, made.digest, partial(self._again, made.path))

    def keep(self, published: Published) -> None:
        """Let the next build know of the files, which stand now."""
        keep(self._before, self._guard, self._sheets, published.digests)

    def _make(self, some: Sequence[Planned]) -> list[_Made]:
        return [self._one(each) for each in some]

    def _one(self, planned: Planned) -> _Made:
        key = self._drawing.key(planned)
        standing = self._standing(planned, key)
        if standing is not None:
            return standing
        drawn = self._drawing.draw(planned)
        if drawn.output is None:
            return _Made(planned.path, (), drawn.findings, None)
        findings = (*drawn.findings, *self._search.look(drawn.output))
        files = compress.family(drawn.output) if self._compressed else (drawn.output,)
        written = files if findings else tuple([self.ahead.write(each) or each for each in files])
        sheet = Sheet(key, len(drawn.output.data), drawn.asked) if key else None
        return _Made(planned.path, written, findings, sheet)

    def _standing(self, planned: Planned, key: str) -> _Made | None:
        found = self._before.find(planned.path, key, self._drawing.sizes) if key else None
        if found is None:
            return None
        self._drawing.stands(planned, found.sheet.size)
        return _Made(planned.path, (), found.findings, found.sheet, found.sheet.digest)

    def _again(self, path: str) -> bytes:
        """Draw a file that does not stand after all; it has the bytes that were searched."""
        planned = next(each for each in self._drawing.order if each.path == path)
        drawn = self._drawing.draw(planned).output
        if drawn is None:
            raise FileNotFoundError(path)
        return drawn.data
