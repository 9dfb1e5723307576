"""Odder copies of the forms: a cover, a character a cell, two languages, rules to write on, columns that are split."""

from collections.abc import Callable

import pytest

from pipeline.forms import Form
from tests import forms_docx as d
from tests.forms_docx import X, c, docx, p, r, row, table
from tests.unit.word_readings import danwei, expert, longdu, read, values

PERSON = {"姓名": "王示例", "所在单位": "示例大学", "手机号": "13800000001"}
CAREER = "2010年7月至2015年6月在示例大学任教\n2015年7月至今任示例大学科研处副处长"


def cover() -> bytes:
    """A cover with lines, and the table behind it."""
    return docx(
        p("“科创龙都”联络员推荐表"),
        p("申 报 人：", r("  王示例  ", "<w:u/>")),
        p("工作单位：", r("  示例大学  ", "<w:u/>")),
        p("填表日期：2020年12月1日"),
        p("濮阳市科协制"),
        table(["姓名", "王示例", "类别", "√A类 B类"], ["手机", "13800000001", "职称", "教授"]),
    )


def digits() -> bytes:
    """One digit a cell."""
    number = "11010519491231002X"
    return docx(
        table(
            ["姓名", c("王示例", 6), "性别", c("☑男□女", 11)],
            ["身份证号", *number],
            ["手机号", c("13800000001", 18)],
        )
    )


def mixed_up() -> bytes:
    """Vertical names in two columns, read the wrong way round."""
    return docx(table(["姓名", "王示例"], ["工简\n作历", CAREER], ["单位", "示例大学"], ["手机", "13800000001"]))


def bilingual() -> bytes:
    """Names in two languages, with stars."""
    return docx(
        table(
            ["*姓名 Name", "王示例", "手机 Mobile※", "13800000001"],
            ["工作单位 Affiliation", "示例大学", "电子邮箱 Email", "wang@example.com"],
        )
    )


def rules() -> bytes:
    """Rules to write on, without colons."""
    return docx(
        p("姓名____王示例____ 职称____教授____"), p("单位______示例大学______"), p("手机______13800000001______")
    )


def blanks() -> bytes:
    """One blank between names and values."""
    return docx(p("姓名 王示例 性别 男 职称 教授"), p("单位 示例大学 手机 13800000001"))


def boxes_by_line() -> bytes:
    """Boxes line by line with long words, a remark behind one of them."""
    return docx(
        table(
            ["姓名", "王示例"],
            ["申报类别\n（单选）", "○ A类（高校、科研院所）\n● B类（园区、企业），已满3年"],
            ["所在单位", "示例大学"],
            ["联系手机", "138 0000 0001"],
        )
    )


def hint_and_value() -> bytes:
    """The hint stands between the name and the value, in one cell."""
    return docx(
        table(
            ["姓名（与身份证一致）王示例", "手机（11位）：13800000001"],
            [c("所在单位（全称）：示例大学", 2)],
            [c("工作简历（从参加工作写起）\n" + CAREER, 2)],
        )
    )


def spacer() -> bytes:
    """A narrow blank column between names and values; the title in the first row."""
    return docx(
        table(
            [c("濮阳市科协“科创龙都”联络员推荐表", 6)],
            ["姓名", "", "王示例", "职务", "", "副处长"],
            ["单位", "", "示例大学", "手机", "", "13800000001"],
        )
    )


def date_in_cells() -> bytes:
    """The signature and its date in cells of their own."""
    return docx(
        table(
            ["姓名", c("王示例", 7)],
            [c("单位意见", merge="restart"), c("经研究，同意推荐王示例同志为联络员。", 7)],
            [c(merge="on"), "负责人：", "李示例", "2020", "年", "12", "月", "1日"],
        )
    )


def two_signatures() -> bytes:
    """Opinions with a stamp, a place and a date in Chinese numerals."""
    return docx(
        table(
            ["姓　名", "王示例"],
            [
                "推荐单位意见",
                "该同志政治可靠，业务精通。\n　　同意推荐。\n\n推荐单位（公章）：\n"
                "主要负责人（签字）：李　示　例\n二〇二〇年十二月一日",
            ],
            ["县区科协审核意见", "同意\n审核人：孙示例    2020.12.3"],
        )
    )


def split_columns() -> bytes:
    """A column of two: from and to; a column that the form does not have; a blank line in between."""
    return docx(
        table(
            ["姓名", c("王示例", 4)],
            [c("主要工作经历（从大学毕业后填起）", 5)],
            [c("起止年月", 2), "所在单位", "任何职务", "证明人"],
            ["2010.07", "2015.06", "示例大学", "讲师", "赵例"],
            ["", "", "", "", ""],
            ["2015.07", "至今", "示例研究院", "研究员", "孙例"],
        )
    )


def list_lines() -> bytes:
    """A sub-table as lines of text."""
    return docx(
        table(
            ["姓名", "王示例"],
            ["工作经历", "2010.07—2015.06  示例大学  讲师\n2015.07—至今  示例研究院  研究员"],
            ["是否博导", "是"],
            ["研究领域", "材料、化工"],
        )
    )


def headings_and_boxes() -> bytes:
    """Headings of the text before tables of one cell."""
    return docx(
        p("单位名称：示例市科技馆"),
        p("统一社会信用代码：91350100M000100Y43"),
        p("一、科普资源简介（500字以内）"),
        table(["常设展厅三个。\n科普报告厅一个。"]),
        p("二、主管部门意见"),
        table(["同意推荐。\n负责人：赵示例  2021年3月1日"]),
        p("三、县（区）科协意见"),
        table(["同意。\n签字：孙示例（盖章）\n2021年3月5日"]),
    )


def station_wide() -> bytes:
    """Units in the names, other words for them, the contact in one row."""
    return docx(
        table(
            ["基地名称", c("示例市科技馆", 5)],
            ["详细地址", c("示例市示例路1号", 3), "成立时间", "2001.05"],
            [c("联系方式", merge="restart"), "联系人姓名", "李示例", "办公电话", c("0393-0000000", 2)],
            [c(merge="on"), "电子邮件", c("guan@example.com", 4)],
            ["全年开放天数（天）", "300", "展教面积/㎡", "5000", "免费开放情况", "是"],
        )
    )


def boxes_and_controls() -> bytes:
    """A control around a cell with boxes; the text of a list to choose from; a tick typed between box and words."""
    boxes = d.sdt(
        c(p(d.checkbox(ticked=False), "材料", d.checkbox(ticked=True), "化工", d.checkbox(ticked=True), "机械"))
    )
    return docx(
        table(
            row("姓名", c(p(d.sdt(r("王示例"), alias="请输入姓名"))), "性别", c(p(d.sdt(r("男"))))),
            X(f"<w:tr>{c('专业领域')}{boxes}{c('博士生导师')}{c('□√是  □否')}</w:tr>"),
        )
    )


ODD: list[tuple[Callable[[], bytes], Callable[[], Form], dict[str, str]]] = [
    (cover, longdu, {**PERSON, "类别": "A类", "职称": "教授"}),
    (digits, expert, {"姓名": "王示例", "性别": "男", "身份证号": "11010519491231002X", "手机号": "13800000001"}),
    (mixed_up, longdu, {**PERSON, "工作简历": CAREER}),
    (bilingual, longdu, {**PERSON, "邮箱": "wang@example.com"}),
    (rules, longdu, {**PERSON, "职称": "教授"}),
    (blanks, longdu, {**PERSON, "职称": "教授"}),
    (boxes_by_line, longdu, {**PERSON, "类别": "B类", "手机号": "138 0000 0001"}),
    (hint_and_value, longdu, {**PERSON, "工作简历": CAREER}),
    (spacer, longdu, {**PERSON, "职务": "副处长"}),
    (
        date_in_cells,
        longdu,
        {
            "姓名": "王示例",
            "单位意见/意见": "经研究，同意推荐王示例同志为联络员。",
            "单位意见/负责人": "李示例",
            "单位意见/日期": "2020年12月1日",
        },
    ),
    (
        two_signatures,
        longdu,
        {
            "姓名": "王示例",
            "单位意见/意见": "该同志政治可靠，业务精通。\n同意推荐。",
            "单位意见/负责人": "李　示　例",
            "单位意见/日期": "二〇二〇年十二月一日",
            "科协意见/意见": "同意",
            "科协意见/负责人": "孙示例",
            "科协意见/日期": "2020.12.3",
        },
    ),
    (
        split_columns,
        expert,
        {
            "姓名": "王示例",
            "工作经历/0/起止时间": "2010.07—2015.06",
            "工作经历/0/单位": "示例大学",
            "工作经历/0/职务": "讲师",
            "工作经历/1/起止时间": "2015.07—至今",
            "工作经历/1/单位": "示例研究院",
            "工作经历/1/职务": "研究员",
        },
    ),
    (
        list_lines,
        expert,
        {
            "姓名": "王示例",
            "工作经历/0/起止时间": "2010.07—2015.06",
            "工作经历/0/单位": "示例大学",
            "工作经历/0/职务": "讲师",
            "工作经历/1/起止时间": "2015.07—至今",
            "工作经历/1/单位": "示例研究院",
            "工作经历/1/职务": "研究员",
            "博士生导师": "是",
            "专业领域/0": "材料",
            "专业领域/1": "化工",
        },
    ),
    (
        headings_and_boxes,
        danwei,
        {
            "单位名称": "示例市科技馆",
            "统一社会信用代码": "91350100M000100Y43",
            "科普资源简介": "常设展厅三个。\n科普报告厅一个。",
            "主管部门意见/意见": "同意推荐。",
            "主管部门意见/负责人": "赵示例",
            "主管部门意见/日期": "2021年3月1日",
            "县区科协意见/意见": "同意。",
            "县区科协意见/负责人": "孙示例",
            "县区科协意见/日期": "2021年3月5日",
        },
    ),
    (
        station_wide,
        danwei,
        {
            "单位名称": "示例市科技馆",
            "单位地址": "示例市示例路1号",
            "成立日期": "2001.05",
            "联系人": "李示例",
            "联系电话": "0393-0000000",
            "电子邮箱": "guan@example.com",
            "年开放天数": "300",
            "展教面积": "5000",
            "免费开放": "是",
        },
    ),
    (
        boxes_and_controls,
        expert,
        {"姓名": "王示例", "性别": "男", "专业领域/0": "化工", "专业领域/1": "机械", "博士生导师": "是"},
    ),
]


@pytest.mark.parametrize(("shape", "form", "expected"), ODD, ids=[shape.__name__ for shape, _, _ in ODD])
def test_odd_shapes_give_what_a_person_would_read(
    shape: Callable[[], bytes], form: Callable[[], Form], expected: dict[str, str]
) -> None:
    """The same fields as a person would read."""
    assert values(read(shape(), form())) == expected
