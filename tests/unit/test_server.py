"""`serve` shows the site on loopback, nothing else, and tells browsers what happened."""

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline import server
from pipeline.server import Board, SiteServer, listen


@pytest.fixture
def served(tmp_path: Path) -> Iterator[SiteServer]:
    site = tmp_path / "output" / "site"
    (site / "roster").mkdir(parents=True)
    (site / "index.html").write_text("<body>home</body>", encoding="utf-8")
    (site / "roster" / "index.html").write_text("<body>名单</body>", encoding="utf-8")
    (site / "roster" / "roster.csv").write_bytes(b"\xef\xbb\xbfa,b\r\n")
    (site / "404.html").write_text("<body>not here</body>", encoding="utf-8")
    (tmp_path / "output" / "secret.txt").write_text("secret", encoding="utf-8")
    server = listen("127.0.0.1", 0, site, Board(), "<body>办理一览</body>".encode)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.board.close()
    server.shutdown()
    server.server_close()
    thread.join()


def ask(
    server: SiteServer, path: str, method: str = "GET", host: str | None = None
) -> tuple[int, dict[str, str], bytes]:
    port = server.server_address[1]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{port}")
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def test_serves_a_page_with_the_live_script(served: SiteServer) -> None:
    """A page comes with our script before its end and is never cached."""
    status, headers, body = ask(served, "/")
    assert status == 200
    assert body == b'<body>home<script src="/__gongshi/live.js" defer></script></body>'
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Type"] == "text/html; charset=utf-8"


def test_serves_a_file_as_it_is(served: SiteServer) -> None:
    """A file that is no page goes out byte for byte with its type."""
    status, headers, body = ask(served, "/roster/roster.csv")
    assert (status, headers["Content-Type"], body) == (200, "text/csv; charset=utf-8", b"\xef\xbb\xbfa,b\r\n")


def test_head_has_no_body(served: SiteServer) -> None:
    """HEAD answers like GET, without the body."""
    status, headers, body = ask(served, "/", "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 0


def test_a_folder_without_its_slash_is_redirected_below_any_path(served: SiteServer) -> None:
    """/roster leads to roster/, relative, so that links on the page keep working."""
    status, headers, _ = ask(served, "/roster")
    assert (status, headers["Location"]) == (301, "roster/")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/roster/../../secret.txt",
        "//secret.txt/../../secret.txt",
        "/..\\secret.txt",
        "/%5c..%5csecret.txt",
        "/C:/secret.txt",
        "/.gongshi/x",
        "/index.html%00",
        "/%ff",
        "/missing/",
        "/" + "a" * 4000,
    ],
)
def test_nothing_outside_the_site_is_served(served: SiteServer, path: str) -> None:
    """A path that leads out of the site, or nowhere, is not found."""
    status, _, body = ask(served, path)
    assert status == 404
    assert b"secret" not in body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "192.168.1.5", ""])
def test_a_request_that_names_another_host_is_refused(served: SiteServer, host: str) -> None:
    """A page of a stranger's site that resolves to this machine gets nothing (DNS rebinding)."""
    assert ask(served, "/", host=host or " ")[0] == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1", "[::1]:8000"])
def test_a_request_that_names_this_machine_is_answered(served: SiteServer, host: str) -> None:
    """The names of this machine are accepted with and without a port."""
    assert ask(served, "/", host=host)[0] == 200


def test_other_methods_are_refused(served: SiteServer) -> None:
    """Nothing can be sent to the server."""
    assert ask(served, "/", "POST")[0] == 501


def test_garbage_does_not_end_the_server(served: SiteServer) -> None:
    """Bytes that are no request are answered or dropped, and the next reader is served."""
    with socket.create_connection(served.server_address[:2], timeout=10) as client:
        client.sendall(b"\x00\xff garbage\r\n\r\n")
        client.recv(100)
    assert ask(served, "/")[0] == 200


def test_readers_hear_of_builds_and_findings(served: SiteServer) -> None:
    """The stream says the state at once and again at every build."""
    connection = http.client.HTTPConnection(*served.server_address[:2], timeout=10)
    connection.request("GET", "/__gongshi/events")
    stream = connection.getresponse()
    assert json.loads(stream.readline().removeprefix(b"data: ")) == {"build": 0, "findings": []}
    served.board.post(built=False, findings=[{"code": "S203"}])
    stream.readline()
    assert json.loads(stream.readline().removeprefix(b"data: ")) == {"build": 0, "findings": [{"code": "S203"}]}
    served.board.post(built=True, findings=[])
    stream.readline()
    assert json.loads(stream.readline().removeprefix(b"data: ")) == {"build": 1, "findings": []}
    stream.close()
    connection.close()


def test_the_next_free_port_is_taken(served: SiteServer) -> None:
    """A port that is taken leads to the next one, not to a fault."""
    port = served.server_address[1]
    other = listen("127.0.0.1", port, served.site, served.board)
    try:
        assert other.server_address[1] > port
    finally:
        other.server_close()


def test_many_readers_at_once(served: SiteServer) -> None:
    """Two hundred readers at once are all answered."""
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(ask(served, "/roster/")[0])) for _ in range(200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 200


def test_the_desk_is_answered_on_this_machine(served: SiteServer) -> None:
    """The staff's page is drawn anew for each request, with the live script, and never lies in the site."""
    status, _, body = ask(served, "/__gongshi/status")
    assert status == 200
    assert "办理一览".encode() in body
    assert b"live.js" in body
    assert [each.name for each in served.site.rglob("*") if "status" in each.name] == []


def test_the_desk_is_refused_off_loopback(served: SiteServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where either end is another machine's address, or there is no desk, the staff's page is not found."""
    monkeypatch.setattr("pipeline.server._Handler._is_at_this_machine", lambda _: False)
    assert ask(served, "/__gongshi/status")[0] == 404
    monkeypatch.undo()
    served.desk = None
    assert ask(served, "/__gongshi/status")[0] == 404


@pytest.mark.parametrize(
    ("reader", "listener", "there"),
    [("127.0.0.1", "127.0.0.1", True), ("127.0.0.1", "0.0.0.0", False), ("192.0.2.7", "192.0.2.1", False)],
)
def test_both_ends_must_be_on_loopback(reader: str, listener: str, there: bool) -> None:
    """A server that listens to the network shows no desk, not even to this machine."""
    handler = server._Handler.__new__(server._Handler)
    handler.client_address = (reader, 1)
    handler.server = SimpleNamespace(server_address=(listener, 2))  # type: ignore[assignment]
    assert handler._is_at_this_machine() is there


def test_a_desk_that_fails_ends_nothing(served: SiteServer) -> None:
    """While the content cannot be read the page says so and the server goes on."""

    def fail() -> bytes:
        raise ValueError

    served.desk = fail
    assert ask(served, "/__gongshi/status")[0] == 503
    assert ask(served, "/")[0] == 200
