"""What stands as it would be drawn is not drawn again, and is searched as if it were."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

import pytest

from pipeline import build, cache, content, crew, public, publish
from pipeline import pages as planning
from pipeline.build import Result
from pipeline.pages import CalendarFile, JsonFile, Page, Table, TableFile
from pipeline.pages.later import Data, Rows
from pipeline.pages.rows import AnyLine, CertifiedLine, Line, Link, RosterLine
from pipeline.public.decisions import Cell, Honour, Period
from pipeline.public.guard import Withheld
from pipeline.render import Drawing, data, pages
from pipeline.render.keys import Keys, Sizes
from pipeline.terms import PERSON, UNIT
from tests import samples

DAY = date(2020, 12, 26)
PROGRAMME = "content/programmes/shili"
FILE = f"{PROGRAMME}/submissions/daxue/a-001.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return samples.write(tmp_path / "root")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of the pages that are drawn from now on."""
    monkeypatch.setattr(crew, "_has_a_hand", lambda: False)
    paths: list[str] = []
    draw = pages.Pages.draw

    def counted(self: pages.Pages, page: Page) -> object:
        paths.append(page.path)
        return draw(self, page)

    monkeypatch.setattr(pages.Pages, "draw", counted)
    return paths


def run(root: Path, day: date = DAY) -> Result:
    return build.build(root, root / "output", DAY, day)


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def pages_drawn(drawn: list[str]) -> list[str]:
    return [each for each in drawn if not each.startswith("assets/")]


def test_only_what_differs_is_drawn(root: Path, drawn: list[str]) -> None:
    """After a private text changed no page is drawn; after a public one, those that say it."""
    run(root)
    drawn.clear()
    edit(root, FILE, "13800000001", "13800000009")
    assert run(root).published == publish.Published(0, 0, len(files(root)))
    assert pages_drawn(drawn) == []
    edit(root, FILE, "科研处副处长", "科研处处长")
    written = run(root).published
    assert written is not None
    said = [path for path, data in files(root).items() if path.endswith(".html") and "科研处处长".encode() in data]
    assert said
    assert set(said) <= set(drawn)
    assert len(pages_drawn(drawn)) < len(files(root)) / 2


def test_tables_that_stand_are_not_drawn(root: Path, drawn: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A roster's files are drawn when a line of it changed; a page that is drawn tells the size of those that stand."""
    draw, made = data.draw, []

    def counted(file: TableFile | JsonFile | CalendarFile) -> bytes:
        made.append(file.path)
        return draw(file)

    monkeypatch.setattr(data, "draw", counted)
    run(root)
    assert len(made) == len(set(made)) == 9
    made.clear()
    edit(root, "content/site.yml", "名称: ", "名称: 某市")
    run(root)
    assert [each for each in made if each.startswith("shili/")] == []
    assert "shili/roster/index.html" in drawn
    made.clear()
    edit(root, FILE, "科研处副处长", "科研处处长")
    run(root)
    assert sorted(made) == [
        f"{folder}roster.{each}" for folder in ("roster/", "shili/roster/") for each in ("csv", "json", "xlsx")
    ]
    assert files(root) == built_clean(root)


def built_clean(root: Path) -> dict[str, bytes]:
    build.build(root, root / "clean", DAY, DAY, build.Wish(anew=True))
    site = root / "clean/site"
    return {each.relative_to(site).as_posix(): each.read_bytes() for each in site.rglob("*") if each.is_file()}


def files(root: Path) -> dict[str, bytes]:
    site = root / "output/site"
    return {each.relative_to(site).as_posix(): each.read_bytes() for each in site.rglob("*") if each.is_file()}


def footer(root: Path, text: str) -> None:
    """Let every page say the text."""
    path = root / "site_templates/blocks/footer.html"
    path.parent.mkdir(parents=True)
    path.write_text(f"<p>{text}</p>\n", encoding="utf-8")


def now_a_candidates(root: Path) -> None:
    edit(root, FILE, "wang@example.com", "zhiban@example.com")


def no_longer_in_the_notice(root: Path) -> None:
    edit(root, f"{PROGRAMME}/notice.md", "zhiban@example.com 13900000001", "值班室")


@pytest.mark.parametrize(
    ("first", "then", "codes"),
    [
        (None, now_a_candidates, {"P501"}),
        (now_a_candidates, no_longer_in_the_notice, {"P501", "P503"}),
        (None, no_longer_in_the_notice, {"P503"}),
    ],
)
def test_what_may_be_said_no_more_is_found_on_pages_that_are_not_drawn(
    root: Path,
    drawn: list[str],
    first: Callable[[Path], None] | None,
    then: Callable[[Path], None],
    codes: set[str],
) -> None:
    """Newly somebody's, no longer said openly, no longer declared: the findings are those of a clean build."""
    footer(root, "值班：zhiban@example.com" + (" 13900000001" if then is no_longer_in_the_notice else ""))
    if then is no_longer_in_the_notice:
        with (root / PROGRAMME / "notice.md").open("a", encoding="utf-8") as stream:
            stream.write("\n有事请找 zhiban@example.com 13900000001。\n")
    if first:
        first(root)
    assert run(root).published is not None
    drawn.clear()
    then(root)
    warm = run(root)
    assert {each.code for each in warm.findings} == codes
    assert warm.published is None
    assert len(pages_drawn(drawn)) < len(files(root)) / 4
    assert warm.findings == build.build(root, root / "other", DAY, DAY).findings


@pytest.mark.parametrize("harm", [b"", b"{", b"[]", b'{"withheld": {}, "declared": [], "sheets": {}}', b"null"])
def test_foreign_notes_are_done_without(root: Path, harm: bytes) -> None:
    """Whatever stands under the key of the last build: the site is that of a clean one."""
    run(root)
    clean = files(root)
    with closing(sqlite3.connect(root / ".cache/gongshi.sqlite")) as base, base:
        kept = base.execute("SELECT key, data FROM kept").fetchall()
        (key,) = [key for key, data in kept if b'"withheld"' in data]
        base.execute("UPDATE kept SET data = ? WHERE key = ?", (cache._sealed(key, harm), key))
    edit(root, FILE, "科研处副处长", "科研处处长")
    assert run(root).published is not None
    edit(root, FILE, "科研处处长", "科研处副处长")
    assert run(root).published is not None
    assert files(root) == clean


def test_page_that_was_removed_by_hand_is_drawn_again(root: Path) -> None:
    """What is not there cannot be kept."""
    run(root)
    clean = files(root)
    page = next(path for path in clean if path.endswith("roster/index.html"))
    (root / "output/site" / page).unlink()
    edit(root, FILE, "13800000001", "13800000009")
    assert run(root).published is not None
    assert files(root) == clean


def test_key_tells_data_apart() -> None:
    """Another value, another type of value, another template or address: another key."""
    keys = Keys({})
    parts: list[object] = [1, "1", DAY, DAY.isoformat(), ("1",), {"z": 1}, Withheld("a", "b", "c", "d"), PERSON, UNIT]
    made = [Page("a", "t", {"x": each}) for each in parts]
    made += [Page("a", "u", {"x": 1}), Page("b", "t", {"x": 1}), Page("a", "t", {"y": 1})]
    assert len({keys.of(each) for each in made}) == len(made)
    assert keys.of(made[0]) == Keys({}).of(made[0])
    assert keys.of(made[0]) != Keys({"assets/site.css": "assets/site.1.css"}).of(made[0])


CELLS = (Cell("姓名", "姓名", "甲"), Cell("单位", "单位", "乙"))
LINES: tuple[AnyLine, ...] = (
    Line(1, CELLS, "", None),
    CertifiedLine(1, "A", CELLS, "A001", "a/A001/index.html", "", None),
    RosterLine(1, CELLS, "A001", DAY, DAY, "在任", DAY, True, (), "a/A001/index.html", None),
)
OTHERS: dict[str, tuple[object, ...]] = {
    "number": (2,),
    "cells": ((), CELLS[:1], (*CELLS[1:], *CELLS[:1]), (CELLS[0], Cell("单位", "单位", "")), (CELLS[0], CELLS[0])),
    "note": ("已撤回",),
    "again": (Period(DAY, DAY, True, 1), Link("a/B", "b", "B001", DAY)),
    "certificate_number": ("A002", ""),
    "certificate": ("a/A002/index.html", ""),
    "certified_on": (date(2020, 1, 1),),
    "term_until": (date(2020, 1, 1), None),
    "since": (date(2020, 1, 1),),
    "standing": ("已退出",),
    "in_office": (False,),
    "honours": ((Honour(DAY, "优秀"),),),
    "programme": ("某批",),
}


@pytest.mark.parametrize("by_stencils", [True, False])
@pytest.mark.parametrize("line", LINES)
def test_key_tells_lines_apart(line: AnyLine, by_stencils: bool) -> None:
    """Whatever differs in one line of a list, the page has another key, and so has a table of the list."""
    told = {each.name: OTHERS[each.name] for each in fields(line) if each.name in OTHERS}
    others = [replace(line, **{name: value}) for name, values in told.items() for value in values]
    lists = [(line,) * 9, *((*[line] * 8, other) for other in others), (line,) * 10]
    keys = Keys({}, by_stencils)
    pages_of = [Page("a", "t", {"lines": each}) for each in lists]
    tables = [TableFile("a.csv", Table((), Rows(tuple, each))) for each in lists]
    nested = [Page("a", "t", Data(dict, Section("", (), each))) for each in lists]
    assert len({keys.of(each) for each in (*pages_of, *tables, *nested)}) == 3 * len(lists)
    assert len(others) > 3


@dataclass(frozen=True)
class Section:
    """Some lines under a heading, as pages hold them."""

    title: str
    labels: tuple[str, ...]
    lines: tuple[AnyLine, ...]


def test_what_is_made_later_is_made_once() -> None:
    """It is made when it is looked at, and two that are made of equals are equal before that."""
    made: list[int] = []

    def make(count: int) -> dict[str, object]:
        made.append(count)
        return {"count": count}

    first, same, other = Data(make, 1), Data(make, 1), Data(make, 2)
    assert (first == same, first == other, made) == (True, False, [])
    assert (dict(first), len(first), first["count"], made) == ({"count": 1}, 1, 1, [1])


def test_sizes_note_what_is_asked() -> None:
    """A size, its absence, and any look at all of them."""
    sizes = Sizes({"a": 1})
    assert ("b" in sizes, sizes["a"]) == (False, 1)
    assert sizes.asked == {"a": 1, "b": None}
    assert list(sizes) == ["a"]
    assert sizes.asked[""] == -1


def test_same_key_same_bytes(root: Path) -> None:
    """Two plans of the same content give the same keys, in whatever order they are asked for."""

    def keys() -> dict[str, str]:
        view, _ = public.project(content.load(root)[0], DAY)
        drawing = Drawing(planning.plan(view), root)
        return {each.path: drawing.key(each) for each in drawing.small + drawing.large}

    assert json.dumps(keys()) == json.dumps(keys())
