"""What stood on paper → what a submission says, by the field's kind, and what was changed on the way.

In: a text, the part of the form's schema that it is for. Out: the text as a file says it, or that nothing fits. What
the form accepts already keeps its meaning; tidying twice is tidying once. Must not know files or drafts.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pipeline import forms
from pipeline.forms import Form
from pipeline.forms.convert import ABSENT
from pipeline.forms.names import name
from pipeline.intake import days, telephones
from pipeline.intake.characters import clean, narrow, one_line

Schema = Mapping[str, Any]
Boxes = Mapping[str, str]
_NO_BOXES: Boxes = MappingProxyType({})

_NOTHING = ABSENT | {"没有", "未填", "空", "无。", "暂无。", "/／", "//", "---", "———", "N/A", "n/a", "NA", "None"}
_SAME_AS = frozenset({"同上", "同左", "同前", "略", "见附件", "另附"})
_UNIT = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s*(年|岁|人|个|项|次|篇|件|名)?")
_YES = {word: "是" for word in ("√", "✓", "✔", "☑", "■", "有", "y", "yes", "true", "对")} | {
    word: "否" for word in ("×", "✗", "✘", "n", "no", "false", "不是")
}
_MARKS = re.compile(r"[\s\u3000，,。.．;；:：、]+")


@dataclass(frozen=True, slots=True)
class Tidied:
    """`text`: what the file says, empty where nothing is filled in; `changed`: what was done to it, in words.

    `doubt`: why a person must look at it; `fits`: whether the form accepts it.
    """

    text: str
    changed: tuple[str, ...] = ()
    doubt: str = ""
    fits: bool = True


def tidy(form: Form, schema: Schema, raw: str, boxes: Boxes = _NO_BOXES) -> Tidied:
    """Return the text as a file of the form says it; `boxes`: from what is printed beside a box to its value."""
    text = clean(raw)
    changed = ["去掉了空白和看不见的字符"] if text != raw and text != raw.strip() else []
    if _says_nothing(text, schema):
        return Tidied("", ("“无”一类的字视为未填",) if text else ())
    whole = _one_line(text, schema)
    if whole != text:
        changed.append("换行并成了一行")
    doubt = _doubt(whole, schema)
    if _accepted(form, schema, whole):
        return Tidied(whole, tuple(changed), doubt)
    for said, how, why in _ways(whole, schema, boxes):
        if said != whole and forms.fits(form, schema, said):
            return Tidied(said, (*changed, how), "；".join(dict.fromkeys(filter(None, (doubt, why)))))
    return Tidied(whole, tuple(changed), doubt, fits=False)


def _says_nothing(text: str, schema: Schema) -> bool:
    if text in _words(schema) or (text == "无" and schema.get("x-kind") == "是否说明"):
        return False
    return text in _NOTHING or re.sub(r"\s+", "", text) in ABSENT


def _doubt(text: str, schema: Schema) -> str:
    """Return why a text must be looked at even where the form accepts it as it stands."""
    if text in _SAME_AS:
        return "写的不是内容本身"
    return telephones.landlines(text)[1] if schema.get("x-kind") == "固定电话" else ""


def _words(schema: Schema) -> tuple[str, ...]:
    """Return the choices, as a file spells them."""
    return tuple(str(each) for each in (*schema.get("enum", ()), *([schema["const"]] if "const" in schema else ())))


def _one_line(text: str, schema: Schema) -> str:
    return text if schema.get("x-lines") or "\n" not in text else one_line(text)


def _accepted(form: Form, schema: Schema, text: str) -> bool:
    """Tell whether the form takes the text as it stands, a name only if it is spelt as it is published."""
    if schema.get("x-kind") == "姓名" and name(text) != text:
        return False
    if schema.get("x-kind") in ("手机号", "身份证号", "统一社会信用代码") and re.search(r"[\s\-！-～]", text):
        return False
    return forms.fits(form, schema, text)


Way = tuple[str, str, str]


def _ways(text: str, schema: Schema, boxes: Boxes) -> Iterator[Way]:
    """Yield (text, what was done, doubt) for each way of reading the text, the plainest first."""
    kind = str(schema.get("x-kind") or schema.get("type"))
    if boxes or _words(schema):
        yield from _chosen(text, boxes or {each: each for each in _words(schema)})
    elif kind in _BY_KIND:
        yield _BY_KIND[kind](text)
    yield narrow(text), "全角改成了半角", ""


def _chosen(text: str, boxes: Boxes) -> Iterator[Way]:
    said = _plain(text)
    values = {_plain(each): value for pair in boxes.items() for each, value in (pair, (pair[1], pair[1]))}
    if said in values:
        yield values[said], "选项改成了文件里的写法", ""
    begins = {value for word, value in values.items() if _begins(said, word, values)}
    if len(begins) == 1:
        yield begins.pop(), "选项改成了文件里的写法", "选项后面还写了别的字"


def _begins(said: str, word: str, words: Iterable[str]) -> bool:
    """Tell whether the text is one choice with something behind it that is no choice again."""
    return bool(word) and said.startswith(word) and not any(each and each in said[len(word) :] for each in words)


def _plain(text: str) -> str:
    return _MARKS.sub("", narrow(text)).casefold()


def _name(text: str) -> Way:
    return name(text), "姓名去掉了空格，或者改正了间隔号", ""


def _day(text: str) -> Way:
    said, doubt = days.day(text)
    return said, "日期改成了年-月-日", doubt


def _mobile(text: str) -> Way:
    said, doubt = telephones.mobile(text)
    return said, "号码去掉了空格和横线", doubt


def _landlines(text: str) -> Way:
    said, doubt = telephones.landlines(text)
    return said, "号码改成了“区号-号码-分机”", doubt


def _code(text: str) -> Way:
    return re.sub(r"[\s\-]", "", narrow(text)).upper(), "号码去掉了空格，字母改成了大写", ""


def _address(text: str) -> Way:
    said = re.sub(r"\s+", "", narrow(text)).removeprefix("mailto:").rstrip(";,.、。")
    return said, "地址去掉了空格和标点", ""


def _number(text: str) -> Way:
    match = _UNIT.fullmatch(narrow(text).strip())
    if match is None:
        return text, "", ""
    number = match[1].replace(",", "")
    return number.removesuffix(".0"), "数字去掉了单位和分隔的逗号", ""


def _yes(text: str) -> Way:
    return _YES.get(_plain(text), text), "改成了“是”或“否”", ""


def _yes_and_more(text: str) -> Way:
    """Return 是 or 有 and what is said of it apart, as 是（…）: the form wants a mark between."""
    match = re.fullmatch(r"(是|否|有|无)[\s。，、；—-]*(.*)", text)
    if match is None:
        return _yes(text)
    return f"{match[1]}（{match[2]}）" if match[2] else match[1], "说明放进了括号", ""


_BY_KIND: Mapping[str, Callable[[str], Way]] = {
    "姓名": _name,
    "日期": _day,
    "日": _day,
    "手机号": _mobile,
    "固定电话": _landlines,
    "身份证号": _code,
    "统一社会信用代码": _code,
    "邮箱": _address,
    "网址": _address,
    "整数": _number,
    "integer": _number,
    "number": _number,
    "boolean": _yes,
    "是否说明": _yes_and_more,
}
