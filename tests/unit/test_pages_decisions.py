"""What the pages of decisions say: certification notices, certificates, editions, numbers."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.pages import Page, plan
from pipeline.paper import qr
from pipeline.public.decisions import (
    Amendment,
    Edition,
    Honour,
    Outcome,
    Period,
    PublicCertificate,
    Record,
    Renewal,
)
from pipeline.public.types import PublicProgramme
from tests.unit import code_reader
from tests.unit import public_fixture as public
from tests.unit.html_reader import read, text_of
from tests.unit.public_fixture import draw

SLUG = public.SLUG
NOTICE = f"{SLUG}/certification/2020-12-25/index.html"
ROUND = f"{SLUG}/publicity/2020-12-14/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the files of the site that shows everything."""
    return draw(public.site(), tmp_path_factory.mktemp("root"))


def _page(programme: PublicProgramme, path: str, folder: Path) -> str:
    return text_of(draw(public.site(programme), folder)[path])


def _certificate(folder: Path, **changes: object) -> str:
    programme = public.programme()
    first: PublicCertificate = replace(programme.certificates[0], **changes)  # type: ignore[arg-type]
    changed = replace(programme, certificates=(first, *programme.certificates[1:]))
    return _page(changed, f"{SLUG}/certificate/{first.number}/index.html", folder)


def test_certification_notice_is_laid_out_as_a_document(site: dict[str, str]) -> None:
    """Title, number, addressees, decision, term, duties, annex, signature and day stand in their order."""
    page = text_of(site[NOTICE])
    told = [
        "示例市科协关于认定首批“样本之光”联络员的通知示例〔2020〕21号来源：示例市科学技术协会发布日期：2020年12月25日",
        "各县（区）科协，各高校、企业科协：根据《示例市科协关于开展首批“样本之光”联络员推荐认定工作的通知》（示例〔2020〕9号）",
        "决定认定王示例等12名（其中A类12名），名单见附件。任期2年，自2020年12月25日起，至2022年12月24日止。",
        "A类：联系专家。B类：联系企业。附件：首批“样本之光”联络员名单示例市科学技术协会2020年12月25日",
        "附件首批“样本之光”联络员名单共12名，按类别排列，同一类别的按姓氏笔画为序",
        "A类（12名）1王示例A类示例大学企业服务部部长YBZG-2020-A001",
        "12（已取消资格，2021年3月5日）YBZG-2020-A012",
        "更正说明第2版，2021年1月8日：序号2，“职务”由“副处长”更正为“科研处副处长”。",
    ]
    places = [page.find(each) for each in told]
    assert places == sorted(places)
    assert -1 not in places


def test_a_list_without_categories_is_one_list(tmp_path: Path) -> None:
    """Where there are no categories, none is told."""
    programme = public.programme()
    (notice,) = programme.certifications
    plain = replace(notice, entries=tuple(replace(each, category="") for each in notice.entries), editions=())
    page = _page(replace(programme, certifications=(plain,)), NOTICE, tmp_path)
    assert "名单共12名，按姓氏笔画为序首批“样本之光”联络员名单序号姓名类别所在单位职务证书编号1王示例" in page
    assert "更正说明" not in page


def test_later_pages_of_a_notice_hold_the_list_alone(tmp_path: Path) -> None:
    """The text stands on the first page; the count of a category is that of the whole list."""
    page = _page(public.programme(201), f"{SLUG}/certification/2020-12-25/2/index.html", tmp_path)
    assert "通知正文见第1页。附件首批“样本之光”联络员名单共201名" in page
    assert "A类（201名）201（已取消资格" in page
    assert "决定认定" not in page


def test_everything_leads_to_the_notice_and_to_the_certificates(site: dict[str, str]) -> None:
    """Progress, round and roster lead to the notice, every number to its certificate, every page to the checking."""
    for path, way in (
        (f"{SLUG}/index.html", "certification/2020-12-25/index.html"),
        (f"{SLUG}/roster/index.html", "../certification/2020-12-25/index.html"),
        (f"{SLUG}/certificate/YBZG-2020-A001/index.html", "../../certification/2020-12-25/index.html"),
        (f"{SLUG}/roster/index.html", "../certificate/YBZG-2020-A012/index.html"),
        (NOTICE, "../../certificate/YBZG-2020-A012/index.html"),
        (ROUND, "../../certificate/index.html"),
        ("roster/index.html", "statistics/index.html"),
    ):
        assert way in {each.get("href") for each in read(site[path]).all("a")}, path


def test_a_round_leads_to_the_notices_of_its_members(tmp_path: Path) -> None:
    """The outcome names the notice by its 文号."""
    programme = public.programme()
    first = replace(programme.rounds[0], certifications=("2020-12-25",), outcome=Outcome(9, 1, 1, 1))
    page = _page(replace(programme, rounds=(first,)), ROUND, tmp_path)
    assert (
        "公示结果拟认定12名：认定9名，未予认定1名，撤回1名，尚待决定1名。认定通知示例〔2020〕21号2020年12月25日"
    ) in page


@pytest.mark.parametrize(
    ("left", "as_of", "told"),
    [
        (2, date(2021, 3, 17), "剩余今天之后还剩2个工作日"),
        (0, date(2021, 3, 19), "剩余今天是最后一天"),
        (None, date(2021, 3, 17), "期限5个工作日（含首日）历次公示"),
    ],
)
def test_countdown(left: int | None, as_of: date, told: str, tmp_path: Path) -> None:
    """What is left is told in words, and nothing where it is not known."""
    programme = public.programme()
    running = replace(programme.rounds[1], left=left)
    site = replace(public.site(replace(programme, rounds=(programme.rounds[0], running))), as_of=as_of)
    assert told in text_of(draw(site, tmp_path)[f"{SLUG}/publicity/index.html"])


def test_a_line_published_anew_has_its_own_period(tmp_path: Path) -> None:
    """The line tells its period, and the home page that something is open."""
    programme = public.programme()
    over = programme.rounds[0]
    period = Period(date(2021, 3, 16), date(2021, 3, 22), running=True, left=3)
    again = replace(over, entries=(replace(over.entries[0], again=period), *over.entries[1:]))
    files = draw(public.site(replace(programme, rounds=(again,))), tmp_path)
    assert "1王示例重新公示2021年3月16日至2021年3月22日A类" in text_of(files[ROUND])
    assert "重新公示1名，2021年3月16日至2021年3月22日，今天之后还剩3个工作日。有异议的" in text_of(files["index.html"])


@pytest.mark.parametrize(
    ("amendment", "told"),
    [
        (Amendment("更正", 3, "职务", "主任", "副主任"), "序号3，“职务”由“主任”更正为“副主任”。"),
        (Amendment("变更", 3, "职务", "主任", "处长"), "序号3，“职务”由“主任”变更为“处长”。"),
        (Amendment("更正", 3, "职务", "", "主任"), "序号3，“职务”补充为“主任”。"),
        (Amendment("更正", 3, "职务", "主任", ""), "序号3，“职务”原为“主任”，现予删去。"),
        (Amendment("更正", 3, "职务", None, None), "序号3，“职务”已更正，内容不再列示。"),
        (Amendment("更正", 3, "", None, None, date(2021, 1, 14)), "序号3，经更正重新公示，重新公示至2021年1月14日。"),
    ],
)
def test_editions_in_words(amendment: Amendment, told: str, tmp_path: Path) -> None:
    """What was amended is told as far as the line still shows it."""
    programme = public.programme()
    amended = replace(programme.rounds[0], editions=(Edition(2, date(2021, 1, 8), (amendment,)),))
    page = _page(replace(programme, rounds=(amended,)), ROUND, tmp_path)
    assert f"更正说明第2版，2021年1月8日：{told}" in page
    assert "第2版（见更正说明）" in page


def test_valid_certificate(site: dict[str, str]) -> None:
    """Number, standing, who, when, how long, and how to check."""
    page = text_of(site[f"{SLUG}/certificate/YBZG-2020-A001/index.html"])
    assert (
        "YBZG-2020-A001有效截至2021年3月17日，本证书在任期内。姓名王示例类别A类所在单位示例大学"
        "认定项目首批“样本之光”联络员推荐认定认定单位示例市科学技术协会认定日期2020年12月25日"
        "认定通知示例〔2020〕21号任期2020年12月25日至2022年12月24日扫描打开本页核验"
        "核验证书，请看本页的状态，并对照证书上所印的编号和姓名、类别、所在单位。有一处不一致的，请向示例市科学技术协会查询。"
    ) in page


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("YBZG-2020-A011", "任期届满本证书的任期已满，自2021年3月2日起不再有效。"),
        ("YBZG-2020-A012", "已取消持证资格已取消，本证书自2021年3月5日起不再有效。持证人（姓名等信息不再列示）"),
    ],
)
def test_certificate_that_is_no_longer_valid(site: dict[str, str], number: str, told: str) -> None:
    """It says so, and since when."""
    assert f"{number}{told}" in text_of(site[f"{SLUG}/certificate/{number}/index.html"])


def test_certificate_of_who_resigned(tmp_path: Path) -> None:
    """Leaving is told as leaving."""
    page = _certificate(tmp_path, standing="已退出", since=date(2021, 2, 26), cells=())
    assert "已退出持证人已退出，本证书自2021年2月26日起不再有效。" in page


def test_certificate_tells_what_came_before_and_after(tmp_path: Path) -> None:
    """续聘, honours, the earlier and the later certification stand on it."""
    page = _certificate(
        tmp_path,
        renewals=(Renewal(date(2022, 12, 20), date(2024, 12, 24)),),
        honours=(Honour(date(2021, 12, 20), "年度评估优秀"),),
        again=Record(SLUG, "第二批", "YBZG-2024-A007", date(2024, 12, 30)),
        before=Record(SLUG, "试点", "", date(2018, 12, 25)),
    )
    assert "持证人已再次认定，现行证书为YBZG-2024-A007。" in page
    assert (
        "续聘2022年12月20日，任期延至2024年12月24日工作评价年度评估优秀（2021年12月20日）前次认定2018年12月25日，试点"
        in page
    )


def test_roster_tells_who_was_certified_again(tmp_path: Path) -> None:
    """The earlier line leads to the later certificate; honours stand beside the standing."""
    programme = public.programme()
    later = Record("dier-2022", "第二批", "YBZG-2022-A007", date(2022, 12, 30))
    first = replace(programme.roster[0], standing="已再次认定", in_office=False, again=later)
    second = replace(programme.roster[1], honours=(Honour(date(2021, 12, 20), "年度评估优秀"),))
    page = _page(
        replace(programme, roster=(first, second, *programme.roster[2:])), f"{SLUG}/roster/index.html", tmp_path
    )
    assert "已再次认定2022年12月30日见YBZG-2022-A007" in page
    assert "在任年度评估优秀（2021年）" in page


def test_checking_is_explained(site: dict[str, str]) -> None:
    """How to check a number, and what it means when it is not found; the page of lost ways says so too."""
    page = text_of(site[f"{SLUG}/certificate/index.html"])
    assert "截至2021年3月17日，共发出证书12份。" in page
    assert f"https://shili.example/{SLUG}/certificate/编号/" in page
    for text in (page, text_of(site["404.html"])):
        assert "不是本站公布的证书编号，请勿采信" in text


def test_without_an_address_there_is_no_code(tmp_path: Path) -> None:
    """A QR code must say where to go; without the site's own address there is none, and checking is told otherwise."""
    shown = public.site(url="")
    assert [each.path for each in plan(shown) if each.path.endswith("qr.svg")] == []
    files = draw(shown, tmp_path)
    assert read(files[f"{SLUG}/certificate/YBZG-2020-A001/index.html"]).all("svg") == []
    assert "在本页网址的末尾接着写证书上的编号" in text_of(files[f"{SLUG}/certificate/index.html"])


def test_every_code_leads_to_its_own_certificate(site: dict[str, str]) -> None:
    """A reader of the code gets the address of the page it stands on, and who sees no picture is told what it is."""
    pages = {each.path: each.web for each in plan(public.site()) if isinstance(each, Page)}
    codes = {path: code_reader.codes(site[path]) for path, web in pages.items() if "-A0" in path}
    assert len(codes) == 12
    assert codes == {path: [pages[path]] for path in codes}
    assert read(site[min(codes)]).all("svg")[0] == {
        "role": "img",
        "aria-label": "二维码，内容是本页的网址",
        "width": "148",
        "height": "148",
    }


def test_code_on_the_page_is_the_encoders(site: dict[str, str]) -> None:
    """The page holds the very picture that the encoder gives."""
    pages = [each for each in plan(public.site()) if isinstance(each, Page) and "-A0" in each.path]
    for each in pages:
        assert f"\n{qr.to_svg(each.web).decode()}" in site[each.path]


def test_numbers_are_tables_with_bars(site: dict[str, str]) -> None:
    """The numbers stand in tables; the bar is as long as its number, and no program or style draws it."""
    page = site["roster/statistics/index.html"]
    assert "类别累计认定在任A类1210" in text_of(page)
    assert "年份当年认定年末在任2020年12122021年（截至本日）010" in text_of(page)
    assert "推荐单位累计认定在任示例大学科协1210" in text_of(page)
    assert [each["width"] for each in read(page).all("rect")] == ["100", "100", "83", "100"]
    assert [
        each for tag, each in read(page).elements if "style" in each or (tag == "script" and "src" not in each)
    ] == []
