"""What stood on paper becomes what a submission says, and nothing is changed in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import content, forms
from pipeline.forms import Form
from pipeline.forms.convert import convert
from pipeline.intake.tidy import Tidied, tidy
from tests import samples, samples_expert


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    """Give the expert's form with the parts of the small one that it does not have."""
    root = tmp_path_factory.mktemp("form")
    extra = "  办公电话: {$ref: 'gongshi:kinds#/固定电话'}\n  资格: {$ref: 'gongshi:kinds#/是否说明'}\n"
    samples.write(root, **samples_expert.FILES)
    path = root / samples_expert.EXPERT / "form.yml"
    path.write_text(samples_expert.FORM_EXPERT.replace("  姓名: {", extra + "  姓名: {", 1), encoding="utf-8")
    return next(each.form for each in content.load(root)[0].programmes if each.slug == "zhuanjia")


def said(form: Form, name: str, raw: str, **boxes: str) -> Tidied:
    field = form.field(name)
    assert field is not None
    return tidy(form, field.schema, raw, boxes)


@pytest.mark.parametrize(
    ("name", "raw", "text"),
    [
        ("姓名", "王　示例", "王示例"),
        ("姓名", " 王 示 例 ", "王示例"),
        ("姓名", "阿依古丽•示例", "阿依古丽·示例"),
        ("手机号", "138 0000 0000", "13800000000"),
        ("手机号", "１３８００００００００", "13800000000"),
        ("手机号", "+86 138-0000-0000", "13800000000"),
        ("办公电话", "0371—86561625", "0371-86561625"),
        ("办公电话", "0575-85173849  0575-9286655", "0575-85173849、0575-9286655"),
        ("办公电话", "（0393）6686900", "0393-6686900"),
        ("办公电话", "0393-6686900转12", "0393-6686900-12"),
        ("办公电话", "6686900", "6686900"),
        ("邮箱", "wang＠example.com ", "wang@example.com"),
        ("身份证号", "11010519491231002x", "11010519491231002X"),
        ("身份证号", "110105 19491231 002X", "11010519491231002X"),
        ("出生日期", "2000.08", "2000-08"),
        ("出生日期", "197711", "1977-11"),
        ("出生日期", "2020年 11月 25日", "2020-11-25"),
        ("出生日期", "二○一二年三月九日", "2012-03-09"),
        ("出生日期", "二〇二〇年十二月二十五日", "2020-12-25"),
        ("出生日期", "1966/3/1", "1966-03-01"),
        ("出生日期", "2016年", "2016"),
        ("博士生导师", "√", "是"),
        ("博士生导师", "否", "否"),
        ("资格", "有，技术经理人", "有，技术经理人"),
        ("资格", "是。周二至周日", "是（周二至周日）"),
        ("资格", "无", "无"),
        ("评审得分", "９５分", "９５分"),
        ("评审得分", "1,0", "10"),
        ("所在单位", "示例大学\n科技处", "示例大学科技处"),
        ("性别", " 男 ", "男"),
        ("职称", "无", ""),
        ("职称", "——", ""),
        ("职称", "暂无", ""),
        ("职称", "/", ""),
        ("职称", "  ", ""),
    ],
)
def test_text_becomes_what_the_file_says(form: Form, name: str, raw: str, text: str) -> None:
    """Each kind of field has its usual ways of being written."""
    assert said(form, name, raw).text == text


@pytest.mark.parametrize(
    ("name", "raw", "doubt"),
    [
        ("出生日期", "65.09", "年份只写了两位"),
        ("出生日期", "6405", "年份只写了两位"),
        ("办公电话", "6686900", "没有区号"),
        ("办公电话", "0513-55018888(传真)", "去掉了号码以外的字"),
        ("手机号", "13800000000/0393-6686900", "写了几个号码，只取手机号"),
        ("职称", "同上", "写的不是内容本身"),
    ],
)
def test_what_is_only_likely_is_doubtful(form: Form, name: str, raw: str, doubt: str) -> None:
    """Who tidies says why a person must look."""
    assert said(form, name, raw).doubt == doubt


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("出生日期", "一级教师_2006.09"),
        ("出生日期", "2020-02-30"),
        ("手机号", "13800000000、13900000000"),
        ("手机号", "1.38E+10"),
        ("性别", "男女"),
        ("姓名", "（草头下千）"),
        ("博士生导师", "也许"),
    ],
)
def test_what_cannot_be_read_is_not_guessed(form: Form, name: str, raw: str) -> None:
    """What the form does not accept after all stays as it was written, and is said not to fit."""
    tidied = said(form, name, raw)
    assert (tidied.text, tidied.fits) == (raw, False)


def test_boxes_are_told_by_what_is_printed_beside_them(form: Form) -> None:
    """The words beside a box, with what somebody wrote after them, lead to its value."""
    assert said(form, "性别", "先生", 先生="男").text == "男"
    after = said(form, "性别", "先生，已核", 先生="男")
    assert (after.text, after.doubt) == ("男", "选项后面还写了别的字")


def test_every_change_is_said(form: Form) -> None:
    """A text that is not as it was comes with words about it."""
    assert said(form, "手机号", "138 0000 0000").changed == ("号码去掉了空格和横线",)
    assert said(form, "手机号", "13800000000").changed == ()


KINDS = (
    "姓名",
    "手机号",
    "办公电话",
    "邮箱",
    "身份证号",
    "出生日期",
    "博士生导师",
    "性别",
    "职称",
    "研究方向",
    "评审得分",
    "资格",
)
WRITTEN = st.one_of(
    st.text(
        alphabet="王示例·• 　\n0123456789-—–.年月日二○十（）()／/、;,，转无是否有男女√A@ＡａXx①\u200b\ue863",
        max_size=24,
    ),
    st.from_regex(r"(19|20)?[0-9]{2}[-./年][0-9]{1,2}([-./月][0-9]{1,2}日?)?", fullmatch=True),
    st.from_regex(r"1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}", fullmatch=True),
)


@given(name=st.sampled_from(KINDS), raw=WRITTEN)
def test_tidying_twice_is_tidying_once(form: Form, name: str, raw: str) -> None:
    """What was tidied needs no tidying."""
    once = said(form, name, raw)
    assert said(form, name, once.text).text == once.text


@given(name=st.sampled_from(KINDS), raw=WRITTEN)
def test_what_the_form_accepts_keeps_its_meaning(form: Form, name: str, raw: str) -> None:
    """A text that the form accepts as it stands means the same after tidying."""
    field = form.field(name)
    assert field is not None
    if "\u200b" not in raw and forms.fits(form, field.schema, raw):
        assert convert(said(form, name, raw).text, field.schema) == convert(raw, field.schema)
