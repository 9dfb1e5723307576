"""Which tests come to which line: no others can notice a fault in it, and the quickest are asked first.

In: tests, files. Out: how the tests ended, and the tests that come to a line. Told by coverage, and by what each test
took. Of what is done when a module is imported, and of what only a copy of the process does, it can tell nothing.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import coverage
import pytest

# So many are asked first where all must be asked.
_SOME = 60


class Reach:
    """Tests by the lines that they come to, as `learn` wrote them down."""

    def __init__(self, kept: Path) -> None:
        self._by_file: Mapping[str, Mapping[str, list[str]]] = json.loads(kept.read_text(encoding="utf-8"))

    def of(self, file: str, line: int) -> tuple[list[str], bool]:
        """Return the tests that come to the line, the quickest first, and whether these are all that can notice.

        Of a line that none is known to come to, anything may depend; those that come into its file know it best.
        """
        lines = self._by_file.get(file, {})
        found = lines.get(str(line), [])
        return (found, True) if found else (lines.get("", [])[:_SOME], False)


def learn(flags: Iterable[str], tests: Iterable[str], files: Iterable[Path], kept: Path) -> int:
    """Run the tests, write down which come where, and return how they ended."""
    clock = _Clock()
    watch = coverage.Coverage(data_file=None, include=[str(each.resolve()) for each in files], config_file=False)
    watch.start()
    clock.watch = watch
    code = int(pytest.main([*flags, *tests], plugins=[clock]))
    watch.stop()
    data = watch.get_data()
    by_file = {}
    for each in files:
        lines = data.contexts_by_lineno(str(each.resolve()))
        by_file[each.as_posix()] = _by_line(lines, clock.took)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(by_file, ensure_ascii=False), encoding="utf-8")
    return code


def _by_line(lines: Mapping[int, list[str]], took: Mapping[str, float]) -> dict[str, list[str]]:
    """Return the tests of each line, the quickest first, and under no line those of any."""
    found = {str(line): set(tests) & took.keys() for line, tests in lines.items()}
    found = {line: tests for line, tests in found.items() if tests}
    found[""] = set().union(*found.values())
    return {line: sorted(tests, key=lambda each: (took[each], each)) for line, tests in found.items()}


class _Clock:
    """A part of pytest that tells coverage which test runs, and notes what each took."""

    def __init__(self) -> None:
        self.took: dict[str, float] = defaultdict(float)
        self.watch: Any = None

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.watch.switch_context(nodeid)

    def pytest_runtest_logreport(self, report: Any) -> None:
        self.took[report.nodeid] += report.duration
