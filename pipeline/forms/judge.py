"""A file is judged against a form or a shipped schema.

In: a Form or the name of a schema, a document. Out: converted values and findings (S2xx). Must not know other files.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pipeline.diagnostics import Diagnostic, finding, ordered
from pipeline.documents import Document
from pipeline.forms import faults, names
from pipeline.forms.convert import FORM, SETTINGS, convert
from pipeline.forms.schema import Judge, expand, shipped
from pipeline.forms.types import Field, Form, Value

OWN_KEYS = ("推荐单位", "审核", "评分", "办理", "来源", "前次")
"""The pipeline's own keys of a submission; a form may not use them."""


def judge(form: Form, document: Document) -> tuple[Mapping[str, Value], tuple[Diagnostic, ...]]:
    """Return the form's values and the findings of the file; the pipeline's own keys are left out.

    A value that is wrong is among the values all the same, so that rules across files can see it.
    """
    top = {key: part for key, part in document.values.items() if key not in OWN_KEYS}
    values: Mapping[str, Value] = form.validator.converter.value(top) or {}
    # A part that is as it was written has no name in it that was tidied.
    tidied = tuple(each for each in form.fields if values.get(each.name) != top.get(each.name))
    found = [*faults.findings(form.validator, values, document, OWN_KEYS), *_names(tidied, document, ())]
    known = {each.name: values[each.name] for each in form.fields if each.name in values}
    return known, ordered(found) if found else ()


def fits(form: Form, schema: Mapping[str, Any], part: Any) -> bool:
    """Tell whether a part of a file is what `schema`, a part of the form's own, accepts; what says nothing is not."""
    value = convert(part, schema, FORM)
    return value is not None and form.validator.fits(schema, value)


def _names(fields: tuple[Field, ...], document: Document, pointer: tuple[str | int, ...]) -> Iterator[Diagnostic]:
    """Yield a warning for each name that was tidied: what will be published must be what the file says."""
    for field in fields:
        here = (*pointer, field.name)
        part = _part(document.values, here)
        if field.kind == "姓名" and isinstance(part, str):
            for code, params in names.tidied(part):
                yield finding(code, document.at(*here), field=field.name, **params)
        elif isinstance(part, list):
            for number in range(len(part)):
                yield from _names(field.children, document, (*here, number))
        else:
            yield from _names(field.children, document, here)


def _part(part: Any, pointer: tuple[str | int, ...]) -> Any:
    for step in pointer:
        if isinstance(part, list) and isinstance(step, int):
            part = part[step]
        else:
            part = part.get(step) if isinstance(part, Mapping) else None
    return part


@cache
def _settings(schema_name: str) -> Judge:
    return Judge(expand(shipped(schema_name)), SETTINGS)


def judge_settings(schema_name: str, document: Document) -> tuple[Diagnostic, ...]:
    """Return the findings of a settings file; `schema_name` is that of a file in pipeline/schemas/.

    `submission` judges the pipeline's own keys of a submission only.
    """
    judged = _settings(schema_name)
    own = schema_name == "submission"
    part = {key: each for key, each in document.values.items() if not own or key in OWN_KEYS}
    values = judged.converter.value(part)
    return ordered(faults.findings(judged, values, document))
