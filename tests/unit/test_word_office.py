"""The Word file of a form as LibreOffice sets it: pages, and what stands on them."""

from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from pipeline.paper import word
from pipeline.paper.sheet import Sheet
from tests.tools.office import Office
from tests.unit import word_sheets as sheets


def _full(sheet: Sheet) -> Sheet:
    """Return the sheet with its first row made so high that the table is as high as a form may be."""
    heights = [float(each.height.removesuffix("mm")) for each in sheet.layout.rows]
    first = replace(sheet.layout.rows[0], height=f"{heights[0] + 250 - sum(heights):g}mm")
    return replace(sheet, layout=replace(sheet.layout, rows=(first, *sheet.layout.rows[1:])), code=bytes(900))


def _pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return pages


def test_forms_are_one_page_with_every_label(soffice: Office, tmp_path: Path) -> None:
    """Blank and filled forms, and one as high as may be, are one page; all labels and values stand on it."""
    drawn = {
        "longdu": sheets.longdu(),
        "danwei": sheets.danwei(),
        "expert": sheets.expert(tmp_path / "content"),
        "filled": sheets.filled(),
        "full": _full(sheets.longdu()),
    }
    files = []
    for name, sheet in drawn.items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(word.to_docx(sheet))
    for path, sheet in zip(soffice.convert(files, "pdf", tmp_path), drawn.values(), strict=True):
        pages = _pages(path)
        assert len(pages) == 1, path.name
        cells = [cell for row in sheet.layout.rows for cell in row.cells]
        texts = [cell.text for cell in cells if cell.role == "label"] + [*sheet.texts.values(), sheet.title, sheet.mark]
        assert [each for each in texts if "".join(each.split()) not in pages[0]] == [], path.name


def test_a_long_text_flows_on(soffice: Office, tmp_path: Path) -> None:
    """A text of 2,000 characters stands whole on a further page, and nothing of it on the first."""
    sheet = sheets.filled()
    career = "\n".join(f"第{each:03}行，在示例大学科技处从事科技管理工作。" for each in range(90))
    path = tmp_path / "long.docx"
    path.write_bytes(word.to_docx(replace(sheet, texts={**sheet.texts, "工作简历": career})))
    first, *more = _pages(soffice.convert([path], "pdf", tmp_path)[0])
    assert (first.count("（接续页）"), first.count("从事科技管理工作")) == (1, 0)
    assert [f"第{each:03}行" for each in range(90) if f"第{each:03}行" not in "".join(more)] == []
