"""The cover of a form in Word (封面): the title, lines to write on, and who made the form, on a page of their own.

In: a Sheet. Out: XML. What is written on the cover is never read back: the table says it too. Must not know how pages
are packed.
"""

from pipeline.forms import Cover
from pipeline.paper.sheet import Sheet
from pipeline.paper.word_fit import ems, fit, leading, points
from pipeline.paper.word_table import Cell, row, table
from pipeline.paper.word_text import BIAOSONG, HEI, NOTHING, Style, paragraph, run

_TITLE_SIZES = (26, 24, 22, 20, 18)
_LINE_SIZES = (16, 15, 14, 12, 10.5, 9)
# In mm: above the title, above the lines, a line, and where the foot ends.
_ABOVE_TITLE, _ABOVE_LINES, _LINE, _FOOT = 50.0, 40.0, 15.0, 225.0
_LABEL, _ROOM = 55.0, 85.0


def draw(sheet: Sheet, cover: Cover, width: float) -> str:
    """Return the paragraphs and the lines of the cover; `width`: of the text, in mm. What follows begins a page."""
    mark = Style(16, "start", HEI)
    size = fit([sheet.title], width, 3 * leading(_TITLE_SIZES[0]), _TITLE_SIZES) or _TITLE_SIZES[-1]
    title = Style(size, font=BIAOSONG, before=_ABOVE_TITLE, after=_ABOVE_LINES)
    lines = [_line(each.label, sheet.texts.get(each.field, "")) for each in cover.lines]
    foot = Style(16, before=max(_free(sheet, size, width) - len(lines) * _LINE, _LINE))
    return (
        (paragraph(mark, run(sheet.mark, mark)) if sheet.mark else "")
        + paragraph(title, run(sheet.title, title))
        + table([_LABEL, _ROOM], lines, f"{sheet.title}（封面）", lines=False, frame=False)
        + (paragraph(foot, run(cover.foot, foot)) if cover.foot else NOTHING)
    )


def _free(sheet: Sheet, size: float, width: float) -> float:
    """Return what stands between the top of the lines and the foot, in mm."""
    wrapped = -(-ems(sheet.title) * points(size) // width)
    return _FOOT - leading(16) * 2 - _ABOVE_TITLE - _ABOVE_LINES - wrapped * leading(size)


def _line(label: str, text: str) -> str:
    said = f"{label}："
    name = Style(fit([said], _LABEL - 2, _LINE, _LINE_SIZES) or _LINE_SIZES[-1], "end")
    value = Style(fit([text], _ROOM - 4, _LINE, _LINE_SIZES) or _LINE_SIZES[-1])
    return row(
        _LINE,
        [
            Cell(paragraph(name, run(said, name)), _LABEL, align="bottom"),
            Cell(paragraph(value, run(text, value) if text else ""), _ROOM, align="bottom", underlined=True),
        ],
    )
