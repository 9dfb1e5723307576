"""The QR code's payload comes back as it was, in whatever the reader's tables of GB 18030 say, or not at all."""

import json
import zlib
from collections.abc import Sequence
from struct import pack
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.paper import payload
from pipeline.paper.payload import Payload

FIELDS = ("类别", "姓名", "是否专职", "业绩", "工作简历")
# Every code point on which Python's table, browsers' table of today, or an older one of either disagree.
DIFFERING = (
    *("\u01f9", "\u1e3f", "\u20ac", "\ue5e5", "\ue7c7", "\ue7c8", "\ufffd", "\ufffe", "\uffff"),
    *map(chr, range(0x9FB4, 0x9FBC)),
    *map(chr, range(0xFE10, 0xFE1A)),
    *map(chr, range(0xE78D, 0xE797)),
    *map(chr, (0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864)),
)
TEXTS = st.text(max_size=20)
VALUES = st.dictionaries(
    st.sampled_from(FIELDS),
    TEXTS | st.booleans() | st.integers() | st.lists(st.dictionaries(TEXTS, TEXTS, max_size=2), max_size=3),
)


def known(slug: str, version: str) -> Sequence[str] | None:
    """Return the fields of the one version that is known."""
    return FIELDS if (slug, version) == ("shili", "0a1b2c3d") else None


def written(**values: Any) -> Payload:
    """Return a payload of the known version."""
    return Payload("shili", "0a1b2c3d", values)


def packed(text: bytes) -> bytes:
    """Return the bytes of a code that holds the text, whatever it says."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(text) + packer.flush()
    return payload.MARK + pack(">I", zlib.crc32(body)) + body


@given(VALUES)
def test_values_come_back(values: dict[str, Any]) -> None:
    """Any text of Unicode, yes and no, numbers and sub-tables survive."""
    given_back = payload.decode(payload.encode(written(**values), FIELDS), known)
    assert given_back == written(**values)


def test_every_character_survives() -> None:
    """Each code point but the halves of surrogate pairs comes back as itself."""
    wrong = []
    for first in range(0, 0x110000, 0x800):
        text = "".join(chr(each) for each in range(first, first + 0x800) if not 0xD800 <= each < 0xE000)
        if json.loads(payload._escaped(payload._json(text)).encode("gb18030").decode("gb18030")) != text:
            wrong.append(hex(first))
    assert wrong == []


@pytest.mark.parametrize("character", DIFFERING)
def test_where_tables_differ_no_table_is_asked(character: str) -> None:
    """Such a character is written in ASCII."""
    assert payload._escaped(character) == f"\\u{ord(character):04x}"
    assert payload.decode(payload.encode(written(姓名=character), FIELDS), known) == written(姓名=character)


def test_same_values_give_the_same_bytes() -> None:
    """The order in which values were filled in does not show."""
    assert payload.encode(written(姓名="王示例", 类别="A"), FIELDS) == payload.encode(
        written(类别="A", 姓名="王示例"), FIELDS
    )


def test_a_whole_form_is_small() -> None:
    """A candidate with 500 characters that hardly repeat fits a symbol that a scan still gives back."""
    cv = "".join(chr(0x4E00 + (number * 7919) % 6000) for number in range(500))
    data = payload.encode(written(类别="A", 姓名="王示例", 工作简历=cv), FIELDS)
    assert len(data) <= payload.LIMIT
    assert payload.decode(data, known) == written(类别="A", 姓名="王示例", 工作简历=cv)


def test_what_is_too_long_is_left_out_and_said() -> None:
    """The longest text gives way, and the code says which one it was."""
    cv = "".join(chr(0x4E00 + (number * 7919) % 20000) for number in range(2000))
    data = payload.encode(written(类别="A", 姓名="王示例", 工作简历=cv), FIELDS)
    assert len(data) < 100
    assert payload.decode(data, known) == Payload(
        "shili", "0a1b2c3d", {"类别": "A", "姓名": "王示例"}, left_out=("工作简历",)
    )


def test_fields_of_another_version_have_numbers() -> None:
    """Values of a form that nobody has any more are kept under their places."""
    data = payload.encode(Payload("shili", "ffffffff", {"姓名": "王示例"}), FIELDS)
    assert payload.decode(data, known) == Payload("shili", "ffffffff", {"2": "王示例"}, named=False)


WHOLE = payload.encode(written(姓名="王示例", 工作简历="2010.07—2015.06  示例大学化学系教师"), FIELDS)


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_damaged_byte_is_noticed(at: int, change: int) -> None:
    """No single wrong byte gives other values."""
    damaged = bytearray(WHOLE)
    damaged[at] ^= change
    assert payload.decode(bytes(damaged), known) is None


@pytest.mark.parametrize("count", range(0, len(WHOLE), 7))
def test_a_part_is_nothing(count: int) -> None:
    """A code that was cut off gives nothing."""
    assert payload.decode(WHOLE[:count], known) is None


@given(st.binary(max_size=60))
def test_other_codes_are_not_ours(data: bytes) -> None:
    """An address, a ticket, anything else gives nothing, even behind our mark."""
    assert payload.decode(data, known) is None
    assert payload.decode(packed(data), known) is None


HOSTILE = (
    b"[" * 100_000,
    b'[1,"shili","0a1b2c3d",[],"' + b"a" * 10_000_000 + b'"]',
    b'[1,"shili","0a1b2c3d",[],1,2,3,4,5,6]',
    b'[1,"shili","0a1b2c3d",[99]]',
    b'[1,"shili","0a1b2c3d",[true]]',
    b'[1,"shili","0a1b2c3d",[-1]]',
    b'[1,"x","y",[999999999]]',
    b'[2,"shili","0a1b2c3d",[]]',
    b'[1,"shili","0a1b2c3d"]',
    b'[1,["shili"],"0a1b2c3d",[]]',
    b'[1,"shili","0a1b2c3d",[],"\\ud800"]',
    b'[1,"shili","0a1b2c3d",[],NaN]',
    b'[1,"shili","0a1b2c3d",[],1e999]',
    b'{"1": 2}',
    b"\xff\xff",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_codes_give_nothing(text: bytes) -> None:
    """What swells, nests, or says what no form says is not believed, with a right checksum too."""
    assert payload.decode(packed(text), known) is None


def test_nothing_may_follow() -> None:
    """Bytes behind the end are not ours."""
    body = WHOLE[6:] + b"\0"
    assert payload.decode(payload.MARK + pack(">I", zlib.crc32(body)) + body, known) is None
