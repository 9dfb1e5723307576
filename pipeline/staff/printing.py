"""Documents for staff are set as PDF; whoever cannot be set is left out and named, the rest goes on.

In: items, how they are drawn, the site's fonts. Out: a PDF and findings. Must not know what an item is.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.model import Site
from pipeline.paper.typeset import OFFICE, PACKAGED, Fonts, TypesettingError, UnprintableError

_OWN, _OWN_AND_SYSTEM = "自带字体", "自带字体和本机字体"

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Press(Generic[Item]):
    """How items become one PDF: `template` is its path among templates; what an item says, the place of its file."""

    template: str
    draw: Callable[[Sequence[Item], Fonts], bytes]
    said: Callable[[Item], Iterable[str]]
    where: Callable[[Item], Location]


def fonts_of(site: Site) -> Fonts:
    """Return the fonts that the site's documents are set in (排版)."""
    return OFFICE if site.typesetting.system_fonts else PACKAGED


def printed(press: Press[Item], items: Sequence[Item], fonts: Fonts) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the PDF of all that can be set; empty where nothing can.

    Findings: X933 for each item with a character that no font has, X938 where the template is wrong.
    """
    findings: list[Diagnostic] = []
    while items:
        try:
            return press.draw(items, fonts), tuple(findings)
        except TypesettingError:
            return b"", (*findings, at_template(press.template))
        except UnprintableError as error:
            bad = [each for each in items if set(error.characters) & set("".join(press.said(each)))]
            if not bad:  # a character of the template's own words
                return b"", (*findings, at_template(press.template))
            findings += (unprintable(press.where(each), fonts, error) for each in bad)
            items = [each for each in items if each not in bad]
    return b"", tuple(findings)


def unprintable(where: Location, fonts: Fonts, error: UnprintableError) -> Diagnostic:
    """Return X933 for a document that cannot be set for want of a character."""
    codes = "、".join(f"U+{ord(each):04X}" for each in error.characters)
    return finding("X933", where, characters=codes, fonts=_OWN_AND_SYSTEM if fonts.system else _OWN)


def at_template(template: str) -> Diagnostic:
    """Return X938 for a template that cannot be set."""
    return finding("X938", Location(f"site_templates/{template}"))
