"""The handbook leaves out no setting, event, finding or command, and its links hold."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from pipeline import handbook, report
from pipeline.cli import cli
from pipeline.cli.handbook import described
from pipeline.content.certification import PLACEHOLDERS
from pipeline.documents import parse
from pipeline.forms.faults import SUPPORTED
from pipeline.forms.formats import FORMATS
from pipeline.forms.schema import expand, kinds, shipped
from pipeline.handbook import chapters, findings, settings
from pipeline.handbook.types import Example, Picture, Prose
from pipeline.messages import CATALOGUE
from pipeline.stages import DETAIL_KEYS, EventKind, Stage
from tests.tools.crawler import Site
from tests.unit.html_reader import Reading, read

SCHEMAS = {
    "site": "ref-site.html",
    "programme": "ref-programme.html",
    "submission": "ref-submission.html",
    "notice": "ref-texts.html",
    "certification": "ref-texts.html",
    "calendar": "ref-calendar.html",
    "strokes": "ref-calendar.html",
}
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes((0, 0, 4, 0, 0, 0, 3, 0))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the handbook as the command writes it, with one picture of those that it could have."""
    place = tmp_path_factory.mktemp("handbook")
    (place / "notice.png").write_bytes(PICTURE)
    result = CliRunner().invoke(cli, ["handbook", "--output", str(place / "out"), "--pictures", str(place)])
    assert (result.exit_code, "index.html" in result.output) == (0, True)
    return place / "out" / "site"


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Reading]:
    """Give every page, read; a page whose elements do not close in turn fails here."""
    return {each.name: read(each.read_text(encoding="utf-8")) for each in folder.glob("*.html")}


def ids(page: Reading) -> set[str]:
    return {attributes["id"] for _, attributes in page.elements if "id" in attributes}


def keys(schema: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """Yield every named key of a schema with its own schema."""
    for name, each in schema.get("properties", {}).items():
        yield (*path, name), each
        yield from keys(each, (*path, name))
    for inner in (schema.get("items"), schema.get("additionalProperties")):
        if isinstance(inner, Mapping):
            yield from keys(inner, path)


def test_every_setting_is_explained(pages: dict[str, Reading]) -> None:
    """Every key of every settings schema has a place on its page, and its description stands there."""
    for name, page in SCHEMAS.items():
        reading = pages[page]
        said = "".join(reading.text.split())
        for path, schema in keys(expand(shipped(name))):
            assert any(each.endswith(f"-{path[-1]}") for each in ids(reading)), path
            assert "".join(str(schema["description"]).split()) in said, path


def test_every_schema_file_is_in_the_handbook() -> None:
    """No schema is shipped that the reference does not know; the kinds stand on the form's page."""
    shipped_files = {each.stem for each in (Path(settings.__file__).parents[1] / "schemas").glob("*.json")}
    assert shipped_files == {*SCHEMAS, "kinds"}


def test_every_example_of_a_setting_reads_as_it_was_meant() -> None:
    """An example, copied from the handbook into a file, is one line of YAML with the key that it is for."""
    for name in SCHEMAS:
        for setting in settings.of(name):
            if setting.example:
                document, found = parse(f"{setting.example}\n".encode(), "example.yml")
                assert document is not None, setting
                assert found == (), setting
                assert list(document.values) == [setting.example.partition(":")[0]], setting


def test_every_part_of_a_form_is_explained(pages: dict[str, Reading]) -> None:
    """Keywords, kinds, formats and choices of form.yml all stand on its page."""
    reading = pages["ref-form.html"]
    assert {f"keywords-{each}" for each in SUPPORTED - {"$schema", "x-layout"}} <= ids(reading)
    assert {f"kinds-kind-{each}" for each in kinds()} <= ids(reading)
    assert {f"layout-{each}" for each in ("列宽", "行", "高", "格", "标题", "文字", "签字", "另起一页")} <= ids(reading)
    assert [each for each in FORMATS if each not in reading.text] == []


def test_every_event_is_explained(pages: dict[str, Reading]) -> None:
    """Events, their details and stages stand in the reference, and every event is written about in a chapter."""
    reference = pages["ref-submission.html"]
    assert {f"events-{kind.value}" for kind in EventKind} <= ids(reference)
    written = "".join(pages[f"{slug}.html"].text for slug in ("record", "certification", "after"))
    assert [each.value for each in EventKind if each.value not in written] == []
    assert [each for each in (*Stage, *DETAIL_KEYS.values()) if str(each) not in reference.text] == []


def test_every_placeholder_is_explained(pages: dict[str, Reading]) -> None:
    """The words that a certification notice may ask for stand on the page of texts."""
    assert [each for each in PLACEHOLDERS if f"{{{each}}}" not in pages["ref-texts.html"].text] == []


def test_every_finding_is_explained(pages: dict[str, Reading]) -> None:
    """Every code has its place, with the words of `check --explain` and how grave it is."""
    for code in CATALOGUE:
        page = pages[findings.path(code[0])]
        explained = report.explain(code, "zh") or ""
        head, _, words = explained.partition("\n\n")
        assert code in ids(page), code
        assert words in page.text, code
        assert f"{code} {head[-3:-1]}" in page.text, code


def walk(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for inner, each in command.commands.items():
            yield from walk(each, f"{name} {inner}")


def test_every_command_is_explained(pages: dict[str, Reading]) -> None:
    """Every command has its place, and every option a line in Chinese."""
    page = pages["commands.html"]
    told = {each.name: each for each in described(cli)}
    for name, command in walk(cli, "gongshi"):
        assert name.replace(" ", "-") in ids(page), name
        options = " ".join(each.names for each in told[name].options)
        wanted = [one for each in command.params if isinstance(each, click.Option) for one in each.opts]
        assert [each for each in wanted if each not in options] == [], name
    every = [each for command in told.values() for each in command.options]
    assert [each for each in every if not re.search("[一-鿿]", each.said)] == []
    assert [each for each in every if each.names not in page.text or each.said not in page.text] == []


def test_every_link_holds(folder: Path) -> None:
    """No link leads nowhere, every page can be reached, nothing counts from a host's root or asks another host."""
    site = Site(folder)
    assert (site.dead(), site.unreachable(), site.absolute(), site.hosts()) == ([], [], [], set())


def test_every_page_has_its_neighbours(pages: dict[str, Reading]) -> None:
    """From the first page one comes to the last by “next”, through all of them, and back by “previous”."""

    def way(start: str, rel: str) -> list[str]:
        seen = [start]
        while leads := [each["href"] for each in pages[seen[-1]].all("a") if each.get("rel") == rel]:
            seen += leads
        return seen

    forth = way("index.html", "next")
    assert sorted(forth) == sorted(pages)
    assert way(forth[-1], "prev") == forth[::-1]


def test_no_markdown_is_left_over() -> None:
    """What was meant as Markdown became HTML: outside code no mark of it is to be seen."""
    for slug in slugs():
        for part in chapters.read(slug).parts:
            if isinstance(part, Prose):
                text = re.sub(r"<code>.*?</code>", "", str(part.html))
                assert re.findall(r"`|\*\*|^#|\]\(|!\[|\|---|^- |<p>\d+\.", text, re.MULTILINE) == [], slug


def test_pictures_stand_where_there_are_some(pages: dict[str, Reading]) -> None:
    """A picture that was taken is shown and described; in place of one that was not, its description stands."""
    (picture,) = pages["index.html"].all("img")
    assert picture == {"src": "pictures/notice.png", "alt": "网站上的通知页", "width": "1024", "height": "768"}
    assert pages["record.html"].all("img") == []
    assert "这里原有一幅图：办理一览" in pages["record.html"].text


def test_pages_need_no_script_and_say_their_language(pages: dict[str, Reading]) -> None:
    """Pages are Chinese, have one heading of their own, and but the script for large type that every site has."""
    for name, page in pages.items():
        assert page.all("html") == [{"lang": "zh-CN", "id": "large"}], name
        assert len(page.all("h1")) == 1, name
        assert [each["src"].partition(".")[0] for each in page.all("script")] == ["assets/large"], name


def test_handbook_is_the_same_every_time(folder: Path, tmp_path: Path) -> None:
    """Written twice, every byte is the same; without pictures it says so."""
    result = CliRunner().invoke(cli, ["--lang", "zh", "handbook", "--output", str(tmp_path)])
    assert "没有配图" in result.stderr
    for page in ("commands.html", "codes-s.html"):
        assert (tmp_path / "site" / page).read_bytes() == (folder / page).read_bytes()


def test_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """A folder that holds other files is not overwritten: X916, and exit code 1."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(cli, ["--lang", "zh", "handbook", "--output", str(tmp_path)])
    assert (result.exit_code, "X916" in result.stderr) == (1, True)
    assert [each.name for each in (tmp_path / "site").iterdir()] == ["mine.txt"]


def test_chapter_is_read_part_by_part() -> None:
    """Text, examples and pictures come in their order; headings have anchors; codes lead to their explanation."""
    text = "一段 `S203`。\n\n## 二、题\n\n```yaml form.yml 节选 wrong S264\na: 1\n```\n\n![图](form.png)\n"
    read_ = chapters.parsed("x", "题目", text)
    prose, example, picture = read_.parts
    assert isinstance(prose, Prose)
    assert '<a href="codes-s.html#S203"><code>S203</code></a>' in prose.html
    assert '<h2 id="二题">二、题</h2>' in prose.html
    assert example == Example("yaml", "a: 1", "form.yml", True, "S264")
    assert picture == Picture("form.png", "图")
    assert [each.anchor for each in read_.headings] == ["二题"]


def slugs() -> list[str]:
    return sorted(each.stem for each in (Path(chapters.__file__).parent / "chapters").glob("*.md"))


def test_every_chapter_that_was_written_is_in_the_handbook(pages: dict[str, Reading]) -> None:
    """No chapter lies about that no page is made of."""
    assert {f"{each}.html" for each in slugs()} - set(pages) == {"start.html"}
    assert handbook.HOME in pages
