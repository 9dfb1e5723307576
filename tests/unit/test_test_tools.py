"""The tests' own tools: a browser is found or its absence explained, and nothing leaves this machine unseen."""

import socket
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools import browser, network

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="makes a shell script pass for a browser")


def _script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a PATH of one empty folder, on a machine without a browser anywhere else."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("CHROMIUM", "BROWSER_TESTS", "PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(browser, "MAC_PLACES", ())
    monkeypatch.setattr(browser, "_downloaded", lambda: iter(()))
    return tmp_path


@pytest.mark.usefixtures("bare")
def test_named_browser_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """CHROMIUM names the browser, whatever else there is."""
    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert browser.find() == Path(sys.executable)


def test_named_browser_must_be_there(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A CHROMIUM that is not there is said, not passed over for another browser."""
    monkeypatch.setenv("CHROMIUM", str(bare / "nowhere"))
    with pytest.raises(browser.NoBrowserError, match="not an executable file"):
        browser.find()


@posix_only
def test_browser_on_path_is_found_and_stubs_are_passed_over(bare: Path) -> None:
    """The first name on PATH that starts is taken; a stub that only says what to install is none."""
    _script(bare / "chromium", "echo install me; exit 1")
    expected = _script(bare / "google-chrome", "echo Google Chrome 156")
    assert browser.find() == expected


@posix_only
def test_browser_is_installed_where_that_is_allowed(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a browser the package manager brings one in, after one refresh, with a Chinese font."""
    _script(bare / "sudo", 'shift; "$@"')
    _script(bare / "true", "exit 0")
    _script(
        bare / "apt-get",
        f"""echo "$@" >> {bare}/log
case "$*" in
    *" chromium") printf '#!/bin/sh\\n' > {bare}/chromium; /bin/chmod +x {bare}/chromium ;;
esac""",
    )
    monkeypatch.setattr(browser, "has_chinese_font", lambda: False)
    monkeypatch.setattr(browser, "has_driver", lambda: True)
    assert browser.provide() == bare / "chromium"
    words = [line.split()[-1] for line in (bare / "log").read_text(encoding="utf-8").splitlines()]
    assert words == ["update", "chromium", "fonts-noto-cjk"]


@pytest.mark.usefixtures("bare")
def test_absence_is_explained(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where none can be had, the run fails and says what was tried and how to go on."""
    monkeypatch.setattr(browser, "_download", lambda: ["  no download"])
    assert browser.main() == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert [
        word for word in ("package manager", "no download", "CHROMIUM=", "BROWSER_TESTS=0") if word not in printed.err
    ] == []


@pytest.mark.usefixtures("bare")
def test_no_browser_is_looked_for_when_not_wanted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """BROWSER_TESTS=0 needs no browser and prints no path."""
    monkeypatch.setenv("BROWSER_TESTS", "0")
    assert browser.main() == 0
    assert capsys.readouterr().out == ""


def test_another_host_is_refused() -> None:
    """A connection, a datagram or a look-up that would leave this machine is refused and noted."""
    with pytest.raises(network.OutsideError):
        socket.create_connection(("gongshi.example", 80))
    with socket.socket() as stream, pytest.raises(network.OutsideError):
        stream.connect(("192.0.2.1", 80))
    with socket.socket(type=socket.SOCK_DGRAM) as datagram, pytest.raises(network.OutsideError):
        datagram.sendto(b"", ("192.0.2.1", 53))
    assert network.attempts == ["gongshi.example", "192.0.2.1", "192.0.2.1"]
    network.attempts.clear()


def test_loopback_is_free() -> None:
    """Servers and clients on this machine may talk to each other."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass
    assert network.attempts == []


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='https://gongshi.example/a.png'>",
        "<link rel='stylesheet' href='http://192.0.2.1/a.css'>",
        "<iframe src='https://gongshi.example/'></iframe>",
    ],
)
def test_request_of_a_page_is_seen(chromium: Browser, markup: str) -> None:
    """Whatever a page asks of another host fails, and is noted."""
    page = chromium.new_page()
    page.set_content(markup)
    page.close()
    assert len(network.attempts) == 1
    network.attempts.clear()


@pytest.mark.parametrize(
    "script",
    [
        "fetch('https://gongshi.example/').catch(() => 0)",
        "new Promise(done => { new WebSocket('wss://gongshi.example/').onerror = () => done() })",
    ],
)
def test_request_of_a_script_is_seen(chromium: Browser, script: str) -> None:
    """Whatever a script asks of another host fails, and is noted."""
    page = chromium.new_page()
    page.evaluate(script)
    page.close()
    assert len(network.attempts) == 1
    network.attempts.clear()


def test_page_on_this_machine_is_free(chromium: Browser, tmp_path: Path) -> None:
    """A page from disk with an image in it asks nobody else."""
    (tmp_path / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (tmp_path / "a.html").write_text("<meta charset=utf-8><img src=a.svg><p>公示</p>", encoding="utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "a.html").as_uri())
    assert page.inner_text("p") == "公示"
    page.close()
    assert network.attempts == []
