"""A series in numbers: by category, by association, by year; each person or unit counts once.

In: the certified of all batches of a series and who was certified again. Out: PublicStatistics. Numbers only: nobody's
name, nobody's reasons. Nothing of after the day counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from pipeline import stages, terms
from pipeline.model import Programme
from pipeline.public.decisions import Count, PublicStatistics
from pipeline.public.opening import Opening
from pipeline.public.succession import Name, Succession
from pipeline.public.values import category_on
from pipeline.public.views import HOLDING
from pipeline.stages import Stage


def statistics(programmes: Iterable[Programme], tied: Succession, as_of: date) -> Iterator[PublicStatistics]:
    """Yield the numbers of every series that ever certified anybody, in the order of the programmes."""
    by_series: dict[str, list[Programme]] = {}
    for each in programmes:
        by_series.setdefault(each.series, []).append(each)
    for series, batches in by_series.items():
        slugs = {each.slug for each in batches}
        counting = _Counting(tied, [name for name in tied.rows if name[0] in slugs], as_of)
        if counting.names:
            yield PublicStatistics(
                series=series,
                terms=terms.of_programme(batches[0]),
                categories=tuple(counting.by(counting.category, (c.name for each in batches for c in each.categories))),
                associations=tuple(
                    counting.by(counting.association, (a.name for each in batches for a in each.associations))
                ),
                years=tuple(counting.years()),
            )


class _Counting:
    """The records of one series on one day."""

    def __init__(self, tied: Succession, names: list[Name], as_of: date) -> None:
        self.names = names
        self._tied = tied
        self._as_of = as_of
        self._latest = [name for name in names if not self._is_followed(name, as_of)]

    def by(self, word_of: Callable[[Name], str], words: Iterable[str]) -> Iterator[Count]:
        """Yield a count for each word in turn that anybody falls under."""
        certified: Counter[str] = Counter()
        in_office: Counter[str] = Counter()
        for name in self._latest:
            word = word_of(name)
            certified[word] += 1
            in_office[word] += self._opening(name).standing.stage is Stage.IN_OFFICE
        for word in dict.fromkeys(words):
            if certified[word]:
                yield Count(word, certified[word], in_office[word])

    def years(self) -> Iterator[Count]:
        """Yield each year from the first 认定 to the last in which the numbers changed.

        A year in which nothing happened yet is no row: pages change on days that something explains.
        """
        first = min(self._certified_on(name) for name in self.names).year
        rows = [self._year(year) for year in range(first, self._as_of.year + 1)]
        while len(rows) > 1 and not rows[-1].certified and rows[-1].in_office == rows[-2].in_office:
            rows.pop()
        yield from rows

    def category(self, name: Name) -> str:
        """Return the category of a record."""
        programme, opening = self._tied.rows[name]
        return category_on(opening.submission, programme, self._as_of)

    def association(self, name: Name) -> str:
        """Return the association that recommended a record."""
        return self._tied.rows[name][1].submission.association or ""

    def _year(self, year: int) -> Count:
        end = min(date(year, 12, 31), self._as_of)
        serving = [name for name in self.names if self._stage(name, end) is Stage.IN_OFFICE]
        certified = [name for name in self.names if self._certified_on(name).year == year]
        return Count(str(year), len(certified), sum(not self._is_followed(name, end) for name in serving))

    def _is_followed(self, name: Name, day: date) -> bool:
        if name not in self._tied.children or self._stage(name, day) not in HOLDING:
            return False
        return bool(self._tied.later(name, lambda other: self._stage(other, day) in HOLDING))

    def _certified_on(self, name: Name) -> date:
        return self._opening(name).standing.certified_on or date.max

    def _stage(self, name: Name, day: date) -> Stage | None:
        """Return where the record stood on the day, None before its 认定; folds events only where it must."""
        opening = self._opening(name)
        standing = opening.standing
        if self._certified_on(name) > day:
            return None
        if standing.since is not None and standing.since <= day:
            return standing.stage
        return stages.derive(opening.submission.events, opening.submission.opinions, day).stage

    def _opening(self, name: Name) -> Opening:
        return self._tied.rows[name][1]
