"""A file is judged against a form or a shipped schema.

In: a Form or the name of a schema, a document. Out: converted values and findings (S2xx). Must not know other files.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from pipeline.diagnostics import Diagnostic, finding, ordered
from pipeline.documents import Document
from pipeline.forms import faults
from pipeline.forms.convert import DOTS, convert, name
from pipeline.forms.schema import expand, shipped, validator
from pipeline.forms.types import Field, Form, Value

OWN_KEYS = ("推荐单位", "审核", "办理", "来源", "前次")
"""The pipeline's own keys of a submission; a form may not use them."""


def judge(form: Form, document: Document) -> tuple[Mapping[str, Value], tuple[Diagnostic, ...]]:
    """Return the form's values and the findings of the file; the pipeline's own keys are left out.

    A value that is wrong is among the values all the same, so that rules across files can see it.
    """
    top = {key: part for key, part in document.values.items() if key not in OWN_KEYS}
    values = convert(top, form.schema)
    assert isinstance(values, Mapping)
    errors = form.validator.iter_errors(values)
    found = [*faults.findings(errors, document, OWN_KEYS), *_names(form.fields, document, ())]
    known = MappingProxyType({each.name: values[each.name] for each in form.fields if each.name in values})
    return known, ordered(found)


def _names(fields: tuple[Field, ...], document: Document, pointer: tuple[str | int, ...]) -> Iterator[Diagnostic]:
    """Yield a note for each name that was tidied: what will be published must be what the file says."""
    for field in fields:
        text = _part(document.values, (*pointer, field.name))
        if isinstance(text, dict):
            yield from _names(field.children, document, (*pointer, field.name))
        elif field.kind == "姓名" and isinstance(text, str) and name(text) != text.strip():
            code = "S244" if text.translate(DOTS) != text else "S243"
            yield finding(code, document.at(*pointer, field.name), field=field.name)


def _part(values: Any, pointer: tuple[str | int, ...]) -> Any:
    for key in pointer:
        values = values.get(key) if isinstance(values, dict) else None
    return values


@cache
def _settings(schema_name: str) -> tuple[Mapping[str, Any], Any]:
    schema = expand(shipped(schema_name))
    return schema, validator(schema)


def judge_settings(schema_name: str, document: Document) -> tuple[Diagnostic, ...]:
    """Return the findings of a settings file; `schema_name` is that of a file in pipeline/schemas/.

    `submission` judges the pipeline's own keys of a submission only.
    """
    schema, judged = _settings(schema_name)
    part = document.values
    if schema_name == "submission":
        part = {key: part[key] for key in OWN_KEYS if key in part}
    return ordered(faults.findings(judged.iter_errors(convert(dict(part), schema)), document))
