"""A form as a sheet of paper: its table, and what is written into it.

In: nothing. Out: types that every drawer of the form takes (HTML, PDF, Word). Must not know whose sheet it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pipeline.forms import Layout


@dataclass(frozen=True, slots=True)
class WrittenOpinion:
    """What an opinion's cell says; `day` is as it is printed (2020年12月1日), and empty parts stay open."""

    conclusion: str = ""
    text: str = ""
    person: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form on paper, blank or filled in; every mapping is keyed by the field's name, and an absent one is blank.

    `mark` stands above the title (附件). `holder`: whose a further sheet is (姓名：王示例). `texts`: what `blank` and
    `long` cells say. `ticked`: the `values` whose boxes are ticked. `tables`: the lines of sub-tables, as many texts as
    the cell has columns. `photos`: pictures (PNG or JPEG). `code`: what the QR code holds, empty for none, and
    `code_note` the line beside it. `version`, `programme`: the form's version and the programme's slug. `notes`: lines
    that every sheet must carry (演示).
    """

    title: str
    layout: Layout
    programme: str
    version: str
    mark: str = ""
    holder: str = ""
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    ticked: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    tables: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=lambda: MappingProxyType({}))
    opinions: Mapping[str, WrittenOpinion] = field(default_factory=lambda: MappingProxyType({}))
    photos: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    code: bytes = b""
    code_note: str = ""
    notes: tuple[str, ...] = ()
