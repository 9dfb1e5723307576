"""The scan finds a private value in every encoding it decodes, and leaves lawful text alone."""

import html
import io
import json
import zipfile
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from pipeline import leaks
from pipeline.outputs import Output
from pipeline.public.guard import Guard, Withheld

MOBILE, NAME, MAIL = "13800000001", "欧阳例", "Wang@Example.com"
GUARD = Guard.over(
    (
        Withheld(MOBILE, "exact", "手机号", "content/a.yml"),
        Withheld(MAIL, "exact", "邮箱", "content/a.yml"),
        Withheld(NAME, "name", "姓名", "content/a.yml"),
    ),
    {"13912345678"},
)


def codes(path: str, data: bytes | str, guard: Guard = GUARD) -> set[str]:
    data = data.encode() if isinstance(data, str) else data
    return {each.code for each in leaks.scan([Output(path, data)], guard)}


def zipped(name: str, text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.html", f"<p>电话{MOBILE}转</p>"),
        ("a.html", "".join(f"&#{ord(each)};" for each in MOBILE)),
        ("a.html", f'<a href="tel:{quote(MOBILE)}">'),
        ("a.html", "".join(f"%{ord(each):02X}" for each in MOBILE)),
        ("a.json", "".join(f"\\u{ord(each):04x}" for each in MOBILE)),
        ("a.json", "\\ud800 " + "".join(f"\\u{ord(each):04x}" for each in MOBILE)),
        ("a.css", f"/* {MOBILE} */"),
        ("a.docx", zipped("word/document.xml", f"<w:t>{MOBILE}</w:t>")),
        ("a.zip", b""),
        ("a.png", b"\x89PNG\xff\xfe" + MOBILE.encode() + b"\xff"),
        ("a.html", MAIL.lower()),
        ("a.html", MAIL.upper()),
        ("a.html", html.escape(MAIL)),
        (f"attachments/{MOBILE}.zip", zipped(f"{MOBILE}.txt", "")),
    ],
)
def test_a_private_value_is_found(path: str, data: bytes | str) -> None:
    """An exact value is found whatever stands around it and however it is written."""
    if path == "a.zip":
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("inner.docx", zipped("x.xml", MOBILE))
        data = buffer.getvalue()
    assert "P501" in codes(path, data)


@pytest.mark.parametrize(
    "text",
    [
        f"<td>{NAME}</td>",
        f"<td>\n  {NAME}\n</td>",
        json.dumps({"x": NAME}),
        json.dumps({"x": NAME}, ensure_ascii=False),
        f'<p title="{NAME}">',
        f"a,{NAME},b\r\n",
        NAME,
        "".join(f"&#x{ord(each):x};" for each in NAME),
    ],
)
def test_a_name_standing_alone_is_found(text: str) -> None:
    """A withheld name is found as a cell, a value, an attribute, a field or a line."""
    assert codes("a.html", text) == {"P502"}


@pytest.mark.parametrize("text", [f"<td>{NAME}子</td>", f"小{NAME}", f"{NAME}1"])
def test_a_name_inside_a_longer_word_is_no_hit(text: str) -> None:
    """Two characters inside another word are chance, not a leak."""
    assert codes("a.html", text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请拨 13700000000。", {"P503"}),
        ("请拨 13912345678。", set()),
        ("a13700000000", set()),
        ("137000000001", set()),
        ("110101199003074610", {"P504"}),
        ("11010119900307461X", set()),
        ("sha256-13700000000abc", set()),
    ],
)
def test_undeclared_numbers_are_found(text: str, expected: set[str]) -> None:
    """A mobile or identity number that nothing declares public is found even if no file holds it."""
    assert codes("a.html", text) == expected


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.zip"])
def test_what_cannot_be_opened_is_not_published(name: str) -> None:
    """A file that pretends to be another cannot be searched, so it stops the build."""
    assert "P505" in codes(name, b"not what it says")


def test_what_a_pdf_says_of_itself_is_searched() -> None:
    """Who wrote it stands on no page of a PDF, and is found all the same."""
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(72, 72)
    writer.add_metadata({"/Author": NAME})
    writer.write(out)
    assert NAME.encode() not in out.getvalue()
    assert codes("a.pdf", out.getvalue()) == {"P502"}


def test_no_guard_no_hit() -> None:
    """Without withheld values ordinary text has no finding."""
    assert codes("a.html", "<p>公示</p>", Guard()) == set()


def test_messages_name_field_and_file_but_no_value() -> None:
    """A finding says where and what, never the value itself."""
    (found,) = leaks.scan([Output("x/index.html", MOBILE.encode())], Guard.over(GUARD.withheld, {MOBILE}))
    for lang in ("zh", "en"):
        said = found.message(lang) + found.hint(lang)
        assert MOBILE not in said
        assert "手机号" in said
        assert "content/a.yml" in said


@given(st.text(), st.text(), st.sampled_from(["plain", "entity", "percent", "json", "zip"]))
def test_an_exact_value_never_passes(before: str, after: str, way: str) -> None:
    """Wherever the value stands and however it is encoded, it is found."""
    value = MAIL
    encoded = {
        "plain": value,
        "entity": "".join(f"&#{ord(each)};" for each in value),
        "percent": quote(value),
        "json": json.dumps(value)[1:-1].replace("W", "\\u0057"),
        "zip": value,
    }[way]
    text = f"{before} {encoded} {after}".encode("utf-8", "replace")
    data = zipped("x", text.decode()) if way == "zip" else text
    assert "P501" in codes("a.zip" if way == "zip" else "a.html", data)


def test_a_value_with_quotation_marks_is_found_in_json() -> None:
    """A mark that JSON writes with a stroke before it hides nothing."""
    value = 'a\\b"c/d 示例大学'
    guard = Guard.over((Withheld(value, "exact", "备注", "content/a.yml"),))
    for text in (json.dumps([value]), json.dumps([value], ensure_ascii=False), json.dumps([value]).replace("/", "\\/")):
        assert codes("a.json", text, guard) == {"P501"}


def check_character(body: str) -> str:
    """Return the last character of an identity number by the recursion of ISO 7064, MOD 11-2, which has no weights."""
    rest = 0
    for digit in body:
        rest = (rest + int(digit)) * 2 % 11
    return "0123456789X"[(12 - rest) % 11]


@pytest.mark.parametrize("place", range(17))
def test_every_digit_counts_in_an_identity_number(place: int) -> None:
    """A number with the right check character is told, and one with any digit changed is not."""
    body = "41090019700101000"
    right = body[:place] + str(int(body[place]) + 1 if body[place] != "9" else 8) + body[place + 1 :]
    assert codes("a.html", right + check_character(right)) == {"P504"}
    assert codes("a.html", right + check_character(body)) == set()


def test_a_member_called_after_somebody_is_found() -> None:
    """What a file in a zip file is called is read too, whatever letters stand around it in the bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(f"材料/{NAME}", "x")
    assert codes("a.zip", buffer.getvalue()) == {"P502"}
