"""A finding that does not know its file yet.

In: a code, an index into the text. Out: the finding with line and column. Must not know why it was found.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.diagnostics import Diagnostic, Location, finding

WHOLE = -1


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


def placed(faults: Iterable[Fault], path: str, text: str) -> tuple[Diagnostic, ...]:
    """Return the faults as findings of the file `path`."""
    findings: list[Diagnostic] = []
    line, counted = 1, 0
    for each in sorted(faults, key=lambda fault: fault.index):
        where = Location(path)
        if each.index != WHOLE:
            line += text.count("\n", counted, each.index)
            counted = each.index
            where = Location(path, line, each.index - text.rfind("\n", 0, each.index))
        findings.append(finding(each.code, where, **dict(each.params)))
    return tuple(findings)
