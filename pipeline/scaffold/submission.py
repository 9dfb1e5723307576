"""A new candidate's file, with every field, what it is and how it is written.

In: a programme, what is already known. Out: the file's text and its id. Must not know other candidates' values.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline import edits
from pipeline.forms import Field, words
from pipeline.model import ASSOCIATION, Association, Programme
from pipeline.scaffold.programme import modeline

_NUMBERED = re.compile(r"(.*?)([0-9]+)")
_FIRST_WIDTH = 3
_TEXTS = ("短文", "长文")
_EVENT = "- {日期: 2020-12-07, 事项: 收到, 纸质: 是, 电子: 是}"


@dataclass(frozen=True, slots=True)
class New:
    """What is known of a new candidate: the id, the association, the category's code, the name; empty: not yet."""

    id: str
    association: Association | None = None
    category: str = ""
    name: str = ""


def next_id(programme: Programme, category: str, taken: Iterable[str]) -> str:
    """Return the id that follows the highest of those that begin like most of the category's."""
    role = programme.roles.category
    own = [each for each in programme.submissions if role and category and each.values.get(role) == category]
    matches = [match for each in own or programme.submissions if (match := _NUMBERED.fullmatch(each.id))]
    counted = Counter(match[1] for match in matches)
    prefix = counted.most_common(1)[0][0] if counted else f"{_plain(category)}-"
    numbers = [match[2] for each in taken if (match := _NUMBERED.fullmatch(each)) and match[1] == prefix]
    width = max(map(len, numbers), default=_FIRST_WIDTH)
    return f"{prefix}{max(map(int, numbers), default=0) + 1:0{width}}"


def _plain(category: str) -> str:
    return category.lower() if re.fullmatch(r"[A-Za-z0-9]+", category) else "x"


def path_of(programme: Programme, new: New, draft: bool = False) -> str:
    """Return where the file goes: the association's folder, or the drafts."""
    folder = f"content/programmes/{programme.slug}"
    if draft:
        return f"{folder}/drafts/{new.id}.yml"
    below = f"{new.association.folder}/" if new.association and new.association.folder else ""
    return f"{folder}/submissions/{below}{new.id}.yml"


def submission(programme: Programme, new: New, path: str) -> str:
    """Return the text of a new file that will stand at `path`; nothing in it is a value that was not given."""
    known = {programme.roles.category or "": new.category, programme.roles.name: new.name}
    fields = _in_order(programme)
    values: dict[str, object] = {each.name: known.get(each.name, "") for each in fields}
    comments = {each.name: tuple(_about(programme, each)) for each in fields}
    if programme.associations:
        values[ASSOCIATION] = new.association.name if new.association else ""
        comments[ASSOCIATION] = (f"必填。可选：{words.some(each.name for each in programme.associations)}",)
    if programme.conditions:
        values["审核"] = ""
        comments["审核"] = tuple(_conditions(programme, new.category))
    values["办理"] = ""
    comments["办理"] = ("办理事项。用 gongshi record 登记，也可以手写，一件一行，例如：", f"  {_EVENT}")
    schema = modeline(f"submissions/{programme.slug}", path).removeprefix("# ").rstrip()
    return edits.compose(values, comments, (schema, f"{programme.name}：没有内容的栏目留空。"))


def _in_order(programme: Programme) -> list[Field]:
    """Return the form's fields in the order of the paper, then staff's own."""
    form = programme.form
    printed = [cell.field for row in form.layout.rows for cell in row.cells if cell.role == "value"]
    names = dict.fromkeys((*printed, *(each.name for each in form.fields)))
    return [each for each in map(form.field, names) if each is not None]


def _about(programme: Programme, field: Field) -> Iterator[str]:
    """Yield what is to be known of a field, in one line or two."""
    title = f"{field.title}。" if field.title not in ("", field.name) else ""
    need = "签署意见后填写" if field.is_opinion else "必填" if field.required else "选填"
    whose = "" if field.printed else "，由工作人员填写，不在表上"
    is_category = field.name == programme.roles.category
    # An example of any text at all would be taken for one of this field.
    said = str(field.schema.get("description", "")) if field.kind in _TEXTS or is_category else words.how(field.schema)
    yield f"{title}{need}{whose}{'。' + said if said else ''}"
    if is_category:
        yield "可选：" + "；".join(f"{each.code}（{each.name}）" for each in programme.categories)
    elif "enum" in field.schema:
        yield f"可选：{words.choices(field.schema['enum'])}"
    elif field.type in ("array", "object") and "examples" not in field.schema:
        yield f"写法：{field.name}: {words.example(field.schema)}"


def _conditions(programme: Programme, category: str) -> Iterator[str]:
    yield "对照条件逐项审核，写“符合”或“不符合”，例如：审核: {1: 符合, 2: 符合}"
    for each in programme.conditions:
        if each.category in (None, category) or not category:
            yield f"  {each.number} {each.text}"
