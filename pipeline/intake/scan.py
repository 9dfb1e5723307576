"""A scanned or photographed sheet → the values in its QR code.

In: the bytes of a PDF, PNG or JPG, and the forms by programme. Out: `Found`, one reading a code. Reads no print and no
handwriting. Must not know drafts.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.forms import Form
from pipeline.intake import pictures
from pipeline.intake.types import Certainty, Found, Read, Reading
from pipeline.paper import payload
from pipeline.paper.payload import Payload

SUFFIXES = pictures.SUFFIXES


def read_scan(data: bytes, suffix: str, forms: Mapping[str, Form], path: str = "") -> Found:
    """Return the forms whose codes stand in the file; `suffix` is `.pdf`, `.png`, `.jpg` or `.jpeg`.

    `forms`: by the programme's slug. `path`: what findings call the file. Findings: X958 no code, X959 no code of
    ours, X960 broken, X961 locked, X962 too large, X963 fields that the code had no room for, X964 pages without a
    code, X965 another programme or version, whose values are then left over.
    """
    place = Location(path)
    sought = pictures.codes(data, suffix, payload.MARK)
    if sought.fault:
        return Found(findings=(finding(sought.fault, place),))
    readings: dict[bytes, Reading] = {}
    findings = [finding("X962", place, what=what, most=most) for what, most in sought.cut]
    bare: list[int] = []
    for number, found in enumerate(sought.pages, 1):
        where = f"第 {number} 页二维码" if suffix.lower() == ".pdf" else "二维码"
        ours = {each: said for each in found if (said := payload.decode(each, _fields_of(forms)))}
        if not ours:
            bare.append(number)
        for each, said in ours.items():
            if each not in readings:
                readings[each] = _reading(said, where)
                findings += _told(said, place)
    if not readings:
        findings.append(finding("X959" if any(sought.pages) else "X958", place))
    elif bare:
        findings.append(finding("X964", place, pages="、".join(map(str, bare))))
    return Found(tuple(readings.values()), tuple(findings))


def _fields_of(forms: Mapping[str, Form]) -> Any:
    def known(slug: str, version: str) -> Sequence[str] | None:
        form = forms.get(slug)
        return payload.carried(form) if form and form.version == version else None

    return known


def _told(said: Payload, place: Location) -> Iterator[Diagnostic]:
    if not said.named:
        yield finding("X965", place)
    elif said.left_out:
        yield finding("X963", place, fields="、".join(said.left_out))


def _reading(said: Payload, where: str) -> Reading:
    reads = tuple(
        Read(field, text, where, Certainty.SURE, part)
        for field, value in said.values.items()
        for part, text in _texts(value)
    )
    if said.named:
        return Reading(reads, said.programme, said.version)
    over = tuple((each.text, f"{each.where}第 {each.field} 项") for each in reads)
    return Reading((), said.programme, said.version, over)


def _texts(value: Any, part: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield (way from the field, text) for everything that the value says."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from _texts(each, (*part, name))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, (*part, number))
    elif isinstance(value, bool):
        yield part, "是" if value else "否"
    elif value is not None:
        yield part, str(value)
