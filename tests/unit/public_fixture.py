"""A public site made by hand: what the wall would hand over, with everything that a page may have to show."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from pipeline import pages, render
from pipeline.forms import Layout, LayoutCell, LayoutRow
from pipeline.public.decisions import (
    Amendment,
    Cell,
    CertifiedEntry,
    Count,
    Edition,
    Outcome,
    PublicCertificate,
    PublicCertification,
    PublicStatistics,
)
from pipeline.public.types import (
    Holder,
    Phase,
    PublicCategory,
    PublicContact,
    PublicFile,
    PublicForm,
    PublicNotice,
    PublicObjectionChannel,
    PublicProgramme,
    PublicRound,
    PublicSite,
    RoundEntry,
)

AS_OF = date(2021, 3, 17)
SLUG = "lianluoyuan-2020"
# Files of the site that are no text.
BINARY = (".docx", ".pdf", ".xlsx")
LABELS = ("姓名", "类别", "所在单位", "职务")
LONG_NAME = "示例阿卜杜热合曼·例买买提吐尔逊·样本艾合买提江"
NAMES = ("王示例", "李例", "欧阳示例", "示例·买买提", "司徒例", "䶮示例", "𬱖例", LONG_NAME)
UNITS = ("示例大学", "示例科技园", "示例市样本高新技术产业开发区科技创新服务中心（孵化器）", "示例学院")
POSTS = ("企业服务部部长", "科研处副处长", "主任", "产学研合作与科技成果转移转化办公室主任兼知识产权办公室副主任")

BODY = r"""为做好科技成果转化工作，经研究，决定开展首批“样本之光”联络员推荐认定工作。现就有关事项通知如下。

## 一、推荐对象和基本条件

*（一）推荐对象。*本通知所称联络员，是指从事科技创新活动的独立法人单位中负责科技管理的工作人员。主要分为以下两类：

A类：在高校科技管理部门工作的人员。

B类：在科技园、产业园等单位中从事成果转化工作的人员。

*（二）基本条件。*应当满足以下条件：

1\.热爱科技事业，责任心强，熟悉“科创示例 · 样本”平台，了解本单位科技创新成果的基本情况。

2\.能在本单位长期工作。

## 二、其它有关事项

（一）任期两年。对弄虚作假的，取消其任职资格。

联系人：田样本 联系电话：0393-0003001

附件：《示例市科协“样本之光”联络员推荐表》
"""


def cells(index: int) -> tuple[Cell, ...]:
    """Return the cells of the candidate of that number."""
    texts = (NAMES[index % 8], ("A类", "B类")[index % 2], UNITS[index % 4], POSTS[index % 4])
    return tuple(Cell(label, label, text) for label, text in zip(LABELS, texts, strict=True))


def entries(count: int, gone: int = 0) -> tuple[RoundEntry, ...]:
    """Return the lines of a round; the one numbered `gone` has lost its name."""
    lines = (RoundEntry(number, "A类", cells(number - 1)) for number in range(1, count + 1))
    return tuple(RoundEntry(each.number, "", (), "已撤回") if each.number == gone else each for each in lines)


def publicity_round(on: date, count: int, running: bool, gone: int = 0) -> PublicRound:
    """Return a round of five days from `on`."""
    return PublicRound(
        on=on,
        until=on + timedelta(days=4),
        days=5,
        unit="工作日",
        first_day_counts=True,
        running=running,
        entries=entries(count, gone),
        outcome=Outcome(0, 0, 1 if gone else 0, count - 1) if running else Outcome(count - 1, 0, 1 if gone else 0, 0),
        left=2 if running else None,
        objections_received=2 if gone else 0,
        objections_settled=1 if gone else 0,
    )


def holders(count: int) -> tuple[Holder, ...]:
    """Return a roster: the last line is of one whose certification was revoked, the one before it of a past term."""
    certified = date(2020, 12, 25)
    lines = [
        Holder(
            number=number,
            category="A类",
            cells=cells(number - 1),
            standing="在任",
            since=certified,
            certified_on=certified,
            term_until=date(2022, 12, 24),
            certificate_number=f"YBZG-2020-A{number:03}",
            in_office=True,
        )
        for number in range(1, count + 1)
    ]
    past = replace(lines[-2], standing="任期届满", in_office=False, term_until=date(2021, 3, 1), since=date(2021, 3, 2))
    revoked = replace(lines[-1], cells=(), category="", standing="已取消资格", since=date(2021, 3, 5), in_office=False)
    return (*lines[:-2], past, revoked)


TEXT = """根据《{通知标题}》{通知文号}，决定认定{首位}{人数}（其中{类别人数}），名单见附件。

任期{任期}，自{日期}起，至{任期至}止。

{职责}
"""
WORDS = (
    ("通知标题", "示例市科协关于开展首批“样本之光”联络员推荐认定工作的通知"),
    ("通知文号", "（示例〔2020〕9号）"),
    ("首位", "王示例等"),
    ("人数", "12名"),
    ("类别人数", "A类12名"),
    ("任期", "2年"),
    ("日期", "2020年12月25日"),
    ("任期至", "2022年12月24日"),
    ("职责", "A类：联系专家。\nB类：联系企业。"),
)


def certification(count: int) -> PublicCertification:
    """Return the notice by which all of the roster were certified, in its second edition."""
    lines = holders(count)
    return PublicCertification(
        key="2020-12-25",
        on=date(2020, 12, 25),
        document_number="示例〔2020〕21号",
        title="示例市科协关于认定首批“样本之光”\n联络员的通知",
        addressees="各县（区）科协，各高校、企业科协：",
        issuer="示例市科学技术协会",
        list_title="首批“样本之光”联络员名单",
        body=TEXT,
        words=WORDS,
        entries=tuple(
            CertifiedEntry(
                number=each.number,
                category="A类",
                cells=each.cells,
                certificate_number=each.certificate_number,
                note="" if each.cells else each.standing,
                since=None if each.cells else each.since,
            )
            for each in lines
        ),
        editions=(Edition(2, date(2021, 1, 8), (Amendment("更正", 2, "职务", "副处长", "科研处副处长"),)),),
    )


def certificates(count: int) -> tuple[PublicCertificate, ...]:
    """Return the certificates of the roster: valid but for the last two, one expired and one revoked."""
    words = {"在任": "有效", "已取消资格": "已取消"}
    return tuple(
        PublicCertificate(
            number=each.certificate_number,
            standing=words.get(each.standing, each.standing),
            since=each.since,
            certified_on=each.certified_on,
            document_number="示例〔2020〕21号",
            certification="2020-12-25",
            term_until=each.term_until,
            cells=each.cells[:3],
        )
        for each in holders(count)
    )


def statistics() -> tuple[PublicStatistics, ...]:
    """Return the numbers of one series."""
    years = (Count("2020", 12, 12), Count("2021", 0, 10))
    return (PublicStatistics("样本之光联络员", "名", (Count("A类", 12, 10),), (Count("示例大学科协", 12, 10),), years),)


def _pair(label: str, content: str = "blank", span: int = 1, choices: tuple[str, ...] = ()) -> tuple[LayoutCell, ...]:
    return (
        LayoutCell(role="label", field=label, text=label, span=1, content="blank", choices=()),
        LayoutCell(role="value", field=label, text="", span=span, content=content, choices=choices, values=choices),
    )


def layout() -> Layout:
    """Return the table of a form of four columns and eight rows."""
    return Layout(
        columns=("28mm", "50mm", "28mm", "50mm"),
        rows=(
            LayoutRow("10mm", (*_pair("类别", "choices", choices=("A类", "B类")), *_pair("姓名"))),
            LayoutRow("10mm", (*_pair("所在单位"), *_pair("职务"))),
            LayoutRow("10mm", (*_pair("社会职务"), *_pair("职称"))),
            LayoutRow("10mm", (*_pair("手机号"), *_pair("办公电话"))),
            LayoutRow("14mm", (*_pair("邮箱"), *_pair("是否具备相应资格证书（若有，请注明）"))),
            LayoutRow("70mm", _pair("工作简历", "long", span=3)),
            LayoutRow("35mm", _pair("单位意见", "opinion", span=3)),
            LayoutRow("35mm", _pair("县（区）/单位科协意见", "opinion", span=3)),
        ),
    )


def notice() -> PublicNotice:
    """Return the notice."""
    return PublicNotice(
        title="示例市科协关于开展首批“样本之光”\n联络员推荐认定工作的通知",
        addressees="各县（区）科协，各高校、企业科协：",
        issuer="示例市科学技术协会",
        dated="2020年11月25日",
        body=BODY,
        document_number="示例〔2020〕9号",
        published_at="2020-11-25 09:30",
    )


def programme(count: int = 12) -> PublicProgramme:
    """Return a programme with two rounds and a roster of `count` lines."""
    return PublicProgramme(
        slug=SLUG,
        name="首批“样本之光”联络员推荐认定",
        series="样本之光联络员",
        phase=Phase.IN_PUBLICITY,
        notice=notice(),
        form=PublicForm("示例市科协“样本之光”联络员推荐表", layout(), "附件", "0a1b2c3d"),
        order="按姓氏笔画",
        objection=PublicObjectionChannel(
            how="书面、电话、来访",
            phone="0393-0003001",
            email="kexie@shili.example",
            address="示例市样本路1号",
            hours="工作日 8:30—17:30",
            supervision_phone="0393-0003009",
            named_only=True,
        ),
        round_labels=LABELS,
        roster_labels=LABELS,
        deadline=date(2020, 12, 8),
        term_months=24,
        categories=(PublicCategory("A", "A类", "高校", ""), PublicCategory("B", "B类", "园区", "")),
        contacts=(PublicContact("学会部", ("田样本", "李例"), "0393-0003001", "kexie@shili.example"),),
        attachments=(PublicFile("推荐汇总表.txt", "content/programmes/x/attachments/推荐汇总表.txt", 19),),
        rounds=(
            publicity_round(date(2020, 12, 14), count, running=False, gone=3),
            publicity_round(date(2021, 3, 15), 4, running=True),
        ),
        roster=holders(count),
        certifications=(certification(count),),
        certificates=certificates(count),
    )


def fresh_programme() -> PublicProgramme:
    """Return a programme that is open and has published no list yet."""
    return replace(
        programme(),
        slug="ketizu-2021",
        name="示例课题组征集（2021年度）",
        series="",
        phase=Phase.OPEN,
        notice=replace(notice(), title="示例市科协关于征集示例课题组的通知", document_number="", published_at=""),
        form=PublicForm("示例课题组申报表", layout(), "附件1", "0a1b2c3d"),
        deadline=date(2021, 4, 30),
        rounds=(),
        roster=(),
        certifications=(),
        certificates=(),
        attachments=(),
        contacts=(),
    )


def site(*programmes: PublicProgramme, demonstration: bool = True, url: str = "https://shili.example/") -> PublicSite:
    """Return a site of the programmes, or of both made here."""
    return PublicSite(
        name="示例市科协推荐认定公示",
        url=url,
        identifier="",
        contact="示例市科协学会部 0393-0003001",
        footer=("主办：示例市科学技术协会", "地址：示例市样本路1号"),
        demonstration=demonstration,
        as_of=AS_OF,
        programmes=programmes or (programme(), fresh_programme()),
        statistics=statistics() if not programmes or any(each.roster for each in programmes) else (),
    )


def draw(shown: PublicSite, folder: Path) -> dict[str, str]:
    """Return the site's files of text by path; a finding fails the test."""
    files = draw_all(shown, folder).items()
    return {path: data.decode("utf-8") for path, data in files if not path.endswith(BINARY)}


def draw_all(shown: PublicSite, folder: Path) -> dict[str, bytes]:
    """Return the site's files by path; a finding fails the test."""
    outputs, findings = render.all(pages.plan(shown), root(folder))
    assert findings == ()
    return {each.path: each.data for each in outputs}


def root(folder: Path) -> Path:
    """Write the files that the site's attachments are copied from, and return the root that holds them."""
    file = folder / "content/programmes/x/attachments/推荐汇总表.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes("推荐汇总表\r\n".encode())
    return folder
