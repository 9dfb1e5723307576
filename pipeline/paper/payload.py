"""What the QR code of a filled-in form holds, and how it is read back.

In: the fields' values. Out: bytes for one QR code, the same for the same values, and back. A JSON list in GB 18030
(Chinese takes two bytes), deflated, after a mark and a CRC-32. The browser's form writes the same. Must not know QR
codes, nor whose values they are.
"""

import json
import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Any

from pipeline.forms import Form

# One symbol of 30 mm that holds more is no longer read reliably from a scan.
LIMIT = 1100
MARK = b"\xb9\xfe"
_HEAD = Struct(">2sI")
_FORMAT = 1
_STANDING = 4
# What a QR code can hold at all, and what a form of the greatest size says: a code that holds more is no form of ours.
_LARGEST, _LARGEST_TEXT = 2953, 256 * 1024
_DEEPEST = 8
# Where GB 18030 of 2000, of 2005, of 2022 and the Encoding Standard of browsers differ, private use, and what is no
# character: written as JSON's own escapes, so that every reader reads alike.
_DIFFERING = re.compile("[\u01f9\u1e3f\u20ac\u9fb4-\u9fbb\ud800-\uf8ff\ufe10-\ufe19\ufffd-\uffff]")


@dataclass(frozen=True, slots=True)
class Payload:
    """A form as its QR code carries it.

    `programme`: the slug. `version`: the form's. `values`: JSON values by field; a field that is not there is blank.
    `left_out`: fields that were too long to be carried. `named` is False where nobody knows the fields of that version:
    the keys are then the numbers of the fields, from 1.
    """

    programme: str
    version: str
    values: Mapping[str, Any]
    left_out: tuple[str, ...] = ()
    named: bool = True


def carried(form: Form) -> tuple[str, ...]:
    """Return the fields that the code carries: what the applicant fills in on paper, in the form's order."""
    return tuple(each.name for each in form.fields if each.printed and not each.is_opinion)


def encode(payload: Payload, fields: Sequence[str]) -> bytes:
    """Return the values of `fields` as bytes; the longest are left out until the code is small enough to be read."""
    values = [payload.values.get(name) for name in fields]
    left: list[int] = []
    packed = _pack(payload, values, left)
    while len(packed) > LIMIT and any(each is not None for each in values):
        longest = max(range(len(values)), key=lambda at: len(_json(values[at])) if values[at] is not None else 0)
        values[longest] = None
        left = sorted([*left, longest])
        packed = _pack(payload, values, left)
    return packed


def decode(data: bytes, fields_of: Callable[[str, str], Sequence[str] | None]) -> Payload | None:
    """Return what the code holds, None for anything else or anything broken.

    `fields_of`: from slug and version to the names that were given to `encode`, None where they are not known.
    """
    said = _unpack(data)
    if said is None:
        return None
    _, slug, version, left, *values = said
    fields = fields_of(slug, version)
    if fields is not None and (len(values) > len(fields) or any(each >= len(fields) for each in left)):
        return None
    names = fields if fields is not None else [str(number + 1) for number in range(max([len(values), *_after(left)]))]
    return Payload(
        programme=slug,
        version=version,
        values={name: value for name, value in zip(names, values, strict=False) if value is not None},
        left_out=tuple(names[each] for each in left),
        named=fields is not None,
    )


def _after(places: list[int]) -> list[int]:
    return [each + 1 for each in places]


def _pack(payload: Payload, values: Sequence[Any], left: Sequence[int]) -> bytes:
    text = _json([_FORMAT, payload.programme, payload.version, left, *values])
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(_escaped(text).encode("gb18030")) + packer.flush()
    return _HEAD.pack(MARK, zlib.crc32(body)) + body


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=dict)


def _escaped(text: str) -> str:
    return _DIFFERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _unpack(data: bytes) -> list[Any] | None:
    """Return the list that the bytes hold, None where they are not ours, damaged, or swell beyond any form."""
    if not _HEAD.size < len(data) <= _LARGEST:
        return None
    mark, digest = _HEAD.unpack_from(data)
    body = data[_HEAD.size :]
    if mark != MARK or digest != zlib.crc32(body):
        return None
    unpacker = zlib.decompressobj(-15)
    try:
        text = unpacker.decompress(body, _LARGEST_TEXT)
        if not unpacker.eof or unpacker.unused_data:
            return None
        said = json.loads(text.decode("gb18030"))
    except (zlib.error, ValueError, RecursionError):
        return None
    return said if _is_ours(said) else None


def _is_ours(said: Any) -> bool:
    if not isinstance(said, list) or len(said) < _STANDING or said[0] != _FORMAT:
        return False
    _, slug, version, left, *values = said
    if not isinstance(slug, str) or not isinstance(version, str) or not isinstance(left, list):
        return False
    counts = all(type(each) is int and 0 <= each < _LARGEST for each in left)
    return counts and all(_is_plain(each, _DEEPEST) for each in [slug, version, *values])


def _is_plain(value: Any, deepest: int) -> bool:
    """Tell whether it is a value that a form can have, without characters that are none."""
    if isinstance(value, str):
        return not any("\ud800" <= each <= "\udfff" for each in value)
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        return deepest > 0 and all(_is_plain(each, deepest - 1) for each in value)
    return value is None or isinstance(value, bool | int) or (isinstance(value, float) and abs(value) < float("inf"))
