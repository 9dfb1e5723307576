"""Pages that differ in a few texts only: the template is gone through once, each page then costs its own texts.

In: pages with a stencil, how a page is drawn. Out: bytes, the same as if each had been drawn. Must not know what stands
on a page.

A template may do with such a text what cannot be done without knowing it; then there is no stencil, and each page is
drawn. Whether all that the shipped templates do to them is to print them, a test compares.
"""

import re
from collections.abc import Callable, Mapping

from markupsafe import escape

from pipeline.pages import Page

_SLOT = re.compile(rb"\0(\d+)\0")
_Cut = tuple[tuple[bytes, ...], tuple[int, ...]]


class Stencils:
    """Draws pages by what is cut once. `draw` draws a stencil's data for a page as it would the page's own."""

    def __init__(self, draw: Callable[[Page, Mapping[str, object]], str]) -> None:
        self._draw = draw
        # By identity, for a stencil is one for all its pages; the pages keep it.
        self._cut: dict[int, _Cut | None] = {}

    def fill(self, page: Page) -> bytes | None:
        """Return the page, None where it has to be drawn."""
        if page.stencil is None:
            return None
        name = id(page.stencil)
        if name not in self._cut:
            self._cut[name] = self._make(page, page.stencil)
        cut = self._cut[name]
        if cut is None:
            return None
        texts = [escape(each).encode() for each in page.texts]
        parts, numbers = cut
        filled = [b""] * (2 * len(numbers) + 1)
        filled[::2], filled[1::2] = parts, [texts[each] for each in numbers]
        return b"".join(filled)

    def _make(self, page: Page, stencil: Mapping[str, object]) -> _Cut | None:
        """Return the parts between slots, and which slots; None where the template needs to know a text."""
        try:
            drawn = self._draw(page, stencil)
        except Exception:  # whatever is wrong will be told of the page that is drawn
            return None
        parts = _SLOT.split(drawn.encode())
        numbers = tuple(map(int, parts[1::2]))
        return (tuple(parts[::2]), numbers) if max(numbers, default=0) < len(page.texts) else None
