"""Operators that cosmic-ray has not, for what these rooms are made of: filters, membership, and findings that are told.

In: a node of parso's tree. Out: the places that can be mutated, and the mutated node.
"""

from collections.abc import Iterator
from typing import Any

import parso

_SWAPPED = {"in": " not in", "not in": " in"}
_TOLD = ("atom_expr", "yield_expr")


class NegateFilter:
    """`for x in y if z` becomes `for x in y if not (z)`."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        """Yield the place of the condition."""
        if node.type == "comp_if":
            yield node.children[1].start_pos, node.children[1].end_pos

    def mutate(self, node: Any, _: int) -> Any:
        """Return the filter the other way round."""
        node.children[1] = parso.parse(f" not ({node.children[1].get_code().strip()})")
        return node


class SwapMembership:
    """`x in y` becomes `x not in y`, and the other way round."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        """Yield the place of each operator."""
        for index in self._places(node):
            yield node.children[index].start_pos, node.children[index].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Return the comparison with that operator swapped."""
        at = self._places(node)[index]
        node.children[at] = parso.parse(_SWAPPED[_words(node.children[at])])
        return node

    @staticmethod
    def _places(node: Any) -> list[int]:
        if node.type != "comparison":
            return []
        return [at for at in range(1, len(node.children), 2) if _words(node.children[at]) in _SWAPPED]


class DropStatement:
    """A call or a yield that stands alone becomes `pass`."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        """Yield the place of the statement."""
        if node.type == "simple_stmt" and node.children[0].type in _TOLD:
            yield node.children[0].start_pos, node.children[0].end_pos

    def mutate(self, node: Any, _: int) -> Any:
        """Return nothing done."""
        node.children[0] = parso.parse(f"{node.children[0].get_first_leaf().prefix}pass")
        return node


def _words(node: Any) -> str:
    return " ".join(node.get_code().split())
