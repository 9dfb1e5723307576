"""Many readers, slow readers and readers who leave: `serve` goes on, and says nothing."""

import socket
import struct
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.server import SiteServer, answering, files, listening
from pipeline.server.patience import Patient
from tests.unit.site_served import ask, serving

REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\n"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[SiteServer]:
    with serving(tmp_path) as server:
        yield server


def call(server: SiteServer) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=10)


def is_ended(client: socket.socket) -> bool:
    """Tell whether the server ended the connection, within our patience."""
    try:
        return client.recv(1) == b""
    except ConnectionError:
        return True


def test_many_readers_at_once(served: SiteServer) -> None:
    """Two hundred readers at once are all answered."""
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(ask(served, "/roster/")[0])) for _ in range(200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 200


def test_slow_readers_are_in_nobodys_way(served: SiteServer) -> None:
    """While a hundred others have said half a request, or nothing, and some listen, a reader is answered."""
    clients = [call(served) for _ in range(100)]
    for number, client in enumerate(clients):
        client.sendall((b"", b"GET", REQUEST, b"GET /__gongshi/events HTTP/1.1\r\nHost: localhost\r\n\r\n")[number % 4])
    assert ask(served, "/")[0] == 200
    for client in clients:
        client.close()


def test_a_request_that_drips_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request must be there in time, however often another byte of it comes; so must the next one."""
    monkeypatch.setattr(answering, "_PATIENCE", 0.3)
    with serving(tmp_path) as server, call(server) as dripping, call(server) as silent, call(server) as resting:
        resting.sendall(REQUEST + b"\r\n")
        for each in REQUEST:
            try:
                dripping.sendall(bytes([each]))
            except ConnectionError:
                break
            time.sleep(0.02)
        assert is_ended(dripping)
        assert is_ended(silent)
        while resting.recv(1000):
            pass
        assert ask(server, "/")[0] == 200


def test_time_is_counted_in_all() -> None:
    """Two waits that are each short enough are together too long."""
    one, other = socket.socketpair()
    with one, other:
        patient = Patient(one, 0.2)
        other.send(b"a")
        assert patient.read(1) == b"a"
        time.sleep(0.25)
        other.send(b"b")
        with pytest.raises(TimeoutError):
            patient.read(1)
        patient.begin()
        assert patient.read(1) == b"b"


def test_an_answer_that_nobody_takes_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for much and reads nothing does not hold a thread for ever."""
    monkeypatch.setattr(answering, "_PATIENCE", 0.2)
    with serving(tmp_path) as server:
        (server.shown.site / "large.bin").write_bytes(bytes(30_000_000))
        with call(server) as client:
            before = threading.active_count()
            client.sendall(b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
            end = time.monotonic() + 10
            while threading.active_count() >= before + 1 and time.monotonic() < end:
                time.sleep(0.05)
            assert threading.active_count() <= before


def test_of_too_many_the_oldest_is_ended(served: SiteServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where connections are held open in vain, newer ones take their place, and readers are answered."""
    monkeypatch.setattr(listening, "_MOST", 8)
    clients = [call(served) for _ in range(20)]
    assert ask(served, "/")[0] == 200
    assert [is_ended(each) for each in clients[:12]] == [True] * 12
    clients[-1].sendall(REQUEST + b"\r\n")
    assert clients[-1].recv(12) == b"HTTP/1.1 200"
    for client in clients:
        client.close()


@pytest.mark.parametrize("path", [b"/large.bin", b"/", b"/__gongshi/events"])
def test_readers_who_leave_are_no_fault(served: SiteServer, path: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    """Who hangs up before, while or after he is answered leaves nothing behind, on the terminal neither."""
    confessed: list[BaseException] = []
    served.shown = replace(served.shown, confess=confessed.append)
    (served.shown.site / "large.bin").write_bytes(bytes(5_000_000))
    for number in range(30):
        client = call(served)
        client.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        if number % 3 == 0:
            client.recv(10)
        if number % 2:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()
        served.shown.board.post(built=True, findings=[])
    assert ask(served, "/")[0] == 200
    assert (confessed, capfd.readouterr()) == ([], ("", ""))


def test_a_fault_of_ours_is_confessed(served: SiteServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong in the server itself is told, ends that one answer, and no other."""
    confessed: list[BaseException] = []
    told = threading.Event()

    def confess(error: BaseException) -> None:
        confessed.append(error)
        told.set()

    served.shown = replace(served.shown, confess=confess)
    monkeypatch.setattr(files, "path_of", lambda _raw: 1 / 0)
    with call(served) as client:
        client.sendall(REQUEST + b"\r\n")
        assert is_ended(client)
    assert told.wait(10)
    monkeypatch.undo()
    assert ([type(each) for each in confessed], ask(served, "/")[0]) == ([ZeroDivisionError], 200)
