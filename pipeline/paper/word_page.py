"""The pages of a form in Word: mark, title, table, what is printed small, and the 续页.

In: a Sheet. Out: the document and its footer as XML. Must not know how they are packed.
"""

from dataclasses import replace
from math import ceil

from pipeline.forms import LayoutCell
from pipeline.paper import word_cover
from pipeline.paper import word_drawing as drawing
from pipeline.paper.sheet import Sheet
from pipeline.paper.word_cells import TO_SIGN, Room, draw
from pipeline.paper.word_fit import SIZES, ems, fit, leading, points
from pipeline.paper.word_measures import (
    BOTTOM,
    FOOT,
    MARK_SIZE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TITLE_AFTER,
    Measures,
    measure,
)
from pipeline.paper.word_table import SIDE, Cell, row, table
from pipeline.paper.word_text import BIAOSONG, HEI, NEXT_PAGE, NOTHING, Style, paragraph, run
from pipeline.paper.word_xml import millimetres, root, twips, w

_MARK = Style(MARK_SIZE, "start", HEI)
_NOTE_SIZES, _ABOUT_SIZES = (10, 9, 8, 7, 6), (7.5, 7, 6.5, 6, 5.5, 5)
_LABEL_SIDE, _FREE = 0.8, 1.0
# Their content is a table that fills the cell.
_BARE = ("opinion", "table")
_CODE_WORDS = "本表的二维码"
_REST_LABEL, _REST_ROW = 28.0, 10.0
_PRINTED, _WORDS_SIZES = ("heading", "words"), (11, 10.5, 10, 9.5, 9, 8.5, 8)
_SIGN = Style(11, "end", indent=2, before=2.5)


def document(sheet: Sheet) -> str:
    """Return the main part (word/document.xml)."""
    widths = [millimetres(each) for each in sheet.layout.columns]
    tables, rests = [], []
    for first, after in sheet.layout.pages:
        rows = []
        for number in range(first, after):
            drawn, continued = _row(sheet, number)
            rows.append(drawn)
            rests += continued
        tables.append(table(widths, rows, sheet.title))
    measures = measure(sheet)
    rest = _continuation(sheet, measures, rests) if rests else ""
    form = NEXT_PAGE.join(tables)
    return root("w:document", w("body", _head(sheet, measures), form, NOTHING, rest, _section(measures)))


def footer(sheet: Sheet) -> str:
    """Return the footer (word/footer1.xml): what every sheet must carry, then slug, version and the code's note."""
    about = "\u3000".join(each for each in (sheet.programme, f"版本 {sheet.version}", sheet.code_note) if each)
    notes = "\u3000".join(sheet.notes)
    lines = []
    for text, sizes in ((notes, _NOTE_SIZES), (about, _ABOUT_SIZES)):
        if text:
            style = Style(fit([text], measure(sheet).text, leading(sizes[0]), sizes) or sizes[-1])
            lines.append(paragraph(style, run(text, style)))
    if len(sheet.layout.pages) > 1:
        style = Style(_NOTE_SIZES[0])
        number = w("fldSimple", run("1", style), instr=" PAGE ")
        lines.append(paragraph(style, run("第", style), number, run("页", style)))
    return root("w:ftr", *lines)


def _row(sheet: Sheet, number: int) -> tuple[str, list[tuple[str, str]]]:
    """Return the row, and (label, content) of what goes to the 续页."""
    heights = [millimetres(each.height) for each in sheet.layout.rows]
    widths = [millimetres(width) for width in sheet.layout.columns]
    cells, rests, label = _from_above(sheet, number, widths), [], ""
    for cell, at in zip(sheet.layout.rows[number].cells, sheet.layout.places()[number], strict=True):
        width = sum(widths[at : at + cell.span])
        height = sum(heights[number : number + cell.down])
        merge = "restart" if cell.down > 1 else ""
        if cell.role in _PRINTED:
            cells[at] = _printed(cell, width, height)
            continue
        if cell.role == "label":
            label = cell.text
            cells[at] = replace(_label(cell, width, height), merge=merge)
            continue
        bare = cell.content in _BARE
        drawn = draw(cell, label, sheet, Room(width - (0 if bare else 2 * SIDE), height - _FREE))
        above = _FREE if cell.content == "long" and not drawn.rest else 0.0
        where = "top" if drawn.top else "center"
        cells[at] = Cell(drawn.inner, width, cell.span, where, 0 if bare else SIDE, above, merge)
        rests += [(label, drawn.rest)] if drawn.rest else []
    return row(heights[number], [cells[at] for at in sorted(cells)]), rests


def _from_above(sheet: Sheet, number: int, widths: list[float]) -> dict[int, Cell]:
    """Return by column what Word wants where a cell of a row above goes on in this one."""
    places = sheet.layout.places()
    return {
        at: Cell(NOTHING, sum(widths[at : at + cell.span]), cell.span, merge="continue")
        for above, line in enumerate(sheet.layout.rows[:number])
        for cell, at in zip(line.cells, places[above], strict=True)
        if above + cell.down > number
    }


def _label(cell: LayoutCell, width: float, height: float) -> Cell:
    """Return a label's cell; one that takes several lines is broken into lines of like length."""
    inside = width - 2 * _LABEL_SIDE
    size = fit([cell.text], inside, height - 0.5, SIZES) or 6
    lines = ceil(ems(cell.text) * points(size) / inside)
    longest = (ceil(ems(cell.text) / max(lines, 1)) + 0.6) * points(size)
    style = Style(size, indent=max(inside - longest, 0) / 2 if lines > 1 else 0)
    return Cell(paragraph(style, run(cell.text, style)), width, cell.span, sides=_LABEL_SIDE)


def _printed(cell: LayoutCell, width: float, height: float) -> Cell:
    """Return the cell of a row that asks for nothing: a heading, or a text with a line to sign."""
    if cell.role == "heading":
        style = Style(12, "start", HEI)
        return Cell(paragraph(style, run(cell.text, style)), width, cell.span)
    lines = cell.text.split("\n")
    room = height - _FREE - (leading(_SIGN.size) + _SIGN.before if cell.sign else 0.0)
    style = Style(fit(lines, width - 2 * SIDE, room, _WORDS_SIZES) or _WORDS_SIZES[-1], "start")
    signed = paragraph(_SIGN, run(f"{cell.sign}：{TO_SIGN}", _SIGN)) if cell.sign else ""
    return Cell("".join(paragraph(style, run(each, style)) for each in lines) + signed, width, cell.span)


def _head(sheet: Sheet, measures: Measures) -> str:
    title = Style(measures.title, font=BIAOSONG, after=TITLE_AFTER, indent=measures.title_side)
    code = ""
    if measures.code:
        left = PAGE_WIDTH - measures.edge - measures.code
        picture = drawing.anchored(drawing.CODE_NAME, _CODE_WORDS, measures.code, left, measures.code_top)
        code = w("r", picture)
    cover = sheet.layout.cover
    if cover:
        before = word_cover.draw(sheet, cover, measures.text)
        return before + paragraph(title, code, run(sheet.title, title), named="Title", new_page=True)
    mark = paragraph(_MARK, run(sheet.mark, _MARK), code) if sheet.mark else ""
    return mark + paragraph(title, "" if mark else code, run(sheet.title, title), named="Title")


def _continuation(sheet: Sheet, measures: Measures, rests: list[tuple[str, str]]) -> str:
    """Return the 续页: each text that was too long, beside its label, in rows that grow."""
    style = Style(16, font=BIAOSONG, after=3.0)
    heading = paragraph(style, run(f"{sheet.title}（续页）", style), named="Heading1", new_page=True)
    widths = (_REST_LABEL, measures.text - _REST_LABEL)
    rows = []
    for label, inner in rests:
        told = Style(12)
        cells = (Cell(paragraph(told, run(label, told)), widths[0], align="top"), Cell(inner, widths[1], align="top"))
        rows.append(row(_REST_ROW, cells, grows=True))
    return heading + table(widths, rows, f"{sheet.title}（续页）") + NOTHING


def _section(measures: Measures) -> str:
    edge, foot = twips(measures.edge), twips(FOOT)
    sides = {"top": twips(measures.top), "right": edge, "bottom": twips(BOTTOM), "left": edge}
    return w(
        "sectPr",
        '<w:footerReference w:type="default" r:id="footer1"/>',
        w("pgSz", w=twips(PAGE_WIDTH), h=twips(PAGE_HEIGHT)),
        w("pgMar", **sides, header=foot, footer=foot, gutter=0),
        w("cols", space=720),
    )
