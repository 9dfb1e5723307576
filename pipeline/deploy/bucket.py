"""A bucket of S3-compatible object storage as a destination.

In: files. Out: objects, each replaced in one step, with media type and cache time by `hosting`. Raises FailedError
(X992 to X995). Credentials are boto3's business: the environment, or its own files.

Compressed copies are left out: no storage hands them out for their originals; a CDN compresses by itself.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import md5
from typing import TYPE_CHECKING, TypeVar

from pipeline import hosting
from pipeline.deploy import ledger
from pipeline.deploy.address import BucketAt
from pipeline.deploy.destination import FailedError
from pipeline.deploy.service import connect, fault, need_library
from pipeline.deploy.source import Source
from pipeline.publish.look import digest

if TYPE_CHECKING:
    from pipeline.deploy.reach import Wish

Made = TypeVar("Made")

_AT_ONCE = 8
_NO_OBJECT = frozenset({"NoSuchKey", "404"})


class Bucket:
    """A part of a bucket as a destination."""

    takes_copies = False

    def __init__(self, at: BucketAt, shown: str, wish: "Wish") -> None:
        need_library(shown)
        self.shown = shown
        self._name = at.name
        self._start = f"{at.prefix}/" if at.prefix else ""
        with self._faults():
            self._client = connect(shown, wish, _AT_ONCE)

    def load(self) -> bytes | None:
        """Return the ledger; None where there is none."""
        with self._faults():
            return self._get(ledger.PLACE)

    def save(self, ledger_bytes: bytes) -> None:
        """Replace the ledger."""
        with self._faults():
            self._put(ledger.PLACE, ledger_bytes, "no-store")

    def is_empty(self) -> bool:
        """Tell whether no key begins so."""
        with self._faults():
            answer = self._client.list_objects_v2(Bucket=self._name, Prefix=self._start, MaxKeys=1)
            return not answer.get("Contents")

    def survey(self, source: Source, paths: Iterable[str]) -> Mapping[str, str]:
        """Return the digest of each of the files that is there; read where the storage's own digest does not tell."""
        wanted = set(paths)
        with self._faults():
            there = {path: tag for path, tag in self._listed() if path in wanted}
            return dict(self._each(lambda path: (path, self._digest(path, there[path], source)), sorted(there)))

    def put(self, paths: Sequence[str], source: Source, step: Callable[[], None]) -> None:
        """Send some at once."""

        def send(path: str) -> None:
            self._put(path, source.read(path), hosting.kept_for(path))

        with self._faults():
            for _ in self._each(send, paths):
                step()

    def remove(self, paths: Sequence[str], step: Callable[[], None]) -> None:
        """Remove some at once, one request each: not every storage knows how to remove many."""

        def drop(path: str) -> None:
            self._client.delete_object(Bucket=self._name, Key=self._start + path)

        with self._faults():
            for _ in self._each(drop, paths):
                step()

    def close(self) -> None:
        """End the connections."""
        self._client.close()

    def _put(self, path: str, data: bytes, kept: str) -> None:
        self._client.put_object(
            Bucket=self._name,
            Key=self._start + path,
            Body=data,
            ContentType=hosting.media_type(path),
            CacheControl=kept,
            # The storage refuses what does not arrive whole.
            ContentMD5=b64encode(_md5(data)).decode(),
        )

    def _get(self, path: str) -> bytes | None:
        from botocore.exceptions import ClientError  # noqa: PLC0415  # loaded by `connect`

        try:
            body: bytes = self._client.get_object(Bucket=self._name, Key=self._start + path)["Body"].read()
        except ClientError as error:
            if error.response["Error"]["Code"] in _NO_OBJECT:
                return None
            raise
        return body

    def _listed(self) -> Iterator[tuple[str, str]]:
        """Yield every path and the storage's own digest of it."""
        for page in self._client.get_paginator("list_objects_v2").paginate(Bucket=self._name, Prefix=self._start):
            for each in page.get("Contents", ()):
                yield each["Key"].removeprefix(self._start), each["ETag"].strip('"').lower()

    def _digest(self, path: str, tag: str, source: Source) -> str:
        if path in source.digests and tag == _md5(source.read(path)).hex():
            return source.digests[path]
        data = self._get(path)
        return digest(data) if data is not None else ""

    def _each(self, do: Callable[[str], Made], paths: Sequence[str]) -> Iterator[Made]:
        """Do it for some paths at once; the first fault ends it, when what was begun has ended."""
        with ThreadPoolExecutor(_AT_ONCE) as crew:
            done = [crew.submit(do, path) for path in paths]
            try:
                for each in done:
                    yield each.result()
            finally:
                crew.shutdown(cancel_futures=True)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        try:
            yield
        except (BotoCoreError, ClientError) as error:
            raise FailedError(fault(error, self.shown)) from None


def _md5(data: bytes) -> bytes:
    return md5(data, usedforsecurity=False).digest()
