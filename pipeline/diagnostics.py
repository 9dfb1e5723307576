"""A finding: where it is, which one it is, and what its words need to know.

In: a code of the catalogue, a place, named parameters. Out: comparable findings in a fixed order.
Must not know YAML, forms, terminals, or any submitted value: logs are public.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from pipeline.messages import CATALOGUE, words
from pipeline.messages.entry import Severity

Params = tuple[tuple[str, str], ...]

_MOST, _MORE = 100, "S249"


class Location(NamedTuple):
    """A place in the content: `path` relative to the root with `/`, `line` and `column` from 1 (0 = the whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


class Diagnostic(NamedTuple):
    """One finding. Sorts by place, then code; equal findings compare equal, so that lists of them can be asserted.

    `of_draft`: it stands in a draft, where nothing is graver than a warning.
    """

    where: Location
    code: str
    params: Params = ()
    of_draft: bool = False

    @property
    def severity(self) -> Severity:
        """How grave it is, by the catalogue."""
        severity = CATALOGUE[self.code].severity
        return Severity.WARNING if self.of_draft and severity is Severity.ERROR else severity

    def message(self, lang: str = "zh") -> str:
        """What is wrong, in one sentence; `lang` is `zh` or `en`."""
        return words(self.code, lang).message.format_map(dict(self.params))

    def hint(self, lang: str = "zh") -> str:
        """What to write instead; may be empty."""
        return words(self.code, lang).hint.format_map(dict(self.params))


def finding(code: str, where: Location, **params: object) -> Diagnostic:
    """Return the finding `code` at `where`; `params` fill its words and must never hold a submitted value."""
    return Diagnostic(where, code, tuple(sorted((key, str(value)) for key, value in params.items())))


def plain(found: Diagnostic) -> list[object]:
    """Return a finding as JSON can say it."""
    return [found.where.path, found.where.line, found.where.column, found.code, found.params, found.of_draft]


def of_plain(told: Iterable[Any]) -> Diagnostic:
    """Return the finding that `plain` told; raises ValueError or TypeError where it told of none."""
    path, line, column, code, params, of_draft = told
    known = tuple((str(name), str(value)) for name, value in params)
    return Diagnostic(Location(str(path), int(line), int(column)), str(code), known, bool(of_draft))


def few(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings of one file in order, of each error the first hundred, and one that says how many more.

    Nobody reads ten thousand lines, and they cost more than what they are about.
    """
    every = ordered(findings)
    if len(every) <= _MOST:
        return every
    seen: Counter[str] = Counter()
    kept: list[Diagnostic] = []
    next_of: dict[str, Location] = {}
    for each in every:
        seen[each.code] += 1
        if seen[each.code] <= _MOST or CATALOGUE[each.code].severity is not Severity.ERROR:
            kept.append(each)
        else:
            next_of.setdefault(each.code, each.where)
    more = (finding(_MORE, where, count=seen[code] - _MOST, kind=code) for code, where in next_of.items())
    return ordered((*kept, *more))


def ordered(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings by place and code, each once."""
    return tuple(sorted(set(findings)))


def stops(findings: Iterable[Diagnostic], strict: bool = False) -> bool:
    """Tell whether nothing may be written: an error, or under `strict` a warning."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(each.severity in grave for each in findings)
