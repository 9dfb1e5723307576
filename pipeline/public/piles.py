"""Each value of a candidate goes onto exactly one of two piles: shown, or withheld.

In: the candidates' openings and what the lists show of them. Out: pieces of text with their pile.
Must not know how a list looks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.forms import Field, Secret, Value
from pipeline.model import Programme, Site, Submission
from pipeline.public.types import Guard, Withheld
from pipeline.stages import DETAIL_KEYS, EventKind

# Shorter than this, a text is searched as a whole cell only: anywhere else it would be found by chance.
_ANYWHERE = 7
_LONG_NUMBER = re.compile(r"[0-9]{11,17}[0-9x]?")
_PRIVATE_DETAILS = ("reason", "result", "concerns", "remark", "channel")


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of one candidate's file: of which field, how it is searched, and whether a list shows it."""

    path: str
    field: str
    text: str
    secret: Secret
    shown: bool


def pieces(programme: Programme, submission: Submission, shown: frozenset[tuple[str, str]]) -> Iterator[Piece]:
    """Yield every text of the file once a field; `shown` are the (field, text) pairs that lists show of it."""
    path = submission.document.path
    for field in programme.form.fields:
        texts = dict.fromkeys(_all_texts(field, submission))
        for text, secret in texts:
            yield Piece(path, field.name, text, secret, (field.name, text) in shown)
    for label, text in dict.fromkeys(_private_details(submission)):
        yield Piece(path, label, text, Secret.EXACT, (label, text) in shown)


def _all_texts(field: Field, submission: Submission) -> Iterator[tuple[str, Secret]]:
    """Yield what the field says now and what 更正 and 变更 say that it said."""
    if field.name in submission.values:
        yield from leaves(submission.values[field.name], field)
    for event in submission.events:
        if event.kind in (EventKind.CORRECTED, EventKind.CHANGED) and event.changed_field == field.name:
            yield from ((text, field.secret) for text in (event.old, event.new) if text)


def leaves(value: Value, field: Field) -> Iterator[tuple[str, Secret]]:
    """Yield the single texts of a value, each with how it is to be searched; yes and no are none."""
    if isinstance(value, Mapping):
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
        for attribute in _PRIVATE_DETAILS:
            text = getattr(event, attribute)
            if text:
                yield DETAIL_KEYS[attribute], text


def guard(site: Site, piles: Iterable[Piece]) -> Guard:
    """Return what no output may hold: the withheld texts, less those that the site says lawfully elsewhere."""
    piles = tuple(piles)
    shown = frozenset(piece.text for piece in piles if piece.shown)
    open_text = "\n".join((*_own_texts(site), *sorted(shown))).casefold()
    withheld = (
        Withheld(text, search, piece.field, piece.path)
        for piece in piles
        if not piece.shown and piece.secret is not Secret.NONE
        for text, search in _searched(piece)
        if text not in shown and not _is_open(text.casefold(), search, open_text)
    )
    return Guard(tuple(dict.fromkeys(withheld)), frozenset(_LONG_NUMBER.findall(open_text)))


def _searched(piece: Piece) -> Iterator[tuple[str, str]]:
    for line in piece.text.splitlines():
        text = line.strip()
        if text:
            anywhere = piece.secret is Secret.EXACT and len(text) >= _ANYWHERE
            yield text, (Secret.EXACT if anywhere else Secret.NAME).value


def _is_open(text: str, search: str, open_text: str) -> bool:
    if text not in open_text:
        return False
    return search == Secret.EXACT.value or bool(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", open_text))


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
