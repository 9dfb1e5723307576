"""Who may ask `serve` for what: by name, by address, and in what words."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from pathlib import Path

import pytest

from pipeline.server import SiteServer, address_of, asking, is_open_to_others
from tests.unit.site_served import ask, say, serving, status


@pytest.fixture
def served(tmp_path: Path) -> Iterator[SiteServer]:
    with serving(tmp_path) as server:
        yield server


STRANGERS = ("evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "192.168.1.5",
             "localhost@evil.example", "evil.example:localhost", "127.0.0.1:8000:1", "0.0.0.0:8000", "[::]", "[::1",
             "127.1", "2130706433", "0x7f.0.0.1", "localhost,evil.example", " ")  # fmt: skip


@pytest.mark.parametrize("host", STRANGERS)
def test_a_request_that_names_another_host_is_refused(served: SiteServer, host: str) -> None:
    """A page of a stranger's site that resolves to this machine gets nothing (DNS rebinding), nor its stream."""
    for path in ("/", "/__gongshi/events", "/__gongshi/status", "/__gongshi/live.js", "/missing"):
        assert ask(served, path, host=host)[::2] == (421, b"Misdirected Request")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1", "[::1]:8000", "127.0.0.1:", "127.8.8.8"])
def test_a_request_that_names_this_machine_is_answered(served: SiteServer, host: str) -> None:
    """The names of this machine are accepted with and without a port."""
    assert ask(served, "/", host=host)[0] == 200


def _headers(**said: str) -> Message:
    made = Message()
    for name, value in said.items():
        made[name.replace("_", "-")] = value
    return made


@pytest.mark.parametrize(
    ("host", "own", "named"),
    [
        ("192.168.1.5:8000", ("0.0.0.0", "192.168.1.5"), True),
        ("desk.lan:8000", ("desk.lan", "192.168.1.5"), True),
        ("DESK.lan", ("desk.LAN", "192.168.1.5"), True),
        ("[fe80::1]:8000", ("::", "fe80::1%eth0"), True),
        ("192.168.1.5", ("::", "::ffff:192.168.1.5"), True),
        ("[0:0:0:0:0:0:0:1]", (), True),
        ("192.168.1.6", ("0.0.0.0", "192.168.1.5"), False),
        ("evil.example", ("0.0.0.0", "192.168.1.5"), False),
        ("evil.lan", ("desk.lan", "192.168.1.5"), False),
        ("", ("0.0.0.0", "192.168.1.5"), False),
    ],
)
def test_off_loopback_the_bound_address_is_a_name_too(host: str, own: tuple[str, ...], named: bool) -> None:
    """Where others may ask, they do so by the address at which they reached us, or by the name that was given."""
    assert asking.names(_headers(Host=host), own) is named


def test_a_server_for_all_is_asked_by_its_address(tmp_path: Path) -> None:
    """Listening everywhere, it is shown to browsers here by loopback, and shows no desk even to them."""
    with serving(tmp_path, "0.0.0.0") as server:
        assert (is_open_to_others(server), address_of(server)) == (
            True,
            f"http://127.0.0.1:{server.server_address[1]}/",
        )
        assert ask(server, "/")[0] == 200
        assert ask(server, "/", host="evil.example")[0] == 421
        assert ask(server, "/", host="0.0.0.0")[0] == 421
        assert ask(server, "/__gongshi/status")[::2] == (404, b"Not Found")


@pytest.mark.skipif(not socket.has_ipv6, reason="no addresses of version 6 here")
def test_it_listens_on_addresses_of_version_6(tmp_path: Path) -> None:
    """::1 is loopback as well, and is written in brackets."""
    with serving(tmp_path, "::1") as server:
        port = server.server_address[1]
        assert (is_open_to_others(server), address_of(server)) == (False, f"http://[::1]:{port}/")
        with socket.create_connection(("::1", port), timeout=10) as client:
            client.sendall(
                f"GET /__gongshi/status HTTP/1.1\r\nHost: [::1]:{port}\r\nConnection: close\r\n\r\n".encode()
            )
            assert status(client.recv(1000)) == 200


def test_the_desk_is_answered_on_this_machine(served: SiteServer) -> None:
    """The staff's page is drawn anew for each request, with the live script, and never lies in the site."""
    code, _, body = ask(served, "/__gongshi/status")
    assert code == 200
    assert "办理一览".encode() in body
    assert b"live.js" in body
    assert [each.name for each in served.shown.site.rglob("*") if "status" in each.name] == []


HERE = {"Host": "127.0.0.1:8000"}
DESKS = [
    (("127.0.0.1", "127.0.0.1"), HERE, True),
    (("::1", "::1"), {"Host": "[::1]:8000"}, True),
    (("127.0.0.1", "127.0.1.1"), {"Host": "localhost"}, True),
    (("127.0.0.1", "127.0.0.1"), {**HERE, "Sec_Fetch_Site": "same-origin"}, True),
    (("127.0.0.1", "0.0.0.0"), HERE, False),
    (("::ffff:127.0.0.1", "::"), HERE, False),
    (("192.0.2.7", "192.0.2.1"), HERE, False),
    (("192.0.2.7", "127.0.0.1"), HERE, False),
    (("127.0.0.1", "127.0.1.1"), {"Host": "desk.lan"}, False),
    (("127.0.0.1", "127.0.0.1"), {"Host": "evil.example"}, False),
    (("127.0.0.1", "127.0.0.1"), {**HERE, "X_Forwarded_For": "192.0.2.7"}, False),
    (("127.0.0.1", "127.0.0.1"), {**HERE, "Forwarded": "for=192.0.2.7"}, False),
    (("127.0.0.1", "127.0.0.1"), {**HERE, "Via": "1.1 proxy"}, False),
    (("127.0.0.1", "127.0.0.1"), {**HERE, "Sec_Fetch_Site": "cross-site"}, False),
]


@pytest.mark.parametrize(("ends", "headers", "there"), DESKS)
def test_the_desk_is_for_this_machine_alone(ends: tuple[str, str], headers: dict[str, str], there: bool) -> None:
    """Both ends and the name must be loopback, nobody may stand between, and no other site may have asked."""
    assert asking.is_at_this_machine(ends, _headers(**headers)) is there


@pytest.mark.parametrize("header", ["X_Forwarded_For", "Forwarded", "Via", "X_Real_IP"])
def test_what_was_passed_on_sees_no_desk(served: SiteServer, header: str) -> None:
    """A tunnel ends on this machine, and whoever is at its other end does not."""
    assert ask(served, "/__gongshi/status", **{header: "192.0.2.7"})[0] == 404
    assert ask(served, "/", **{header: "192.0.2.7"})[0] == 200


def test_without_a_desk_there_is_none(served: SiteServer) -> None:
    """`desk` is what makes the page."""
    served.shown = replace(served.shown, desk=None)
    assert ask(served, "/__gongshi/status")[0] == 404


def test_a_desk_that_fails_ends_nothing(served: SiteServer) -> None:
    """While the content cannot be read the page says so and the server goes on."""

    def fail() -> bytes:
        raise ValueError

    served.shown = replace(served.shown, desk=fail)
    assert ask(served, "/__gongshi/status")[0] == 503
    assert ask(served, "/")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "PROPFIND"])
def test_other_methods_are_refused(served: SiteServer, method: str) -> None:
    """Nothing can be sent to the server, and it says what can be asked."""
    code, headers, body = ask(served, "/", method)
    assert (code, headers["Allow"], headers["Connection"], body) == (405, "GET, HEAD", "close", b"Method Not Allowed")


HOST = b"Host: localhost\r\n"
ODD = {
    "no request at all": (b"\x00\xff garbage\r\n\r\n", 400),
    "words too many": (b"GET / / HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a word too few": (b"GET\r\n\r\n", 400),
    "without a version": (b"GET /\r\n\r\n", 505),
    "without a version, with a host": (b"GET /\r\n" + HOST + b"\r\n", 505),
    "another version": (b"GET / HTTP/2.0\r\n" + HOST + b"\r\n", 505),
    "no version": (b"GET / HTTP/x\r\n" + HOST + b"\r\n", 400),
    "the preface of HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
    "no host": (b"GET / HTTP/1.1\r\n\r\n", 400),
    "two hosts": (b"GET / HTTP/1.1\r\n" + HOST + b"Host: evil.example\r\n\r\n", 400),
    "a host behind a blank": (b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400),
    "a proxy's target": (b"GET http://localhost/ HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a target without its slash": (b"GET index.html HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "everything": (b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    "a body": (b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 3\r\n\r\nabc", 400),
    "a body of no length": (b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: x\r\n\r\n", 400),
    "a body of less than none": (b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\n", 400),
    "a body of endless length": (b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: " + b"9" * 400 + b"\r\n\r\n", 400),
    "two lengths": (b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\nContent-Length: 5\r\n\r\n", 400),
    "a body in pieces": (b"GET / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    "an address too long": (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 414),
    "a header too long": (b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 70_000 + b"\r\n\r\n", 431),
    "headers too many": (b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n" * 200 + b"\r\n", 431),
    "an empty body": (b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\nConnection: close\r\n\r\n", 200),
    "the older version": (b"GET / HTTP/1.0\r\n" + HOST + b"\r\n", 200),
    "lines without a return": (b"GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n", 200),
    "a promise to send more": (b"GET / HTTP/1.1\r\n" + HOST + b"Expect: 100-continue\r\n\r\n", 100),
}


@pytest.mark.parametrize(("said", "code"), ODD.values(), ids=ODD.keys())
def test_odd_requests_are_answered_in_a_word(served: SiteServer, said: bytes, code: int) -> None:
    """What no browser asks gets a status, never a part of the site by mistake, and the next reader is served."""
    answer = say(served, said)
    assert status(answer) == code
    assert (b"home" in answer) is (code in {100, 200})
    assert ask(served, "/")[0] == 200


@pytest.mark.parametrize("said", [b"", b"\r\n", b"GET", b"GET / HTTP/1.1\r\nHost: local"])
def test_half_a_request_is_none(served: SiteServer, said: bytes) -> None:
    """What ends before it is complete leads to nothing but an end, or a refusal."""
    assert status(say(served, said)) in {0, 400, 421}
    assert ask(served, "/")[0] == 200


def test_requests_in_a_row_are_answered_in_their_order(served: SiteServer) -> None:
    """Who asks thrice without waiting gets three answers; after one that is refused nothing more is read."""
    one = b"GET /roster/roster.csv HTTP/1.1\r\n" + HOST + b"\r\n"
    assert say(served, one * 3).count(b"a,b\r\n") == 3
    smuggled = b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 1000\r\n\r\n" + one
    assert say(served, smuggled).count(b"HTTP/1.1 ") == 1
