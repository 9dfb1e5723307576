"""A roster as data: every file says what the page says, by a schema of its own, and a page explains it."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from pipeline import render
from pipeline.pages import JsonFile, TableFile, plan
from pipeline.public.decisions import Cell
from pipeline.public.office import PublicLicence
from pipeline.public.types import PublicField, PublicSite
from tests.unit import public_fixture as public
from tests.unit.html_reader import read, text_of

SLUG = public.SLUG
FOLDERS = (f"{SLUG}/roster", "roster")
LICENCE = PublicLicence("知识共享 署名 4.0 国际", "https://licence.example/by/4.0/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the files of the site that shows everything."""
    return public.draw_all(public.site(), tmp_path_factory.mktemp("root"))


def _data(shown: PublicSite, folder: Path) -> dict[str, bytes]:
    outputs, findings = render.all((each for each in plan(shown) if isinstance(each, TableFile | JsonFile)), folder)
    assert findings == ()
    return {each.path: each.data for each in outputs}


def _rows(site: Mapping[str, bytes], folder: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads(site[f"{folder}/roster.json"])["rows"]
    return rows


def _schema(shown: PublicSite, folder: str) -> Any:
    made = {each.path: each.value for each in plan(shown) if isinstance(each, JsonFile)}
    return json.loads(json.dumps(made[f"{folder}/roster.schema.json"], default=dict))


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("url", ["https://shili.example/", ""])
@pytest.mark.parametrize("demonstration", [True, False])
@pytest.mark.parametrize("licence", [LICENCE, None])
def test_json_is_what_its_schema_says(
    folder: str, url: str, demonstration: bool, licence: PublicLicence | None, tmp_path: Path
) -> None:
    """The schema is one of 2020-12, and the JSON beside it keeps it, with dates that are dates."""
    shown = replace(public.site(url=url, demonstration=demonstration), licence=licence)
    files = _data(shown, tmp_path)
    schema = json.loads(files[f"{folder}/roster.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    judge = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert list(judge.iter_errors(json.loads(files[f"{folder}/roster.json"]))) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("认定日期", "2020-13-01"), ("认定日期", ""), ("任期至", "长期"), ("状态", "任职"), ("序号", "0"), ("新栏", "x")],
)
def test_schema_refuses_what_cannot_be(key: str, value: str, site: dict[str, bytes]) -> None:
    """A schema that takes everything would say nothing."""
    schema = json.loads(site[f"{SLUG}/roster/roster.schema.json"])
    said = json.loads(site[f"{SLUG}/roster/roster.json"])
    said["rows"][0][key] = value
    judge = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert len(list(judge.iter_errors(said))) >= 1


@pytest.mark.parametrize("folder", FOLDERS)
def test_three_formats_hold_the_same(folder: str, site: dict[str, bytes]) -> None:
    """CSV, XLSX and JSON have the same columns in the same order and the same rows."""
    meta = json.loads(site[f"{folder}/roster.json"])["meta"]
    rows = [list(each.values()) for each in _rows(site, folder)]
    table = list(csv.reader(io.StringIO(site[f"{folder}/roster.csv"].decode("utf-8-sig"), newline="")))
    book = openpyxl.load_workbook(io.BytesIO(site[f"{folder}/roster.xlsx"]))
    sheet = [[cell.value or "" for cell in row] for row in book.worksheets[0].iter_rows()]
    assert table == [meta["columns"], *rows]
    assert sheet[1:] == [meta["columns"], *rows]
    assert [text for text in sheet[0] if text] == [book.properties.title]
    assert {each.data_type for row in book.worksheets[0].iter_rows() for each in row if each.value} == {"s"}


def test_cells_of_a_spreadsheet_are_safe(tmp_path: Path) -> None:
    """What looks like a formula is none in any of the formats."""
    programme = public.programme(3)
    evil = replace(programme.roster[0], cells=(Cell("姓名", "姓名", "=1+1"), *programme.roster[0].cells[1:]))
    files = _data(public.site(replace(programme, roster=(evil, *programme.roster[1:]))), tmp_path)
    sheet = openpyxl.load_workbook(io.BytesIO(files[f"{SLUG}/roster/roster.xlsx"])).worksheets[0]
    assert (sheet.cell(3, 2).value, sheet.cell(3, 2).data_type) == ("=1+1", "s")
    assert files[f"{SLUG}/roster/roster.csv"].decode("utf-8-sig").splitlines()[1].startswith("1,'=1+1,")
    assert _rows(files, f"{SLUG}/roster")[0]["姓名"] == "=1+1"


def test_json_leads_to_its_schema_and_its_licence() -> None:
    """With an address the schema is named by it, without one by its file name; a licence by name and address."""
    for url, expected in (("https://shili.example/", f"https://shili.example/{SLUG}/roster/"), ("", "")):
        shown = replace(public.site(url=url), licence=LICENCE)
        table = next(each.table for each in plan(shown) if isinstance(each, TableFile) and SLUG in each.path)
        about = dict(table.about)
        assert about["结构"] == f"{expected}roster.schema.json"
        assert (about["许可"], about["许可网址"]) == (LICENCE.name, LICENCE.url)
        assert _schema(shown, f"{SLUG}/roster").get("$id", "") == (f"{expected}roster.schema.json" if url else "")


def test_those_in_office_stand_with_their_series_and_programme(site: dict[str, bytes]) -> None:
    """The list of all programmes says of each line where it comes from, and holds nobody who is not in office."""
    rows = _rows(site, "roster")
    assert [each["序号"] for each in rows] == [str(number) for number in range(1, 11)]
    assert {(each["系列"], each["项目"], each["状态"]) for each in rows} == {
        ("样本之光联络员", "首批“样本之光”联络员推荐认定", "在任")
    }


def test_lists_under_other_columns_share_one_table() -> None:
    """Where two series show other fields, each line is blank under what it does not show."""
    other = replace(
        public.programme(3),
        slug="jidi-2021",
        series="基地",
        roster_labels=("名称",),
        roster=tuple(replace(each, cells=(Cell("名称", "名称", "示例馆"),)) for each in public.holders(3)),
    )
    shown = public.site(public.programme(3), other)
    table = next(each.table for each in plan(shown) if isinstance(each, TableFile) and each.path == "roster/roster.csv")
    assert table.columns[:8] == ("序号", "系列", "项目", "姓名", "类别", "所在单位", "职务", "名称")
    assert [row[3:8] for row in table.rows] == [
        ("王示例", "A类", "示例大学", "企业服务部部长", ""),
        ("", "", "", "", "示例馆"),
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_page_explains_every_column_and_every_file(folder: str, site: dict[str, bytes]) -> None:
    """The page names all columns and all of what the JSON says of itself, and leads to the files."""
    text = site[f"{folder}/data/index.html"].decode()
    page = read(text)
    said = json.loads(site[f"{folder}/roster.json"])
    assert [each for each in (*said["meta"], *said["meta"]["columns"]) if each not in text_of(text)] == []
    links = {each["href"] for each in page.all("a")}
    assert links >= {f"../roster.{kind}" for kind in ("csv", "xlsx", "json", "schema.json")}
    assert "没有为数据另设许可" in text_of(text)


@pytest.mark.parametrize(("path", "to"), [(f"{SLUG}/roster/index.html", "data/"), ("roster/index.html", "data/")])
def test_rosters_lead_to_their_data(path: str, to: str, site: dict[str, bytes]) -> None:
    """The page of a list leads to its files and to what explains them."""
    links = {each["href"] for each in read(site[path].decode()).all("a")}
    assert links >= {f"{to}index.html", "roster.csv", "roster.json", "roster.xlsx"}


def test_licence_is_told_where_one_is_set(tmp_path: Path) -> None:
    """The page that explains the data leads to the licence."""
    files = public.draw(replace(public.site(), licence=LICENCE), tmp_path)
    page = read(files[f"{SLUG}/roster/data/index.html"])
    assert {"href": LICENCE.url, "rel": "license"} in page.all("a")
    assert "没有为数据另设许可" not in page.text


def test_examples_are_nobodys(tmp_path: Path) -> None:
    """Columns of the form are explained by examples that stand in no list."""
    programme = public.programme()
    names = {"姓名": "姓名", "所在单位": "单位名称", "类别": "类别"}
    fields = tuple(
        PublicField(label, f"{label}（全称）", kind, "string", True, "", {}) for label, kind in names.items()
    )
    shown = public.site(replace(programme, form=replace(programme.form, fields=fields)))
    text = public.draw(shown, tmp_path)[f"{SLUG}/roster/data/index.html"]
    shown_names = {cell.text for each in programme.roster for cell in each.cells if cell.field in ("姓名", "职务")}
    assert [each for each in shown_names - {"王示例"} if each in text] == []
    assert "推荐表的栏目“姓名（全称）”" in text_of(text)


def test_who_lost_the_name_is_blank_in_every_format(site: dict[str, bytes]) -> None:
    """A revoked line keeps its number, days and standing and has no other cell."""
    last = _rows(site, f"{SLUG}/roster")[-1]
    assert [last[each] for each in public.LABELS] == [""] * 4
    assert (last["证书编号"], last["状态"]) == ("YBZG-2020-A012", "已取消资格")


def test_same_site_gives_same_bytes(site: dict[str, bytes], tmp_path: Path) -> None:
    """No file for programs depends on when or where it is made."""
    again = _data(public.site(), tmp_path)
    assert {path: site[path] for path in again} == again
