"""A programme's form, blank and to be filled in: the page, its files, and the measures of its table as a stylesheet.

The measures cannot stand in the page itself: the page allows no style of its own.
"""

from collections.abc import Iterator

from pipeline.pages import addresses, filling
from pipeline.pages.page import FormFile, Page
from pipeline.pages.parts import Frame, brief
from pipeline.public.types import PublicProgramme

_KINDS = ("docx",)


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Page | FormFile]:
    """Yield the form's stylesheet, its files and its page."""
    style = addresses.form_style(programme.slug)
    yield Page(style, "assets/form.css", {"layout": programme.form.layout})
    files = tuple(_files(programme, frame))
    yield from files
    data: dict[str, object] = {
        "site": frame,
        "programme": brief(programme),
        "form": programme.form,
        "form_style": style,
        "form_files_at": tuple(each.path for each in files),
        "controls": filling.controls(programme.form.fields),
        "script_data": filling.script_data(programme),
        "deadline": programme.deadline,
        "deadline_passed": programme.deadline is not None and frame.as_of > programme.deadline,
    }
    yield Page(addresses.form(programme.slug), "pages/form.html", data)


def _files(programme: PublicProgramme, frame: Frame) -> Iterator[FormFile]:
    place = addresses.form(programme.slug)
    notes = (frame.banner,) if frame.banner else ()
    for kind in _KINDS:
        path = addresses.form_file(programme.slug, kind)
        yield FormFile(path, programme.form, programme.slug, addresses.public(frame.url, place), notes)
