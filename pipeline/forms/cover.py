"""封面 of x-layout: the page before the table, with the title, a few lines to write on and the office that made it.

In: the form document, the fields' titles. Out: a Cover, findings (S210, S331, S337). Must not know HTML, PDF or Word.
"""

from collections.abc import Iterator, Mapping

from pipeline.diagnostics import Diagnostic, finding
from pipeline.documents import Document
from pipeline.forms.layout import items, section
from pipeline.forms.types import Cover, CoverLine
from pipeline.forms.words import some

MOST_LINES = 10
_COVER, _LINES, _FOOT = "封面", "栏目", "落款"


def cover(document: Document, titles: Mapping[str, str]) -> Cover | None:
    """Return the cover, None where the form has none; the document must have passed `check`.

    `titles`: the fields' titles by name. A line that is called as a field says what its candidate wrote there.
    """
    part = section(section(document.values.get("x-layout")).get(_COVER))
    if not part:
        return None
    lines = tuple(CoverLine(each if each in titles else "", titles.get(each, each)) for each in items(part[_LINES]))
    return Cover(lines, part.get(_FOOT, ""))


def check(document: Document) -> Iterator[Diagnostic]:
    """Yield what is wrong with 封面: keys that are not known, lines that are no texts or too many."""
    layout = section(document.values.get("x-layout"))
    if _COVER not in layout:
        return
    here, part = ("x-layout", _COVER), section(layout[_COVER])
    for key in part:
        if key not in (_LINES, _FOOT):
            yield finding("S210", document.at_key(*here, key), known=some((_LINES, _FOOT)))
    lines = items(part.get(_LINES))
    if not 0 < len(lines) <= MOST_LINES or not all(map(_is_text, lines)):
        yield finding("S337", document.at(*here, _LINES), most=MOST_LINES)
    if _FOOT in part and not _is_text(part[_FOOT]):
        yield finding("S331", document.at(*here, _FOOT), key=_FOOT)


def _is_text(part: object) -> bool:
    return isinstance(part, str) and bool(part.strip()) and "\n" not in part.strip("\n")
