"""form.yml as an editor reads it: the keywords that a form may use, and the kinds that it may refer to.

In: our kinds, formats and keywords. Out: JSON Schema draft-07. Pure; must not know any form.
"""

from collections.abc import Mapping
from typing import Any

from pipeline.forms import words
from pipeline.forms.cover import MOST_LINES
from pipeline.forms.editor import DRAFT, Schema
from pipeline.forms.formats import FORMATS
from pipeline.forms.schema import KINDS, kinds
from pipeline.forms.types import RECEIPT, Secret

# What each choice means, as an editor shows it beside the choice.
_TYPES = {
    "string": "文字",
    "integer": "整数",
    "number": "数字，可以有小数",
    "boolean": "是或否",
    "array": "列表：多选，或者一行一行填写的分项表",
    "object": "一组栏目",
}
_FORMATS = {
    "姓名": "姓名：不含数字和标点，少数民族姓名的间隔号写作“·”",
    "日": "年-月-日，如 2020-12-01",
    "日期": "年-月-日、年-月或者年",
    "成文日期": "2020年12月1日，或者 2020-12-01",
    "发布时间": "年-月-日，后面可以写时刻，如 2020-12-01 09:00",
    "身份证号": "18 位公民身份号码，检查校验码和出生日期",
    "统一社会信用代码": "18 位代码，检查校验码",
    "date": "与“日”相同",
    "email": "电子邮箱",
    "uri": "以 http:// 或 https:// 开头的网址",
}
_SECRETS = {
    "none": "不查：内容普通，处处都可能出现",
    "name": "只查整格：不公开的姓名不能单独占一格",
    "exact": "处处查：这个值不公开，就不能在任何地方出现",
}
_FIELD = {"$ref": "#/definitions/field"}
_FIELDS = {"type": "array", "items": _FIELD}
_NAMES = {"type": "array", "items": {"type": "string"}}
_WHOLE = {"type": "integer", "minimum": 0}
_NUMBER, _TEXT, _YES = {"type": "number"}, {"type": "string"}, {"type": "boolean"}
_LENGTH = {"type": "string", "pattern": r"^[1-9][0-9]{0,2}(\.[0-9])?mm$", "errorMessage": "应为毫米数，例如：28mm"}

# Keyword -> what it takes, and what it is for.
_KEYWORDS: dict[str, tuple[dict[str, Any], str]] = {
    "$comment": (_TEXT, "说明，只给编辑的人看"),
    "title": (_TEXT, "印在表上的名称；不写的，用栏目的名称"),
    "description": (_TEXT, "填写说明"),
    "examples": ({"type": "array"}, "填写的例子"),
    "default": ({}, "不填时的意思，只作说明"),
    "enum": ({"type": "array", "minItems": 1}, "只能填写其中之一"),
    "const": ({}, "只能这样填写"),
    "pattern": (_TEXT, "文字的写法（正则表达式）"),
    "minLength": (_WHOLE, "最少几个字"),
    "maxLength": (_WHOLE, "最多几个字"),
    "minimum": (_NUMBER, "数字最小是多少"),
    "maximum": (_NUMBER, "数字最大是多少"),
    "exclusiveMinimum": (_NUMBER, "数字要大于多少"),
    "exclusiveMaximum": (_NUMBER, "数字要小于多少"),
    "multipleOf": (_NUMBER, "数字须是它的倍数"),
    "minItems": (_WHOLE, "最少几项"),
    "maxItems": (_WHOLE, "最多几项"),
    "uniqueItems": (_YES, "各项不能相同"),
    "minProperties": (_WHOLE, "最少填几项"),
    "maxProperties": (_WHOLE, "最多填几项"),
    "required": (_NAMES, "必填的栏目"),
    "properties": ({"$ref": "#/definitions/fields"}, "各栏目，冒号前写名称"),
    "additionalProperties": ({"anyOf": [_YES, _FIELD]}, "写 false：没有列出的栏目不收"),
    "unevaluatedProperties": ({"anyOf": [_YES, _FIELD]}, "写 false：没有列出的栏目不收"),
    "propertyNames": (_FIELD, "名称的写法"),
    "dependentRequired": ({"type": "object", "additionalProperties": _NAMES}, "填了这一栏的，还须填哪些"),
    "items": ({"anyOf": [_YES, _FIELD]}, "列表的每一项"),
    "prefixItems": (_FIELDS, "列表开头的各项"),
    "contains": (_FIELD, "列表中须有这样的一项"),
    "minContains": (_WHOLE, "这样的最少几项"),
    "maxContains": (_WHOLE, "这样的最多几项"),
    "allOf": (_FIELDS, "须全部符合"),
    "anyOf": (_FIELDS, "至少符合一种"),
    "oneOf": (_FIELDS, "只能符合一种"),
    "not": (_FIELD, "不能这样填写"),
    "if": (_FIELD, "如果这样填写"),
    "then": (_FIELD, "就须符合"),
    "else": (_FIELD, "否则须符合"),
    "x-lines": (_YES, "可以分行填写"),
    "x-print": (_TEXT, "印在这一格里的文字"),
    "x-boxes": ({"type": "boolean"}, "选项是否印成打勾的方框；写 false 的，印成空格填写"),
    "x-rows": ({"type": "integer", "minimum": 1, "maximum": 20}, "分项表在空白表上印几行"),
    "x-after": ({"enum": [RECEIPT]}, "意见在收到推荐表以后才签署"),
    "x-absent": ({"type": "boolean"}, "意见可以没有，例如没有主管部门的、直接申报的；签了的仍要同意"),
}


_COVER: Schema = {
    "type": "object",
    "markdownDescription": "表前的封面：上面是标题，中间是几行填写的栏目，下面是落款；没有封面的不写",
    "required": ["栏目"],
    "additionalProperties": False,
    "properties": {
        "栏目": {
            "type": "array",
            "minItems": 1,
            "maxItems": MOST_LINES,
            "items": _TEXT,
            "markdownDescription": "各行的名称；写推荐表的栏目的，导出的表上带出所填的内容，例如：申报单位",
        },
        "落款": {**_TEXT, "markdownDescription": "印在封面下方，例如：示例市科学技术协会制"},
    },
}


def form_file() -> Schema:
    """Return the schema of form.yml."""
    needed = {"title": {**_TEXT, "markdownDescription": "推荐表的标题"}, "x-layout": _layout()}
    own = {"$schema": _TEXT, "type": {"const": "object"}, "required": {**_NAMES, "markdownDescription": "必填的栏目"}}
    own |= {"description": _TEXT, "$comment": _TEXT, "additionalProperties": _YES, "properties": _of("properties")}
    every: Schema = {key: _of(key) for key in _KEYWORDS} | {key: each for key, each in own.items() if key == "$schema"}
    return {
        "$schema": DRAFT,
        "title": "form.yml",
        "markdownDescription": "项目的推荐表：各栏目怎样填写，印成什么样的表",
        "type": "object",
        "required": ["title", "properties", "x-layout"],
        "additionalProperties": False,
        "properties": every | own | needed,
        "definitions": {"field": _field(), "fields": _properties()},
    }


def _properties() -> Schema:
    return {"type": "object", "minProperties": 1, "additionalProperties": _FIELD}


def _one_of(choices: Mapping[str, str]) -> Schema:
    return {"enum": list(choices), "enumDescriptions": list(choices.values())}


def _of(keyword: str) -> Schema:
    taken, said = _KEYWORDS[keyword]
    return {**taken, "markdownDescription": said}


def _field() -> Schema:
    """Return the schema of a field: a reference to one of our kinds, or keywords, or both."""
    known = kinds()
    return {
        "type": ["object", "boolean"],
        "additionalProperties": False,
        "properties": {
            "$ref": {
                "enum": [KINDS + name for name in known],
                "enumDescriptions": [words.how(each) for each in known.values()],
                "markdownDescription": "共用的栏目类型",
            },
            "type": {
                "anyOf": [_one_of(_TYPES), {"type": "array", "items": _one_of(_TYPES)}],
                "markdownDescription": "内容的类型",
            },
            "format": {**_one_of({each: _FORMATS[each] for each in FORMATS}), "markdownDescription": "文字的格式"},
            "x-kind": {"enum": [*known, "日"], "markdownDescription": "类型的名称"},
            "x-secret": {
                **_one_of({str(each): _SECRETS[str(each)] for each in Secret}),
                "markdownDescription": "发布前怎样查找它的值",
            },
            **{keyword: _of(keyword) for keyword in _KEYWORDS},
        },
    }


def _layout() -> Schema:
    cell = {"anyOf": [_TEXT, {"type": "array", "minItems": 2, "maxItems": 3}]}
    row = {
        "type": "object",
        "additionalProperties": False,
        "anyOf": [{"required": ["高", "格"]}, {"required": ["标题"]}, {"required": ["高", "文字"]}],
        "properties": {
            "高": {**_LENGTH, "markdownDescription": "这一行的高度，例如：10mm"},
            "格": {
                "type": "array",
                "minItems": 1,
                "items": cell,
                "markdownDescription": "栏目，或 [栏目, 占几列]，或 [栏目, 占几列, 占几行]",
            },
            "标题": {**_TEXT, "markdownDescription": "各部分的标题，占一整行，例如：一、基本情况"},
            "文字": {**_TEXT, "markdownDescription": "印在表上的承诺、说明等，占一整行"},
            "签字": {**_TEXT, "markdownDescription": "谁在“文字”下面签字，例如：申报人签字"},
            "另起一页": {"const": True, "markdownDescription": "这一行印在新的一页上"},
        },
    }
    return {
        "type": "object",
        "markdownDescription": "印出来的表：各列的宽度，各行的高度和栏目；一页 A4 纸放不下的，自动接到下一页",
        "required": ["列宽", "行"],
        "additionalProperties": False,
        "properties": {
            "封面": _COVER,
            "列宽": {"type": "array", "minItems": 1, "items": _LENGTH, "markdownDescription": "各列的宽度"},
            "行": {"type": "array", "minItems": 1, "items": row, "markdownDescription": "各行"},
        },
    }
