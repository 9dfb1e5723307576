"""The roster for staff: in parts, as of a day, with what no font has told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from pipeline import build, public
from pipeline.build import Judged
from pipeline.public.guard import Guard
from pipeline.public.types import PublicSite
from pipeline.render.environment import folders
from pipeline.staff import rosters
from tests import samples
from tests.unit import public_fixture as fixture

DAY = date(2021, 3, 17)


def judged(root: Path) -> Judged:
    return build.check(samples.write(root), DAY)


def shown(monkeypatch: pytest.MonkeyPatch, site: PublicSite) -> None:
    monkeypatch.setattr(public, "project", lambda *_: (site, Guard()))


def text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    found = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    return found


def test_long_roster_goes_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part is named by its lines and says which part it is; together they hold every line once."""
    content = judged(tmp_path)
    shown(monkeypatch, fixture.site(replace(fixture.programme(50), slug="shili")))
    made = list(rosters.drawn(content, content.site.programmes[0], folders(tmp_path, None), 20))
    documents = [document for document, findings in made if document and not findings]
    assert [each.name for each in documents] == [
        "认定名单（0001—0020）.pdf",
        "认定名单（0021—0040）.pdf",
        "认定名单（0041—0050）.pdf",
    ]
    told = [text(each.data) for each in documents]
    assert ["第2部分，共3部分" in each for each in told] == [False, True, False]
    numbers = [f"YBZG-2020-A{number:03}" for number in range(1, 51)]
    assert [sum(each.count(number) for each in told) for number in numbers] == [1] * 50


def test_nobody_certified_gives_no_document(tmp_path: Path) -> None:
    """Before the first certification there is nothing to print."""
    content = build.check(samples.write(tmp_path), DAY, date(2020, 12, 20))
    assert list(rosters.drawn(content, content.site.programmes[0], folders(tmp_path, None), 20)) == []


def test_what_cannot_be_set_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A character without a font is X933 with its code point; a wrong template of the office is X938."""
    content = judged(tmp_path)
    rare = fixture.programme()
    cells = (replace(rare.roster[0].cells[0], text="王\U0003134a"),)
    roster = (replace(rare.roster[0], cells=cells), *rare.roster[1:])
    shown(monkeypatch, fixture.site(replace(rare, slug="shili", roster=roster)))
    ((document, findings),) = rosters.drawn(content, content.site.programmes[0], folders(tmp_path, None), 1000)
    assert document is None
    assert [(each.code, dict(each.params)["characters"]) for each in findings] == [("X933", "U+3134A")]
    own = tmp_path / "site_templates/print/roster.typ"
    own.parent.mkdir(parents=True)
    own.write_text("#let", encoding="utf-8")
    ((document, findings),) = rosters.drawn(content, content.site.programmes[0], folders(tmp_path, None), 1000)
    assert (document, [each.code for each in findings]) == (None, ["X938"])


def test_round_in_parts_says_which_part_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part has the whole notice, its lines, and which part of how many it is."""
    site = fixture.site()
    shown(monkeypatch, site)
    programme = replace(judged(tmp_path).site.programmes[0], slug=fixture.SLUG)
    of_day = next(each for each in site.programmes if each.slug == fixture.SLUG).rounds[0]
    known = rosters.rounds(judged(tmp_path), programme)
    made = list(rosters.drawn(judged(tmp_path), programme, folders(tmp_path, None), 2, of_day.on))
    texts = [text(document.data) for document, _ in made if document]
    assert known[0] == of_day.on
    assert len(texts) == -(-len(of_day.entries) // 2)
    assert [f"（第{number}部分，共{len(texts)}部分）" in text for number, text in enumerate(texts, 1)] == [True] * len(
        texts
    )
    assert ["特此公示。" in text for text in texts] == [True] * len(texts)
