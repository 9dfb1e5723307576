"""What a heading on paper names: a field of the form, something of forms at large, or nothing.

In: a form, the text of a heading. Out: the fields, and how sure that is: own name, other name, own name among harmless
words, and then only likely. Must not know where the heading stood.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from pipeline.forms import Form
from pipeline.intake import labels
from pipeline.intake.labels import Named, squeezed
from pipeline.intake.word.opinion_names import opinion_of, stems
from pipeline.intake.word.words import COUNTED, GENERAL, HARMLESS, OF_OPINIONS, OPINION

_BRACKETS = re.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕]")
# A colon with something behind it: a heading and its value.
_ANSWERED = re.compile(r"[:：]\s*\S")
_BETWEEN = re.compile(r"[/／、\n]|和|与|及|或")
_ASKED = re.compile("^(?:是否为?|有无|是不是)")
# What a heading may have at its end, and says nothing more.
_AROUND = re.compile("(?:姓名|名称|情况|信息|说明)$")
_LONGEST, _SHORTEST_LIKE = 24, 4
_ALIKE, _MOST_KNOWN = 0.75, 16


# Who recommends the candidate: a key of every submission, though no field of the form.
ASSOCIATION = "推荐单位"


class Rank(IntEnum):
    """How a heading names a field, the surest first; from PARTLY on it is only likely."""

    OWN = 0
    OTHER = 1
    AMONG = 2
    PARTLY = 3
    LIKE = 4


@dataclass(frozen=True, slots=True)
class Match:
    """`named`: the field of a heading; several where one heading stands for several; none where for none of ours.

    `joined`: the heading names them all (职务/职称), and is not one word that may mean either. `is_general`: it is one
    of forms at large, and may only be short for the field's.
    """

    named: tuple[Named | None, ...]
    rank: Rank = Rank.OWN
    joined: bool = False
    is_general: bool = False

    @property
    def is_heading(self) -> bool:
        """Tell whether the text is a heading beyond doubt, of the form or of forms at large."""
        return self.is_sure or self.is_general

    @property
    def is_sure(self) -> bool:
        """Tell whether the heading is one beyond doubt."""
        return self.rank <= Rank.AMONG

    @property
    def field(self) -> str:
        """The first field's name, empty where there is none."""
        return next((each[0] for each in self.named if each), "")


_NONE_OF_OURS = Match(())


class Vocabulary:
    """The headings that a form's fields may have."""

    def __init__(self, form: Form) -> None:
        """Take the names of the fields that stand on paper."""
        self.form = form
        printed = {each.name for each in form.fields if each.printed}
        own, other = labels.own(form), labels.aliases(form)
        self._own = {key: named for key, named in own.items() if named[0] in printed}
        self._other = {
            key: kept for key, named in other.items() if (kept := tuple(each for each in named if each[0] in printed))
        }
        self._own.setdefault(ASSOCIATION, (ASSOCIATION, ()))
        self._stems = stems(form)
        self._whole = {key: named for key, named in self._own.items() if not named[1] and len(key) > 1}
        self._also = {key: named[0] for key, named in self._other.items() if len(named) == 1 and len(key) > 1}
        self._seen: dict[str, Match | None] = {}

    def match(self, text: str) -> Match | None:
        """Return what the text names as a heading, None where it is none."""
        if text not in self._seen:
            if len(self._seen) > 5_000:  # noqa: PLR2004  # texts of values come here too
                self._seen.clear()
            self._seen[text] = self._matched(text)
        return self._seen[text]

    def sure(self, text: str) -> Match | None:
        """Return what the text names beyond doubt."""
        match = self.match(text) if len(text) <= 80 else None  # noqa: PLR2004
        return match if match is not None and match.is_sure else None

    def _matched(self, text: str) -> Match | None:
        if _ANSWERED.search(_BRACKETS.sub("", text)):
            return None
        keys = _keys(text)
        for key in keys:
            if key in self._own:
                return Match((self._own[key],))
        for key in keys:
            if key in self._other:
                return Match(self._other[key], Rank.OTHER)
        key = keys[-1] if keys else ""
        if not key or len(key) > _LONGEST:
            return None
        return self._opinion(key) or self._joined(_bare(text)) or self._among(key)

    def _joined(self, text: str) -> Match | None:
        """Return the fields of a heading such as 职务/职称."""
        parts = [each for each in _BETWEEN.split(_BRACKETS.sub("", text)) if each.strip()]
        if not 1 < len(parts) < _SHORTEST_LIKE:
            return None
        keys = [squeezed(each) for each in parts]
        found = [self._own.get(key) or next(iter(self._other.get(key, ())), None) or self._short(key) for key in keys]
        known = [each for each in found if each]
        if (
            not known
            or len(set(known)) < len(known)
            or any(not each and key not in GENERAL for each, key in zip(found, keys, strict=True))
        ):
            return None
        return Match(tuple(found), Rank.OTHER, joined=True)

    def _short(self, key: str) -> Named | None:
        """Return the one field whose name ends with a word of forms at large."""
        ends = {named for known, named in self._whole.items() if known.endswith(key)} if key in GENERAL else set()
        return ends.pop() if len(ends) == 1 else None

    def _opinion(self, key: str) -> Match | None:
        if OPINION not in key or OF_OPINIONS.sub("", key.rpartition(OPINION)[2]):
            return None
        name, is_own = opinion_of(self._stems, key)
        if name:
            return Match(((name, ()),), Rank.OTHER if is_own else Rank.AMONG)
        return _NONE_OF_OURS if key.endswith(OPINION) else None

    def _among(self, key: str) -> Match | None:
        if key in GENERAL:
            short = self._short(key)
            return Match((short,), Rank.PARTLY, is_general=True) if short else _NONE_OF_OURS
        if len(key) == 1 or OPINION in key:
            return None
        found = list(self._containing(key))
        if found:
            longest = max(len(each) for each, _, _ in found)
            best = [each for each in found if len(each[0]) == longest]
            rank = min(rank for _, _, rank in best)
            names = dict.fromkeys(named for _, named, each in best if each == rank)
            if len(names) == 1:
                return Match(tuple(names), rank)
        core = _AROUND.sub("", key)
        if core != key and len(core) > 1:
            match = self._own.get(core) or next(iter(self._other.get(core, ())), None)
            return Match((match,), Rank.PARTLY) if match else self._among(core)
        return self._like(key)

    def _containing(self, key: str) -> Iterator[tuple[str, Named, Rank]]:
        """Yield (common part, field, rank) of each name that holds the heading or is held by it."""
        for known, named in (*self._whole.items(), *self._also.items()):
            if OPINION in known or (known in self._also and known not in key):
                continue
            inner, outer = sorted((key, known), key=len)
            if inner not in outer:
                continue
            before, _, after = outer.partition(inner)
            harmless = HARMLESS.fullmatch(before) and HARMLESS.fullmatch(after)
            at_end = len(inner) >= _SHORTEST_LIKE and not (before and after)
            if harmless or (known in self._whole and (2 * len(inner) >= len(outer) or at_end)):
                yield inner, named, Rank.AMONG if harmless else Rank.PARTLY

    def _like(self, key: str) -> Match | None:
        """Return the one field whose name has the same characters in another order, is nearly the same, or longer."""
        names = {known: named for known, named in self._whole.items() if OPINION not in known}
        close: set[Named] = set()
        if len(key) >= _SHORTEST_LIKE:
            close = {named for known, named in names.items() if sorted(known) == sorted(key)}
            close = close or {names[known] for known in difflib.get_close_matches(key, names, n=2, cutoff=_ALIKE)}
        short = _ASKED.sub("", key)
        if not close and 1 < len(short) <= _SHORTEST_LIKE:
            close = {
                named for known, named in names.items() if known.startswith(short[0]) and _is_short_for(short, known)
            }
        return Match(tuple(close), Rank.LIKE) if len(close) == 1 else None


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether all characters of a word stand in a name in their order, as 博导 in 博士生导师."""
    rest = iter(name)
    return short[0] == name[0] and len(short) < len(name) and all(each in rest for each in short)


def _bare(text: str) -> str:
    """Return a heading without what counts it."""
    counted = COUNTED.match(text)
    return text[counted.end() :] if counted else text


def _keys(text: str) -> list[str]:
    """Return the heading squeezed: whole, without its counting, without what stands in brackets."""
    bare = _bare(text)
    spelt = (text, bare, _BRACKETS.sub("", bare), _BRACKETS.sub("", _BRACKETS.sub("", bare)))
    return [each for each in dict.fromkeys(map(squeezed, spelt)) if each]


_known: dict[int, Vocabulary] = {}


def vocabulary(form: Form) -> Vocabulary:
    """Return the form's vocabulary, made once for a form."""
    found = _known.get(id(form))
    if found is None or found.form is not form:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        found = _known[id(form)] = Vocabulary(form)
    return found
