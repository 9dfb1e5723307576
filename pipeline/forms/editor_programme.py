"""A programme's submissions as an editor reads them: the form's fields, and what staff write beside them.

In: a form, what its programme says. Out: JSON Schema draft-07. Pure; must not know programmes' types or files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.forms.convert import FORM, SETTINGS
from pipeline.forms.editor import Schema, document, one_of, part
from pipeline.forms.judge import OWN_KEYS
from pipeline.forms.schema import expand, shipped
from pipeline.forms.types import Form

_EVENTS, _REVIEW, _ASSOCIATION = "办理", "审核", "推荐单位"
_KIND, _DAY = "事项", "日期"
# Written by the program, so never offered.
_OURS = ("摘要", "来源")


@dataclass(frozen=True, slots=True)
class Details:
    """What an event is, and what it must and may say, as keys that staff write."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a programme says beside its form.

    `categories`: code and what the category is; `conditions`: number and text; `events`: what each may say.
    """

    name: str
    associations: tuple[str, ...] = ()
    categories: tuple[tuple[str, str], ...] = ()
    conditions: tuple[tuple[str, str], ...] = ()
    events: Mapping[str, Details] = field(default_factory=dict)


def submission(form: Form, outline: Outline) -> Schema:
    """Return the schema of a programme's submissions."""
    made = document(form.schema, FORM)
    made["title"] = f"{outline.name}：申报文件"
    for each in form.fields:
        if each.kind == "类别":
            shown = made["properties"][each.name]
            shown.get("anyOf", [shown])[0]["enumDescriptions"] = [said for _, said in outline.categories]
    own = expand(shipped("submission"))["properties"]
    made["properties"] |= {key: _own(key, own[key], outline) for key in OWN_KEYS}
    if outline.associations:
        made["required"] = [*made.get("required", ()), _ASSOCIATION]
    return made


def _own(key: str, schema: Mapping[str, Any], outline: Outline) -> Schema:
    if key == _ASSOCIATION and outline.associations:
        schema = {**schema, "enum": list(outline.associations)}
    made = part(schema, SETTINGS, key, needed=key == _ASSOCIATION and bool(outline.associations))
    if key == _REVIEW and outline.conditions:
        _review(made["anyOf"][0], schema, outline)
    if key == _EVENTS and outline.events:
        made["anyOf"][0]["items"] = _event(schema["items"], outline.events)
    return {**made, "doNotSuggest": True} if key in _OURS else made


def _review(made: Schema, schema: Mapping[str, Any], outline: Outline) -> None:
    """Give 审核 a key for each condition. Editors take `1` for a number, so keys are named and none is closed off."""
    each = schema["additionalProperties"]
    said = {number: {**each, "title": f"条件 {number}", "description": text} for number, text in outline.conditions}
    made["properties"] = {number: part(one, SETTINGS, number) for number, one in said.items()}
    made["propertyNames"] = {"anyOf": one_of(list(said))}


def _event(schema: Mapping[str, Any], events: Mapping[str, Details]) -> Schema:
    """Return the schema of one event: what else it says depends on what happened."""
    made = part(schema, SETTINGS, _KIND, needed=True)
    known = made["properties"]
    for name in (_DAY, _KIND):
        known[name] = part(schema["properties"][name], SETTINGS, name, needed=True)
    details = {name: each for name, each in schema["properties"].items() if name not in (_DAY, _KIND)}
    # Which details are offered is said beside each event, so none is offered beside another.
    made["properties"] = known | {name: {"doNotSuggest": True} for name in details}
    made["allOf"] = [_when(kind, said, details) for kind, said in events.items()]
    made["defaultSnippets"] = [_snippet(kind, said) for kind, said in events.items()]
    return made


def _when(kind: str, said: Details, details: Mapping[str, Any]) -> Schema:
    allowed = (*said.required, *said.optional)
    known: dict[str, Any] = {name: False for name in details if name not in allowed}
    for name in (each for each in details if each in allowed):
        known[name] = part(details[name], SETTINGS, name, needed=name in said.required)
        if name in _OURS:
            known[name]["doNotSuggest"] = True
    asked: Schema = {"properties": {_KIND: one_of([kind])[0]}, "required": [_KIND]}
    return {"if": asked, "then": {"properties": known, **({"required": list(said.required)} if said.required else {})}}


def _snippet(kind: str, said: Details) -> Schema:
    told = {name: f"${number}" for number, name in enumerate(said.required, 2)}
    return {"label": kind, "description": said.said or f"办理事项：{kind}", "body": {_DAY: "$1", _KIND: kind, **told}}
