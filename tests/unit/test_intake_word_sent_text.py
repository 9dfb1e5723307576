"""More copies of the forms: text boxes, lines in cells, wrong characters, signatures, older fields."""

from collections.abc import Callable

import pytest

from pipeline.forms import Form
from tests import forms_docx as d
from tests.forms_docx import X, c, docx, p, r, table
from tests.unit.word_readings import danwei, expert, longdu, read, values

CAREER = "2010.07—2015.06　示例大学化学系教师\n2015.07—2020.11　示例大学科研处副处长"


def in_boxes() -> bytes:
    """Text boxes with lines, with a table, with an opinion."""
    return docx(
        d.textbox(p("姓名：王示例"), p("工作单位：示例大学")),
        d.textbox(table(["手机", "13800000001"], ["职称", "教授"])),
        p("单位意见"),
        d.textbox(p("同意推荐。"), p("负责人：李示例　2020年12月1日")),
    )


def lists_in_lists() -> bytes:
    """Tables in the cells of a table, their names in their own first rows."""
    t1 = table(
        [c("主要工作经历", 4)],
        ["序号", "起止时间", "工作单位", "职务或职称"],
        ["1", "2010—2015", "示例大学", "讲师"],
        ["2", "2015—2020", "示例研究院", "研究员"],
    )
    t2 = table(
        [c("代表性论文（不超过5篇）", 5)],
        ["序号", "论文题目", "发表期刊", "发表年份", "本人排名"],
        ["1", "论催化", "示例学报", "2019", "1"],
        ["2", "论材料", "示例通报", "2020", "2"],
    )
    return docx(
        table([c(X(table(["姓名", "王示例", "手机", "13800000001"]) + p("")))], [c(X(t1 + p("")))], [c(X(t2 + p("")))])
    )


def typing_errors() -> bytes:
    """Names with a wrong character; words that are nearly names."""
    return docx(
        table(
            ["姓  名", "王示例"],
            ["手机号吗", "13800000001"],
            ["统一社会信用代码证", "x"],
            ["工作单位名称", "示例大学"],
            ["工作简厉", "做过很多事情"],
            ["职  衔", "处长"],
        )
    )


def lines_in_cells() -> bytes:
    """Several names and values in one cell."""
    return docx(
        table(
            [c("姓名：王示例\n性别：男\n职务：处长\n职称：教授"), c("手机：13800000001\n邮箱：a@example.com\n类别：B")],
            [c("单位：示例大学", 2)],
            [c(X(p("单位意见：") + p("同意推荐王示例同志。") + p("负责人（签章）：李示例") + p("2020年12月")), 2)],
        )
    )


def signatures() -> bytes:
    """A signature in a table of its own; a stamp with a place; two who sign."""
    sign = table(["负责人签字：", "赵示例"], ["日期：", "2021年3月1日"])
    return docx(
        table(
            ["单位名称", c("示例市科技馆", 3)],
            ["是否免费开放\n（若是，请注明时段）", c("是，周二至周日", 3)],
            ["年开放天数", "300", "展教面积", "5000"],
        ),
        p("（续表）"),
        table(
            ["单位名称", c("示例市科技馆", 3)],
            ["主管部门意见", c(X(p("同意。") + sign + p("")), 3)],
            ["县区科协意见", c("经审核，情况属实，同意推荐。\n\n县科协（章）\n孙示例（签字）\n2021年3月5日", 3)],
            ["专家组意见", c("建议命名。组长签名： 周示例　钱示例", 3)],
        ),
    )


def tick_behind() -> bytes:
    """A tick behind the words and ahead of the next box."""
    return docx(
        table(
            ["姓名", "王示例", "类别", "□A类√  □B类"],
            ["单位", "示例大学", "职称", ""],
            ["手机", "13800000001", "职务", "无"],
        )
    )


def old_fields() -> bytes:
    """Fields of older forms, a list to choose from."""
    listed = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="男"/><w:listEntry w:val="女"/></w:ddList>'
    dd = X(
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{listed}</w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    tx = X(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>FORMTEXT</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("王")}{r("示例")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return docx(
        table(
            ["专家姓名", p(tx), "性别", p(dd)],
            ["出生日期（年/月/日）", p(d.sdt(r("1970/1/2"), alias="日期")), "身份证号码（18位）", "11010519491231002X"],
            ["现任职称", "教授", "工作单位（全称）", "示例大学"],
            ["研究方向（300字内）", c("材料的合成。\n材料的表征。", 3)],
        )
    )


CASES: list[tuple[Callable[[], bytes], Callable[[], Form], dict[str, str]]] = [
    (
        in_boxes,
        longdu,
        {
            "姓名": "王示例",
            "所在单位": "示例大学",
            "手机号": "13800000001",
            "职称": "教授",
            "单位意见/意见": "同意推荐。",
            "单位意见/负责人": "李示例",
            "单位意见/日期": "2020年12月1日",
        },
    ),
    (
        lists_in_lists,
        expert,
        {
            "姓名": "王示例",
            "手机号": "13800000001",
            "工作经历/0/起止时间": "2010—2015",
            "工作经历/0/单位": "示例大学",
            "工作经历/0/职务": "讲师",
            "工作经历/1/起止时间": "2015—2020",
            "工作经历/1/单位": "示例研究院",
            "工作经历/1/职务": "研究员",
            "论文/0/题目": "论催化",
            "论文/0/刊物": "示例学报",
            "论文/0/发表时间": "2019",
            "论文/0/排名": "1",
            "论文/1/题目": "论材料",
            "论文/1/刊物": "示例通报",
            "论文/1/发表时间": "2020",
            "论文/1/排名": "2",
        },
    ),
    (
        typing_errors,
        longdu,
        {"姓名": "王示例", "手机号": "13800000001", "所在单位": "示例大学", "工作简历": "做过很多事情"},
    ),
    (
        lines_in_cells,
        longdu,
        {
            "姓名": "王示例",
            "职务": "处长",
            "职称": "教授",
            "手机号": "13800000001",
            "邮箱": "a@example.com",
            "类别": "B类",
            "所在单位": "示例大学",
            "单位意见/意见": "同意推荐王示例同志。",
            "单位意见/负责人": "李示例",
            "单位意见/日期": "2020年12月",
        },
    ),
    (
        signatures,
        danwei,
        {
            "单位名称": "示例市科技馆",
            "免费开放": "是，周二至周日",
            "年开放天数": "300",
            "展教面积": "5000",
            "主管部门意见/意见": "同意。",
            "主管部门意见/负责人": "赵示例",
            "主管部门意见/日期": "2021年3月1日",
            "县区科协意见/意见": "经审核，情况属实，同意推荐。",
            "县区科协意见/负责人": "孙示例",
            "县区科协意见/日期": "2021年3月5日",
            "专家组意见/意见": "建议命名。",
            "专家组意见/负责人": "周示例\u3000钱示例",
        },
    ),
    (
        tick_behind,
        longdu,
        {"姓名": "王示例", "类别": "A类", "所在单位": "示例大学", "手机号": "13800000001", "职务": "无"},
    ),
    (
        old_fields,
        expert,
        {
            "姓名": "王示例",
            "性别": "女",
            "出生日期": "1970/1/2",
            "身份证号": "11010519491231002X",
            "职称": "教授",
            "所在单位": "示例大学",
            "研究方向": "材料的合成。\n材料的表征。",
        },
    ),
]


@pytest.mark.parametrize(("shape", "form", "expected"), CASES, ids=[shape.__name__ for shape, _, _ in CASES])
def test_what_was_sent_is_read_as_a_person_would(
    shape: Callable[[], bytes], form: Callable[[], Form], expected: dict[str, str]
) -> None:
    """The same fields, and no others."""
    assert values(read(shape(), form())) == expected
