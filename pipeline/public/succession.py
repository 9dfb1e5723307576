"""Who was certified again: 前次 ties a person's records together; homonyms are never tied.

In: the openings of the programmes that are out. Out: for each record the later one that counts, and the earlier one.
A record that was left (已取消资格, 已退出) is tied to no other: a line without a name must not lead to one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.model import Programme
from pipeline.public.decisions import Record
from pipeline.public.opening import Opening
from pipeline.public.views import HOLDING

Name = tuple[str, str]
Row = tuple[Programme, Opening]


@dataclass(frozen=True, slots=True)
class Succession:
    """`rows`: certified records by (slug, id). `parents`: the record that 前次 names; `children`: the other way."""

    rows: Mapping[Name, Row]
    parents: Mapping[Name, Name]
    children: Mapping[Name, tuple[Name, ...]]

    def again(self, name: Name) -> Record | None:
        """Return the latest certification of the same holder after this one; None where this one is it, or was left."""
        if name not in self.children or not self._holds(name):
            return None
        later = self.later(name, self._holds)
        return self._record(max(later, key=self._age)) if later else None

    def before(self, name: Name) -> Record | None:
        """Return the nearest earlier certification of the same holder."""
        if name not in self.parents:
            return None
        seen, following = {name}, self.parents.get(name) if self._holds(name) else None
        while following is not None and following not in seen:
            if self._holds(following):
                return self._record(following)
            seen.add(following)
            following = self.parents.get(following)
        return None

    def later(self, name: Name, counts: Callable[[Name], bool]) -> list[Name]:
        """Return the records of the same holder after this one for which `counts` is true."""
        if name not in self.children:
            return []
        found, waiting = {name}, [name]
        while waiting:
            for child in self.children.get(waiting.pop(), ()):
                if child not in found:
                    found.add(child)
                    waiting.append(child)
        return [each for each in sorted(found - {name}) if counts(each)]

    def _holds(self, name: Name) -> bool:
        return name in self.rows and self.rows[name][1].standing.stage in HOLDING

    def _age(self, name: Name) -> tuple[date, Name]:
        return self.rows[name][1].standing.certified_on or date.min, name

    def _record(self, name: Name) -> Record:
        programme, opening = self.rows[name]
        standing = opening.standing
        return Record(name[0], programme.name, standing.certificate_number or "", standing.certified_on or date.min)


def succession(rows: Iterable[Row]) -> Succession:
    """Return how the records hang together; `rows` are the candidates of the programmes that are out."""
    certified = {
        (programme.slug, opening.submission.id): (programme, opening)
        for programme, opening in rows
        if opening.standing.certified_on is not None
    }
    parents = {
        name: previous
        for name, row in certified.items()
        if row[1].submission.previous
        and (previous := _previous(row[1])) in certified
        and _is_earlier(certified[previous], row)
    }
    children: dict[Name, list[Name]] = defaultdict(list)
    for name, previous in parents.items():
        children[previous].append(name)
    return Succession(certified, parents, {name: tuple(each) for name, each in children.items()})


def _is_earlier(previous: Row, row: Row) -> bool:
    """Tell whether 前次 ties the two: of one series, and certified one after the other."""
    before, after = (each.standing.certified_on or date.max for _, each in (previous, row))
    return previous[0].series == row[0].series and before < after


def _previous(opening: Opening) -> Name:
    slug, _, id_ = (opening.submission.previous or "").partition("/")
    return slug, id_
