"""The tables of the reference that are no settings: a form's keywords and kinds, events, stages, placeholders.

In: what editors are told of form.yml, the kinds, the table of events, the placeholders. Out: Facts. Must not know
pages.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.content.certification import PLACEHOLDERS
from pipeline.forms import words
from pipeline.forms.editor_form import form_file
from pipeline.forms.schema import KINDS, kinds
from pipeline.handbook.settings import line, takes
from pipeline.handbook.types import Fact, Facts
from pipeline.stages import DETAIL_KEYS, EVENTS, Stage

_NONE = "—"


def form() -> tuple[Facts, ...]:
    """Return what form.yml may hold: its own keys, the keywords of a field, the table on paper, the kinds, choices."""
    schema = form_file()
    field = schema["definitions"]["field"]["properties"]
    paper = schema["properties"]["x-layout"]["properties"]
    own = {name: each for name, each in schema["properties"].items() if name not in field or name in schema["required"]}
    choices = {name: _choices(each) for name, each in field.items() if name != "$ref" and _choices(each)}
    return (
        Facts("表的开头", "own", ("写法", "意思"), tuple(_keywords(own))),
        Facts(
            "表的版面（x-layout）",
            "layout",
            ("写法", "意思"),
            tuple(_keywords(paper, paper["行"]["items"]["properties"])),
        ),
        Facts("共用的栏目类型", "kinds", ("写法", "意思", "例子", "限制"), tuple(_kinds()), _KINDS_LEAD),
        Facts("栏目的规定", "keywords", ("写法", "意思"), tuple(_keywords(field)), _KEYWORDS_LEAD),
        *(
            Facts(f"{name} 可以写什么", f"choices-{name}", ("写法", "意思"), tuple(_facts(said)))
            for name, said in choices.items()
        ),
    )


_KINDS_LEAD = (
    f'写成 $ref，例如：手机号: {{$ref: "{KINDS}手机号"}}。后面可以再加规定，例如 title、maxLength，以后写的为准。'
)
_KEYWORDS_LEAD = "form.yml 是 JSON Schema（2020-12）；下面是可以用的全部关键字，以 x- 开头的是本系统自己的。"


def events() -> tuple[Facts, ...]:
    """Return every event with what it may follow, leads to and says; and every stage with what may happen then."""
    happened = tuple(
        Fact(
            kind.value,
            (
                rule.said,
                "、".join(stage.value for stage in Stage if stage in rule.after),
                rule.to.value if rule.to else "状态不变",
                _details(rule.required),
                _details((*rule.optional, "remark")),
            ),
            kind.value,
        )
        for kind, rule in EVENTS.items()
    )
    stages = tuple(
        Fact(stage.value, ("、".join(kind.value for kind, rule in EVENTS.items() if stage in rule.after) or _NONE,))
        for stage in Stage
    )
    return (
        Facts(
            "办理事项",
            "events",
            ("事项", "意思", "接在哪些状态之后", "之后的状态", "必须写明", "可以写明"),
            happened,
            _EVENTS_LEAD,
        ),
        Facts("状态", "stages", ("状态", "此时可以办理"), stages, _STAGES_LEAD),
    )


_EVENTS_LEAD = "同一天的几件事，按下表从上到下的次序算。“公示至”“任期至”“证书编号”“摘要”由 gongshi record 填写。"
_STAGES_LEAD = (
    "状态由办理事项、意见和日期推出，不写在文件里：收到之后各栏意见都是“同意”的，为已推荐；"
    "过了公示期的，为公示期满；过了任期的，为任期届满。"
)


def placeholders() -> tuple[Facts, ...]:
    """Return what the text of a certification notice may ask for."""
    rows = tuple(Fact(f"{{{name}}}", (said,)) for name, said in PLACEHOLDERS.items())
    return (Facts("代入项", "placeholders", ("写法", "印成什么"), rows, "写在正文里，也可以写在“标题”“名单标题”里。"),)


def _keywords(*several: Mapping[str, Any]) -> Iterator[Fact]:
    for each in several:
        yield from (
            Fact(name, (str(one.get("markdownDescription") or _plain(name)),), name) for name, one in each.items()
        )


def _plain(name: str) -> str:
    """Return what a key means that editors need not be told about."""
    return {"$schema": "固定的一行：https://json-schema.org/draft/2020-12/schema", "type": "固定写 object"}[name]


def _kinds() -> Iterator[Fact]:
    for name, schema in kinds().items():
        given = next(iter(schema.get("examples", ())), None)
        example = _NONE if given is None else line(name, given)
        yield Fact(name, (str(schema.get("description", "")), example, takes(schema)), f"kind-{name}")


def _choices(schema: Mapping[str, Any]) -> Mapping[str, str]:
    """Return what each choice of a keyword means."""
    ways = schema.get("anyOf", (schema,))
    return dict(zip(ways[0].get("enum", ()), ways[0].get("enumDescriptions", ()), strict=False))


def _facts(said: Mapping[str, str]) -> Iterator[Fact]:
    yield from (Fact(name, (text,)) for name, text in said.items())


def _details(names: tuple[str, ...]) -> str:
    return words.some(DETAIL_KEYS[name] for name in names) or _NONE
