"""What tags say and what headings say of one form → one list of reads.

In: both, the desk. Out: reads. Where nothing but printed words stands beside a field's controls, the tags are the whole
truth; otherwise what the headings say counts too, and what differs is doubtful. Must not know XML.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.intake.labels import Part, squeezed
from pipeline.intake.types import Certainty, Read
from pipeline.intake.word.findings import Desk

_DIFFER = "内容控件里的与格子里的不同"
# What our own files print in the cells of values, beside choices and headings of columns.
_PRINTED = "结论负责人签字年月日接续页☑☐☒"


def both(desk: Desk, tags: Sequence[Read], heads: Sequence[Read]) -> Iterator[Read]:
    """Yield the reads in the order of the form."""
    for field in desk.form.fields:
        by_tag = [each for each in tags if each.field == field.name]
        by_head = [each for each in heads if each.field == field.name]
        if not by_tag:
            yield from by_head
        elif _is_covered(desk, field.name, by_tag):
            yield from by_tag
        elif _lines(by_head) > _lines(by_tag):
            yield from by_head
        else:
            yield from _weighed(by_tag, by_head)
    yield from (each for each in heads if desk.form.field(each.field) is None)


def _weighed(tags: Sequence[Read], heads: Sequence[Read]) -> Iterator[Read]:
    by_head: dict[Part, Read] = {}
    for each in heads:
        by_head.setdefault(each.part, each)
    for tag in tags:
        head = by_head.pop(tag.part, None)
        if head is None or _plain(head.text) in _plain(tag.text):
            yield tag
            continue
        pair = (head, tag) if _plain(tag.text) in _plain(head.text) else (tag, head)
        yield from (replace(each, certainty=Certainty.DOUBTFUL, remark=_DIFFER) for each in pair)
    yield from (each for each in by_head.values() if each.text)


def _is_covered(desk: Desk, name: str, tags: Sequence[Read]) -> bool:
    """Tell whether every character of the field's cells stands in a control or is printed there."""
    cells = [each.text for each in desk.claims if each.match.field == name]
    cells += [text for row in desk.rows if row.field == name for text, _ in row.texts.values()]
    printed = [_PRINTED] + [
        "".join((cell.text, *cell.choices, *cell.columns))
        for line in desk.form.layout.rows
        for cell in line.cells
        if cell.field == name
    ]
    known = Counter(squeezed("".join((*printed, *(each.text for each in tags)))))
    return not Counter(squeezed("".join(cells))) - known


def _lines(reads: Sequence[Read]) -> int:
    return len({each.part[0] for each in reads if len(each.part) > 1})


def _plain(text: str) -> str:
    return "".join(text.split())
