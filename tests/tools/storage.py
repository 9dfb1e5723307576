"""A small S3 service on loopback, as strict as the large ones of China are.

In: one bucket's name, a secret. Out: HTTP answers; `objects` and what was asked, in order. It checks every signature
(version 4, computed here from the specification and not by any library that a client uses), takes a bucket in the
path or in the host as it is told, and refuses chunked bodies and digests that Aliyun OSS and Tencent COS do not know.
"""

import hmac
import threading
from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from hashlib import md5, sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qsl, quote, unquote, urlsplit
from xml.sax.saxutils import escape

KEY, SECRET = "AKEXAMPLE", "secret-of-the-bucket"
_KEPT = ("Content-Type", "Cache-Control")
_UNKNOWN = ("x-amz-trailer", "x-amz-sdk-checksum-algorithm", "x-amz-decoded-content-length")


@dataclass
class Stored:
    """An object and what it is handed out with."""

    data: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def tag(self) -> str:
        """Return its ETag without quotes."""
        return md5(self.data, usedforsecurity=False).hexdigest()


class Storage(ThreadingHTTPServer):
    """Serves one bucket until it is left; `fail_from`: how many writes are done before all others are refused."""

    daemon_threads = True

    def __init__(self, bucket: str, in_host: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.bucket, self.in_host = bucket, in_host
        self.objects: dict[str, Stored] = {}
        self.asked: list[str] = []
        self.fail_from: int | None = None
        self.lock = threading.Lock()

    @property
    def port(self) -> int:
        """Return where it listens."""
        return int(self.server_address[1])

    def __enter__(self) -> "Storage":
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Storage
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer an object, or a page of keys (three at a time, so that clients must ask on)."""
        key = self._key(b"")
        if key is None:
            return
        if not key:
            self._answer(HTTPStatus.OK, _listed(self.server, dict(parse_qsl(urlsplit(self.path).query))))
            return
        found = self.server.objects.get(key)
        if found is None:
            self._refuse(HTTPStatus.NOT_FOUND, "NoSuchKey")
        else:
            self._answer(HTTPStatus.OK, found.data, {**found.headers, "ETag": f'"{found.tag}"'})

    def do_PUT(self) -> None:
        """Keep an object that arrived whole."""
        data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        key = self._key(data)
        if key is None or not self._may_write():
            return
        if b64decode(self.headers["Content-MD5"]) != md5(data, usedforsecurity=False).digest():
            self._refuse(HTTPStatus.BAD_REQUEST, "BadDigest")
            return
        stored = Stored(data, {name: self.headers[name] for name in _KEPT if name in self.headers})
        with self.server.lock:
            self.server.objects[key] = stored
            self.server.asked.append(f"PUT {key}")
        self._answer(HTTPStatus.OK, b"", {"ETag": f'"{stored.tag}"'})

    def do_DELETE(self) -> None:
        """Remove an object."""
        key = self._key(b"")
        if key is None or not self._may_write():
            return
        with self.server.lock:
            self.server.objects.pop(key, None)
            self.server.asked.append(f"DELETE {key}")
        self._answer(HTTPStatus.NO_CONTENT)

    def _key(self, body: bytes) -> str | None:
        """Return the key that is meant, None where the request was refused."""
        host, path = self.headers["Host"].partition(":")[0], unquote(urlsplit(self.path).path)
        in_host = host.startswith(f"{self.server.bucket}.")
        bucket, _, key = (self.server.bucket, "", path[1:]) if in_host else path[1:].partition("/")
        if in_host != self.server.in_host:
            self._refuse(HTTPStatus.FORBIDDEN, "SecondLevelDomainForbidden")
        elif any(name in self.headers for name in _UNKNOWN) or "chunked" in self.headers.get("Content-Encoding", ""):
            self._refuse(HTTPStatus.BAD_REQUEST, "InvalidArgument")
        elif not _is_signed(self.command, self.path, self.headers, body):
            self._refuse(HTTPStatus.FORBIDDEN, "SignatureDoesNotMatch")
        elif bucket != self.server.bucket:
            self._refuse(HTTPStatus.NOT_FOUND, "NoSuchBucket")
        else:
            return key
        return None

    def _may_write(self) -> bool:
        with self.server.lock:
            if self.server.fail_from is None or len(self.server.asked) < self.server.fail_from:
                return True
        self._refuse(HTTPStatus.CONFLICT, "OperationAborted")
        return False

    def _refuse(self, status: HTTPStatus, code: str) -> None:
        self._answer(status, f"<Error><Code>{code}</Code><Message>{SECRET}</Message></Error>".encode())

    def _answer(self, status: HTTPStatus, data: bytes = b"", headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {"Content-Type": "application/xml"}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # the library's own name
        """Say nothing."""


def _listed(storage: Storage, asked: Mapping[str, str]) -> bytes:
    at_once = min(int(asked.get("max-keys", 3)), 3)
    keys = sorted(each for each in storage.objects if each.startswith(asked.get("prefix", "")))
    rest = [each for each in keys if each > asked.get("continuation-token", "")]
    now = rest[:at_once]
    rows = "".join(
        f"<Contents><Key>{escape(each)}</Key><ETag>&quot;{storage.objects[each].tag.upper()}&quot;</ETag></Contents>"
        for each in now
    )
    more = f"<NextContinuationToken>{escape(now[-1])}</NextContinuationToken>" if len(rest) > at_once else ""
    truncated = str(bool(more)).lower()
    return f"<ListBucketResult><IsTruncated>{truncated}</IsTruncated>{more}{rows}</ListBucketResult>".encode()


def _is_signed(method: str, target: str, headers: Message, body: bytes) -> bool:
    """Tell whether a request is signed with our secret, by “Authenticating Requests: AWS Signature Version 4”."""
    scheme, _, rest = headers.get("Authorization", "").partition(" ")
    if scheme != "AWS4-HMAC-SHA256":
        return False
    told = dict(part.strip().split("=", 1) for part in rest.split(","))
    key, day, region, service, _ = told["Credential"].split("/")
    payload = headers["x-amz-content-sha256"]
    if key != KEY or service != "s3" or payload not in ("UNSIGNED-PAYLOAD", sha256(body).hexdigest()):
        return False
    names = told["SignedHeaders"].split(";")
    parts = urlsplit(target)
    canonical = "\n".join(
        (
            method,
            quote(unquote(parts.path), safe="/~"),
            _query(parse_qsl(parts.query, keep_blank_values=True)),
            *(f"{name}:{' '.join(headers[name].split())}" for name in names),
            "",
            ";".join(names),
            payload,
        )
    )
    scope = f"{day}/{region}/{service}/aws4_request"
    text = f"{scheme}\n{headers['x-amz-date']}\n{scope}\n{sha256(canonical.encode()).hexdigest()}"
    signing = f"AWS4{SECRET}".encode()
    for part in (day, region, service, "aws4_request", text):
        signing = hmac.new(signing, part.encode(), sha256).digest()
    return hmac.compare_digest(signing.hex(), told["Signature"])


def _query(pairs: Iterable[tuple[str, str]]) -> str:
    return "&".join(f"{quote(name, safe='~')}={quote(value, safe='~')}" for name, value in sorted(pairs))
