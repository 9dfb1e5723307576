"""Whose opinion a heading asks for.

In: a form, a squeezed heading with 意见 in it. Out: the field. What the heading says of the kind of opinion (推荐,
审核) tells nothing. Must not know where the heading stood.
"""

from collections.abc import Mapping

from pipeline.forms import Form
from pipeline.intake.labels import squeezed
from pipeline.intake.word.words import OF_OPINIONS

Stems = Mapping[str, str]


def stems(form: Form) -> Stems:
    """Return the field of each spelling of who gives an opinion; what several fields share is left out."""
    found: dict[str, set[str]] = {}
    for each in form.opinions:
        for spelt in (each.name, each.title):
            found.setdefault(_stem(squeezed(spelt)), set()).add(each.name)
    return {stem: names.pop() for stem, names in found.items() if stem and len(names) == 1}


def opinion_of(known: Stems, heading: str) -> tuple[str, bool]:
    """Return (field, whether it is named as the form names it); an empty name for the opinion of somebody else."""
    stem = _stem(heading)
    if stem in known:
        return known[stem], True
    if not stem and len(set(known.values())) == 1:
        return next(iter(known.values())), False
    held = [(len(each), stem.rfind(each), name) for each, name in known.items() if stem and each in stem]
    if held:
        # Who is named last is who speaks: 单位科协 is a 科协.
        return max(held)[2], False
    holding = {name for each, name in known.items() if len(stem) > 1 and stem in each}
    return (holding.pop(), False) if len(holding) == 1 else ("", False)


def _stem(heading: str) -> str:
    return OF_OPINIONS.sub("", heading)
