# ruff: noqa: E501  # a table reads better in long rows
"""A form that asks for everything a form can ask for, and values of every shape for it, right and wrong.

In: a seed. Out: the text of form.yml, and trees of texts. Must not know the product's rules, nor what judges.
"""

import random
from typing import Any

# The field's name, its schema, and values to begin with: some right, some nearly.
FIELDS: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    ("姓名", '{$ref: "gongshi:kinds#/姓名"}', ("王示例", "示例·买买提", "王 示 例", "John O'Neil", "王a示", "䶮·𬱖", "示例．例", "⼀示例")),
    ("单位", '{$ref: "gongshi:kinds#/单位名称"}', ("示例大学", "示", "示例\n大学")),
    ("手机", '{$ref: "gongshi:kinds#/手机号"}', ("13800000000", "138 0000-0000", "１３８００００００００", "12800000000")),
    ("电话", '{$ref: "gongshi:kinds#/固定电话"}', ("0393-0000000", "0393-0000000-12、66869000", "６６８６９００", "0393 0000000")),
    ("邮箱", '{$ref: "gongshi:kinds#/邮箱"}', ("wang@example.com", "a@b", "王@example.com", "a.b+c@d-e.example.com")),
    ("日期", '{$ref: "gongshi:kinds#/日期"}', ("2020-12-01", "2020-12", "2020", "2020-02-30", "2020-2-1", "1900-02-29", "2000-02-29")),
    ("身份证", '{$ref: "gongshi:kinds#/身份证号"}', ("11010519491231002X", "11010519491231002x", "１１０１０５１９４９１２３１００２X")),
    ("信用代码", '{$ref: "gongshi:kinds#/统一社会信用代码"}', ("91350100M000100Y43", "91350100M000100Y44", "91350100m000100Y43")),
    ("短文", '{$ref: "gongshi:kinds#/短文", maxLength: 8}', ("主任", "𬱖" * 8, "𬱖" * 9, "一\n二")),
    ("长文", '{$ref: "gongshi:kinds#/长文", maxLength: 1200}', ("一\n二\n", "字" * 1200, "字" * 1201)),
    ("说明", '{$ref: "gongshi:kinds#/是否说明"}', ("是", "无", "有：两年", "是（周二）", "是的", "否 因故")),
    ("网址", '{$ref: "gongshi:kinds#/网址"}', ("https://example.com/", "http://a", "https:// a", "ftp://a", "https://例.example/甲")),
    ("整数", '{$ref: "gongshi:kinds#/整数"}', ("5", "－5", "１２", "007", "1.0", "123456789012345", "1234567890123456")),
    ("照片", '{$ref: "gongshi:kinds#/照片"}', ("a.jpg", "a/b.jpg", "a.JPG", ".png", "甲\\乙.png")),
    ("某日", "{type: string, format: 日, x-kind: 日}", ("2020-12-01", "2020-12", "2199-12-31", "2200-01-01", "２０２０-12-01")),
    ("成文", "{type: string, format: 成文日期, description: 日期}", ("2020年11月25日", "2020年 1 月 5 日", "2020年02月30日", "2020-01-05")),
    ("发布", "{type: string, format: 发布时间, description: 时间}", ("2020-11-25", "2020-11-25 09:00", "2020-11-25 24:00", "2020-11-2")),
    ("数", "{type: number, exclusiveMinimum: 0, maximum: 10, multipleOf: 0.5}", ("0", "0.5", "10", "10.5", "0.3", "１.５", "1e1")),
    ("三倍", "{type: integer, minimum: -9, exclusiveMaximum: 9, multipleOf: 3}", ("-9", "9", "6", "5", "-12", "6.0")),
    ("选", "{enum: [甲, 1, 2.5, 无]}", ("甲", "1", "１", "2.5", "无", "乙", "—")),
    ("是否", "{type: boolean}", ("是", "否", "true", "有", "yes")),
    ("定", "{const: 同意}", ("同意", "不同意", "")),
    ("两型", "{type: [integer, string], maxLength: 3}", ("5", "甲乙丙", "甲乙丙丁", "123456")),
    ("式一", r'{type: string, pattern: "^[A-Z]{2}\\d{3}$", description: 编号}', ("AB123", "AB１23", "AB123\n4", "ab123")),
    ("式二", r'{type: string, pattern: "^\\S+\\s\\S+$", description: 两段}', ("甲 乙", "甲\u3000乙", "甲乙", "甲\u00a0乙")),
    ("式三", r'{type: string, pattern: "^[^a-c\\-]+$", description: 其他}', ("xyz", "abc", "x-z", "王")),
    ("式四", r'{type: string, pattern: "(甲|乙){2,}.丙", description: 甲乙}', ("甲乙x丙", "甲甲丙丙", "甲x丙", "乙甲\n丙")),
    ("式五", r'{type: string, pattern: "^[\\d\\-/.]+\\。?$", description: 数}', ("1-2/3.4", "1。", "一", "。")),
    ("式六", r'{type: string, pattern: "^\\u738b.?$", description: 王}', ("王", "王𬱖", "王示例", "玉")),
    ("式七", r'{type: string, pattern: "^\\w+\\D$", description: 词}', ("a_1x", "a1", "王x", "é!")),
    ("任一", '{anyOf: [{type: string, maxLength: 2}, {type: string, pattern: "^x", description: x}]}', ("甲乙", "x一二三", "一二三")),
    ("恰一", '{oneOf: [{type: string, maxLength: 2}, {type: string, pattern: "^x", description: x}]}', ("甲乙", "x一", "x一二三", "一二三")),
    ("并", "{allOf: [{type: string, minLength: 2}, {type: string, maxLength: 3}]}", ("甲", "甲乙", "甲乙丙丁")),
    ("非", "{type: string, not: {enum: [甲, 乙]}}", ("甲", "丙", "乙 ")),
    ("若", "{type: string, if: {minLength: 3}, then: {maxLength: 4}, else: {enum: [甲, 乙]}}", ("甲", "丙", "甲乙丙", "甲乙丙丁戊")),
    ("列", "{type: array, minItems: 2, maxItems: 3, uniqueItems: true, items: {type: string, maxLength: 3}}", (["甲", "乙"], ["甲", "甲 "], ["甲", "无"], ["甲", "乙丙丁戊"])),
    ("多选", "{type: array, items: {enum: [甲, 乙, 丙]}, contains: {const: 甲}, maxContains: 1}", (["甲"], ["乙"], ["甲", "甲"], ["丁", "甲"], [])),
    ("前列", "{type: array, prefixItems: [{type: integer}, {type: boolean}], items: {type: string, maxLength: 2}}", (["1", "是", "甲"], ["一", "是"], ["1", "有", "甲乙丙"])),
    ("分项", "{type: object, additionalProperties: false, required: [名], dependentRequired: {数: [名, 注]}, minProperties: 1, maxProperties: 2, properties: {名: {type: string, maxLength: 3}, 数: {type: integer}, 注: {type: string}}}", ({"名": "甲"}, {"数": "1"}, {"名": "甲", "数": "x"}, {"名": "甲", "数": "1", "注": "乙"}, {"名": "无"})),
    ("表", '{type: array, maxItems: 2, items: {type: object, additionalProperties: false, required: [题], properties: {题: {type: string, maxLength: 4}, 日: {$ref: "gongshi:kinds#/日期"}, 名: {$ref: "gongshi:kinds#/姓名"}}}}', ([{"题": "甲"}], [{"日": "2020"}], [{"题": "甲", "日": "2020-13"}, {"题": "一二三四五"}], [{"题": "甲"}, {"题": "乙"}, {"题": "丙"}], [{"题": "甲", "名": "王1"}])),
)  # fmt: skip
_MORE = (
    "",
    "无",
    "/",
    "—",
    " 甲 ",
    "null",
    "0",
    "x",
    "是",
    "王示例",
    "甲\t乙",
    "“甲”",
    "甲：乙",
    "{甲}",
    "- 甲",
    "\u3000甲",
    "# 甲",
    "'甲'",
)
_SCRIPTS = "甲乙丙王示例䶮𬱖〇aZé·.-'’ ，：（）/\\_0159１２"


def form() -> str:
    """Return form.yml."""
    rows = "".join(f"    - {{高: 8mm, 格: [[{name}, 1]]}}\n" for name, _, _ in FIELDS)
    return (
        "title: 样样都问的表\ntype: object\nrequired: [姓名]\nadditionalProperties: false\nproperties:\n"
        + "".join(f"  {name}: {schema}\n" for name, schema, _ in FIELDS)
        + "dependentRequired: {手机: [电话]}\n"
        + "if: {properties: {是否: {const: true}}, required: [是否]}\nthen: {required: [说明]}\n"
        + f"x-layout:\n  列宽: [40mm, 100mm]\n  行:\n{rows}"
    )


def trees(seed: int, count: int) -> list[dict[str, Any]]:
    """Return that many filled-in forms, with a value of some sort in nearly every field."""
    dice = random.Random(seed)
    return [
        {name: _shaken(dice.choice(given), dice) for name, _, given in FIELDS if dice.random() < 0.9}
        for _ in range(count)
    ]


def _shaken(value: Any, dice: random.Random) -> Any:
    """Return the value, often with something changed in it."""
    if isinstance(value, dict):
        return {key: _shaken(each, dice) for key, each in value.items()}
    if isinstance(value, list):
        return [_shaken(each, dice) for each in value]
    if not value:
        return ""
    at = dice.randrange(len(value) + 1)
    ways = (
        (8, value),
        (2, dice.choice(_MORE)),
        (4, value[:at] + dice.choice(_SCRIPTS) + value[at:]),
        (3, value[:at] + value[at + 1 :]),
        (3, "".join(dice.choice(_SCRIPTS) for _ in range(dice.randrange(1, 8)))),
    )
    return dice.choices([way for _, way in ways], [weight for weight, _ in ways])[0]
