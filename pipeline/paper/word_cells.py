"""What stands in a value's cell of the form: controls, boxes, an opinion, a sub-table, a photo.

In: a cell of the layout, its label, the sheet, the room that it has. Out: XML for the cell, and for the 续页 what
did not fit. Must not know where the cell stands.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.forms import LayoutCell
from pipeline.paper import word_control as control
from pipeline.paper import word_drawing as drawing
from pipeline.paper.sheet import Sheet, WrittenOpinion
from pipeline.paper.word_fit import SIZES, ems, fit, height_of, leading, points
from pipeline.paper.word_lines import lines_at_length, lines_of
from pipeline.paper.word_table import SIDE, Cell, row, table
from pipeline.paper.word_text import NOTHING, Style, paragraph, run

LONG_SIZES = (12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8)
CONTINUED_STYLE = Style(12, "start")
_SMALL, _SIGNED, _PRINTED = Style(10.5), Style(12, "end", indent=2), Style(10.5, "start")
_SIGNATURE_ROW, _ABOVE = 8.0, 1.0
# A sub-table fills its cell but for the paragraph that Word wants after it.
_FILLED = 0.6
_PERSON_BLANK, _DAY_BLANK = "\u3000" * 5, "\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"
TO_SIGN = _PERSON_BLANK + _DAY_BLANK
"""Room for a name and a date in a text that is signed."""


@dataclass(frozen=True, slots=True)
class Room:
    """The inside of a cell, in mm."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A cell's content; `rest` is what stands on the 续页 in its stead, and `top` says that it begins at the top."""

    inner: str
    rest: str = ""
    top: bool = False


def draw(cell: LayoutCell, label: str, sheet: Sheet, room: Room) -> Drawn:
    """Return what stands in the cell, under the text that is printed in it."""
    printed = paragraph(_PRINTED, run(cell.text, _PRINTED)) if cell.text else ""
    taken = height_of([cell.text], room.width, _PRINTED.size) if cell.text else 0.0
    drawn = _DRAWERS[cell.content](cell, label, sheet, Room(room.width, room.height - taken))
    return Drawn(printed + drawn.inner, drawn.rest, drawn.top)


def _blank(cell: LayoutCell, label: str, sheet: Sheet, room: Room) -> Drawn:
    text = sheet.texts.get(cell.field, "")
    if "\n" in text:
        return _long(cell, label, sheet, room)
    size = fit([text], room.width, room.height, SIZES)
    if size is None:
        return _continued(control.block(cell.field, label, text, CONTINUED_STYLE))
    style = Style(size)
    return Drawn(paragraph(style, control.line(cell.field, label, text, style)))


def _long(cell: LayoutCell, label: str, sheet: Sheet, room: Room) -> Drawn:
    inner, rest = _block(cell.field, label, sheet.texts.get(cell.field, ""), room)
    return Drawn(inner, rest, top=not rest)


def _block(tag: str, label: str, text: str, room: Room) -> tuple[str, str]:
    size = fit(text.split("\n"), room.width, room.height - leading(2), LONG_SIZES)
    if size is None:
        return _continued_line(), control.block(tag, label, text, CONTINUED_STYLE) + NOTHING
    return control.block(tag, label, text, Style(size, "start")) + NOTHING, ""


def _continued(rest: str) -> Drawn:
    return Drawn(_continued_line(), rest + NOTHING)


def _continued_line() -> str:
    return paragraph(_SMALL, run(control.CONTINUED, _SMALL))


def _choices(cell: LayoutCell, label: str, sheet: Sheet, room: Room) -> Drawn:
    ticked = sheet.ticked.get(cell.field, frozenset())
    style = Style(_size_of_choices(cell.choices, room) or SIZES[-1])
    broken = _broken(cell.choices, room.width / points(style.size))
    runs: list[str] = []
    for value, shown, is_first in zip(cell.values, cell.choices, broken, strict=True):
        gap = run("\n" if is_first else "\u3000", style) if runs else ""
        tick = control.box(f"{cell.field}:{value}", shown or label, style, ticked=value in ticked)
        runs.append(gap + tick + run(shown, style))
    return Drawn(paragraph(style, *runs))


def _size_of_choices(choices: Sequence[str], room: Room) -> float | None:
    return next(
        (
            size
            for size in SIZES
            if sum(_broken(choices, room.width / points(size))) * leading(size) <= room.height
            and max(map(ems, choices)) + 1 <= room.width / points(size)
        ),
        None,
    )


def _broken(choices: Sequence[str], width: float) -> list[bool]:
    """Return which of the choices begin a line, so that no box is parted from its words; `width` in ems."""
    begins, filled = [], width + 1
    for each in choices:
        needed = ems(each) + 1.2
        begins.append(filled + 1 + needed > width)
        filled = needed if begins[-1] else filled + 1 + needed
    return begins


def _opinion(cell: LayoutCell, label: str, sheet: Sheet, room: Room) -> Drawn:
    """Draw text above and a line to sign below, as rows of their own: a long text cannot push the line out."""
    said = sheet.opinions.get(cell.field, WrittenOpinion())
    below = min(_SIGNATURE_ROW, room.height / 2)
    above = room.height - below
    concluded = ""
    if said.conclusion:
        tick = control.line(f"{cell.field}/结论", f"{label}结论", said.conclusion, _PRINTED)
        concluded = paragraph(_PRINTED, run("结论：", _PRINTED), tick)
    height = above - _ABOVE - (leading(_PRINTED.size) if concluded else 0.0)
    text, rest = _block(f"{cell.field}/意见", label, said.text, Room(room.width - 2 * SIDE, height))
    signed = paragraph(
        _SIGNED,
        run("负责人签字：", _SIGNED),
        control.line(f"{cell.field}/负责人", f"{label}负责人", said.person, _SIGNED, _PERSON_BLANK),
        run("\u3000", _SIGNED),
        control.line(f"{cell.field}/日期", f"{label}日期", said.day, _SIGNED, _DAY_BLANK),
    )
    rows = (
        row(above, [Cell(concluded + text, room.width, align="top", above=_ABOVE)]),
        row(below, [Cell(signed, room.width, align="center")]),
    )
    return Drawn(table([room.width], rows, label, lines=False, frame=False) + NOTHING, rest, top=True)


def _table(cell: LayoutCell, label: str, sheet: Sheet, room: Room) -> Drawn:
    inner = lines_of(cell, label, sheet, room.width, room.height + _FILLED)
    if inner:
        return Drawn(inner, top=True)
    return Drawn(_continued_line(), lines_at_length(cell, label, sheet, room.width))


def _photo(cell: LayoutCell, label: str, sheet: Sheet, room: Room) -> Drawn:
    data = sheet.photos.get(cell.field, b"")
    picture = (
        drawing.inline(data, drawing.photo_name(sheet, cell.field), label, room.width, room.height) if data else ""
    )
    inner = paragraph(_SMALL, control.picture(cell.field, label, _SMALL, picture))
    # A line that is exactly as high as its text would cut the picture off.
    return Drawn(inner.replace('w:lineRule="exact"', 'w:lineRule="atLeast"') if picture else inner)


_DRAWERS: dict[str, Callable[[LayoutCell, str, Sheet, Room], Drawn]] = {
    "blank": _blank,
    "long": _long,
    "choices": _choices,
    "opinion": _opinion,
    "table": _table,
    "photo": _photo,
}
