"""A candidate's form as it is printed: the blank one, and the one that says what the file says.

In: a programme, a candidate, pictures. Out: a Sheet, and what its QR code holds. Must not know how a sheet is drawn.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from pipeline.forms import Field, LayoutCell, Value
from pipeline.model import Programme, Submission
from pipeline.paper import payload
from pipeline.paper.sheet import Sheet, WrittenOpinion

MARK = "附件"
CODE_NOTE = "此二维码载有表中所填内容，包括电话、邮箱，未加密，仅供申报人和工作人员使用。"
_NO_PHOTOS: Mapping[str, bytes] = {}


def blank(programme: Programme) -> Sheet:
    """Return the programme's form with nothing written into it."""
    form = programme.form
    return Sheet(form.title, form.layout, programme.slug, form.version, mark=MARK)


def sheet(
    programme: Programme,
    submission: Submission,
    code: bytes = b"",
    photos: Mapping[str, bytes] = _NO_PHOTOS,
) -> Sheet:
    """Return the form with what the candidate's file says.

    `code`: what the QR code holds, empty for none. `photos`: pictures by field.
    """
    form, values = programme.form, submission.values
    printed = [
        (cell, form.field(cell.field))
        for row in form.layout.rows
        for cell in row.cells
        if cell.role == "value" and cell.field in values
    ]
    filled = [(cell, field, values[cell.field]) for cell, field in printed if field is not None]
    return Sheet(
        title=form.title,
        layout=form.layout,
        programme=programme.slug,
        version=form.version,
        mark=MARK,
        holder=_holder(programme, submission),
        texts={cell.field: written(value) for cell, _, value in filled if cell.content in ("blank", "long")},
        ticked={cell.field: _ticked(cell, value) for cell, _, value in filled if cell.content == "choices"},
        tables={cell.field: lines(field, value) for cell, field, value in filled if cell.content == "table"},
        opinions={cell.field: _opinion(value) for cell, _, value in filled if cell.content == "opinion"},
        photos={cell.field: photos[cell.field] for cell, _, _ in filled if cell.field in photos},
        code=code,
        code_note=_note(programme, code),
    )


def code(programme: Programme, submission: Submission) -> bytes:
    """Return what the QR code of the candidate's form holds: the fields that the applicant fills in on paper."""
    said = payload.Payload(programme.slug, programme.form.version, submission.values)
    return payload.encode(said, payload.carried(programme.form))


def said(sheet: Sheet) -> Iterable[str]:
    """Yield every text that is written into the sheet."""
    yield from sheet.texts.values()
    for table in sheet.tables.values():
        for line in table:
            yield from line
    for opinion in sheet.opinions.values():
        yield from (opinion.text, opinion.person)


def written(value: Value) -> str:
    """Return a value as one text: yes and no as 是 and 否, several values with 、 between them."""
    if isinstance(value, str):
        return value.rstrip("\n")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        return "；".join(written(each) for each in value.values())
    if isinstance(value, list | tuple):
        return "、".join(written(each) for each in value)
    return str(value)


def lines(field: Field, value: Value) -> tuple[tuple[str, ...], ...]:
    """Return a sub-table's lines, as many texts in each as the field has children; what is no line is left out."""
    rows = value if isinstance(value, list | tuple) else ()
    return tuple(
        tuple(written(row[child.name]) if child.name in row else "" for child in field.children)
        for row in rows
        if isinstance(row, Mapping)
    )


def day(text: str) -> str:
    """Return a date of a file as documents print it; a text that is no date stays as it is."""
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{on.year}年{on.month}月{on.day}日"


def _holder(programme: Programme, submission: Submission) -> str:
    name = programme.roles.name
    field = programme.form.field(name)
    return f"{field.title}：{written(submission.values[name])}" if field and name in submission.values else ""


def _note(programme: Programme, code: bytes) -> str:
    """Return what stands beside the code: that it can be read by anybody, and which fields were too long for it."""
    if not code:
        return ""
    names = payload.carried(programme.form)
    held = payload.decode(code, lambda *_: names)
    left_out = "、".join(held.left_out) if held else ""
    return f"{CODE_NOTE}{left_out}过长，未载入，以表为准。" if left_out else CODE_NOTE


def _ticked(cell: LayoutCell, value: Value) -> frozenset[str]:
    several = value if isinstance(value, list | tuple) else (value,)
    return frozenset(written(each) for each in several) & frozenset(cell.values)


def _opinion(value: Value) -> WrittenOpinion:
    part = value if isinstance(value, Mapping) else {}
    text = {key: written(each) for key, each in part.items()}
    return WrittenOpinion(
        conclusion=text.get("结论", ""),
        text=text.get("意见", ""),
        person=text.get("负责人", ""),
        day=day(text.get("日期", "")),
    )
