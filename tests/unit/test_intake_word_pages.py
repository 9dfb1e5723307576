"""Still more copies: names on lines of their own, notes beside values, rows in controls."""

from collections.abc import Callable

import pytest

from pipeline.forms import Form
from tests import forms_docx as d
from tests.forms_docx import X, c, docx, p, r, row, table
from tests.unit.word_readings import danwei, expert, longdu, read, values

PLAN = "第一阶段：准备。\n第二阶段：实施。\n第三阶段：总结。"


def office_copy() -> bytes:
    """Names of forms at large beside ours; an opinion with its name in its cell."""
    return docx(
        table(
            [c("个人基本信息", 4)],
            ["姓名", r("王示例", "<w:b/>"), "性别", "男"],
            ["身份证号", "110105194912310022", "出生年月", "1949.12"],
            ["政治面貌", "党员", "所在单位名称", "示例大学"],
            ["行政职务", "处长", "专业技术职务", "教授"],
            ["办公电话", "0393-0000000", "手机", "138 0000 0001"],
            ["通信地址", "示例路1号", "电子邮箱", "a@example.com"],
            ["类别", c("A(√)　B( )", 3)],
            [c("工作简历", 4)],
            [c("2010年至今在示例大学工作", 4)],
            [c("所在单位推荐意见：\n    同意推荐\n      负责人签字（盖章）：李示例\n        2020年12月1日", 4)],
        )
    )


def broken_names() -> bytes:
    """Names with blank lines between their characters; a hint ahead of the value."""
    return docx(
        table(
            [c(p(r("姓\n\n名"))), "王示例", c(p(r("类\n\n别"))), "A□　　B☑"],
            [c(p(r("所\n属\n单\n位"))), "示例科技园", c(p(r("职\n\n务"))), "部长"],
            [c(p(r("联系\n电话"))), "13800000001", c(p(r("邮\n\n箱"))), "a@example.com"],
            [c(p(r("工\n\n作\n\n简\n\n历"))), c("（限500字以内）\n2010年至今 示例科技园", 3)],
        )
    )


def names_on_lines() -> bytes:
    """Names and values on lines of their own."""
    return docx(
        *[
            p(x)
            for x in [
                "示例市科普教育基地推荐表",
                "单位名称",
                "示例市科技馆",
                "统一社会信用代码",
                "91350100M000100Y43",
                "法定代表人",
                "王示例",
                "单位地址",
                "示例市示例路1号",
                "联系人",
                "李示例",
                "联系电话",
                "0393-0000000",
                "科普资源简介",
                "常设展厅三个。",
                "科普报告厅一个。",
                "主管部门意见",
                "同意。",
                "赵示例（签字）",
                "2021年3月1日",
            ]
        ]
    )


def rows_in_controls() -> bytes:
    """Rows in controls, a row deleted and one inserted; lines around a table."""
    rows = [
        row("起止时间", "工作单位", "职务或职称"),
        d.sdt(row("2010—2015", "示例大学", "讲师")),
        d.sdt(row("2015—2020", "示例研究院", "研究员")),
        row("1990—2000", "删去", "删去", props='<w:del w:id="9" w:author="a"/>'),
        row(
            c(p(d.ins(r("2020—")))),
            c(p(d.ins(r("示例学院")))),
            c(p(d.ins(r("院长")))),
            props='<w:ins w:id="8" w:author="a"/>',
        ),
    ]
    return docx(
        p("姓名：王示例"),
        p("性别：男", d.sym("F0FE", "Wingdings"), " 女", d.sym("F0A8", "Wingdings")),
        p("主要工作经历："),
        table(*rows),
        p("单位意见：同意推荐"),
        p("负责人：周示例"),
    )


def with_notes() -> bytes:
    """A third column with notes on how to fill in."""
    return docx(
        table(
            ["栏目", "填写内容", "填写说明"],
            ["类别", "B类", "A类或B类，单选"],
            ["姓名", "王示例", "与身份证一致"],
            ["所在单位", p(d.struck("示例学院"), r("示例大学")), "全称"],
            ["职务", "部长", "现任职务"],
            ["手机号", "13800000001", "11位"],
            ["邮箱", "a@example.com", "常用邮箱"],
            ["工作简历", "2010年至今 示例大学", "从大学起"],
        )
    )


def said_twice() -> bytes:
    """Text that is written twice for older programs; notes at the foot."""
    text = "<w:t>示例大学</w:t>"
    choices = f'<mc:Choice Requires="wps">{text}</mc:Choice><mc:Fallback>{text}</mc:Fallback>'
    twice = f"<w:p><w:r><mc:AlternateContent>{choices}</mc:AlternateContent></w:r></w:p>"
    fn = X('<w:r><w:footnoteReference w:id="1"/></w:r>')
    return docx(
        table(
            [c(p("姓名", fn)), c(p("王示例", fn)), "手机号", c(d.textbox(p("13800000001")))],
            [
                "所在单位",
                c(X(twice)),
                "职称",
                c("教授"),
            ],
        )
    )


def concluded() -> bytes:
    """Opinions with boxes, a heading of their own, years in the text."""
    return docx(
        table(
            ["单位名称", "示例市科技馆"],
            ["主管部门意见", "□不同意　☑同意\n理由：符合条件\n负责人签字：赵示例\n年　月　日"],
            [
                "县（区）科协意见",
                "意见：同意推荐。\n\n单位（公章）　　　　　负责人（签名）：孙示例\n二〇二一年三月五日",
            ],
            [
                "专家组意见",
                "经评审，建议命名为示例市科普教育基地（2021—2025年）。\n专家组组长：周示例　　　　2021 年 4 月 2 日",
            ],
        )
    )


CASES: list[tuple[Callable[[], bytes], Callable[[], Form], dict[str, str]]] = [
    (
        office_copy,
        longdu,
        {
            "姓名": "王示例",
            "所在单位": "示例大学",
            "职务": "处长",
            "职称": "教授",
            "办公电话": "0393-0000000",
            "手机号": "138 0000 0001",
            "邮箱": "a@example.com",
            "类别": "A类",
            "工作简历": "2010年至今在示例大学工作",
            "单位意见/意见": "同意推荐",
            "单位意见/负责人": "李示例",
            "单位意见/日期": "2020年12月1日",
        },
    ),
    (
        broken_names,
        longdu,
        {
            "姓名": "王示例",
            "类别": "B类",
            "所在单位": "示例科技园",
            "职务": "部长",
            "手机号": "13800000001",
            "邮箱": "a@example.com",
            "工作简历": "2010年至今 示例科技园",
        },
    ),
    (
        names_on_lines,
        danwei,
        {
            "单位名称": "示例市科技馆",
            "统一社会信用代码": "91350100M000100Y43",
            "法定代表人": "王示例",
            "单位地址": "示例市示例路1号",
            "联系人": "李示例",
            "联系电话": "0393-0000000",
            "科普资源简介": "常设展厅三个。\n科普报告厅一个。",
            "主管部门意见/意见": "同意。",
            "主管部门意见/负责人": "赵示例",
            "主管部门意见/日期": "2021年3月1日",
        },
    ),
    (
        rows_in_controls,
        expert,
        {
            "姓名": "王示例",
            "性别": "男",
            "工作经历/0/起止时间": "2010—2015",
            "工作经历/0/单位": "示例大学",
            "工作经历/0/职务": "讲师",
            "工作经历/1/起止时间": "2015—2020",
            "工作经历/1/单位": "示例研究院",
            "工作经历/1/职务": "研究员",
            "工作经历/2/起止时间": "2020—",
            "工作经历/2/单位": "示例学院",
            "工作经历/2/职务": "院长",
            "单位意见/意见": "同意推荐",
            "单位意见/负责人": "周示例",
        },
    ),
    (
        with_notes,
        longdu,
        {
            "类别": "B类",
            "姓名": "王示例",
            "所在单位": "示例大学",
            "职务": "部长",
            "手机号": "13800000001",
            "邮箱": "a@example.com",
            "工作简历": "2010年至今 示例大学",
        },
    ),
    (said_twice, longdu, {"姓名": "王示例", "手机号": "13800000001", "所在单位": "示例大学", "职称": "教授"}),
    (
        concluded,
        danwei,
        {
            "单位名称": "示例市科技馆",
            "主管部门意见/结论": "同意",
            "主管部门意见/意见": "理由：符合条件",
            "主管部门意见/负责人": "赵示例",
            "县区科协意见/意见": "同意推荐。",
            "县区科协意见/负责人": "孙示例",
            "县区科协意见/日期": "二〇二一年三月五日",
            "专家组意见/意见": "经评审，建议命名为示例市科普教育基地（2021—2025年）。",
            "专家组意见/负责人": "周示例",
            "专家组意见/日期": "2021 年 4 月 2 日",
        },
    ),
]


@pytest.mark.parametrize(("shape", "form", "expected"), CASES, ids=[shape.__name__ for shape, _, _ in CASES])
def test_what_was_sent_is_read_as_a_person_would(
    shape: Callable[[], bytes], form: Callable[[], Form], expected: dict[str, str]
) -> None:
    """The same fields, and no others."""
    assert values(read(shape(), form())) == expected
