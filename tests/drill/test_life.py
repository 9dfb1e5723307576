"""Four years of invented lives: on every day, each page holds exactly those whom a separate reckoning puts there."""

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline import build, content, leaks, pages, public, render
from pipeline.diagnostics import stops
from pipeline.model import Site
from pipeline.pages import Page, addresses
from tests.drill import life, reckoning
from tests.drill.life import BATCHES, Person
from tests.drill.reckoning import Row

SEED = 20201125


def _site(root: Path, people: list[Person]) -> Site:
    """Return the content of the lives, which must be lawful."""
    judged = build.check(life.write(root, people), today=date(2026, 1, 1))
    assert [each for each in judged.findings if stops([each])] == []
    return judged.site


def _pages(site: Site, day: date) -> dict[str, Any]:
    view, _ = public.project(site, day)
    return {each.path: each.data for each in pages.plan(view) if isinstance(each, Page)}


def _all_pages(planned: dict[str, Any], first: str) -> list[Any]:
    """Return the data of all pages of a list."""
    folder = first.removesuffix("index.html")
    paths = [first, *(f"{folder}{number}/index.html" for number in range(2, 9))]
    return [planned[path] for path in paths if path in planned]


def _texts(cells: Any) -> tuple[str, ...]:
    return tuple(cell.text for cell in cells if cell.text)


def _compare(people: list[Person], site: Site, day: date) -> None:
    planned = _pages(site, day)
    out = reckoning.published(day)
    assert {path.split("/")[0] for path in planned if path.startswith("shili-")} == set(out)
    for batch in out:
        _compare_rounds(people, planned, batch, day)
        _compare_certified(people, planned, batch, day)
    held = {
        line.certificate_number
        for data in _all_pages(planned, addresses.in_office())
        for section in data["sections"]
        for line in section.lines
    }
    assert held == reckoning.in_office(people, day)
    if addresses.statistics() in planned:
        (section,) = planned[addresses.statistics()]["sections"]
        assert sum(each.in_office for each in section.categories) == len(held)
        assert sum(each.in_office for each in section.associations) == len(held)
        for row in section.years:
            end = min(date(int(row.word), 12, 31), day)
            assert (row.word, row.in_office) == (row.word, len(reckoning.in_office(people, end)))


def _compare_rounds(people: list[Person], planned: dict[str, Any], batch: str, day: date) -> None:
    for on in map(date.fromisoformat, BATCHES[batch][1]):
        path = addresses.publicity_round(batch, on)
        begun = on <= day and any(each.batch == batch and each.proposed == on for each in people)
        assert (path in planned) == begun
        if not begun:
            continue
        data = planned[path]
        rows = [
            Row(line.number, _texts(line.cells), line.note, (line.again.on, line.again.until) if line.again else None)
            for line in data["lines"]
        ]
        assert rows == reckoning.round_rows(people, batch, on, day)
        assert (data["round"].until, data["round"].running) == (life.last_day(on), day <= life.last_day(on))
        assert [each.on for each in data["editions"]] == reckoning.editions(people, batch, on, day)
        left = [each for each in map(date.fromordinal, range(day.toordinal() + 1, life.last_day(on).toordinal() + 1))]
        assert data["round"].left == (sum(map(life.works, left)) if day <= life.last_day(on) else None)


def _compare_certified(people: list[Person], planned: dict[str, Any], batch: str, day: date) -> None:
    lines = [line for data in _all_pages(planned, addresses.roster(batch)) for line in data["lines"]]
    rows = {Row(line.certificate_number, _texts(line.cells), line.standing) for line in lines}
    assert len(lines) == len(rows)
    assert rows == reckoning.roster_rows(people, batch, day)
    notices = {
        data["notice"].document_number: [
            Row(line.number, _texts(line.cells), line.note) for group in data["groups"] for line in group.lines
        ]
        for path, data in planned.items()
        if path.startswith(f"{batch}/certification/")
    }
    assert notices == reckoning.notice_rows(people, batch, day)
    certificates = {
        data["certificate"].number: data["certificate"].standing
        for path, data in planned.items()
        if path.startswith(f"{batch}/certificate/") and "certificate" in data
    }
    assert certificates == reckoning.certificates(people, batch, day)


def _drawn(site: Site, root: Path, day: date) -> None:
    """Draw the whole site and search every byte of it."""
    view, guard = public.project(site, day)
    outputs, findings = render.all(pages.plan(view), root)
    assert (findings, leaks.scan(outputs, guard)) == ((), ())


def test_forty_lives(tmp_path: Path) -> None:
    """Forty candidates, on sixty days of four years."""
    people = life.invent(SEED, 40)
    site = _site(tmp_path, people)
    days = sorted(random.Random(SEED).sample(reckoning.turning_days(people), 60))
    for day in days:
        _compare(people, site, day)
    _drawn(site, tmp_path, days[-20])


def test_lives_hold_what_they_should() -> None:
    """Homonyms, corrections, new periods and people certified again are among them."""
    people = life.invent(SEED, 400)
    assert len({each.name for each in people}) < len(people)
    assert sum(each.previous is not None for each in people) > 20
    assert sum(change.until is not None for each in people for change in each.changes) > 20
    assert {change.kind for each in people for change in each.changes} == {"更正", "变更"}
    for name in ("withdrawn", "refused", "revoked", "reinstated", "resigned", "renewed", "praised"):
        assert any(getattr(each, name) for each in people), name


@pytest.mark.drill
def test_four_hundred_lives(tmp_path: Path) -> None:
    """Four hundred candidates, on every day of four years on which anything may change."""
    people = life.invent(random.randrange(2**32), 400)
    site = _site(tmp_path, people)
    days = reckoning.turning_days(people)
    for day in days:
        _compare(people, site, day)
    for day in random.sample(days, 10):
        _drawn(site, tmp_path, day)


def test_content_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Every person is in the content, with the batch they belong to."""
    people = life.invent(SEED, 40)
    site, _ = content.load(life.write(tmp_path, people))
    assert {(each.slug, one.id) for each in site.programmes for one in each.submissions} == {
        (each.batch, each.id) for each in people
    }
