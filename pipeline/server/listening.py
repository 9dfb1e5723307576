"""Where the server listens, and how many it listens to.

In: an address, what is to be shown. Out: a server to be run. Must not know what an answer says.
"""

import socket
import socketserver
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path

from pipeline.server.answering import Handler
from pipeline.server.asking import address_in
from pipeline.server.board import Board

_TRIES = 20
# More than a crowd of readers; a system lets a process have about a thousand.
_MOST = 400


def _keep_quiet(_error: BaseException) -> None:
    """Say nothing of a fault."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: the site folder, the board; `desk` draws the staff's page, `confess` is told of our own faults."""

    site: Path
    board: Board
    desk: Callable[[], bytes] | None = None
    confess: Callable[[BaseException], None] = _keep_quiet


class SiteServer(ThreadingHTTPServer):
    """Serves one site folder; `name` is the host that it was told to listen on."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self, name: str, port: int, shown: Shown) -> None:
        self.name, self.shown = name, shown
        self._connections: dict[socket.socket, None] = {}
        self._lock = threading.Lock()
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        self.address_family = found[0][0]
        super().__init__(found[0][4], Handler)  # type: ignore[arg-type]  # an address of version 6 has four parts

    def server_bind(self) -> None:
        """Listen, without asking the network what this machine is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def process_request(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]
        """Answer a connection in a thread of its own; of too many the oldest, which others wait for, is ended."""
        with self._lock:
            self._connections[request] = None
            oldest = next(iter(self._connections))
            if len(self._connections) > _MOST:
                del self._connections[oldest]
                _end(oldest)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket) -> None:  # type: ignore[override]
        """End a connection that was answered."""
        with self._lock:
            self._connections.pop(request, None)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002
        """Confess a fault of ours; a reader who goes away is none, and no line in a log."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            self.shown.confess(error)


def _end(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it has ended by itself


def listen(host: str, port: int, shown: Shown) -> SiteServer:
    """Return a server on the first free port from `port` on; OSError where none of twenty is free."""
    for offset in range(_TRIES):
        try:
            return SiteServer(host, port + offset, shown)
        except OSError:
            if offset == _TRIES - 1 or port == 0:
                raise
    raise AssertionError("unreachable")


def is_open_to_others(server: SiteServer) -> bool:
    """Tell whether other machines can ask the server."""
    address = address_in(str(server.server_address[0]))
    return address is None or not address.is_loopback


def address_of(server: SiteServer) -> str:
    """Return the address by which a browser on this machine asks the server."""
    bound = address_in(str(server.server_address[0]))
    everywhere = bound is None or bound.is_unspecified
    host = "127.0.0.1" if everywhere else f"[{bound}]" if bound and bound.version == 6 else str(bound)  # noqa: PLR2004
    return f"http://{host}:{server.server_address[1]}/"
