"""Pages, and lines of lists, that differ in a few texts only: what draws them is gone through once.

In: pages and lines with a stencil, how they are drawn. Out: the same as if each had been drawn. Must not know what
stands on a page.

A template may do with such a text what cannot be done without knowing it; then there is no stencil, and each is drawn.
Whether all that the shipped templates do to them is to print them, a test compares.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from markupsafe import Markup, escape

from pipeline.pages import Page, rows
from pipeline.pages.rows import AnyLine
from pipeline.render.environment import as_code

# A text is printed, or drawn as a QR code where its number is followed by a mark.
_SLOT = re.compile(r"\0(\d+)(#?)\0")


class Cut:
    """What is drawn of a stencil, cut at its slots; in UTF-8, as it goes out, so that it is encoded once."""

    def __init__(self, drawn: str) -> None:
        parts = _SLOT.split(drawn)
        self._parts = [each.encode() for each in parts[::3]]
        self._slots = tuple((int(number), bool(mark)) for number, mark in zip(parts[1::3], parts[2::3], strict=True))

    def fill(self, texts: Sequence[str]) -> bytes:
        """Return it with the texts in their slots."""
        written = escape("\0".join(texts)).encode().split(b"\0")
        filled = [b""] * (2 * len(self._slots) + 1)
        filled[::2] = self._parts
        filled[1::2] = [as_code(texts[number]) if drawn else written[number] for number, drawn in self._slots]
        return b"".join(filled)


class Stencils:
    """Draws pages by what is cut once. `draw` draws a stencil's data for a page as it would the page's own."""

    def __init__(self, draw: Callable[[Page, Mapping[str, object]], str]) -> None:
        self._draw = draw
        # By identity, for a stencil is one for all its pages; the pages keep it.
        self._cut: dict[int, Cut | None] = {}

    def fill(self, page: Page) -> bytes | None:
        """Return the page, None where it has to be drawn."""
        if page.stencil is None:
            return None
        name = id(page.stencil)
        if name not in self._cut:
            self._cut[name] = _cut(self._draw, page, page.stencil)
        cut = self._cut[name]
        return cut.fill(page.texts) if cut else None


class Lines:
    """Draws the lines of lists: `draw` of a line and more, a macro, is called once for all lines of one look."""

    def __init__(self) -> None:
        self._cut: dict[tuple[object, ...], dict[tuple[object, ...], Cut | None]] = {}

    def fill(
        self, link: Callable[[str], object], lines: Iterable[AnyLine], draw: Callable[..., Markup], *more: object
    ) -> Markup:
        """Return the lines; `link` gives the way to a certificate."""
        known = self._cut.setdefault((getattr(draw, "name", ""), *more), {})
        return Markup(b"".join([self._line(link, line, draw, more, known) for line in lines]).decode())

    def _line(
        self,
        link: Callable[[str], object],
        line: AnyLine,
        draw: Callable[..., Markup],
        more: tuple[object, ...],
        known: dict[tuple[object, ...], Cut | None],
    ) -> bytes:
        own = rows.own(line)
        if own is None:
            return draw(line, *more).encode()
        look, (number, named, certificate, *cells) = own
        if look not in known:
            known[look] = _cut(draw, rows.stencil(line), *more)
        cut = known[look]
        if cut is None:
            return draw(line, *more).encode()
        way = str(link(certificate)) if certificate else ""
        return cut.fill((number, named, way, *cells))


def _cut(draw: Callable[..., str], *given: object) -> Cut | None:
    """Return what is drawn of a stencil; None where a template needs to know a text."""
    try:
        return Cut(draw(*given))
    except Exception:  # whatever is wrong will be told of what is drawn instead
        return None
