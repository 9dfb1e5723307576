"""What each column of a roster's data means, in words and as a rule (JSON Schema, 2020-12).

In: labels of the roster, the public forms. Out: columns. An example is never a person's or a unit's own value.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from pipeline.public.types import PublicField, PublicProgramme
from pipeline.terms import Terms

Rule = Mapping[str, Any]
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_AGAIN_OR_GONE = ("已再次认定", "已取消资格", "已退出")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the files, what it means, what its values look like, an example, and its JSON Schema.

    `of_form`: whether its values come from the form, so that a line which lost them is empty there.
    """

    name: str
    meaning: str
    kind: str
    example: str
    rule: Rule = field(repr=False, hash=False)
    of_form: bool = False


def _text(name: str, meaning: str, kind: str, **rule: Any) -> Column:
    return Column(name, meaning, kind, "", MappingProxyType({"type": "string", **rule}))


NUMBER = _text("序号", "本名单中的顺序号；名单更新后可能改变", "整数，写成文字", pattern="^[1-9][0-9]*$")
SERIES = _text("系列", "项目所属的系列；同一系列的各批次合并列出", "文字", minLength=1)
PROGRAMME = _text("项目", "所属的项目，即批次", "文字", minLength=1)

_EXAMPLES = {
    "姓名": "王示例",
    "单位名称": "示例大学",
    "日期": "2020-12",
    "统一社会信用代码": "91350100M000100Y43",
    "网址": "https://example.com/",
    "整数": "5",
}
_KINDS = {"日期": "日期（年-月-日，可以只到月或年）", "整数": "整数，写成文字", "网址": "网址"}


def last(terms: Terms, listed: Iterable[Terms]) -> tuple[Column, ...]:
    """Return the columns that every roster ends with: headed by `terms`, and with the standings of all who are listed.

    `listed`: the words for those that each programme of the list is of.
    """
    own = tuple(listed)
    words = (
        *(each.in_office for each in own),
        *(each.term_over for each in own),
        *(each.say(word) for each in own for word in _AGAIN_OR_GONE),
    )
    standings = tuple(dict.fromkeys(words))
    term = f"{terms.term}的最后一日，含当日；没有{terms.term}的为空"
    return (
        _text("证书编号", "证书的编号，发出后不变；没有证书的为空", "文字"),
        _text("认定日期", f"{terms.certify}的日期", "日期（年-月-日）", pattern=f"^{_DAY}$", format="date"),
        _text(terms.term_until, term, "日期（年-月-日）或空", pattern=f"^({_DAY})?$"),
        _text("状态", "截至数据日期的状态", "其中之一：" + "、".join(standings), enum=list(standings)),
        _text("状态起始日期", "从哪一日起处于这一状态", "日期（年-月-日）", pattern=f"^{_DAY}$", format="date"),
        _text("核验网址", "核验这份证书的网页；没有证书或者本站没有网址的为空", "网址或空", pattern="^(https?://.+)?$"),
    )


def of_labels(labels: Iterable[str], programmes: tuple[PublicProgramme, ...]) -> tuple[Column, ...]:
    """Return the columns of a roster that come from the forms; a label is a field's name."""
    return tuple(_of_form(label, programmes) for label in labels)


def _of_form(label: str, programmes: tuple[PublicProgramme, ...]) -> Column:
    fields = ((each, programme) for programme in programmes for each in programme.form.fields if each.name == label)
    asked, programme = next(fields, (None, None))
    kind = asked.kind if asked else ""
    meaning = (
        (f"{(programme or programmes[0]).terms.form}的栏目" if asked else "推荐的单位")
        + (f"“{asked.title}”" if asked and asked.title != label else "")
        + "；不再列示的为空"
    )
    return Column(
        name=label,
        meaning=meaning,
        kind=_KINDS.get(kind, "文字"),
        example=_EXAMPLES.get(kind, "") or _choice(asked, programme),
        rule=MappingProxyType({"type": "string"}),
        of_form=True,
    )


def _choice(asked: PublicField | None, programme: PublicProgramme | None) -> str:
    if asked is None or programme is None:
        return ""
    if asked.kind == "类别" and programme.categories:
        return programme.categories[0].name
    return asked.choices[0][1] if asked.choices else ""


def remark(banner: str) -> tuple[Column, ...]:
    """Return the column that says of each line that it is a demonstration's; none where it is not."""
    return (_text("说明", "注明数据为演示", "文字", const=banner),) if banner else ()


def distinct(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns with names of their own: a form may call a field 状态 too, and the later one gets a number."""
    seen: Counter[str] = Counter()
    named = []
    for each in columns:
        seen.update([each.name])
        count = seen[each.name]
        named.append(each if count == 1 else replace(each, name=f"{each.name}（{count}）"))
    return tuple(named)
