"""Planned files become bytes: the same every time, safe, and linked to each other and to nothing else."""

import posixpath
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from pipeline import pages, render
from pipeline.outputs import Output
from pipeline.pages import Copy, Page
from pipeline.public.decisions import Cell
from pipeline.public.types import RoundEntry
from tests.unit import public_fixture as public
from tests.unit.html_reader import Reading, read
from tests.unit.public_fixture import draw

DATA = {"type": "application/ld+json"}
HOSTILE = "<script>alert(1)</script>\"'&{{ 7*191 }}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the files of the site that shows everything."""
    return draw(public.site(public.programme(401), public.fresh_programme()), tmp_path_factory.mktemp("root"))


@pytest.fixture(scope="module")
def html(site: dict[str, str]) -> dict[str, str]:
    """Give its pages."""
    return {path: text for path, text in site.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def readings(html: dict[str, str]) -> dict[str, Reading]:
    """Give its pages as they are read, once for all."""
    return {path: read(text) for path, text in html.items()}


def test_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two drawings of one plan are equal, whatever the order of the plan."""
    plan = pages.plan(public.site())
    first, _ = render.all(plan, public.root(tmp_path))
    second, _ = render.all(reversed(plan), public.root(tmp_path))
    assert first == tuple(reversed(second))


def test_every_link_leads_to_a_file_of_the_site(site: dict[str, str], readings: dict[str, Reading]) -> None:
    """Links, styles and pictures are relative, name a file outright, and the file is there."""
    there = {*site, *(each.path for each in pages.plan(public.site()) if each.path.endswith(public.BINARY))}
    dead = []
    for path, page in readings.items():
        if path == "404.html":
            continue
        for address in [each["href"] for tag, each in page.elements if tag in {"a", "link"} and "href" in each]:
            parts = urlsplit(address)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
            if parts.scheme in {"mailto", "tel"} or address.startswith("https://shili.example/") or address[0] == "#":
                continue
            if parts.scheme or parts.netloc or target not in there:
                dead.append((path, address))
    assert dead == []


def test_lost_page_leads_home_from_any_depth(readings: dict[str, Reading]) -> None:
    """The page for a wrong address counts from the host's root, because nobody knows where it is served."""
    assert {each["href"][0] for each in readings["404.html"].all("a")} == {"/", "#"}


def test_lost_page_without_an_address_needs_nothing(tmp_path: Path) -> None:
    """Where the site's address is not known, that page leads nowhere; its style is beside it or at the host's root."""
    page = read(draw(public.site(url=""), tmp_path)["404.html"])
    assert [each["href"] for each in page.all("a")] == ["#main"]
    assert {each["href"].partition("assets/")[0] for each in page.all("link")} == {"", "/"}


def test_lost_page_has_its_style_on_a_file_system_too(readings: dict[str, Reading]) -> None:
    """The screen's style is named from the page, for a file system, and from the host's root, for any depth."""
    page = readings["404.html"]
    styles = [each["href"] for each in page.all("link") if each["rel"] == "stylesheet" and "media" not in each]
    assert styles == [styles[1].removeprefix("/"), styles[1]]


def test_lost_page_names_every_programme(readings: dict[str, Reading]) -> None:
    """Who lost his way finds each notice, form, publicity list, roster and the check of certificates."""
    found = {each["href"] for each in readings["404.html"].all("a")}
    pages = ("", "form/", "publicity/", "roster/", "certificate/")
    assert {f"/{public.SLUG}/{each}index.html" for each in pages} <= found


def test_lost_page_under_a_folder_counts_from_it(tmp_path: Path) -> None:
    """A site under a folder of its host keeps the folder."""
    page = read(draw(public.site(url="https://shili.example/kexie/"), tmp_path)["404.html"])
    assets = [each["href"] for each in page.all("link") if each["rel"] in {"stylesheet", "icon"}]
    assert {each.partition("assets/")[0] for each in assets} == {"", "/kexie/"}
    ways = [each["href"] for each in page.all("a")]
    assert [each for each in ways if not each.startswith(("/kexie/", "#"))] == []


def test_pages_hold_no_style_or_script_of_their_own(readings: dict[str, Reading]) -> None:
    """Nothing that a strict content security policy would refuse; data blocks are no scripts."""
    elements = [each for page in readings.values() for each in page.elements if each != ("script", DATA)]
    assert {tag for tag, _ in elements} & {"style", "iframe", "object", "base"} == set()
    assert [each for tag, each in elements if tag == "script" and "src" not in each] == []
    assert [name for _, each in elements for name in each if name == "style" or name.startswith("on")] == []


def test_pages_are_well_formed(readings: dict[str, Reading]) -> None:
    """Every page closes what it opens, has one h1, its language, its title, a description and a main part."""
    for page in readings.values():
        assert page.open_at_end == []
        assert [len(page.all(tag)) for tag in ("h1", "main", "title")] == [1, 1, 1]
        assert page.all("html") == [{"lang": "zh-CN", "id": "large"}]
        assert [each["content"] for each in page.all("meta") if each.get("name") == "Description"] not in ([], [""])


def test_ids_are_one_of_a_kind_and_labels_lead_to_them(readings: dict[str, Reading]) -> None:
    """No page has an id twice, and every reference to one finds it."""
    for page in readings.values():
        elements = [attributes for _, attributes in page.elements]
        ids = [each["id"] for each in elements if "id" in each]
        assert len(ids) == len(set(ids))
        assert {each["aria-labelledby"] for each in elements if "aria-labelledby" in each} <= set(ids)


def test_tables_say_what_they_are(readings: dict[str, Reading]) -> None:
    """Every table has a caption, and every head a scope."""
    for page in readings.values():
        assert len(page.all("caption")) == len(page.all("table"))
        assert [each for each in page.all("th") if each.get("scope") not in {"col", "row", "rowgroup"}] == []


def test_titles_tell_pages_apart(html: dict[str, str]) -> None:
    """No two pages have one title, but for the latest round, which has two addresses."""
    titles = [text.partition("<title>")[2].partition("</title>")[0] for text in html.values()]
    assert len(titles) - len(set(titles)) == 1


def test_assets_carry_the_hash_of_their_bytes(tmp_path: Path) -> None:
    """Another content is another name; the same content keeps its name."""
    first = {each for each in draw(public.site(), tmp_path) if each.startswith("assets/site.")}
    again = {each for each in draw(public.site(demonstration=False), tmp_path) if each.startswith("assets/site.")}
    own = tmp_path / "site_templates/styles/tokens.css"
    own.parent.mkdir(parents=True)
    own.write_text(":root { --ink: #000; }\n", encoding="utf-8")
    changed = {each for each in draw(public.site(), tmp_path) if each.startswith("assets/site.")}
    assert first == again
    assert first & changed == set()


def test_office_puts_its_own_template_first(tmp_path: Path) -> None:
    """A template in the content's site_templates takes the place of the shipped one of that name."""
    own = tmp_path / "site_templates/blocks/footer.html"
    own.parent.mkdir(parents=True)
    own.write_text("<footer>自己的页脚</footer>\n", encoding="utf-8")
    assert "自己的页脚" in draw(public.site(), tmp_path)["index.html"]


def test_values_stay_text_wherever_they_stand(tmp_path: Path) -> None:
    """What a value holds is shown, never taken for HTML or a template."""
    entry = RoundEntry(1, "", (Cell("姓名", "姓名", HOSTILE), Cell("单位", "所在单位", HOSTILE)))
    programme = public.programme()
    rounds = (replace(programme.rounds[0], entries=(entry,)),)
    objection = replace(programme.objection, email='a"b@c', phone='1"2', how=HOSTILE)
    hostile = replace(
        programme, name=HOSTILE, rounds=rounds, objection=objection, notice=replace(programme.notice, title=HOSTILE)
    )
    for path, text in draw(replace(public.site(hostile), name=HOSTILE), tmp_path).items():
        if path.endswith(".html"):
            assert [each for each in read(text).all("script") if "src" not in each and each != DATA] == []
            assert "1337" not in read(text).text
    page = draw(public.site(hostile), tmp_path)[f"{public.SLUG}/publicity/index.html"]
    assert HOSTILE in read(page).text


def test_attachment_goes_out_as_it_is(tmp_path: Path) -> None:
    """The bytes of an attachment are those of the content."""
    root = public.root(tmp_path)
    outputs, _ = render.all((Copy("x/attachments/a.txt", "content/programmes/x/attachments/推荐汇总表.txt"),), root)
    assert outputs == (Output("x/attachments/a.txt", "推荐汇总表\r\n".encode()),)


def test_forms_of_one_kind_differ_only_in_their_own_style(site: dict[str, str]) -> None:
    """Measures of a form stand in a style of its own."""
    style = next(text for path, text in site.items() if path.startswith(f"assets/form-{public.SLUG}."))
    assert ".form-grid > colgroup > col:nth-child(2) { width: 50mm; }" in style
    assert ".form-grid > tbody > tr:nth-child(6) { height: 70mm; }" in style


def test_plain_templates_are_found(tmp_path: Path) -> None:
    """A page may come from any folder of templates, the given one first."""
    (tmp_path / "a.html").write_text("{{ word }}{{ link('b/index.html') }}\n", encoding="utf-8")
    outputs, findings = render.all((Page("x/index.html", "a.html", {"word": "<"}),), tmp_path, tmp_path)
    assert (outputs, findings) == ((Output("x/index.html", b"&lt;../b/index.html\n"),), ())


def test_form_is_offered_as_a_file_with_its_size(tmp_path: Path) -> None:
    """The form's page leads to the blank form for Word, and tells how large the file is."""
    outputs, findings = render.all(pages.plan(public.site()), public.root(tmp_path))
    assert findings == ()
    files = {each.path: each.data for each in outputs}
    word = files[f"{public.SLUG}/form/{public.SLUG}.docx"]
    assert word.startswith(b"PK")
    page = files[f"{public.SLUG}/form/index.html"].decode()
    link = f'<a href="{public.SLUG}.docx" download>下载空白表（Word，{len(word) / 1024:.0f} KB）</a>'
    assert page.count(link) == 1


def test_page_is_the_same_alone_and_among_its_like(tmp_path: Path) -> None:
    """Parts that pages have in common say on each of them what they would say if it were the only one."""
    planned = pages.plan(public.site())
    together = draw(public.site(), tmp_path)
    among = [each for each in planned if isinstance(each, Page) and each.among]
    assets = [each for each in planned if each.path.startswith("assets/")]
    assert len(among) > 1
    for page in among:
        outputs, findings = render.all((*assets, page), tmp_path)
        assert findings == ()
        assert next(each.data.decode() for each in outputs if each.path == page.path) == together[page.path]
