"""Which pages a site has, where they stand, and who is on which list."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.pages import Copy, Page, TableFile, addresses, plan
from pipeline.pages.paging import PER_PAGE, Pager, Step, paged
from pipeline.public.decisions import Cell
from pipeline.public.types import PublicFile, PublicSite
from tests.unit import public_fixture as public

SLUG = public.SLUG
NUMBERS = tuple(f"YBZG-2020-A{number:03}" for number in range(1, 13))
ASSETS = ("assets/icon.svg", "assets/large.js", "assets/print.css", "assets/site.css")


def _paths(site: PublicSite) -> list[str]:
    return [each.path for each in plan(site)]


def _page(site: PublicSite, path: str) -> Page:
    return next(each for each in plan(site) if each.path == path and isinstance(each, Page))


def test_pages_of_a_site_in_the_order_of_their_addresses() -> None:
    """A programme has the pages that it has something for, the site those that every site has."""
    assert _paths(public.site()) == [
        "index.html",
        "404.html",
        "_headers",
        "assets/finder-search.js",
        "assets/finder.js",
        "assets/form-ketizu-2021.css",
        f"assets/form-{SLUG}.css",
        *ASSETS,
        "calendar.ics",
        "feed.xml",
        "ketizu-2021/index.html",
        "ketizu-2021/form/index.html",
        "ketizu-2021/form/ketizu-2021.docx",
        "ketizu-2021/form/ketizu-2021.pdf",
        "ketizu-2021/form/qr.svg",
        "ketizu-2021/notice.pdf",
        "ketizu-2021/qr.svg",
        f"{SLUG}/index.html",
        f"{SLUG}/attachments/file-c44d2e2ffa.txt",
        f"{SLUG}/certificate/index.html",
        *(f"{SLUG}/certificate/{each}/index.html" for each in NUMBERS),
        f"{SLUG}/certification/2020-12-25/index.html",
        f"{SLUG}/certification/2020-12-25/certification.pdf",
        f"{SLUG}/certification/2020-12-25/qr.svg",
        f"{SLUG}/form/index.html",
        f"{SLUG}/form/{SLUG}.docx",
        f"{SLUG}/form/{SLUG}.pdf",
        f"{SLUG}/form/qr.svg",
        f"{SLUG}/notice.pdf",
        f"{SLUG}/publicity/index.html",
        f"{SLUG}/publicity/2020-12-14/index.html",
        f"{SLUG}/publicity/2020-12-14/people.js",
        f"{SLUG}/publicity/2020-12-14/publicity.pdf",
        f"{SLUG}/publicity/2020-12-14/qr.svg",
        f"{SLUG}/publicity/2021-03-15/index.html",
        f"{SLUG}/publicity/2021-03-15/publicity.pdf",
        f"{SLUG}/publicity/2021-03-15/qr.svg",
        f"{SLUG}/qr.svg",
        f"{SLUG}/roster/index.html",
        f"{SLUG}/roster/data/index.html",
        f"{SLUG}/roster/people.js",
        *(f"{SLUG}/roster/roster.{each}" for each in ("csv", "json", "pdf", "schema.json", "xlsx")),
        "robots.txt",
        "roster/index.html",
        "roster/data/index.html",
        "roster/people.js",
        *(f"roster/roster.{each}" for each in ("csv", "json", "schema.json", "xlsx")),
        "roster/statistics/index.html",
        "sitemap.xml",
        "sitemap/index.html",
    ]


def test_site_without_programmes_still_has_a_home() -> None:
    """Nothing but the home page and what every site has."""
    empty = replace(public.site(), programmes=(), statistics=())
    assert _paths(empty) == [
        *("index.html", "404.html", "_headers", *ASSETS, "feed.xml", "robots.txt", "sitemap.xml", "sitemap/index.html")
    ]


def test_site_without_an_address_says_nothing_absolute() -> None:
    """Without 网址 there is no sitemap, no feed, no canonical address, and a page of lost ways that leads nowhere."""
    site = public.site(url="")
    pages = [each for each in plan(site) if isinstance(each, Page)]
    assert [each for each in _paths(site) if each.endswith((".xml", "qr.svg"))] == []
    assert {(each.web, each.base) for each in pages if each.template != "people.js"} == {("", "")}


def test_canonical_address_of_the_latest_round_is_its_own_page() -> None:
    """The same round stands at two addresses; one of them names it."""
    site = public.site()
    latest, own = _page(site, f"{SLUG}/publicity/index.html"), _page(site, f"{SLUG}/publicity/2021-03-15/index.html")
    assert latest.web == own.web == f"https://shili.example/{SLUG}/publicity/2021-03-15/"
    assert latest.data == own.data


def test_lists_go_by_two_hundred() -> None:
    """A list of 401 has three pages, the round's, the roster's and that of those in office alike."""
    paths = _paths(public.site(public.programme(401)))
    assert [each for each in paths if each.startswith(f"{SLUG}/publicity/2020-12-14/")] == [
        f"{SLUG}/publicity/2020-12-14/{each}"
        for each in ("index.html", "2/index.html", "3/index.html", "people.js", "publicity.pdf", "qr.svg")
    ]
    assert [each for each in paths if each.endswith("index.html") and each.startswith(f"{SLUG}/roster/")] == [
        f"{SLUG}/roster/{each}index.html" for each in ("", "2/", "3/", "data/")
    ]
    assert [each for each in paths if each.startswith("roster/") and each.endswith("index.html")] == [
        *("roster/index.html", "roster/2/index.html", "roster/data/index.html", "roster/statistics/index.html"),
    ]
    assert [each for each in paths if each.startswith(f"{SLUG}/certification/")] == [
        f"{SLUG}/certification/2020-12-25/{each}"
        for each in ("index.html", "2/index.html", "3/index.html", "certification.pdf", "qr.svg")
    ]


@given(st.integers(0, 1500))
def test_every_row_is_on_exactly_one_page(count: int) -> None:
    """Pages in turn hold all rows in their order, none more than 200, none empty but the only one."""
    rows = tuple(range(count))
    pages = [held for held, _ in paged(rows, str)]
    assert tuple(row for held in pages for row in held) == rows
    assert all(0 < len(held) <= PER_PAGE for held in pages) or pages == [()]


def test_pager_leaves_out_what_is_far() -> None:
    """The first, the last and the near pages are linked, with a gap where pages are left out."""
    pagers = {pager.number: pager for _, pager in paged(tuple(range(9 * PER_PAGE)), str)}
    steps = tuple(Step(number, str(number), number == 9) for number in (1, 2, 3, 4, 5, 9))
    assert pagers[3] == Pager(3, 9, "2", "4", steps)
    assert (pagers[1].previous, pagers[9].following) == ("", "")


def test_lines_that_lost_their_name_keep_their_number() -> None:
    """A withdrawn line has its number and its note and no cell."""
    lines = _page(public.site(), f"{SLUG}/publicity/2020-12-14/index.html").data["lines"]
    assert isinstance(lines, tuple)
    assert [(each.number, each.note, each.cells) for each in lines if each.note] == [(3, "已撤回", ())]
    assert [each.number for each in lines] == list(range(1, 13))


def test_cells_stand_under_their_columns() -> None:
    """A former holder who shows one field has it in its column and blanks beside it."""
    programme = public.programme()
    unit = Cell("所在单位", "所在单位", "示例大学")
    former = replace(programme.roster[-1], cells=(unit,))
    site = public.site(replace(programme, roster=(*programme.roster[:-1], former)))
    lines = _page(site, f"{SLUG}/roster/index.html").data["lines"]
    assert isinstance(lines, tuple)
    assert [each.text for each in lines[-1].cells] == ["", "", "示例大学", ""]


def test_those_in_office_of_one_series_are_one_list() -> None:
    """Batches of a series are numbered through and say their batch; who is no longer in office is not there."""
    first = public.programme(3)
    second = replace(public.programme(4), slug="lianluoyuan-2021", name="第二批", roster=public.holders(4))
    other = replace(public.programme(3), slug="qita-2021", name="其他", series="")
    sections = _page(public.site(first, second, other), "roster/index.html").data["sections"]
    assert isinstance(sections, tuple)
    assert [(each.series, each.total, each.several) for each in sections] == [
        ("样本之光联络员", 3, True),
        ("其他", 1, False),
    ]
    assert [(each.number, each.programme) for each in sections[0].lines] == [
        (1, "首批“样本之光”联络员推荐认定"),
        (2, "第二批"),
        (3, "第二批"),
    ]


def test_roster_as_data_tells_standing_and_days() -> None:
    """The data say what the page says, with days that sort; the last lines are a past term and a revoked one."""
    table = next(each.table for each in plan(public.site()) if isinstance(each, TableFile))
    assert table.columns == (
        *("序号", "姓名", "类别", "所在单位", "职务", "证书编号", "认定日期", "任期至", "状态"),
        *("状态起始日期", "核验网址", "说明"),
    )
    address = f"https://shili.example/{SLUG}/certificate"
    assert [row[5:11] for row in table.rows[-2:]] == [
        ("YBZG-2020-A011", "2020-12-25", "2021-03-01", "任期届满", "2021-03-02", f"{address}/YBZG-2020-A011/"),
        ("YBZG-2020-A012", "2020-12-25", "2022-12-24", "已取消资格", "2021-03-05", f"{address}/YBZG-2020-A012/"),
    ]
    assert table.rows[-1][:5] == ("12", "", "", "", "")


def test_columns_of_data_have_names_of_their_own() -> None:
    """Where the form too has a field 状态, the two columns differ."""
    programme = replace(public.programme(), roster_labels=("姓名", "状态"))
    table = next(each.table for each in plan(public.site(programme)) if isinstance(each, TableFile))
    assert [each for each in table.columns if each.startswith("状态")] == ["状态", "状态（2）", "状态起始日期"]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("form.docx", "x/attachments/form.docx"),
        ("Form.DOCX", "x/attachments/form.docx"),
        ("推荐表.docx", "x/attachments/file-7f40598cce.docx"),
        ("../etc/passwd", "x/attachments/file-3f35ca1fdd"),
        (".htaccess", "x/attachments/file-1796e22a38"),
        ("a b.表", "x/attachments/file-4cd3985ffa"),
    ],
)
def test_attachments_have_plain_names(name: str, path: str) -> None:
    """An attachment keeps a plain name, and gets a short digest for any other."""
    assert addresses.attachment("x", name) == path


def test_attachment_keeps_its_address_when_others_come() -> None:
    """The address depends on the file's own name alone."""
    one = PublicFile("甲.pdf", "content/a", 1)
    alone = replace(public.programme(), attachments=(one,))
    many = replace(public.programme(), attachments=(PublicFile("乙.pdf", "content/b", 1), one))
    copies = [[each.path for each in plan(public.site(p)) if isinstance(each, Copy)] for p in (alone, many)]
    assert copies[0][0] in copies[1]
    assert len(set(copies[1])) == 2


def test_progress_goes_by_day() -> None:
    """What happened stands in the order of its days."""
    steps = _page(public.site(), f"{SLUG}/index.html").data["steps"]
    assert isinstance(steps, tuple)
    assert [(each.kind, each.on, each.done, each.count) for each in steps] == [
        ("deadline", date(2020, 12, 8), True, 0),
        ("round", date(2020, 12, 14), True, 12),
        ("certified", date(2020, 12, 25), True, 12),
        ("round", date(2021, 3, 15), False, 4),
    ]
