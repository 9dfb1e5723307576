"""What was typed as DEST → which kind of destination it is.

In: one argument of the command line. Out: an address, or X986. A password in it is refused, and never repeated.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from pipeline.diagnostics import Diagnostic, Location, finding

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
# One letter before the colon is a drive of Windows.
_SHORT = re.compile(r"([^/\\:\s]{2,}):(.*)", re.DOTALL)
_HOST = re.compile(r"(?:[A-Za-z0-9_][\w.-]*@)?(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9a-fA-F:]+\])")
# A shell at the other end reads the path; these letters mean nothing to any.
_PATH = re.compile(r"~?[\w./+-]*")
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_KEY = re.compile(r"(?:[A-Za-z0-9._-]+/)*(?:[A-Za-z0-9._-]+)?")
# A folder that holds all others, or somebody's home, is never a site's own.
_NOBODYS = frozenset({"", ".", "~"})


@dataclass(frozen=True, slots=True)
class FolderAt:
    """A folder of this machine."""

    place: Path


@dataclass(frozen=True, slots=True)
class RemoteAt:
    """A folder of another machine: `[user@]host`, the port or "", the path there."""

    host: str
    port: str
    path: str


@dataclass(frozen=True, slots=True)
class BucketAt:
    """A part of a bucket: its name, and what keys begin with, without a `/` at the end."""

    name: str
    prefix: str


Address = FolderAt | RemoteAt | BucketAt


def parse(text: str) -> Address | Diagnostic:
    """Return the destination that was typed: a path, file://, [user@]host:path, ssh://, s3://; X986 for any other."""
    scheme = _SCHEME.match(text)
    if scheme:
        read = {"file": _file, "ssh": _ssh, "s3": _s3}.get(scheme[1].lower())
        return (read(text) if read else None) or _refused()
    short = _SHORT.fullmatch(text)
    if short:
        return _remote(short[1], "", short[2]) or _refused()
    return FolderAt(Path(text)) if text.strip() and "\0" not in text else _refused()


def shown(address: Address) -> str:
    """Return the address as messages name it."""
    if isinstance(address, FolderAt):
        return str(address.place)
    if isinstance(address, BucketAt):
        return f"s3://{address.name}/{address.prefix}".rstrip("/")
    return f"{address.host}{address.port and f':{address.port}'}:{address.path}"


def is_endpoint(text: str) -> bool:
    """Tell whether it is the address of a storage service, without a name, password or question in it."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = f"{parts.hostname}{'' if port is None else f':{port}'}"
    return parts.scheme in ("http", "https") and parts.netloc.lower() == host and not (parts.query or parts.fragment)


def _refused() -> Diagnostic:
    return finding("X986", Location("DEST"))


def _file(text: str) -> Address | None:
    parts = urlsplit(text)
    if parts.netloc not in ("", "localhost") or not parts.path.strip("/"):
        return None
    return FolderAt(Path(url2pathname(parts.path)))


def _ssh(text: str) -> Address | None:
    host, slash, path = text[len("ssh://") :].partition("/")
    name, colon, port = host.rpartition(":")
    if not colon or port.endswith("]"):
        name, port = host, ""
    if port and not port.isdecimal():
        return None
    return _remote(name, port, slash + path)


def _remote(host: str, port: str, path: str) -> Address | None:
    bare = path.rstrip("/")
    if not _HOST.fullmatch(host) or not _PATH.fullmatch(bare) or bare in _NOBODYS or ".." in bare.split("/"):
        return None
    return None if bare.startswith("-") else RemoteAt(host, port, bare)


def _s3(text: str) -> Address | None:
    bucket, _, key = text[len("s3://") :].partition("/")
    prefix = key.strip("/")
    if not _BUCKET.fullmatch(bucket) or not _KEY.fullmatch(prefix) or not _NOBODYS.isdisjoint(prefix.split("/")[1:]):
        return None
    return None if ".." in prefix.split("/") else BucketAt(bucket, prefix)
