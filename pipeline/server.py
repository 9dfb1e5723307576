"""The built site on loopback, with live reload and a panel of findings over the last good page.

In: the site folder and the Board that the rebuild loop writes on. Out: HTTP answers. Reads the current build and never
waits for a swap; serves nothing outside the site; answers only requests that name this machine (no DNS rebinding).
Every answer has the headers that the published site should have.
"""

import json
import posixpath
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from pipeline import hosting

Desk = Callable[[], bytes]
OWN = "/__gongshi/"
_SCRIPT = f'<script src="{OWN}live.js" defer></script>'.encode()
# The desk's page has its style in itself, for it is no part of the site.
_DESK_POLICY = "; ".join(
    (hosting.PAGE_POLICY.replace("style-src 'self'", "style-src 'unsafe-inline'"), hosting.UNFRAMED)
)
_SLOW_CLIENT = 30.0
_KEEP_ALIVE = 15.0
_SWAP_TRIES = 20
_TRIES = 20
_LONGEST_NAME = 255
_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


class Board:
    """What the rebuild loop tells the browsers: the number of the last good build, and the findings since."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._state: dict[str, object] = {"build": 0, "findings": []}
        self._version = 0
        self._closed = False

    def post(self, built: bool, findings: list[dict[str, object]]) -> None:
        """Write down how a build ended; `findings` are those to lay over the page, none after a good build."""
        with self._condition:
            build = int(str(self._state["build"])) + built
            self._state = {"build": build, "findings": findings}
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
                state = json.dumps(self._state, ensure_ascii=False) if self._version != version else None
                version = self._version
            yield state


class SiteServer(ThreadingHTTPServer):
    """Serves one site folder; `hosts` are the names by which it may be asked."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self, address: tuple[str, int], site: Path, board: Board, desk: Desk | None) -> None:
        self.site, self.board, self.desk = site, board, desk
        self.hosts = _NAMES | {address[0]}
        super().__init__(address, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who goes away is no fault of ours and no line in a log."""


def listen(host: str, port: int, site: Path, board: Board, desk: Desk | None = None) -> SiteServer:
    """Return a server on the first free port from `port` on; OSError where none of twenty is free.

    `desk` gives the staff's page. It is answered only where the server listens on loopback and the reader is there too.
    """
    for offset in range(_TRIES):
        try:
            return SiteServer((host, port + offset), site, board, desk)
        except OSError:
            if offset == _TRIES - 1 or port == 0:
                raise
    raise AssertionError("unreachable")


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    server_version = "gongshi"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = _SLOW_CLIENT

    def do_GET(self) -> None:
        """Answer a page, our own script, or the stream of builds."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer like GET, without the body."""
        self._answer(with_body=False)

    def _answer(self, with_body: bool) -> None:
        if not self._names_us():
            self._plain(HTTPStatus.MISDIRECTED_REQUEST, with_body)
        elif self.path.startswith(OWN):
            self._own(self.path.removeprefix(OWN).partition("?")[0], with_body)
        else:
            self._page(with_body)

    def _names_us(self) -> bool:
        host = self.headers.get("Host", "")
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        return name.lower() in self.server.hosts

    def _own(self, name: str, with_body: bool) -> None:
        if name == "live.js":
            script = files("pipeline").joinpath("data", "live.js").read_bytes()
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", script, with_body)
        elif name == "events" and with_body:
            self._stream()
        elif name == "status" and self.server.desk and self._is_at_this_machine():
            self._staff(self.server.desk, with_body)
        else:
            self._plain(HTTPStatus.NOT_FOUND, with_body)

    def _is_at_this_machine(self) -> bool:
        """Tell whether both ends are on loopback: the desk's page holds what is not public."""
        ends = (str(self.client_address[0]), str(self.server.server_address[0]))
        return all(ip_address(end).is_loopback for end in ends)

    def _staff(self, desk: Desk, with_body: bool) -> None:
        try:
            page = desk()
        except Exception:  # whatever is wrong with the content stands on the terminal and in the panel
            self._plain(HTTPStatus.SERVICE_UNAVAILABLE, with_body)
            return
        policy = {"Content-Security-Policy": _DESK_POLICY}
        self._send(HTTPStatus.OK, "text/html; charset=utf-8", _living(page), with_body, policy)

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            for state in self.server.board.states():
                self.wfile.write(f"data: {state}\n\n".encode() if state else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            return

    def _page(self, with_body: bool) -> None:
        raw = urlsplit(self.path).path
        parts = _parts(raw)
        if parts is None:
            self._plain(HTTPStatus.NOT_FOUND, with_body)
            return
        place = self.server.site.joinpath(*parts)
        if place.is_dir() and not raw.endswith("/"):
            self._redirect(posixpath.basename(raw) + "/")
            return
        found = _read(place / "index.html" if raw.endswith("/") else place, self.server.site)
        status = HTTPStatus.OK
        if found is None:
            found = _read(self.server.site / "404.html", self.server.site) or (b"", ".txt")
            status = HTTPStatus.NOT_FOUND
        data, suffix = found
        if suffix == ".html":
            data = _living(data)
        self._send(status, hosting.media_type(suffix), data, with_body)

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _plain(self, status: HTTPStatus, with_body: bool) -> None:
        self._send(status, "text/plain; charset=utf-8", status.phrase.encode(), with_body)

    def _send(
        self,
        status: HTTPStatus,
        kind: str,
        data: bytes,
        with_body: bool,
        others: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        for name, value in {**dict(hosting.HEADERS), **others}.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # the library's own name
        """Requests are not logged: an address may hold what somebody searched for."""


def _living(page: bytes) -> bytes:
    """Return a page with our script."""
    return page.replace(b"</body>", _SCRIPT + b"</body>", 1)


def _parts(raw: str) -> tuple[str, ...] | None:
    """Return the parts of a request's path below the site, None for one that no page can have."""
    try:
        path = unquote(raw, errors="strict")
    except UnicodeDecodeError:
        return None
    parts = tuple(part for part in path.split("/") if part)
    return None if any(map(_is_odd, parts)) or not path.startswith("/") else parts


def _is_odd(part: str) -> bool:
    """Tell whether no file of a site can be called so; a name too long would make the disk raise."""
    return (
        part.startswith(".")
        or "\\" in part
        or ":" in part
        or not part.isprintable()
        or len(part.encode()) > _LONGEST_NAME
    )


def _read(place: Path, site: Path) -> tuple[bytes, str] | None:
    """Return a file's bytes and suffix; between two renames the site may be away for a moment, so look again."""
    for _ in range(_SWAP_TRIES):
        try:
            return place.read_bytes(), place.suffix.lower()
        except OSError:
            if site.is_dir():
                return None
            time.sleep(0.01)
    return None
