"""A small site that is served on loopback, and what can be said to it: well-formed requests, and bytes as they are."""

import http.client
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pipeline.server import Board, Shown, SiteServer, listen

PATIENCE = 10


@contextmanager
def serving(folder: Path, host: str = "127.0.0.1", **more: object) -> Iterator[SiteServer]:
    """Serve a site below the folder, beside which a secret stands."""
    site = folder / "output" / "site"
    (site / "roster").mkdir(parents=True)
    (site / "empty").mkdir()
    (site / "index.html").write_text("<body>home</body>", encoding="utf-8")
    (site / "roster" / "index.html").write_text("<body>名单</body>", encoding="utf-8")
    (site / "roster" / "roster.csv").write_bytes(b"\xef\xbb\xbfa,b\r\n")
    (site / "404.html").write_text("<body>not here</body>", encoding="utf-8")
    (folder / "output" / "secret.txt").write_text("secret", encoding="utf-8")
    shown = Shown(site, Board(), "<body>办理一览</body>".encode)
    server = listen(host, 0, shown)
    for name, value in more.items():
        setattr(server, name, value)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        shown.board.close()
        server.shutdown()
        server.server_close()
        thread.join()


def ask(
    server: SiteServer, path: str, method: str = "GET", host: str | None = None, **headers: str
) -> tuple[int, Mapping[str, str], bytes]:
    """Ask once, and return status, headers and body; of a header's name `_` stands for `-`."""
    port = server.server_address[1]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{port}")
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def say(server: SiteServer, data: bytes) -> bytes:
    """Send bytes, and return all that comes back until the server ends the connection."""
    with socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=PATIENCE) as client:
        said = b""
        try:
            client.sendall(data)
            client.shutdown(socket.SHUT_WR)
            while more := client.recv(1 << 16):
                said += more
        except ConnectionError:
            return said
        return said


def status(said: bytes) -> int:
    """Return the status of the first answer in bytes that came back, 0 where there was none."""
    return int(said.split(b" ", 2)[1]) if said.startswith(b"HTTP/") else 0
