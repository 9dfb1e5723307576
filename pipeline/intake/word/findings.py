"""What was found under the headings of a document, before it is weighed.

In: nothing. Out: types. Must not know where headings are looked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.forms import Form
from pipeline.intake.labels import squeezed
from pipeline.intake.word.vocabulary import Match, Vocabulary


@dataclass(frozen=True, slots=True)
class Claim:
    """A text that stands with a heading, and the heading. `doubt`: why the place does not settle it.

    `is_listed`: it stands in a list below its heading, where the values of others stand too.
    """

    match: Match
    label: str
    text: str
    where: str
    doubt: str = ""
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a sub-table: the text of each of its parts, and the place of each."""

    field: str
    texts: Mapping[str, tuple[str, str]]
    doubt: str = ""


@dataclass(slots=True)
class Desk:
    """What a document is read with, and what was found so far; `left`: (text, place) of what no field took."""

    form: Form
    known: Vocabulary
    claims: list[Claim] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)

    def is_words(self, text: str) -> bool:
        """Tell whether the form prints the text itself, as a heading or as words, with or without a line to sign."""
        said = squeezed(text)
        own = (cell for row in self.form.layout.rows for cell in row.cells if cell.role in ("heading", "words"))
        return any(said in (squeezed(cell.text), squeezed(f"{cell.text}{cell.sign}：年月日")) for cell in own)

    def is_foot(self, text: str) -> bool:
        """Tell whether the text is what the form's cover says at its foot: who made it."""
        cover = self.form.layout.cover
        return cover is not None and squeezed(text) == squeezed(cover.foot)

    def is_list(self, name: str) -> bool:
        """Tell whether the field is a sub-table."""
        found = self.form.field(name)
        return found is not None and found.type == "array" and bool(found.children)

    def is_long(self, name: str) -> bool:
        """Tell whether the field takes many lines of text."""
        found = self.form.field(name)
        return found is not None and bool(found.schema.get("x-lines"))

    def is_wide(self, name: str) -> bool:
        """Tell whether the field's value may stand in many cells: a long text, an opinion, a sub-table."""
        return self.is_long(name) or self.is_opinion(name) or self.is_list(name)

    def is_opinion(self, name: str) -> bool:
        """Tell whether the field is an opinion."""
        found = self.form.field(name)
        return found is not None and found.is_opinion
