"""Copies of other forms: six columns and three opinions; sub-tables, a photo and many boxes."""

from collections.abc import Callable

import pytest

from pipeline.forms import Form
from tests import forms_docx as d
from tests.forms_docx import X, c, docx, p, r, table
from tests.unit.word_readings import danwei, doubtful, expert, left, read, values

STATION = {
    "单位名称": "示例市科技馆",
    "成立日期": "2001年5月",
    "统一社会信用代码": "91350100M000100Y43",
    "法定代表人": "王示例",
    "单位地址": "示例市示例路1号",
    "联系人": "李示例",
    "联系电话": "0393-0000000",
    "电子邮箱": "guan@example.com",
    "年开放天数": "300天",
    "展教面积": "5000",
    "免费开放": "是（周二至周日）",
    "科普资源简介": "常设展厅三个。\n科普报告厅一个。",
}
OPINIONS = {
    "主管部门意见/意见": "同意推荐。",
    "主管部门意见/负责人": "赵示例",
    "主管部门意见/日期": "2021年3月1日",
    "县区科协意见/意见": "情况属实，同意推荐。",
    "县区科协意见/负责人": "孙示例",
    "县区科协意见/日期": "2021-03-05",
    "专家组意见/意见": "经实地考察，建议命名。",
    "专家组意见/负责人": "周示例",
    "专家组意见/日期": "2021.4.2",
}
PERSON = {"姓名": "阿依古丽·示例", "性别": "女", "手机号": "13800000101"}
WORK = {
    "工作经历/0/起止时间": "1975.07—1990.08",
    "工作经历/0/单位": "示例化工研究所",
    "工作经历/0/职务": "助理研究员",
    "工作经历/1/起止时间": "1990.09—至今",
    "工作经历/1/单位": "示例大学",
    "工作经历/1/职务": "教授",
}
PAPERS = {
    "论文/0/题目": "一种示例催化剂",
    "论文/0/刊物": "示例化学学报",
    "论文/0/发表时间": "2019.05",
    "论文/0/排名": "1",
}
PRIZES = {"获奖/0/名称": "示例市科学技术进步奖", "获奖/0/等级": "二等奖", "获奖/0/年份": "2018"}


def station() -> bytes:
    """The table with other words and a signature below each opinion."""
    return docx(
        table(
            ["申报单位名称", c("示例市科技馆", 3), "成立时间", "2001年5月"],
            ["社会信用代码", c("91350100M000100Y43", 3), "法人代表", "王示例"],
            ["通讯地址", c("示例市示例路1号", 5)],
            ["联系人", "李示例", "电话", "0393-0000000", "E-mail", "guan@example.com"],
            ["年开放天数", "300天", "展教面积（㎡）", "5000", "是否免费开放", "是（周二至周日）"],
            ["科普资源\n简介", c("常设展厅三个。\n科普报告厅一个。", 5)],
            [c("主管部门\n推荐意见", merge="restart"), c("同意推荐。", 5)],
            [c(merge="on"), c("负责人（签字）：赵示例 （盖章）  2021年3月1日", 5)],
            ["县（区）科协意见", c("情况属实，同意推荐。\n负责人签名：孙示例\n日期：2021-03-05", 5)],
            ["专家组意见", c("经实地考察，建议命名。\n组长：周示例\n2021.4.2", 5)],
        )
    )


def station_lines() -> bytes:
    """No table at all, headings that count, opinions after each other."""
    return docx(
        p("一、单位基本信息"),
        p("单位名称：示例市科技馆　　成立日期：2001年5月"),
        p("统一社会信用代码：91350100M000100Y43"),
        p("法定代表人：王示例"),
        p("单位地址：示例市示例路1号"),
        p("联系人：李示例；联系电话：0393-0000000；电子邮箱：guan@example.com"),
        p("年开放天数：300天　展教面积（平方米）：5000"),
        p("是否免费开放（若是，请注明时段）：是（周二至周日）"),
        p("二、科普资源简介"),
        p("常设展厅三个。"),
        p("科普报告厅一个。"),
        p("三、主管部门意见"),
        d.lines("同意推荐。\n负责人：赵示例\n2021年3月1日"),
        p("四、县区科协意见"),
        d.lines("情况属实，同意推荐。\n负责人：孙示例\n2021-03-05"),
        p("五、专家组意见"),
        d.lines("经实地考察，建议命名。\n负责人：周示例\n2021.4.2"),
    )


def opinions_beside() -> bytes:
    """Opinions beside each other, their names above."""
    return docx(
        table(["单位名称", c("示例市科技馆", 2)]),
        table(
            ["主管部门意见", "县区科协意见", "专家组意见"],
            [
                "同意推荐。\n负责人：赵示例\n2021年3月1日",
                "情况属实，同意推荐。\n负责人：孙示例\n2021-03-05",
                "经实地考察，建议命名。\n签字：周示例\n2021.4.2",
            ],
        ),
    )


def person(work: list[list[str | X]], *more: list[str | X]) -> bytes:
    return docx(
        table(
            [
                "姓名",
                "阿依古丽·示例",
                "性别",
                p(d.old_box(ticked=False, by_default=True), "男 ", d.sym("F0FE", "Wingdings"), "女"),
                c("照片", merge="restart"),
            ],
            ["手机", c("13800000101", 3), c(merge="on")],
            *work,
            *more,
        )
    )


def lists_beside() -> bytes:
    """Sub-tables right of their names, joined over their rows; a number in front of each line; an added row."""
    return person(
        [
            [c("主要工作经历", merge="restart"), "序号", "起止年月", "工作单位", "职务/职称"],
            [c(merge="on"), "1", "1975.07—1990.08", "示例化工研究所", "助理研究员"],
            [c(merge="on"), "2", "1990.09—至今", "示例大学", "教授"],
            [c(merge="on"), "3", "", "", ""],
        ],
        [c("代表性论文", merge="restart"), "论文题目", "发表刊物", "时间", "排名"],
        [c(merge="on"), "一种示例催化剂", "示例化学学报", "2019.05", "1"],
    )


def lists_below() -> bytes:
    """Names over the whole width, sub-tables below them."""
    return person(
        [
            [c("主要工作经历", 5)],
            ["起止时间", c("工作单位", 2), c("职务或职称", 2)],
            ["1975.07—1990.08", c("示例化工研究所", 2), c("助理研究员", 2)],
            ["1990.09—至今", c("示例大学", 2), c("教授", 2)],
        ],
        [c("科技奖励", 5)],
        [c("奖项名称", 3), "等级", "年份"],
        [c("示例市科学技术进步奖", 3), "二等奖", "2018"],
    )


def lists_inside() -> bytes:
    """Sub-tables inside a cell."""
    work = table(
        ["起止时间", "工作单位", "职务或职称"],
        ["1975.07—1990.08", "示例化工研究所", "助理研究员"],
        ["1990.09—至今", "示例大学", "教授"],
    )
    return person([["主要工作经历", c(X(work + p("")), 4)]])


def lists_apart() -> bytes:
    """Sub-tables by themselves, under headings of the text, with the row of headings again after a page."""
    return docx(
        p("姓名：阿依古丽·示例"),
        p("性别：女　手机号：13800000101"),
        p("二、主要工作经历"),
        table(["起止时间", "工作单位", "职务或职称"], ["1975.07—1990.08", "示例化工研究所", "助理研究员"]),
        p(""),
        table(["起止时间", "工作单位", "职务或职称"], ["1990.09—至今", "示例大学", "教授"]),
        p("三、代表性论文"),
        table(["题目", "刊物", "发表时间", "本人排名"], ["一种示例催化剂", "示例化学学报", "2019.05", "1"]),
    )


def many_boxes() -> bytes:
    """Boxes of which several are ticked, yes and no, boxes in cells of their own."""
    return docx(
        table(
            ["姓名", "阿依古丽·示例", "性别", "女"],
            [
                "专业领域\n（最多三项）",
                c(
                    p(
                        d.checkbox(ticked=True),
                        "材料 ",
                        d.checkbox(ticked=True),
                        "化工 ",
                        d.checkbox(ticked=False),
                        "机械",
                    ),
                    3,
                ),
            ],
            [
                "是否博士生导师",
                p(r("是"), d.sym("F052"), r("  否"), d.sym("F0A3")),
                "有无一年以上海外经历",
                "有（ ） 无（√）",
            ],
            ["手机号", "13800000101", "身份证号码", "11010519491231002X"],
        )
    )


EXPERTS: list[tuple[Callable[[], bytes], dict[str, str]]] = [
    (lists_beside, {**PERSON, **WORK, **PAPERS}),
    (lists_below, {**PERSON, **WORK, **PRIZES}),
    (lists_inside, {**PERSON, **WORK}),
    (lists_apart, {**PERSON, **WORK, **PAPERS}),
    (
        many_boxes,
        {
            **PERSON,
            "专业领域/0": "材料",
            "专业领域/1": "化工",
            "博士生导师": "是",
            "海外经历": "否",
            "身份证号": "11010519491231002X",
        },
    ),
]
STATIONS: list[tuple[Callable[[], bytes], dict[str, str]]] = [
    (station, {**STATION, **OPINIONS}),
    (station_lines, {**STATION, **OPINIONS}),
    (opinions_beside, {"单位名称": "示例市科技馆", **OPINIONS}),
]
CASES = [*((each, expert, said) for each, said in EXPERTS), *((each, danwei, said) for each, said in STATIONS)]


@pytest.mark.parametrize(("shape", "form", "expected"), CASES, ids=[shape.__name__ for shape, _, _ in CASES])
def test_other_forms_are_read_by_their_own_names(
    shape: Callable[[], bytes], form: Callable[[], Form], expected: dict[str, str]
) -> None:
    """Nothing is known of a form but its definition."""
    assert values(read(shape(), form())) == expected


def test_what_no_field_takes_is_left_with_its_place() -> None:
    """A number of a line, a prompt and a heading are nothing; what somebody wrote is never thrown away."""
    found = read(
        docx(p("请于五月前报送"), table(["姓名", "阿依古丽·示例", "民族", "维吾尔族"], ["座右铭", c("天道酬勤", 3)])),
        expert(),
    )
    assert values(found) == {"姓名": "阿依古丽·示例"}
    assert left(found) == ["请于五月前报送", "维吾尔族", "座右铭", "天道酬勤"]
    assert [where for _, where in found.readings[0].leftover] == [
        "正文第 1 段",
        "表 1 第 1 行第 4 格 民族",
        "表 1 第 2 行第 1 格",
        "表 1 第 2 行第 2 格",
    ]


BOXES = [
    ("☑男 ☑女", "男、女", "勾选不止一项"),
    ("□男 □女", "", "没有勾选"),
    ("男 女", "", "没有勾选"),
    ("男√女", "男", "勾画的位置不明"),
    ("不详", "不详", "写的不是表上的选项"),
]


@pytest.mark.parametrize(("said", "text", "remark"), BOXES)
def test_boxes_that_say_nothing_clear_are_doubtful(said: str, text: str, remark: str) -> None:
    """None ticked, more than one, or a tick between two: a person looks at the paper."""
    found = read(docx(table(["姓名", "王示例", "性别", said])), expert())
    reads = [each for each in found.readings[0].reads if each.field == "性别"]
    assert [(each.text, each.remark) for each in reads] == [(text, remark)]
    assert doubtful(found) == {"性别"}
