"""Runs and paragraphs of a Word file.

In: text, size, font, where it stands. Out: XML. Every line is as high as it is told to be, so that another font cannot
make a second page. Must not know forms.
"""

from dataclasses import dataclass

from pipeline.paper.word_fit import LEADING
from pipeline.paper.word_xml import content, twips, w

# Paragraph styles that say a size: LibreOffice sets a line's control in the size of its paragraph's style.
SIZED, HALF_POINTS = "Size", range(9, 45)
FANGSONG, HEI, BIAOSONG = "仿宋", "黑体", "方正小标宋简体"
LATIN = "Times New Roman"
# Word takes a paragraph after each table and block; it is made so low that it takes no room.
_LOW = (w("spacing", before=0, after=0, line=20, lineRule="exact"), w("rPr", w("sz", val=2)))
NOTHING = w("p", w("pPr", *_LOW))
NEXT_PAGE = w("p", w("pPr", w("pageBreakBefore"), *_LOW))
"""Between two tables: the second begins a page."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks: its size in points, how it is aligned, its font; what stays free around it in mm.

    `align` is `start`, `center` or `end`.
    """

    size: float
    align: str = "center"
    font: str = FANGSONG
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0


_ALIGNED = {"start": "left", "center": "center", "end": "right"}


def run_style(style: Style, *, placeholder: bool = False) -> str:
    """Return the properties of a run (w:rPr)."""
    return w(
        "rPr",
        w("rStyle", val="PlaceholderText") if placeholder else "",
        w("rFonts", hint="eastAsia", ascii=LATIN, hAnsi=LATIN, eastAsia=style.font, cs=LATIN),
        w("sz", val=round(style.size * 2)),
        w("szCs", val=round(style.size * 2)),
    )


def run(text: str, style: Style, *, placeholder: bool = False) -> str:
    """Return a run of text."""
    return w("r", run_style(style, placeholder=placeholder), content(text))


def paragraph(style: Style, *runs: str, named: str = "", new_page: bool = False) -> str:
    """Return a paragraph of runs or inline controls; `named` is the paragraph style that programs of aid read."""
    side = twips(style.indent)
    return w(
        "p",
        w(
            "pPr",
            w("pStyle", val=named or f"{SIZED}{round(style.size * 2)}"),
            w("pageBreakBefore") if new_page else "",
            w("autoSpaceDE", val=0),
            w("autoSpaceDN", val=0),
            w("adjustRightInd", val=0),
            w("snapToGrid", val=0),
            _spacing(style),
            w("ind", left=side, right=side) if side else "",
            w("jc", val=_ALIGNED[style.align]),
            run_style(style),
        ),
        *runs,
    )


def _spacing(style: Style) -> str:
    return w(
        "spacing",
        before=twips(style.before),
        after=twips(style.after),
        line=round(style.size * LEADING * 20),
        lineRule="exact",
    )
