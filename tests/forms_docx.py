"""Word files as people send them, made of XML by hand: a builder for shapes that our own writer never makes.

`docx(*blocks)` gives the bytes. A block is made by `p`, `table`, `textbox` and so on; a cell is a text, a cell made by
`c`, or a block.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from pipeline.paper.word_xml import SPACES

WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
VML = "urn:schemas-microsoft-com:vml"
NAMES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in {**SPACES, "wps": WPS, "m": MATH, "v": VML}.items())
WIDTH = 2000
SPAN = '<w:tcW [^>]*>(?:<w:gridSpan w:val="([0-9]+)"/>)?'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/{part}" ContentType="{kind}"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="{part}"/></Relationships>'
)


class X(str):
    """A piece of XML, to be told from a text."""

    __slots__ = ()


Part = str | X
CellLike = str | X


def r(text: str, props: str = "") -> X:
    """Return a run; line feeds and tabs are breaks and tabs of Word."""
    inner = escape(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return X(f'<w:r>{f"<w:rPr>{props}</w:rPr>" if props else ""}<w:t xml:space="preserve">{inner}</w:t></w:r>')


def p(*parts: Part) -> X:
    """Return a paragraph of texts and runs."""
    return X(f"<w:p>{''.join(each if isinstance(each, X) else r(each) for each in parts)}</w:p>")


def lines(text: str) -> X:
    """Return a paragraph for each line."""
    return X("".join(p(each) for each in text.split("\n")))


def blocks(content: CellLike) -> X:
    """Return the content of a cell: XML of blocks as it is, a text as paragraphs."""
    if isinstance(content, X):
        return content if content.startswith(("<w:p>", "<w:tbl>", "<w:sdt>", "<mc:")) else p(content)
    return lines(content)


def c(content: CellLike = "", span: int = 1, merge: str = "", props: str = "") -> X:
    """Return a cell. `merge`: `restart` and `on` join cells downwards."""
    said = f'<w:tcW w:w="{span * WIDTH}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
    said += {"restart": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>", "": ""}[merge] + props
    return X(f"<w:tc><w:tcPr>{said}</w:tcPr>{blocks(content)}</w:tc>")


def row(*cells: CellLike, props: str = "") -> X:
    """Return a row; what is no cell becomes one."""
    made = (each if isinstance(each, X) and each.startswith(("<w:tc>", "<w:sdt>")) else c(each) for each in cells)
    return X(f"<w:tr>{f'<w:trPr>{props}</w:trPr>' if props else ''}{''.join(made)}</w:tr>")


def table(*rows: Sequence[CellLike] | X) -> X:
    """Return a table of rows; LibreOffice wants to be told how many columns there are."""
    made = [each if isinstance(each, X) else row(*each) for each in rows]
    spans = (sum(int(span or 1) for span in re.findall(SPAN, each)) for each in made if "<w:tbl>" not in each)
    grid = f'<w:gridCol w:w="{WIDTH}"/>' * min(max(spans, default=1), 60)
    return X(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>")


def sym(char: str, font: str = "Wingdings 2") -> X:
    """Return a symbol of a font."""
    return X(f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>')


def struck(text: str) -> X:
    """Return a run that is struck out."""
    return r(text, "<w:strike/>")


def checkbox(*, ticked: bool, shown: str = "") -> X:
    """Return a box of Word 2010."""
    sign = shown or ("☒" if ticked else "☐")
    return X(
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{r(sign)}</w:sdtContent></w:sdt>"
    )


def old_box(*, ticked: bool, by_default: bool = False) -> X:
    """Return a box of older forms."""
    said = f'<w:default w:val="{int(ticked)}"/>' if by_default else f'<w:default w:val="0"/>{"<w:checked/>" * ticked}'
    return X(
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{said}</w:checkBox></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def formula(instruction: str) -> X:
    """Return a field without a result."""
    return X(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def sdt(inner: X, alias: str = "", tag: str = "", *, prompts: bool = False) -> X:
    """Return a content control around anything."""
    said = f'<w:alias w:val="{alias}"/>' * bool(alias) + f'<w:tag w:val="{tag}"/>' * bool(tag)
    return X(
        f"<w:sdt><w:sdtPr>{said}{'<w:showingPlcHdr/>' * prompts}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def textbox(*inner: X) -> X:
    """Return a paragraph with a text box, written twice as Word does."""
    content = f"<w:txbxContent>{''.join(inner)}</w:txbxContent>"
    return X(
        "<w:p><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def ins(inner: X) -> X:
    """Return an insertion with its change tracked."""
    return X(f'<w:ins w:id="1" w:author="a">{inner}</w:ins>')


def gone(text: str) -> X:
    """Return a deletion with its change tracked."""
    return X(f'<w:del w:id="2" w:author="a"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>')


def document(*body: X) -> str:
    """Return the main part."""
    said = f"<w:body>{''.join(body)}<w:p/><w:sectPr/></w:body>"
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMES}>{said}</w:document>'


def pack(members: dict[str, str | bytes]) -> bytes:
    """Return a package of these members."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return packed.getvalue()


def docx(*body: X, part: str = "word/document.xml", kind: str = MAIN, **more: str) -> bytes:
    """Return a Word file."""
    beside = {"[Content_Types].xml": TYPES.format(part=part, kind=kind), "_rels/.rels": RELATIONS.format(part=part)}
    return pack({**beside, part: document(*body), **more})
