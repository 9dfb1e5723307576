"""Every mutant of a file: one small fault each.

In: a file. Out: its mutants, in the order of its lines. Must not know tests.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.operators.provider import OperatorProvider

from tests.mutation.operators import DropStatement, NegateFilter, SwapMembership

# Of the many that cosmic-ray has: those whose fault is the likely slip. An operator is negated and moved by one, not
# replaced by all others; ExceptionReplacer is left, for it cannot read a name with a dot.
_KNOWN = (
    *("AddNot", "ReplaceUnaryOperator_Delete_Not", "ReplaceAndWithOr", "ReplaceOrWithAnd"),
    *("ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "NumberReplacer"),
    *("ZeroIterationForLoop", "ReplaceContinueWithBreak", "ReplaceBreakWithContinue"),
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is")),
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt")),
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt")),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("Add_Sub", "Sub_Add", "Mul_Div", "FloorDiv_Mul", "Mod_Mul")),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("BitOr_BitAnd", "BitAnd_BitOr")),
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file, the lines that change, what they become, and which it is of several mutants that read alike."""

    file: str
    was: str
    becomes: str
    number: int
    line: int = field(compare=False)
    source: str = field(compare=False, repr=False)

    @property
    def key(self) -> tuple[str, str, str, int]:
        """Return what it is known by in the results, wherever in the file it stands."""
        return self.file, self.was, self.becomes, self.number


def of_file(file: Path) -> list[Mutant]:
    """Return the mutants of the file; nothing is done to annotations and decorators, which do nothing to a program."""
    source = file.read_text(encoding="utf-8")
    alike: Counter[tuple[str, str]] = Counter()
    mutants: list[Mutant] = []
    for mutated in sorted(set(_sources(source))):
        was, becomes, line = _difference(source, mutated)
        mutants.append(Mutant(file.as_posix(), was, becomes, alike[was, becomes], line, mutated))
        alike[was, becomes] += 1
    return sorted(mutants, key=lambda each: each.line)


def _sources(source: str) -> Iterator[str]:
    known: Any = OperatorProvider()
    operators = (*(known[name]() for name in _KNOWN), NegateFilter(), SwapMembership(), DropStatement())
    starts = [0, *accumulate(len(line) for line in source.splitlines(keepends=True))]
    spared = _spared(source)
    for node in ast_nodes(get_ast(source)):
        start, end = (starts[line - 1] + column for line, column in (node.start_pos, node.end_pos))
        for operator in operators:
            for index, (place, _) in enumerate(operator.mutation_positions(node)):
                if not any(first <= place < last for first, last in spared):
                    yield f"{source[:start]}{_mutated(operator, node, index)}{source[end:]}"


def _mutated(operator: Any, node: Any, index: int) -> str:
    """Return the node's text mutated; operators change a node or its leaves in place, so they are put back."""
    children = list(getattr(node, "children", ()))
    values = [(leaf, leaf.value) for leaf in (node, *children) if hasattr(leaf, "value")]
    text: str = operator.mutate(node, index).get_code().lstrip(" ")
    if children:
        node.children = children
    for leaf, value in values:
        leaf.value = value
    return text


def _spared(source: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return where annotations and decorators begin and end, with columns in characters."""
    lines = source.splitlines()
    parts: list[ast.expr | None] = []
    for node in ast.walk(ast.parse(source)):
        parts += [getattr(node, "annotation", None), getattr(node, "returns", None)]
        parts += getattr(node, "decorator_list", [])

    def place(line: int, column: int) -> tuple[int, int]:
        return line, len(lines[line - 1].encode()[:column].decode())

    return [
        (place(each.lineno, each.col_offset), place(each.end_lineno or 0, each.end_col_offset or 0))
        for each in parts
        if each is not None
    ]


def _difference(source: str, mutated: str) -> tuple[str, str, int]:
    """Return the lines that differ, as they were and as they are, and the number of the first."""
    old, new = source.splitlines(), mutated.splitlines()
    first = next(number for number, (was, now) in enumerate(zip(old, new, strict=False)) if was != now)
    pairs = zip(reversed(old), reversed(new), strict=False)
    last = next(number for number, (was, now) in enumerate(pairs) if was != now)
    was, becomes = (lines[first : len(lines) - last] for lines in (old, new))
    return "\n".join(map(str.strip, was)), "\n".join(map(str.strip, becomes)), first + 1
