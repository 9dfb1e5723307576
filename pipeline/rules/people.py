"""Rules across candidates: who may be the same person, and whose name can be put in order.

In: a site or a programme. Out: findings.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pipeline import strokes
from pipeline.diagnostics import Diagnostic, finding
from pipeline.model import ListOrder, Programme, Site, Submission
from pipeline.stages import Stage, derive

_OUT = (Stage.WITHDRAWN, Stage.NOT_RECOMMENDED, Stage.NOT_CERTIFIED)
_BY_STROKES = (ListOrder.SURNAME_STROKES, ListOrder.NAME_STROKES, ListOrder.ASSOCIATION)


def duplicate_is_used_once(programme: Programme) -> Iterator[Diagnostic]:
    """A value of a 查重 field must stand in one file only; withdrawn and rejected candidates are not counted."""
    counted = _counted(programme)
    for field in programme.roles.duplicates:
        pairs = ((each, _plain(each.values.get(field))) for each in counted)
        for each, other in _repeated(pairs):
            yield finding("R420", each.at(field), field=field, other=other.at(field))


def name_and_unit_differ(programme: Programme) -> Iterator[Diagnostic]:
    """Two files with the same name and the same unit may be one person; homonyms are never merged."""
    name, unit = programme.roles.name, programme.roles.unit
    pairs = (
        (each, _plain(each.values.get(name)) + "\n" + _plain(each.values.get(unit or "")))
        for each in _counted(programme)
        if _plain(each.values.get(name))
    )
    for each, other in _repeated(pairs):
        yield finding("R421", each.at(name), other=other.at(name))


def name_has_strokes(site: Site) -> Iterator[Diagnostic]:
    """Where a list goes by strokes, every character of a name must have its stroke order."""
    table = site.strokes or strokes.load_table()
    for programme in site.programmes:
        if programme.order not in _BY_STROKES:
            continue
        name = programme.roles.name
        for each in programme.submissions:
            for character in strokes.missing(str(each.values.get(name, "")), table):
                yield finding("R430", each.at(name), point=f"U+{ord(character):04X}")


def previous_is_there(site: Site) -> Iterator[Diagnostic]:
    """前次 must name an earlier file as `<programme>/<id>`, and following it must not lead back to the same file.

    It ties two files only where the earlier one was certified, in the same series, and before this one.
    """
    files = {f"{each.slug}/{submission.id}": submission for each in site.programmes for submission in each.submissions}
    series = {each.slug: each.series for each in site.programmes}
    for own, each in files.items():
        if each.previous is None or not each.sound:
            continue
        if each.previous not in files or each.previous == own:
            yield finding("R431", each.at("前次"))
        elif own in _before(files, each.previous):
            yield finding("R432", each.at("前次"), other=files[each.previous].document.path)
        elif series[own.partition("/")[0]] != series[each.previous.partition("/")[0]]:
            yield finding("R436", each.at("前次"))
        elif not _is_later(each, files[each.previous]):
            yield finding("R437", each.at("前次"), other=files[each.previous].document.path)


def _is_later(submission: Submission, previous: Submission) -> bool:
    """Tell whether the earlier file was certified, and before this one if this one was."""
    own, before = (derive(each.events, each.opinions, date.max).certified_on for each in (submission, previous))
    return before is not None and (own is None or before < own)


def _before(files: Mapping[str, Submission], name: str | None) -> set[str]:
    """Return the names of the file and of all that 前次 leads to from there."""
    seen: set[str] = set()
    while name is not None and name in files and name not in seen:
        seen.add(name)
        name = files[name].previous
    return seen


def _counted(programme: Programme) -> tuple[Submission, ...]:
    return tuple(
        each for each in programme.submissions if derive(each.events, each.opinions, date.max).stage not in _OUT
    )


def _repeated(pairs: Iterable[tuple[Submission, str]]) -> Iterator[tuple[Submission, Submission]]:
    first: dict[str, Submission] = {}
    for each, key in pairs:
        if not key.strip():
            continue
        other = first.setdefault(key, each)
        if other is not each:
            yield each, other


def _plain(value: object) -> str:
    return re.sub(r"[\s\-—－()（）]", "", str(value or "")).casefold()
