"""Each value of a candidate goes onto exactly one of two piles: shown, or withheld.

In: the candidates' openings and what the lists show of them. Out: pieces of text with their pile.
Must not know how a list looks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from operator import attrgetter
from typing import NamedTuple, Protocol

from pipeline.forms import Field, Secret, Value
from pipeline.history import EDITS
from pipeline.model import Programme, Site, Submission
from pipeline.public.guard import Guard, Pack, pack, unpack
from pipeline.public.openly import said_openly
from pipeline.stages import DETAIL_KEYS, Event

# Shorter than this, a text is searched as a whole cell only: anywhere else it would be found by chance.
_ANYWHERE = 7
_LONG_NUMBER = re.compile(r"[0-9]{11,17}[0-9x]?")
_PRIVATE_DETAILS = ("reason", "result", "concerns", "remark", "channel")


_EXACT, _NAME = Secret.EXACT.value, Secret.NAME.value
_ALL_DETAILS = attrgetter(*_PRIVATE_DETAILS)


class Piece(NamedTuple):
    """One text of one candidate's file: of which field, how it is searched, and whether a list shows it."""

    path: str
    field: str
    text: str
    secret: Secret
    shown: bool


# There are so many that their own constructor would cost more than all that is done with them.
_piece = partial(tuple.__new__, Piece)


def pieces(programme: Programme, submission: Submission, shown: frozenset[tuple[str, str]]) -> Iterator[Piece]:
    """Yield every text of the file once a field; `shown` are the (field, text) pairs that lists show of it."""
    path, values = submission.document.path, submission.values
    edits = [each for each in submission.events if each.kind in EDITS]
    for field in programme.form.fields:
        name = field.name
        value = values.get(name)
        if isinstance(value, str) and not edits:  # most are
            yield _piece((path, name, value, field.secret, (name, value) in shown))
            continue
        if value is None and not edits:
            continue
        for text, secret in dict.fromkeys(_all_texts(field, value, edits)):
            yield Piece(path, name, text, secret, (name, text) in shown)
    for label, text in dict.fromkeys(_private_details(submission)):
        yield Piece(path, label, text, Secret.EXACT, (label, text) in shown)
    for judge in dict.fromkeys(each.judge for each in submission.scores if each.judge):
        yield Piece(path, "评委", judge, Secret.NAME, False)


def _all_texts(field: Field, value: Value | None, edits: list[Event]) -> Iterator[tuple[str, Secret]]:
    """Yield what the field says now and what 更正 and 变更 say that it said."""
    if value is not None:
        yield from leaves(value, field)
    for event in edits:
        if event.changed_field == field.name:
            yield from ((text, field.secret) for text in (event.old, event.new) if text)


def leaves(value: Value, field: Field) -> Iterator[tuple[str, Secret]]:
    """Yield the single texts of a value, each with how it is to be searched; yes and no are none."""
    if isinstance(value, str):
        yield value, field.secret
    elif isinstance(value, Mapping):
        children = {child.name: child for child in field.children}
        for name, each in value.items():
            yield from leaves(each, children.get(name, field))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from leaves(each, field)
    elif not isinstance(value, bool):
        yield str(value), field.secret


def _private_details(submission: Submission) -> Iterator[tuple[str, str]]:
    for event in submission.events:
        for attribute, text in zip(_PRIVATE_DETAILS, _ALL_DETAILS(event), strict=True):
            if text:
                yield DETAIL_KEYS[attribute], text


def packed(pieces: Iterable[Piece]) -> tuple[bytes, bytes]:
    """Return the texts of one file that lists show, and those that no output may hold, line by line, packed.

    What nobody would search for is on neither pile.
    """
    shown: list[str] = []
    hidden: list[tuple[str, str, str]] = []
    for _, field, whole, secret, is_shown in pieces:
        if is_shown:
            shown.append(whole)
        elif secret is not Secret.NONE:
            for line in whole.splitlines():
                text = line.strip()
                anywhere = secret is Secret.EXACT and len(text) >= _ANYWHERE
                if text:
                    hidden.append((text, _EXACT if anywhere else _NAME, field))
    return pack(shown), pack(part for each in dict.fromkeys(hidden) for part in each)


class Piles(Protocol):
    """Of one candidate, the texts that are shown, packed, and those that are withheld."""

    @property
    def shown(self) -> bytes:
        """Return what is shown."""

    @property
    def hidden(self) -> Pack:
        """Return what is withheld."""


def guard(site: Site, told: Sequence[Piles]) -> Guard:
    """Return what no output may hold: the withheld texts, less those that the site says lawfully elsewhere."""
    shown = {text for each in told for text in unpack(each.shown)}
    packs = [each.hidden for each in told]
    open_text = "\n".join((*_own_texts(site), *sorted(shown))).casefold()
    openly = said_openly(open_text.split("\n"), {text for each in packs for text in each.texts() if text not in shown})
    anywhere, alone = shown | openly.anywhere, shown | openly.alone
    less = (_less(each, {_EXACT: anywhere, _NAME: alone}) for each in packs)
    return Guard(tuple([each for each in less if each.packed]), frozenset(_LONG_NUMBER.findall(open_text)))


def _less(hidden: Pack, lawful: Mapping[str, Set[str]]) -> Pack:
    """Return the pack without what the site says: texts found anywhere, and names that stand alone."""
    every = list(hidden.withheld())
    kept = [each for each in every if each.text not in lawful[each.secret]]
    return hidden if len(kept) == len(every) else Pack.of(hidden.path, kept)


def _own_texts(site: Site) -> Iterator[str]:
    """Yield the texts of the site and its programmes: their settings, notices and forms are public."""
    yield from (site.name, site.url, site.identifier, site.contact, *site.footer)
    yield from (site.imprint.owner, site.imprint.address, site.imprint.registration, site.imprint.police_registration)
    for programme in site.programmes:
        yield from _strings(programme.document.values)
        yield from _strings(programme.notice.document.values)
        yield programme.notice.body
        if programme.certification:
            yield from _strings(programme.certification.document.values)
            yield programme.certification.body
        yield from _strings(programme.form.document.values)


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, Mapping):
        for key, value in part.items():
            yield str(key)
            yield from _strings(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _strings(value)
    elif isinstance(part, str):
        yield part
