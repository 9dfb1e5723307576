"""Those who read while the site is edited: pages that are asked for at random, and streams of builds.

In: a port. Out: what they saw, and what was wrong with it. Must not know what is edited.
"""

import json
import random
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from http.client import HTTPConnection, HTTPException

_PAUSE = 0.05
_PATIENCE = 60
_END = b"</html>"


def get(port: int, path: str) -> tuple[int, bytes]:
    """Ask once; HTTPException where the answer is cut, OSError where there is none."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)) as link:
        link.request("GET", path)
        answer = link.getresponse()
        return answer.status, answer.read()


class Reader(threading.Thread):
    """Asks for one page after the other until `over`; `wrong` holds what no reader should meet."""

    def __init__(self, port: int, paths: Sequence[str], chance: random.Random, over: threading.Event) -> None:
        super().__init__(daemon=True)
        self.read = 0
        self.wrong: list[str] = []
        self._port, self._paths, self._chance, self._over = port, paths, chance, over

    def run(self) -> None:
        """Read on and on."""
        while not self._over.wait(_PAUSE):
            path = self._chance.choice(self._paths)
            try:
                status, body = get(self._port, path)
            except (HTTPException, OSError) as error:
                self.wrong.append(f"{path}: {error!r}")
                continue
            self.read += 1
            if status not in {200, 404} or (path.endswith("/") and not body.rstrip().endswith(_END)):
                self.wrong.append(f"{path}: {status}, {len(body)} bytes")


class Listener(threading.Thread):
    """Listens to the stream until `over`, leaving now and then as a reloading page does; `state` is what it heard."""

    def __init__(self, port: int, chance: random.Random, over: threading.Event) -> None:
        super().__init__(daemon=True)
        self.heard = 0
        self.state: dict[str, object] = {}
        self.wrong: list[str] = []
        self._port, self._chance, self._over = port, chance, over

    def run(self) -> None:
        """Listen, leave, come again."""
        while not self._over.is_set():
            try:
                self._listen(self._chance.randint(1, 40))
            except (HTTPException, OSError, ValueError) as error:
                if not self._over.is_set():
                    self.wrong.append(repr(error))
                    time.sleep(_PAUSE)

    def _listen(self, messages: int) -> None:
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)) as link:
            link.request("GET", "/__gongshi/events")
            stream = link.getresponse()
            while messages and not self._over.is_set():
                line = stream.readline()
                if not line:
                    return
                if line.startswith(b"data: "):
                    self.state = json.loads(line.removeprefix(b"data: "))
                    self.heard += 1
                    messages -= 1
