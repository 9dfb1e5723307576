"""What a page says of itself to programs: marks of government sites, Open Graph, JSON-LD; and whose site it is."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline import content, public, render
from pipeline.pages import Code, Page, plan
from pipeline.pages.days import moment, published
from pipeline.pages.embedded import as_json
from pipeline.public.office import PublicImprint, PublicLicence
from pipeline.public.types import PublicSite
from tests import samples
from tests.unit import public_fixture as fixture
from tests.unit.html_reader import read, text_of

SLUG = fixture.SLUG
HOST = "https://shili.example/"
ROUND = f"{SLUG}/publicity/2020-12-14/"
NOTICE = f"{SLUG}/certification/2020-12-25/"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# What the guideline asks of every page of a column.
COLUMN = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
IMPRINT = PublicImprint(
    owner="示例市科学技术协会",
    address="示例市样本路1号",
    registration="豫ICP备00000000号-1",
    police_registration="豫公网安备 41090000000000号",
    emblem="content/biaoshi.png",
    emblem_kind="党政机关",
    emblem_url="https://biaoshi.example/",
)


def _site(url: str = HOST) -> PublicSite:
    programme = fixture.programme()
    notice = replace(programme.notice, published_on=date(2020, 11, 25))
    return fixture.site(replace(programme, notice=notice), fixture.fresh_programme(), url=url)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the pages of the site that shows everything."""
    return _drawn(_site(), tmp_path_factory.mktemp("root"))


def _drawn(shown: PublicSite, root: Path) -> dict[str, str]:
    files = fixture.draw(shown, fixture.root(root))
    return {path: text for path, text in files.items() if path.endswith(".html")}


def _named(html: str) -> dict[str, str]:
    marks = [(each["name"], each["content"]) for each in read(html).all("meta") if "name" in each]
    names = [name.lower() for name, _ in marks]
    assert len(names) == len(set(names))
    return dict(marks)


def _graph(html: str) -> dict[str, str]:
    return {each["property"]: each["content"] for each in read(html).all("meta") if "property" in each}


def _facts(html: str) -> Any:
    found = [json.loads(each) for each in BLOCK.findall(html)]
    assert len(found) == 1
    assert found[0]["@context"] == "https://schema.org"
    return found[0]


def test_every_page_has_the_marks_of_a_site(site: dict[str, str]) -> None:
    """Name, domain, description and address on every page; nothing twice, nothing empty, nobody as an author."""
    for path, html in site.items():
        named = _named(html)
        assert named.keys() >= {"SiteName", "SiteDomain", "Description"}
        assert ("Url" in named) is (path != "404.html")
        assert all(each.strip() for each in (*named.values(), *_graph(html).values()))
        assert named.keys() & {"Author", "Image", "SiteIDCode"} == set()


def test_pages_of_a_column_name_it_in_full(site: dict[str, str]) -> None:
    """All four marks of a column or none; home, site map and the page of lost ways belong to none."""
    without = {path for path, html in site.items() if not _named(html).keys() & COLUMN}
    assert without == {"index.html", "404.html", "sitemap/index.html"}
    assert [path for path in site.keys() - without if not _named(site[path]).keys() >= COLUMN] == []


@pytest.mark.parametrize(
    ("path", "title", "day"),
    [
        (f"{SLUG}/", "示例市科协关于开展首批“样本之光”联络员推荐认定工作的通知", "2020-11-25 09:30"),
        (ROUND, "首批“样本之光”联络员推荐认定拟认定名单公示", "2020-12-14"),
        (NOTICE, "示例市科协关于认定首批“样本之光”联络员的通知", "2020-12-25"),
    ],
)
def test_articles_say_what_they_are(path: str, title: str, day: str, site: dict[str, str]) -> None:
    """Title, source and time as they are told: no time of day where none is known."""
    named = _named(site[f"{path}index.html"])
    assert (named["ArticleTitle"], named["ContentSource"], named["PubDate"]) == (title, "示例市科学技术协会", day)
    assert named["Url"] == f"{HOST}{path}"
    assert "首批“样本之光”联络员推荐认定" in named["Keywords"].split(",")


def test_notice_of_unknown_day_says_none(site: dict[str, str]) -> None:
    """Where the time of publication is not told, there is neither a date nor a guess."""
    html = site["ketizu-2021/index.html"]
    assert "PubDate" not in _named(html)
    assert "article:published_time" not in _graph(html)


def test_open_graph_of_an_article(site: dict[str, str]) -> None:
    """Title with its word of warning, kind, address, site, language, time."""
    assert _graph(site[f"{SLUG}/index.html"]) == {
        "og:type": "article",
        "og:title": "【演示】示例市科协关于开展首批“样本之光”联络员推荐认定工作的通知",
        "og:description": _named(site[f"{SLUG}/index.html"])["Description"],
        "og:site_name": "示例市科协推荐认定公示",
        "og:locale": "zh_CN",
        "article:published_time": "2020-11-25T09:30:00+08:00",
        "og:url": f"{HOST}{SLUG}/",
    }
    assert _graph(site["index.html"])["og:type"] == "website"


def test_descriptions_read_well(site: dict[str, str]) -> None:
    """A programme called 推荐认定 does not run into its list."""
    texts = [_named(html)["Description"] for html in site.values()]
    assert [each for each in texts if "认定认定" in each] == []
    assert "首批“样本之光”联络员推荐认定的认定名单，截至2021年3月17日，共12名。" in texts


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "WebSite"),
        (f"{SLUG}/", "GovernmentService"),
        (ROUND, "Event"),
        (f"{SLUG}/roster/", "Dataset"),
        ("roster/", "Dataset"),
    ],
)
def test_facts_are_data_of_schema_org(path: str, kind: str, site: dict[str, str]) -> None:
    """The block can be read, and is of the page on which it stands."""
    facts = _facts(site[f"{path}index.html"])
    assert facts["@type"] == kind
    assert facts.get("url", f"{HOST}{path}") == f"{HOST}{path}"


def test_facts_of_a_round_and_of_a_roster(site: dict[str, str]) -> None:
    """The period with who holds it; the files with their kinds, and no licence where none is set."""
    event = _facts(site[f"{ROUND}index.html"])
    assert (event["startDate"], event["endDate"]) == ("2020-12-14", "2020-12-18")
    assert event["organizer"] == {"@type": "Organization", "name": "示例市科学技术协会"}
    data = _facts(site[f"{SLUG}/roster/index.html"])
    assert {each["contentUrl"] for each in data["distribution"]} == {
        f"{HOST}{SLUG}/roster/roster.{kind}" for kind in ("csv", "xlsx", "json")
    }
    assert "license" not in data


@pytest.mark.parametrize(("url", "told"), [("https://licence.example/", "https://licence.example/"), ("", "许可")])
def test_licence_stands_in_the_facts(url: str, told: str, tmp_path: Path) -> None:
    """By its address where it has one, else by its name."""
    path = f"{SLUG}/roster/index.html"
    shown = replace(_site(), licence=PublicLicence("许可", url))
    assert _facts(_pages(shown, tmp_path, path)[path])["license"] == told


def _pages(shown: PublicSite, root: Path, *paths: str) -> Mapping[str, str]:
    wanted = (each for each in plan(shown) if each.path in paths or each.path.startswith("assets/"))
    outputs, findings = render.all(wanted, root)
    assert findings == ()
    return {each.path: each.data.decode("utf-8", errors="replace") for each in outputs}


def test_without_an_address_nothing_is_absolute(tmp_path: Path) -> None:
    """Neither marks nor facts hold an address of the site; files are named as they stand beside the page."""
    pages = _drawn(_site(url=""), tmp_path)
    for html in pages.values():
        assert HOST not in html
        assert _named(html).keys() & {"Url", "SiteDomain"} == set()
        assert "og:url" not in _graph(html)
    data = _facts(pages[f"{SLUG}/roster/index.html"])
    assert [each["contentUrl"] for each in data["distribution"]] == ["roster.csv", "roster.xlsx", "roster.json"]


def test_facts_stay_within_their_block() -> None:
    """No value can end the block or begin a comment in it."""
    text = as_json({"name": "</script><!--<script>&amp;"})
    assert re.search("[<>&]", text) is None
    assert json.loads(text) == {"name": "</script><!--<script>&amp;"}


def test_facts_name_nobody(site: dict[str, str]) -> None:
    """What is told to search engines of lists is not who is on them."""
    blocks = "".join(each for html in site.values() for each in BLOCK.findall(html))
    assert [each for each in fixture.NAMES if each in blocks] == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2020-11-25 09:30", "2020-11-25T09:30:00+08:00"),
        ("2020年11月25日 9：05", "2020-11-25T09:05:00+08:00"),
        ("2020-11-25", "2020-11-25"),
        ("", "2020-11-25"),
        ("2020-11-25 24:00", "2020-11-25"),
    ],
)
def test_times_as_offices_write_them(said: str, told: str) -> None:
    """A time of day is told to machines where one is written."""
    assert published(date(2020, 11, 25), said) == told


def test_moment_of_a_day_is_its_beginning_in_china() -> None:
    """A day without a time begins at midnight of UTC+8."""
    assert moment(date(2021, 3, 5)) == "2021-03-05T00:00:00+08:00"


def test_foot_says_whose_site_it_is(tmp_path: Path) -> None:
    """Owner, address, both registrations with their links, and the emblem in a file of the site."""
    shown = replace(_site(), imprint=IMPRINT)
    (tmp_path / "content").mkdir()
    (tmp_path / IMPRINT.emblem).write_bytes(b"\x89PNG")
    pages = _pages(shown, tmp_path, "sitemap/index.html")
    page = read(pages["sitemap/index.html"])
    text = text_of(pages["sitemap/index.html"])
    assert "主办单位：示例市科学技术协会" in text
    assert "地址：示例市样本路1号" in text
    links = {each["href"] for each in page.all("a")}
    assert links >= {
        "https://beian.miit.gov.cn/",
        "https://beian.mps.gov.cn/#/query/webSearch?code=41090000000000",
        "https://biaoshi.example/",
    }
    emblem = page.all("img")[0]
    assert (emblem["alt"], emblem["src"].removeprefix("../") in pages) == ("党政机关网站标识", True)


def test_foot_says_nothing_that_is_not_set(site: dict[str, str]) -> None:
    """Without 备案 and 标识 there is no trace of either."""
    assert [path for path, html in site.items() if "beian" in html or "网站标识" in html] == []


def test_settings_reach_the_foot(tmp_path: Path) -> None:
    """主办, 地址, 备案, 公安备案, 网站标识 and 数据许可 in site.yml are read, judged and handed on."""
    written = (
        "主办: 示例市科学技术协会\n地址: 示例市样本路1号\n备案: 豫ICP备00000000号-1\n"
        "公安备案: 豫公网安备 41090000000000号\n网站标识: {图片: biaoshi.png, 网址: 'https://biaoshi.example/'}\n"
        "数据许可: {名称: 许可}\n联系:"
    )
    root = samples.write(tmp_path, ("site", "联系:", written))
    (root / "content/biaoshi.png").write_bytes(b"\x89PNG")
    loaded, findings = content.load(root)
    assert findings == ()
    view, _ = public.project(loaded, date(2021, 3, 17))
    assert (view.imprint, view.licence) == (IMPRINT, PublicLicence("许可", ""))


def test_days_of_what_is_private_are_private(tmp_path: Path) -> None:
    """A correction of a field that no list shows moves no day that is told."""
    events = "  - {日期: 2021-02-01, 事项: 更正, 栏目: 手机号, 原: 13800000009, 新: 13800000001}\n"
    plain = samples.write(tmp_path / "plain")
    mended = samples.write(tmp_path / "mended", **{"a-001": samples.A_001 + events})
    views = [public.project(content.load(root)[0], date(2021, 3, 17))[0] for root in (plain, mended)]
    assert views[0] == views[1]
    assert views[0].programmes[0].roster[0].changed_on == date(2020, 12, 25)


def test_codes_lead_to_the_pages_that_print_them() -> None:
    """Notice, rounds and certification notices have a code each; later pages of a list and other pages have none."""
    shown = fixture.site(fixture.programme(201))
    planned = plan(shown)
    codes = {each.path: each.text for each in planned if isinstance(each, Code)}
    pages = [each for each in planned if isinstance(each, Page)]
    told = {each.path: str(each.data["print_code"]) for each in pages if each.data.get("print_code")}
    assert set(told) == {
        f"{SLUG}/index.html",
        *(f"{SLUG}/publicity/{each}index.html" for each in ("", "2020-12-14/", "2021-03-15/")),
        f"{NOTICE}index.html",
    }
    webs = {each.path: each.web for each in pages}
    assert {path: codes[code] for path, code in told.items()} == {path: webs[path] for path in told}
