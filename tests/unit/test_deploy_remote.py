"""A site is put onto another machine by rsync: here over a stand-in for ssh, and over a real sshd on loopback."""

import os
import shutil
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import deploy
from pipeline.deploy import Deed, FailedError, Wish, remote
from tests.unit.deploy_fixture import HOME, page, send, source, texts

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="rsync is no program of Windows"),
    pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is not installed"),
]
SSHD = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin")

FIRST = {HOME: page(["a/index.html"]), "a/index.html": "a", "a/b/c.pdf": "c", "assets/s.0123456789.css": "old"}
SECOND = {HOME: page(["b/index.html"]), "b/index.html": "b", "a/b/d.pdf": "d"}


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let rsync reach every host by a program that runs on this machine what a host is asked to run."""
    program = tmp_path / "shell"
    program.write_text('#!/bin/sh\nshift\nexec sh -c "$*"\n')
    program.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(program))
    return program


def sent(site: deploy.Source, to: str, **more: bool) -> Any:
    address = deploy.parse(to)
    assert isinstance(address, deploy.Address)
    with deploy.reached(address, Wish()) as destination:
        return send(site, destination, **more)


def refused(site: deploy.Source, to: str) -> FailedError:
    with pytest.raises(FailedError) as failed:
        sent(site, to)
    return failed.value


@pytest.mark.usefixtures("shell")
def test_folder_there_becomes_the_site(tmp_path: Path) -> None:
    """The second site replaces the first with its empty folders; the same again sends nothing."""
    place = tmp_path / "public"
    site = source(FIRST, tmp_path / "output")
    sent(site, f"probe:{place}")
    assert texts(place) == FIRST
    assert (place / HOME).stat().st_mtime_ns // 10**9 == site.time(HOME) // 10**9
    modes = {(each.is_dir(), stat.S_IMODE(each.stat().st_mode)) for each in place.rglob("*")}
    assert modes == {(True, 0o755), (False, 0o644)}
    plan, _ = sent(source(SECOND, tmp_path / "output"), f"probe:{place}")
    assert [len(plan.of(each)) for each in Deed] == [2, 1, 3]
    assert texts(place) == SECOND
    assert sorted(each.name for each in place.iterdir()) == [".gongshi", "a", "b", "index.html"]
    plan, _ = sent(source(SECOND, tmp_path / "output"), f"probe:{place}")
    assert plan.batches == ()


@pytest.mark.usefixtures("shell")
def test_changed_by_hand_is_found_and_others_stay(tmp_path: Path) -> None:
    """X985 in a folder of others; adopted, only ours change; --verify finds what somebody changed."""
    place, site = tmp_path / "public", source(FIRST, tmp_path / "output")
    (place / "a").mkdir(parents=True)
    (place / "a" / "theirs.html").write_text("theirs")
    (place / HOME).write_text(FIRST[HOME])
    assert refused(site, f"probe:{place}").found.code == "X985"
    plan, _ = sent(site, f"probe:{place}", adopt=True)
    assert (plan.same, len(plan.of(Deed.NEW))) == (1, 3)
    (place / HOME).write_text("by hand")
    (place / "a" / "b" / "c.pdf").unlink()
    assert sent(site, f"probe:{place}")[1].by_hand == ()
    assert sent(site, f"probe:{place}", verify=True)[1].by_hand == ("a/b/c.pdf", HOME)
    sent(source({HOME: "last"}, tmp_path / "output"), f"probe:{place}")
    assert texts(place) == {HOME: "last", "a/theirs.html": "theirs"}


@pytest.mark.usefixtures("shell")
def test_cut_short_it_is_finished_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After any of its runs rsync fails: the finding says so, and the next deploy finishes."""
    place, run, left = tmp_path / "public", subprocess.run, 0

    def running(command: tuple[str, ...], **more: Any) -> Any:
        nonlocal left
        left -= 1
        return run(("false",) if left == 0 else command, **more)

    first, second = source(FIRST, tmp_path / "1"), source(SECOND, tmp_path / "2")
    for number in (3, 5, 7, 8):
        sent(first, f"probe:{place}")
        left = number + 1
        with monkeypatch.context() as patched:
            patched.setattr(remote.subprocess, "run", running)
            failed = refused(second, f"probe:{place}")
        assert (failed.found.code, dict(failed.found.params)) == ("X990", {"kind": "1"})
        sent(second, f"probe:{place}")
        assert texts(place) == SECOND


def test_what_keeps_us_out_is_told(tmp_path: Path, shell: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No rsync at either end is X988, no connection X989, no folder above X990, each with the other's own words."""
    site = source(FIRST, tmp_path / "output")
    failed = refused(site, f"probe:{tmp_path}/none/deeper/public")
    assert (failed.found.code, "none/deeper/public" in failed.said) == ("X990", True)
    shell.write_text("#!/bin/sh\necho 'ssh: connect to host probe port 22: Connection refused' >&2\nexit 255\n")
    failed = refused(site, f"probe:{tmp_path}/public")
    assert (failed.found.code, "Connection refused" in failed.said) == ("X989", True)
    shell.write_text("#!/bin/sh\necho 'sh: 1: rsync: not found' >&2\nexit 127\n")
    assert refused(site, f"probe:{tmp_path}/public").found.code == "X988"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(site, f"probe:{tmp_path}/public").found.code == "X988"
    old = tmp_path / "rsync"
    old.write_text("#!/bin/sh\necho 'rsync  version 3.0.9  protocol version 30'\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert refused(site, f"probe:{tmp_path}/public").found.code == "X988"


@pytest.fixture
def sshd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the name of a host on loopback that lets us in by a throw-away key."""
    if not SSHD or not shutil.which("ssh") or not shutil.which("ssh-keygen"):
        pytest.skip("openssh-server is not installed")
    for name in ("host", "key"):
        subprocess.run(("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / name), check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {tmp_path}/host\nAuthorizedKeysFile {tmp_path}/key.pub\n"
        "PidFile none\nStrictModes no\nPasswordAuthentication no\nPermitRootLogin yes\n"
    )
    host = (tmp_path / "host.pub").read_text().rsplit(maxsplit=1)[0]
    (tmp_path / "known").write_text(f"[127.0.0.1]:{port} {host}\n")
    (tmp_path / "ssh_config").write_text(
        f"Host probe\nHostName 127.0.0.1\nPort {port}\nIdentityFile {tmp_path}/key\nIdentitiesOnly yes\n"
        f"UserKnownHostsFile {tmp_path}/known\n"
    )
    monkeypatch.setenv("RSYNC_RSH", f"ssh -F {tmp_path}/ssh_config")
    with subprocess.Popen((SSHD, "-D", "-e", "-f", tmp_path / "sshd_config"), stderr=subprocess.PIPE) as daemon:
        try:
            for _ in range(100):
                if daemon.poll() is not None:
                    pytest.skip("sshd does not run here")
                with socket.socket() as door:
                    if door.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield "probe"
        finally:
            daemon.terminate()


def test_over_real_ssh_on_one_connection(sshd: str, tmp_path: Path) -> None:
    """A server lets us in by key; nothing of ours is left on either machine, and the second site replaces the first."""
    place = tmp_path / "public"
    for files in (FIRST, SECOND):
        sent(source(files, tmp_path / "output"), f"{sshd}:{place}")
        assert texts(place) == files
    (tmp_path / "key.pub").write_text("")
    assert refused(source(FIRST, tmp_path / "output"), f"{sshd}:{place}").found.code == "X989"
    assert os.listdir(place / ".gongshi") == ["deployed.json"]  # noqa: PTH208
