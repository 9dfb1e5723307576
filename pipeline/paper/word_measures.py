"""Where things stand on the pages of a form in Word.

In: a Sheet. Out: lengths in millimetres, sizes in points. Whatever the table leaves free goes to the head of the page.
Must not know Word.
"""

from dataclasses import dataclass

from pipeline.paper.sheet import Sheet
from pipeline.paper.word_fit import ems, fit, leading, points
from pipeline.paper.word_xml import millimetres

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
BOTTOM, FOOT = 14.0, 5.0
MARK_SIZE, TITLE_AFTER = 16, 1.5
_NARROWEST_EDGE, _WIDEST_EDGE = 20.0, 30.0
_LOWEST_TOP, _HIGHEST_TOP = 12.0, 25.0
# What rules and the paragraph after the table take beside the rows.
_RESERVE, _RULE = 1.5, 0.1
_TITLE_SIZES, _TITLE_ROOM, _SMALLEST_TITLE = (22, 20, 18, 16, 14, 13, 12), 11.2, 9
# A short text needs no large symbol; a whole form needs 30 mm to be read from a scan.
_SMALL_CODE, _LARGE_CODE, _SMALL_BYTES = 16.0, 30.0, 160
_UNPRINTED = 4.0


@dataclass(frozen=True, slots=True)
class Measures:
    """`edge`: the page's sides, `text` what lies between; `top`: where the text begins; `mark`: the mark's height.

    `title`: the title's size, `title_side` what stays free beside it; `code`: the QR code's side, 0 for none, and
    `code_top` where it begins.
    """

    edge: float
    text: float
    top: float
    mark: float
    title: float
    title_side: float
    code: float
    code_top: float


def measure(sheet: Sheet) -> Measures:
    """Return where things stand; a form that passed its checks is 170 mm wide, and each of its pages 250 mm high."""
    table = sum(map(millimetres, sheet.layout.columns))
    edge = min(max((PAGE_WIDTH - table) / 2, _NARROWEST_EDGE), _WIDEST_EDGE)
    text = PAGE_WIDTH - 2 * edge
    mark = leading(MARK_SIZE) if sheet.mark else 0.0
    code = _code(sheet)
    top = _top(sheet, mark, code)
    beside = code + 2 if code + _UNPRINTED > top + mark else 0.0
    size = _title(sheet.title, text - 2 * beside)
    head = top + mark + (leading(size) if beside else 0.0)
    fitting = min(code, head - _UNPRINTED) if code else 0.0
    return Measures(edge, text, top, mark, size, beside, fitting, head - fitting)


def _code(sheet: Sheet) -> float:
    if not sheet.code:
        return 0.0
    return _SMALL_CODE if len(sheet.code) <= _SMALL_BYTES else _LARGE_CODE


def _top(sheet: Sheet, mark: float, code: float) -> float:
    first_page = sheet.layout.rows[: sheet.layout.pages[0][1]]
    rows = sum(millimetres(each.height) + _RULE for each in first_page)
    spare = PAGE_HEIGHT - _LOWEST_TOP - BOTTOM - _RESERVE - mark - _TITLE_ROOM - TITLE_AFTER - rows
    wanted = max(_LOWEST_TOP + spare / 2, code + _UNPRINTED - mark)
    return max(_LOWEST_TOP, min(wanted, _LOWEST_TOP + spare, max(_HIGHEST_TOP, code + _UNPRINTED - mark)))


def _title(title: str, width: float) -> float:
    """Return the size in which the title stands on one line, else a small one in which it takes two."""
    whole = [each for each in _TITLE_SIZES if ems(title) * points(each) <= width]
    return whole[0] if whole else fit([title], width, _TITLE_ROOM, _TITLE_SIZES) or _SMALLEST_TITLE
