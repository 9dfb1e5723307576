"""What a reader of returned forms gives.

In: nothing. Out: types only. A reader knows one kind of file and nothing of drafts.
"""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.diagnostics import Diagnostic


class Certainty(StrEnum):
    """How sure a value is: read by its tag or code, by its label, or only likely; the value is the word staff read."""

    SURE = "确定"
    BY_LABEL = "按标签"
    DOUBTFUL = "存疑"


@dataclass(frozen=True, slots=True)
class Read:
    """One value as it was read, before any tidying.

    `field`: the field's name; for a part of an opinion or a line of a sub-table, `part` is the way from there
    ("负责人"; 0, "起止时间"). `text`: what stood there; for boxes, the words of the ticked. `where`: the cell in the
    words of staff (表 1 第 3 行第 2 格; B7; 二维码). `remark`: why it is doubtful.
    """

    field: str
    text: str
    where: str
    certainty: Certainty
    part: tuple[str | int, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One candidate's form as a reader found it.

    `programme` and `version` are what the file says of itself, empty where it does not. `leftover`: texts of cells that
    no field took, with where they stood; they are kept for staff and never thrown away. `photos`: pictures by field.
    """

    reads: tuple[Read, ...]
    programme: str = ""
    version: str = ""
    leftover: tuple[tuple[str, str], ...] = ()
    photos: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found in one file: the forms in it (a spreadsheet has many), and what is to be said."""

    readings: tuple[Reading, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
