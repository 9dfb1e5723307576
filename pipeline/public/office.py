"""What is told of the office itself: whose site it is, how its documents are set, under which licence its lists are.

In: nothing. Out: types only, filled by `project`. Like all public types they hold nothing of a candidate.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublicTypesetting:
    """How documents are set: margins in mm, lines a page, characters a line, whether in the machine's own fonts."""

    system_fonts: bool = False
    top: float = 37
    bottom: float = 35
    left: float = 28
    right: float = 26
    lines: int = 22
    characters: int = 28


@dataclass(frozen=True, slots=True)
class PublicImprint:
    """Whose site it is, for the foot of every page; empty where nothing was given.

    `emblem` is the content's path of the emblem's picture, `emblem_url` the address that it leads to.
    """

    owner: str = ""
    address: str = ""
    registration: str = ""
    police_registration: str = ""
    emblem: str = ""
    emblem_kind: str = ""
    emblem_url: str = ""


@dataclass(frozen=True, slots=True)
class PublicLicence:
    """Under which licence the lists may be used as data; `url` may be empty."""

    name: str
    url: str
