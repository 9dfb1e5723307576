"""A schema with our kinds written out, and the validator that judges by it.

In: schemas of form.yml and of pipeline/schemas. Out: schemas without references, validators. Alone touches jsonschema.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from pipeline import documents
from pipeline.forms.formats import FORMATS

KINDS = "gongshi:kinds#/"


@cache
def shipped(name: str) -> Mapping[str, Any]:
    """Return the schema `pipeline/schemas/<name>.yml`."""
    with as_file(files("pipeline").joinpath("schemas", f"{name}.yml")) as path:
        document, findings = documents.load_schema(path, f"pipeline/schemas/{name}.yml")
    if document is None or findings:
        raise ValueError(f"the shipped schema {name} is not readable: {findings}")
    return document.values


def kinds() -> Mapping[str, Mapping[str, Any]]:
    """Return the shared kinds by name."""
    found: Mapping[str, Mapping[str, Any]] = shipped("kinds")["$defs"]
    return found


def expand(schema: Any, codes: tuple[str, ...] = ()) -> Any:
    """Return the schema with every reference to a kind replaced by the kind; keywords beside the reference win.

    `codes`: what the kind 类别 may be. A reference that is none of ours is left for the form's own check.
    """
    if isinstance(schema, list):
        return [expand(each, codes) for each in schema]
    if not isinstance(schema, dict):
        return schema
    name = str(schema.get("$ref", "")).removeprefix(KINDS)
    whole = {**kinds().get(name, {}), **{key: each for key, each in schema.items() if key != "$ref"}}
    if name not in kinds() and "$ref" in schema:
        whole["$ref"] = schema["$ref"]
    if name == "类别" and codes:
        whole["enum"] = list(codes)
    return {key: each if key in ("enum", "const", "examples") else expand(each, codes) for key, each in whole.items()}


def validator(schema: Mapping[str, Any]) -> Any:
    """Return the judge of a schema (JSON Schema 2020-12, our formats, our values)."""
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415  # `--help` must not wait for it
    from jsonschema.validators import extend  # noqa: PLC0415

    checker = FormatChecker(formats=())
    for name, fits in FORMATS.items():
        checker.checks(name)(lambda value, fits=fits: not isinstance(value, str) or fits(value))
    types = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "object": lambda _, value: isinstance(value, Mapping),
            "array": lambda _, value: isinstance(value, list | tuple),
        }
    )
    judge = extend(Draft202012Validator, type_checker=types)  # type: ignore[no-untyped-call]  # it carries no types
    return judge(schema, format_checker=checker)
