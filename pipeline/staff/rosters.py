"""The certified roster (认定名单) of a programme, or a round (公示), as PDF, in parts where it is long.

In: judged content, a programme, folders of templates. Out: documents and findings. They say what the public page says.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import public
from pipeline.build import Judged
from pipeline.diagnostics import Diagnostic, Location
from pipeline.model import Programme
from pipeline.pages.parts import DEMONSTRATION
from pipeline.paper import official
from pipeline.paper.typeset import TypesettingError, UnprintableError
from pipeline.public.types import Holder, PublicProgramme, PublicRound, RoundEntry
from pipeline.staff.exports import Document
from pipeline.staff.printing import at_template, fonts_of, unprintable

NAME, ROUND = "认定名单", "拟认定名单公示"


def rounds(judged: Judged, programme: Programme) -> tuple[date, ...]:
    """Return the days of the programme's rounds that the public sees."""
    shown, _ = _shown(judged, programme)
    return tuple(each.on for each in shown.rounds) if shown else ()


def drawn(
    judged: Judged, programme: Programme, places: tuple[Path, ...], per_part: int, of_round: date | None = None
) -> Iterator[tuple[Document | None, tuple[Diagnostic, ...]]]:
    """Yield the roster, or the publicity notice of the round of that day, `per_part` lines a document.

    Nothing where nobody was ever certified or the notice is not out. Findings: X933 for a part with a character that
    no font has, X938 where the office's own template is wrong.
    """
    shown, issue = _shown(judged, programme)
    of_day = next((each for each in shown.rounds if each.on == of_round), None) if shown else None
    listed: tuple[Holder | RoundEntry, ...] = of_day.entries if of_day else ()
    if shown and of_round is None:
        listed = shown.roster
    parts = [listed[start : start + per_part] for start in range(0, len(listed), per_part)]
    name = f"{ROUND}-{of_round}" if of_round else NAME
    for number, lines in enumerate(parts, 1):
        told = f"第{number}部分，共{len(parts)}部分" if len(parts) > 1 else ""
        span = f"（{lines[0].number:04}—{lines[-1].number:04}）" if told else ""
        try:
            data = _part(shown, of_day, issue, places, lines, told)
        except UnprintableError as error:
            where = Location(f"content/programmes/{programme.slug}/submissions")
            yield None, (unprintable(where, fonts_of(judged.site), error),)
        except TypesettingError:
            yield None, (at_template(official.PUBLICITY if of_day else official.ROSTER),)
        else:
            yield Document(f"{name}{span}.pdf", data), ()


def _shown(judged: Judged, programme: Programme) -> tuple[PublicProgramme | None, official.Issue]:
    view, _ = public.project(judged.site, judged.as_of)
    shown = next((each for each in view.programmes if each.slug == programme.slug), None)
    return shown, official.Issue(view.typesetting, judged.as_of, DEMONSTRATION if view.demonstration else "")


def _part(  # noqa: PLR0913, PLR0917  # a document is all of these
    programme: Any, of_day: PublicRound | None, issue: official.Issue, places: tuple[Path, ...], lines: Any, told: str
) -> bytes:
    if of_day is None:
        return official.roster_pdf(programme, issue, places, lines, told).data
    return official.publicity_pdf(programme, of_day, issue, places, lines, told).data
