"""A scanned sheet gives back exactly what was filled in, or says why not."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfWriter

from pipeline import content
from pipeline.diagnostics import Location, finding
from pipeline.forms import Form
from pipeline.intake import pictures
from pipeline.intake.scan import read_scan
from pipeline.intake.types import Certainty, Found, Read, Reading
from pipeline.paper import payload
from pipeline.paper.payload import Payload
from tests import samples
from tests.tools import scanner

VALUES = {
    "类别": "A",
    "姓名": "䶮示例",
    "所在单位": "示例大学",
    "手机号": "13800000001",
    "工作简历": "2010.07—2015.06  示例大学化学系教师\n2015.07—2020.11  示例大学科研处副处长",
}
PLACE = Location("a.pdf")
SLIP = (110, 80)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    """Give the form of the sample programme."""
    site, _ = content.load(samples.write(tmp_path_factory.mktemp("root")))
    return site.programmes[0].form


def code(form: Form, values: object = None, version: str = "") -> bytes:
    """Return the code of a filled-in sheet."""
    said = VALUES if values is None else values
    return payload.encode(Payload("shili", version or form.version, said), payload.carried(form))  # type: ignore[arg-type]


def sheet(data: bytes) -> Image.Image:
    """Return a small sheet with the code: what is tried here does not depend on its size."""
    return scanner.sheet(data, paper=SLIP)


def picture(data: bytes) -> bytes:
    """Return a clean scan of a sheet with the code, as JPEG."""
    return scanner.scan(sheet(data), scanner.CLEAN)


def blank() -> bytes:
    """Return a scan without any code."""
    return scanner.scan(Image.new("L", (500, 500), 255), scanner.CLEAN)


def read(data: bytes, form: Form, suffix: str = ".pdf") -> Found:
    """Read the file as a scan that came back."""
    return read_scan(data, suffix, {"shili": form}, PLACE.path)


def expected(form: Form, where: str) -> Reading:
    """Return the reading of VALUES."""
    reads = tuple(Read(name, VALUES[name], where, Certainty.SURE) for name in payload.carried(form) if name in VALUES)
    return Reading(reads, "shili", form.version)


@pytest.mark.parametrize("suffix", [".jpg", ".JPEG", ".png"])
def test_picture_gives_the_fields(form: Form, suffix: str) -> None:
    """Every field comes back, sure, and with the place where it stood."""
    data = picture(code(form))
    if suffix == ".png":
        out = io.BytesIO()
        Image.open(io.BytesIO(data)).save(out, "PNG")
        data = out.getvalue()
    assert read(data, form, suffix) == Found((expected(form, "二维码"),))


def test_pages_give_a_form_each(form: Form) -> None:
    """Two sheets in one file are two readings; a page without a code is told, the same sheet twice is one."""
    other = code(form, {**VALUES, "姓名": "李示例"})
    data = scanner.pdf(picture(code(form)), blank(), picture(other), picture(code(form)))
    found = read(data, form)
    assert found.readings[0] == expected(form, "第 1 页二维码")
    assert [each.reads[1].text for each in found.readings] == ["䶮示例", "李示例"]
    assert found.findings == (finding("X964", PLACE, pages="2"),)


def test_two_sheets_on_one_page(form: Form) -> None:
    """A photograph of two sheets side by side gives both."""
    left, right = sheet(code(form)), sheet(code(form, {**VALUES, "姓名": "李示例"}))
    page = Image.new("L", (left.width * 2, left.height), 255)
    page.paste(left, (0, 0))
    page.paste(right, (left.width, 0))
    found = read(scanner.scan(page, scanner.CLEAN), form, ".jpg")
    assert sorted(each.reads[1].text for each in found.readings) == ["䶮示例", "李示例"]


def test_worn_scan_gives_the_fields(form: Form) -> None:
    """Askew, soft, grainy, written on and stamped: the fields are the same."""
    data = scanner.scan(scanner.sheet(code(form)), scanner.worn(1, marks=True), seed=1)
    assert read(data, form, ".jpg") == Found((expected(form, "二维码"),))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_scan_gives_the_fields(form: Form, turn: int) -> None:
    """Whichever way the sheet was laid in."""
    page = sheet(code(form)).rotate(turn, expand=True)
    assert read(scanner.scan(page, scanner.CLEAN), form, ".jpg") == Found((expected(form, "二维码"),))


def test_sheet_without_a_code(form: Form) -> None:
    """A sheet that was written by hand must be typed."""
    assert read(blank(), form, ".jpg") == Found(findings=(finding("X958", PLACE),))


def test_code_of_a_blank_sheet_is_no_form(form: Form) -> None:
    """The address in the corner of the blank sheet holds no values; the same goes for a damaged code."""
    for data in (b"https://gongshi.example/shili/form/", code(form)[:-1]):
        assert read(picture(data), form, ".jpg") == Found(findings=(finding("X959", PLACE),))


def test_code_beside_the_address(form: Form) -> None:
    """The address does not keep the reader from the values."""
    left, right = sheet(b"https://gongshi.example/shili/form/"), sheet(code(form))
    page = Image.new("L", (left.width * 2, left.height), 255)
    page.paste(left, (0, 0))
    page.paste(right, (left.width, 0))
    assert read(scanner.scan(page, scanner.CLEAN), form, ".jpg").readings == (expected(form, "二维码"),)


def test_other_version_is_left_over(form: Form) -> None:
    """Values of another version are kept, in no field."""
    found = read(picture(code(form, {"姓名": "王示例", "职务": "主任"}, "ffffffff")), form, ".jpg")
    kept = (("王示例", "二维码第 2 项"), ("主任", "二维码第 4 项"))
    assert found == Found((Reading((), "shili", "ffffffff", kept),), (finding("X965", PLACE),))


def test_other_programme_is_left_over(form: Form) -> None:
    """So are those of a programme that nobody has."""
    found = read_scan(picture(code(form)), ".jpg", {"erci": form}, PLACE.path)
    assert (len(found.readings[0].leftover), found.findings) == (len(VALUES), (finding("X965", PLACE),))


def test_what_the_code_has_no_room_for_is_told(form: Form) -> None:
    """A CV that was left out is named."""
    cv = "".join(chr(0x4E00 + (number * 7919) % 20000) for number in range(1500))
    found = read(picture(code(form, {**VALUES, "工作简历": cv})), form, ".jpg")
    assert found.findings == (finding("X963", PLACE, fields="工作简历"),)
    assert len(found.readings[0].reads) == len(VALUES) - 1


def test_values_of_any_shape_become_texts(form: Form) -> None:
    """Yes and no, numbers, lists and sub-tables are read part by part."""
    said = {"职务": True, "邮箱": 3, "所在单位": ["甲", "乙"], "工作简历": [{"起止": "2010", "单位": "示例大学"}]}
    found = read(picture(code(form, said)), form, ".jpg")
    assert [(each.field, each.part, each.text) for each in found.readings[0].reads] == [
        ("所在单位", (0,), "甲"),
        ("所在单位", (1,), "乙"),
        ("职务", (), "是"),
        ("邮箱", (), "3"),
        ("工作简历", (0, "起止"), "2010"),
        ("工作简历", (0, "单位"), "示例大学"),
    ]


def locked() -> bytes:
    """Return a PDF with a password."""
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret")
    writer.write(out)
    return out.getvalue()


BROKEN = (
    (".pdf", b"", "X960"),
    (".pdf", b"%PDF-1.7\n", "X960"),
    (".pdf", b"\x89PNG\r\n", "X960"),
    (".pdf", locked(), "X961"),
    (".png", b"", "X960"),
    (".png", b"\x89PNG\r\n\x1a\n", "X960"),
    (".jpg", b"\xff\xd8\xff\xe0" + b"\0" * 50, "X960"),
    (".jpg", b"GIF89a", "X960"),
)


@pytest.mark.parametrize(("suffix", "data", "code"), BROKEN)
def test_broken_file_is_a_finding(form: Form, suffix: str, data: bytes, code: str) -> None:
    """What cannot be opened is told, and nothing is raised."""
    assert read(data, form, suffix) == Found(findings=(finding(code, PLACE),))


def test_half_a_picture_is_a_finding(form: Form) -> None:
    """So is a picture whose end is missing."""
    data = picture(code(form))
    assert read(data[: len(data) // 2], form, ".jpg") == Found(findings=(finding("X960", PLACE),))


@pytest.mark.parametrize("side", [8_000, 10_000, 14_000])
def test_picture_that_swells_is_not_opened(form: Form, side: int) -> None:
    """A small file of a vast picture is refused before it is unpacked."""
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    assert [each.code for each in read(out.getvalue(), form, ".png").findings] == ["X962", "X958"]


def test_pages_beyond_the_limit_are_told(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with pages without end is read up to a point."""
    monkeypatch.setattr(pictures, "_MOST_PAGES", 1)
    found = read(scanner.pdf(picture(code(form)), blank()), form)
    assert found == Found((expected(form, "第 1 页二维码"),), (finding("X962", PLACE, what="页数", most="1 页"),))


def test_page_of_any_size_is_drawn_in_bounds(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF whose page is as large as a field does not fill the memory."""
    monkeypatch.setattr(pictures, "_MOST_OF_PAGE", 1_000_000)
    drawn: list[int] = []
    draw = pictures._drawn

    def measured(document: object, number: int) -> Image.Image:
        picture = draw(document, number)
        drawn.append(picture.width * picture.height)
        return picture

    monkeypatch.setattr(pictures, "_drawn", measured)
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(14_400, 14_400)
    writer.write(out)
    assert read(out.getvalue(), form) == Found(findings=(finding("X958", PLACE),))
    assert drawn == [1_000_000]


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=40)


@settings(max_examples=3)
@given(st.dictionaries(st.sampled_from(["姓名", "职务", "邮箱", "工作简历"]), TEXTS, min_size=1), st.integers(0, 99))
def test_any_values_survive_paper(form: Form, values: dict[str, str], seed: int) -> None:
    """Whatever is filled in comes back from a scan as offices make them."""
    data = scanner.scan(sheet(code(form, values)), scanner.worn(seed), seed)
    found = read(data, form, ".jpg")
    assert [{each.field: each.text for each in reading.reads} for reading in found.readings] == [values]
    assert replace(found, readings=()) == Found()
