"""The certified roster (认定名单) of a programme as PDF, in parts where it is long.

In: judged content, a programme, folders of templates. Out: documents and findings. They say what the public page says.
"""

from collections.abc import Iterator
from pathlib import Path

from pipeline import public
from pipeline.build import Judged
from pipeline.diagnostics import Diagnostic, Location
from pipeline.model import Programme
from pipeline.pages.parts import DEMONSTRATION
from pipeline.paper import official
from pipeline.paper.typeset import TypesettingError, UnprintableError
from pipeline.public.types import Holder
from pipeline.staff.exports import Document
from pipeline.staff.printing import at_template, fonts_of, unprintable

NAME = "认定名单"


def drawn(
    judged: Judged, programme: Programme, places: tuple[Path, ...], per_part: int
) -> Iterator[tuple[Document | None, tuple[Diagnostic, ...]]]:
    """Yield the roster, `per_part` lines a document; nothing where nobody was ever certified or the notice is not out.

    Findings: X933 for a part with a character that no font has, X938 where the office's own template is wrong.
    """
    view, _ = public.project(judged.site, judged.as_of)
    shown = next((each for each in view.programmes if each.slug == programme.slug), None)
    roster = shown.roster if shown else ()
    parts = [roster[start : start + per_part] for start in range(0, len(roster), per_part)]
    issue = official.Issue(view.typesetting, judged.as_of, DEMONSTRATION if view.demonstration else "")
    for number, holders in enumerate(parts, 1):
        told = f"第{number}部分，共{len(parts)}部分" if len(parts) > 1 else ""
        try:
            made = official.roster_pdf(shown, issue, places, holders, told) if shown else None
        except UnprintableError as error:
            where = Location(f"content/programmes/{programme.slug}/submissions")
            yield None, (unprintable(where, fonts_of(judged.site), error),)
        except TypesettingError:
            yield None, (at_template(official.ROSTER),)
        else:
            yield Document(_name(holders, len(parts)), made.data) if made else None, ()


def _name(holders: tuple[Holder, ...], parts: int) -> str:
    span = f"（{holders[0].number:04}—{holders[-1].number:04}）" if parts > 1 else ""
    return f"{NAME}{span}.pdf"
