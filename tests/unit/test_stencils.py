"""Pages that are cut from a stencil are the pages that their template would draw."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline import pages, render
from pipeline.pages import Page, Slot
from pipeline.public.decisions import Cell
from pipeline.render.environment import environment, folders
from pipeline.render.stencils import Stencils
from tests.unit import public_fixture as public

HOSTILE = "<b>\"'&amp;{{ 7*191 }}\\1"


def _planned() -> list[Page]:
    """Return the pages with a stencil of a site whose certificates also hold markup, gaps, and other columns."""
    programme = public.programme()
    odd = (Cell("姓名", "姓名", HOSTILE), Cell("单位", HOSTILE, ""), Cell("职务", "职务", "&"))
    others = [replace(each, number=f"{each.number}-X", cells=odd) for each in programme.certificates]
    shown = public.site(replace(programme, certificates=(*programme.certificates, *others)))
    return [each for each in pages.plan(shown) if isinstance(each, Page) and each.stencil is not None]


def test_cut_pages_are_the_drawn_ones(tmp_path: Path) -> None:
    """A page is byte for byte the same with its stencil and without."""
    planned = _planned()
    assets = [each for each in pages.plan(public.site()) if each.path.startswith("assets/")]
    cut, cut_findings = render.all((*assets, *planned), tmp_path)
    drawn, findings = render.all((*assets, *(replace(each, stencil=None) for each in planned)), tmp_path)
    assert (cut, cut_findings) == (drawn, findings)
    assert len(cut) > len(planned) > 0


def test_lists_are_the_same_with_and_without(tmp_path: Path) -> None:
    """An office's folder of templates that changes none lets everything be drawn, and every page is as it was."""
    programme = public.programme(30)
    names = ["王", "王例", HOSTILE, "示例·买买提·吐尔逊江", ""]
    cells = [(Cell("姓名", "姓名", name), Cell("单位", "所在单位", "&")) for name in names]
    entries = programme.rounds[0].entries
    held = programme.roster
    odd = replace(
        programme,
        rounds=(replace(programme.rounds[0], entries=_with(entries, cells)), *programme.rounds[1:]),
        roster=_with(held, cells),
    )
    planned = pages.plan(public.site(odd))
    (tmp_path / "own").mkdir()
    cut, cut_findings = render.all(planned, public.root(tmp_path))
    drawn, findings = render.all(planned, public.root(tmp_path), tmp_path / "own")
    assert cut_findings == findings == ()
    assert {each.path: each.data for each in cut} == {each.path: each.data for each in drawn}


def _with(lines: tuple[Any, ...], cells: list[tuple[Cell, ...]]) -> tuple[Any, ...]:
    """Return the lines, the first of them with these cells."""
    return (*(replace(line, cells=each) for line, each in zip(lines, cells, strict=False)), *lines[len(cells) :])


def test_a_template_is_gone_through_once_for_all_that_look_alike(tmp_path: Path) -> None:
    """There are fewer stencils than pages, and no shipped template looks into what stands in the slots."""
    made = environment(folders(tmp_path, None))
    drawn: list[str] = []

    def draw(page: Page, data: object) -> str:
        drawn.append(page.path)
        given = {"link": lambda path: path, "asset": str, "common": lambda *_, **__: ""}
        return made.get_template(page.template).render(data, path=Slot(0), web=Slot(1), **given)

    planned = _planned()
    stencils = Stencils(draw)
    assert [each.path for each in planned if stencils.fill(each) is None] == []
    assert 1 < len(drawn) < len(planned)


def test_a_template_that_looks_into_a_text_gets_the_text() -> None:
    """Where a text decides about the page there is no stencil."""
    made = environment(())
    page = Page("a/1/index.html", "", {}, stencil={"name": Slot(2)}, texts=("a/1/index.html", "", "x"))
    for template in ('{{ "A" if name == "x" }}', "{{ name | length }}", '{{ name ~ "!" }}', "{{ name | upper }}"):
        stencils = Stencils(lambda _, data, template=template: made.from_string(template).render(data))  # type: ignore[misc]
        assert stencils.fill(page) is None
    printed = Stencils(lambda _, data: made.from_string("{{ name }}, {{ [name] | join }}").render(data))
    assert printed.fill(page) == b"x, x"


@pytest.mark.parametrize(
    "look", [str, hash, len, list, "{}".format, lambda slot: slot == "x", lambda slot: slot in {"x"}]
)
def test_a_slot_tells_nothing(look: Callable[[object], object]) -> None:
    """Whatever would need the text fails."""
    with pytest.raises(TypeError):
        look(Slot(2))
