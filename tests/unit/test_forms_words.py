"""Every keyword and kind that a form may use has a finding of its own, at its place, without the value."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import documents, forms
from pipeline.diagnostics import Diagnostic
from pipeline.forms import Form
from pipeline.forms.faults import SUPPORTED
from pipeline.forms.schema import kinds
from pipeline.messages import CATALOGUE

CATEGORIES = (("A", "A类"), ("B", "B类"))
HEAD = "title: 表\ntype: object\nadditionalProperties: false\n"
TAIL = "x-layout:\n  列宽: [28mm, 50mm]\n  行:\n    - {高: 10mm, 格: [甲]}\n"


def form_of(properties: str, more: str = "") -> Form:
    text = f"{HEAD}{more}properties:\n{properties}{TAIL}"
    document, findings = documents.parse_schema(text.encode(), "form.yml")
    assert document is not None
    assert findings == ()
    form, findings = forms.load_form(document, CATEGORIES)
    assert form is not None, findings
    return form


def judge(properties: str, text: str, more: str = "") -> list[str]:
    document, findings = documents.parse(text.encode(), "x.yml")
    assert document is not None
    assert findings == ()
    _, found = forms.judge(form_of(properties, more), document)
    return [f"{each.code} {each.where.line}:{each.where.column}" for each in found]


def field(schema: str) -> str:
    return f"  甲: {schema}\n"


def kind(name: str) -> str:
    return field(f'{{$ref: "gongshi:kinds#/{name}"}}')


VALUES: list[tuple[str, str, list[str]]] = [
    (kind("手机号"), "甲: 13800000000", []),
    (kind("手机号"), "甲: 138 0000-0000", []),
    (kind("手机号"), "甲: １３８０００００００１", []),
    (kind("手机号"), "甲: 1380000000", ["S203 1:4"]),
    (kind("手机号"), "甲: 12800000000", ["S203 1:4"]),
    (kind("固定电话"), "甲: 0393-6686900", []),
    (kind("固定电话"), "甲: 6686900", []),
    (kind("固定电话"), "甲: 0575-85173849、9286655", []),
    (kind("固定电话"), "甲: 无区号", ["S204 1:4"]),
    (kind("邮箱"), "甲: wang@example.com", []),
    (kind("邮箱"), "甲: wang＠example.com", ["S205 1:4"]),
    (kind("日期"), "甲: 2020-02-29", []),
    (kind("日期"), "甲: 2020-12", []),
    (kind("日期"), "甲: 2020", []),
    (kind("日期"), "甲: 2020-02-30", ["S206 1:4"]),
    (kind("日期"), "甲: 2020.12.01", ["S206 1:4"]),
    (kind("身份证号"), "甲: 11010519491231002X", []),
    (kind("身份证号"), "甲: 110105194912310021", ["S207 1:4"]),
    (kind("统一社会信用代码"), "甲: 91350100M000100Y43", []),
    (kind("统一社会信用代码"), "甲: 91350100M000100Y44", ["S208 1:4"]),
    (kind("姓名"), "甲: 示例·买买提", []),
    (kind("姓名"), "甲: 王示例2", ["S209 1:4"]),
    (kind("姓名"), "甲: 王示例（女）", ["S209 1:4"]),
    (kind("姓名"), "甲: 王 例", ["S243 1:4"]),
    (kind("姓名"), "甲: 示例•买买提", ["S244 1:4"]),
    (kind("是否说明"), "甲: 是（周二至周日）", []),
    (kind("是否说明"), "甲: 也许", ["S211 1:4"]),
    (kind("网址"), "甲: https://example.com/", []),
    (kind("网址"), "甲: example.com", ["S212 1:4"]),
    (kind("整数"), "甲: 5", []),
    (kind("整数"), "甲: 五", ["S213 1:4"]),
    (kind("照片"), "甲: a-001.gif", ["S216 1:4"]),
    (kind("类别"), "甲: A", []),
    (kind("类别"), "甲: C", ["S223 1:4"]),
    (kind("意见"), "甲: {结论: 同意, 日期: 2020-12-01}", []),
    (kind("意见"), "甲: {结论: 好, 日期: 2020-12-01}", ["S223 1:9"]),
    (kind("意见"), "甲: {意见: 同意}", ["S201 1:4"]),
    (kind("意见"), "甲: {结论: 同意, 日期: 2020-12-41}", ["S217 1:17"]),
    (kind("意见"), "甲: 同意", ["S222 1:4"]),
    (field("{type: number}"), "甲: 12.5", []),
    (field("{type: number}"), "甲: 多", ["S214 1:4"]),
    (field("{type: boolean}"), "甲: 是", []),
    (field("{type: boolean}"), "甲: 有时", ["S215 1:4"]),
    (field("{type: string}"), "甲: [一, 二]", ["S220 1:4"]),
    (field("{type: array}"), "甲: 一", ["S221 1:4"]),
    (field("{type: object}"), "甲: 一", ["S222 1:4"]),
    (field("{const: 一}"), "甲: 二", ["S224 1:4"]),
    (field("{enum: [一, 二]}"), "甲: 三", ["S223 1:4"]),
    (field('{type: string, pattern: "^a+$"}'), "甲: b", ["S225 1:4"]),
    (field("{type: string, minLength: 3}"), "甲: 一二", ["S227 1:4"]),
    (field("{type: string, maxLength: 1}"), "甲: 一二", ["S228 1:4"]),
    (field("{type: integer, minimum: 3}"), "甲: 2", ["S229 1:4"]),
    (field("{type: integer, maximum: 3}"), "甲: 4", ["S230 1:4"]),
    (field("{type: integer, exclusiveMinimum: 3}"), "甲: 3", ["S231 1:4"]),
    (field("{type: integer, exclusiveMaximum: 3}"), "甲: 3", ["S232 1:4"]),
    (field("{type: integer, multipleOf: 2}"), "甲: 3", ["S233 1:4"]),
    (field("{type: array, minItems: 2}"), "甲: [一]", ["S234 1:4"]),
    (field("{type: array, maxItems: 1}"), "甲: [一, 二]", ["S235 1:4"]),
    (field("{type: array, uniqueItems: true}"), "甲: [一, 一]", ["S236 1:4"]),
    (field("{type: object, minProperties: 2}"), "甲: {一: 二}", ["S238 1:4"]),
    (field("{type: object, maxProperties: 1}"), "甲: {一: 二, 三: 四}", ["S239 1:4"]),
    (field("{type: object, propertyNames: {maxLength: 1}}"), "甲: {一二: 三}", ["S240 1:5"]),
    (field("{type: array, contains: {const: 一}}"), "甲: [二]", ["S241 1:4"]),
    (field("{anyOf: [{const: 一}, {const: 二}]}"), "甲: 三", ["S247 1:4"]),
    (field("{not: {const: 一}}"), "甲: 一", ["S242 1:4"]),
    (field("{type: object, dependentRequired: {一: [二]}}"), "甲: {一: 三}", ["S237 1:8"]),
    (field("{type: array, items: {type: object, required: [一]}}"), "甲:\n  - {二: 三}", ["S201 2:5"]),
    (field("{type: string}"), "甲: 一\n乙: 二", ["S210 2:1"]),
    (field("{type: string, title: 职务}") + "  工作单位: {type: string}\n", "工作单伟: 一", ["S202 1:1"]),
]


@pytest.mark.parametrize(("properties", "text", "expected"), VALUES)
def test_each_fault_has_its_finding_and_place(properties: str, text: str, expected: list[str]) -> None:
    """What is right has no finding; what is wrong has its own code at the place of the value."""
    assert judge(properties, text) == expected


@pytest.mark.parametrize("empty", ["", "无", "/", "—", '""', "　"])
def test_what_says_nothing_is_absent(empty: str) -> None:
    """An optional field that says nothing is absent, a required one is missing."""
    assert judge(kind("邮箱"), f"甲: {empty}\n") == []
    assert judge(kind("邮箱"), f"甲: {empty}\n", "required: [甲]\n")[0].startswith("S201")


FORMS: list[tuple[str, str]] = [
    ("  甲: {type: string, unknown: 1}\n", "S260"),
    ('  甲: {$ref: "gongshi:kinds#/没有"}\n', "S261"),
    ('  甲: {$ref: "https://example.com/x"}\n', "S261"),
    ('  甲: {type: string, description: 写法, pattern: "("}\n', "S262"),
    ("  甲: {type: nonsense}\n", "S263"),
    ("  甲: {type: string, maxLength: 一}\n", "S263"),
    ("  办理: {type: string}\n  甲: {type: string}\n", "S269"),
    ("  甲 乙: {type: string}\n  甲: {type: string}\n", "S271"),
]


@pytest.mark.parametrize(("properties", "code"), FORMS)
def test_a_wrong_form_is_said(properties: str, code: str) -> None:
    """A form that cannot judge anybody is a finding on the form."""
    document, _ = documents.parse_schema(f"{HEAD}properties:\n{properties}{TAIL}".encode(), "form.yml")
    assert document is not None
    form, findings = forms.load_form(document, CATEGORIES)
    assert (form, [each.code for each in findings]) == (None, [code])


LAYOUTS: list[tuple[str, str]] = [
    ("x-layout: {列宽: [28mm, 50mm], 行: [{高: 10mm, 格: [丙]}]}", "S264"),
    ("x-layout: {列宽: [28mm, 50mm], 行: [{高: 10mm, 格: [甲]}, {高: 10mm, 格: [甲]}]}", "S265"),
    ("x-layout: {列宽: [28mm, 50mm, 28mm], 行: [{高: 10mm, 格: [甲]}]}", "S266"),
    ("x-layout: {列宽: [28cm, 50mm], 行: [{高: 10mm, 格: [甲]}]}", "S267"),
    ("x-layout: {列宽: [128mm, 50mm], 行: [{高: 10mm, 格: [甲]}]}", "S268"),
    ("x-layout: {列宽: [28mm, 50mm], 行: [{高: 260mm, 格: [甲]}]}", "S268"),
    ("x-layout: {列宽: [28mm, 50mm]}", "S272"),
    ("x-layout: {列宽: [28mm, 50mm], 行: [{高: 10mm}]}", "S272"),
    ("required: [丙]\n" + TAIL.rstrip(), "S270"),
]


@pytest.mark.parametrize(("layout", "code"), LAYOUTS)
def test_a_wrong_layout_is_said(layout: str, code: str) -> None:
    """A table that cannot be drawn, or does not fit its page, is a finding on the form."""
    text = f"{HEAD}properties:\n  甲: {{type: string}}\n{layout}\n"
    document, _ = documents.parse_schema(text.encode(), "form.yml")
    assert document is not None
    form, findings = forms.load_form(document)
    assert (form, [each.code for each in findings]) == (None, [code])


def test_every_supported_keyword_is_tried_here() -> None:
    """Each keyword that can fail stands in a case above."""
    quiet = {
        "title",
        "description",
        "examples",
        "default",
        "$comment",
        "$schema",
        "properties",
        "items",
        "then",
        "else",
    }
    quiet |= {each for each in SUPPORTED if each.startswith("x-")}
    quiet |= {"allOf", "oneOf", "if", "prefixItems", "unevaluatedProperties", "minContains", "maxContains", "format"}
    tried = "".join(each for each, _, _ in VALUES) + HEAD + "required"
    assert [each for each in sorted(SUPPORTED - quiet) if each not in tried] == []
    assert set(kinds()) - {"单位名称", "短文", "长文"} <= {name for name in kinds() if f"/{name}" in tried}


WORDS = "".join(entry.zh.message + entry.zh.hint + entry.en.message + entry.en.hint for entry in CATALOGUE.values())
SECRET = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=4, max_size=30)


def said(found: tuple[Diagnostic, ...]) -> str:
    return "".join(each.message(lang) + each.hint(lang) for each in found for lang in ("zh", "en"))


@given(st.sampled_from(sorted(kinds())), SECRET)
def test_no_message_holds_the_value(name: str, secret: str) -> None:
    """Whatever a field says, no finding repeats it, and neither does an unknown key."""
    if secret in WORDS or any(secret in str(each) for each in kinds().values()):
        return
    form = form_of(kind(name))
    for text in (f'甲: "{secret}"', f'"{secret}": 一', f'甲: ["{secret}"]', f'甲: {{结论: "{secret}"}}'):
        document, _ = documents.parse(text.encode(), "x.yml")
        if document is not None:
            assert secret not in said(forms.judge(form, document)[1])


TREES = st.recursive(
    st.text(max_size=20) | st.sampled_from(["无", "1", "2020-12-01", "是"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(kinds())), TREES)
def test_judging_never_raises(name: str, tree: Any) -> None:
    """Any tree of texts, lists and mappings is judged, whatever the kind."""
    import json  # noqa: PLC0415

    document, _ = documents.parse(json.dumps({"甲": tree}, ensure_ascii=False).encode("utf-8", "replace"), "x.yml")
    if document is not None:
        values, found = forms.judge(form_of(kind(name)), document)
        assert set(values) <= {"甲"}
        assert said(found) is not None
