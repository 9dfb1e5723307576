"""The way to a storage service: the library, where the service is, how it is spoken to, and what its refusals mean.

In: what was asked for, the environment. Out: boto3's client; findings X992 to X995. Alone loads boto3.
"""

import re
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pipeline.deploy.destination import FailedError
from pipeline.diagnostics import Diagnostic, Location, finding

if TYPE_CHECKING:
    from pipeline.deploy.reach import Wish

# Where the region stands in the name of a service: Aliyun OSS, Tencent COS, Huawei OBS, Volcengine TOS, AWS.
_REGIONS = (
    r"(?:s3\.)?oss-([a-z0-9-]+?)(?:-internal)?\.aliyuncs\.com",
    r"cos(?:-internal)?\.([a-z0-9-]+)\.(?:myqcloud\.com|tencentcos\.cn)",
    r"obs\.([a-z0-9-]+)\.myhuaweicloud\.com",
    r"tos-s3-([a-z0-9-]+)\.(?:i?volces\.com)",
    r"s3[.-]([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?",
)
# What services of one's own, such as MinIO, go by where nothing else is set.
_USUAL_REGION = "us-east-1"
_REFUSED = frozenset(
    {
        *("AccessDenied", "403", "Forbidden", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken"),
        *("InvalidToken", "RequestTimeTooSkewed", "AuthorizationHeaderMalformed", "UnauthorizedAccess"),
    }
)
_NO_BUCKET = frozenset({"NoSuchBucket", "InvalidBucketName"})
_PATIENCE, _TRIES = 20, 5


def need_library(shown: str) -> None:
    """Raise FailedError (X992) where boto3 is not installed."""
    if find_spec("boto3") is None:
        raise FailedError(finding("X992", Location(shown)))


def connect(shown: str, wish: "Wish", at_once: int) -> Any:
    """Return a client; raises FailedError (X993) where it finds no credentials, boto3's own errors elsewhere."""
    import boto3  # noqa: PLC0415  # only where it is asked for
    from botocore.config import Config  # noqa: PLC0415

    session = boto3.session.Session()
    if session.get_credentials() is None:
        raise FailedError(finding("X993", Location(shown)))
    config = Config(
        signature_version="s3v4",
        s3={"addressing_style": wish.addressing or _addressing(wish.endpoint)},
        # Services other than Amazon's do not know the digests and the chunks that boto3 sends by itself.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        connect_timeout=_PATIENCE,
        read_timeout=_PATIENCE,
        retries={"mode": "standard", "max_attempts": _TRIES},
        max_pool_connections=at_once,
    )
    region = session.region_name or _region(wish.endpoint)
    return session.client("s3", region_name=region, endpoint_url=wish.endpoint or None, config=config)


def fault(error: Exception, shown: str) -> Diagnostic:
    """Return what boto3's error means: X993 not allowed, X994 no such bucket or service, X995 any other refusal."""
    from botocore import exceptions as of  # noqa: PLC0415

    where = Location(shown)
    if isinstance(error, of.ClientError):
        code = str(error.response.get("Error", {}).get("Code", "?"))
        if code in _REFUSED:
            return finding("X993", where)
        return finding("X994", where) if code in _NO_BUCKET else finding("X995", where, kind=code)
    if isinstance(error, of.NoCredentialsError | of.PartialCredentialsError | of.CredentialRetrievalError):
        return finding("X993", where)
    if isinstance(error, of.ConnectionError | of.HTTPClientError):
        return finding("X994", where)
    return finding("X995", where, kind=type(error).__name__)


def _addressing(endpoint: str) -> str:
    """Return where the bucket's name goes: into the host for the large services, into the path for one's own."""
    if not endpoint:
        return "auto"
    return "virtual" if _region_in(urlsplit(endpoint).hostname or "") else "path"


def _region(endpoint: str) -> str:
    return _region_in(urlsplit(endpoint).hostname or "") or _USUAL_REGION


def _region_in(host: str) -> str:
    found = (re.fullmatch(pattern, host) for pattern in _REGIONS)
    return next((each[1] for each in found if each), "")
