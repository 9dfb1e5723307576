"""What a program might take for an order is text in every file of the built site, and nothing is lost of it."""

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from pypdf import PdfReader

from pipeline import build
from pipeline.staff import filled
from tests import samples
from tests.hostile import values

DAY = date(2021, 3, 17)
_ORDERS = ("=", "+", "-", "@", "\t", "\r")
# Attributes that lead somewhere, and what may stand in them.
_LEADING = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href")
_WAYS = ("https://gongshi.example/", "https://beian.", "mailto:", "tel:", "#", "./", "../")
# The notice is Markdown: its stars and bare addresses are the office's own.
_NOTICE, _OF_NOTICE, _WAYS_OF_NOTICE = "shili/index.html", {"em", "strong"}, ("http://", "https://")
_TEXTS = {"printed": values.PAYLOADS, "rare": values.RARE}


class Page(HTMLParser):
    """The elements of a page, its texts by cell, and where its attributes lead."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(name, said or "") for name, said in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture(scope="module", params=_TEXTS)
def group(request: pytest.FixtureRequest) -> str:
    """Give the name of a group of texts."""
    return str(request.param)


@pytest.fixture(scope="module")
def site(group: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built site of a content in which every text is an order to some program."""
    root = values.write(tmp_path_factory.mktemp("root"), _TEXTS[group])
    result = build.build(root, root / "output", DAY)
    assert {each.code for each in result.findings} == ({"T611"} if group == "rare" else set())
    assert result.published is not None
    return root / "output" / "site"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built site of a content that is none."""
    root = samples.write(tmp_path_factory.mktemp("plain"))
    assert build.build(root, root / "output", DAY).published is not None
    return root / "output" / "site"


def pages(site: Path) -> Iterator[tuple[str, Page]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), Page(file.read_text(encoding="utf-8"))


def kinds(site: Path) -> set[str]:
    """Return the kinds of elements there are on a site, without those of a notice's Markdown."""
    return {tag for path, page in pages(site) for tag in page.tags if path != _NOTICE or tag not in _OF_NOTICE}


def test_no_page_has_an_element_that_a_value_made(site: Path, plain: Path) -> None:
    """There are no elements but those of a site without hostile values, and no more scripts on a page than there."""
    assert kinds(site) - kinds(plain) == set()
    most = max(page.tags["script"] for _, page in pages(plain))
    assert [path for path, page in pages(site) if page.tags["script"] > most] == []


def test_no_attribute_runs_or_leads_elsewhere(site: Path) -> None:
    """No attribute is a script, and none leads to another place than the site's own and the mail of the office."""
    wrong = [
        (path, name, said)
        for path, page in pages(site)
        for name, said in page.attributes
        if name.startswith("on")
        or name == "srcdoc"
        or (
            name in _LEADING
            and ":" in said.split("/", 1)[0]
            and not said.startswith(_WAYS + _WAYS_OF_NOTICE * (path == _NOTICE))
        )
        or (name in _LEADING and said.startswith("//"))
    ]
    assert wrong == []


def test_pages_show_every_value_as_it_is(site: Path, group: str) -> None:
    """The roster's cells say what the files say, to the character."""
    page = dict(pages(site))["shili/roster/index.html"]
    shown = Counter(each.strip() for each in page.texts)
    assert [text for text in _TEXTS[group] if shown[text.strip()] < 2] == []


def test_csv_gives_no_formula_and_loses_nothing(site: Path, group: str) -> None:
    """No cell begins as a formula does; what was put before it is one apostrophe."""
    rows = list(csv.DictReader(io.StringIO((site / "shili/roster/roster.csv").read_text("utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row.values()]
    assert [each for each in cells if each.startswith(_ORDERS)] == []
    said = {row["所在单位"] for row in rows}
    assert [text for text in _TEXTS[group] if text not in said and f"'{text}" not in said] == []


def test_workbook_has_texts_only(site: Path, group: str) -> None:
    """No cell of the workbook is a formula or a link, and each says what the file says."""
    sheet = openpyxl.load_workbook(site / "shili/roster/roster.xlsx").worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    own = [cell.hyperlink.target for cell in cells if cell.hyperlink]
    assert [target for target in own if not str(target).startswith("https://gongshi.example/")] == []
    said = {str(cell.value) for cell in cells}
    assert [text for text in _TEXTS[group] if text not in said] == []


def test_json_and_scripts_give_the_same_values(site: Path, group: str) -> None:
    """The roster as data has every value; no script of the site can end its own element."""
    told = (site / "shili/roster/roster.json").read_text(encoding="utf-8")
    assert [
        text
        for text in _TEXTS[group]
        if json.dumps(text, ensure_ascii=False)[1:-1] not in json.dumps(json.loads(told), ensure_ascii=False)
    ] == []
    scripts = [file.read_text(encoding="utf-8") for file in site.rglob("people.js")]
    assert bool(scripts) == (group == "printed")  # only a long list has an index
    assert [text for text in scripts if "</script" in text.lower() or "<!--" in text] == []


def test_feeds_and_calendars_are_whole(site: Path, plain: Path) -> None:
    """XML can be read and has no elements of its own; a calendar has as many entries as without hostile values."""
    for name in ("feed.xml", "sitemap.xml"):
        made, clean = (ElementTree.parse(each / name) for each in (site, plain))  # our own
        assert {each.tag for each in made.iter()} == {each.tag for each in clean.iter()}
    begun = [(each / "calendar.ics").read_text(encoding="utf-8").count("\nBEGIN:") for each in (site, plain)]
    assert begun[0] == begun[1]


def test_names_of_files_come_from_no_value(site: Path, plain: Path) -> None:
    """Every address is one that the plain site has too, but for the candidates' own and the PDFs."""

    def paths(each: Path) -> set[str]:
        every = (file.relative_to(each) for file in each.rglob("*") if file.is_file() and file.suffix != ".pdf")
        return {path.as_posix() for path in every if "certificate" not in path.parts and path.parts[0] != "assets"}

    assert [path for path in paths(site) - paths(plain) if not path.endswith("/people.js")] == []
    assert [path for path in paths(site) if not path.isascii()] == []


def test_pdf_sets_orders_as_text(site: Path, group: str) -> None:
    """The typesetter reads no file and counts nothing: what looks like its own language is printed."""
    if group == "rare":
        assert not (site / "shili/roster/roster.pdf").exists()
        return
    for name in ("shili/notice.pdf", "shili/roster/roster.pdf"):
        text = "".join(page.extract_text() for page in PdfReader(site / name).pages)
        together = "".join(text.split())
        assert [each for each in ('#eval("1+1")', "#read(", "{{7*7}}", "=cmd|") if each not in together] == []
        assert "root:x:" not in together


def test_word_has_texts_only(group: str, tmp_path: Path) -> None:
    """A filled form in Word has every value as text, and no field, link or part that was not ours."""
    root = values.write(tmp_path, _TEXTS[group])
    judged = build.check(root, DAY)
    programme = judged.site.programmes[0]
    wanted = filled.Wanted("docx")
    for document, _ in filled.filled(root, judged, programme, programme.submissions, wanted):
        assert document is not None
        with zipfile.ZipFile(io.BytesIO(document.data)) as package:
            names, main = package.namelist(), ElementTree.fromstring(package.read("word/document.xml"))
        number = int(document.name.rsplit("/", 1)[-1][2:5])
        tags = {each.tag.rsplit("}", 1)[-1] for each in main.iter()}
        assert tags & {"instrText", "fldSimple", "hyperlink", "altChunk", "object"} == set()
        assert [each for each in names if "vba" in each.lower() or "embed" in each.lower()] == []
        said = "".join(each.text or "" for each in main.iter() if each.tag.endswith("}t"))
        if "/a-" in document.name:
            assert _TEXTS[group][number - 1] in said
