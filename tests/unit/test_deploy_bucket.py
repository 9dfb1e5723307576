"""A site is put into object storage, by a service that checks signatures and refuses what China's services refuse."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import deploy, hosting
from pipeline.deploy import Deed, FailedError, Wish
from tests.tools import storage
from tests.tools.storage import Storage
from tests.unit.deploy_fixture import HOME, lost, page, send, source

pytest.importorskip("boto3", reason="boto3 is not installed (gongshi[s3])")

FIRST = {
    HOME: page(["a/index.html", "x.html"]),
    "a/index.html": "a",
    "a/roster.csv": "1,2",
    "x.html": page(["index.html"]),
    "x.html.gz": "x",
    "assets/s.0123456789.css": "old",
}
SECOND = {HOME: page(["b/index.html", "y.html"]), "b/index.html": "b", "y.html": "y", "a/roster.csv": "1,2"}
LEDGER = ".gongshi/deployed.json"


@pytest.fixture(autouse=True)
def _own_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let boto3 know the keys of these tests, and nothing of whoever runs them."""
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL"):
        monkeypatch.delenv(name, raising=False)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", storage.KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", storage.SECRET)


@pytest.fixture
def service() -> Iterator[Storage]:
    with Storage("gongshi") as running:
        yield running


def sent(service: Storage, site: deploy.Source, to: str = "s3://gongshi/site", **more: bool) -> Any:
    """Deploy a site to the service."""
    address = deploy.parse(to)
    assert isinstance(address, deploy.Address)
    with deploy.reached(address, Wish(f"http://127.0.0.1:{service.port}")) as destination:
        return send(site, destination, **more)


def refused(service: Storage, site: deploy.Source, to: str = "s3://gongshi/site") -> FailedError:
    with pytest.raises(FailedError) as failed:
        sent(service, site, to)
    assert storage.SECRET not in f"{failed.value.found.message()}{failed.value.found.hint()}{failed.value.said}"
    return failed.value


def there(service: Storage) -> dict[str, str]:
    objects = {key.removeprefix("site/"): each.data.decode() for key, each in service.objects.items()}
    return {path: text for path, text in objects.items() if path != LEDGER}


def test_objects_are_the_site_with_type_and_time(service: Storage, tmp_path: Path) -> None:
    """Every file becomes an object below the prefix, with what `hosting` says of it; compressed copies stay out."""
    sent(service, source(FIRST, tmp_path))
    assert there(service) == {path: text for path, text in FIRST.items() if path != "x.html.gz"}
    for path in there(service):
        said = service.objects[f"site/{path}"].headers
        assert said == {"Content-Type": hosting.media_type(path), "Cache-Control": hosting.kept_for(path)}
    assert service.objects[f"site/{LEDGER}"].headers["Cache-Control"] == "no-store"


def test_only_changes_are_sent_and_in_order(service: Storage, tmp_path: Path) -> None:
    """The ledger before each step, new before changed before removed, and nothing where nothing differs."""
    sent(service, source(FIRST, tmp_path))
    service.asked.clear()
    site = source(SECOND, tmp_path)
    sent(service, site)
    assert there(service) == SECOND
    steps = [each.replace("site/", "") for each in service.asked]
    assert steps[0] == steps[3] == steps[5] == steps[-1] == f"PUT {LEDGER}"
    assert [sorted(part) for part in (steps[1:3], steps[4:5], steps[6:-1])] == [
        ["PUT b/index.html", "PUT y.html"],
        ["PUT index.html"],
        ["DELETE a/index.html", "DELETE assets/s.0123456789.css", "DELETE x.html"],
    ]
    service.asked.clear()
    sent(service, site)
    assert service.asked == []


def test_cut_short_anywhere_it_is_finished_by_the_next(service: Storage, tmp_path: Path) -> None:
    """Refused from any write on, the deploy says so, links arrive, and the next one finishes it."""
    first, second = source(FIRST, tmp_path / "1"), source(SECOND, tmp_path / "2")
    finished = []
    with deploy.reached(deploy.BucketAt("gongshi", "site"), Wish(f"http://127.0.0.1:{service.port}")) as destination:
        for number in (0, 1, 2, 3, 4, 5, 7, 9, 10):
            service.fail_from = None
            send(first, destination)
            service.asked.clear()
            service.fail_from = number
            try:
                send(second, destination)
                finished.append(number)
            except FailedError as error:
                assert (error.found.code, dict(error.found.params)) == ("X995", {"kind": "OperationAborted"})
            assert lost(there(service), [HOME]) == set()
            service.fail_from = None
            send(second, destination)
            assert there(service) == SECOND
    assert finished == [10]


def test_verify_reads_what_is_there(service: Storage, tmp_path: Path) -> None:
    """What somebody changed or removed in the bucket is found and put right; what others put there stays."""
    site = source(FIRST, tmp_path)
    sent(service, site)
    service.objects[f"site/{HOME}"] = storage.Stored(b"by hand")
    del service.objects["site/x.html"]
    service.objects["site/theirs.html"] = storage.Stored(b"theirs")
    assert sent(service, site)[1].by_hand == ()
    plan, state = sent(service, site, verify=True)
    assert (state.by_hand, plan.of(Deed.NEW), plan.of(Deed.CHANGED)) == ((HOME, "x.html"), ("x.html",), (HOME,))
    assert there(service).keys() == FIRST.keys() - {"x.html.gz"} | {"theirs.html"}


def test_bucket_of_others_is_taken_only_when_told_to(service: Storage, tmp_path: Path) -> None:
    """X985 where keys begin so already; another prefix of the same bucket is free."""
    site = source(FIRST, tmp_path)
    service.objects["site/theirs.html"] = storage.Stored(b"theirs")
    assert refused(service, site).found.code == "X985"
    sent(service, site, "s3://gongshi/other")
    sent(service, site, adopt=True)
    assert there(service)["theirs.html"] == "theirs"


def test_bucket_in_the_hosts_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Services that want the bucket in the host's name get it there, signed."""
    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _host, *more: look_up("127.0.0.1", *more))
    address = deploy.parse("s3://gongshi")
    assert isinstance(address, deploy.Address)
    with Storage("gongshi", in_host=True) as service:
        wish = Wish(f"http://service.localhost:{service.port}", "virtual")
        with deploy.reached(address, wish) as destination:
            send(source(FIRST, tmp_path), destination)
        assert json.loads(service.objects[LEDGER].data)["files"].keys() == FIRST.keys() - {"x.html.gz"}


def test_wrong_key_no_key_and_no_bucket(service: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has a finding that tells what to set right, and none repeats a key or the service's words."""
    site = source(FIRST, tmp_path)
    assert refused(service, site, "s3://another").found.code == "X994"
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wrong")
    assert refused(service, site).found.code == "X993"
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    assert refused(service, site).found.code == "X993"
    assert service.objects == {}


def test_service_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """X994 where nobody answers; X992 where the library is missing."""
    monkeypatch.setattr("pipeline.deploy.service._TRIES", 1)
    with Storage("gongshi") as service:
        pass
    site = source(FIRST, tmp_path)
    assert refused(service, site).found.code == "X994"
    monkeypatch.setattr("pipeline.deploy.service.find_spec", lambda _: None)
    assert refused(service, site).found.code == "X992"
