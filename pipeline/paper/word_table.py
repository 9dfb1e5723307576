"""Tables of a Word file: fixed widths, and rows that are exactly as high as they are told to be.

In: widths and heights in millimetres, cells as XML. Out: XML. Must not know forms.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.paper.word_xml import twips, w

# What stays free at the sides of a cell, in mm.
SIDE = 1.4
_THICK, _THIN = 12, 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: paragraphs, controls or tables as XML, its width, how many columns it spans.

    `align`: `top`, `center` or `bottom`; `sides` and `above`: what stays free within it. Lengths in mm. `merge`:
    `restart` where it goes on in the rows below, `continue` where it comes from above. `underlined`: has a line below.
    """

    inner: str
    width: float
    span: int = 1
    align: str = "center"
    sides: float = SIDE
    above: float = 0.0
    merge: str = ""
    underlined: bool = False


def cell(each: Cell) -> str:
    """Return a cell (w:tc)."""
    margins = (
        w("top", w=twips(each.above), type="dxa") if each.above else "",
        *(w(side, w=twips(each.sides), type="dxa") for side in ("left", "right") if each.sides != SIDE),
    )
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=twips(each.width), type="dxa"),
            w("gridSpan", val=each.span) if each.span > 1 else "",
            w("vMerge", val=each.merge) if each.merge else "",
            w("tcBorders", w("bottom", val="single", sz=_THIN, space=0, color="000000")) if each.underlined else "",
            w("tcMar", *margins) if any(margins) else "",
            w("vAlign", val=each.align),
        ),
        each.inner,
    )


def row(height: float, cells: Sequence[Cell], *, heading: bool = False, grows: bool = False) -> str:
    """Return a row; one that `grows` may be higher and go over to the next page, any other is clipped."""
    return w(
        "tr",
        w(
            "trPr",
            "" if grows else w("cantSplit"),
            w("trHeight", val=twips(height), hRule="atLeast" if grows else "exact"),
            w("tblHeader") if heading else "",
        ),
        *map(cell, cells),
    )


def table(widths: Sequence[float], rows: Sequence[str], title: str, *, lines: bool = True, frame: bool = True) -> str:
    """Return a table; `lines` between its cells, a thicker `frame` around it; `title` is what programs of aid read."""
    total = twips(sum(widths))
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=total, type="dxa"),
            w("jc", val="center"),
            _borders(lines=lines, frame=frame),
            w("tblLayout", type="fixed"),
            w(
                "tblCellMar",
                *(w(side, w=0 if side in ("top", "bottom") else twips(SIDE), type="dxa") for side in _MARGINS),
            ),
            w("tblLook", val="0080", firstRow=0, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
            w("tblCaption", val=title),
        ),
        w("tblGrid", *(w("gridCol", w=twips(each)) for each in widths)),
        *rows,
    )


_MARGINS = ("top", "left", "bottom", "right")


def _borders(*, lines: bool, frame: bool) -> str:
    outer = {"val": "single" if frame else "nil", "sz": _THICK if frame else 0, "space": 0, "color": "000000"}
    inner = {"val": "single" if lines else "nil", "sz": _THIN if lines else 0, "space": 0, "color": "000000"}
    outside = (w(side, **outer) for side in _MARGINS)
    return w("tblBorders", *outside, w("insideH", **inner), w("insideV", **inner))
