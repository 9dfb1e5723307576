"""One layout, three drawers: the form's table is the same in HTML, PDF and Word, cell by cell."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree, html
from pypdfium2 import raw

from pipeline.forms import Layout
from pipeline.paper import form_pdf, word
from pipeline.paper.sheet import Sheet
from pipeline.render.environment import environment, folders
from tests.unit import word_sheets
from tests.unit.word_sheets import W

PLACES = folders(word_sheets.ROOT, None)
# A stroke is half a millimetre wide, and Word counts in twentieths of a point.
NEAR = 0.35


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it was drawn: widths and heights in mm, and of each row its cells' (label, columns spanned)."""

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[tuple[str, int], ...], ...]


def mm(length: str) -> float:
    return float(length.removesuffix("mm"))


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def laid_out(layout: Layout) -> Grid:
    return Grid(
        tuple(map(mm, layout.columns)),
        tuple(mm(row.height) for row in layout.rows),
        tuple(
            tuple((plain(cell.text) if cell.role == "label" else "", cell.span) for cell in row.cells)
            for row in layout.rows
        ),
    )


def in_html(sheet: Sheet) -> Grid:
    """Read the table of the macro that the form's page draws, and its measures in the stylesheet."""
    templates = environment(PLACES)
    drawn = templates.get_template("blocks/form_grid.html").module
    table = html.fromstring(str(drawn.form_grid(sheet.layout, sheet.title)))  # type: ignore[attr-defined]
    style = templates.get_template("assets/form.css").render(layout=sheet.layout)
    rows = table.xpath("./tbody/tr")
    return Grid(
        tuple(map(mm, re.findall(r"col:nth-child\(\d+\) { width: (\S+); }", style))),
        tuple(map(mm, re.findall(r"tr:nth-child\(\d+\) { height: (\S+); }", style))),
        tuple(
            tuple(
                (plain(each.text_content()) if each.tag == "th" else "", int(each.get("colspan", 1)))
                for each in row.xpath("./th|./td")
            )
            for row in rows
        ),
    )


def in_word(sheet: Sheet) -> Grid:
    """Read the first table of the document that is no part of another."""
    table = next(
        each
        for each in word_sheets.body(word.to_docx(sheet)).iter(f"{W}tbl")
        if each.find(f".//{W}trHeight") is not None
    )
    return Grid(
        tuple(_twips(each.get(f"{W}w")) for each in table.findall(f"{W}tblGrid/{W}gridCol")),
        tuple(_twips(each.find(f"{W}trPr/{W}trHeight").get(f"{W}val")) for each in table.findall(f"{W}tr")),
        tuple(tuple(_word_cell(each, number) for number, each in _cells(row)) for row in table.findall(f"{W}tr")),
    )


def _cells(row: etree._Element) -> list[tuple[int, etree._Element]]:
    return list(enumerate(each for each in row.iter(f"{W}tc") if next(each.iterancestors(f"{W}tr")) is row))


def _word_cell(cell: etree._Element, number: int) -> tuple[str, int]:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return plain(word_sheets.words(cell)) if number % 2 == 0 else "", int(
        span.get(f"{W}val")
    ) if span is not None else 1


def _twips(value: str | None) -> float:
    return int(value or 0) / 1440 * 25.4


def in_pdf(sheet: Sheet) -> Grid:
    """Measure the rules on the page, and read what stands between them."""
    page = pypdfium2.PdfDocument(form_pdf.to_pdf([sheet], PLACES))[0]
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
    rules = [tuple(each / 72 * 25.4 for each in found.get_bounds()) for found in paths]
    widths = laid_out(sheet.layout).widths
    steps = [(210 - sum(widths)) / 2 + each for each in _steps(widths)]
    lying = {(low + high) / 2 for left, low, right, high in rules if high - low < 1 and right - left > sum(widths)}
    text = page.get_textpage()
    rows = [_pdf_row(text, rules, steps, top, bottom) for top, bottom in pairwise(sorted(lying, reverse=True))]
    found = sorted({round(edge, 1) for row in rows for _, *edges in row for edge in edges})
    return Grid(
        tuple(after - before for before, after in pairwise(found)),
        tuple(top - bottom for top, bottom in pairwise(sorted(lying, reverse=True))),
        tuple(tuple((label, _spanned(left, right, steps)) for label, left, right in row) for row in rows),
    )


def _pdf_row(
    text: pypdfium2.PdfTextPage, rules: list[tuple[float, ...]], steps: list[float], top: float, bottom: float
) -> list[tuple[str, float, float]]:
    """Return (label, left, right) of the cells between two lying rules; the rules of inner tables are no edges."""
    standing = {round((left + right) / 2, 1) for left, low, right, high in rules if low < bottom + 1 and high > top - 1}
    edges = sorted(each for each in standing if any(abs(each - step) < NEAR for step in steps))
    cells = []
    for number, (left, right) in enumerate(pairwise(edges)):
        points = (each / 25.4 * 72 for each in (left, bottom, right, top))
        cells.append((plain(text.get_text_bounded(*points)) if number % 2 == 0 else "", left, right))
    return cells


def _steps(widths: tuple[float, ...]) -> list[float]:
    return [sum(widths[:number]) for number in range(len(widths) + 1)]


def _spanned(x: float, y: float, steps: list[float]) -> int:
    near = [number for edge in (x, y) for number, each in enumerate(steps) if abs(each - edge) < NEAR]
    return near[-1] - near[0]


@pytest.fixture(params=["longdu", "danwei", "expert"])
def sheet(request: pytest.FixtureRequest, tmp_path: Path) -> Sheet:
    """Give each blank form in turn, without a code."""
    made = word_sheets.expert(tmp_path) if request.param == "expert" else getattr(word_sheets, request.param)()
    return Sheet(made.title, made.layout, made.programme, made.version)


@pytest.mark.parametrize("draw", [in_html, in_word, in_pdf])
def test_grid_is_that_of_the_layout(draw: object, sheet: Sheet) -> None:
    """Labels, spans, widths and heights are those of x-layout, whoever draws it."""
    drawn, expected = draw(sheet), laid_out(sheet.layout)  # type: ignore[operator]
    assert drawn.rows == expected.rows
    assert drawn.widths == pytest.approx(expected.widths, abs=NEAR)
    assert drawn.heights == pytest.approx(expected.heights, abs=NEAR)
