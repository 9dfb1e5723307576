"""The pages of a form in Word: mark, title, table, what is printed small, and the 续页.

In: a Sheet. Out: the document and its footer as XML. Must not know how they are packed.
"""

from pipeline.forms import LayoutCell, LayoutRow
from pipeline.paper import word_drawing as drawing
from pipeline.paper.sheet import Sheet
from pipeline.paper.word_cells import Drawn, Room, draw
from pipeline.paper.word_fit import SIZES, ems, fit, leading
from pipeline.paper.word_table import SIDE, Cell, row, table
from pipeline.paper.word_text import BIAOSONG, HEI, NOTHING, Style, paragraph, run
from pipeline.paper.word_xml import millimetres, root, twips, w

_WIDTH, _HEIGHT, _EDGE = 210.0, 297.0, 20.0
_TOP, _BOTTOM, _FOOT = 12.0, 14.0, 5.0
_TEXT = _WIDTH - 2 * _EDGE
# What rules and the paragraph after the table take beside the rows.
_RESERVE = 1.5
_MARK = Style(16, "start", HEI)
_TITLE_SIZES, _TITLE_ROOM = (22, 20, 18, 16, 14, 13, 12), 11.2
_LOWEST_TOP, _HIGHEST_TOP = 12.0, 25.0
_SMALL_CODE, _LARGE_CODE, _SMALL_BYTES = 16.0, 30.0, 160
_LABEL_SIDE = 0.8
_REST_LABEL, _REST_ROW = 28.0, 10.0


def document(sheet: Sheet) -> str:
    """Return the main part (word/document.xml)."""
    rows, rests = [], []
    for each in sheet.layout.rows:
        drawn, continued = _row(each, sheet)
        rows.append(drawn)
        rests += continued
    form = table([millimetres(each) for each in sheet.layout.columns], rows, sheet.title)
    top = _top(sheet)
    continuation = _continuation(sheet, rests) if rests else ""
    return root("w:document", w("body", _head(sheet, top), form, NOTHING, continuation, _section(top)))


def footer(sheet: Sheet) -> str:
    """Return the footer (word/footer1.xml): what every sheet must carry, then slug, version and the code's note."""
    about = "\u3000".join(each for each in (sheet.programme, f"版本 {sheet.version}", sheet.code_note) if each)
    notes = "\u3000".join(sheet.notes)
    lines = []
    for text, sizes in ((notes, (10, 9, 8, 7, 6)), (about, (7.5, 7, 6.5, 6, 5.5, 5))):
        if text:
            style = Style(fit([text], _TEXT, leading(sizes[0]), sizes) or sizes[-1])
            lines.append(paragraph(style, run(text, style)))
    return root("w:ftr", *lines)


def _row(each: LayoutRow, sheet: Sheet) -> tuple[str, list[tuple[str, str]]]:
    """Return the row, and (label, content) of what goes to the 续页."""
    height = millimetres(each.height)
    widths = [millimetres(width) for width in sheet.layout.columns]
    cells, rests, label, at = [], [], "", 0
    for cell in each.cells:
        width = sum(widths[at : at + cell.span])
        at += cell.span
        if cell.role == "label":
            label = cell.text
            cells.append(_label(cell, width, height))
            continue
        drawn = draw(cell, label, sheet, _room(cell, width, height))
        cells.append(_value(cell, drawn, width))
        rests += [(label, drawn.rest)] if drawn.rest else []
    return row(height, cells), rests


def _room(cell: LayoutCell, width: float, height: float) -> Room:
    sides = 0.0 if cell.content in ("opinion", "table") else 2 * SIDE
    return Room(width - sides, height - 1.0)


def _label(cell: LayoutCell, width: float, height: float) -> Cell:
    style = Style(fit([cell.text], width - 2 * _LABEL_SIDE, height - 0.5, SIZES) or 6)
    return Cell(paragraph(style, run(cell.text, style)), width, cell.span, sides=_LABEL_SIDE)


def _value(cell: LayoutCell, drawn: Drawn, width: float) -> Cell:
    sides = 0.0 if cell.content in ("opinion", "table") else SIDE
    return Cell(drawn.inner, width, cell.span, "top" if drawn.top else "center", sides)


def _title(sheet: Sheet) -> Style:
    """Return the title's style: in one line where it can be, else small enough for the room that two have."""
    side = _code_side(sheet) + 2 if sheet.code else 0.0
    width = _TEXT - 2 * side
    one = fit(
        [sheet.title],
        width,
        leading(_TITLE_SIZES[0]),
        [each for each in _TITLE_SIZES if ems(sheet.title) * each <= width / 0.3528],
    )
    size = one or fit([sheet.title], width, _TITLE_ROOM, _TITLE_SIZES) or 9
    return Style(size, font=BIAOSONG, after=1.5, indent=side)


def _top(sheet: Sheet) -> float:
    """Return where the text begins, in mm from the page's edge: lower where the table leaves room."""
    rows = sum(millimetres(each.height) for each in sheet.layout.rows) + 0.1 * len(sheet.layout.rows)
    head = _TITLE_ROOM + 1.5 + (leading(_MARK.size) if sheet.mark else 0.0)
    spare = _HEIGHT - _LOWEST_TOP - _BOTTOM - _RESERVE - head - rows
    return min(_HIGHEST_TOP, _LOWEST_TOP + max(spare, 0.0) / 2)


def _code_side(sheet: Sheet) -> float:
    if len(sheet.code) <= _SMALL_BYTES:
        return _SMALL_CODE
    return min(_LARGE_CODE, _top(sheet) + _TITLE_ROOM + leading(_MARK.size) - 5)


def _head(sheet: Sheet, top: float) -> str:
    title = _title(sheet)
    code = ""
    if sheet.code:
        side = _code_side(sheet)
        bottom = top + (leading(_MARK.size) if sheet.mark else 0.0) + leading(title.size)
        words = "本表的二维码"
        code = w("r", drawing.anchored(drawing.CODE_NAME, words, side, _WIDTH - _EDGE - side, max(bottom - side, 3.0)))
    mark = paragraph(_MARK, run(sheet.mark, _MARK), code) if sheet.mark else ""
    return mark + paragraph(title, "" if mark else code, run(sheet.title, title), named="Title")


def _continuation(sheet: Sheet, rests: list[tuple[str, str]]) -> str:
    """Return the 续页: each text that was too long, beside its label, in rows that grow."""
    style = Style(16, font=BIAOSONG, after=3.0)
    heading = paragraph(style, run(f"{sheet.title}（续页）", style), named="Heading1", new_page=True)
    widths = (_REST_LABEL, _TEXT - _REST_LABEL)
    rows = []
    for label, inner in rests:
        told = Style(12)
        cells = (Cell(paragraph(told, run(label, told)), widths[0]), Cell(inner, widths[1], align="top"))
        rows.append(row(_REST_ROW, cells, grows=True))
    return heading + table(widths, rows, f"{sheet.title}（续页）") + NOTHING


def _section(top: float) -> str:
    return w(
        "sectPr",
        '<w:footerReference w:type="default" r:id="footer1"/>',
        w("pgSz", w=twips(_WIDTH), h=twips(_HEIGHT)),
        w(
            "pgMar",
            top=twips(top),
            right=twips(_EDGE),
            bottom=twips(_BOTTOM),
            left=twips(_EDGE),
            header=twips(_FOOT),
            footer=twips(_FOOT),
            gutter=0,
        ),
        w("cols", space=720),
    )
