"""Files that are broken, hostile or nothing of ours: each is a finding, none ends the reading of the others."""

import io
import zipfile
from collections.abc import Callable

import pytest

from tests import forms_docx as d
from tests.forms_docx import MAIN, TYPES, X, c, docx, p, pack, r, table
from tests.unit.word_readings import longdu, read, values

FINE = docx(table(["姓名", "王示例"]))
ENTITIES = '<!DOCTYPE a [<!ENTITY b "王示例"><!ENTITY c SYSTEM "file:///etc/hostname">]>'


def bare(text: str, **more: str | bytes) -> bytes:
    return pack(
        {"[Content_Types].xml": TYPES.format(part="word/document.xml", kind=MAIN), "word/document.xml": text, **more}
    )


def deep() -> bytes:
    inner = p("王示例")
    for _ in range(120):
        inner = X(table([c(inner)]) + p(""))
    return docx(inner)


def locked() -> bytes:
    data = bytearray(FINE)
    with zipfile.ZipFile(io.BytesIO(FINE)) as package:
        first = package.infolist()[0].header_offset
    data[first + 6] |= 1
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    return bytes(data)


HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("nothing", bytes, "X943"),
    ("a text", lambda: bytes("姓名：王示例", "utf-8"), "X943"),
    ("cut short", lambda: FINE[: len(FINE) // 2], "X943"),
    ("a package of something else", lambda: pack({"a.txt": "王示例"}), "X940"),
    ("macros", lambda: docx(p("a"), **{"word/vbaProject.bin": "a"}), "X944"),
    ("macros by kind", lambda: docx(p("a"), kind="application/vnd.ms-word.document.macroEnabled.main+xml"), "X944"),
    ("entities", lambda: bare(d.document(p("a")).replace("<w:document", f"{ENTITIES}<w:document", 1)), "X944"),
    ("a bomb", lambda: docx(p("a"), **{"word/media.xml": "<a>" + " " * 50_000_000 + "</a>"}), "X944"),
    ("locked", locked, "X942"),
    ("no document", lambda: pack({"[Content_Types].xml": TYPES.format(part="word/document.xml", kind=MAIN)}), "X950"),
    ("no body", lambda: bare("<a/>"), "X950"),
    (
        "a spreadsheet",
        lambda: docx(p("a"), kind=MAIN.replace("wordprocessingml.document", "spreadsheetml.sheet")),
        "X950",
    ),
    ("too deep", deep, "X951"),
    ("too long", lambda: docx(*[p(f"{each} 王示例在示例大学") for each in range(250_000)]), "X951"),
    ("too many cells", lambda: docx(table(*[["姓名"] * 60 for _ in range(100)])), "X951"),
    ("no XML", lambda: bare("<w:document"), "X943"),
    ("nothing of the form", lambda: docx(p("会议纪要"), table(["议题", "无"])), "X948"),
    ("a blank form", lambda: docx(table(["姓名", ""], ["类别", "□A类 □B类"])), "X948"),
]


@pytest.mark.parametrize(("make", "code"), [each[1:] for each in HOSTILE], ids=[each[0] for each in HOSTILE])
def test_a_file_that_cannot_be_read_is_a_finding(make: Callable[[], bytes], code: str) -> None:
    """Whatever a file is, the reader says what is wrong with it and gives no reading."""
    found = read(make(), longdu())
    assert [each.code for each in found.findings] == [code]
    assert found.readings == ()


def test_odd_numbers_do_no_harm() -> None:
    """Joins, shifts and symbols with numbers beyond reason or no numbers at all are read as far as they make sense."""
    odd = X(
        '<w:r><w:sym w:font="Wingdings" w:char="zz"/><w:sym w:char="110000"/><w:fldChar w:fldCharType="end"/></w:r>'
    )
    shifted = '<w:gridBefore w:val="999999999999"/>'
    data = docx(
        table(
            d.row(c("姓名", props='<w:gridSpan w:val="999999999"/>'), c(p(odd, "王示例"), merge="on")),
            d.row("手机号", "13800000001", props=shifted),
        )
    )
    assert values(read(data, longdu())) == {"姓名": "王示例", "手机号": "13800000001"}


def test_a_strict_file_is_read_like_any_other() -> None:
    """“Strict Open XML” has other names for the same elements; the main part may have any name."""
    text = d.document(table(["姓名", p("王", d.checkbox(ticked=False, shown=" "), r("示例"))]))
    strict = text.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = pack(
        {"[Content_Types].xml": TYPES.format(part="word/document2.xml", kind=MAIN), "word/document2.xml": strict}
    )
    assert values(read(data, longdu())) == {"姓名": "王☐示例"}
