"""Sheets to be drawn, and a tiny reader of the Word files drawn from them."""

import io
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from pipeline import content
from pipeline.paper import qr
from pipeline.paper.sheet import Sheet, WrittenOpinion
from pipeline.paper.word_xml import SPACES
from tests import models, samples, samples_expert

ROOT = Path(__file__).parents[2]
W, W14 = f"{{{SPACES['w']}}}", f"{{{SPACES['w14']}}}"
NOTES = ("演示数据，名单中的人员和单位均为虚构",)
ADDRESS = b"https://gongshi.example/longdu-2020/form/"


def blank(root: Path, title: str) -> Sheet:
    """Return the blank sheet of the content's form of that title."""
    site, _ = content.load(root)
    programme = next(each for each in site.programmes if each.form.title == title)
    form = programme.form
    return Sheet(form.title, form.layout, programme.slug, form.version, mark="附件")


def longdu() -> Sheet:
    """Return the blank sheet of the demonstration, as the site has it."""
    return replace(blank(ROOT, "濮阳市科协“科创龙都”联络员推荐表"), notes=NOTES, code=ADDRESS)


def danwei() -> Sheet:
    """Return a blank sheet with six columns and three opinions."""
    return blank(models.golden("danwei"), "示例市科普教育基地申报表")


def expert(folder: Path) -> Sheet:
    """Return a blank sheet with a photo, three sub-tables and boxes of which several may be ticked."""
    return blank(samples.write(folder, **samples_expert.FILES), "示例市科技专家推荐表")


def filled() -> Sheet:
    """Return the demonstration's form filled in, with long values and a large code."""
    career = "\n".join(f"20{each:02}.07—20{each + 1:02}.06　在示例大学科技处从事科技管理工作" for each in range(9))
    return replace(
        longdu(),
        texts={
            "姓名": "欧阳𬱖例",
            "所在单位": "示例市高新技术产业开发区企业服务有限责任公司",
            "职务": "企业服务部部长",
            "手机号": "13800000000",
            "邮箱": "a.very.long.address.of.somebody@mail.example.com",
            "资格证书": "是，技术经理人中级证书、专利代理师",
            "工作简历": career,
        },
        ticked={"类别": frozenset("B")},
        opinions={"单位意见": WrittenOpinion("同意", "同意推荐。", "李示例", "2020年12月1日")},
        code=bytes(range(256)) * 3,
        code_note="二维码含手机号和邮箱，请勿外传",
    )


def filled_expert(folder: Path) -> Sheet:
    """Return the expert's form filled in; one sub-table has more lines than are printed."""
    return replace(
        expert(folder),
        texts={
            "姓名": "阿依古丽·示例",
            "研究方向": "高分子材料的合成与改性；\n催化剂的表征。",
            "出生日期": "1949年12月31日",
        },
        ticked={"专业领域": frozenset({"化工", "材料"}), "博士生导师": frozenset({"是"})},
        tables={
            "工作经历": (("2015.07—2020.11", "示例大学", "教授"), ("2020.11—", "示例研究院", "")),
            "论文": tuple((f"论文之{each}", "示例学报", "2019年", "1") for each in range(1, 6)),
        },
        photos={"照片": qr.to_png(b"a photo")},
    )


@dataclass(frozen=True, slots=True)
class Control:
    """A content control as it was read: `text` has a line a paragraph; None of it where it is blank."""

    tag: str
    alias: str
    text: str | None
    ticked: bool | None


def parts(data: bytes) -> dict[str, bytes]:
    """Return the members of the file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(data: bytes) -> etree._Element:
    """Return the document's body."""
    found = etree.fromstring(parts(data)["word/document.xml"]).find(f"{W}body")
    assert found is not None
    return found


def words(element: etree._Element) -> str:
    """Return all the text below an element."""
    return "".join(map(str, element.itertext(f"{W}t")))


def controls(data: bytes) -> list[Control]:
    """Return every control in the order of the document."""
    return [_control(each) for each in body(data).iter(f"{W}sdt")]


def values(data: bytes) -> dict[str, str]:
    """Return what is filled in, by tag; boxes are left out."""
    return {each.tag: each.text for each in controls(data) if each.text is not None and each.ticked is None}


def ticked(data: bytes) -> list[str]:
    """Return the tags of the ticked boxes."""
    return [each.tag for each in controls(data) if each.ticked]


def _control(each: etree._Element) -> Control:
    properties = each.find(f"{W}sdtPr")
    held = each.find(f"{W}sdtContent")
    assert properties is not None
    assert held is not None
    checked = properties.find(f".//{W14}checked")
    blank = properties.find(f"{W}showingPlcHdr") is not None
    paragraphs = held.findall(f"{W}p") or [held]
    return Control(
        tag=_value(properties, "tag"),
        alias=_value(properties, "alias"),
        text=None if blank else "\n".join(_text(line) for line in paragraphs),
        ticked=None if checked is None else checked.get(f"{W14}val") == "1",
    )


def _value(properties: etree._Element, name: str) -> str:
    return properties.find(f"{W}{name}").get(f"{W}val")  # type: ignore[union-attr,return-value]


def _text(element: etree._Element) -> str:
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    pieces = element.iter(f"{W}t", *signs)
    return "".join(signs.get(each.tag, each.text or "") for each in pieces)
