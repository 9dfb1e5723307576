"""The words for people, units and things: one table, and site-wide words that fit all who are listed."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from pipeline import build, content, terms
from pipeline.model import ListOrder
from pipeline.stages import Stage
from tests import samples

PERSONAL = ("任", "姓", "同志", "聘", "人")
# What a page, a data file or a register of units must not say; 法定代表人 and the like are fields of forms.
OF_PEOPLE = ("在任", "任期", "姓名", "姓氏", "持证人", "续聘")
# Whoever objects is a person.
NAMED = "须署真实姓名"


def _kind(kind: str) -> tuple[str, str, str]:
    return ("form", '姓名: {$ref: "gongshi:kinds#/姓名"}', f'姓名: {{$ref: "gongshi:kinds#/{kind}"}}')


@pytest.mark.parametrize(
    ("kind", "expected"), [("姓名", terms.PERSON), ("单位名称", terms.UNIT), ("短文", terms.THING)]
)
def test_words_go_by_what_names_the_candidate(kind: str, expected: terms.Terms, tmp_path: Path) -> None:
    """The kind of the field that names the candidates decides, not what the field is called."""
    edits = () if kind == "姓名" else (_kind(kind),)
    site, _ = content.load(samples.write(tmp_path, *edits))
    assert terms.of_programme(site.programmes[0]) == expected


@pytest.mark.parametrize("own", [terms.UNIT, terms.THING])
def test_what_is_no_person_holds_no_office(own: terms.Terms) -> None:
    """No word for units and things speaks of an office, a surname or a person."""
    said = [getattr(own, each.name) for each in fields(own)]
    words = "".join("".join(each) for each in said if not isinstance(each, bool))
    words += "".join(own.of_order(each) for each in ListOrder) + "".join(own.of_stage(each) for each in Stage)
    assert [each for each in PERSONAL if each in words] == []


def test_words_of_several_are_theirs_or_fit_all() -> None:
    """A site with one kind of candidates speaks of them; with several kinds its words fit all."""
    assert terms.of_several([terms.UNIT, terms.UNIT]) == terms.UNIT
    assert terms.of_several([terms.UNIT, terms.PERSON]) == terms.MIXED
    assert terms.MIXED.current == "现行名单"


def test_site_of_units_does_not_speak_of_people(tmp_path: Path) -> None:
    """No page and no data file of a site of units speaks of offices and surnames, whatever else it says."""
    form = samples.FORM.replace("姓名", "名称").replace("kinds#/名称", "kinds#/单位名称")
    settings = samples.PROGRAMME.replace("{名称: 姓名", "{名称: 名称").replace("[姓名", "[名称")
    texts = {each: samples.FILES[samples.SHORT[each]].replace("姓名:", "名称:") for each in ("a-001", "b-001")}
    root = samples.write(tmp_path / "root", form=form, programme=settings, **texts)
    result = build.build(root, tmp_path / "output", today=date(2022, 12, 20))
    assert result.published is not None, result.findings
    site = tmp_path / "output" / "site"
    told = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8-sig").replace(NAMED, "")
        for path in site.rglob("*")
        if path.suffix in (".html", ".json", ".csv", ".ics", ".xml")
    }
    del told["shili/form/index.html"]  # where people sign
    assert [(path, word) for path, text in told.items() for word in OF_PEOPLE if word in text] == []
