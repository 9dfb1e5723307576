"""Certificate numbers: given once, in the order of the list, never moved.

In: a programme with the numbers that its files hold. Out: the next number by the programme's pattern.
"""

import re
from datetime import date

from pipeline.model import Programme, Submission

_PART = re.compile(r"(\{[^{}]*\})")


class Serials:
    """Gives the next free number; years and categories that the pattern names count on their own.

    Numbers that files hold are passed over whoever holds them, revoked or not; gaps are not filled.
    """

    def __init__(self, programme: Programme, on: date) -> None:
        self._pattern = _PART.split(programme.certificate_pattern or "")
        self._role = programme.roles.category or ""
        self._year = str(on.year)
        held = (event.certificate_number for each in programme.submissions for event in each.events)
        self._held = tuple(number for number in held if number)
        self._last: dict[str, int] = {}

    def next(self, submission: Submission) -> str:
        """Return the next number for the candidate."""
        code = str(submission.values.get(self._role, "")) if "{类别}" in self._pattern else ""
        last = self._last[code] if code in self._last else self._highest(code)
        self._last[code] = last + 1
        return "".join(self._part(part, code, last + 1) for part in self._pattern)

    def _part(self, part: str, code: str, serial: int) -> str:
        if not part.startswith("{"):
            return part
        name, _, width = part.strip("{}").partition(":")
        return {"年": self._year, "类别": code}.get(name, f"{serial:0{int(width or 1)}d}")

    def _highest(self, code: str) -> int:
        """Return the highest serial that a file holds of the year and category, 0 where none does."""
        known = {"{年}": self._year, "{类别}": re.escape(code)}
        parts = (known.get(part, "([0-9]+)" if part.startswith("{") else re.escape(part)) for part in self._pattern)
        expression = re.compile("".join(parts))
        matches = (expression.fullmatch(number) for number in self._held)
        return max((int(match[1]) for match in matches if match), default=0)
