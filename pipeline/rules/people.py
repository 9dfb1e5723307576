"""Rules across candidates: who may be the same person, and whose name can be put in order.

In: a site or a programme. Out: findings.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pipeline import strokes
from pipeline.diagnostics import Diagnostic, finding
from pipeline.model import ListOrder, Programme, Site, Submission
from pipeline.stages import EVENTS, Stage, derive

_OUT = frozenset({Stage.WITHDRAWN, Stage.NOT_RECOMMENDED, Stage.NOT_CERTIFIED})
_LEADING_OUT = frozenset(kind for kind, rule in EVENTS.items() if rule.to in _OUT)
_IGNORED = re.compile(r"[\s\-—－()（）]")
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
        (each, said + "\n" + _plain(each.values.get(unit or "")))
        for each in _counted(programme)
        if (said := _plain(each.values.get(name)))
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
        names = [(each, str(each.values.get(name, ""))) for each in programme.submissions]
        lacking = strokes.missing("".join({character for _, said in names for character in said}), table)
        for each, said in names if lacking else ():
            for character in strokes.missing(said, table):
                yield finding("R430", each.at(name), point=f"U+{ord(character):04X}")


def previous_is_there(site: Site) -> Iterator[Diagnostic]:
    """前次 must name an earlier file as `<programme>/<id>`, and following it must not lead back to the same file.

    It ties two files only where the earlier one was certified, in the same series, and before this one.
    """
    if all(submission.previous is None for each in site.programmes for submission in each.submissions):
        return
    files = {f"{each.slug}/{submission.id}": submission for each in site.programmes for submission in each.submissions}
    series = {each.slug: each.series for each in site.programmes}
    circling = _circling(files)
    for own, each in files.items():
        if each.previous is None or not each.sound:
            continue
        if each.previous not in files or each.previous == own:
            yield finding("R431", each.at("前次"))
        elif own in circling:
            yield finding("R432", each.at("前次"), other=files[each.previous].document.path)
        elif series[own.partition("/")[0]] != series[each.previous.partition("/")[0]]:
            yield finding("R436", each.at("前次"))
        elif not _is_later(each, files[each.previous]):
            yield finding("R437", each.at("前次"), other=files[each.previous].document.path)


def _is_later(submission: Submission, previous: Submission) -> bool:
    """Tell whether the earlier file was certified, and before this one if this one was."""
    own, before = (derive(each.events, each.opinions, date.max).certified_on for each in (submission, previous))
    return before is not None and (own is None or before < own)


def _circling(files: Mapping[str, Submission]) -> set[str]:
    """Return the names of the files from which 前次 leads back to the same file; each is followed once."""
    done: set[str] = set()
    circling: set[str] = set()
    for start in files:
        way: list[str] = []
        name: str | None = start
        while name is not None and name in files and name not in done:
            done.add(name)
            way.append(name)
            name = files[name].previous
        if name in way:
            circling.update(way[way.index(name) :])
    return circling


def _counted(programme: Programme) -> tuple[Submission, ...]:
    return tuple(each for each in programme.submissions if not is_out(each))


def is_out(submission: Submission) -> bool:
    """Tell whether the candidate was withdrawn or rejected in the end; most have no event that could lead there."""
    if not any([each.kind in _LEADING_OUT for each in submission.events]):
        return False
    return derive(submission.events, submission.opinions, date.max).stage in _OUT


def _repeated(pairs: Iterable[tuple[Submission, str]]) -> Iterator[tuple[Submission, Submission]]:
    first: dict[str, Submission] = {}
    for each, key in pairs:
        if not key.strip():
            continue
        other = first.setdefault(key, each)
        if other is not each:
            yield each, other


def _plain(value: object) -> str:
    return _IGNORED.sub("", str(value or "")).casefold()
