"""Copies with rows of other kinds: boxes over rows, numbers ahead of names, names in brackets, tracked changes."""

from collections.abc import Callable

import pytest

from pipeline.forms import Form
from tests import forms_docx as d
from tests.forms_docx import X, c, docx, p, r, table
from tests.unit.word_readings import danwei, expert, longdu, project, read, values


def boxes_in_rows() -> bytes:
    """Boxes in rows of the table, two fields under one name, joined rows."""
    return docx(
        p("推荐表"),
        table(
            [c("姓名", merge="restart"), c("王示例", merge="restart"), "申报类别", "□ A类"],
            [c(merge="on"), c(merge="on"), "", "☑ B类"],
            ["单位及职务", c("示例科技园 部长", 3)],
            ["手机/邮箱", c("13800000001 / a@example.com", 3)],
            ["简历", c(X(p("2010.07—2015.06") + p("示例大学  教师")), 3)],
        ),
    )


def heavy_brackets() -> bytes:
    """Names in heavy brackets."""
    return docx(
        p(r("联络员推荐表", "<w:b/>")),
        p("【姓名】王示例"),
        p("【所在单位】示例大学"),
        p("【职务】处长"),
        p("【手机号】13800000001"),
        p("【工作简历】"),
        p("2010年至今，示例大学"),
    )


def short_and_colons() -> bytes:
    """Colons in cells, short names, boxes inside a text."""
    return docx(
        table(
            ["姓名：", r("王示例", "<w:u/>"), "类别：", "A类☒  B类☐"],
            ["工作单位：", c("示例大学", 3)],
            ["联系电话：", "13800000001", "办电：", "0393-0000000"],
            ["电子信箱：", c("a@example.com", 3)],
            ["是否具备相应资格证书：", c("是☑ 否☐ （证书名称：技术经理人）", 3)],
        )
    )


def stamped_names() -> bytes:
    """Hints in names, a person and a telephone under one name, choices to strike out."""
    return docx(
        table(
            [c("单位名称\n（公章）"), c("示例市科技馆", 3)],
            ["法定代表人\n（签字）", "王示例", "联系人\n及手机", "李示例\n13900000001"],
            ["年接待人数", "10万", "年开放天数", "300"],
            ["科普资源简介\n（不超过1200字）", c("三个展厅。", 3)],
            ["主管部门审核意见", c("（同意/不同意）\n同意\n\n签字（盖章）：赵示例\n2021年3月1日", 3)],
        )
    )


def lists_in_sections() -> bytes:
    """Sub-tables under names over the whole width, like words in names and headings."""
    return docx(
        table(
            ["姓 名", "王示例", "性 别", "□男 √女"],
            ["出生年月", "1970.01", "职 称", "教授"],
            [c("工作经历", 4)],
            ["起止时间", c("单位", 2), "职务"],
            ["2010.07-2015.06", c("示例大学", 2), "讲师"],
            ["2015.07至今", c("示例研究院", 2), "研究员"],
            [c("论文（限填5篇）", 4)],
            ["论文名称", "期刊名称", "发表时间", "作者排名"],
            ["论催化", "示例学报", "2019.5", "第一"],
            [c("获得奖励情况", 4)],
            ["奖励名称", c("奖励等级", 2), "获奖年度"],
            ["示例奖", c("一等奖", 2), "2018"],
        )
    )


def signed_in_rows() -> bytes:
    """Boxes over two rows, an opinion over three."""
    return docx(
        table(
            [c("项目名称"), c("科学家进校园", 2)],
            ["项目类型", c(p(d.old_box(ticked=True), "讲座类"), 1), c(p(d.old_box(ticked=False), "展览类"))],
            ["", c(p(d.old_box(ticked=False), "竞赛类")), c(p(d.old_box(ticked=False), "其他"))],
            ["负责人姓名", c("王示例", 2)],
            ["单位意见", c("同意申报", 2)],
            ["", c("负责人（签名）：周示例", 2)],
            ["", c("（公章）2021年2月1日", 2)],
        )
    )


def paragraph_names() -> bytes:
    """Names a character a paragraph, a link, an opinion far to the right."""
    far = "　" * 15
    linked = X(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>HYPERLINK "mailto:a@example.com"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("a@example.com")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return docx(
        d.textbox(p("附件2")),
        table(
            [c(X(p("姓") + p("名"))), c(X(p("王示例"))), c(X(p("单") + p("位"))), "示例大学"],
            [
                c("电\n话"),
                "13800000001",
                c("邮\n箱"),
                c(p(linked)),
            ],
            [
                "县（区）\n科协意见",
                c(
                    f"同意上报。\n\n{far}负责人：孙示例\n{far}二〇二〇年十二月三日",
                    3,
                ),
            ],
        ),
    )


def numbered_rows() -> bytes:
    """A number, a name and a value on each row; a list inside."""
    return docx(
        table(
            ["序号", "栏目", "内容"],
            ["1", "姓名", "王示例"],
            ["2", "性别", "女"],
            ["3", "专业领域", "■材料■化工□机械□电子□农业□医药"],
            ["4", "是否博士生导师", "○是●否"],
            ["5", "手机号", "13800000101"],
            ["6", "主要工作经历", table(["起止时间", "工作单位", "职务或职称"], ["2010—", "示例大学", "教授"])],
        )
    )


def names_then_values() -> bytes:
    """Names and values in turns, a line each."""
    return docx(
        p("姓名"),
        p("王示例"),
        p("类别"),
        p("☑A类　□B类"),
        p("所在单位"),
        p("示例大学"),
        p("工作简历"),
        p("2010年至今 示例大学"),
        p("2005年至2010年 示例学院"),
        p("单位意见"),
        p("同意推荐。"),
        p("签字：李示例"),
        p("日期：2020年12月1日"),
    )


def many_changes() -> bytes:
    """Insertions, deletions, things struck out, arrows, marks of the speller."""
    return docx(
        table(
            [
                c(p(d.ins(r("姓名")))),
                c(p(d.gone("张某"), d.ins(r("王")), r("示例"))),
                "类别",
                c(p(d.gone("☑A类"), r(" "), d.ins(r("☑B类")), r(" □A类"))),
            ],
            [
                "所在单位",
                c(p(r("示例"), X('<w:proofErr w:type="spellStart"/>'), r("大学"))),
                "职务",
                c(p(d.struck("副处长"), d.sym("F0E0", "Wingdings"), r("处长"))),
            ],
            [
                "手机号",
                c(p(r("138-0000-0001"))),
                "邮箱",
                c(p(r("a"), X("<w:r><w:noBreakHyphen/></w:r>"), r("b@example.com"))),
            ],
        )
    )


CASES: list[tuple[Callable[[], bytes], Callable[[], Form], dict[str, str]]] = [
    (
        boxes_in_rows,
        longdu,
        {
            "姓名": "王示例",
            "类别": "B类",
            "所在单位": "示例科技园",
            "职务": "部长",
            "手机号": "13800000001",
            "邮箱": "a@example.com",
            "工作简历": "2010.07—2015.06\n示例大学  教师",
        },
    ),
    (
        heavy_brackets,
        longdu,
        {
            "姓名": "王示例",
            "所在单位": "示例大学",
            "职务": "处长",
            "手机号": "13800000001",
            "工作简历": "2010年至今，示例大学",
        },
    ),
    (
        short_and_colons,
        longdu,
        {
            "姓名": "王示例",
            "类别": "A类",
            "所在单位": "示例大学",
            "手机号": "13800000001",
            "办公电话": "0393-0000000",
            "邮箱": "a@example.com",
            "资格证书": "是☑ 否☐ （证书名称：技术经理人）",
        },
    ),
    (
        stamped_names,
        danwei,
        {
            "单位名称": "示例市科技馆",
            "法定代表人": "王示例",
            "联系人": "李示例",
            "联系电话": "13900000001",
            "年开放天数": "300",
            "科普资源简介": "三个展厅。",
            "主管部门意见/意见": "同意",
            "主管部门意见/负责人": "赵示例",
            "主管部门意见/日期": "2021年3月1日",
        },
    ),
    (
        lists_in_sections,
        expert,
        {
            "姓名": "王示例",
            "性别": "女",
            "出生日期": "1970.01",
            "职称": "教授",
            "工作经历/0/起止时间": "2010.07-2015.06",
            "工作经历/0/单位": "示例大学",
            "工作经历/0/职务": "讲师",
            "工作经历/1/起止时间": "2015.07至今",
            "工作经历/1/单位": "示例研究院",
            "工作经历/1/职务": "研究员",
            "论文/0/题目": "论催化",
            "论文/0/刊物": "示例学报",
            "论文/0/发表时间": "2019.5",
            "论文/0/排名": "第一",
            "获奖/0/名称": "示例奖",
            "获奖/0/等级": "一等奖",
            "获奖/0/年份": "2018",
        },
    ),
    (
        signed_in_rows,
        project,
        {
            "项目名称": "科学家进校园",
            "项目类型": "讲座类",
            "项目负责人": "王示例",
            "单位意见/意见": "同意申报",
            "单位意见/负责人": "周示例",
            "单位意见/日期": "2021年2月1日",
        },
    ),
    (
        paragraph_names,
        longdu,
        {
            "姓名": "王示例",
            "所在单位": "示例大学",
            "手机号": "13800000001",
            "邮箱": "a@example.com",
            "科协意见/意见": "同意上报。",
            "科协意见/负责人": "孙示例",
            "科协意见/日期": "二〇二〇年十二月三日",
        },
    ),
    (
        numbered_rows,
        expert,
        {
            "姓名": "王示例",
            "性别": "女",
            "专业领域/0": "材料",
            "专业领域/1": "化工",
            "博士生导师": "否",
            "手机号": "13800000101",
            "工作经历/0/起止时间": "2010—",
            "工作经历/0/单位": "示例大学",
            "工作经历/0/职务": "教授",
        },
    ),
    (
        names_then_values,
        longdu,
        {
            "姓名": "王示例",
            "类别": "A类",
            "所在单位": "示例大学",
            "工作简历": "2010年至今 示例大学\n2005年至2010年 示例学院",
            "单位意见/意见": "同意推荐。",
            "单位意见/负责人": "李示例",
            "单位意见/日期": "2020年12月1日",
        },
    ),
    (
        many_changes,
        longdu,
        {
            "姓名": "王示例",
            "类别": "B类",
            "所在单位": "示例大学",
            "职务": "处长",
            "手机号": "138-0000-0001",
            "邮箱": "a-b@example.com",
        },
    ),
]


@pytest.mark.parametrize(("shape", "form", "expected"), CASES, ids=[shape.__name__ for shape, _, _ in CASES])
def test_what_was_sent_is_read_as_a_person_would(
    shape: Callable[[], bytes], form: Callable[[], Form], expected: dict[str, str]
) -> None:
    """The same fields, and no others."""
    assert values(read(shape(), form())) == expected
