"""The page's own QR code: the same symbol as segno's, the same bytes as `payload`'s, read by another program."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import segno
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page

from pipeline.paper import payload
from pipeline.paper.payload import Payload

PRINT = Path(__file__).parents[2] / "site_templates/assets/fill-print.js"
# What versions of one block, of two lengths of blocks, with and without their own number, and the largest hold.
FULL = (17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 425, 718, 929, 1091, 1732, 1952, 2953)
FIELDS = ("类别", "姓名", "论文", "工作简历")


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """Give a page with the script that prints."""
    context = chromium.new_context()
    page = context.new_page()
    page.set_content('<div class="sheet"></div>')
    page.evaluate(PRINT.read_text(encoding="utf-8"))
    yield page
    context.close()


def matrix(page: Page, data: bytes) -> list[list[int]] | None:
    """Return the page's symbol for the bytes."""
    drawn: list[list[int]] | None = page.evaluate("data => fillPrint.matrix(new Uint8Array(data))", list(data))
    return drawn


@pytest.mark.parametrize("count", FULL)
def test_symbol_is_that_of_segno(page: Page, count: int) -> None:
    """Module by module, for texts that fill their version (in others segno pads otherwise)."""
    data = random.Random(count).randbytes(count)
    theirs = segno.make_qr(data, error="l", boost_error=False, mask=2, mode="byte").matrix
    assert matrix(page, data) == [list(row) for row in theirs]


@pytest.mark.parametrize("seed", range(12))
def test_symbol_reads_back(page: Page, seed: int) -> None:
    """Any bytes come back."""
    dice = random.Random(seed)
    data = dice.randbytes(dice.choice([dice.randrange(1, 60), dice.randrange(60, 2953)]))
    rows = matrix(page, data)
    assert rows is not None
    side = len(rows)
    drawn = Image.new("L", (side + 8, side + 8), 255)
    drawn.paste(Image.frombytes("L", (side, side), bytes(0 if dark else 255 for row in rows for dark in row)), (4, 4))
    found = zxingcpp.read_barcodes(drawn.resize((drawn.width * 3, drawn.height * 3), Image.Resampling.NEAREST))
    assert [each.bytes for each in found] == [data]


def test_too_much_is_no_symbol(page: Page) -> None:
    """Beyond the largest version there is none."""
    assert matrix(page, b"0" * 2954) is None


def test_characters_are_the_same_bytes(page: Page) -> None:
    """Each code point of the basic plane, and some of each other, is written as Python writes it."""
    points = [each for each in range(0x10000) if not 0xD800 <= each < 0xE000]
    points += [plane << 16 | each for plane in range(1, 17) for each in (0, 0x87, 0x5D7, 0xFFFD)]
    script = "groups => groups.map(each => [...fillPrint.written(String.fromCodePoint(...each))])"
    groups = [points[at : at + 2048] for at in range(0, len(points), 2048)]
    theirs = [bytes(each) for each in page.evaluate(script, groups)]
    assert theirs == [payload._escaped("".join(map(chr, each))).encode("gb18030") for each in groups]


SAID = (
    {"类别": "A", "姓名": "䶮·𬱖", "论文": [{"题目": "甲", "刊物": "ḿ\ufe10"}], "工作简历": "一\n二\n"},
    {"姓名": "王示例", "工作简历": "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(1500))},
)


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("packs", [True, False])
def test_payload_is_ours(page: Page, said: dict[str, object], packs: bool) -> None:
    """Python reads what the page wrote, packed or, by an old browser, not; what is too long is left out and said."""
    script = """async ([values, packs]) => {
      const kept = window.CompressionStream;
      if (!packs) window.CompressionStream = undefined;
      const { bytes } = await fillPrint.encode("shili", "0a1b2c3d", values);
      window.CompressionStream = kept;
      return [...bytes];
    }"""
    data = bytes(page.evaluate(script, [[said.get(each) for each in FIELDS], packs]))
    whole = len(str(said["工作简历"])) < 1000
    values = said if whole else {"姓名": "王示例"}
    left = () if whole else ("工作简历",)
    assert payload.decode(data, lambda *_: FIELDS) == Payload("shili", "0a1b2c3d", values, left)
