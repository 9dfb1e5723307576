"""The recipe: a Word file's bytes → the forms in it.

In: bytes, the form. Out: Found. Tags and headings are both read; where both say something and it is not the same, staff
are told. Must not know drafts.
"""

import re
from dataclasses import replace

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.forms import Form
from pipeline.intake.types import Certainty, Found, Read, Reading
from pipeline.intake.word.agree import both
from pipeline.intake.word.copies import Copy, copies
from pipeline.intake.word.findings import Desk
from pipeline.intake.word.flow import read_flow
from pipeline.intake.word.package import open_package
from pipeline.intake.word.photos import photos
from pipeline.intake.word.settle import settle
from pipeline.intake.word.tagged import read_tags
from pipeline.intake.word.vocabulary import vocabulary
from pipeline.intake.word.walk import TooLongError

_CONVERTED = "由旧式文件转换后读出，文字有重复，只取一遍"
_REPEATED = re.compile(r"(.{2,}?)\1+", re.DOTALL)


def read_docx(data: bytes, form: Form, path: str = "", *, converted: bool = False) -> Found:
    """Return a reading for each form in the file. `converted`: it was made of a file of another kind.

    Findings: X940 to X944, X948 nothing of the form in it, X950, X951.
    """
    package = open_package(data, path)
    if isinstance(package, Diagnostic):
        return Found(findings=(package,))
    try:
        found = tuple(copies(form, package.body))
    except TooLongError:
        return Found(findings=(finding("X951", Location(path)),))
    readings = []
    for copy in found:
        reading = _reading(form, copy)
        if any(each.text.strip() for each in reading.reads):
            readings.append(replace(reading, programme=package.programme, version=package.version))
    if converted:
        readings = [replace(each, reads=tuple(map(_less_sure, each.reads))) for each in readings]
    if len(found) == len(readings) == 1:
        readings = [replace(readings[0], photos=photos(data, package.body, form))]
    if not readings:
        return Found(findings=(finding("X948", Location(path)),))
    return Found(tuple(readings))


def _reading(form: Form, copy: Copy) -> Reading:
    desk = Desk(form, vocabulary(form))
    read_flow(desk, copy.blocks)
    reads, left = settle(desk)
    return Reading(tuple(both(desk, tuple(read_tags(form, copy.controls)), reads)), leftover=left)


def _less_sure(read: Read) -> Read:
    """Return what was read from a converted file: at most by its heading, and once where it stands several times."""
    lines = [_REPEATED.fullmatch(each.strip()) for each in read.text.split("\n")]
    once = [match[1] if match else each for match, each in zip(lines, read.text.split("\n"), strict=True)]
    text = "\n".join(
        each for number, each in enumerate(once) if not number or each != once[number - 1] or not each.strip()
    )
    if text != read.text:
        return replace(read, text=text, certainty=Certainty.DOUBTFUL, remark=read.remark or _CONVERTED)
    return read if read.certainty is Certainty.DOUBTFUL else replace(read, certainty=Certainty.BY_LABEL)
