"""A programme's form, blank and to be filled in: the page, its files, and the measures of its table as a stylesheet.

The measures cannot stand in the page itself: the page allows no style of its own.
"""

from collections.abc import Iterator

from pipeline.pages import addresses, changed, filling
from pipeline.pages.metadata import Meta, columns_of
from pipeline.pages.page import Code, FormFile, Page
from pipeline.pages.parts import Frame, brief
from pipeline.public.types import PublicProgramme

_KINDS = ("pdf", "docx")


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Page | FormFile | Code]:
    """Yield the form's stylesheet, its files and its page."""
    style = addresses.form_style(programme.slug)
    yield Page(style, "assets/form.css", {"layout": programme.form.layout})
    files = tuple(_files(programme, frame))
    yield from files
    web = addresses.public(frame.url, addresses.form(programme.slug))
    code = addresses.form_code(programme.slug) if web else ""
    if code:
        yield Code(code, web)
    title, pages = programme.form.title, pages_of(programme)
    data: dict[str, object] = {
        "site": frame,
        "meta": Meta(
            title,
            f"{title}，空白表，可打印成{pages} A4 纸填写。",
            columns_of(programme.terms)["form"],
            keywords=(programme.name,),
        ),
        "programme": brief(programme),
        "form": programme.form,
        "pages": pages,
        "form_style": style,
        "code": code,
        "form_files_at": tuple(each.path for each in files),
        "controls": filling.controls(programme.form.fields),
        "script_data": filling.script_data(programme),
        "deadline": programme.deadline,
        "deadline_time": programme.deadline_time,
        "materials": programme.materials,
        "deadline_passed": programme.deadline is not None and frame.as_of > programme.deadline,
    }
    yield Page(addresses.form(programme.slug), "pages/form.html", data, changed=changed.form(programme, frame.as_of))


def pages_of(programme: PublicProgramme) -> str:
    """Return on how many pages of paper the form is printed, in words."""
    layout = programme.form.layout
    count = len(layout.pages) + (layout.cover is not None)
    return "一页" if count == 1 else f"{count}页"


def _files(programme: PublicProgramme, frame: Frame) -> Iterator[FormFile]:
    place = addresses.form(programme.slug)
    notes, own = (frame.banner,) if frame.banner else (), frame.typesetting.system_fonts
    for kind in _KINDS:
        path = addresses.form_file(programme.slug, kind)
        yield FormFile(path, programme.form, programme.slug, addresses.public(frame.url, place), notes, own)
