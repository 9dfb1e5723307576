"""What pages say: the words that an office expects, with the facts in them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model import ListOrder
from pipeline.public.types import Phase, PublicProgramme
from pipeline.terms import PERSON, UNIT
from tests.unit import public_fixture as public
from tests.unit.html_reader import read, text_of
from tests.unit.public_fixture import draw

SLUG = public.SLUG
DEMONSTRATION = "演示数据，名单中的人员和单位均为虚构"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the files of the site that shows everything."""
    return draw(public.site(), tmp_path_factory.mktemp("root"))


def _page(programme: PublicProgramme, path: str, folder: Path) -> str:
    return text_of(draw(public.site(programme), folder)[f"{SLUG}/{path}"])


def test_every_file_of_a_demonstration_says_so(site: dict[str, str]) -> None:
    """Each page says it in its title and on the page, each data file in its data."""
    for path, text in site.items():
        if path.endswith(".html"):
            assert "<title>【演示】" in text
            assert DEMONSTRATION in text_of(text)
    rows = site[f"{SLUG}/roster/roster.csv"].splitlines()
    assert [row.endswith(f",{DEMONSTRATION}") for row in rows[1:]] == [True] * 12
    assert json.loads(site[f"{SLUG}/roster/roster.json"])["meta"]["演示"] is True


def test_real_site_says_nothing_of_a_demonstration(tmp_path: Path) -> None:
    """No file of a site in use has the word, but for the data that say it is none, and what explains them."""
    site = draw(public.site(demonstration=False), tmp_path)
    explained = ("roster/data/index.html", "roster/roster.json", "roster/roster.schema.json")
    assert [path for path, text in site.items() if "演示" in text] == [
        *(f"{SLUG}/{each}" for each in explained),
        *explained,
    ]
    assert json.loads(site[f"{SLUG}/roster/roster.json"])["meta"]["演示"] is False


def test_notice_is_word_for_word(site: dict[str, str]) -> None:
    """Title, number, addressees, body, signature and date stand as given, in their order."""
    page = text_of(site[f"{SLUG}/index.html"])
    told = [
        "示例市科协关于开展首批“样本之光”联络员推荐认定工作的通知示例〔2020〕9号来源：示例市科学技术协会",
        "发布时间：2020-11-2509:30下载PDF（",
        "KB）各县（区）科协，各高校、企业科协：为做好科技成果转化工作，",
        "一、推荐对象和基本条件（一）推荐对象。本通知所称联络员，",
        "1.热爱科技事业，责任心强，熟悉“科创示例·样本”平台，了解本单位科技创新成果的基本情况。2.能在本单位",
        "附件：《示例市科协“样本之光”联络员推荐表》示例市科学技术协会2020年11月25日附件",
    ]
    places = [page.find(each) for each in told]
    assert places == sorted(places)
    assert -1 not in places


def test_notice_breaks_its_title_where_the_office_does(site: dict[str, str]) -> None:
    """The line break of the title is that of the content."""
    assert "</span><br>联络员推荐认定工作的通知</h1>" in site[f"{SLUG}/index.html"]


def test_notice_says_where_things_stand(site: dict[str, str]) -> None:
    """Steps with their days, done and running told in words."""
    page = text_of(site[f"{SLUG}/index.html"])
    assert (
        "办理进展印发通知2020年11月25日推荐截止已截止2020年12月8日"
        "公示已期满2020年12月14日至2020年12月18日拟认定12名认定通知2020年12月25日示例〔2020〕21号，认定12名"
        "公示公示中2021年3月15日至2021年3月19日拟认定4名"
    ) in page
    assert "联系方式科室学会部联系人田样本、李例电话0393-0003001邮箱kexie@shili.example" in page


def test_notice_names_its_attachments_with_kind_and_size(site: dict[str, str]) -> None:
    """An attachment is called what people call it, whatever its address."""
    page = site[f"{SLUG}/index.html"]
    assert "推荐汇总表.txt（TXT，19字节）" in text_of(page)
    assert {"href": "attachments/file-c44d2e2ffa.txt", "download": "推荐汇总表.txt"} in read(page).all("a")


def test_publicity_says_basis_content_period_and_objection(site: dict[str, str]) -> None:
    """The four parts of a publicity notice in their order, its end, who gives it and when."""
    assert (
        "根据《示例市科协关于开展首批“样本之光”联络员推荐认定工作的通知》（示例〔2020〕9号），"
        "经推荐单位推荐、示例市科学技术协会审核，拟定认定名单，现予以公示。"
        "拟认定名单共12名，其中已撤回1名，按姓氏笔画为序，见下表。"
        "公示期自2020年12月14日至2020年12月18日，共5个工作日（含首日）。"
        "公示期内，对拟认定名单有异议的，可以向示例市科学技术协会反映。"
        "以单位名义反映的，须加盖单位公章；以个人名义反映的，须署真实姓名并留联系方式。匿名异议不予受理。反映途径如下："
        "受理单位示例市科学技术协会反映方式书面、电话、来访电话0393-0003001邮箱kexie@shili.example"
        "地址示例市样本路1号受理时间工作日8:30—17:30监督电话0393-0003009特此公示。"
        "示例市科学技术协会2020年12月14日"
    ) in text_of(site[f"{SLUG}/publicity/2020-12-14/index.html"])


def test_publicity_tells_whether_it_runs(site: dict[str, str]) -> None:
    """A running round says so; one that is over says since when, and where the result is."""
    running = text_of(site[f"{SLUG}/publicity/index.html"])
    over = text_of(site[f"{SLUG}/publicity/2020-12-14/index.html"])
    assert (
        "公示期公示中起始日期2021年3月15日截止日期2021年3月19日期限5个工作日（含首日）剩余今天之后还剩2个工作日"
        in running
    )
    assert "本次公示已于" not in running
    assert "本次公示已于2020年12月18日期满。公示结果拟认定12名：认定11名，撤回1名。" in over
    assert "异议收到2件，已处理1件" in over


def test_publicity_leads_to_all_rounds(site: dict[str, str]) -> None:
    """Every round's page names all rounds, the latest first."""
    for path in ("publicity/index.html", "publicity/2020-12-14/index.html"):
        assert ("历次公示2021年3月15日至2021年3月19日4名公示中2020年12月14日至2020年12月18日12名已期满") in text_of(
            site[f"{SLUG}/{path}"]
        )


def test_publicity_line_without_a_name(site: dict[str, str]) -> None:
    """A line that lost its name keeps number and note."""
    page = text_of(site[f"{SLUG}/publicity/2020-12-14/index.html"])
    assert "2李例B类示例科技园科研处副处长3（已撤回）4示例·买买提" in page


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"unit": "自然日", "days": 7, "first_day_counts": False}, "共7个自然日（首日不计入）。"),
        ({"entries": (), "names_hidden": True}, "公示期已满，名单不再登载。"),
    ],
)
def test_publicity_of_another_rule(changes: dict[str, object], told: str, tmp_path: Path) -> None:
    """The page says how its days are counted, and why a list is no longer there."""
    programme = public.programme()
    changed = replace(programme, rounds=(replace(programme.rounds[0], **changes),))  # type: ignore[arg-type]
    assert told in _page(changed, "publicity/index.html", tmp_path)


def test_publicity_says_that_names_are_hidden(tmp_path: Path) -> None:
    """Where names are hidden after the period, the page says so and keeps the lines."""
    programme = public.programme()
    entries = tuple(replace(each, cells=(), note="已隐去") for each in programme.rounds[0].entries)
    hidden = replace(programme.rounds[0], entries=entries, names_hidden=True)
    page = _page(replace(programme, rounds=(hidden,)), "publicity/index.html", tmp_path)
    assert "拟认定名单共12名，其中已隐去12名，" in page
    assert "期满后，不在认定名单上的不再列示姓名或名称。" in page
    assert "12（已隐去）" in page


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("按姓名笔画", "按姓名笔画为序"),
        ("按推荐单位", "按推荐单位排列，同一单位的按姓氏笔画为序"),
        ("手工", "按编定的次序排列"),
        ("按得分", "按得分由高到低排列"),
    ],
)
def test_order_is_told(order: str, told: str, tmp_path: Path) -> None:
    """The rule of the order stands above the list."""
    words = PERSON.of_order(ListOrder(order))
    page = _page(replace(public.programme(), order=words), "publicity/index.html", tmp_path)
    assert f"拟认定名单（共4名，{told}）" in page


def test_anonymous_objections_are_refused_only_where_the_programme_says_so(tmp_path: Path) -> None:
    """Nothing is demanded of those who object that the programme does not demand."""
    programme = public.programme()
    page = _page(
        replace(programme, objection=replace(programme.objection, named_only=False)), "publicity/index.html", tmp_path
    )
    assert "匿名" not in page


def test_roster_tells_standings_apart_in_words(site: dict[str, str]) -> None:
    """In office, expired and revoked are words, with the day since when; who is no longer shown has no name."""
    page = text_of(site[f"{SLUG}/roster/index.html"])
    assert "截至2021年3月17日，共认定12名：在任10名，任期届满1名，已取消资格1名。" in page
    assert "YBZG-2020-A0102020年12月25日至2022年12月24日在任11欧阳示例" in page
    assert "YBZG-2020-A0112020年12月25日至2021年3月1日任期届满自2021年3月2日起" in page
    assert ("12（姓名等信息不再列示）YBZG-2020-A0122020年12月25日至2022年12月24日已取消资格自2021年3月5日起") in page


def test_units_are_counted_as_units(tmp_path: Path) -> None:
    """A programme of organisations counts them by its own measure, and says how long they are valid."""
    page = _page(replace(public.programme(), terms=UNIT), "roster/index.html", tmp_path)
    assert "共认定12家：" in page
    assert "名单先列在册，再列有效期满和不再在册的；" in page
    assert "证书编号有效期状态" in page
    assert "（单位名称等信息不再列示）" in page


def test_term_without_an_end_begins(tmp_path: Path) -> None:
    """Where one has a term without an end, the roster says since when; where all have, it tells the day only."""
    programme = public.programme()
    without = tuple(replace(each, term_until=None) for each in programme.roster)
    number = "YBZG-2020-A001"
    one = (new if new.certificate_number == number else old for new, old in zip(without, programme.roster, strict=True))
    assert f"{number}2020年12月25日在任" in _page(replace(programme, roster=without), "roster/index.html", tmp_path)
    endless = replace(programme, roster=tuple(one))
    assert "YBZG-2020-A0012020年12月25日起在任" in _page(endless, "roster/index.html", tmp_path)


def test_those_in_office_on_one_page(site: dict[str, str]) -> None:
    """The page of those in office names the series and counts it."""
    page = text_of(site["roster/index.html"])
    assert "样本之光联络员在任10名（截至2021年3月17日）" in page
    assert "任期届满" not in page


def test_nobody_in_office_is_said(tmp_path: Path) -> None:
    """When all terms are over the page stays and says so."""
    programme = public.programme()
    over = replace(programme, roster=tuple(replace(each, in_office=False) for each in programme.roster))
    page = text_of(draw(public.site(over), tmp_path)["roster/index.html"])
    assert "截至2021年3月17日，没有在任期内的人员。" in page


def test_home_says_what_is_open_and_until_when(site: dict[str, str]) -> None:
    """What can be done today stands on the first page with its days."""
    page = text_of(site["index.html"])
    assert "截至2021年3月17日，共2个项目，其中2个正在进行。" in page
    assert (
        "首批“样本之光”联络员推荐认定公示中公示期2021年3月15日至2021年3月19日，5个工作日（含首日），今天之后还剩2个工作日，共4名。"
        in page
    )
    assert (
        "推荐截止2020年12月8日（已截止）在任10名接下来2021年3月19日公示期满（4名）；2022年12月24日任期届满（10名）通知原文推荐表公示认定名单"
        in page
    )
    assert "示例课题组征集（2021年度）征集中推荐截止2021年4月30日通知原文推荐表" in page


def test_home_when_nothing_is_open(tmp_path: Path) -> None:
    """A site at rest says so and still leads to its programmes."""
    rest = replace(public.programme(), phase=Phase.CERTIFIED, rounds=public.programme().rounds[:1])
    page = text_of(draw(public.site(rest), tmp_path)["index.html"])
    assert "共1个项目。正在进行现在没有正在征集或公示的项目。其他项目首批“样本之光”联络员推荐认定已认定" in page


def test_form_is_the_table_that_the_office_typed(site: dict[str, str]) -> None:
    """The mark of the attachment, the title, the cells in their order, boxes to tick, lines to sign."""
    page = text_of(site[f"{SLUG}/form/index.html"])
    assert (
        "附件版本0a1b2c3d示例市科协“样本之光”联络员推荐表示例市科协“样本之光”联络员推荐表（空白表）类别□A类□B类姓名"
        "所在单位职务社会职务职称手机号办公电话邮箱是否具备相应资格证书（若有，请注明）工作简历"
        "单位意见负责人签字：年月日县（区）/单位科协意见负责人签字：年月日"
    ) in page


def test_form_prints_what_stands_in_a_cell_beforehand(tmp_path: Path) -> None:
    """A text that the office prints into a cell stands there, in an opinion's cell above the signature."""
    programme = public.programme()
    *rows, last = programme.form.layout.rows
    label, value = last.cells
    opinion = replace(last, cells=(label, replace(value, text="情况属实，同意推荐。")))
    layout = replace(programme.form.layout, rows=(*rows, opinion))
    page = _page(replace(programme, form=replace(programme.form, layout=layout)), "form/index.html", tmp_path)
    assert "县（区）/单位科协意见情况属实，同意推荐。负责人签字：年月日" in page


def test_form_spans_its_columns(site: dict[str, str]) -> None:
    """Each row has as many columns as the form."""
    page = read(site[f"{SLUG}/form/index.html"])
    cells = [(tag, int(each.get("colspan", "1"))) for tag, each in page.elements if tag in {"tr", "th", "td"}]
    rows = "".join(" " if tag == "tr" else str(span) for tag, span in cells).split()
    assert rows == ["1111"] * 5 + ["13"] * 3
    assert len(page.all("col")) == 4


def test_government_meta_holds_what_is_known_and_no_more(site: dict[str, str], tmp_path: Path) -> None:
    """Name, domain, source and time as given; no identifier where none was given."""
    meta = {each.get("name"): each.get("content") for each in read(site[f"{SLUG}/index.html"]).all("meta")}
    assert meta["SiteName"] == "示例市科协推荐认定公示"
    assert meta["SiteDomain"] == "shili.example"
    assert meta["ContentSource"] == "示例市科学技术协会"
    assert meta["PubDate"] == "2020-11-25 09:30"
    assert "SiteIDCode" not in meta
    known = draw(replace(public.site(), identifier="4109000001"), tmp_path)["index.html"]
    assert {"name": "SiteIDCode", "content": "4109000001"} in read(known).all("meta")


def test_days_have_no_leading_zeros_and_tell_machines(site: dict[str, str]) -> None:
    """A day is printed as offices print it, with the machine's form beside it."""
    assert '<time datetime="2021-03-05">2021年3月5日</time>' in site[f"{SLUG}/roster/index.html"]


def test_every_page_says_of_which_day_it_is(site: dict[str, str]) -> None:
    """The day stands at the foot of every page."""
    assert [
        path
        for path, text in site.items()
        if path.endswith(".html") and "本页内容截至2021年3月17日" not in text_of(text)
    ] == []
