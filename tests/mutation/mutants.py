"""Every mutant of a file: one small fault each.

In: a file. Out: its mutants, in the order of its lines. Must not know tests.
"""

import ast
import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from cosmic_ray.mutating import mutate_code
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
    """Return the mutants that a program can tell from the file; what changes annotations or decorators only is none."""
    source = file.read_text(encoding="utf-8")
    seen = {_code(source)}
    alike: Counter[tuple[str, str]] = Counter()
    mutants: list[Mutant] = []
    for mutated in _sources(source):
        code = _code(mutated)
        if code in seen:
            continue
        seen.add(code)
        was, becomes, line = _difference(source, mutated)
        mutants.append(Mutant(file.as_posix(), was, becomes, alike[was, becomes], line, mutated))
        alike[was, becomes] += 1
    return sorted(mutants, key=lambda each: each.line)


def _sources(source: str) -> Iterator[str]:
    known: Any = OperatorProvider()
    for operator in (*(known[name]() for name in _KNOWN), NegateFilter(), SwapMembership(), DropStatement()):
        for number in count():
            mutated = mutate_code(source, operator, number)
            if mutated is None:
                break
            yield mutated


class _Plain(ast.NodeTransformer):
    """Takes annotations and decorators away."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(node.arg, None)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns, node.decorator_list = None, []
        return self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.decorator_list = []
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)


def _code(source: str) -> str:
    """Return what the program does, without annotations, decorators and places; a source that is none gives the source."""
    try:
        return ast.dump(_Plain().visit(ast.parse(source)))
    except SyntaxError:
        return source


def _difference(source: str, mutated: str) -> tuple[str, str, int]:
    """Return the lines that differ, as they were and as they are, and the number of the first."""
    old, new = source.splitlines(), mutated.splitlines()
    parts = [each for each in difflib.SequenceMatcher(None, old, new, False).get_opcodes() if each[0] != "equal"]
    was = "\n".join(line.strip() for _, start, end, _, _ in parts for line in old[start:end])
    becomes = "\n".join(line.strip() for _, _, _, start, end in parts for line in new[start:end])
    return was, becomes, parts[0][1] + 1
