"""Where a site may be sent to, by what was typed."""

from pathlib import Path

import pytest

from pipeline import deploy
from pipeline.deploy.address import BucketAt, FolderAt, RemoteAt, shown
from pipeline.deploy.service import _addressing, _region
from pipeline.diagnostics import Diagnostic


@pytest.mark.parametrize(
    ("typed", "address", "said"),
    [
        ("/srv/site", FolderAt(Path("/srv/site")), "/srv/site"),
        ("public", FolderAt(Path("public")), "public"),
        ("网站/公开", FolderAt(Path("网站/公开")), "网站/公开"),
        ("file:///srv/my%20site", FolderAt(Path("/srv/my site")), "/srv/my site"),
        ("www@example.cn:/srv/site/", RemoteAt("www@example.cn", "", "/srv/site"), "www@example.cn:/srv/site"),
        ("probe:site", RemoteAt("probe", "", "site"), "probe:site"),
        ("probe:~/网站", RemoteAt("probe", "", "~/网站"), "probe:~/网站"),
        (
            "ssh://www@example.cn:2222/srv/site",
            RemoteAt("www@example.cn", "2222", "/srv/site"),
            "www@example.cn:2222:/srv/site",
        ),
        ("ssh://[::1]/srv/site", RemoteAt("[::1]", "", "/srv/site"), "[::1]:/srv/site"),
        ("s3://my-bucket", BucketAt("my-bucket", ""), "s3://my-bucket"),
        ("s3://my-bucket/a/b/", BucketAt("my-bucket", "a/b"), "s3://my-bucket/a/b"),
    ],
)
def test_every_kind_is_known_by_how_it_is_written(typed: str, address: deploy.Address, said: str) -> None:
    """Folders, hosts and buckets, as people write them."""
    found = deploy.parse(typed)
    assert found == address
    assert shown(address) == said


def test_drive_is_no_host() -> None:
    r"""C:\site is a folder of Windows and not a host called C."""
    assert isinstance(deploy.parse(r"C:\site"), FolderAt)


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "http://example.cn/site", "ftp://example.cn/site", "rsync://example.cn/site", "file://other/site"),
        *("file:///", "ssh://www:geheim@example.cn/srv", "www:geheim@example.cn:/srv", "ssh://example.cn:x/srv"),
        *("host:", "host:/", "host:~", "host:/srv/../etc", "host:/srv/a b", "host:/srv/$(id)", "host:-e", "-oX=y:/srv"),
        *(
            "ssh://-oProxyCommand=x/srv",
            "s3://",
            "s3://AB/c",
            "s3://key:geheim@bucket/x",
            "s3://bucket/../x",
            "s3://bucket/a b",
        ),
    ],
)
def test_anything_else_is_refused_without_repeating_it(typed: str) -> None:
    """A password, a letter that a shell would read, an option, or a kind that nobody knows, is X986."""
    found = deploy.parse(typed)
    assert isinstance(found, Diagnostic)
    assert found.code == "X986"
    assert "geheim" not in f"{found.where}{found.message()}{found.hint()}"


@pytest.mark.parametrize(
    ("endpoint", "is_one"),
    [
        ("https://s3.oss-cn-hangzhou.aliyuncs.com", True),
        ("http://127.0.0.1:9000", True),
        ("https://key:secret@minio.example", False),
        ("https://minio.example/?key=x", False),
        ("minio.example", False),
        ("https://minio.example:x", False),
    ],
)
def test_endpoint_is_an_address_and_nothing_else(endpoint: str, is_one: bool) -> None:
    """A service is named by scheme, host and port; keys have no place there."""
    assert deploy.is_endpoint(endpoint) is is_one


@pytest.mark.parametrize(
    ("endpoint", "region", "addressing"),
    [
        ("https://s3.oss-cn-hangzhou.aliyuncs.com", "cn-hangzhou", "virtual"),
        ("https://oss-cn-beijing-internal.aliyuncs.com", "cn-beijing", "virtual"),
        ("https://cos.ap-guangzhou.myqcloud.com", "ap-guangzhou", "virtual"),
        ("https://obs.cn-north-4.myhuaweicloud.com", "cn-north-4", "virtual"),
        ("https://minio.example:9000", "us-east-1", "path"),
        ("http://127.0.0.1:9000", "us-east-1", "path"),
        ("", "us-east-1", "auto"),
    ],
)
def test_service_is_spoken_to_as_it_wants(endpoint: str, region: str, addressing: str) -> None:
    """The large services have the bucket in the host's name and the region in theirs; one's own has it in the path."""
    assert (_region(endpoint), _addressing(endpoint)) == (region, addressing)
