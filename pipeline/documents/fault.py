"""A finding that does not know its file yet.

In: a code, an index into the text. Out: the finding with line and column. Must not know why it was found.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.diagnostics import Diagnostic, Location, finding

WHOLE = -1
_MOST = 100


@dataclass(frozen=True, slots=True)
class Fault:
    """Code `code` at character `index` of the text (`WHOLE`: the file as such); `params` fill its words."""

    code: str
    index: int = WHOLE
    params: tuple[tuple[str, object], ...] = ()


def location(path: str, text: str, index: int) -> Location:
    """Return the place of character `index`, line and column counted in characters from 1."""
    return Location(path, line_number(text, index), index - text.rfind("\n", 0, index))


def line_number(text: str, index: int) -> int:
    """Return the line, from 1, that character `index` stands on."""
    return text.count("\n", 0, index) + 1


def few(faults: list[Fault]) -> list[Fault]:
    """Return the first hundred of each code, and for those beyond it one Y129 that says how many."""
    if len(faults) <= _MOST:
        return faults
    seen: Counter[str] = Counter()
    kept: list[Fault] = []
    next_of: dict[str, int] = {}
    for fault in sorted(faults, key=lambda each: each.index):
        seen[fault.code] += 1
        if seen[fault.code] <= _MOST:
            kept.append(fault)
        else:
            next_of.setdefault(fault.code, fault.index)
    return kept + [Fault("Y129", index, (("count", seen[code] - _MOST),)) for code, index in next_of.items()]


def placed(faults: Iterable[Fault], path: str, text: str) -> tuple[Diagnostic, ...]:
    """Return the faults as findings of the file `path`, not too many of one code."""
    findings: list[Diagnostic] = []
    line, counted = 1, 0
    for each in sorted(few(list(faults)), key=lambda fault: fault.index):
        where = Location(path)
        if each.index != WHOLE:
            line += text.count("\n", counted, each.index)
            counted = each.index
            where = Location(path, line, each.index - text.rfind("\n", 0, each.index))
        findings.append(finding(each.code, where, **dict(each.params)))
    return tuple(findings)
