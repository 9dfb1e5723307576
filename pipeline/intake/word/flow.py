"""A document from top to bottom → what stands under which heading: lines between tables, and the tables.

In: blocks. Out: claims, rows and leftovers on the desk. Must not know how a table is read.
"""

from collections.abc import Iterable, Sequence

from pipeline.intake.labels import squeezed
from pipeline.intake.word.findings import Claim, Desk
from pipeline.intake.word.opinions import is_signature
from pipeline.intake.word.pieces import Block, Line, Table, text_of, trimmed, unstruck
from pipeline.intake.word.segments import Segment, segments
from pipeline.intake.word.tables import TableReader
from pipeline.intake.word.words import is_printed

_OPEN_TABLE = "表格前只有栏目名称"


def read_flow(desk: Desk, blocks: Iterable[Block]) -> None:
    """Put on the desk what the blocks say."""
    lines: list[Line] = []
    for each in blocks:
        if isinstance(each, Line):
            lines += [] if desk.is_foot(each.text) else [each]
            continue
        _read_table(desk, each, _read_lines(desk, lines))
        lines = []
    _read_lines(desk, lines)


def _read_table(desk: Desk, table: Table, ahead: Segment | None) -> None:
    """Read a table; one without any heading is the value of the heading ahead of it."""
    if ahead is None or ahead.match is None:
        TableReader(desk, table).read()
        return
    left = len(desk.left)
    found = TableReader(desk, table, ahead.match.field).read()
    if not found and ahead.match.named and not desk.is_list(ahead.match.field):
        del desk.left[left:]
        desk.claims.append(Claim(ahead.match, ahead.label, text_of((table,)), table.where, _OPEN_TABLE))


def _read_lines(desk: Desk, lines: Sequence[Line]) -> Segment | None:
    """Read the lines between two tables; return the last heading, if nothing follows it."""
    text = "\n".join(unstruck(each.text) for each in lines)
    head, found = segments(desk.known, text)
    _left(desk, lines, 0, len(head))
    for each in found:
        _segment(desk, lines, each)
    last = found[-1] if found else None
    return last if last is not None and not squeezed(last.text) else None


def _segment(desk: Desk, lines: Sequence[Line], segment: Segment) -> None:
    where = _where(lines, segment.at + len(segment.text) - len(segment.text.lstrip(" \u3000\t\n")))
    if segment.match is None or not segment.match.named:
        if squeezed(segment.text) and not is_signature(segment.text):
            desk.left.append((trimmed(segment.text), f"{where} {segment.label}"))
        return
    name = segment.match.field
    text, rest = segment.text, ""
    if not (desk.is_long(name) or desk.is_opinion(name) or desk.is_list(name)):
        said = text.lstrip(" \u3000\t\n")
        first, _, rest = said.partition("\n")
        rest = rest if rest.strip() else ""
        text = first
    desk.claims.append(Claim(segment.match, segment.label, text, where))
    if rest:
        start = segment.at + len(segment.text) - len(rest)
        _left(desk, lines, start, start + len(rest))


def _left(desk: Desk, lines: Sequence[Line], start: int, end: int) -> None:
    """Leave the lines of a stretch of the text."""
    at = 0
    for line in lines:
        text = unstruck(line.text)
        piece = trimmed(text[max(start - at, 0) : max(end - at, 0)])
        at += len(text) + 1
        if squeezed(piece) and not is_printed(piece, desk.form.title):
            desk.left.append((piece, line.where))


def _where(lines: Sequence[Line], offset: int) -> str:
    at = 0
    for line in lines:
        at += len(unstruck(line.text)) + 1
        if offset < at:
            return line.where
    return lines[-1].where if lines else ""
