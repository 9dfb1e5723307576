"""An address → the destination itself.

In: an address, how to get there. Out: a destination, open for as long as it is used; FailedError where it is not there.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from pipeline.deploy.address import Address, FolderAt, RemoteAt, shown
from pipeline.deploy.destination import Destination

# boto3 knows these names; the way to speak to a service depends on which one it is.
_ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")


@dataclass(frozen=True, slots=True)
class Wish:
    """How to get there. `endpoint`: the storage service; `addressing`: path or virtual; empty: as is usual there.

    `asks`: somebody sits at a terminal and can type a passphrase.
    """

    endpoint: str = ""
    addressing: str = ""
    asks: bool = False


@contextmanager
def reached(address: Address, wish: Wish) -> Iterator[Destination]:
    """Give the destination; raises FailedError where what is needed for the way there is missing."""
    name = shown(address)
    if isinstance(address, FolderAt):
        from pipeline.deploy.folder import Folder  # noqa: PLC0415

        yield Folder(address.place)
    elif isinstance(address, RemoteAt):
        from pipeline.deploy.remote import Remote  # noqa: PLC0415

        with closing(Remote(address, name, wish.asks)) as remote:
            yield remote
    else:
        from pipeline.deploy.bucket import Bucket  # noqa: PLC0415

        endpoint = wish.endpoint or next(filter(None, map(os.environ.get, _ENDPOINTS)), "")
        with closing(Bucket(address, name, Wish(endpoint, wish.addressing))) as bucket:
            yield bucket
