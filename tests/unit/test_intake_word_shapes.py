"""Copies of the demonstration's form as people send them: other tables, other boxes, other words, no table at all."""

from collections.abc import Callable

import pytest

from tests import forms_docx as d
from tests.forms_docx import X, c, docx, p, r, row, table
from tests.unit.word_readings import longdu, read, values

CAREER = "2010.07—2015.06　示例大学化学系教师\n2015.07—2020.11　示例大学科研处副处长"
COLUMNS = "2010.07—2015.06\t示例大学化学系\t教师\n2015.07—2020.11\t示例大学科研处\t副处长"
OPINION = "同意推荐。\n负责人签字：李示例　　2020年12月1日\n（盖章）"
FULL = {
    "类别": "A类",
    "姓名": "王示例",
    "所在单位": "示例大学",
    "职务": "科研处副处长",
    "职称": "教授",
    "手机号": "13800000001",
    "办公电话": "0393-0000000",
    "邮箱": "wang@example.com",
    "资格证书": "有，技术经理人",
    "工作简历": CAREER,
    "单位意见/意见": "同意推荐。",
    "单位意见/负责人": "李示例",
    "单位意见/日期": "2020年12月1日",
}
SIGNED = {key: FULL[key] for key in ("单位意见/意见", "单位意见/负责人", "单位意见/日期")}
SHORT = {key: FULL[key] for key in ("姓名", "所在单位", "手机号")}
TITLE = p("濮阳市科协“科创龙都”联络员推荐表")
CERTIFICATE = "是否具备相应资格证书（若有，请注明）"


def plain() -> bytes:
    """The form as it is printed, typed off."""
    return docx(
        TITLE,
        table(
            ["类别", "☑A类 □B类", "姓名", "王示例"],
            ["所在单位", "示例大学", "职务", "科研处副处长"],
            ["社会职务", "", "职称", "教授"],
            ["手机号", "13800000001", "办公电话", "0393-0000000"],
            ["邮箱", "wang@example.com", CERTIFICATE, "有，技术经理人"],
            ["工作简历", c(CAREER, 3)],
            ["单位意见", c(OPINION, 3)],
            ["县（区）/单位科协意见", c("负责人签字：　　　　　年　月　日\n（盖章）", 3)],
        ),
    )


def spaced() -> bytes:
    """Labels with blanks and colons, other order, a photo cell, rows that the form does not have."""
    return docx(
        table(
            ["姓  名：", "王示例", "性 别", "男", c("照片\n（2寸）", merge="restart")],
            ["职　称", "教授", "民族", "汉", c(merge="on")],
            ["工作单位：", c("示例大学", 3), c(merge="on")],
            ["职  务", "科研处副处长", "类  别", "A类√　B类", ""],
            ["手机号码", "13800000001", "电子邮箱", "wang@example.com", ""],
            ["单位电话", "0393-0000000", "资格证书", "有，技术经理人", ""],
            ["主要工作经历", c(CAREER, 4)],
            ["所在单位意见", c(OPINION, 4)],
        )
    )


def vertical() -> bytes:
    """Labels one character a line, some in a paragraph each."""
    return docx(
        table(
            ["姓\n名", "王示例", "类\n别", "□A类　☑B类"],
            ["所\n在\n单\n位", "示例大学", "职\n务", "科研处副处长"],
            [c(p(r("工\n作\n简\n历"))), c(CAREER, 3)],
            ["单\n位\n意\n见", c(OPINION, 3)],
        )
    )


def above() -> bytes:
    """Labels above their values."""
    return docx(
        table(
            ["姓名", "类别", "所在单位", "职务"],
            ["王示例", "A", "示例大学", "科研处副处长"],
            ["手机号", "办公电话", "邮箱", "职称"],
            ["13800000001", "0393-0000000", "wang@example.com", "教授"],
            [c("工作简历", 4)],
            [c(CAREER, 4)],
            [c("单位意见", 4)],
            [c(OPINION, 4)],
        )
    )


def no_table() -> bytes:
    """Lines with a colon after each name; several on a line; blanks, tabs and rules between."""
    return docx(
        TITLE,
        p("一、基本情况"),
        p("姓  名：王示例　　性别：男　　民族：汉"),
        p("所在单位：", r("__示例大学__", "<w:u/>"), "\t职务：科研处副处长"),
        p("手机：13800000001  办公电话：0393-0000000  E-mail：wang@example.com"),
        p("类别：☑A类  □B类；职称：教授"),
        p("二、工作简历"),
        d.lines(CAREER),
        p("三、单位意见"),
        d.lines(OPINION),
    )


def tabs() -> bytes:
    """Lines with tabs and no colons."""
    return docx(p("姓名\t王示例\t职称\t教授"), p("工作单位\t示例大学\t职务\t科研处副处长"), p("联系电话\t13800000001"))


def same_cell() -> bytes:
    """Name and value in one cell."""
    return docx(
        table(
            ["姓名：王示例", "类别：A类"],
            ["所在单位：示例大学", "职务：科研处副处长"],
            ["手机：13800000001", "邮箱：wang@example.com"],
            [c("工作简历：\n" + CAREER, 2)],
            [c("单位意见：\n" + OPINION, 2)],
        )
    )


def symbols() -> bytes:
    """Ticks as symbols of fonts."""
    return docx(
        table(
            ["类别", p(d.sym("F052"), "A类  ", d.sym("F0A3"), "B类"), "姓名", "王示例"],
            ["所在单位", "示例大学", "手机号", "13800000001"],
        )
    )


def lost_symbols() -> bytes:
    """Ticks whose font was lost: the character of the private area stands in the text."""
    return docx(table(["类别", "\uf0a8A类  \uf0feB类", "姓名", "王示例"]))


def font_letters() -> bytes:
    """A letter in a symbol font is a ticked box."""
    font = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'
    return docx(table(["类别", p(r("£", font), "A类 ", r("R", font), "B类"), "姓名", "王示例"]))


def controls() -> bytes:
    """Boxes of Word 2010 behind their words."""
    return docx(
        table(["类别", p("A类", d.checkbox(ticked=True), "  B类", d.checkbox(ticked=False)), "姓名", "王示例"]),
    )


def old_boxes() -> bytes:
    """Boxes of older forms."""
    return docx(
        table(
            ["类别", p(d.old_box(ticked=False), "A类 ", d.old_box(ticked=True), "B类"), "姓名", "王示例"],
            [
                "手机号",
                p(X('<w:fldSimple w:instr=" FORMTEXT ">' + r("13800000001") + "</w:fldSimple>")),
                "职称",
                "教授",
            ],
        )
    )


def drawn_boxes() -> bytes:
    """A tick in a box by a formula."""
    return docx(table(["类别", p(d.formula(r"eq \o\ac(□,√)"), "A类 □B类"), "姓名", "王示例"]))


def struck() -> bytes:
    """The other choice is struck out."""
    return docx(table(["类别", p("A类 / ", d.struck("B类")), "姓名", p(d.struck("王示列"), "王示例")]))


def brackets() -> bytes:
    """Ticks in brackets."""
    return docx(table(["类别（打√选择）", "（√）A类　（　）B类", "姓名", "王示例"]))


def bare() -> bytes:
    """A letter instead of a tick."""
    return docx(table(["类别", "A", "姓名", "王示例"]))


def own_cells() -> bytes:
    """Each choice and each tick in a cell of its own."""
    return docx(table(["类别", "A类", "", "B类", "√"], ["姓名", c("王示例", 4)]))


def tracked() -> bytes:
    """Changes are tracked: what was deleted is gone, what was inserted is there."""
    return docx(
        table(
            [
                "姓名",
                p("王", d.ins(r("示例")), d.gone("某某")),
                "手机号",
                p(d.gone("13900000000"), d.ins(r("13800000001"))),
            ],
            row("职称", "讲师", "", "", props='<w:del w:id="3" w:author="a"/>'),
            row("所在单位", c("示例大学", 3)),
        )
    )


def in_controls() -> bytes:
    """Controls around runs, blocks, cells and rows; a prompt is nothing; hidden text is not there."""
    prompt = d.sdt(r("单击此处输入文字。"), prompts=True)
    return docx(
        d.sdt(
            table(
                X(f"<w:tr>{c('姓名')}{d.sdt(c(p('王示例')))}{c('职称')}{c(p(prompt))}</w:tr>"),
                d.sdt(
                    row(
                        "所在单位",
                        c(d.sdt(p("示例大学"))),
                        "手机号",
                        p(d.sdt(r("13800000001")), r("密", "<w:vanish/>")),
                    )
                ),
            )
        )
    )


def in_textbox() -> bytes:
    """The whole table in a text box."""
    return docx(
        p("附件"),
        d.textbox(p("联系表"), table(["姓名", "王示例"], ["所在单位", "示例大学"], ["手机号", "13800000001"])),
    )


def nested() -> bytes:
    """The form's table inside a cell of another; a value in a table of its own."""
    inner = table(["姓名", "王示例"], ["所在单位", table(["示例大学"])], ["手机号", "13800000001"])
    return docx(table([X(inner + p(""))], ["说明：一式两份"]))


def over_pages() -> bytes:
    """The table goes over two, with the names of the first repeated; the text goes on in a row without a name."""
    first, second = CAREER.split("\n")
    return docx(
        table(["姓名", "王示例", "手机号", "13800000001"], ["工作简历", c(first, 3)], ["", c(second, 3)]),
        p(""),
        table(["姓名", "王示例", "", ""], ["所在单位", c("示例大学", 3)], ["单位意见", c(OPINION, 3)]),
    )


def joined() -> bytes:
    """One name for two fields."""
    return docx(table(["姓名", "王示例"], ["职务/职称", "科研处副处长/教授"], ["所在单位", "示例大学"]))


def merged_labels() -> bytes:
    """A joined label over rows; the signature in a row of its own; cells joined in the old way."""
    old = '<w:hMerge w:val="{}"/>'
    return docx(
        table(
            ["姓名", c("王示例", props=old.format("restart")), c("", props=old.format("continue")), ""],
            [c("联系方式", merge="restart"), "手机", c("13800000001", 2)],
            [c(merge="on"), "邮箱", c("wang@example.com", 2)],
            [c("单位意见", merge="restart"), c("同意推荐。", 3)],
            [c(merge="on"), "负责人签字", "李示例", "日期：2020年12月1日"],
        )
    )


def shifted() -> bytes:
    """Rows that begin further right, without joined cells."""
    return docx(
        table(
            row("姓名", "王示例", "类别", "☑A类□B类"),
            row("所在单位", "示例大学", props='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            row("手机号", "13800000001", props='<w:gridBefore w:val="2"/>'),
        )
    )


def hints() -> bytes:
    """Labels with counting, hints and units, in brackets and without."""
    return docx(
        table(
            ["1.姓名（与身份证一致）", "王示例"],
            ["2.所在单位（全称）", "示例大学"],
            ["3.本人手机号码（11位）", "13800000001"],
            ["4.主要工作简历（从大学填起，限500字）", CAREER],
            ["5.单位推荐意见\n（盖章）", OPINION],
        )
    )


def others() -> bytes:
    """A list of the family has columns with the names of our fields."""
    return docx(
        table(
            ["姓名", "王示例", "手机号", "13800000001"],
            ["所在单位", c("示例大学", 3)],
            [c("家庭主要成员", 4)],
            ["称谓", "姓名", "年龄", "工作单位"],
            ["妻子", "赵例", "40", "示例中学"],
            ["儿子", "王例", "12", "示例小学"],
        )
    )


def contact() -> bytes:
    """A name for two fields; the value tells which."""
    return docx(table(["姓名", "王示例"], ["联系电话", "手机：13800000001\n办公：0393-0000000"], ["单位", "示例大学"]))


def career_table() -> bytes:
    """The career as a table inside the form."""
    return docx(
        table(
            ["姓名", c("王示例", 3)],
            [c("工作简历", merge="restart"), "起止时间", "单位", "职务"],
            [c(merge="on"), "2010.07—2015.06", "示例大学化学系", "教师"],
            [c(merge="on"), "2015.07—2020.11", "示例大学科研处", "副处长"],
        )
    )


def ruby() -> bytes:
    """A name with its reading above, a soft hyphen, a formula, a link."""
    name = X(
        "<w:r><w:ruby><w:rt><w:r><w:t>shì</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>示</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    link = X(f"<w:hyperlink>{r('wang@exam')}<w:r><w:softHyphen/></w:r>{r('ple.com')}</w:hyperlink>")
    return docx(
        table(
            ["姓名", p("王", name, "例"), "邮箱", p(link)],
            ["手机号", p(X("<m:oMath><m:r><m:t>13800000001</m:t></m:r></m:oMath>")), "", ""],
        )
    )


SHAPES: list[tuple[Callable[[], bytes], dict[str, str]]] = [
    (plain, FULL),
    (spaced, FULL),
    (vertical, {**{key: FULL[key] for key in ("姓名", "所在单位", "职务", "工作简历")}, **SIGNED, "类别": "B类"}),
    (above, {key: text for key, text in FULL.items() if key != "资格证书"}),
    (no_table, {key: text for key, text in FULL.items() if key != "资格证书"}),
    (tabs, {**SHORT, "职称": "教授", "职务": "科研处副处长"}),
    (same_cell, {key: text for key, text in FULL.items() if key not in ("资格证书", "职称", "办公电话")}),
    (symbols, {**SHORT, "类别": "A类"}),
    (lost_symbols, {"类别": "B类", "姓名": "王示例"}),
    (font_letters, {"类别": "B类", "姓名": "王示例"}),
    (controls, {"类别": "A类", "姓名": "王示例"}),
    (old_boxes, {"类别": "B类", "姓名": "王示例", "手机号": "13800000001", "职称": "教授"}),
    (drawn_boxes, {"类别": "A类", "姓名": "王示例"}),
    (struck, {"类别": "A类", "姓名": "王示例"}),
    (brackets, {"类别": "A类", "姓名": "王示例"}),
    (bare, {"类别": "A类", "姓名": "王示例"}),
    (own_cells, {"类别": "B类", "姓名": "王示例"}),
    (tracked, SHORT),
    (in_controls, SHORT),
    (in_textbox, SHORT),
    (nested, SHORT),
    (over_pages, {**SHORT, "工作简历": CAREER, **SIGNED}),
    (joined, {"姓名": "王示例", "职务": "科研处副处长", "职称": "教授", "所在单位": "示例大学"}),
    (merged_labels, {"姓名": "王示例", "手机号": "13800000001", "邮箱": "wang@example.com", **SIGNED}),
    (shifted, {**SHORT, "类别": "A类"}),
    (hints, {**SHORT, "工作简历": CAREER, **SIGNED}),
    (others, SHORT),
    (contact, {**SHORT, "办公电话": "0393-0000000"}),
    (career_table, {"姓名": "王示例", "工作简历": COLUMNS}),
    (ruby, {"姓名": "王示例", "邮箱": "wang@example.com", "手机号": "13800000001"}),
]


@pytest.mark.parametrize(("shape", "expected"), SHAPES, ids=[shape.__name__ for shape, _ in SHAPES])
def test_every_shape_gives_the_same_fields(shape: Callable[[], bytes], expected: dict[str, str]) -> None:
    """Whatever the table, the boxes and the words: the values are found by their names, and nothing else is."""
    assert values(read(shape(), longdu())) == expected
