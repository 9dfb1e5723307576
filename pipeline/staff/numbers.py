"""Certificate numbers: given once, in the order of the list, never moved.

In: a programme with the numbers that its files hold. Out: the next number by the programme's pattern.
"""

import re
from collections import Counter
from datetime import date

from pipeline.model import Programme, Submission

_PART = re.compile(r"\{(年|类别|流水)(?::0?([0-9]))?\}")


class Serials:
    """Gives the next free number; each year and category (where the pattern names them) counts on its own."""

    def __init__(self, programme: Programme, on: date) -> None:
        self._programme = programme
        self._on = on
        self._used = {event.certificate_number for each in programme.submissions for event in each.events}
        self._last: Counter[str] = Counter()

    def next(self, submission: Submission) -> str:
        """Return the next number for the candidate; numbers that files hold are passed over, gaps are not filled."""
        code = str(submission.values.get(self._programme.roles.category or "", ""))
        if not self._last[code]:
            self._last[code] = max((self._serial(each, code) for each in self._used if each), default=0)
        self._last[code] += 1
        return self._written(code, self._last[code])

    def _written(self, code: str, serial: int) -> str:
        def part(match: re.Match[str]) -> str:
            known = {"年": str(self._on.year), "类别": code}
            return known.get(match[1], f"{serial:0{int(match[2] or 1)}d}")

        return _PART.sub(part, self._programme.certificate_pattern or "")

    def _serial(self, number: str, code: str) -> int:
        """Return the serial of a number of the same year and category, 0 for any other."""
        pattern = re.split(r"(\{[^{}]*\})", self._programme.certificate_pattern or "")
        known = {"{年}": str(self._on.year), "{类别}": re.escape(code)}
        expression = "".join(
            known.get(each, "([0-9]+)" if each.startswith("{") else re.escape(each)) for each in pattern
        )
        match = re.fullmatch(expression, number)
        return int(match[1]) if match else 0
