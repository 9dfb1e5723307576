"""A programme's form, blank and to be filled in: the page, and the measures of its table as a small stylesheet.

The measures cannot stand in the page itself: the page allows no style of its own.
"""

from collections.abc import Iterator

from pipeline.pages import addresses, filling
from pipeline.pages.page import Page
from pipeline.pages.parts import Frame, brief
from pipeline.public.types import PublicProgramme


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Page]:
    """Yield the form's stylesheet and its page."""
    style = addresses.form_style(programme.slug)
    yield Page(style, "assets/form.css", {"layout": programme.form.layout})
    data: dict[str, object] = {
        "site": frame,
        "programme": brief(programme),
        "form": programme.form,
        "form_style": style,
        "controls": filling.controls(programme.form.fields),
        "script_data": filling.script_data(programme),
        "deadline": programme.deadline,
        "deadline_passed": programme.deadline is not None and frame.as_of > programme.deadline,
    }
    yield Page(addresses.form(programme.slug), "pages/form.html", data)
