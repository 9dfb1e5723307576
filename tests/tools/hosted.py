"""A site as a web server gives it, with the headers that it should have, below any path.

In: a folder, a path. Out: HTTP answers on loopback, and the addresses that had none. Must not know pytest.
"""

import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import unquote, urlsplit

from pipeline import hosting

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}


class Hosted(ThreadingHTTPServer):
    """Serves a folder below `prefix`, which begins and ends with `/`, until it is left."""

    daemon_threads = True

    def __init__(self, folder: Path, prefix: str = "/") -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder, self.prefix = folder, prefix
        self.missing: list[str] = []

    @property
    def address(self) -> str:
        """Return where the site's home page is."""
        return f"http://127.0.0.1:{self.server_address[1]}{self.prefix}"

    def __enter__(self) -> "Hosted":
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Hosted
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a file, a folder's page, or the page for those who lost their way."""
        path = unquote(urlsplit(self.path).path)
        file = self.server.folder / path.removeprefix(self.server.prefix)
        if path.endswith("/"):
            file /= "index.html"
        status = HTTPStatus.OK
        if not path.startswith(self.server.prefix) or not file.is_file():
            self.server.missing.append(self.path)
            file, status = self.server.folder / "404.html", HTTPStatus.NOT_FOUND
        data = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", _TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(data)))
        for name, value in hosting.HEADERS:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # the library's own name
        """Say nothing."""
