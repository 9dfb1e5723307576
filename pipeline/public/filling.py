"""What a form asks of an applicant, as the public may see it: the fields on paper, without opinions and staff's own.

In: a Form. Out: public descriptions of its fields, and the rules that stand above single fields. No secrecy, no
example that could be somebody's, no name of a field that is not on the paper. Must not know candidates.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.forms import Field, Form, LayoutCell, Secret
from pipeline.forms import words as spelling
from pipeline.forms.schema import inner
from pipeline.public.types import PublicField

_WORDS = frozenset({"title", "description", "examples", "default", "$comment", "$schema", "$id"})
_OURS = frozenset({"x-secret", "x-print", "x-rows", "x-after", "x-boxes", "x-absent", "x-lines", "x-layout"})
_NAMES = ("required", "dependentRequired")
# What these kinds say of themselves helps nobody who fills in a field with a title.
_SAY_NOTHING = frozenset({"短文", "长文", "类别", "整数"})


def fields(form: Form) -> tuple[PublicField, ...]:
    """Return the fields that an applicant fills in, in the order of the paper."""
    cells = [cell for row in form.layout.rows for cell in row.cells if cell.role == "value"]
    asked = ((form.field(cell.field), cell) for cell in cells)
    return tuple(_field(form, each, cell) for each, cell in asked if each and not each.is_opinion)


def rules(form: Form) -> Mapping[str, Any]:
    """Return the form's schema above its fields; a rule that names a field which is not public is left out."""
    known = frozenset(each.name for each in fields(form))
    kept: dict[str, Any] = {}
    for key, part in form.schema.items():
        if key == "required":
            kept[key] = [name for name in part if name in known]
        elif key not in _WORDS | _OURS | {"properties"} and known.issuperset(_named(key, part)):
            kept[key] = _part(key, part)
    return kept


def _field(form: Form, field: Field, cell: LayoutCell | None = None) -> PublicField:
    return PublicField(
        name=field.name,
        title=field.title,
        kind=field.kind or "",
        type=field.type,
        required=field.required,
        hint=_hint(form, field),
        schema=plain(field.schema),
        choices=tuple(zip(cell.values, cell.choices, strict=True)) if cell else _choices(field),
        children=tuple(_field(form, each) for each in field.children),
    )


def _choices(field: Field) -> tuple[tuple[str, str], ...]:
    if field.type == "boolean":
        return (("是", "是"), ("否", "否"))
    return tuple((str(each), str(each)) for each in field.schema.get("enum", ()))


def _hint(form: Form, field: Field) -> str:
    """Return how the field is filled in; an example of a private kind is told only where the form's author gave it."""
    given = form.document.values["properties"].get(field.name)
    own = given if isinstance(given, Mapping) else {}
    said = {key: part for key, part in field.schema.items() if key in ("description", "examples")}
    if field.kind in _SAY_NOTHING:
        said = {key: part for key, part in said.items() if key in own}
    if field.secret is not Secret.NONE and "examples" not in own:
        said.pop("examples", None)
    return spelling.how(said)


def plain(schema: Any) -> Any:
    """Return what the schema asks for, without its words and without how its values are kept."""
    if not isinstance(schema, Mapping):
        return schema
    return {key: _part(key, part) for key, part in schema.items() if key not in _WORDS | _OURS}


def _part(key: str, part: Any) -> Any:
    if key == "properties":
        return {name: plain(each) for name, each in part.items()}
    schemas = [each for _, each in inner(key, part)]
    if not schemas:
        return part
    return [plain(each) for each in schemas] if isinstance(part, list) else plain(part)


def _named(key: str, part: Any) -> Iterator[str]:
    """Yield every field that a rule names."""
    if key == "properties":
        yield from part
    elif key in _NAMES:
        yield from part
        yield from (each for needed in part.values() for each in needed) if isinstance(part, Mapping) else ()
    for _, each in inner(key, part):
        if isinstance(each, Mapping):
            for name, inside in each.items():
                yield from _named(name, inside)
