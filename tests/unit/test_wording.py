"""Pages, documents and differences speak as the programme's notice does (用词)."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline import content, pages, public, render, terms
from pipeline.content import certification
from pipeline.model import Site, Wording
from pipeline.pages import Official, Page
from tests import models

AS_OF = date(2021, 9, 1)
OWN = Wording(certify="命名", form="申报书", recommender="归口单位")
USUAL = re.compile("认定|推荐表|推荐单位")
# What the programme's own files say, and names of columns that programs read.
GIVEN = re.compile("申报认定|认定日期")


@pytest.fixture(scope="module")
def site() -> Site:
    """Give the site of organisations, whose programme has words of its own."""
    loaded, _ = content.load(models.golden("danwei"))
    shipped, _ = certification.load(Path(), "none.md")
    own = (replace(each, words=OWN, certification=shipped) for each in loaded.programmes)
    return replace(loaded, programmes=tuple(own))


@pytest.fixture(scope="module")
def texts(site: Site) -> dict[str, str]:
    """Give every page of that site."""
    view, _ = public.project(site, AS_OF)
    planned = [each for each in pages.plan(view) if not isinstance(each, Official)]
    outputs, findings = render.all(planned, models.golden("danwei"))
    assert findings == ()
    return {each.path: each.data.decode() for each in outputs if each.path.endswith((".html", ".xml", ".ics"))}


def test_no_page_uses_the_usual_word(texts: dict[str, str]) -> None:
    """Where the programme says 命名, 申报书 and 归口单位, no page but the notice says 认定, 推荐表 or 推荐单位."""
    own = {path: text for path, text in texts.items() if path != "kepu-jidi-2021/index.html"}
    said = {path: USUAL.findall(GIVEN.sub("", text)) for path, text in own.items()}
    assert {path: words for path, words in said.items() if words} == {}


def test_pages_use_the_programmes_words(texts: dict[str, str]) -> None:
    """The tabs name the form and the list as the programme does."""
    tabs = next(text for path, text in texts.items() if path.endswith("/form/index.html"))
    assert "申报书" in tabs
    assert "命名名单" in tabs


def test_a_form_is_called_what_its_title_calls_it(site: Site) -> None:
    """Without words of its own a programme calls its form by the end of the form's title."""
    programme = replace(site.programmes[0], words=Wording())
    assert terms.of_programme(programme).form == "申报表"


@pytest.mark.parametrize(
    ("words", "expected"),
    [((Wording("命名"), Wording("命名")), "命名"), ((Wording("命名"), Wording("聘任")), "认定")],
)
def test_a_site_shares_a_word_or_uses_the_usual_one(site: Site, words: tuple[Wording, ...], expected: str) -> None:
    """Pages of the whole site say what all programmes say, else 认定."""
    each = [terms.of_programme(replace(site.programmes[0], words=own)) for own in words]
    assert terms.of_several(each).certify == expected


def test_documents_use_the_programmes_words(site: Site) -> None:
    """The paper says the same as the pages."""
    view, _ = public.project(site, AS_OF)
    official = [each for each in pages.plan(view) if isinstance(each, Official) and "roster" in each.template]
    outputs, findings = render.all(official, Path())
    assert findings == ()
    assert "命名名单" in "".join(each.reading for each in outputs).replace("\n", "")


def test_every_page_is_looked_at(site: Site, texts: dict[str, str]) -> None:
    """The pages above are all that people read."""
    view, _ = public.project(site, AS_OF)
    read = {each.path for each in pages.plan(view) if isinstance(each, Page) and each.path.endswith(".html")}
    assert read <= set(texts)
