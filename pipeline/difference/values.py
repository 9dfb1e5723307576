"""Texts under labels, before and after.

In: (label, text) pairs. Out: what became of them; of what is gone nothing but the label.
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from pipeline.difference.types import Became, Rewritten

Pairs = tuple[tuple[str, str], ...]


def became(old: Pairs, new: Pairs) -> tuple[Became, ...]:
    """Return the labels whose text is another one; an empty text is none."""
    return tuple(_became(_said(old), _said(new)))


def _said(pairs: Pairs) -> Mapping[str, str]:
    return {label: text for label, text in pairs if text}


def _became(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Became]:
    for label in dict.fromkeys((*now, *was)):
        if was.get(label) != now.get(label):
            yield Became(label, was.get(label) if label in now else None, now.get(label))


def rewritten(label: str, old: str, new: str) -> tuple[Rewritten, ...]:
    """Return how many lines of the text came and went, nothing where it is the same."""
    if old == new:
        return ()
    was, now = (each.splitlines() for each in (old, new))
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    edits = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    added = sum(last - first for _, _, _, first, last in edits)
    return (Rewritten(label, added, sum(last - first for _, first, last, _, _ in edits)),)
