"""What the handbook consists of.

In: nothing. Out: types only. Must not know files, schemas or commands.
"""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of a site has, as far as a handbook has it; the names are those of the site's own templates."""

    name: str = "gongshi 使用手册"
    banner: str = ""
    domain: str = ""
    identifier: str = ""
    feed: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text, as safe HTML."""

    html: Markup


@dataclass(frozen=True, slots=True)
class Example:
    """A block that is shown as it stands: `language` is yaml, md, sh or text.

    `file` names the file that it is, or is a part of. `code` is empty, or the finding that it gives: a wrong example.
    """

    language: str
    text: str
    file: str = ""
    is_part: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a real screen: its name, and what is to be seen."""

    name: str
    said: str


Part = Prose | Example | Picture


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page: where links lead to, and its words."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page that was written: its title, parts in order, and headings."""

    slug: str
    title: str
    parts: tuple[Part, ...]
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of a settings file: where it stands, whether it must be there, what it is, what it takes, an example."""

    path: tuple[str, ...]
    needed: bool
    said: str
    takes: str
    example: str

    @property
    def anchor(self) -> str:
        """Return where links to it lead."""
        return "-".join(each.strip("〈〉") for each in self.path)


@dataclass(frozen=True, slots=True)
class Option:
    """An option or argument of a command: how it is written, and what it is for."""

    names: str
    said: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command as the program itself tells it; `examples` are lines of a terminal."""

    name: str
    usage: str
    said: str
    examples: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding: its code, how grave it is, its words with … where the details stand, and the explanation."""

    code: str
    severity: str
    message: str
    hint: str
    explain: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a table of the reference: a name and what is said of it, column by column."""

    name: str
    cells: tuple[str, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """A table of the reference; `columns` are the names of all its columns."""

    title: str
    anchor: str
    columns: tuple[str, ...]
    rows: tuple[Fact, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the table of contents."""

    path: str
    title: str
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that belong together."""

    title: str
    entries: tuple[Entry, ...]
