"""QR codes: what they hold, and that the short way gives what the encoder gives."""

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pipeline.paper import qr
from tests.unit import code_reader

PRINTABLE = st.characters(min_codepoint=0x20, max_codepoint=0x7E)
ADDRESS = "https://gongshi.example/longdu-2020/certificate/KCLD-2020-A001/"


# So many bytes fill a code of level M to the last bit; where some are left, segno fills them otherwise than it should.
FULL = (14, 26, 42, 62, 84, 106)


def by_segno(text: str) -> tuple[int, ...]:
    code = segno.make_qr(text, error="m", mode="byte", boost_error=False, mask=2)
    return tuple(int("".join(map(str, row)), 2) for row in code.matrix)


def by_zxing(text: str) -> tuple[int, ...]:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=2)
    picture = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    rows = [[picture.getpixel((across, down)) for across in range(picture.width)] for down in range(picture.height)]
    return tuple(int("".join("0" if dot else "1" for dot in row), 2) for row in rows)


def some(lengths: st.SearchStrategy[int], characters: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return lengths.flatmap(lambda size: st.lists(st.text(characters, min_size=size, max_size=size), max_size=3))


def picture(rows: tuple[int, ...]) -> Image.Image:
    side = len(rows) + 8
    drawn = Image.new("L", (side, side), 255)
    for down, row in enumerate(rows):
        for across in range(len(rows)):
            if row >> (len(rows) - 1 - across) & 1:
                drawn.putpixel((across + 4, down + 4), 0)
    return drawn.resize((side * 4, side * 4), Image.Resampling.NEAREST)


@given(some(st.sampled_from(FULL), PRINTABLE))
def test_modules_are_those_of_another_encoder(texts: list[str]) -> None:
    """Of many texts of one length, in any order, each has the modules that an encoder gives it that writes bytes."""
    assert [qr.modules(each) for each in texts] == [by_segno(each) for each in texts]


@given(some(st.integers(1, 60), st.sampled_from("abcxyz(~|_?#&=")))
def test_modules_are_those_of_the_encoder(texts: list[str]) -> None:
    """Where the encoder has no shorter way than bytes, each has the modules that it gives it alone, at any length."""
    assert [qr.modules(each) for each in texts] == [by_zxing(each) for each in texts]


@pytest.mark.parametrize("text", [ADDRESS, ADDRESS.replace("A001", "B987"), "https://示例.example/证书/"])
def test_code_is_read_back(text: str) -> None:
    """A reader gets the address out of the modules."""
    assert [each.text for each in zxingcpp.read_barcodes(picture(qr.modules(text)))] == [text]


def test_picture_draws_exactly_the_modules() -> None:
    """The strokes of the picture cover the dark modules and no other."""
    rows = qr.modules(ADDRESS)
    (drawn,) = code_reader.strokes(qr.to_svg(ADDRESS).decode("ascii"))
    assert code_reader.dark(drawn) == {
        (down + 4, across + 4)
        for down, row in enumerate(rows)
        for across in range(len(rows))
        if row >> (len(rows) - 1 - across) & 1
    }
