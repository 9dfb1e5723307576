"""The forms that Word files are read by in tests, and what a reading says in short."""

import functools
import tempfile
from pathlib import Path

from pipeline import content
from pipeline.forms import Form
from pipeline.intake.types import Certainty, Found, Read
from pipeline.intake.word import read_docx
from tests import samples, samples_expert

ROOT = Path(__file__).parents[2]


@functools.cache
def longdu() -> Form:
    """Return the demonstration's form."""
    return content.load(ROOT)[0].programmes[0].form


@functools.cache
def danwei() -> Form:
    """Return the form with six columns and three opinions."""
    return content.load(ROOT / "tests" / "golden" / "danwei")[0].programmes[0].form


@functools.cache
def expert() -> Form:
    """Return the form with sub-tables, many boxes and three opinions."""
    with tempfile.TemporaryDirectory() as folder:
        site, _ = content.load(samples.write(Path(folder), **samples_expert.FILES))
    return next(each.form for each in site.programmes if each.form.title == "示例市科技专家推荐表")


def name(read: Read) -> str:
    """Return a read's field and part in short: 单位意见/意见, 论文/0/题目."""
    return "/".join(map(str, (read.field, *read.part)))


def values(found: Found) -> dict[str, str]:
    """Return what was read of the only form in a file; of two values for one part the first."""
    assert [each.code for each in found.findings] == []
    assert len(found.readings) == 1
    said: dict[str, str] = {}
    for each in found.readings[0].reads:
        if each.text:
            said.setdefault(name(each), each.text)
    return said


def doubtful(found: Found) -> set[str]:
    """Return the parts that staff must look at."""
    return {name(each) for each in found.readings[0].reads if each.certainty is Certainty.DOUBTFUL}


def left(found: Found) -> list[str]:
    """Return the texts that no field took."""
    return [text for text, _ in found.readings[0].leftover]


def read(data: bytes, form: Form) -> Found:
    """Read a file by a form."""
    return read_docx(data, form, "a.docx")
