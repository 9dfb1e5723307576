"""Word files that were made to do harm, and that were made by accident."""

import io
import zipfile
from collections.abc import Callable

from tests import forms_docx as d
from tests.forms_docx import MAIN, TYPES, X, docx, p, pack, table
from tests.hostile.returned import returned

PERSON = table(["姓名", "王示例"], ["手机号", "13800000001"])
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OUTSIDE = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r9" Type="{_RELATED}/attachedTemplate" Target="http://127.0.0.1:9/a" TargetMode="External"/>'
    f'<Relationship Id="r8" Type="{_RELATED}/image" Target="file:///etc/hostname" TargetMode="External"/>'
    f'<Relationship Id="r7" Type="{_RELATED}/image" Target="../../../../etc/hostname"/></Relationships>'
)
_LAUGHS = (
    "<!DOCTYPE a ["
    + "<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '&a{n - 1};&a{n - 1};'>" for n in range(1, 30))
    + "]>"
)

ATTRIBUTES = " ".join(f"a{number}=''" for number in range(90_000))


def bare(text: str | bytes, **more: str | bytes) -> bytes:
    """Return a package with this main part."""
    types = TYPES.format(part="word/document.xml", kind=MAIN)
    return pack({"[Content_Types].xml": types, "word/document.xml": text, **more})


def declared(encoding: str, codec: str, before: str = "") -> bytes:
    """Return a file whose main part is written, and says that it is written, in another encoding."""
    text = d.document(PERSON).split("?>", 1)[-1]
    return bare(f'<?xml version="1.0" encoding="{encoding}"?>{before}{text}'.encode(codec, "xmlcharrefreplace"))


def packed(names: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a good file with more parts, packed tight."""
    out = io.BytesIO(docx(PERSON))
    with zipfile.ZipFile(out, "a", method) as package:
        for name, data in names.items():
            package.writestr(name, data)
    return out.getvalue()


def cut(at: float) -> bytes:
    """Return the beginning of a good file."""
    data = docx(PERSON)
    return data[: int(len(data) * at)]


def changed(offset: int, value: int, *, central: bool) -> bytes:
    """Return a good file of which one byte of a header is another."""
    data = bytearray(docx(PERSON))
    data[(data.index(b"PK\x01\x02") if central else 0) + offset] = value
    return bytes(data)


def nested(tag: str, times: int) -> bytes:
    """Return a file with elements in elements."""
    return docx(X(f"<w:{tag}>" * times + f"</w:{tag}>" * times), PERSON)


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a good one": (lambda: docx(PERSON), "read"),
    "cut to a tenth": (lambda: cut(0.1), "X943"),
    "cut by its last byte": (lambda: docx(PERSON)[:-1], "X943"),
    "with bytes before": (lambda: bytes(9) + docx(PERSON), "X943"),
    "with bytes after": (lambda: docx(PERSON) + bytes(1000), "read"),
    "of another method": (lambda: changed(10, 99, central=True), "X943"),
    "of another length": (lambda: changed(24, 1, central=True), "X943"),
    "of another sum": (lambda: changed(16, 1, central=True), "X943"),
    "that begins elsewhere": (lambda: changed(42, 99, central=True), "X943"),
    "that begins nowhere": (lambda: changed(45, 0x7F, central=True), "X943"),
    "a zip in a zip": (lambda: packed({"word/embeddings/a.zip": packed({})}), "read"),
    "a bomb of blanks": (lambda: packed({"word/a.xml": b" " * 60_000_000}), "X944"),
    "a bomb of pictures": (lambda: packed({f"word/media/{n}.png": bytes(30_000_000) for n in range(7)}), "X944"),
    "many small bombs": (lambda: packed({f"word/{n}.xml": b" " * 1_000_000 for n in range(100)}), "X944"),
    "packed by lzma": (lambda: packed({"word/a.xml": b" " * 20_000_000}, method=zipfile.ZIP_LZMA), "X944"),
    "packed by bzip2": (lambda: packed({"word/a.xml": b" " * 20_000_000}, method=zipfile.ZIP_BZIP2), "X944"),
    "names that lead out": (lambda: packed({"../../gongshi-was-here": b"x", "/tmp/gongshi-was-here": b"x"}), "read"),
    "names of devices": (lambda: packed({"con": b"x", "word/nul.xml": b"<a/>", "a\\b:c": b"x"}), "read"),
    "one name twice": (lambda: packed({"word/document.xml ": b"<a/>"}), "read"),
    "outside links": (lambda: docx(PERSON, **{"word/_rels/document.xml.rels": _OUTSIDE}), "read"),
    "an outside field": (
        lambda: docx(d.formula(' INCLUDETEXT "file:///etc/hostname" '), d.formula(' DDEAUTO c:\\\\cmd "/k" '), PERSON),
        "read",
    ),
    "an outside part": (lambda: docx(X('<w:altChunk r:id="r9"/><w:subDoc r:id="r9"/>'), PERSON), "read"),
    "an object inside": (lambda: packed({"word/embeddings/oleObject1.bin": b"MZ" + bytes(5000)}), "read"),
    "macros of another case": (lambda: packed({"word/VBAPROJECT.BIN": b"x"}), "X944"),
    "macros elsewhere": (lambda: packed({"a/b/vbaProject.bin": b"x"}), "X944"),
    "laughs": (lambda: declared("UTF-8", "utf-8", _LAUGHS), "X944"),
    "laughs in UTF-16": (lambda: declared("UTF-16", "utf-16", _LAUGHS), "X944"),
    "laughs in UTF-32": (lambda: declared("UTF-32", "utf-32", _LAUGHS), "X944"),
    "laughs in EBCDIC": (lambda: declared("IBM037", "cp037", _LAUGHS), "X943"),
    "laughs in UTF-7": (lambda: declared("UTF-7", "utf-7", _LAUGHS), "X944"),
    "an outside entity in EBCDIC": (
        lambda: declared("IBM037", "cp037", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'),
        "X943",
    ),
    "written in UTF-16": (lambda: declared("UTF-16", "utf-16"), "read"),
    "written in Latin-1": (lambda: declared("ISO-8859-1", "latin-1"), "read"),
    "of no known encoding": (lambda: declared("made-up", "utf-8"), "X944"),
    "that says another encoding": (lambda: declared("UTF-16", "utf-8"), "X943"),
    "deep elements": (lambda: nested("smartTag", 300), "X951"),
    "deep tables": (lambda: nested("tbl", 100), "read"),
    "a very long word": (lambda: docx(table(["姓名", "王" * 3_000_000])), "X944"),
    "a long word": (lambda: docx(table(["姓名", "王" * 200_000])), "read"),
    "a tall stack of marks": (lambda: docx(table(["姓名", "e" + "\u0301" * 100_000])), "read"),
    "many empty lines": (lambda: docx(*[p("")] * 30_000, PERSON), "X944"),
    "many runs": (lambda: docx(table(["姓名", p(*["王"] * 30_000)])), "X944"),
    "many boxes": (lambda: docx(table(["类别", p(*[d.checkbox(ticked=True)] * 3_000)])), "read"),
    "many headings": (lambda: docx(*[p("姓名：王示例")] * 5_000), "read"),
    "many forms": (lambda: docx(*[PERSON, p("")] * 800), "read"),
    "many colons": (lambda: docx(p("：" * 50_000), PERSON), "read"),
    "many blanks": (lambda: docx(p(" " * 300_000 + "x"), PERSON), "read"),
    "many attributes": (
        lambda: bare(d.document(PERSON).replace("<w:body", f"<w:body {ATTRIBUTES}", 1)),
        "read",
    ),
    "a control character": (lambda: bare(d.document(table(["姓名", "王示例"])).replace("王", "&#1;")), "X943"),
    "half a character": (lambda: bare(d.document(table(["姓名", "王示例"])).replace("王", "&#xD800;")), "X943"),
    "a mark that turns": (lambda: docx(table(["姓名", "王\u202e示例"])), "read"),
    "a formula": (lambda: docx(table(["姓名", "=cmd|' /C calc'!A0"])), "read"),
    "a template": (lambda: docx(table(["姓名", "{{ 7 * 7 }}${7*7}{% x %}"])), "read"),
    "a script": (lambda: docx(table(["姓名", "<script>alert(1)</script>"])), "read"),
    "YAML": (lambda: docx(table(["姓名", "王\n公开: 是\n- !!python/object:os.system x\n---\n"])), "read"),
}
CASES = {name: returned("a.docx", make, expected) for name, (make, expected) in FILES.items()}
