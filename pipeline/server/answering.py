"""One connection: a request is read, judged, and answered.

In: a connection, what the server shows. Out: an answer. Must not know how a build is made.
"""

import io
import posixpath
from collections.abc import Callable, Mapping
from email.message import Message
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib.resources import files as shipped
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipeline import hosting
from pipeline.server import asking, files
from pipeline.server.patience import Patient

if TYPE_CHECKING:
    from pipeline.server.listening import SiteServer

OWN = "/__gongshi/"
_SCRIPT = f'<script src="{OWN}live.js" data-build="{{}}" defer></script>'
_HTML, _PLAIN, _JAVASCRIPT = (f"{each}; charset=utf-8" for each in ("text/html", "text/plain", "text/javascript"))
# The desk's page has its style in itself, for it is no part of the site.
_DESK_POLICY = "; ".join(
    (hosting.PAGE_POLICY.replace("style-src 'self'", "style-src 'unsafe-inline'"), hosting.UNFRAMED)
)
# A preview is new every time, whole, and for nobody's pages but its own.
_HEADERS = (
    *hosting.HEADERS,
    ("Cache-Control", "no-store"),
    ("Accept-Ranges", "none"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
_NO_OTHERS: Mapping[str, str] = MappingProxyType({})
# A request must have come, and each piece of an answer have been taken, within so many seconds.
_PATIENCE = 30.0
_PIECE = 1 << 16


class Handler(BaseHTTPRequestHandler):
    """Answers the requests of one connection, one after the other."""

    server: "SiteServer"
    server_version = "gongshi"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE
    disable_nagle_algorithm = True
    command: str
    headers: Message

    def setup(self) -> None:
        """Read what comes with patience, but not with endless patience."""
        super().setup()
        self.rfile.close()
        self._patient = Patient(self.connection, _PATIENCE)
        self.rfile = io.BufferedReader(self._patient)

    def handle_one_request(self) -> None:
        """Wait for a request and answer it."""
        self.command = ""
        self._patient.begin()
        super().handle_one_request()

    def do_GET(self) -> None:
        """Answer a page, our own script, or the stream of builds."""
        self.connection.settimeout(_PATIENCE)
        fault = asking.fault(self.request_version, self.path, self.headers)
        path, _, _ = self.path.partition("?")
        if fault:
            self.send_error(fault)
        elif not asking.names(self.headers, (self.server.name, str(self.connection.getsockname()[0]))):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif path.startswith(OWN):
            self._own(path.removeprefix(OWN))
        else:
            self._page()

    do_HEAD = do_GET

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Refuse a request in a word, and end the connection: what comes behind it may be anything.

        The library calls it too, with words that say again what was asked, and for every method but GET and HEAD.
        """
        if code == HTTPStatus.NOT_IMPLEMENTED:
            code = HTTPStatus.METHOD_NOT_ALLOWED
        self.request_version = self.protocol_version
        self.close_connection = True
        allow = {"Allow": "GET, HEAD"} if code == HTTPStatus.METHOD_NOT_ALLOWED else {}
        self._word(HTTPStatus(code), {"Connection": "close", **allow})

    def _own(self, name: str) -> None:
        if name == "live.js":
            script = shipped("pipeline").joinpath("data", "live.js").read_bytes()
            self._send(HTTPStatus.OK, _JAVASCRIPT, script)
        elif name == "events":
            self._stream()
        elif name == "status" and self.server.shown.desk and self._is_at_this_machine():
            self._staff(self.server.shown.desk)
        else:
            self._word(HTTPStatus.NOT_FOUND)

    def _is_at_this_machine(self) -> bool:
        """Tell whether the reader may see the desk's page, which holds what is not public."""
        ends = (str(self.client_address[0]), str(self.server.server_address[0]))
        return asking.is_at_this_machine(ends, self.headers)

    def _staff(self, desk: Callable[[], bytes]) -> None:
        build = self.server.shown.board.build
        try:
            page = desk()
        except Exception:  # whatever is wrong with the content stands on the terminal and in the panel
            self._word(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        self._send(HTTPStatus.OK, _HTML, _living(page, build), {"Content-Security-Policy": _DESK_POLICY})

    def _stream(self) -> None:
        self.close_connection = True
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream; charset=utf-8", "Connection": "close"})
        if self.command == "HEAD":
            return
        for state in self.server.shown.board.states():
            self.wfile.write(f"data: {state}\n\n".encode() if state else b": still here\n\n")

    def _page(self) -> None:
        # Asked for before the page is read: told too early, a build is at most followed once more, and never missed.
        build, asked = self.server.shown.board.build, urlsplit(self.path)
        site, path = self.server.shown.site, files.path_of(asked.path)
        is_folder = asked.path.endswith("/")
        found = None if path is None else files.read(site, f"{path}/index.html".lstrip("/") if is_folder else path)
        if found:
            self._file(HTTPStatus.OK, build, *found)
        elif path and not is_folder and files.has_page(site, path):
            query = f"?{asked.query}" if asked.query else ""
            self._send(
                HTTPStatus.MOVED_PERMANENTLY, _PLAIN, b"", {"Location": f"{posixpath.basename(asked.path)}/{query}"}
            )
        elif lost := files.read(site, "404.html"):
            self._file(HTTPStatus.NOT_FOUND, build, *lost)
        else:
            self._word(HTTPStatus.NOT_FOUND)

    def _file(self, status: HTTPStatus, build: int, data: bytes, suffix: str) -> None:
        self._send(status, hosting.media_type(suffix), _living(data, build) if suffix == ".html" else data)

    def _word(self, status: HTTPStatus, others: Mapping[str, str] = _NO_OTHERS) -> None:
        self._send(status, _PLAIN, status.phrase.encode(), others)

    def _send(self, status: HTTPStatus, kind: str, data: bytes, others: Mapping[str, str] = _NO_OTHERS) -> None:
        self._head(status, {"Content-Type": kind, "Content-Length": str(len(data)), **others})
        if self.command != "HEAD":
            for start in range(0, len(data), _PIECE):
                self.wfile.write(data[start : start + _PIECE])

    def _head(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**dict(_HEADERS), **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # the library's own name
        """Requests are not logged: an address may hold what somebody searched for."""


def _living(page: bytes, build: int) -> bytes:
    """Return a page with our script, which is told of which build the page is."""
    return page.replace(b"</body>", _SCRIPT.format(build).encode() + b"</body>", 1)
