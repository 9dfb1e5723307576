"""What the rebuild loop tells the browsers.

In: how a build ended. Out: the state as JSON, to everybody who waits for it. Must not know HTTP.
"""

import json
import threading
from collections.abc import Iterator

_KEEP_ALIVE = 15.0


class Board:
    """What the rebuild loop tells the browsers: the number of the last good build, and the findings since.

    `first`: the number to count from, another one for each server, so that no page of an earlier one passes for new.
    """

    def __init__(self, first: int = 0) -> None:
        self._condition = threading.Condition()
        self._build = first
        self._findings: list[dict[str, object]] = []
        self._version = 0
        self._closed = False

    @property
    def build(self) -> int:
        """Return the number of the last good build."""
        return self._build

    def post(self, built: bool, findings: list[dict[str, object]]) -> None:
        """Write down how a build ended; `findings` are those to lay over the page, none after a good build."""
        with self._condition:
            self._build += built
            self._findings = findings
            self._version += 1
            self._condition.notify_all()

    def close(self) -> None:
        """Let every waiting reader go."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()

    def states(self) -> Iterator[str | None]:
        """Yield the state as JSON now and at every change; None where nothing changed for a while."""
        version = -1
        while not self._closed:
            with self._condition:
                if self._version == version:
                    self._condition.wait(_KEEP_ALIVE)
                said = {"build": self._build, "findings": self._findings}
                state = json.dumps(said, ensure_ascii=False) if self._version != version else None
                version = self._version
            yield state
