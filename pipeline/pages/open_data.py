"""A roster as open data: its files, a JSON Schema of the one for programs, and a page that explains them.

In: lines of a roster. Out: planned files. They say what the roster's page says, and no more.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pipeline import memory
from pipeline.pages import addresses, data_columns, linked_data
from pipeline.pages.data_columns import Column
from pipeline.pages.days import written
from pipeline.pages.later import Data, Rows
from pipeline.pages.metadata import Meta, columns_of
from pipeline.pages.page import JsonFile, Page, Planned, Table, TableFile
from pipeline.pages.parts import Brief, Frame, brief
from pipeline.pages.rows import RosterLine
from pipeline.public.types import PublicProgramme
from pipeline.terms import Terms

MEDIA_TYPES = (
    ("csv", "text/csv"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("json", "application/json"),
)
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES: dict[type, str] = {bool: "boolean", int: "integer", str: "string"}
_ABOUT = {
    "项目": "项目的名称",
    "名单": "名单的名称",
    "发布单位": "发布名单的单位",
    "截至": "数据截至的日期（年-月-日），按北京时间",
    "条数": "名单的行数",
    "演示": "是不是演示数据",
    "说明": "演示数据的说明；不是演示的为空",
    "网址": "名单的网页；本站没有网址的为空",
    "结构": "本文件的 JSON Schema",
    "许可": "数据许可；没有另设许可的为空",
    "许可网址": "许可全文；没有的为空",
    "columns": "各栏的名称，与 CSV、XLSX 的次序相同",
}


@dataclass(frozen=True, slots=True)
class Held:
    """Those in office of one series: their lines, and the labels that they stand under."""

    series: str
    labels: tuple[str, ...]
    lines: tuple[RosterLine, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """A roster as data. `slug`: the programme's, empty for those in office of all. `of`: what it is of, with its name.

    `title` is for headings, `name` for sentences. `count`: how many rows it has. `changed`: the last day
    on which a line changed, None where it is not known.
    """

    slug: str
    title: str
    name: str
    of: tuple[str, str]
    publisher: str
    columns: tuple[Column, ...]
    rows: Rows
    count: int
    terms: Terms
    changed: date | None
    programme: Brief | None = None


def of_programme(
    programme: PublicProgramme,
    labels: tuple[str, ...],
    lines: tuple[RosterLine, ...],
    changed: date | None,
    frame: Frame,
) -> Roster:
    """Return the roster of a programme as data."""
    own = programme.terms
    columns = (data_columns.NUMBER, *data_columns.of_labels(labels, (programme,)), *data_columns.last(own, (own,)))
    return Roster(
        slug=programme.slug,
        title=f"{programme.name}：{own.certify}名单",
        name=f"{programme.name}的{own.certify}名单",
        of=("项目", programme.name),
        publisher=programme.notice.issuer,
        columns=data_columns.distinct((*columns, *data_columns.remark(frame.banner))),
        rows=Rows(_rows, programme.slug, lines, labels, frame.url, frame.banner),
        count=len(lines),
        terms=own,
        changed=changed,
        programme=brief(programme),
    )


def in_office(
    programmes: tuple[PublicProgramme, ...],
    held: tuple[Held, ...],
    changed: date | None,
    frame: Frame,
) -> Roster:
    """Return those in office as data."""
    labels = tuple(dict.fromkeys(label for each in held for label in each.labels))
    current = frame.terms.current
    last = data_columns.last(frame.terms, (each.terms for each in programmes))
    first = (data_columns.NUMBER, data_columns.SERIES, data_columns.PROGRAMME)
    columns = (*first, *data_columns.of_labels(labels, programmes), *last)
    return Roster(
        slug="",
        title=current,
        name=current,
        of=("名单", current),
        publisher=frame.imprint.owner or frame.name,
        columns=data_columns.distinct((*columns, *data_columns.remark(frame.banner))),
        rows=Rows(_rows_in_office, held, labels, frame.url, frame.banner),
        count=sum(len(each.lines) for each in held),
        terms=replace(frame.terms, measure="条"),
        changed=changed,
    )


def _rows(
    slug: str, lines: tuple[RosterLine, ...], labels: tuple[str, ...], url: str, banner: str
) -> tuple[tuple[str, ...], ...]:
    known = memory.known(f"data of {slug}", (labels, url, banner))

    def row(line: RosterLine) -> tuple[str, ...]:
        return (str(line.number), *_cells(line, labels, labels), *_last(line, url, banner))

    return tuple([known.of(each, row) for each in lines])


def _rows_in_office(
    held: tuple[Held, ...], labels: tuple[str, ...], url: str, banner: str
) -> tuple[tuple[str, ...], ...]:
    known = memory.known("data of all in office", (labels, url, banner))

    def row(line: RosterLine, number: int, series: str, own: tuple[str, ...]) -> tuple[str, ...]:
        return (str(number), series, line.programme, *_cells(line, own, labels), *_last(line, url, banner))

    numbered = enumerate(((each, line) for each in held for line in each.lines), 1)
    return tuple([known.of(line, row, number, each.series, each.labels) for number, (each, line) in numbered])


def _cells(line: RosterLine, own: tuple[str, ...], labels: tuple[str, ...]) -> Iterable[str]:
    if own == labels:
        return (cell.text for cell in line.cells) if line.cells else ("",) * len(labels)
    texts = {cell.label: cell.text for cell in line.cells}
    return (texts.get(label, "") for label in labels)


def _last(line: RosterLine, url: str, banner: str) -> tuple[str, ...]:
    return (
        line.certificate_number,
        line.certified_on.isoformat(),
        line.term_until.isoformat() if line.term_until else "",
        line.standing,
        line.since.isoformat(),
        addresses.public(url, line.certificate) if line.certificate else "",
        *((banner,) if banner else ()),
    )


def facts(roster: Roster, frame: Frame) -> str:
    """Return what the roster's page says of the data to search engines."""
    files = tuple((addresses.roster_file(roster.slug, kind), media) for kind, media in MEDIA_TYPES)
    said = linked_data.Data(roster.title, _described(roster), roster.publisher, files, roster.changed)
    return linked_data.dataset(said, frame)


def _described(roster: Roster) -> str:
    names = "、".join(each.name for each in roster.columns)
    return f"{roster.publisher}发布的{roster.name}，逐行列出公开的栏目：{names}。有CSV、XLSX、JSON三种格式。"


def plan(roster: Roster, frame: Frame) -> Iterator[Planned]:
    """Yield the files, the schema and the page that explains them."""
    table = Table(
        columns=tuple(each.name for each in roster.columns),
        rows=roster.rows,
        about=_about(roster, frame),
        title=f"{roster.title}（截至{written(frame.as_of)}）",
        note=frame.banner,
    )
    for kind, _ in MEDIA_TYPES:
        yield TableFile(addresses.roster_file(roster.slug, kind), table)
    yield JsonFile(addresses.roster_file(roster.slug, "schema.json"), _schema(roster, table, frame))
    yield _page(roster, table, frame)


def _about(roster: Roster, frame: Frame) -> tuple[tuple[str, str | int | bool], ...]:
    schema = addresses.roster_file(roster.slug, "schema.json")
    place = addresses.roster(roster.slug) if roster.slug else addresses.in_office()
    return (
        roster.of,
        ("发布单位", roster.publisher),
        ("截至", frame.as_of.isoformat()),
        ("条数", roster.count),
        ("演示", bool(frame.banner)),
        ("说明", frame.banner),
        ("网址", addresses.public(frame.url, place)),
        ("结构", addresses.public(frame.url, schema) or schema.rpartition("/")[2]),
        ("许可", frame.licence.name if frame.licence else ""),
        ("许可网址", frame.licence.url if frame.licence else ""),
    )


def _schema(roster: Roster, table: Table, frame: Frame) -> dict[str, Any]:
    address = addresses.public(frame.url, addresses.roster_file(roster.slug, "schema.json"))
    meta: dict[str, Any] = {
        name: {"type": _TYPES[type(value)], "description": _ABOUT[name]} for name, value in table.about
    }
    meta["columns"] = {"const": list(table.columns), "description": _ABOUT["columns"]}
    rows = {each.name: {**each.rule, "description": each.meaning} for each in roster.columns}
    return {
        "$schema": _DIALECT,
        **({"$id": address} if address else {}),
        "title": roster.title,
        "description": _described(roster),
        **_object(
            {
                "meta": {"description": "数据的来历", **_object(meta)},
                "rows": {"description": "每人或每单位一行", "type": "array", "items": _object(rows)},
            }
        ),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}


def _page(roster: Roster, table: Table, frame: Frame) -> Page:
    template = "pages/roster_data.html" if roster.slug else "pages/in_office_data.html"
    data = Data(_guide, roster, table.about, frame)
    return Page(addresses.roster_data(roster.slug), template, data, changed=roster.changed)


def _guide(roster: Roster, about: tuple[tuple[str, str | int | bool], ...], frame: Frame) -> Mapping[str, object]:
    """Return what the page is made of that explains the files."""
    columns = tuple(replace(each, example=_example(each, place, roster)) for place, each in enumerate(roster.columns))
    title = f"{roster.title}：数据说明"
    meta = Meta(
        title=title,
        description=f"{roster.name}：数据文件、各栏含义、更新规则和许可。",
        column=columns_of(roster.terms)["roster" if roster.slug else "in_office"],
    )
    return {
        "site": frame,
        "meta": meta,
        "programme": roster.programme,
        "roster": roster,
        "page_of_roster": addresses.roster(roster.slug) if roster.slug else addresses.in_office(),
        "columns": columns,
        "about": tuple((name, _ABOUT[name]) for name in (*(each for each, _ in about), "columns")),
        "files": {kind: addresses.roster_file(roster.slug, kind) for kind in ("csv", "xlsx", "json", "schema.json")},
    }


def _example(column: Column, place: int, roster: Roster) -> str:
    """Return the column's own example; of columns that are not the form's, what stands there first."""
    if column.example or column.of_form:
        return column.example
    return next((row[place] for row in roster.rows if row[place]), "")
