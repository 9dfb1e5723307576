"""More copies of the forms, as offices make them: rows of their own, bands, boxes of every kind."""

from collections.abc import Callable

import pytest

from pipeline.forms import Form
from tests import forms_docx as d
from tests.forms_docx import X, c, docx, p, r, table
from tests.unit.word_readings import danwei, expert, longdu, read, values

CAREER = "2010.07—2015.06　示例大学化学系教师\n2015.07—2020.11　示例大学科研处副处长"


def upright(name: str) -> X:
    """Return a name, a character a paragraph."""
    return X("".join(map(p, name)))


def seed_copy() -> bytes:
    """The copy of an office: vertical names in paragraphs, a photo, rows of its own, symbols for boxes."""
    return docx(
        p("附件1"),
        p("濮阳市科协“科创龙都”"),
        p("联络员推荐表"),
        table(
            [
                c(upright("姓名")),
                "王示例",
                c(upright("性别")),
                "女",
                c(upright("民族")),
                "汉族",
                c("贴\n照\n片\n处", merge="restart"),
            ],
            [
                c(upright("学历")),
                "硕士",
                c(upright("学位")),
                "工学硕士",
                c(upright("职称")),
                "高级工程师",
                c(merge="on"),
            ],
            [c(upright("单位")), c("示例科技园管理有限公司", 3), c(upright("职务")), "总经理", c(merge="on")],
            ["通讯地址", c("示例市示例路8号", 3), "邮编", c("457000", 2)],
            ["手机号码", c("１３８００００００１１", 2), "E-mail", c("Wang_01@example.com", 3)],
            [
                "社会兼职",
                c("示例市化学会理事", 2),
                "联络员类别",
                c(p("A类", d.sym("00A3"), "    B类", d.sym("0052")), 3),
            ],
            ["是否具备技术经理人等相应资格证书", c("是（中级技术经理人）", 6)],
            [c("简\n\n历"), c(CAREER, 6)],
            [
                c("所在单位\n推荐意见"),
                c(
                    X(
                        p("同意推荐。")
                        + p("")
                        + p("                    （公章）")
                        + p("        负责人签名：李示例      2020年 12月 2日")
                    ),
                    6,
                ),
            ],
            [c("县（区）科协\n推荐意见"), c(X(p("同意。") + p("   （盖章）       年   月   日")), 6)],
            ["备注", c("", 6)],
        ),
    )


def in_one_control() -> bytes:
    """One control around everything, others with names of no use."""

    def held(text: str) -> X:
        return p(d.sdt(r(text), alias="文本框", tag="text1"))

    return docx(
        d.sdt(
            X(
                p("推荐表")
                + table(
                    [
                        "类 别",
                        c(p(d.checkbox(ticked=True, shown="☑"), "A类 ", d.checkbox(ticked=False), "B类")),
                        "姓 名",
                        c(held("王示例")),
                    ],
                    ["所在单位", c(held("示例大学")), "职 务", c(held("处长"))],
                    ["手机", c(held("13800000001")), "邮箱", c(held("a@example.com"))],
                )
            )
        )
    )


def two_and_four() -> bytes:
    """Rows of two and of four cells without joins; a tick inserted for a deleted box."""
    return docx(
        table(
            ["姓名", "王示例", "出生年月", "1980年3月"],
            ["工作单位", "示例大学\n化学学院"],
            ["申报类别", p("□A类  ", d.gone("□"), d.ins(r("√")), "B类")],
            ["主要简历", p(r(CAREER))],
            ["移动电话", "13800000001", "办公室电话", "0393-1234567转801"],
        )
    )


def counted_lines() -> bytes:
    """Counted lines, brackets to tick, two fields on one line, opinions at the end."""
    return docx(
        p("濮阳市科协“科创龙都”联络员推荐表"),
        p("1．姓名：王示例"),
        p("2．类别：（  ）A类 （√）B类"),
        p("3．所在单位：示例大学"),
        p("4．职务及职称：处长、教授"),
        p("5．联系电话：13800000001"),
        p("6．电子邮箱：a@example.com"),
        p("7．有关资格证书：无"),
        p("8．工作简历："),
        p("2010.07—2015.06　示例大学化学系教师"),
        p("2015.07—2020.11　示例大学科研处副处长"),
        p("单位意见：同意推荐。"),
        p("                      负责人签字：李示例"),
        p("                      2020年12月2日"),
        p("科协意见："),
        p("                      负责人签字："),
        p("                          年  月  日"),
    )


def bands() -> bytes:
    """Names above values in bands; opinions side by side, their signatures in a row below."""
    return docx(
        table(
            [c("基本信息", 6)],
            [c("单位名称", 2), c("统一社会信用代码", 2), c("法定代表人", 2)],
            [c("示例市科技馆", 2), c("91350100M000100Y43", 2), c("王示例", 2)],
            ["联系人", "联系电话", "电子邮箱", "年开放天数", "展教面积（平方米）", "成立日期"],
            ["李示例", "0393-0000000", "guan@example.com", "300", "5000", "2001-05"],
            [c("单位地址", 6)],
            [c("示例市示例路1号", 6)],
            [c("科普资源简介（1200字以内）", 6)],
            [c("常设展厅三个。", 6)],
            [c("主管部门意见", 2), c("县（区）科协意见", 2), c("专家组意见", 2)],
            [c("同意。", 2), c("同意推荐。", 2), c("", 2)],
            [c("负责人：赵示例\n2021年3月1日", 2), c("负责人：孙示例\n2021年3月5日", 2), c("负责人：\n年 月 日", 2)],
        )
    )


def lists_with_a_family() -> bytes:
    """Sub-tables with names that are not joined over their rows; the family between them."""
    return docx(
        table(
            ["姓名", c("王示例", 2), "性别", "男"],
            ["出生年月", c("1970年1月", 2), "身份证号", "11010519491231002X"],
            ["主要工作经历", "起止年月", "单位及部门", "职务", "备注"],
            ["", "2010.07-2015.06", "示例大学", "讲师", ""],
            ["", "2015.07-", "示例研究院", "研究员", ""],
            ["家庭成员", "称谓", "姓名", "单位", "职务"],
            ["", "妻", "李例", "示例中学", "教师"],
            ["科技奖励", "获奖时间", "奖项名称", "获奖等级", "排名"],
            ["", "2018", "示例市科技进步奖", "二等奖", "1"],
            ["所在单位意见", c("情况属实。\n负责人：周示例 2021.4.1", 4)],
            ["学会意见", c("同意推荐\n理事长（签名）：吴示例\n2021年4月2日", 4)],
            ["市科协意见", c("", 4)],
        )
    )


def every_box() -> bytes:
    """Words struck out, old boxes, brackets, boxes of one character."""
    return docx(
        table(
            ["姓名", "王示例"],
            ["性别", p(d.struck("男"), "女")],
            [
                "专业领域（可多选）",
                p(
                    d.old_box(ticked=True),
                    "材料 ",
                    d.old_box(ticked=False),
                    "化工 ",
                    d.old_box(ticked=True, by_default=True),
                    "机械 ",
                    d.old_box(ticked=False),
                    "电子",
                ),
            ],
            ["是否博士生导师", "是[√]  否[ ]"],
            ["有无一年以上海外经历", "☐有 ☒无"],
        )
    )


CASES: list[tuple[Callable[[], bytes], Callable[[], Form], dict[str, str]]] = [
    (
        seed_copy,
        longdu,
        {
            "姓名": "王示例",
            "职称": "高级工程师",
            "所在单位": "示例科技园管理有限公司",
            "职务": "总经理",
            "手机号": "１３８００００００１１",
            "邮箱": "Wang_01@example.com",
            "社会职务": "示例市化学会理事",
            "类别": "B类",
            "资格证书": "是（中级技术经理人）",
            "工作简历": CAREER,
            "单位意见/意见": "同意推荐。",
            "单位意见/负责人": "李示例",
            "单位意见/日期": "2020年 12月 2日",
            "科协意见/意见": "同意。",
        },
    ),
    (
        in_one_control,
        longdu,
        {
            "类别": "A类",
            "姓名": "王示例",
            "所在单位": "示例大学",
            "职务": "处长",
            "手机号": "13800000001",
            "邮箱": "a@example.com",
        },
    ),
    (
        two_and_four,
        longdu,
        {
            "姓名": "王示例",
            "所在单位": "示例大学\n化学学院",
            "类别": "B类",
            "工作简历": CAREER,
            "手机号": "13800000001",
            "办公电话": "0393-1234567转801",
        },
    ),
    (
        counted_lines,
        longdu,
        {
            "姓名": "王示例",
            "类别": "B类",
            "所在单位": "示例大学",
            "职务": "处长",
            "职称": "教授",
            "手机号": "13800000001",
            "邮箱": "a@example.com",
            "资格证书": "无",
            "工作简历": CAREER,
            "单位意见/意见": "同意推荐。",
            "单位意见/负责人": "李示例",
            "单位意见/日期": "2020年12月2日",
        },
    ),
    (
        bands,
        danwei,
        {
            "单位名称": "示例市科技馆",
            "统一社会信用代码": "91350100M000100Y43",
            "法定代表人": "王示例",
            "联系人": "李示例",
            "联系电话": "0393-0000000",
            "电子邮箱": "guan@example.com",
            "年开放天数": "300",
            "展教面积": "5000",
            "成立日期": "2001-05",
            "单位地址": "示例市示例路1号",
            "科普资源简介": "常设展厅三个。",
            "主管部门意见/意见": "同意。",
            "主管部门意见/负责人": "赵示例",
            "主管部门意见/日期": "2021年3月1日",
            "县区科协意见/意见": "同意推荐。",
            "县区科协意见/负责人": "孙示例",
            "县区科协意见/日期": "2021年3月5日",
        },
    ),
    (
        lists_with_a_family,
        expert,
        {
            "姓名": "王示例",
            "性别": "男",
            "出生日期": "1970年1月",
            "身份证号": "11010519491231002X",
            "工作经历/0/起止时间": "2010.07-2015.06",
            "工作经历/0/单位": "示例大学",
            "工作经历/0/职务": "讲师",
            "工作经历/1/起止时间": "2015.07-",
            "工作经历/1/单位": "示例研究院",
            "工作经历/1/职务": "研究员",
            "获奖/0/年份": "2018",
            "获奖/0/名称": "示例市科技进步奖",
            "获奖/0/等级": "二等奖",
            "单位意见/意见": "情况属实。",
            "单位意见/负责人": "周示例",
            "单位意见/日期": "2021.4.1",
            "学会意见/意见": "同意推荐",
            "学会意见/负责人": "吴示例",
            "学会意见/日期": "2021年4月2日",
        },
    ),
    (
        every_box,
        expert,
        {
            "姓名": "王示例",
            "性别": "女",
            "专业领域/0": "材料",
            "专业领域/1": "机械",
            "博士生导师": "是",
            "海外经历": "否",
        },
    ),
]


@pytest.mark.parametrize(("shape", "form", "expected"), CASES, ids=[shape.__name__ for shape, _, _ in CASES])
def test_what_was_sent_is_read_as_a_person_would(
    shape: Callable[[], bytes], form: Callable[[], Form], expected: dict[str, str]
) -> None:
    """The same fields, and no others."""
    assert values(read(shape(), form())) == expected
