"""The form as it is filled in on its page: a control for every field, and what the page's script needs to know.

In: the public form. Out: controls for the template, and JSON. Must not know HTML, nor any value.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.forms import faults
from pipeline.messages import CATALOGUE
from pipeline.pages.embedded import as_json
from pipeline.public.types import PublicField, PublicProgramme

# A text as long as this gets room for several lines, and says how much of it is used.
_LONG = 120
_MODES = {"手机号": "tel", "固定电话": "tel", "邮箱": "email", "网址": "url", "整数": "numeric"}
_BY_TYPE = {"integer": "numeric", "number": "decimal"}
_COMPLETE = {"姓名": "name", "单位名称": "organization", "手机号": "tel", "邮箱": "email"}
_STRANGE = "“{field}”中有别的电脑显示不出的字（{point}），请用输入法重新输入"


@dataclass(frozen=True, slots=True)
class Control:
    """How a field is asked for; `widget` is text, long, one, many, lines, parts, table or photo.

    `mode` and `complete` are the words of HTML's inputmode and autocomplete; `most`: the greatest length, 0 for none.
    """

    name: str
    title: str
    widget: str
    required: bool
    hint: str
    mode: str
    complete: str
    most: int
    choices: tuple[tuple[str, str], ...]
    children: tuple["Control", ...]


def controls(fields: tuple[PublicField, ...]) -> tuple[Control, ...]:
    """Return a control for each field."""
    return tuple(_control(each) for each in fields)


def _control(field: PublicField) -> Control:
    return Control(
        name=field.name,
        title=field.title,
        widget=_widget(field),
        required=field.required,
        hint=field.hint,
        mode=_MODES.get(field.kind, _BY_TYPE.get(field.type, "")),
        complete=_COMPLETE.get(field.kind, "off"),
        most=int(field.schema.get("maxLength") or 0),
        choices=field.choices,
        children=controls(field.children),
    )


def _widget(field: PublicField) -> str:
    if field.choices:
        return "many" if field.type == "array" else "one"
    if field.children:
        return "table" if field.type == "array" else "parts"
    if field.type == "array":
        return "lines"
    if field.kind == "照片":
        return "photo"
    return "long" if field.kind == "长文" or int(field.schema.get("maxLength") or 0) > _LONG else "text"


def head(programme: PublicProgramme) -> tuple[str, ...]:
    """Return what stands on top of a saved file."""
    form = programme.form
    return (f"{form.title}：在线填写", f"项目：{programme.slug}", f"表单版本：{form.version}")


def script_data(programme: PublicProgramme) -> str:
    """Return what the page's script needs to know, as JSON that can stand inside HTML."""
    form = programme.form
    said = {
        "slug": programme.slug,
        "version": form.version,
        "title": form.title,
        "namedBy": form.named_by,
        "head": head(programme),
        "cells": [cell.field for row in form.layout.rows for cell in row.cells if cell.role == "value"],
        "rows": [float(row.height.removesuffix("mm")) for row in form.layout.rows],
        "fields": [dict(_told(each)) for each in form.fields],
        "rules": form.rules,
        "messages": _messages(),
    }
    return as_json(said)


def _told(field: PublicField) -> Iterator[tuple[str, Any]]:
    yield from (("name", field.name), ("title", field.title), ("widget", _widget(field)), ("schema", field.schema))
    if field.choices:
        yield "values", [value for value, _ in field.choices]
    if field.children:
        yield "children", [{"name": each.name, "title": each.title} for each in field.children]


def _messages() -> Mapping[str, str]:
    """Return the words of the findings by what was asked for."""
    return {key: CATALOGUE[code].zh.message for key, code in faults.codes().items()} | {"odd": _STRANGE}
