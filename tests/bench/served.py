"""From the moment a file is saved to the moment its page is served anew.

In: a server to start, an edit. Out: seconds. Must not know whose server it is.
"""

import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

# How long a first build may take, and how often the page is asked for (seconds).
PATIENCE = 1800.0
PAUSE = 0.002
# The watch begins after the first build, and an editor is not faster than this.
SETTLED = 1.0
# Other revisions than those of the builds before.
_FIRST = 1000


class NotServedError(Exception):
    """The page did not come."""


def port() -> int:
    """Return a free port on this machine."""
    with closing(socket.socket()) as own:
        own.bind(("127.0.0.1", 0))
        return int(own.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Server:
    """A command that serves, the folder it is started in, its port, and the address of the page that is watched."""

    command: Sequence[str]
    folder: Path
    port: int
    page: str


def time_edits(server: Server, edit: Callable[[int], str], times: int) -> list[float]:
    """Start a server, change a file so many times, and return how long each change took to be served."""
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(server.command, cwd=server.folder, stdin=nothing, stdout=nothing, stderr=nothing)
    try:
        _wait(process, server, "</html>")
        time.sleep(SETTLED)
        return [_once(process, server, edit, turn) for turn in range(times)]
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _once(process: "subprocess.Popen[bytes]", server: Server, edit: Callable[[int], str], turn: int) -> float:
    time.sleep(SETTLED)
    text = edit(_FIRST + turn)
    start = time.perf_counter()
    _wait(process, server, text)
    return time.perf_counter() - start


def _wait(process: "subprocess.Popen[bytes]", server: Server, text: str) -> None:
    wanted = text.encode()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError, HTTPException), closing(HTTPConnection("127.0.0.1", server.port, timeout=60)) as link:
            link.request("GET", server.page)
            if wanted in link.getresponse().read():
                return
        time.sleep(PAUSE)
    raise NotServedError(server.page)
