"""One file with several filled-in forms → each by itself.

In: the body of a document. Out: the blocks and controls of each form. A form begins where a table asks again for most
of what the tables before it asked for. Must not know values.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.forms import Form
from pipeline.intake.word.pieces import Block, Control, Table
from pipeline.intake.word.vocabulary import Rank, vocabulary
from pipeline.intake.word.walk import Walk

_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Copy:
    """The blocks of one form, and its controls."""

    blocks: tuple[Block, ...]
    controls: tuple[Control, ...]


def copies(form: Form, body: Any) -> Iterator[Copy]:
    """Yield the forms in a document, mostly one."""
    walk = Walk()
    blocks: list[Block] = []
    asked: set[str] = set()
    controls = last_table = 0
    for each in walk.blocks(body):
        if isinstance(each, Table):
            asks = _asks(form, each)
            if len(asks) >= _FEWEST and 2 * len(asks & asked) > len(asks) and 2 * len(asks) > len(asked):
                split = last_table if last_table else len(blocks)
                yield Copy(tuple(blocks[:split]), tuple(walk.controls[:controls]))
                del walk.controls[:controls]
                blocks, asked = blocks[split:], set()
            asked |= asks
            blocks.append(each)
            last_table, controls = len(blocks), len(walk.controls)
        else:
            blocks.append(each)
    yield Copy(tuple(blocks), tuple(walk.controls))


def _asks(form: Form, table: Table) -> set[str]:
    """Return the fields whose headings stand in a table as the form has them."""
    known = vocabulary(form)
    found: set[str] = set()
    for each in table.cells:
        match = known.sure(each.text.strip()) if len(each.text) <= 40 else None  # noqa: PLR2004
        if match is not None and match.named and match.rank <= Rank.OTHER:
            found.add(match.field)
    return found
