"""Content controls: the places of a Word file that are filled in, each with its tag.

In: a tag, the printed label, what stands there. Out: XML. What Word calls a placeholder is blanks here, so that a form
that nobody filled in prints as a blank one. Must not know forms.
"""

from collections.abc import Sequence
from hashlib import blake2b
from zlib import crc32

from pipeline.paper.word_text import Style, paragraph, run, run_style
from pipeline.paper.word_xml import element, w

CONTINUED = "（接续页）"
BLANK = "\u3000" * 4
LONGEST_TAG = 64
_DIGEST = 8
_TICKED, _OPEN, _BOXES = "2611", "2610", "Segoe UI Symbol"


def cut_tag(tag: str) -> str:
    """Return the tag as the file has it: one of more than 64 characters ends with `~` and eight of digest."""
    if len(tag) <= LONGEST_TAG:
        return tag
    digest = blake2b(tag.encode("utf-8", "surrogatepass"), digest_size=_DIGEST // 2).hexdigest()
    return f"{tag[: LONGEST_TAG - _DIGEST - 1]}~{digest}"


def line(tag: str, label: str, text: str, style: Style, blank: str = BLANK) -> str:
    """Return a control for one line of plain text, to stand in a paragraph."""
    inner = run(text or blank, style, placeholder=not text)
    return _control((tag, label), style, w("text"), inner, empty=not text)


def block(tag: str, label: str, text: str, style: Style) -> str:
    """Return a control for several lines, a paragraph each, to stand where paragraphs do."""
    lines: Sequence[str] = text.split("\n") if text else (BLANK,)
    inner = "".join(paragraph(style, run(each, style, placeholder=not text) if each else "") for each in lines)
    return _control((tag, label), style, w("richText"), inner, empty=not text)


def box(tag: str, label: str, style: Style, *, ticked: bool) -> str:
    """Return a box to tick."""
    kind = element(
        "w14:checkbox",
        {},
        element("w14:checked", {"w14:val": int(ticked)}),
        element("w14:checkedState", {"w14:val": _TICKED, "w14:font": _BOXES}),
        element("w14:uncheckedState", {"w14:val": _OPEN, "w14:font": _BOXES}),
    )
    sign = chr(int(_TICKED if ticked else _OPEN, 16))
    fonts = w("rFonts", hint="eastAsia", ascii=_BOXES, hAnsi=_BOXES, eastAsia=_BOXES, cs=_BOXES)
    size = round(style.size * 2)
    inner = w("r", w("rPr", fonts, w("sz", val=size), w("szCs", val=size)), w("t", sign))
    return _control((tag, label), style, kind, inner)


def picture(tag: str, label: str, style: Style, drawing: str) -> str:
    """Return a control with a picture, or one that a picture can be put into where `drawing` is empty."""
    kind = w("picture") if drawing else w("richText")
    inner = w("r", drawing) if drawing else run(BLANK, style, placeholder=True)
    return _control((tag, label), style, kind, inner, empty=not drawing)


def _control(names: tuple[str, str], style: Style, kind: str, inner: str, *, empty: bool = False) -> str:
    tag, label = names
    properties = w(
        "sdtPr",
        run_style(style),
        w("alias", val=cut_tag(label)),
        w("tag", val=cut_tag(tag)),
        w("id", val=crc32(tag.encode("utf-8", "surrogatepass")) >> 1 | 1),
        w("lock", val="sdtLocked"),
        w("showingPlcHdr") if empty else "",
        kind,
    )
    return w("sdt", properties, w("sdtContent", inner))
