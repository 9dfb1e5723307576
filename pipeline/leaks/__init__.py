"""The second lock: every emitted byte is searched for what must not be in it.

In: the outputs and the guard. Out: findings; one is enough that nothing is published. Outputs are decoded first
(HTML entities, percent, JSON escapes, members of zip files, text of PDF files), so that no encoding hides a value.
Must not know who may see what: the guard says it.
"""

from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic, Location, finding, ordered
from pipeline.leaks.numbers import Numbers
from pipeline.leaks.readings import UnreadableError, readings
from pipeline.leaks.values import Values
from pipeline.outputs import Output
from pipeline.public.guard import Guard

__all__ = ["Search", "scan"]

# Of these there are many that are alike.
_OF_LINES = (".html", ".svg")


def scan(outputs: Iterable[Output], guard: Guard) -> tuple[Diagnostic, ...]:
    """Return a finding for every private value in an output; each names the output and the value's field and file.

    P501 a withheld value anywhere, P502 a withheld name standing alone, P503 an undeclared mobile number,
    P504 an undeclared identity number, P505 an output that cannot be read.
    """
    search = Search(guard)
    return ordered(each for output in outputs for each in search.look(output))


class Search:
    """The guard, made ready once; outputs may come one by one, in any order.

    Where no value goes over a line end, what a line says is the same wherever it stands, for every encoding keeps to
    its line too. Most lines of a page stand on the page before it: those are not searched again.
    """

    def __init__(self, guard: Guard) -> None:
        self._values = Values(guard.packs)
        self._numbers = Numbers(guard.declared)
        self._kinds = () if any(b"\n" in each.packed for each in guard.packs) else _OF_LINES
        self._clean: set[bytes] = set()
        self._last: dict[str, set[bytes]] = {}

    def look(self, output: Output) -> tuple[Diagnostic, ...]:
        """Return the findings of one output."""
        if output.path.endswith(self._kinds) and not output.reading and self._is_clean(output):
            return ()
        return tuple(self._look(output))

    def _is_clean(self, output: Output) -> bool:
        """Tell whether nothing is found, and remember the lines that came twice; those that never do would be many."""
        fresh = [line for line in output.data.split(b"\n") if line not in self._clean]
        if any(self._look(Output(output.path, b"\n".join(fresh)))):
            return False
        kind = output.path.rpartition(".")[2]
        self._clean |= self._last.get(kind, set()).intersection(fresh)
        self._last[kind] = set(fresh)
        return True

    def _look(self, output: Output) -> Iterator[Diagnostic]:
        place = Location(f"output/site/{output.path}")
        try:
            for text in readings(output):
                for value in self._values.of(text):
                    code = "P501" if value.secret == "exact" else "P502"
                    yield finding(code, place, field=value.field, source=value.path)
                yield from (finding(code, place) for code in self._numbers.of(text))
        except UnreadableError:
            yield finding("P505", place)
